"""That a group meets near another's meetings: planned (R04) and held (R05)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.periods import Period
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.facts import Facts, GroupFact, MeetingFact
from samverkan_desktop.rules.finding import SEVERITY, Finding, Status
from samverkan_desktop.rules.meetings import ordinary
from samverkan_desktop.rules.obligation import Obligation
from samverkan_desktop.rules.wording import listed, noun
from samverkan_desktop.rules.years import years_of

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Near:
    """Near which group's meetings, within how many days (None: between two of them), and on which side."""

    group: str
    within: int | None
    before: bool


@dataclass(frozen=True)
class Pair:
    """A meeting of the other group, the days on which this one is to meet, and whether it did."""

    other: MeetingFact
    first: date
    last: date
    own: tuple[MeetingFact, ...]


def _pairs(facts: Facts, group: GroupFact, other: GroupFact, near: Near, period: Period) -> Iterator[Pair]:
    theirs = ordinary(facts, other.id)
    for place, meeting in enumerate(theirs):
        if meeting.day not in period:
            continue
        first = last = meeting.day
        if near.within is not None:
            if near.before:
                first -= near.within * _DAY
            else:
                last += near.within * _DAY
        elif near.before:
            first = theirs[place - 1].day + _DAY if place else date.min
        else:
            last = theirs[place + 1].day - _DAY if place + 1 < len(theirs) else date.max
        yield Pair(meeting, first, last, ordinary(facts, group.id, first, last))


def _planned(pair: Pair, on: date) -> Status:
    if pair.own:
        return Status.FULFILLED
    return Status.BREACHED if pair.last < on else Status.AT_RISK


def _held(pair: Pair, on: date) -> Status | None:
    """Return how it stands; None where the other group's meeting was never held."""
    if any(meeting.held for meeting in pair.own):
        return Status.FULFILLED
    if any(meeting.day >= on for meeting in pair.own):
        return Status.UPCOMING
    if pair.last >= on:
        return Status.AT_RISK
    return Status.BREACHED if pair.other.held else None


def findings(
    obligation: Obligation, near: Near, facts: Facts, group: GroupFact, on: date
) -> Iterator[Finding]:
    """Yield, for each working year begun, whether the group meets near each meeting of the other."""
    other = next((each for each in facts.groups if each.key == near.group), None)
    if other is None:  # it was set up after the day that is looked at
        return
    for period in years_of(obligation, facts, group, on):
        pairs = list(_pairs(facts, group, other, near, period))
        planned = [(pair, _planned(pair, on)) for pair in pairs]
        held = [(pair, status) for pair in pairs if (status := _held(pair, on))]
        yield _finding(obligation, "R04", near, (group, other), period, planned)
        yield _finding(obligation, "R05", near, (group, other), period, held)


def _finding(
    obligation: Obligation,
    rule: str,
    near: Near,
    groups: tuple[GroupFact, GroupFact],
    period: Period,
    judged: Sequence[tuple[Pair, Status]],
) -> Finding:
    group, other = groups
    status = min((each for _, each in judged), key=SEVERITY.__getitem__, default=Status.NOT_DUE)
    fine = [pair for pair, each in judged if each is Status.FULFILLED]
    lacking = [pair.other for pair, each in judged if each in (Status.BREACHED, Status.AT_RISK)]
    own = {meeting.id: meeting for pair in fine for meeting in pair.own if rule == "R04" or meeting.held}
    days = listed([str(meeting.day) for meeting in lacking])
    if not judged:
        message = tr("{other} har inga möten {period}.", other=other.name, period=period.label)
    else:
        message = tr(
            "{fine} av {all} {meetings} i {other} {period} har ett möte i {group} {near}.",
            fine=len(fine),
            all=len(judged),
            meetings=noun(len(judged), mark("möte"), mark("möten")),
            other=other.name,
            group=group.name,
            near=_said(near),
            period=period.label,
        )
        if lacking:
            message = tr("{message} Det saknas för {days}.", message=message, days=days)
    return obligation.finding(
        rule,
        status,
        message,
        group=group,
        period=period.label,
        required=len(judged),
        actual=len(fine),
        evidence=map(evidence.meeting, own.values()),
        mend=tr("Planera ett möte {near} varje möte i {other}.", near=_said(near), other=other.name)
        if status is Status.AT_RISK
        else "",
    )


def _said(near: Near) -> str:
    if near.within is None:
        return tr("före") if near.before else tr("efter")
    days = f"{near.within} {noun(near.within, mark('dag'), mark('dagar'))}"
    return tr("inom {days} före", days=days) if near.before else tr("inom {days} efter", days=days)
