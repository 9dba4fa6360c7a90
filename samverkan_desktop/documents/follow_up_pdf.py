"""The yearly follow-up report as a PDF file, for managers and politicians to read."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, KeepTogether, Spacer, Table

from samverkan_desktop.documents import (
    follow_up_findings_pdf,
    follow_up_levels_pdf,
    follow_up_measures_pdf,
    follow_up_meetings_pdf,
    follow_up_plans_pdf,
    follow_up_registers_pdf,
    follow_up_work_pdf,
    year_wheel_pdf,
)
from samverkan_desktop.documents import pdf_style as style
from samverkan_desktop.documents.follow_up import FollowUp, GroupYear
from samverkan_desktop.documents.pdf_list import numbered
from samverkan_desktop.documents.pdf_page import Sheet, build
from samverkan_desktop.documents.pdf_parts import Heading, Section, facts, letterhead, section, sentence
from samverkan_desktop.documents.pdf_picture import Picture
from samverkan_desktop.documents.pdf_table import TableCommand, plain_table
from samverkan_desktop.documents.pdf_text import text
from samverkan_desktop.i18n import tr, tr_as


def render(follow_up: FollowUp) -> bytes:
    """Return the follow-up report as a PDF file."""
    sheet = Sheet(
        title=title(follow_up),
        subject=follow_up.agreement,
        head=follow_up.organisation,
        name=tr("UPPFÖLJNING"),
        footer=" · ".join(part for part in (follow_up.group, follow_up.agreement) if part),
    )
    return build(sheet, lambda: [_letterhead(follow_up), *story(follow_up)])


def title(follow_up: FollowUp) -> str:
    """Return what the report is called."""
    return tr("Årlig uppföljning {year}", year=follow_up.year)


def _letterhead(follow_up: FollowUp) -> Flowable:
    return letterhead(follow_up.organisation, follow_up.parties, tr("UPPFÖLJNING"), follow_up.issued)


def story(follow_up: FollowUp) -> list[Flowable]:
    """Return the report's pieces, from its title."""
    told: list[Flowable] = [
        Heading(title(follow_up), style.TITLE, 0),
        text(follow_up.agreement, style.SUBTITLE),
        text(_standing(follow_up), style.NOTE),
        Spacer(0, 12),
        _figures(follow_up),
        *_summary(follow_up),
        *_wheel(follow_up),
    ]
    for number, part in enumerate(_sections(follow_up), 1):
        told += section(f"{number} {part.heading}", part.parts)
    return told


def _sections(follow_up: FollowUp) -> list[Section]:
    """Return the numbered sections; one without anything to say is left out."""
    parts = (
        _agreement(follow_up),
        follow_up_meetings_pdf.meetings(follow_up),
        follow_up_meetings_pdf.attendance(follow_up),
        follow_up_plans_pdf.areas(follow_up),
        follow_up_registers_pdf.topics(follow_up),
        follow_up_work_pdf.decisions_and_commissions(follow_up),
        follow_up_levels_pdf.levels(follow_up),
        follow_up_levels_pdf.boards(follow_up),
        follow_up_plans_pdf.activity_plans(follow_up),
        follow_up_plans_pdf.commitments(follow_up),
        follow_up_registers_pdf.routines(follow_up),
        follow_up_work_pdf.deviations(follow_up),
        follow_up_registers_pdf.activities(follow_up),
        follow_up_measures_pdf.coverage(follow_up),
        follow_up_measures_pdf.indicators(follow_up),
        follow_up_findings_pdf.findings(follow_up),
        _judgement(follow_up),
        _improvements(follow_up),
    )
    return [part for part in parts if part is not None]


def _standing(follow_up: FollowUp) -> str:
    if follow_up.decision:
        return tr("Godkänd genom beslut {number}.", number=follow_up.decision)
    return tr("Utkast. Uppföljningen är inte godkänd än.")


def required_in_all(groups: Sequence[GroupYear]) -> int | None:
    """Return how many meetings are demanded of groups together; None where that is not said of each."""
    demanded = [group.required for group in groups]
    known = [number for number in demanded if number is not None]
    return sum(known) if known and len(known) == len(demanded) else None


def _figures(follow_up: FollowUp) -> Table:
    """Return the year's numbers, large."""
    required = required_in_all(follow_up.groups)
    number = sum(group.held for group in follow_up.groups)
    held = number if required is None else tr("{n} av {m}", n=number, m=required)
    given = len(follow_up.commissions)
    reported = sum(line.reported is not None for line in follow_up.commissions)
    decisions, deviations = len(follow_up.decisions), len(follow_up.deviations)
    ordinary = tr("ordinarie möte hållet") if number == 1 else tr("ordinarie möten hållna")
    several = tr_as("several", "uppdrag")
    figures = (
        (held, ordinary if required is None else tr("fastlagda möten hållna")),
        (decisions, tr("beslut") if decisions == 1 else tr_as("several", "beslut")),
        (tr("{n} av {m}", n=reported, m=given), tr("uppdrag redovisade")) if given else (0, several),
        *([(deviations, _documented(deviations))] if follow_up.deviations_told else []),
    )
    cells: list[Flowable | list[Flowable]] = [
        [text(str(figure), style.FIGURE), text(label, style.NOTE)] for figure, label in figures
    ]
    look: list[TableCommand] = [
        ("BACKGROUND", (0, 0), (-1, -1), style.TINT),
        ("LEFTPADDING", (0, 0), (-1, -1), 12),
        ("TOPPADDING", (0, 0), (-1, -1), 8),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 10),
    ]
    return plain_table([cells], [style.MEASURE / len(figures)] * len(figures), look)


def _documented(number: int) -> str:
    return tr("dokumenterad avvikelse") if number == 1 else tr("dokumenterade avvikelser")


def _summary(follow_up: FollowUp) -> list[Flowable]:
    if not follow_up.summary:
        return []
    return section(tr("Sammanfattning"), [text(paragraph) for paragraph in follow_up.summary])


def _wheel(follow_up: FollowUp) -> list[Flowable]:
    if not follow_up.wheel.marks:
        return []
    heading = Heading(tr("Årshjul"), style.HEADING, 1)
    picture = Picture(year_wheel_pdf.drawing(follow_up.wheel), year_wheel_pdf.in_words(follow_up.wheel))
    return [KeepTogether([heading, Spacer(0, 4), picture])]


def _agreement(follow_up: FollowUp) -> Section:
    rows = [
        (tr("Avtal"), [follow_up.agreement]),
        (tr("Parter"), follow_up.parties),
        (tr("Gäller"), [sentence(follow_up.validity)]),
        (tr("Syfte"), [follow_up.purpose]),
        (tr("Grupp"), [follow_up.group] if follow_up.group else []),
        (tr("Roller"), follow_up.roles()),
    ]
    return Section(tr("Avtalet"), [facts(rows)])


def _judgement(follow_up: FollowUp) -> Section:
    said = follow_up.judgement or (tr("Gruppen har inte skrivit någon samlad bedömning."),)
    return Section(tr("Samlad bedömning"), [text(paragraph) for paragraph in said])


def _improvements(follow_up: FollowUp) -> Section:
    if not follow_up.improvements:
        none = text(tr("Inga förbättringsområden har beslutats."))
        return Section(tr("Förbättringsområden"), [none])
    return Section(tr("Förbättringsområden"), numbered(follow_up.improvements))
