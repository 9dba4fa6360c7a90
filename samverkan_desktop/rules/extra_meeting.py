"""That an extra meeting says who called for it and why (R21). Source: T16."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.facts import Facts, GroupFact, MeetingFact
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.vocabulary import MeetingKind


@dataclass(frozen=True)
class ExtraMeeting:
    """Takes no parameters: any seat of the group may call for an extra meeting, and says why."""


def _finding(obligation: Obligation, facts: Facts, group: GroupFact, meeting: MeetingFact) -> Finding:
    seats = {seat.id: seat for seat in facts.seats_of(group.id, meeting.day)}
    initiator = seats.get(meeting.initiator_seat_id) if meeting.initiator_seat_id is not None else None
    reason = meeting.reason.strip()
    if initiator and reason:
        status, mend = Status.FULFILLED, ""
        message = tr(
            "Det extra mötet {day} begärdes av {who}: {reason}",
            day=meeting.day,
            who=evidence.seat_label(initiator, facts),
            reason=reason,
        )
    else:
        status = Status.BREACHED
        mend = tr("Ange vad som inträffat och vilken funktion som kallar.")
        message = tr(
            "Det extra mötet {day} saknar {what}.", day=meeting.day, what=_missing(initiator, reason)
        )
    return obligation.finding(
        "R21",
        status,
        message,
        group=group,
        period=meeting.period,
        required=tr("skäl och en funktion i gruppen som kallar"),
        actual=evidence.seat_label(initiator, facts) if initiator else tr("saknas"),
        evidence=[
            evidence.meeting(meeting),
            *([evidence.seat(initiator, facts)] if initiator else []),
        ],
        mend=mend,
    )


def _missing(initiator: object | None, reason: str) -> str:
    if initiator:
        return tr("skäl")
    return tr("en funktion i gruppen som kallar") if reason else tr("skäl och en funktion som kallar")


def evaluate(
    obligation: Obligation,
    parameters: ExtraMeeting,  # noqa: ARG001  there are none
    facts: Facts,
    on: date,  # noqa: ARG001  the reason is there or not, whatever the day
) -> Iterator[Finding]:
    """Yield, for each extra meeting, whether it has an initiator in the group and a reason."""
    groups = {group.id: group for group in obligation.groups(facts)}
    for meeting in facts.meetings:
        extra = meeting.kind is MeetingKind.EXTRA and obligation.covers(meeting.day)
        if extra and meeting.group_id in groups:
            yield _finding(obligation, facts, groups[meeting.group_id], meeting)


KIND = RuleKind("extra_meeting", ExtraMeeting, evaluate, mark("Extra möten"))
