"""Dividing an agreement's time in another way: only where nothing kept would end up in another year."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.activity import ActivityPlan
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.board_report import BoardMatter
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.follow_up import FollowUp
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.indicator import Indicator, Measurement
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.models.year_plan import YearPlan
from samverkan_desktop.periods import Calendar
from samverkan_desktop.services.agreement import calendar_of
from samverkan_desktop.vocabulary import MeetingStatus, WorkingYear

#: The first day of a year of each kind where nobody has said another.
USUAL_START = {WorkingYear.SCHOOL_YEAR: "07-01", WorkingYear.CALENDAR_YEAR: "01-01"}


def divide(
    session: Session, agreement: Agreement, working_year: WorkingYear | None, year_starts: str | None
) -> None:
    """Divide an agreement's time anew, inside a use case; what is None is left as it is.

    Args:
        session: the use case's session.
        agreement: the agreement.
        working_year: what kind of year it counts in.
        year_starts: the first day of its school years, as ``MM-DD``.

    Raises:
        UserError: something is kept of a year that would not be there any more, a decision is numbered in
            another year than its meeting would lie in, or a plan would gain or lose meetings.
    """
    before = calendar_of(agreement)
    if working_year is not None and working_year is not agreement.working_year:
        agreement.working_year = working_year
        agreement.year_starts = USUAL_START[working_year]
    agreement.year_starts = year_starts or agreement.year_starts
    after = calendar_of(agreement)
    if after == before:
        return
    field = "year_starts" if after.working_year is before.working_year else "working_year"
    for what, label in _kept(session, agreement.id):
        if not _is_label(after, label):
            raise UserError(
                tr("Här finns {what} för {label}. Arbetsåret kan inte ändras när något är sparat för ett år.",
                   what=what, label=label),
                field=field,
            )  # fmt: skip
    for meeting, reason in _placed(session, agreement.id):
        if before.of(meeting.day).label != after.of(meeting.day).label:
            raise UserError(
                tr("Mötet {day} skulle hamna i ett annat arbetsår, men {reason} {label}. "
                   "Arbetsåret kan inte ändras så.",
                   day=meeting.day, reason=reason, label=before.of(meeting.day).label),
                field=field,
            )  # fmt: skip


def _is_label(calendar: Calendar, label: str) -> bool:
    try:
        calendar.labelled(label)
    except ValueError:
        return False
    return True


def _kept(session: Session, agreement_id: int) -> Iterator[tuple[str, str]]:
    """Yield what is kept for a working year, and the year's label."""
    own = select(Group.id).where(Group.agreement_id == agreement_id)
    asked = (
        (tr("en årsplan"), select(YearPlan.period).where(YearPlan.group_id.in_(own))),
        (tr("en aktivitetsplan"), select(ActivityPlan.period).where(ActivityPlan.group_id.in_(own))),
        (tr("en uppföljning"), select(FollowUp.period).where(FollowUp.agreement_id == agreement_id)),
        (
            tr("ett mätvärde"),
            select(Measurement.period)
            .join(Indicator, Indicator.id == Measurement.indicator_id)
            .where(Indicator.agreement_id == agreement_id),
        ),
        (
            tr("ett nämndärende"),
            select(BoardMatter.period).where(
                BoardMatter.agreement_id == agreement_id, BoardMatter.period != ""
            ),
        ),
    )
    for what, chosen in asked:
        for label in session.scalars(chosen):
            yield what, label


def _placed(session: Session, agreement_id: int) -> Iterator[tuple[Meeting, str]]:
    """Yield each meeting that is bound to its working year, and by what."""
    own = select(Meeting).join(Group, Group.id == Meeting.group_id).where(Group.agreement_id == agreement_id)
    numbered = set(session.scalars(select(Decision.meeting_id)))
    planned = set(session.scalars(select(YearPlan.group_id)))
    for meeting in session.scalars(own.order_by(Meeting.day)):
        if meeting.id in numbered:
            yield meeting, tr("dess beslut är numrerade i")
        elif meeting.group_id in planned and meeting.status is not MeetingStatus.CANCELLED:
            yield meeting, tr("det ligger i årsplanen för")
