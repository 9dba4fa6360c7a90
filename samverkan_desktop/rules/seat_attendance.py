"""That seats are present, each as strongly as its own grade demands (R31). Source: B12, ST14."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.periods import Period
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.facts import Facts, GroupFact, MeetingFact
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.rules.last_meeting import Stage, last_meeting
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.presence import Expected, expected
from samverkan_desktop.rules.wording import listed, shall
from samverkan_desktop.rules.years import years_of
from samverkan_desktop.vocabulary import Grade

_EVERYBODY = {
    Grade.MUST: mark("Alla som ska delta"),
    Grade.NORMALLY: mark("Alla som normalt ska delta"),
    Grade.SHOULD: mark("Alla som bör delta"),
}
_STRENGTH = {Grade.MUST: 0, Grade.NORMALLY: 1, Grade.SHOULD: 2}


class Meetings(StrEnum):
    """At which meetings the seats are to be present."""

    EVERY_MEETING = "every_meeting"
    LAST_MEETING = "last_meeting"


@dataclass(frozen=True)
class SeatAttendance:
    """Parameters.

    Args:
        at: at which meetings those seats are to be present that were called; extra meetings are meetings
            too. What a seat's own grade does not demand outright (normalt, bör) is never a breach.
    """

    at: Meetings = Meetings.EVERY_MEETING


@dataclass
class _Judged:
    """What was expected of seats of one grade, each with its meeting; of those that were there the number."""

    lacking: list[tuple[Expected, MeetingFact]] = field(default_factory=list)
    unknown: list[tuple[Expected, MeetingFact]] = field(default_factory=list)
    there: int = 0

    @property
    def all(self) -> int:
        return len(self.lacking) + len(self.unknown) + self.there


def _weaker(one: Grade, other: Grade) -> Grade:
    return max(one, other, key=_STRENGTH.__getitem__)


def _judged(facts: Facts, meetings: Sequence[MeetingFact], limit: Grade) -> dict[Grade, _Judged]:
    found: defaultdict[Grade, _Judged] = defaultdict(_Judged)
    judged_as = {grade: _weaker(grade, limit) for grade in Grade}
    for meeting in meetings:
        for each in expected(facts, meeting):
            judged = found[judged_as[each.seat.grade]]
            if each.there:
                judged.there += 1
            else:
                (judged.unknown if each.there is None else judged.lacking).append((each, meeting))
    return found


def _by_seat(facts: Facts, found: Sequence[tuple[Expected, MeetingFact]]) -> str:
    """Return each seat with the days it concerns: ``Rektorer (9 av 12) 2019-05-02``."""
    days: dict[str, list[str]] = {}
    for each, meeting in found:
        days.setdefault(each.named(facts), []).append(str(meeting.day))
    return "; ".join(tr("{seat} {days}", seat=seat, days=listed(those)) for seat, those in days.items())


def _verdict(facts: Facts, grade: Grade, judged: _Judged, period: Period) -> tuple[Status, str, str]:
    """Return the status, the message and what would mend it."""
    told = {"everybody": tr(_EVERYBODY[grade]), "period": period.label}
    if judged.lacking:
        who = _by_seat(facts, judged.lacking)
        message = tr("{everybody} gjorde det inte {period}. Saknades: {who}.", who=who, **told)
        return Status.BREACHED, message, tr("Kontrollera närvaron, eller kalla en ersättare nästa gång.")
    if judged.unknown:
        who = _by_seat(facts, judged.unknown)
        message = tr("Närvaron är inte antecknad för {who}.", who=who)
        return Status.NOT_COUNTABLE, message, tr("Anteckna vilka funktioner som deltog, och hur många.")
    return Status.FULFILLED, tr("{everybody} har deltagit {period}.", **told), ""


def _waiting(
    obligation: Obligation, group: GroupFact, period: Period, stage: Stage, meeting: MeetingFact | None
) -> Finding:
    """Return the finding where no meeting has been held yet, or none was."""
    if stage is Stage.MISSED:
        status, message = Status.BREACHED, tr("Inget ordinarie möte hölls {period}.", period=period.label)
    elif meeting is not None:
        text = tr(
            "De som är kallade {shall} delta i sista mötet {day}.",
            shall=shall(obligation.grade),
            day=meeting.day,
        )
        status, message = Status.UPCOMING, text
    else:
        status, message = Status.NOT_DUE, tr("Inget möte har hållits {period}.", period=period.label)
    found = [evidence.meeting(meeting)] if meeting else []
    return obligation.finding("R31", status, message, group=group, period=period.label, evidence=found)


def _findings(
    obligation: Obligation, facts: Facts, group: GroupFact, period: Period, meetings: Sequence[MeetingFact]
) -> Iterator[Finding]:
    """Yield a finding for each grade there are seats of."""
    for grade, judged in _judged(facts, meetings, obligation.grade).items():
        status, message, mend = _verdict(facts, grade, judged, period)
        concerned = judged.lacking or judged.unknown
        seats = {each.seat.id: each.seat for each, _ in concerned}
        at = {meeting.id: meeting for _, meeting in concerned}
        yield replace(obligation, grade=grade).finding(
            "R31",
            status,
            message,
            group=group,
            period=period.label,
            required=judged.all,
            actual=judged.there,
            evidence=[
                *map(evidence.meeting, at.values() if concerned else meetings),
                *(evidence.seat(seat, facts) for seat in seats.values()),
            ],
            mend=mend,
        )


def evaluate(obligation: Obligation, parameters: SeatAttendance, facts: Facts, on: date) -> Iterator[Finding]:
    """Yield, for each working year begun and each grade of seat, whether they took part."""
    for group in obligation.groups(facts):
        for period in years_of(obligation, facts, group, on):
            if parameters.at is Meetings.LAST_MEETING:
                last = last_meeting(facts, group, period, on)
                held = [last.meeting] if last.meeting and last.stage is Stage.HELD else []
            else:
                last = None
                held = [meeting for meeting in facts.meetings_in(group.id, period.label) if meeting.held]
            if held:
                yield from _findings(obligation, facts, group, period, held)
            else:
                stage, coming = (last.stage, last.meeting) if last else (Stage.UNKNOWN, None)
                yield _waiting(obligation, group, period, stage, coming)


KIND = RuleKind("seat_attendance", SeatAttendance, evaluate, mark("Funktionerna deltar"))
