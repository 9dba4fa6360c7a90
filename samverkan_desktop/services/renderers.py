"""Which kinds of file each document can be, and the module that makes it; loaded when it is first used."""

from collections.abc import Mapping
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING

from samverkan_desktop.documents.minutes import Minutes
from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services.retelling import retold
from samverkan_desktop.vocabulary import DocumentKind

if TYPE_CHECKING:  # Word's machinery is loaded when it is first used
    from samverkan_desktop.documents.word_template import WordTemplate


class FileFormat(StrEnum):
    """What kind of file a document is; the value is what its name ends with."""

    PDF = "pdf"
    WORD = "docx"
    EXCEL = "xlsx"
    CSV = "csv"
    CALENDAR = "ics"


_LISTING = {
    FileFormat.PDF: "listing_pdf",
    FileFormat.WORD: "listing_docx",
    FileFormat.EXCEL: "listing_xlsx",
    FileFormat.CSV: "listing_csv",
}
#: For each document its files, the usual one first.
_RENDERERS: Mapping[DocumentKind, Mapping[FileFormat, str]] = {
    DocumentKind.CALL: {FileFormat.PDF: "call_pdf", FileFormat.WORD: "call_docx"},
    DocumentKind.AGENDA: {FileFormat.PDF: "agenda_pdf", FileFormat.WORD: "agenda_docx"},
    DocumentKind.SCRIPT: {FileFormat.PDF: "running_script_pdf"},
    DocumentKind.MINUTES: {FileFormat.WORD: "minutes_docx", FileFormat.PDF: "minutes_pdf"},
    DocumentKind.PROTOCOL: {FileFormat.WORD: "protocol_docx", FileFormat.PDF: "protocol_pdf"},
    DocumentKind.EXTRACT: {FileFormat.PDF: "minutes_extract_pdf", FileFormat.WORD: "minutes_extract_docx"},
    DocumentKind.OFFICIAL_REPORT: {
        FileFormat.WORD: "official_report_docx",
        FileFormat.PDF: "official_report_pdf",
    },
    DocumentKind.COMMISSION: {FileFormat.WORD: "commission_docx", FileFormat.PDF: "commission_pdf"},
    DocumentKind.CALENDAR: {FileFormat.CALENDAR: "calendar_ics"},
    DocumentKind.FOLLOW_UP: {FileFormat.PDF: "follow_up_pdf", FileFormat.WORD: "follow_up_docx"},
    DocumentKind.DECISIONS: _LISTING,
    DocumentKind.OPEN_ITEMS: _LISTING,
    DocumentKind.YEAR_PLAN: {FileFormat.PDF: "year_plan_pdf"},
}


def formats(kind: DocumentKind) -> tuple[FileFormat, ...]:
    """Return the kinds of file that a document can be, the usual one first."""
    return tuple(_RENDERERS[kind])


def chosen(kind: DocumentKind, wanted: str | None) -> FileFormat:
    """Return the kind of file that is asked for, the usual one where None.

    Raises:
        UserError: the document is never such a file.
    """
    there = formats(kind)
    if wanted is None:
        return there[0]
    if wanted not in there:
        allowed = ", ".join(there)
        raise UserError(
            tr("Dokumentet finns inte som {format}. Välj bland {allowed}.", format=wanted, allowed=allowed),
            field="file_format",
        )
    return FileFormat(wanted)


def of_record(minutes: Minutes) -> DocumentKind:
    """Return which document the record of a meeting is: minutes, or a protokoll in the board's form."""
    return DocumentKind.MINUTES if minutes.front is None else DocumentKind.PROTOCOL


def render(
    kind: DocumentKind, wanted: FileFormat, *content: object, template: "WordTemplate | None" = None
) -> bytes:
    """Return a document as a file.

    Args:
        kind: the document; minutes are what the form of their group makes of them.
        wanted: one of its `formats`.
        content: what its module wants: the frozen content, and of a calendar the instant.
        template: what a Word file is written in; the program's own sheet where None.
    """
    if kind is DocumentKind.MINUTES and isinstance(content[0], Minutes):
        kind = of_record(content[0])
    module = import_module(f"samverkan_desktop.documents.{_RENDERERS[kind][wanted]}")
    content = retold(content)
    made: bytes = module.render(*content) if template is None else module.render(*content, template)
    return made
