"""That every party takes part in every meeting (R26). Source: T06."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.facts import Facts, MeetingFact
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.presence import is_vacant
from samverkan_desktop.rules.wording import listed
from samverkan_desktop.rules.years import years_of
from samverkan_desktop.vocabulary import AttendanceStatus, SeatAttendance


@dataclass(frozen=True)
class PartyRepresentation:
    """Takes no parameters: every party of the agreement, at every meeting held, extra ones too.

    A party is asked for where it has a seat in the group that sits at that meeting and is held by somebody; a
    body that is not bound by the agreement is not. A deputy represents its party, and so does a substitute.
    """


def missing(meeting: MeetingFact, facts: Facts) -> list[str]:
    """Return the names of the parties from which somebody should have been present and nobody was.

    Whoever came in the place of a seat's holder for once represents the party, though not the seat.
    """
    noted = facts.attendances_of(meeting.id)
    empty = {each.seat_id for each in noted if each.status is AttendanceStatus.VACANT}
    present = {
        facts.seat(each.seat_id).party_id
        for each in noted
        if each.status is AttendanceStatus.PRESENT or each.substitute
    }
    asked = {
        seat.party_id
        for seat in facts.seats_of(meeting.group_id, meeting.day)
        if (seat.attendance is SeatAttendance.EVERY or seat.id in meeting.called_seat_ids)
        and seat.id not in empty
        and not is_vacant(facts, seat.id, meeting.day)
    }
    return [
        party.name for party in facts.parties if party.signs and party.id in asked and party.id not in present
    ]


def _verdict(held: list[MeetingFact], period: str, facts: Facts) -> tuple[Status, str, list[MeetingFact]]:
    """Return the status, the message, and the meetings that are amiss."""
    if not held:
        return Status.NOT_DUE, tr("Inget möte har hållits {period}.", period=period), []
    unnoted = [meeting for meeting in held if not facts.attendances_of(meeting.id)]
    amiss = [(meeting, missing(meeting, facts)) for meeting in held if meeting not in unnoted]
    amiss = [(meeting, parties) for meeting, parties in amiss if parties]
    if amiss:
        which = "; ".join(
            tr(
                "{meeting} {day}: {parties}",
                meeting=evidence.meeting(meeting).label,
                day=meeting.day,
                parties=listed(parties),
            )
            for meeting, parties in amiss
        )
        text = tr("Alla parter var inte företrädda. Saknades vid {which}.", which=which)
        return Status.BREACHED, text, [meeting for meeting, _ in amiss]
    if unnoted:
        days = listed([str(meeting.day) for meeting in unnoted])
        return Status.NOT_COUNTABLE, tr("Närvaron är inte antecknad för mötet {days}.", days=days), unnoted
    return Status.FULFILLED, tr("Alla parter har varit företrädda vid de möten som hållits."), []


def _mend(status: Status) -> str:
    if status is Status.BREACHED:
        return tr("Kontrollera närvaron, och se till att alla parter är företrädda vid nästa möte.")
    if status is Status.NOT_COUNTABLE:
        return tr("Anteckna vilka funktioner som deltog.")
    return ""


def evaluate(
    obligation: Obligation,
    parameters: PartyRepresentation,  # noqa: ARG001  there are none
    facts: Facts,
    on: date,
) -> Iterator[Finding]:
    """Yield, for each working year begun, whether every party took part in every meeting held."""
    for group in obligation.groups(facts):
        for period in years_of(obligation, facts, group, on):
            held = [meeting for meeting in facts.meetings_in(group.id, period.label) if meeting.held]
            status, message, amiss = _verdict(held, period.label, facts)
            yield obligation.finding(
                "R26",
                status,
                message,
                group=group,
                period=period.label,
                required=len(held),
                actual=len(held) - len(amiss),
                evidence=map(evidence.meeting, amiss or held),
                mend=_mend(status),
            )


KIND = RuleKind("party_representation", PartyRepresentation, evaluate, mark("Alla parter företrädda"))
