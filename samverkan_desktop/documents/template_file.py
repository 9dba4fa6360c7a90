"""Unpacking a municipality's template: what it is, and that it is no larger than it says."""

import io
import zlib
from zipfile import BadZipFile, ZipFile, ZipInfo

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import mark, tr

#: The largest file, in bytes, that is taken for a template: a letterhead with pictures is a few megabytes.
LARGEST = 20 * 1024 * 1024
#: The most that it may be when it is unpacked, the most parts, and the most that a part may shrink by: Word's
#: own parts shrink to a tenth, a bomb's to a thousandth.
LARGEST_UNPACKED = 100 * 1024 * 1024
MOST_PARTS = 2000
_MOST_SHRUNK = 200
#: Parts smaller than this may be of one letter only.
_SMALL = 256 * 1024

#: The end of the names of contents with macros, and parts that hold them.
_MACROS = ("macroenabled.main+xml", "macroenabledtemplate.main+xml")
_MACRO_PARTS = ("vbaproject.bin", "vbadata.xml")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BEGINNINGS = (
    (b"%PDF", mark("{name} är en PDF-fil. Spara mallen som Word-fil (.docx eller .dotx) och välj den.")),
    (b"{\\rtf", mark("{name} är en RTF-fil. Spara mallen som Word-fil (.docx eller .dotx) och välj den.")),
)
_TYPES = "[Content_Types].xml"


def refused(text: str, name: str, **values: object) -> UserError:
    """Return the refusal of a template, by a marked text."""
    return UserError(tr(text).format(name=name, **values), field="file")


def unpacked(name: str, data: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file, by their names in it.

    Args:
        name: the file's name, for what is said of it.
        data: the file.

    Raises:
        UserError: it is empty, too large, damaged, encrypted, with macros, or no Word file of today's kind.
    """
    _check_beginning(name, data)
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            _check_size(name, archive.infolist())
            parts = {entry.filename: _read(name, archive, entry) for entry in archive.infolist()}
    except (BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, OverflowError) as error:
        damaged = mark("{name} är skadad. Öppna den i Word, spara den på nytt och välj den igen.")
        raise refused(damaged, name) from error
    _check_kind(name, parts)
    return parts


def _check_beginning(name: str, data: bytes) -> None:
    if not data:
        raise refused(mark("{name} är tom. Välj en annan fil."), name)
    if len(data) > LARGEST:
        raise refused(mark("{name} är större än 20 MB. Gör bilderna i mallen mindre."), name)
    for beginning, text in _BEGINNINGS:
        if data.startswith(beginning):
            raise refused(text, name)
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise refused(mark("{name} är skyddad med lösenord. Ta bort lösenordet i Word först."), name)
        old = mark("{name} är i det äldre formatet .doc. Spara den som .docx eller .dotx i Word.")
        raise refused(old, name)
    if not data.startswith(b"PK"):
        raise refused(mark("{name} är ingen Word-fil. Välj en fil som slutar på .docx eller .dotx."), name)


def _check_size(name: str, entries: list[ZipInfo]) -> None:
    whole = sum(entry.file_size for entry in entries)
    swollen = any(
        entry.file_size > _SMALL and entry.file_size > _MOST_SHRUNK * max(entry.compress_size, 1)
        for entry in entries
    )
    if whole > LARGEST_UNPACKED or len(entries) > MOST_PARTS or swollen:
        raise refused(mark("{name} packas upp till orimligt mycket och läses inte. Välj en annan fil."), name)
    if any(entry.flag_bits & 1 for entry in entries):
        raise refused(mark("{name} är skyddad med lösenord. Ta bort lösenordet i Word först."), name)


def _read(name: str, archive: ZipFile, entry: ZipInfo) -> bytes:
    """Return a part; no more of it than it says it is, whatever it really is."""
    with archive.open(entry) as part:
        data = part.read(entry.file_size + 1)
    if len(data) != entry.file_size:
        raise BadZipFile(name)
    return data


def _check_kind(name: str, parts: dict[str, bytes]) -> None:
    if b"opendocument" in parts.get("mimetype", b""):
        raise refused(mark("{name} är ett OpenDocument. Spara det som .docx eller .dotx."), name)
    said = parts.get(_TYPES, b"").lower()
    held = any(part.lower().endswith(_MACRO_PARTS) for part in parts)
    if held or any(each.encode() in said for each in _MACROS):
        macros = mark("{name} innehåller makron. Spara den utan makron, som .docx eller .dotx.")
        raise refused(macros, name)
    if any(part.lower().startswith("word/activex/") for part in parts):
        raise refused(mark("{name} innehåller ActiveX-kontroller. Ta bort dem i Word först."), name)
    if b"wordprocessingml" not in said:
        raise refused(mark("{name} är ingen Word-fil. Välj en fil som slutar på .docx eller .dotx."), name)


def packed(parts: dict[str, bytes]) -> bytes:
    """Return parts as a file."""
    file = io.BytesIO()
    with ZipFile(file, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()
