"""That a direction from a superior group reaches the agenda (R49). Source: L03."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.rules import evidence as evidence_of
from samverkan_desktop.rules.facts import Facts, GroupFact, MeetingFact
from samverkan_desktop.rules.finding import Evidence, Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.register_facts import DirectionFact
from samverkan_desktop.vocabulary import MeetingKind


@dataclass(frozen=True)
class Directions:
    """Takes no parameters: a direction received is taken up by the next ordinary meeting after it."""


def _verdict(
    given: str, superior: str, taken_up: MeetingFact | None, next_one: MeetingFact | None
) -> tuple[Status, str, str]:
    told = {"superior": superior, "given": given}
    in_time = taken_up is not None and (next_one is None or taken_up.day <= next_one.day)
    if taken_up is not None and in_time:
        if taken_up.held:
            text = tr("Styrningen från {superior} {given} togs upp {day}.", **told, day=taken_up.day)
            return Status.FULFILLED, text, ""
        text = tr("Styrningen från {superior} {given} tas upp {day}.", **told, day=taken_up.day)
        return Status.UPCOMING, text, ""
    missed = next_one is not None and (next_one.held or next_one.called_on is not None)
    if taken_up is not None and missed:
        text = tr("Styrningen från {superior} {given} tas upp först {day}.", **told, day=taken_up.day)
        return Status.BREACHED, text, ""
    text = tr("Styrningen från {superior} {given} saknas på dagordningen.", **told)
    mend = tr("Lägg styrningen på dagordningen till nästa möte.")
    return Status.BREACHED if missed else Status.AT_RISK, text, mend


def _finding(
    obligation: Obligation,
    group: GroupFact,
    direction: DirectionFact,
    meetings: Sequence[MeetingFact],
    facts: Facts,
) -> Finding:
    taken_up = next((each for each in meetings if each.id == direction.meeting_id), None)
    after = (each for each in meetings if each.kind is MeetingKind.ORDINARY and each.day > direction.given_on)
    next_one = min(after, key=lambda meeting: meeting.day, default=None)
    superior = next((each.name for each in facts.groups if each.id == direction.superior_id), "")
    status, message, mend = _verdict(str(direction.given_on), superior, taken_up, next_one)
    about = taken_up or next_one
    label = tr("styrning från {superior}", superior=superior)
    return obligation.finding(
        "R49",
        status,
        message,
        group=group,
        period=facts.agreement.calendar.of(direction.given_on).label,
        required=tr("på dagordningen {day}", day=next_one.day) if next_one else tr("på dagordningen"),
        actual=str(taken_up.day) if taken_up else tr("saknas"),
        evidence=[
            Evidence("direction", direction.id, label, direction.given_on),
            *([evidence_of.meeting(about)] if about else []),
        ],
        mend=mend,
    )


def evaluate(
    obligation: Obligation,
    parameters: Directions,  # noqa: ARG001  there are none
    facts: Facts,
    on: date,  # noqa: ARG001  the facts are already those of the day
) -> Iterator[Finding]:
    """Yield, for each direction a group has received, whether it reached the agenda in time."""
    for group in obligation.groups(facts):
        received = [
            each
            for each in facts.directions
            if each.group_id == group.id and obligation.covers(each.given_on)
        ]
        if received:
            meetings = [meeting for meeting in facts.meetings if meeting.group_id == group.id]
            for direction in received:
                yield _finding(obligation, group, direction, meetings, facts)


KIND = RuleKind("directions", Directions, evaluate, mark("Styrning från överordnad grupp"))
