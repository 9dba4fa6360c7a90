"""That no individual is discussed or can be recognised (R11, R12). Source: T10."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.facts import Facts, GroupFact, ItemFact, MeetingFact
from samverkan_desktop.rules.finding import Evidence, Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.personal_identity_number import find
from samverkan_desktop.vocabulary import GroupKind, Policy


@dataclass(frozen=True)
class IndividualCases:
    """Parameters.

    Args:
        policy: whether the groups may discuss individual cases. Personal identity numbers are looked for
            in every text of the archive whatever the policy.
    """

    policy: Policy


@dataclass(frozen=True)
class _Place:
    """Texts that belong to one thing, and where it is found."""

    texts: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    day: date
    group_id: int | None = None


def _item_evidence(item: ItemFact, meeting: MeetingFact) -> tuple[Evidence, ...]:
    return evidence.item(item, meeting), evidence.meeting(meeting)


def _places(facts: Facts) -> Iterator[_Place]:
    meetings = {meeting.id: meeting for meeting in facts.meetings}
    for item in facts.items:
        meeting = meetings[item.meeting_id]
        texts = (item.heading, *item.texts)
        yield _Place(texts, _item_evidence(item, meeting), meeting.day, meeting.group_id)
    for decision in facts.decisions:
        meeting_of = meetings.get(decision.meeting_id)
        where = (evidence.decision(decision), *([evidence.meeting(meeting_of)] if meeting_of else []))
        yield _Place((decision.text,), where, decision.decided_on, decision.group_id)
    for commission in facts.commissions:
        texts = (commission.title, commission.how)
        yield _Place(texts, (evidence.commission(commission),), commission.given_on, commission.group_id)
    for deviation in facts.deviations:
        yield _Place(
            (deviation.description,),
            (evidence.deviation(deviation),),
            deviation.reported_on,
            deviation.group_id,
        )


def _numbers(obligation: Obligation, facts: Facts) -> Iterator[Finding]:
    """Yield R11: a finding for each thing whose texts hold a number, or one that says there is none."""
    groups = {group.id: group for group in facts.groups}
    clean = True
    for place in _places(facts):
        count = sum(len(find(text)) for text in place.texts)
        if not count or not obligation.covers(place.day):
            continue
        clean = False
        yield obligation.finding(
            "R11",
            Status.BREACHED,
            tr(
                "Texten ser ut att innehålla ett personnummer. Ta bort det innan anteckningarna färdigställs."
            ),
            group=groups.get(place.group_id) if place.group_id is not None else None,
            period=facts.agreement.calendar.of(place.day).label,
            required=0,
            actual=count,
            evidence=place.evidence,
            mend=tr("Ta bort personnumret ur texten till {what}.", what=place.evidence[0].label),
        )
    if clean:
        yield obligation.finding(
            "R11", Status.FULFILLED, tr("Inga personnummer har hittats i texterna."), required=0, actual=0
        )


def _flagged(
    obligation: Obligation, facts: Facts, group_ids: Iterable[int]
) -> Iterator[tuple[MeetingFact, ItemFact]]:
    wanted = set(group_ids)
    for meeting in facts.meetings:
        if meeting.group_id in wanted and obligation.covers(meeting.day):
            for item in facts.items_of(meeting.id):
                if item.individual_case:
                    yield meeting, item


def _cases(obligation: Obligation, facts: Facts) -> Iterator[Finding]:
    """Yield R12: a finding for each item marked as an individual case, or one that says there is none."""
    groups: dict[int, GroupFact] = {group.id: group for group in obligation.groups(facts)}
    clean = True
    for meeting, item in _flagged(obligation, facts, groups):
        clean = False
        group = groups[meeting.group_id]
        yield obligation.finding(
            "R12",
            Status.BREACHED,
            tr("Individärenden behandlas inte i {group}. Hänvisa till närmsta chef.", group=_called(group)),
            group=group,
            period=meeting.period,
            required=0,
            actual=1,
            evidence=_item_evidence(item, meeting),
            mend=tr(
                "Ta bort punkt {number} och hänvisa till närmsta chef i verksamheten.", number=item.number
            ),
        )
    if clean and groups:
        yield obligation.finding(
            "R12", Status.FULFILLED, tr("Inga individärenden finns på dagordningarna."), required=0, actual=0
        )


def _called(group: GroupFact) -> str:
    return tr("styrgruppen") if group.kind is GroupKind.STEERING_GROUP else tr("gruppen")


def evaluate(
    obligation: Obligation,
    parameters: IndividualCases,
    facts: Facts,
    on: date,  # noqa: ARG001  what is written is written, whatever the day
) -> Iterator[Finding]:
    """Yield what texts seem to name an individual, and, where it is banned, what items concern one."""
    yield from _numbers(obligation, facts)
    if parameters.policy is Policy.BAN:
        yield from _cases(obligation, facts)


KIND = RuleKind("individual_cases", IndividualCases, evaluate, mark("Individärenden"))
