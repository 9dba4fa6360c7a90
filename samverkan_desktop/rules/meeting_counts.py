"""So many meetings in each stretch of time: planned (R04) and held (R05). Source: T14, S02, L03, L06."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.holidays import is_free
from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.periods import Period
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.facts import Facts, GroupFact, MeetingFact
from samverkan_desktop.rules.finding import SEVERITY, Finding, Status
from samverkan_desktop.rules.meetings import ordinary
from samverkan_desktop.rules.obligation import Obligation
from samverkan_desktop.rules.wording import capital, listed, noun, shall
from samverkan_desktop.rules.years import SHORT, has_ended, stretches, there_for_half
from samverkan_desktop.vocabulary import Grade, Per

#: Stretches shorter than a year, by name: one of them, and several.
_SHORT = {
    Per.TERM: (mark("termin"), mark("terminer")),
    Per.QUARTER: (mark("kvartal"), mark("kvartal")),
    Per.MONTH: (mark("månad"), mark("månader")),
}


@dataclass(frozen=True)
class Wanted:
    """How many meetings, the number as the agreement puts it (``minst 2``), and in which stretch of time."""

    count: int
    said: str
    per: Per

    @property
    def meetings(self) -> str:
        """The number with its noun: ``minst 1 möte``."""
        return f"{self.said} {noun(self.count, mark('möte'), mark('möten'))}"


@dataclass(frozen=True)
class Stretch:
    """A stretch of time, its meetings that count, and how it stands."""

    period: Period
    meetings: tuple[MeetingFact, ...]
    status: Status


def _over(facts: Facts, group: GroupFact, period: Period, on: date) -> bool:
    ends = facts.agreement.ends
    return has_ended(group, period, on) or (ends is not None and on > ends)


def _short(facts: Facts, group: GroupFact, period: Period, on: date) -> Status:
    """Return how a stretch of time with too few meetings stands."""
    if not there_for_half(facts, group, period):
        return Status.NOT_COUNTABLE
    return Status.BREACHED if _over(facts, group, period, on) else Status.AT_RISK


def _planned(facts: Facts, group: GroupFact, count: int, period: Period, on: date) -> Stretch:
    meetings = ordinary(facts, group.id, period.starts, period.ends)
    enough = len(meetings) >= count
    return Stretch(period, meetings, Status.FULFILLED if enough else _short(facts, group, period, on))


def _held(facts: Facts, group: GroupFact, count: int, period: Period, on: date) -> Stretch:
    meetings = ordinary(facts, group.id, period.starts, period.ends)
    held = tuple(meeting for meeting in meetings if meeting.held)
    coming = sum(not meeting.held and meeting.day >= on for meeting in meetings)
    if len(held) >= count:
        return Stretch(period, held, Status.FULFILLED)
    upcoming = len(held) + coming >= count
    return Stretch(period, held, Status.UPCOMING if upcoming else _short(facts, group, period, on))


def findings(
    obligation: Obligation, wanted: Wanted, facts: Facts, group: GroupFact, on: date
) -> Iterator[Finding]:
    """Yield, for each year begun, whether enough meetings are planned and held."""
    for year, judged in stretches(obligation, facts, group, on, wanted.per):
        # In July nobody is asked to meet.
        asked = [
            each for each in judged if wanted.per is not Per.MONTH or not is_free(each.starts, each.ends)
        ]
        planned = [_planned(facts, group, wanted.count, each, on) for each in asked]
        held = [_held(facts, group, wanted.count, each, on) for each in asked]
        if wanted.per not in SHORT:
            yield _one(obligation, "R04", wanted, group, planned[0])
            yield _one(obligation, "R05", wanted, group, held[0])
        elif asked:
            yield _several(obligation, "R04", wanted, group, year, planned)
            yield _several(obligation, "R05", wanted, group, year, held)


def _mend(rule: str, status: Status) -> str:
    if status is not Status.AT_RISK:
        return ""
    if rule == "R04":
        return tr("Lägg in fler möten i årsplanen.")
    return tr("Håll eller planera de möten som återstår.")


def _one(obligation: Obligation, rule: str, wanted: Wanted, group: GroupFact, stretch: Stretch) -> Finding:
    """Return the finding on a year."""
    actual, period = len(stretch.meetings), stretch.period.label
    if rule == "R04":
        text = noun(
            wanted.count,
            mark("{actual} av {count} möte är planerat för {period}."),
            mark("{actual} av {count} möten är planerade för {period}."),
        )
    else:
        text = noun(
            wanted.count,
            mark("{actual} av {count} fastlagt möte har hållits {period}."),
            mark("{actual} av {count} fastlagda möten har hållits {period}."),
        )
    message = text.format(actual=actual, count=wanted.said, period=period)
    if stretch.status is Status.NOT_COUNTABLE:
        message += " " + tr("Avtalet eller gruppen fanns bara en mindre del av tiden.")
    return obligation.finding(
        rule,
        stretch.status,
        message,
        group=group,
        period=period,
        required=wanted.count,
        actual=actual,
        evidence=map(evidence.meeting, stretch.meetings),
        mend=_mend(rule, stretch.status),
    )


def _several(
    obligation: Obligation,
    rule: str,
    wanted: Wanted,
    group: GroupFact,
    year: Period,
    found: Sequence[Stretch],
) -> Finding:
    """Return the finding on the terms, quarters or months of a working year."""
    judged = [each for each in found if each.status is not Status.NOT_COUNTABLE] or found
    status = min((each.status for each in judged), key=SEVERITY.__getitem__)
    fine = [each for each in judged if each.status is Status.FULFILLED]
    lacking = [each for each in judged if each.status is Status.BREACHED]
    # What may still be held is not missing yet; what is not planned is.
    lacking += [each for each in judged if each.status is Status.AT_RISK and rule == "R04"]
    due = len(fine) + len(lacking)
    return obligation.finding(
        rule,
        status,
        _message(rule, obligation.grade, wanted, year, due, fine, lacking),
        group=group,
        period=year.label,
        required=due,
        actual=len(fine),
        evidence=[evidence.meeting(meeting) for each in found for meeting in each.meetings],
        mend=_mend(rule, status),
    )


def _message(
    rule: str,
    grade: Grade,
    wanted: Wanted,
    year: Period,
    due: int,
    fine: Sequence[Stretch],
    lacking: Sequence[Stretch],
) -> str:
    told = {
        "count": wanted.meetings,
        "period": year.label,
        "fine": len(fine),
        "due": due,
        "units": noun(due or 1, *_SHORT[wanted.per]),
    }
    if not due:
        return capital(tr("{count} {shall} hållas varje {units} {period}.", shall=shall(grade), **told))
    if rule == "R04":
        message = tr("{fine} av {due} {units} har {count} planerat för {period}.", **told)
    else:
        message = tr("{fine} av {due} {units} har haft {count} {period}.", **told)
    if not lacking:
        return message
    names = listed([_counted(each, wanted.count) for each in lacking])
    return tr("{message} För få möten: {names}.", message=message, names=names)


def _counted(stretch: Stretch, count: int) -> str:
    """Return a stretch of time, with how many meetings it had where that is not none."""
    had = len(stretch.meetings)
    return stretch.period.label if count == 1 or not had else f"{stretch.period.label} ({had})"
