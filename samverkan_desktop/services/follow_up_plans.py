"""Gathering what the follow-up report of a working year says of plans and measures."""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy.orm import Session

from samverkan_desktop.documents.follow_up_plans import (
    ActivityLine,
    ActivityPlanPart,
    AreaCell,
    AreaTable,
    CommitmentLine,
    CoverageLine,
    CoverageTable,
    ExpectedLine,
    IndicatorPart,
    Plans,
    Point,
)
from samverkan_desktop.i18n import decimal, tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.periods import Period
from samverkan_desktop.register_vocabulary import Horizon
from samverkan_desktop.rules.wording import capital, horizon_name, step_done
from samverkan_desktop.services import (
    activity_plan,
    area_matrix,
    commitment,
    coverage_shares,
    expected_result,
    indicator,
)
from samverkan_desktop.services.activity_plan import ActivityPlanRow, PlannedActivityRow
from samverkan_desktop.services.commitment import CommitmentRow
from samverkan_desktop.services.coverage_shares import CoverageShare
from samverkan_desktop.services.indicator import IndicatorRow

#: So many years of meetings by area stand beside one another on a page.
_YEARS_OF_AREAS = 4


def plans(session: Session, agreement: Agreement, year: Period, today: date) -> Plans:
    """Return what the report of a working year says of plans and measures, as they stood in it.

    Args:
        session: where to read.
        agreement: the agreement.
        year: the working year.
        today: the day it is; a year that is over is seen from its last day.
    """
    on = min(today, year.ends)
    open_ones = [row for row in commitment.rows_in(session, agreement.id, on) if _is_open(row, year)]
    steps = commitment.demanded_steps(session, agreement.id, on)
    return Plans(
        areas=_areas(session, agreement, year, today),
        activity_plans=tuple(
            _activity_plan(row)
            for row in activity_plan.rows_in(session, agreement.id, on)
            if row.period == year.label
        ),
        steps=tuple(capital(step_done(step)) for step in steps) if open_ones else (),
        commitments=tuple(_commitment(row, on) for row in open_ones),
        expected=tuple(_expected(session, agreement.id, on)),
        coverage=_coverage(session, agreement.id, on),
        indicators=tuple(
            _indicator(row, year)
            for row in indicator.rows_in(session, agreement.id, on)
            if (row.since is None or row.since <= year.ends)
            and (row.until is None or row.until >= year.starts)
        ),
    )


def _areas(session: Session, agreement: Agreement, year: Period, today: date) -> AreaTable | None:
    """Return the areas against the years; one that is over is judged on the day after it, as findings are."""
    matrix = area_matrix.matrix_in(
        session, agreement, min(today, year.ends + timedelta(days=1)), begun_by=year.ends
    )
    if not matrix.lines:
        return None
    demand = ""
    if matrix.count == 1:
        demand = tr("Varje område ska ha minst ett möte.")
    elif matrix.count is not None:
        demand = tr("Varje område ska ha minst {count} möten.", count=matrix.count)
    return AreaTable(
        matrix.periods[-_YEARS_OF_AREAS:],
        tuple((line.area, tuple(map(_area_cell, line.cells[-_YEARS_OF_AREAS:]))) for line in matrix.lines),
        demand,
    )


def _area_cell(cell: area_matrix.AreaCell) -> AreaCell:
    return AreaCell(
        tuple(meeting.day for meeting in cell.meetings if meeting.held),
        tuple(meeting.day for meeting in cell.meetings if not meeting.held),
        cell.status.value if cell.status else "",
    )


def _activity_plan(row: ActivityPlanRow) -> ActivityPlanPart:
    adopted = tr("Planen är ett utkast.")
    if row.decision:
        adopted = tr("Planen antogs {day} genom beslut {number}.", day=row.adopted_on, number=row.decision)
    elif row.adopted_on is not None:
        adopted = tr("Planen antogs {day}.", day=row.adopted_on)
    done = tr("{done} av {all} aktiviteter är klara.", done=row.done, all=len(row.activities))
    return ActivityPlanPart(row.group, f"{adopted} {done}", tuple(map(_activity, row.activities)), row.done)


def _activity(row: PlannedActivityRow) -> ActivityLine:
    if row.done_on is not None:
        outcome = tr("klar {day}", day=row.done_on)
    else:
        outcome = tr("försenad") if row.late else tr("återstår")
    return ActivityLine(row.title, row.strategy, row.responsible, row.due, outcome)


def _is_open(row: CommitmentRow, year: Period) -> bool:
    """Say whether a commitment's last step was not done before the year began."""
    last = row.steps[-1].done_on
    return last is None or last >= year.starts


def _commitment(row: CommitmentRow, on: date) -> CommitmentLine:
    days = (each.done_on for each in row.steps)
    return CommitmentLine(
        row.title,
        row.strategy,
        row.responsible,
        row.due,
        tuple(day if day and day <= on else None for day in days),
    )


def _expected(
    session: Session, agreement_id: int, on: date
) -> Iterator[tuple[str, tuple[ExpectedLine, ...]]]:
    rows = [
        row
        for row in expected_result.rows_in(session, agreement_id)
        if row.stated_on is None or row.stated_on <= on
    ]
    for horizon in Horizon:
        lines = tuple(
            ExpectedLine(row.text, ", ".join(str(part) for part in (row.board, row.stated_on) if part))
            for row in rows
            if row.horizon is horizon
        )
        if lines:
            yield horizon_name(horizon), lines


def _coverage(session: Session, agreement_id: int, on: date) -> CoverageTable | None:
    shares = coverage_shares.shares_in(session, agreement_id, on)
    if shares.whole is None:
        return None
    return CoverageTable(
        on, tuple(map(_share, shares.categories)), tuple(map(_share, shares.areas)), _share(shares.whole)
    )


def _share(share: CoverageShare) -> CoverageLine:
    return CoverageLine(share.label, share.covered, share.total, share.percent)


def _indicator(row: IndicatorRow, year: Period) -> IndicatorPart:
    notes = {each.period: each.note for each in row.values}
    points = tuple(
        Point(period, value, decimal(value) if value is not None else "") for period, value in row.series
    )
    standing = tr("Under utprövning.") if row.on_trial else ""
    if row.until is not None and row.until <= year.ends:
        standing = tr("Avslutad {day}.", day=row.until)
    about = [row.definition.rstrip("."), tr("källa: {source}", source=row.source) if row.source else ""]
    said = [capital(part) + "." for part in about if part]
    measured = [point.year for point in points if point.value is not None]
    return IndicatorPart(
        row.name,
        " ".join(said),
        standing,
        row.unit,
        row.target,
        decimal(row.target) if row.target is not None else "",
        points,
        notes[measured[-1]] if measured else "",
    )
