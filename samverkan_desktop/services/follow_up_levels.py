"""Gathering what the follow-up report of a working year says of boards' matters and of levels."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from samverkan_desktop.documents.follow_up_levels import (
    DirectionLine,
    InstanceLine,
    LevelReportLine,
    Levels,
    MatterPart,
    ReportedMeeting,
)
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.periods import Period
from samverkan_desktop.register_vocabulary import MatterSubject
from samverkan_desktop.services import board_rows, board_words, direction, level_report
from samverkan_desktop.services.board_rows import BoardMatterRow, BoardReportRow
from samverkan_desktop.services.direction import DirectionRow


def levels(session: Session, agreement: Agreement, year: Period, today: date) -> Levels:
    """Return what the report of a working year says of boards and levels, as they stood in it.

    Args:
        session: where to read.
        agreement: the agreement.
        year: the working year.
        today: the day it is; a year that is over is seen from its last day.
    """
    on = min(today, year.ends)
    matters = [
        row
        for row in board_rows.rows_in(session, agreement.id)
        if row.opened_on <= on and _concerns(row, year)
    ]
    meetings = [row for row in matters if row.subject is MatterSubject.MEETING]
    return Levels(
        matters=tuple(_matter(row, on) for row in matters if row.subject is not MatterSubject.MEETING),
        reported=tuple(line for row in meetings for line in _reported(row, on)),
        directions=tuple(
            _direction(row, on) for row in direction.rows_in(session, agreement.id) if row.given_on in year
        ),
        reports=tuple(
            LevelReportLine(row.reported_on, row.group, row.superior, row.text)
            for row in level_report.rows_in(session, agreement.id)
            if row.reported_on in year
        ),
    )


def _concerns(row: BoardMatterRow, year: Period) -> bool:
    """Say whether a matter was opened or dealt with in a year, or waited through it."""
    days = [each.reported_on for each in row.chain if each.reported_on is not None]
    if any(day in year for day in (row.opened_on, *days)):
        return True
    return row.opened_on < year.starts and (not days or max(days) > year.ends)


def _matter(row: BoardMatterRow, on: date) -> MatterPart:
    about = [board_words.subject_name(row.subject)]
    if row.case_number:
        named = row.case_number.casefold().startswith("dnr")
        about.append(row.case_number if named else tr("dnr {number}", number=row.case_number))
    if row.answers:
        about.append(tr("svar på {letter}", letter=row.answers))
    if row.earlier:
        about.append(tr("tidigare beslut {earlier}", earlier="; ".join(row.earlier)))
    chain = [each for each in row.chain if each.reported_on is None or each.reported_on <= on]
    return MatterPart(row.title, tuple(about), row.clauses, tuple(_notes(row, on)), _instances(chain))


def _notes(row: BoardMatterRow, on: date) -> Iterator[str]:
    if row.negotiation_text:
        yield row.negotiation_text
    if row.planning_meeting:
        yield tr("Gemensam planering: {meeting}.", meeting=row.planning_meeting)
    if row.decision:
        yield tr("Gruppens eget beslut: {number}.", number=row.decision)
    if row.signing_by and row.signed_on is not None and row.signed_on <= on:
        yield tr("{function} undertecknade {day}.", function=row.signing_by, day=row.signed_on)
    elif row.signing_by:
        yield tr("{function} har i uppdrag att underteckna.", function=row.signing_by)


def _instances(chain: Sequence[BoardReportRow]) -> tuple[InstanceLine, ...]:
    """Return what each instance did; clauses that one decided on alike stand in one line."""
    lines: list[InstanceLine] = []
    for row in chain:
        said = " ".join(part for part in (row.delegation and f"{row.delegation}.", row.text) if part)
        own = (row.clause,) if row.clause is not None else ()
        line = InstanceLine(row.place, row.outcome_text, own, said, row.rider, row.distributed_on)
        last = lines[-1] if lines else None
        if last and own and last.clauses and replace(last, clauses=()) == replace(line, clauses=()):
            lines[-1] = replace(last, clauses=(*last.clauses, *own))
        else:
            lines.append(line)
    return tuple(lines)


def _reported(row: BoardMatterRow, on: date) -> Iterator[ReportedMeeting]:
    """Yield where a meeting has been reported: a line for each instance, or one that it has not been."""
    done = [each for each in row.chain if each.reported_on is not None and each.reported_on <= on]
    for each in done:
        yield ReportedMeeting(row.meeting, each.place)
    if not done:
        yield ReportedMeeting(row.meeting, "")


def _direction(row: DirectionRow, on: date) -> DirectionLine:
    if row.meeting_day is not None:
        outcome = (
            tr("togs upp {day}", day=row.meeting_day)
            if row.meeting_day <= on
            else tr("tas upp {day}", day=row.meeting_day)
        )
    elif row.declined:
        outcome = tr("tas inte upp: {reason}", reason=row.declined)
    else:
        outcome = tr("väntar")
    return DirectionLine(row.given_on, row.superior, row.group, row.text, outcome)
