"""The follow-up report's sections on plans: meetings by area, activities, commitments, expected results."""

from reportlab.platypus import Flowable

from samverkan_desktop.documents import pdf_style as style
from samverkan_desktop.documents.follow_up import FollowUp
from samverkan_desktop.documents.follow_up_findings_pdf import status_mark
from samverkan_desktop.documents.follow_up_plans import (
    ActivityLine,
    ActivityPlanPart,
    AreaCell,
    CommitmentLine,
    ExpectedLine,
)
from samverkan_desktop.documents.pdf_list import bullets
from samverkan_desktop.documents.pdf_parts import Section, section, sentence
from samverkan_desktop.documents.pdf_table import Cell, data_table, plain_table
from samverkan_desktop.documents.pdf_text import text
from samverkan_desktop.i18n import tr

_YEAR_ROOM = 80.0
_DAY_ROOM = 62.0
_MARK_ROOM = 15.0


def areas(follow_up: FollowUp) -> Section | None:
    """Return the section on meetings by area: each area against the years, where there are areas."""
    table = follow_up.plans.areas
    if table is None:
        return None
    header = (tr("Område"), *table.years)
    rows = [[name, *map(_area_cell, cells)] for name, cells in table.lines]
    parts: list[Flowable] = [text(table.demand)] if table.demand else []
    parts.append(data_table(header, rows, (None, *([_YEAR_ROOM] * len(table.years)))))
    return Section(tr("Möten områdesvis"), parts)


def _area_cell(cell: AreaCell) -> Cell:
    days: list[Flowable] = [text(day.isoformat(), style.CELL) for day in cell.held]
    days += [text(tr("{day}, planerat", day=day.isoformat()), style.NOTE) for day in cell.planned]
    if cell.status in ("breached", "at_risk"):
        return [*days, _lacking(cell.status)]
    return days or "–"


def _lacking(status: str) -> Flowable:
    said = text(tr("saknas"), style.CELL_BOLD)
    return plain_table([[[status_mark(status)], said]], [_MARK_ROOM, _YEAR_ROOM - _MARK_ROOM - 9])


def activity_plans(follow_up: FollowUp) -> Section | None:
    """Return the section on the year's activity plans, where there are any."""
    plans = follow_up.plans.activity_plans
    if not plans:
        return None
    parts: list[Flowable] = []
    for plan in plans:
        if len(plans) > 1:
            parts += section(plan.group, _activity_plan(plan), style.SUBHEADING, 2)
        else:
            parts += _activity_plan(plan)
    return Section(tr("Aktivitetsplan"), parts)


def _activity_plan(plan: ActivityPlanPart) -> list[Flowable]:
    said = text(plan.standing)
    if not plan.activities:
        return [said]
    header = (tr("Aktivitet"), tr("Ansvarig"), tr("Klar senast"), tr("Utfall"))
    rows = [_activity(line) for line in plan.activities]
    return [said, data_table(header, rows, (None, 130, 66, 86))]


def _activity(line: ActivityLine) -> list[Cell]:
    what: list[Flowable] = [text(line.title, style.CELL)]
    if line.strategy:
        what.append(text(line.strategy, style.NOTE))
    return [what, line.responsible, line.due.isoformat() if line.due else "–", sentence(line.outcome)]


def commitments(follow_up: FollowUp) -> Section | None:
    """Return the section on commitments, each with its steps, and on the results expected."""
    plans = follow_up.plans
    parts: list[Flowable] = []
    if plans.commitments:
        header = (tr("Åtagande"), tr("Senast"), *plans.steps)
        rows = [_commitment(line) for line in plans.commitments]
        widths = (None, _DAY_ROOM, *([_DAY_ROOM] * len(plans.steps)))
        parts.append(data_table(header, rows, widths))
    for horizon, lines in plans.expected:
        heading = tr("Förväntade resultat {horizon}", horizon=horizon)
        parts += section(heading, bullets(map(_expected, lines)), style.SUBHEADING, 2)
    if not parts:
        return None
    heading = tr("Åtaganden") if not plans.expected else tr("Åtaganden och förväntade resultat")
    return Section(heading if plans.commitments else tr("Förväntade resultat"), parts)


def _commitment(line: CommitmentLine) -> list[Cell]:
    what: list[Flowable] = [text(line.title, style.CELL)]
    beside = " · ".join(part for part in (line.responsible, line.strategy) if part)
    if beside:
        what.append(text(beside, style.NOTE))
    days = [day.isoformat() if day else "–" for day in line.days]
    return [what, line.due.isoformat() if line.due else "–", *days]


def _expected(line: ExpectedLine) -> str:
    if not line.stated:
        return line.text
    return tr("{text} ({stated}).", text=line.text.rstrip("."), stated=line.stated)
