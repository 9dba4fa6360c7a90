"""The plan of a working year as a PDF file, on one page as long as its meetings find room there."""

from reportlab.platypus import Flowable, Spacer

from samverkan_desktop.documents import pdf_style as style
from samverkan_desktop.documents import year_wheel_pdf
from samverkan_desktop.documents.pdf_page import Sheet, build
from samverkan_desktop.documents.pdf_parts import Heading, letterhead, sentence
from samverkan_desktop.documents.pdf_picture import Picture
from samverkan_desktop.documents.pdf_table import Cell, data_table
from samverkan_desktop.documents.pdf_text import text
from samverkan_desktop.documents.year_plan import PlannedMeeting, YearPlan
from samverkan_desktop.i18n import clock_span, long_date, tr


def render(plan: YearPlan) -> bytes:
    """Return the year plan as a PDF file."""
    sheet = Sheet(
        title=plan.title,
        subject=plan.agreement,
        head=plan.organisation,
        name=tr("ÅRSPLAN"),
        footer=" · ".join(part for part in (plan.group, plan.agreement) if part),
    )
    return build(sheet, lambda: _story(plan))


def _story(plan: YearPlan) -> list[Flowable]:
    return [
        letterhead(plan.organisation, plan.parties, tr("ÅRSPLAN"), plan.issued),
        Heading(plan.title, style.TITLE, 0),
        text(plan.group or plan.agreement, style.SUBTITLE),
        *(text(line, style.NOTE) for line in plan.state),
        *_wheel(plan),
        Spacer(0, 6),
        _meetings(plan.meetings) if plan.meetings else text(tr("Inga möten är inlagda för året.")),
    ]


def _wheel(plan: YearPlan) -> list[Flowable]:
    if not plan.wheel.marks:
        return []
    return [Picture(year_wheel_pdf.drawing(plan.wheel), year_wheel_pdf.in_words(plan.wheel))]


def _meetings(meetings: tuple[PlannedMeeting, ...]) -> Flowable:
    """Return the meetings as a table; a column that would stay empty is left out."""
    columns = (
        (True, tr("Möte"), 46),
        (any(each.group for each in meetings), tr("Grupp"), 116),
        (True, tr("Dag"), None),
        (any(each.starts for each in meetings), tr("Tid"), 84),
        (any(each.place for each in meetings), tr("Plats"), 120),
    )
    shown = [kept for kept, _, _ in columns]
    rows = [_kept(_row(each), shown) for each in meetings]
    header = [heading for kept, heading, _ in columns if kept]
    return data_table(header, rows, [width for kept, _, width in columns if kept])


def _row(meeting: PlannedMeeting) -> list[Cell]:
    day: list[Flowable] = [text(sentence(long_date(meeting.day)), style.CELL)]
    if meeting.remark:
        day.append(text(meeting.remark, style.NOTE))
    times = clock_span(meeting.starts, meeting.ends)
    return [sentence(meeting.name), meeting.group, day, times, meeting.place]


def _kept(cells: list[Cell], shown: list[bool]) -> list[Cell]:
    return [cell for cell, keep in zip(cells, shown, strict=True) if keep]
