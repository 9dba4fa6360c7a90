"""That minutes are sent out (R24). Source: T20."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.facts import Facts, GroupFact, MeetingFact
from samverkan_desktop.rules.finding import SEVERITY, Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.parameter_fault import at_least_one
from samverkan_desktop.rules.wording import capital, listed, noun
from samverkan_desktop.rules.years import years_of
from samverkan_desktop.vocabulary import MeetingKind
from samverkan_desktop.words import Words


@dataclass(frozen=True)
class MinutesDistribution:
    """Parameters.

    Args:
        within_days: within how many days after the meeting; left out where the agreement states no time.
            Then minutes are late when the next ordinary meeting has been held without them.
    """

    within_days: int | None = None

    def __post_init__(self) -> None:
        if self.within_days is not None:
            at_least_one("within_days", self.within_days)


def _timed(meeting: MeetingFact, within: int, on: date) -> Status:
    last = meeting.day + timedelta(days=within)
    if meeting.minutes_sent_on:
        return Status.FULFILLED if meeting.minutes_sent_on <= last else Status.BREACHED
    return Status.UPCOMING if on <= last else Status.BREACHED


def _untimed(meeting: MeetingFact, last_ordinary: date | None) -> Status:
    if meeting.minutes_sent_on:
        return Status.FULFILLED
    followed = last_ordinary is not None and last_ordinary > meeting.day
    return Status.BREACHED if followed else Status.AT_RISK


def _last_ordinary(facts: Facts, group: GroupFact) -> date | None:
    """Return the day of the latest ordinary meeting that the group has held, in any year."""
    return max(
        (
            meeting.day
            for meeting in facts.meetings
            if meeting.group_id == group.id and meeting.held and meeting.kind is MeetingKind.ORDINARY
        ),
        default=None,
    )


def _took(meeting: MeetingFact) -> int:
    return (meeting.minutes_sent_on - meeting.day).days if meeting.minutes_sent_on else 0


def _days(number: int) -> str:
    return f"{number} {noun(number, mark('dag'), mark('dagar'))}"


def _message(status: Status, concerned: list[MeetingFact], record: str) -> str:
    unsent = [meeting for meeting in concerned if meeting.minutes_sent_on is None]
    if status is Status.FULFILLED:
        slowest = max(concerned, key=_took)
        return tr(
            "Alla {record} är utskickade, som längst efter {days} ({day}).",
            record=record,
            days=_days(_took(slowest)),
            day=slowest.day,
        )
    late = [
        tr("{day} (efter {days})", day=meeting.day, days=_days(_took(meeting)))
        for meeting in concerned
        if meeting.minutes_sent_on
    ]
    sentences = []
    if unsent:
        days = listed([str(meeting.day) for meeting in unsent])
        sentences.append(tr("{record} från {days} är inte utskickade.", record=capital(record), days=days))
    if late:
        days = listed(late)
        sentences.append(tr("{record} skickades ut sent från {days}.", record=capital(record), days=days))
    return " ".join(sentences)


def _finding(
    obligation: Obligation,
    group: GroupFact,
    period: str,
    judged: list[tuple[MeetingFact, Status]],
    words: Words,
) -> Finding:
    # What is to be mended comes first: the way there leads to the first meeting.
    held = [meeting for meeting, _ in sorted(judged, key=lambda each: SEVERITY[each[1]])]
    if held:
        status = min((each for _, each in judged), key=lambda each: SEVERITY[each])
        message = _message(status, [meeting for meeting, each in judged if each is status], words.record)
    else:
        status, message = Status.NOT_DUE, tr("Inget möte har hållits {period}.", period=period)
    unsent = any(meeting.minutes_sent_on is None for meeting in held)
    return obligation.finding(
        "R24",
        status,
        message,
        group=group,
        period=period,
        required=len(held),
        actual=sum(each is Status.FULFILLED for _, each in judged),
        evidence=map(evidence.meeting, held),
        mend=tr("Skicka ut {record}.", record=words.the_record) if unsent else "",
    )


def evaluate(
    obligation: Obligation, parameters: MinutesDistribution, facts: Facts, on: date
) -> Iterator[Finding]:
    """Yield, for each working year begun, whether the minutes of the meetings held have been sent out."""
    within = parameters.within_days
    for group in obligation.groups(facts):
        last_ordinary = _last_ordinary(facts, group)
        for period in years_of(obligation, facts, group, on):
            held = [meeting for meeting in facts.meetings_in(group.id, period.label) if meeting.held]
            judged = [
                (meeting, _timed(meeting, within, on) if within else _untimed(meeting, last_ordinary))
                for meeting in held
            ]
            yield _finding(obligation, group, period.label, judged, facts.agreement.said)


KIND = RuleKind("minutes_distribution", MinutesDistribution, evaluate, mark("Utskick av {record}"))
