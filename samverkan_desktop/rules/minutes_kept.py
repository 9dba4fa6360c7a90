"""That minutes are kept of every meeting (R32). Source: S05."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.facts import Facts, GroupFact, MeetingFact
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.rules.meetings import last_held
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.wording import capital, listed, shall
from samverkan_desktop.rules.years import years_of
from samverkan_desktop.words import Words


@dataclass(frozen=True)
class MinutesKept:
    """Takes no parameters: every meeting held has minutes that were finished, extra ones too.

    The agreement states no time: minutes are late when the next meeting has been held without them, or when
    the working year is over.
    """


def _finding(
    obligation: Obligation,
    group: GroupFact,
    period: str,
    held: list[MeetingFact],
    late: set[int],
    words: Words,
) -> Finding:
    lacking = [meeting for meeting in held if meeting.minutes_finished_on is None]
    overdue = [meeting for meeting in lacking if meeting.id in late]
    days = listed([str(meeting.day) for meeting in overdue or lacking])
    if not held:
        status, message = Status.NOT_DUE, tr("Inget möte har hållits {period}.", period=period)
    elif overdue:
        status = Status.BREACHED
        message = tr("{record} från {days} är inte färdigställda.", record=capital(words.record), days=days)
    elif lacking:
        status = Status.UPCOMING
        message = tr(
            "{record} från {days} {shall} färdigställas.",
            record=capital(words.record),
            days=days,
            shall=shall(obligation.grade),
        )
    else:
        status = Status.FULFILLED
        message = tr(
            "Det finns färdigställda {record} från alla möten {period}.", record=words.record, period=period
        )
    return obligation.finding(
        "R32",
        status,
        message,
        group=group,
        period=period,
        required=len(held),
        actual=len(held) - len(lacking),
        evidence=map(evidence.meeting, overdue or lacking or held),
        mend=tr("Färdigställ {record}.", record=words.the_record) if lacking else "",
    )


def evaluate(
    obligation: Obligation,
    parameters: MinutesKept,  # noqa: ARG001  there are none
    facts: Facts,
    on: date,
) -> Iterator[Finding]:
    """Yield, for each working year begun, whether the minutes of the meetings held are finished."""
    for group in obligation.groups(facts):
        for period in years_of(obligation, facts, group, on):
            held = [meeting for meeting in facts.meetings_in(group.id, period.label) if meeting.held]
            latest = last_held(facts, group.id)
            late = {meeting.id for meeting in held if latest > meeting.day or on > period.ends}
            yield _finding(obligation, group, period.label, held, late, facts.agreement.said)


KIND = RuleKind("minutes_kept", MinutesKept, evaluate, mark("{record} från varje möte"))
