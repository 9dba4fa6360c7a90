"""Breaks of the schools (lov), on which no meeting is proposed: written one by one, or pasted as lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.school_break import SchoolBreak
from samverkan_desktop.periods import Period
from samverkan_desktop.rules.personal_identity_number import find
from samverkan_desktop.services import pasted
from samverkan_desktop.services.pasted import Fault
from samverkan_desktop.services.period import year_labelled
from samverkan_desktop.services.privacy import demand, refuse
from samverkan_desktop.services.values import looked_through, set_values
from samverkan_desktop.services.workspace import Workspace

_DAY, _MONDAY_TO_FRIDAY = timedelta(days=1), timedelta(days=4)
#: ``Sportlov 2019-02-25–2019-03-01``; the last day may be left out.
_DAYS = re.compile(
    r"(?P<title>.*?)[\s;:,]*(?P<first>\d{4}-\d{2}-\d{2})"
    r"(?:\s*(?:[-–—;]|till|t\.o\.m\.|to|until)?\s*(?P<last>\d{4}-\d{2}-\d{2}))?[\s.]*"
)
#: ``Sportlov v. 9``, ``Jullov vecka 52–1``, ``Lov v. 9 2019``.
_WEEKS = re.compile(
    r"(?P<title>.*?)[\s;:,]*\b(?:v\.?|vecka|veckorna|week|weeks)\s*(?P<first>\d{1,2})"
    r"(?:\s*[-–—]\s*(?P<last>\d{1,2}))?(?:[\s,]+(?P<year>\d{4}))?[\s.]*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class BreakRow:
    """A break, by its first and last day."""

    id: int
    agreement_id: int
    title: str
    starts: date
    ends: date

    def __contains__(self, day: date) -> bool:
        return self.starts <= day <= self.ends


def listing(work: Workspace, agreement_id: int, period: str | None = None) -> tuple[BreakRow, ...]:
    """Return an agreement's breaks in order of day.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        period: label of the working year that they touch; every year where None.
    """
    with work.read() as session:
        year = None
        if period is not None:
            year = year_labelled(session.get_one(Agreement, agreement_id), period)
        return rows_in(session, agreement_id, year)


def rows_in(session: Session, agreement_id: int, year: Period | None = None) -> tuple[BreakRow, ...]:
    """Return an agreement's breaks as a session sees them: those that touch a year, or all."""
    return tuple(
        BreakRow(each.id, each.agreement_id, each.title, each.starts, each.ends)
        for each in _in_order(session, agreement_id)
        if year is None or year.overlap(each.starts, each.ends)
    )


def _in_order(session: Session, agreement_id: int) -> Sequence[SchoolBreak]:
    chosen = select(SchoolBreak).where(SchoolBreak.agreement_id == agreement_id)
    return session.scalars(chosen.order_by(SchoolBreak.starts, SchoolBreak.id)).all()


def add(work: Workspace, agreement_id: int, title: str, starts: date, ends: date) -> int:
    """Add a break.

    Args:
        work: the open archive.
        agreement_id: the agreement whose meetings it concerns.
        title: what it is called: ``Sportlov``.
        starts: its first day.
        ends: its last day.

    Raises:
        UserError: the title is missing or holds a personal identity number, the end is before the start, or
            the same break is there already.
    """
    refuse(title=title)
    with work.change("school_break.add", tr("{title} lades till", title=title.strip())) as session:
        made = SchoolBreak(agreement_id=agreement_id, title=title.strip(), starts=starts, ends=ends)
        _check(session, made)
        session.add(made)
        session.flush()
        return made.id


def change(work: Workspace, break_id: int, **values: object) -> None:
    """Change a break; what is not given is left as it is.

    Args:
        work: the open archive.
        break_id: the break.
        values: ``title``, ``starts``, ``ends``: those to change.

    Raises:
        UserError: as `add`.
    """
    given = looked_through(values, {"title", "starts", "ends"})
    key = f"school_break:{break_id}:{','.join(sorted(values))}"
    with work.change("school_break.change", tr("Ett lov ändrades"), merge_key=key) as session:
        stored = session.get_one(SchoolBreak, break_id)
        set_values(stored, given)
        _check(session, stored)


def remove(work: Workspace, break_id: int) -> None:
    """Take a break away."""
    with work.change("school_break.remove", tr("Ett lov togs bort")) as session:
        session.delete(session.get_one(SchoolBreak, break_id))


def paste(work: Workspace, agreement_id: int, period: str, text: str) -> tuple[int, ...]:
    """Add the breaks of a list, one a line: ``Sportlov 2019-02-25–2019-03-01`` or ``Sportlov v. 9``.

    A week is Monday to Friday, and lies in the working year where it says no other.

    Args:
        work: the open archive.
        agreement_id: the agreement whose meetings they concern.
        period: label of the working year in which the weeks are.
        text: the lines; empty ones are passed over.

    Returns:
        The identities of the breaks, in the order of the lines.

    Raises:
        UserError: a line is not as it should be; says which, and what is wrong with it. Nothing is added.
    """
    with work.change("school_break.paste", tr("Lov lades till från en lista")) as session:
        year = year_labelled(session.get_one(Agreement, agreement_id), period)
        made: list[SchoolBreak] = []
        faults: list[tuple[int, str]] = []
        for number, line in enumerate(text.splitlines(), 1):
            if not line.strip():
                continue
            try:
                each = _read(" ".join(line.split()), year)
                each.agreement_id = agreement_id
                _check(session, each)
            except (Fault, UserError) as fault:
                faults.append((number, str(fault).rstrip(".")))
                continue
            session.add(each)
            session.flush()
            made.append(each)
        if faults:
            raise UserError(pasted.told(faults), field="text")
        if not made:
            raise UserError(tr("Skriv minst ett lov, till exempel Sportlov v. 9."), field="text")
        return tuple(each.id for each in made)


def _read(line: str, year: Period) -> SchoolBreak:
    days, weeks = _DAYS.fullmatch(line), _WEEKS.fullmatch(line)
    if find(line):
        raise Fault(tr("raden ser ut att innehålla ett personnummer"))
    found = days or weeks
    if found is None:
        raise Fault(tr("skriv lovets namn och dagar, till exempel Sportlov 2019-02-25–2019-03-01 eller v. 9"))
    first, last = found["first"], found["last"] or found["first"]
    try:
        if days:
            starts, ends = date.fromisoformat(first), date.fromisoformat(last)
        else:
            starts = _monday(int(first), found["year"], year)
            ends = _monday(int(last), found["year"], year) + _MONDAY_TO_FRIDAY
            if ends < starts and found["year"]:
                ends = date.fromisocalendar(int(found["year"]) + 1, int(last), 5)
    except ValueError as error:
        raise Fault(tr("dagarna finns inte")) from error
    return SchoolBreak(title=found["title"].strip() or tr("Lov"), starts=starts, ends=ends)


def _monday(week: int, said: str | None, year: Period) -> date:
    """Return the first day of a week: of the year that is said, else where it lies in the working year."""
    if said:
        return date.fromisocalendar(int(said), week, 1)
    for each in (year.starts.year, year.ends.year):
        try:
            monday = date.fromisocalendar(each, week, 1)
        except ValueError:
            continue  # few years have a week 53
        if monday + _MONDAY_TO_FRIDAY in year or monday in year:
            return monday
    raise ValueError(week)


def _check(session: Session, own: SchoolBreak) -> None:
    """Refuse a break that cannot be, or that is there already."""
    demand(tr("Ange vad lovet heter."), title=own.title)
    if own.ends < own.starts:
        raise UserError(tr("Lovet slutar innan det börjar. Rätta någon av dagarna."), field="ends")
    for other in _in_order(session, own.agreement_id):
        alike = other is not own and other.title.casefold() == own.title.casefold()
        if alike and other.starts <= own.ends and own.starts <= other.ends:
            raise UserError(
                tr("{title} {first}–{last} finns redan. Ändra det i stället.",
                   title=other.title, first=other.starts, last=other.ends),
                field="starts",
            )  # fmt: skip
