"""That meetings are called before they are held (R28). Source: T19.

The agreement states no notice period, and none is invented: what is sent before the meeting is in time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.facts import Facts, MeetingFact
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.wording import listed
from samverkan_desktop.rules.years import years_of


@dataclass(frozen=True)
class MeetingCall:
    """Takes no parameters."""


@dataclass(frozen=True)
class _Verdict:
    status: Status
    message: str
    meetings: tuple[MeetingFact, ...]
    mend: str = ""


def _days(meetings: list[MeetingFact]) -> str:
    return listed([str(meeting.day) for meeting in meetings])


def _verdict(meetings: tuple[MeetingFact, ...], period: str, on: date) -> _Verdict:
    if not meetings:
        return _Verdict(Status.NOT_DUE, tr("Inga möten är inlagda {period}.", period=period), ())
    uncalled = [m for m in meetings if m.called_on is None and not m.held]
    late = [m for m in meetings if m.held and (m.called_on is None or m.called_on > m.day)]
    pressing = [m for m in uncalled if m.day - on <= timedelta(days=1)]
    if late:
        text = tr("Mötet {days} hölls utan att kallelse hade skickats.", days=_days(late))
        return _Verdict(
            Status.BREACHED, text, tuple(late), tr("Ange dagen för kallelsen om den skickades på annat sätt.")
        )
    if pressing:
        text = tr("Kallelse till mötet {days} är inte skickad.", days=_days(pressing))
        return _Verdict(Status.AT_RISK, text, tuple(pressing), tr("Skicka kallelsen."))
    if uncalled:
        text = tr("Nästa kallelse gäller mötet {day}.", day=uncalled[0].day)
        return _Verdict(Status.UPCOMING, text, tuple(m for m in meetings if m.called_on))
    return _Verdict(Status.FULFILLED, tr("Kallelse har skickats till alla möten."), meetings)


def evaluate(
    obligation: Obligation,
    parameters: MeetingCall,  # noqa: ARG001  there are none
    facts: Facts,
    on: date,
) -> Iterator[Finding]:
    """Yield, for each working year begun, whether its meetings were called before they were held."""
    for group in obligation.groups(facts):
        for period in years_of(obligation, facts, group, on):
            meetings = facts.meetings_in(group.id, period.label)
            verdict = _verdict(meetings, period.label, on)
            yield obligation.finding(
                "R28",
                verdict.status,
                verdict.message,
                group=group,
                period=period.label,
                required=len(meetings),
                actual=sum(meeting.called_on is not None for meeting in meetings),
                evidence=map(evidence.meeting, verdict.meetings),
                mend=verdict.mend,
            )


KIND = RuleKind("meeting_call", MeetingCall, evaluate, mark("Kallelse till möten"))
