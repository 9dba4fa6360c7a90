"""That no individual is discussed where that is banned, or can be recognised (R11, R12).

Source: T10, S16, ST11, ST12, L12.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from operator import attrgetter
from typing import Any

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.rules import board_matters, evidence
from samverkan_desktop.rules.facts import Facts, GroupFact, ItemFact, MeetingFact
from samverkan_desktop.rules.finding import Evidence, Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.once import once
from samverkan_desktop.rules.personal_identity_number import find, worth_a_look
from samverkan_desktop.rules.register_facts import AreaFact
from samverkan_desktop.vocabulary import Policy


@dataclass(frozen=True)
class IndividualCases:
    """Parameters.

    Args:
        policy: whether the groups may discuss individual cases; a field of collaboration that has a policy
            of its own goes before it (ST12). Personal identity numbers are looked for in every text of the
            archive whatever the policy.
    """

    policy: Policy


@dataclass(frozen=True)
class _Place:
    """Where a thing is found whose texts hold a number."""

    evidence: tuple[Evidence, ...]
    day: date
    group_id: int | None = None


def _item_evidence(item: ItemFact, meeting: MeetingFact) -> tuple[Evidence, ...]:
    return evidence.item(item, meeting), evidence.meeting(meeting)


#: Everything that bears texts, by the name it has among the facts, and which texts of it are read.
_TEXTS = {
    "items": ("heading", "texts"),
    "decisions": ("text",),
    "commissions": ("title", "how"),
    "deviations": ("description",),
    "board_matters": ("title", "texts"),
    "directions": ("text",),
    "level_reports": ("text",),
}
#: The field that holds several texts.
_SEVERAL = "texts"


def _place(facts: Facts, name: str, thing: Any) -> _Place:  # noqa: ANN401  one of those that bear texts
    """Return where a thing is found."""
    match name:
        case "items":
            at = _meetings(facts)[thing.meeting_id]
            return _Place(_item_evidence(thing, at), at.day, at.group_id)
        case "decisions":
            held = _meetings(facts).get(thing.meeting_id)
            where = (evidence.decision(thing), *([evidence.meeting(held)] if held else []))
            return _Place(where, thing.decided_on, thing.group_id)
        case "commissions":
            return _Place((evidence.commission(thing),), thing.given_on, thing.group_id)
        case "deviations":
            return _Place((evidence.deviation(thing),), thing.reported_on, thing.group_id)
        case "board_matters":
            return _Place(board_matters.evidence(thing), thing.opened_on)
        case "directions":
            told = Evidence("direction", thing.id, tr("en styrning"), thing.given_on)
            return _Place((told,), thing.given_on, thing.group_id)
        case _:
            told = Evidence("level_report", thing.id, tr("en redovisning uppåt"), thing.reported_on)
            return _Place((told,), thing.reported_on, thing.group_id)


@once
def _meetings(facts: Facts) -> dict[int, MeetingFact]:
    return {meeting.id: meeting for meeting in facts.meetings}


@once
def _places_with_numbers(facts: Facts) -> tuple[tuple[_Place, int], ...]:
    """Return each thing whose texts hold numbers, and how many; nearly always there is none."""
    texts: list[str] = []
    for name, fields in _TEXTS.items():
        for field in fields:
            read = map(attrgetter(field), getattr(facts, name))
            texts += chain.from_iterable(read) if field == _SEVERAL else read
    suspected = {text for text in worth_a_look(texts) if find(text)}
    if not suspected:
        return ()
    return tuple(
        (_place(facts, name, thing), count)
        for name, fields in _TEXTS.items()
        for thing in getattr(facts, name)
        if (count := sum(len(find(text)) for text in _texts(thing, fields) if text in suspected))
    )


def _texts(thing: object, fields: Iterable[str]) -> Iterator[str]:
    for field in fields:
        if field == _SEVERAL:
            yield from getattr(thing, field)
        else:
            yield getattr(thing, field)


def _numbers(obligation: Obligation, facts: Facts, on: date) -> Iterator[Finding]:
    """Yield R11: a finding for each thing whose texts hold a number, or one that says there is none."""
    groups = {group.id: group for group in facts.groups}
    clean = True
    for place, count in _places_with_numbers(facts):
        if not obligation.covers(place.day):
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
    # Of a version that is not in force there is nothing to say but what was wrong.
    if clean and obligation.covers(on):
        yield obligation.finding(
            "R11", Status.FULFILLED, tr("Inga personnummer har hittats i texterna."), required=0, actual=0
        )


@once
def _individual(facts: Facts) -> list[ItemFact]:
    return [item for item in facts.items if item.individual_case]


def _flagged(
    obligation: Obligation, facts: Facts, group_ids: Iterable[int]
) -> Iterator[tuple[MeetingFact, ItemFact]]:
    wanted = set(group_ids)
    for item in _individual(facts):
        meeting = _meetings(facts)[item.meeting_id]
        if meeting.group_id in wanted and obligation.covers(meeting.day):
            yield meeting, item


def policy_of(area: AreaFact | None, own: Policy) -> Policy:
    """Return whether individual cases may be discussed under an item.

    Args:
        area: the field of collaboration that the item is marked with; None for none.
        own: the group's policy, which the field's goes before.
    """
    return area.policy if area is not None and area.policy is not None else own


def _consent_is_noted(item: ItemFact, meeting: MeetingFact) -> bool:
    """Say whether consent was given by the day of the meeting, and it is known where it is kept (S16)."""
    given = item.consent_on is not None and item.consent_on <= meeting.day
    return given and bool(item.consent_kept.strip())


def _banned(item: ItemFact, group: GroupFact, area: AreaFact | None) -> tuple[Status, str, str]:
    where = (
        tr("inom {area}", area=area.name)
        if area is not None and area.policy is Policy.BAN
        else tr("i {group}", group=_called(group))
    )
    return (
        Status.BREACHED,
        tr("Individärenden behandlas inte {where}. Hänvisa till närmsta chef.", where=where),
        tr("Ta bort punkt {number} och hänvisa till närmsta chef i verksamheten.", number=item.number),
    )


def _without_consent(item: ItemFact, meeting: MeetingFact) -> tuple[Status, str, str]:
    # Until the call is sent there is time to ask for it.
    late = meeting.called_on is not None or meeting.held
    return (
        Status.BREACHED if late else Status.AT_RISK,
        tr("Punkt {number} är ett individärende utan anteckning om samtycke.", number=item.number),
        tr("Anteckna vilken dag samtycke lämnades och var det förvaras, men aldrig vem det gäller."),
    )


def _cases(obligation: Obligation, own: Policy, facts: Facts, on: date) -> Iterator[Finding]:
    """Yield R12: a finding for each individual case that may not be where it is, or one that all is well.

    Where individual cases may be discussed without conditions there is nothing to find.
    """
    groups: dict[int, GroupFact] = {group.id: group for group in obligation.groups(facts)}
    areas = {area.id: area for area in facts.areas}
    clean, flagged = True, False
    for meeting, item in _flagged(obligation, facts, groups):
        group, area = groups[meeting.group_id], areas.get(item.area_id or 0)
        flagged = True
        match policy_of(area, own):
            case Policy.BAN:
                status, message, mend = _banned(item, group, area)
            case Policy.CONSENT_NOTE if not _consent_is_noted(item, meeting):
                status, message, mend = _without_consent(item, meeting)
            case _:
                continue
        clean = False
        yield obligation.finding(
            "R12",
            status,
            message,
            group=group,
            period=meeting.period,
            required=0,
            actual=1,
            evidence=_item_evidence(item, meeting),
            mend=mend,
        )
    policies = {own, *(area.policy for area in facts.areas if area.policy)}
    if clean and obligation.covers(on) and groups and policies != {Policy.ALLOWED}:
        yield obligation.finding("R12", Status.FULFILLED, _all_well(flagged=flagged), required=0, actual=0)


def _all_well(*, flagged: bool) -> str:
    if not flagged:
        return tr("Inga individärenden finns på dagordningarna.")
    return tr(
        "De individärenden som finns på dagordningarna får tas upp där. "
        "Namn och andra personuppgifter antecknas aldrig."
    )


def _called(group: GroupFact) -> str:
    """Return what a group is called inside a sentence: its own name."""
    return f"{group.name[:1].lower()}{group.name[1:]}"


def evaluate(
    obligation: Obligation, parameters: IndividualCases, facts: Facts, on: date
) -> Iterator[Finding]:
    """Yield what texts seem to name an individual, and what items concern one where none may, or not so."""
    yield from _numbers(obligation, facts, on)
    yield from _cases(obligation, parameters.policy, facts, on)


KIND = RuleKind("individual_cases", IndividualCases, evaluate, mark("Individärenden"))
