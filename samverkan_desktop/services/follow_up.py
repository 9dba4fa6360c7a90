"""The yearly follow-up: what the group judges itself, and the report made of the year's facts (T24)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.documents.follow_up import FollowUp as FollowUpContent
from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.follow_up import FollowUp
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.services.follow_up_content import gather
from samverkan_desktop.services.period import year_labelled
from samverkan_desktop.services.privacy import refuse
from samverkan_desktop.services.workspace import Workspace


@dataclass(frozen=True)
class FollowUpRow:
    """What cannot be counted of a working year, and the decision that approved its follow-up."""

    agreement_id: int
    period: str
    judgement: str
    undocumented: int | None
    underreporting: str
    improvements: tuple[str, ...]
    approved_on: date | None
    decision: str


def _stored(session: Session, agreement_id: int, period: str) -> FollowUp | None:
    return session.scalar(
        select(FollowUp).where(FollowUp.agreement_id == agreement_id, FollowUp.period == period)
    )


def _made(session: Session, agreement_id: int, period: str) -> FollowUp:
    agreement = session.get_one(Agreement, agreement_id)
    year = year_labelled(agreement, period)
    stored = _stored(session, agreement.id, year.label)
    if stored is None:
        stored = FollowUp(agreement_id=agreement.id, period=year.label, improvements=[])
        session.add(stored)
    return stored


def row(work: Workspace, agreement_id: int, period: str) -> FollowUpRow:
    """Return what the group has judged of a working year."""
    with work.read() as session:
        agreement = session.get_one(Agreement, agreement_id)
        year = year_labelled(agreement, period)
        stored = _stored(session, agreement.id, year.label)
        if stored is None:
            return FollowUpRow(agreement.id, year.label, "", None, "", (), None, "")
        decision = session.get(Decision, stored.decision_id) if stored.decision_id else None
        return FollowUpRow(
            agreement.id,
            year.label,
            stored.judgement,
            stored.undocumented,
            stored.underreporting,
            tuple(stored.improvements),
            stored.approved_on,
            decision.number if decision else "",
        )


def write(
    work: Workspace,
    agreement_id: int,
    period: str,
    *,
    judgement: str,
    undocumented: int | None,
    improvements: Sequence[str],
    underreporting: str = "",
) -> None:
    """Keep what the group judges of a working year.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        period: label of the working year.
        judgement: the overall judgement, paragraphs.
        undocumented: how many deviations are thought to be known but not documented, 0 or more.
        improvements: areas to improve next year.
        underreporting: what is to be said of deviations that were never reported (B15); may be empty.

    Raises:
        UserError: the number is negative, or a text holds a personal identity number.
    """
    refuse(judgement=judgement, improvements="\n".join(improvements), underreporting=underreporting)
    if undocumented is not None and undocumented < 0:
        raise UserError(tr("Ange noll eller fler."), field="undocumented")
    label = tr("Uppföljningen av {period} skrevs", period=period)
    with work.change("follow_up.write", label, merge_key=f"follow-up:{agreement_id}:{period}") as session:
        stored = _made(session, agreement_id, period)
        stored.judgement = judgement.strip()
        stored.undocumented = undocumented
        stored.underreporting = underreporting.strip()
        stored.improvements = [line.strip() for line in improvements if line.strip()]


def approve(work: Workspace, period: str, decision_id: int) -> None:
    """Note that the group has approved the follow-up of a working year, by a decision (T24)."""
    with work.change(
        "follow_up.approve", tr("Uppföljningen av {period} godkändes", period=period)
    ) as session:
        meeting = session.get_one(Meeting, session.get_one(Decision, decision_id).meeting_id)
        stored = _made(session, session.get_one(Group, meeting.group_id).agreement_id, period)
        stored.approved_on = meeting.day
        stored.meeting_id = meeting.id
        stored.decision_id = decision_id


def content(work: Workspace, agreement_id: int, period: str, group_id: int | None = None) -> FollowUpContent:
    """Return the follow-up report of a working year as it stands: of one group, or of all where None."""
    with work.read() as session:
        agreement = session.get_one(Agreement, agreement_id)
        year = year_labelled(agreement, period)
        return gather(
            session, agreement, year, _stored(session, agreement.id, year.label), work.today, group_id
        )
