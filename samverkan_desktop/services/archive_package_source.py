"""An archive package as somebody hands it in, folder or zip file: read with care, and never unpacked.

Whatever its names say, nothing is read outside of it and nothing is written; how much is read is bounded.
"""

import os
import stat
import struct
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Protocol
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from samverkan_desktop.documents.archive_package import DECLARATION
from samverkan_desktop.files import explained
from samverkan_desktop.i18n import tr

#: More files than this are in no package of ours.
_MOST_FILES = 100_000
#: What is packed takes at the most so many times its room, or so many bytes.
_RATIO, _SPARE = 100, 100 << 20
_ENCRYPTED = 0x1


class Source(Protocol):
    """Where a package is read from.

    Attributes:
        sizes: how many bytes each file has, by its place in the package.
        faults: what is wrong with it as a whole, a sentence each.
    """

    sizes: Mapping[str, int]
    faults: list[str]

    def open(self, path: str) -> IO[bytes]:
        """Open one of its files to be read.

        Raises:
            OSError: it cannot be read.
            zipfile.BadZipFile: it is damaged.
        """
        ...


class FolderSource:
    """A package in a folder; links in it are told and not followed.

    Args:
        root: the folder.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self.faults: list[str] = []
        with explained(root):
            self.sizes: Mapping[str, int] = dict(self._files(root, ""))

    def _files(self, folder: Path, before: str) -> Iterator[tuple[str, int]]:
        for entry in sorted(os.scandir(folder), key=lambda each: each.name):
            path = f"{before}{entry.name}"
            mode = entry.stat(follow_symlinks=False).st_mode
            if stat.S_ISDIR(mode):
                yield from self._files(folder / entry.name, f"{path}/")
            elif stat.S_ISREG(mode):
                yield path, entry.stat(follow_symlinks=False).st_size
            else:
                self.faults.append(tr("{name} är en länk eller något annat som inte är en fil.", name=path))

    def open(self, path: str) -> IO[bytes]:
        """Open one of its files to be read."""
        return self._root.joinpath(*path.split("/")).open("rb")


class ZipSource:
    """A package in a zip file.

    Args:
        file: the zip file, open.
        packed: how many bytes it has.
    """

    def __init__(self, file: ZipFile, packed: int) -> None:
        self._file = file
        self.faults: list[str] = []
        self._entries: dict[str, ZipInfo] = {}
        entries = [entry for entry in file.infolist() if not entry.is_dir()]
        unpacked = sum(entry.file_size for entry in entries)
        if len(entries) > _MOST_FILES or unpacked > packed * _RATIO + _SPARE:
            self.faults.append(
                tr("Zip-filen innehåller orimligt mycket och läses inte. Packa inte upp den heller.")
            )
        else:
            root = _root(entries)
            for entry in entries:
                self._add(entry, root)
        self.sizes: Mapping[str, int] = {name: entry.file_size for name, entry in self._entries.items()}

    def _add(self, entry: ZipInfo, root: str) -> None:
        name = entry.filename.removeprefix(root)
        fault = _fault(entry)
        if fault is None and name in self._entries:
            fault = tr("{name} finns två gånger i zip-filen.", name=_shown(entry.filename))
        if fault is not None:
            self.faults.append(fault)
        else:
            self._entries[name] = entry

    def open(self, path: str) -> IO[bytes]:
        """Open one of its files to be read."""
        return self._file.open(self._entries[path])


def _root(entries: list[ZipInfo]) -> str:
    """Return what every name begins with: the folder that the package lies in, with a slash; or nothing."""
    ends = [entry.filename for entry in entries if entry.filename.rpartition("/")[2] == DECLARATION]
    root = min(ends, key=len).removesuffix(DECLARATION) if ends else ""
    return root if root.count("/") <= 1 else ""


def _fault(entry: ZipInfo) -> str | None:
    """Return what is wrong with an entry, so that it is not read; None where nothing is."""
    name = entry.filename
    parts = name.split("/")
    if name.startswith("/") or "\\" in name or ":" in name or any(part in ("", ".", "..") for part in parts):
        return tr("{name} har ett namn som pekar ut ur paketet och läses inte.", name=_shown(name))
    if stat.S_ISLNK(entry.external_attr >> 16):
        return tr("{name} är en länk eller något annat som inte är en fil.", name=_shown(name))
    if entry.flag_bits & _ENCRYPTED:
        return tr("{name} är krypterad och går inte att läsa.", name=_shown(name))
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        return tr("{name} är packad på ett sätt som inte går att läsa.", name=_shown(name))
    return None


def _shown(name: str) -> str:
    """Return a name that somebody else has chosen, so that it can stand in a sentence."""
    plain = "".join(letter if letter.isprintable() else "?" for letter in name)
    return plain if len(plain) <= 120 else f"{plain[:119]}…"


@contextmanager
def opened(path: Path) -> Iterator[Source]:
    """Give a package to read from: a folder, or a zip file.

    Raises:
        EnvironmentFault: it cannot be reached.
        zipfile.BadZipFile: it is no zip file, or a damaged one.
    """
    if path.is_dir():
        yield FolderSource(path)
        return
    with explained(path):
        size = path.stat().st_size
        file = path.open("rb")
    with file:
        try:
            archive = ZipFile(file)
        except (ValueError, NotImplementedError, OverflowError, EOFError, struct.error) as error:
            raise BadZipFile(str(error)) from error
        with archive:
            yield ZipSource(archive, size)
