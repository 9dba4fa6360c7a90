"""Working years of an agreement: read from their labels, and which one a window shows first."""

import re
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.periods import Calendar, Period, election_period
from samverkan_desktop.services.agreement import calendar_of
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import MeetingStatus, WorkingYear

_TOOK_PLACE = (MeetingStatus.HELD, MeetingStatus.FINISHED, MeetingStatus.SENT)


def year_labelled(agreement: Agreement, label: str) -> Period:
    """Return a working year of an agreement by its label, written as ``2018/2019`` or ``2018/19``.

    Raises:
        UserError: the label names no working year, or one outside the agreement's term.
    """
    calendar = calendar_of(agreement)
    try:
        year = calendar.labelled(label)
    except ValueError as error:
        example = calendar.of(agreement.starts).label
        raise UserError(
            tr("Året {label} går inte att läsa. Skriv det som {example}.", label=label, example=example),
            field="period",
        ) from error
    if year.ends < agreement.starts or (agreement.ends is not None and year.starts > agreement.ends):
        raise UserError(
            tr("{label} ligger utanför avtalets tid. Välj ett år som avtalet gäller.", label=year.label),
            field="period",
        )
    return year


def year_of_group(session: Session, group_id: int, label: str) -> Period:
    """Return a working year of a group's agreement by its label; refuses as `year_labelled` does."""
    return year_labelled(session.get_one(Agreement, session.get_one(Group, group_id).agreement_id), label)


def term_labelled(agreement: Agreement, label: str) -> Period:
    """Return a stretch of time for which roles are given, by its label.

    A working year of the agreement, a calendar year (``2019``) or an election period (``2019–2022``).

    Raises:
        UserError: the label names none of these within the agreement's term.
    """
    term = re.fullmatch(r"(\d{4})(?:–\d{4})?", label.strip())
    if term is None:
        return year_labelled(agreement, label)
    first = date(int(term[1]), 1, 1)
    calendar = Calendar(WorkingYear.CALENDAR_YEAR)
    found = election_period(first) if "–" in label else calendar.of(first)
    if found.ends < agreement.starts or found.starts > (agreement.ends or date.max):
        raise UserError(
            tr("{label} ligger utanför avtalets tid. Välj en tid som avtalet gäller.", label=found.label),
            field="period",
        )
    return found


def to_show(work: Workspace, agreement_id: int, labels: tuple[str, ...]) -> str:
    """Return the label of today's working year; outside the agreement's term, that of the last meeting held.

    Args:
        work: the open archive.
        agreement_id: the agreement whose years they are.
        labels: the years to choose from, oldest first; not empty.
    """
    with work.read() as session:
        calendar = calendar_of(session.get_one(Agreement, agreement_id))
        current = calendar.of(work.today).label
        if current in labels:
            return current
        held = select(func.max(Meeting.day)).where(Meeting.status.in_(_TOOK_PLACE))
        own = held.join(Group, Group.id == Meeting.group_id).where(Group.agreement_id == agreement_id)
        last = session.scalar(own)
        label = calendar.of(last).label if last else ""
        return label if label in labels else labels[-1 if current > labels[-1] else 0]


def day_to_show(work: Workspace, agreement_id: int, label: str) -> date:
    """Return the day on which a working year is looked at: today, or its day that lies nearest to today.

    Raises:
        UserError: the label names no working year of the agreement.
    """
    with work.read() as session:
        year = year_labelled(session.get_one(Agreement, agreement_id), label)
    return min(max(work.today, year.starts), year.ends)
