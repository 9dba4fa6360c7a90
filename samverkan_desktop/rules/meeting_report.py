"""That each meeting held is reported to boards (R45). Source: ST13."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.register_vocabulary import MatterSubject
from samverkan_desktop.rules import board_matters
from samverkan_desktop.rules import evidence as evidence_of
from samverkan_desktop.rules.facts import Facts, GroupFact, MeetingFact
from samverkan_desktop.rules.finding import SEVERITY, Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.parameter_fault import at_least_one
from samverkan_desktop.rules.wording import listed
from samverkan_desktop.rules.years import years_of
from samverkan_desktop.vocabulary import MeetingKind


@dataclass(frozen=True)
class MeetingReport:
    """Parameters.

    Args:
        boards: the names of the boards that are to have each meeting reported to them.
        within_days: within how many days after the meeting; left out where the agreement states no time.
            Then a meeting not reported is a risk when the next ordinary one has been held or the working
            year is over, never a breach.
    """

    boards: tuple[str, ...]
    within_days: int | None = None

    def __post_init__(self) -> None:
        board_matters.check_boards(self.boards)
        if self.within_days is not None:
            at_least_one("within_days", self.within_days)


def _days_of_reports(facts: Facts, board: str) -> dict[int, date]:
    """Return the first day on which a board had each meeting reported to it, by the meeting's identity."""
    days: dict[int, date] = {}
    for matter in board_matters.matters_about(facts, MatterSubject.MEETING):
        report = board_matters.reported(matter, board)
        if matter.meeting_id is not None and report is not None and report.reported_on is not None:
            days[matter.meeting_id] = min(report.reported_on, days.get(matter.meeting_id, date.max))
    return days


def _status(
    meeting: MeetingFact, reported: date | None, within: int | None, on: date, *, late: bool
) -> Status:
    if within is None:
        waiting = Status.AT_RISK if late else Status.UPCOMING
        return Status.FULFILLED if reported else waiting
    last = meeting.day + timedelta(days=within)
    if reported:
        return Status.FULFILLED if reported <= last else Status.BREACHED
    return Status.UPCOMING if on <= last else Status.BREACHED


def _message(board: str, concerned: list[tuple[MeetingFact, date | None]], status: Status) -> str:
    if status is Status.FULFILLED:
        return tr("Alla hållna möten är redovisade för {board}.", board=board)
    missing = [str(meeting.day) for meeting, day in concerned if day is None]
    late = [
        tr("{day} (redovisat {reported})", day=meeting.day, reported=day)
        for meeting, day in concerned
        if day is not None
    ]
    sentences = []
    if len(missing) == 1:
        sentences.append(tr("Mötet {days} är inte redovisat för {board}.", days=missing[0], board=board))
    elif missing:
        days = listed(missing)
        sentences.append(tr("Mötena {days} är inte redovisade för {board}.", days=days, board=board))
    if late:
        sentences.append(tr("För sent redovisat för {board}: {days}.", days=listed(late), board=board))
    return " ".join(sentences)


def _finding(
    obligation: Obligation,
    board: str,
    group: GroupFact,
    period: str,
    judged: list[tuple[MeetingFact, date | None, Status]],
) -> Finding:
    judged = sorted(judged, key=lambda each: SEVERITY[each[2]])
    status = judged[0][2] if judged else Status.NOT_DUE
    concerned = [(meeting, day) for meeting, day, each in judged if each is status]
    message = (
        _message(board, concerned, status)
        if judged
        else tr("Inget möte har hållits {period}.", period=period)
    )
    missing = any(day is None for _, day in concerned)
    return obligation.finding(
        "R45",
        status,
        message,
        group=group,
        period=period,
        required=len(judged),
        actual=sum(each is Status.FULFILLED for _, _, each in judged),
        evidence=[evidence_of.meeting(meeting) for meeting, _, _ in judged],
        mend=tr("Redovisa mötet för {board} och anteckna dagen.", board=board) if missing else "",
    )


def _last_held(facts: Facts, group: GroupFact) -> date:
    """Return the day of the latest ordinary meeting that a group has held, in any year."""
    return max(
        (
            meeting.day
            for meeting in facts.meetings
            if meeting.group_id == group.id and meeting.held and meeting.kind is MeetingKind.ORDINARY
        ),
        default=date.min,
    )


def evaluate(obligation: Obligation, parameters: MeetingReport, facts: Facts, on: date) -> Iterator[Finding]:
    """Yield, for each working year begun and each board, whether the meetings held have been reported."""
    reported = {board: _days_of_reports(facts, board) for board in parameters.boards}
    for group in obligation.groups(facts):
        last_held = _last_held(facts, group)
        for period in years_of(obligation, facts, group, on):
            held = [meeting for meeting in facts.meetings_in(group.id, period.label) if meeting.held]
            for board, days in reported.items():
                judged = [
                    (
                        meeting,
                        day,
                        _status(
                            meeting,
                            day,
                            parameters.within_days,
                            on,
                            late=last_held > meeting.day or on > period.ends,
                        ),
                    )
                    for meeting in held
                    for day in [days.get(meeting.id)]
                ]
                yield _finding(obligation, board, group, period.label, judged)


KIND = RuleKind("meeting_report", MeetingReport, evaluate, mark("Möten redovisas för nämnder"))
