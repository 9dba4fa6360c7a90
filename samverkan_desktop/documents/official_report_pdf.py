"""The officials' letter to a board as a PDF file."""

from reportlab.platypus import Flowable, Spacer

from samverkan_desktop.documents import pdf_style as style
from samverkan_desktop.documents.official_report import (
    OfficialReport,
    Part,
    draft_mark,
    head_rows,
    parts,
    signature_lines,
    title_of,
)
from samverkan_desktop.documents.pdf_list import bullets, numbered
from samverkan_desktop.documents.pdf_page import Sheet, build
from samverkan_desktop.documents.pdf_parts import Heading, facts, letterhead, section
from samverkan_desktop.documents.pdf_prose import notes
from samverkan_desktop.documents.pdf_text import text
from samverkan_desktop.i18n import tr


def render(report: OfficialReport) -> bytes:
    """Return the letter as a PDF file."""
    sheet = Sheet(
        title=title_of(report),
        subject=report.agreement,
        head=report.organisation,
        name=report.name.upper(),
        footer=" · ".join(part for part in (report.board, report.agreement) if part),
    )
    return build(sheet, lambda: _story(report))


def _story(report: OfficialReport) -> list[Flowable]:
    mark = draft_mark(report)
    return [
        letterhead(report.organisation, (report.administration,), report.name.upper(), report.day),
        Heading(report.title, style.TITLE, 0),
        *([text(mark, style.LABEL)] if mark else []),
        Spacer(0, 8),
        facts(head_rows(report)),
        *(flowable for part in parts(report) for flowable in section(part.heading, _under(part))),
        *_signatures(report),
        *(section(tr("Beslut sänds till"), bullets(report.receivers)) if report.receivers else []),
    ]


def _under(part: Part) -> list[Flowable]:
    return [
        *notes(part.notes, 1),
        *(text(line) for line in part.lines),
        *numbered(part.numbered),
        *bullets(part.listed),
    ]


def _signatures(report: OfficialReport) -> list[Flowable]:
    signed = signature_lines(report)
    if not signed:
        return []
    rows: list[Flowable] = []
    for line, *who in signed:
        rows += [Spacer(0, 10), text(line, style.ITEM), *(text(each, style.ITEM) for each in who)]
    return section(tr("Underskrifter"), rows)
