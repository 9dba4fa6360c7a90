"""Checking an archive package, years later and without the archive: is every file there, and as it was?"""

import hashlib
import json
import re
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import BadZipFile

from samverkan_desktop.documents.archive_package import (
    DECLARATION,
    FORMAT,
    INDEX_JSON,
    MANIFEST,
    PAYLOAD,
    TAG_MANIFEST,
    VERSION,
)
from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services.archive_package_source import Source, opened

#: Told how many of how many files are checked, and which comes next; may raise to stop.
Progress = Callable[[int, int, str], None]

_STRETCH = 1 << 20
#: A list of files is never larger, in bytes.
_LARGEST_LIST = 64 << 20
#: A package has at least one of these, however damaged it is.
_KNOWN_BY = (DECLARATION, MANIFEST, TAG_MANIFEST)
_LINE = re.compile(r"([0-9a-fA-F]{64})[ \t]+\*?(.+)")
#: What reading a damaged file raises.
_DAMAGED = (BadZipFile, OSError, EOFError, zlib.error, ValueError, NotImplementedError, struct.error)


@dataclass(frozen=True)
class Checked:
    """What was found.

    Args:
        faults: what is wrong, a sentence each; nothing where the package is whole.
        files: how many files were found as they were.
        seal: the checksum of its checksums, to be held against one that was noted; empty where it has none.
    """

    faults: tuple[str, ...]
    files: int = 0
    seal: str = ""

    @property
    def sentence(self) -> str:
        """What was found, in a sentence."""
        if self.faults:
            one = len(self.faults) == 1
            return (
                tr("Arkivpaketet har ett fel.")
                if one
                else tr("Arkivpaketet har {n} fel.", n=len(self.faults))
            )
        return tr("Arkivpaketet är helt: {n} filer är som när det gjordes.", n=self.files)

    @property
    def told(self) -> tuple[str, ...]:
        """What is to be said of it, a sentence each: what is wrong, or that it is whole; and its seal."""
        seal = (tr("Paketets kontrollsumma är {seal}.", seal=self.seal),) if self.seal else ()
        return (*(self.faults or (self.sentence,)), *seal)


def looks_like_one(path: Path) -> bool:
    """Return whether a path is to be taken for an archive package: a folder, a zip file, or its index."""
    return path.is_dir() or path.suffix.lower() == ".zip" or path.name in (INDEX_JSON, DECLARATION)


def verify(path: Path, progress: Progress | None = None) -> Checked:
    """Check an archive package.

    Args:
        path: its folder, its zip file, or the index in its folder.
        progress: told how far it has come; may raise to stop.

    Raises:
        UserError: it is no archive package.
        EnvironmentFault: it cannot be reached.
    """
    if path.name in (INDEX_JSON, DECLARATION):
        path = path.parent
    if path.is_dir() and not any((path / each).is_file() for each in _KNOWN_BY):
        raise _no_package(path.name)
    try:
        with opened(path) as source:
            return _Check(source, progress or (lambda *_: None)).run(path.name)
    except BadZipFile:
        return Checked((tr("Zip-filen {name} är skadad och går inte att läsa.", name=path.name),))


def _no_package(name: str) -> UserError:
    return UserError(tr("{name} är inget arkivpaket. Välj paketets mapp eller zip-fil.", name=name))


@dataclass
class _Check:
    """One check of a package."""

    source: Source
    progress: Progress
    faults: list[str] = field(default_factory=list)
    _found: dict[str, str] = field(default_factory=dict)

    def run(self, name: str) -> Checked:
        """Carry it out."""
        self.faults += self.source.faults
        if not self.source.sizes and self.faults:
            return Checked(tuple(self.faults))
        if not any(each in self.source.sizes for each in _KNOWN_BY):
            raise _no_package(name)
        told: dict[str, str] = {}
        for each in (TAG_MANIFEST, MANIFEST):
            told |= self._list(each)
        if DECLARATION not in self.source.sizes and DECLARATION not in told:
            self.faults.append(tr("{name} saknas.", name=DECLARATION))
        whole = sum(list(self._compare(told)))
        self._hold_index(told)
        for extra in sorted(set(self.source.sizes) - set(told) - {TAG_MANIFEST, MANIFEST}):
            self.faults.append(tr("{name} hör inte till paketet.", name=_name(extra)))
        return Checked(tuple(dict.fromkeys(self.faults)), whole, self._found.get(TAG_MANIFEST, ""))

    def _list(self, name: str) -> dict[str, str]:
        """Return the checksums that a list tells, by the place of the file."""
        content = self._content(name)
        if content is None:
            return {}
        told: dict[str, str] = {}
        for line in content.splitlines():
            found = _LINE.fullmatch(line)
            if found is None or found[2] in told:
                self.faults.append(tr("Förteckningen {name} är skadad.", name=name))
                continue
            told[found[2]] = found[1].lower()
        return told

    def _content(self, name: str) -> str | None:
        """Return the text of a list; None, with what is wrong told, where it cannot be read."""
        if name not in self.source.sizes:
            self.faults.append(tr("Förteckningen {name} saknas.", name=name))
            return None
        try:
            with self.source.open(name) as file:
                data = file.read(_LARGEST_LIST + 1)
            if len(data) > _LARGEST_LIST:
                raise ValueError(name)
            self._found[name] = hashlib.sha256(data).hexdigest()
            return data.decode()
        except _DAMAGED:
            self.faults.append(tr("Förteckningen {name} är skadad.", name=name))
            return None

    def _compare(self, told: Mapping[str, str]) -> Iterator[bool]:
        """Hold every file that is told of against its checksum; yield whether it is as it was."""
        for number, (path, expected) in enumerate(sorted(told.items())):
            self.progress(number, len(told), path)
            if path not in self.source.sizes:
                self.faults.append(tr("{name} saknas.", name=_name(path)))
                continue
            found = self._sum(path, number, len(told))
            if found is None:
                self.faults.append(tr("{name} är skadad och går inte att läsa.", name=_name(path)))
            elif found != expected:
                self.faults.append(tr("{name} har ändrats sedan paketet gjordes.", name=_name(path)))
            yield found == expected

    def _sum(self, path: str, number: int, total: int) -> str | None:
        """Return the checksum of a file; None where it cannot be read."""
        digest, left = hashlib.sha256(), self.source.sizes[path]
        try:
            with self.source.open(path) as file:
                # A file that grows while it is read is not followed for ever.
                while stretch := file.read(min(_STRETCH, left + 1)):
                    digest.update(stretch)
                    left -= len(stretch)
                    if left < 0:
                        return ""
                    self.progress(number, total, path)
        except _DAMAGED:
            return None
        self._found[path] = digest.hexdigest()
        return self._found[path]

    def _hold_index(self, told: Mapping[str, str]) -> None:
        """Hold the index against the lists: the same files with the same checksums."""
        content = self._content(INDEX_JSON)
        if content is None:
            return
        try:
            index = json.loads(content)
            newer = index["format"] == FORMAT and index["version"] > VERSION
            files = {file["path"]: file["sha256"] for file in index["files"]}
        except (ValueError, LookupError, TypeError, RecursionError):
            self.faults.append(tr("Förteckningen {name} är skadad.", name=INDEX_JSON))
            return
        if newer:
            return
        kept = {path: digest for path, digest in told.items() if path.startswith(f"{PAYLOAD}/")}
        if files != kept:
            self.faults.append(
                tr("Förteckningarna {one} och {other} säger inte samma sak.", one=INDEX_JSON, other=MANIFEST)
            )


def _name(path: str) -> str:
    plain = "".join(letter if letter.isprintable() else "?" for letter in path)
    return plain if len(plain) <= 120 else f"{plain[:119]}…"
