"""The officials' letter to a board as a Word file."""

from docx.document import Document

from samverkan_desktop.documents import docx_prose, docx_style
from samverkan_desktop.documents.docx_lists import Numbering
from samverkan_desktop.documents.docx_package import Properties
from samverkan_desktop.documents.docx_parts import Margins, hold, hold_ends, write, write_fact, write_section
from samverkan_desktop.documents.official_report import (
    OfficialReport,
    Part,
    draft_mark,
    head_rows,
    parts,
    signature_lines,
    title_of,
)
from samverkan_desktop.documents.word_template import OWN, WordTemplate
from samverkan_desktop.i18n import tr


def render(report: OfficialReport, template: WordTemplate = OWN) -> bytes:
    """Return the letter as a .docx file."""
    document = template.open()
    write(document, "Title", report.title)
    write(document, "Subtitle", report.name)
    write(document, docx_style.MARK, draft_mark(report))
    hold([write_fact(document, label, "\n".join(lines)) for label, lines in head_rows(report)], before=10)
    for part in parts(report):
        _add_part(document, part)
    _add_signatures(document, report)
    write_section(document, tr("Beslut sänds till"), report.receivers, style="List Bullet")
    return template.close(document, _properties(report), _margins(report))


def _properties(report: OfficialReport) -> Properties:
    return Properties(
        title=title_of(report),
        subject=report.agreement,
        keywords=(report.name, report.board, report.day.isoformat(), report.our_number),
        author=report.organisation,
        category=report.name,
        day=report.day,
        status=tr("Utkast") if draft_mark(report) else "",
        case_number=report.our_number,
    )


def _margins(report: OfficialReport) -> Margins:
    administration = (report.administration,) if report.administration else ()
    label = f"{report.name} {report.day.isoformat()}"
    return Margins(
        report.organisation, administration, label, draft_mark(report), report.board, report.agreement
    )


def _add_part(document: Document, part: Part) -> None:
    write(document, "Heading 1", part.heading)
    docx_prose.write_notes(document, part.notes, under=1, caption=part.heading)
    for line in part.lines:
        write(document, docx_style.NORMAL, line)
    if part.numbered:
        numbering = Numbering(document, 1, 0)
        for line in part.numbered:
            paragraph = write(document, "List Number", line)
            if paragraph is not None:
                numbering.number(paragraph)
    hold_ends([write(document, "List Bullet", line) for line in part.listed])


def _add_signatures(document: Document, report: OfficialReport) -> None:
    signed = signature_lines(report)
    if signed:
        above = write(document, "Heading 1", tr("Underskrifter"))
        said = [write(document, docx_style.NORMAL, "\n".join(lines)) for lines in signed]
        hold([above, *said])
