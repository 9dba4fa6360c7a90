"""That what a line manager raises reaches the group's agenda (R23). Source: T11."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.facts import Facts, GroupFact, MeetingFact
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.outcome_facts import (
    DeviationFact,
)
from samverkan_desktop.rules.skipped import told
from samverkan_desktop.vocabulary import MeetingKind


@dataclass(frozen=True)
class Escalation:
    """Takes no parameters: a question raised has a ground, and is taken up by the next ordinary meeting."""


@dataclass(frozen=True)
class _Verdict:
    status: Status
    message: str
    mend: str = ""


def _next_ordinary(meetings: list[MeetingFact], escalated: date) -> MeetingFact | None:
    """Return the first ordinary meeting after the day; one on the day itself was called before it."""
    return min(
        (meeting for meeting in meetings if meeting.kind is MeetingKind.ORDINARY and meeting.day > escalated),
        key=lambda meeting: meeting.day,
        default=None,
    )


def _verdict(
    deviation: DeviationFact, taken_up: MeetingFact | None, next_one: MeetingFact | None
) -> _Verdict:
    number = deviation.number
    if deviation.ground is None:
        return _Verdict(
            Status.BREACHED,
            tr("Frågan {number} har lyfts utan att grunden är angiven.", number=number),
            tr("Ange om frågan är av övergripande natur eller av principiellt intresse."),
        )
    if taken_up:
        text = (
            tr("Frågan {number} togs upp {day}.", number=number, day=taken_up.day)
            if taken_up.held
            else tr("Frågan {number} tas upp {day}.", number=number, day=taken_up.day)
        )
        return _Verdict(Status.FULFILLED if taken_up.held else Status.UPCOMING, text)
    missing = tr("Frågan {number} har lyfts till gruppen men saknas på dagordningen.", number=number)
    missed = next_one is not None and (next_one.held or next_one.called_on is not None)
    return _Verdict(
        Status.BREACHED if missed else Status.AT_RISK,
        told(missing, next_one, "deviation", deviation.id),
        tr("Lägg frågan på dagordningen till nästa möte."),
    )


def _finding(
    obligation: Obligation,
    group: GroupFact,
    deviation: DeviationFact,
    escalated: date,
    meetings: list[MeetingFact],
    on_agenda: set[int],
    facts: Facts,
) -> Finding:
    next_one = _next_ordinary(meetings, escalated)
    in_time = [
        meeting
        for meeting in meetings
        if meeting.id in on_agenda
        and meeting.day >= escalated
        and (next_one is None or meeting.day <= next_one.day)
    ]
    taken_up = min(in_time, key=lambda meeting: meeting.day, default=None)
    verdict = _verdict(deviation, taken_up, next_one)
    about = taken_up or next_one
    return obligation.finding(
        "R23",
        verdict.status,
        verdict.message,
        group=group,
        period=facts.agreement.calendar.of(escalated).label,
        required=tr("på dagordningen {day}", day=next_one.day) if next_one else tr("på dagordningen"),
        actual=str(taken_up.day) if taken_up else tr("saknas"),
        evidence=[evidence.deviation(deviation), *([evidence.meeting(about)] if about else [])],
        mend=verdict.mend,
    )


def evaluate(
    obligation: Obligation,
    parameters: Escalation,  # noqa: ARG001  there are none
    facts: Facts,
    on: date,  # noqa: ARG001  the facts are already those of the day
) -> Iterator[Finding]:
    """Yield, for each deviation escalated to the group, whether it reached the agenda in time."""
    agendas: dict[int, set[int]] = {}
    for item in facts.items:
        if item.deviation_id is not None:
            agendas.setdefault(item.deviation_id, set()).add(item.meeting_id)
    for group in obligation.groups(facts):
        meetings = [meeting for meeting in facts.meetings if meeting.group_id == group.id]
        for deviation in facts.deviations:
            if deviation.escalated_on is None or not obligation.covers(deviation.escalated_on):
                continue
            if deviation.group_id in (None, group.id):
                on_agenda = agendas.get(deviation.id, set())
                yield _finding(
                    obligation, group, deviation, deviation.escalated_on, meetings, on_agenda, facts
                )


KIND = RuleKind("escalation", Escalation, evaluate, mark("Lyfta frågor"))
