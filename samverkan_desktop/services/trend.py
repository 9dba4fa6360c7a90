"""How an agreement has been followed over the years: obligations fulfilled, and attendance."""

from collections.abc import Callable
from dataclasses import dataclass

from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import meeting
from samverkan_desktop.services.attendance_summary import presence
from samverkan_desktop.services.check import by_obligation, findings_of_year
from samverkan_desktop.services.period import year_labelled
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import MeetingStatus

#: How many years are told of, the latest.
MOST = 10
_HELD = (MeetingStatus.HELD, MeetingStatus.FINISHED, MeetingStatus.SENT)


@dataclass(frozen=True)
class YearStanding:
    """How one working year stands.

    Args:
        period: its label.
        fulfilled: obligations that are in order.
        judged: obligations that are in order, at risk or breached.
        present: seats that were represented, at all its meetings together.
        called: seats that were called and not vacant.
    """

    period: str
    fulfilled: int
    judged: int
    present: int
    called: int

    @property
    def fulfilled_share(self) -> float | None:
        """Fulfilled obligations in per cent, whole; None where none is judged."""
        return float(round(100 * self.fulfilled / self.judged)) if self.judged else None

    @property
    def present_share(self) -> float | None:
        """Attendance in per cent, whole; None where nobody was called."""
        return float(round(100 * self.present / self.called)) if self.called else None


def trend(
    work: Workspace,
    agreement_id: int,
    group_id: int | None = None,
    step: Callable[[int, int, str], None] = lambda _done, _total, _text: None,
) -> tuple[YearStanding, ...]:
    """Return the years in which a meeting was held, oldest first; the latest of them where they are many.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        group_id: only what concerns this group; every group where None.
        step: is told how far it has come.
    """
    with work.read() as session:
        agreement = session.get_one(Agreement, agreement_id)
        held = [row for row in meeting.rows_in(session, agreement_id, group_id) if row.status in _HELD]
        labels = list(dict.fromkeys(row.period for row in held))[-MOST:]
        result = []
        for number, label in enumerate(labels, 1):
            step(number, len(labels), label)
            year = year_labelled(agreement, label)
            found = findings_of_year(session, agreement, year, work.today, group_id)
            statuses = [each.status for each in by_obligation(found)]
            fulfilled = statuses.count(Status.FULFILLED)
            judged = fulfilled + statuses.count(Status.BREACHED) + statuses.count(Status.AT_RISK)
            there = [presence(session, row.id) for row in held if row.period == label]
            present, called = (sum(counted[place] for counted in there) for place in (0, 1))
            result.append(YearStanding(label, fulfilled, judged, present, called))
    return tuple(result)
