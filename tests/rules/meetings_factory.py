"""A group and its meetings, for rules on when it meets."""

from collections.abc import Iterable
from datetime import date

from samverkan_desktop.periods import Calendar
from samverkan_desktop.rules.facts import AgreementFact, Facts, GroupFact, MeetingFact
from samverkan_desktop.vocabulary import GroupKind, MeetingKind, WorkingYear

BOARD, CREW = 1, 2
COMMON = Calendar(WorkingYear.CALENDAR_YEAR)
SCHOOL = Calendar()


def group(identity: int = BOARD, **changes: object) -> GroupFact:
    key, name = ("styrgrupp", "Styrgruppen") if identity == BOARD else ("au", "Arbetsutskottet")
    return GroupFact(identity, key, name, GroupKind.STEERING_GROUP, **changes)  # type: ignore[arg-type]  as told


def met(
    identity: int, day: date, group_id: int = BOARD, *, held: bool = True, extra: bool = False
) -> MeetingFact:
    kind = MeetingKind.EXTRA if extra else MeetingKind.ORDINARY
    return MeetingFact(identity, group_id, kind, day, "", number=identity, held=held)


def a_group(
    *held: date,
    planned: Iterable[date] = (),
    calendar: Calendar = COMMON,
    starts: date = date(2019, 1, 1),
    ends: date | None = None,
    **changes: object,
) -> Facts:
    """Return an agreement in which one group has held meetings, and has planned others."""
    days = [*((day, True) for day in held), *((day, False) for day in planned)]
    meetings = [met(place, day, held=done) for place, (day, done) in enumerate(sorted(days), 1)]
    return Facts(
        agreement=AgreementFact(1, "Avtalet", starts, ends, calendar),
        groups=(group(**changes),),
        meetings=tuple(meetings),
    )
