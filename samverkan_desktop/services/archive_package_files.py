"""The files of an archive package, written to a folder or a zip file: same content, same bytes."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from samverkan_desktop.clock import LOCAL_ZONE
from samverkan_desktop.files import flush

#: Rights of a file that everybody may read, as zip files have them.
_RIGHTS = 0o644 << 16
_UNIX = 3
#: The first moment that a zip file knows.
_FIRST = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Written:
    """A file that was written: its checksum and how many bytes it has."""

    sha256: str
    size: int


class Sink(Protocol):
    """Where the files of a package go."""

    def write(self, path: str, stretches: Iterable[bytes]) -> Written:
        """Write a file, by its place in the package."""
        ...


class FolderSink:
    """Writes a package's files under a folder.

    Args:
        root: the folder, which is there.
    """

    def __init__(self, root: Path) -> None:
        self._root = root

    def write(self, path: str, stretches: Iterable[bytes]) -> Written:
        """Write a file, by its place in the package."""
        target = self._root.joinpath(*path.split("/"))
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as file:
            written = _through(stretches, file.write)
        flush(target)
        return written


class ZipSink:
    """Writes a package's files into a zip file, as they are: unpacked, so that every tool can read it.

    Args:
        file: the zip file.
        root: the folder that they lie in there.
        at: the time that every file bears.
    """

    def __init__(self, file: ZipFile, root: str, at: datetime | None) -> None:
        self._file = file
        self._root = root
        local = at.astimezone(LOCAL_ZONE) if at else None
        known = local is not None and local.year >= _FIRST[0]
        self._at = (*local.timetuple()[:5], 0) if local is not None and known else _FIRST

    def write(self, path: str, stretches: Iterable[bytes]) -> Written:
        """Write a file, by its place in the package."""
        info = ZipInfo(f"{self._root}/{path}", self._at)
        info.compress_type, info.external_attr, info.create_system = ZIP_STORED, _RIGHTS, _UNIX
        with self._file.open(info, "w", force_zip64=True) as file:
            return _through(stretches, file.write)


def _through(stretches: Iterable[bytes], write: Callable[[bytes], object]) -> Written:
    digest, size = hashlib.sha256(), 0
    for stretch in stretches:
        write(stretch)
        digest.update(stretch)
        size += len(stretch)
    return Written(digest.hexdigest(), size)


@contextmanager
def zipped(path: Path, root: str, at: datetime | None) -> Iterator[ZipSink]:
    """Give what writes into a new zip file, which is whole when the block is done."""
    with ZipFile(path, "w", ZIP_STORED) as file:
        yield ZipSink(file, root, at)
    flush(path)
