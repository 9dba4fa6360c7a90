"""A decision that takes the place of an earlier one, or ends it: linked both ways."""

import re
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.services.meeting import open_meeting
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import Supersession


@dataclass(frozen=True)
class Link:
    """Another decision, and how the later of the two bears on the earlier."""

    id: int
    number: str
    day: date
    how: Supersession

    @property
    def cited(self) -> str:
        """Its number, with its day where the number does not tell the year: ``§ 3 (2018-10-02)``."""
        if re.search(r"\d{4}", self.number):
            return self.number
        return f"{self.number} ({self.day})"

    @property
    def by_later(self) -> str:
        """What the later decision, which this is, has done to an earlier: ``ersatt av 2018/19-08``."""
        if self.how is Supersession.REVOKED:
            return tr("upphävt genom {number}", number=self.cited)
        return tr("ersatt av {number}", number=self.cited)

    @property
    def of_earlier(self) -> str:
        """What is done to the earlier decision, which this is: ``ersätter 2018/19-02``."""
        if self.how is Supersession.REVOKED:
            return tr("upphäver {number}", number=self.cited)
        return tr("ersätter {number}", number=self.cited)


def supersede(
    work: Workspace, decision_id: int, earlier_id: int, how: Supersession = Supersession.REPLACED
) -> None:
    """Let a decision replace or revoke an earlier one of its group, while its minutes are open.

    Args:
        work: the open archive.
        decision_id: the later decision.
        earlier_id: the earlier one.
        how: whether it takes its place, or only ends it.

    Raises:
        UserError: the two are one, the other is no earlier one of the group, or it has been superseded
            already.
    """
    with work.change("supersession.supersede", tr("Ett tidigare beslut ersattes")) as session:
        decision = session.get_one(Decision, decision_id)
        open_meeting(session, decision.meeting_id)
        supersede_in(session, decision, earlier_id, how)


def supersede_in(session: Session, decision: Decision, earlier_id: int, how: Supersession) -> None:
    """Let a decision replace or revoke an earlier one, inside a use case.

    Raises:
        UserError: as for `supersede`.
    """
    earlier = session.get_one(Decision, earlier_id)
    sentence = _hindrance(session, decision, earlier)
    if sentence:
        raise UserError(sentence, field="supersedes_id")
    earlier.superseded_by_id, earlier.superseded_as = decision.id, how


def _hindrance(session: Session, decision: Decision, earlier: Decision) -> str:
    if earlier.id == decision.id:
        return tr("Ett beslut kan inte ersätta sig självt. Välj ett tidigare beslut.")
    own, other = (session.get_one(Meeting, each.meeting_id) for each in (decision, earlier))
    if own.group_id != other.group_id:
        return tr("Beslut {number} togs av en annan grupp. Bara den kan ersätta det.", number=earlier.number)
    if (other.day, earlier.id) > (own.day, decision.id):
        return tr("Beslut {number} är senare än det här. Välj ett tidigare beslut.", number=earlier.number)
    if earlier.superseded_by_id not in (None, decision.id):
        newer = session.get_one(Decision, earlier.superseded_by_id)
        return tr(
            "Beslut {number} är redan ersatt av {newer}. Ersätt det i stället.",
            number=earlier.number,
            newer=newer.number,
        )
    return ""


def release(work: Workspace, decision_id: int, earlier_id: int) -> None:
    """Let an earlier decision stand again, while the minutes of the one that superseded it are open."""
    with work.change("supersession.release", tr("Ett tidigare beslut gäller igen")) as session:
        open_meeting(session, session.get_one(Decision, decision_id).meeting_id)
        earlier = session.get_one(Decision, earlier_id)
        if earlier.superseded_by_id == decision_id:
            earlier.superseded_by_id = earlier.superseded_as = None
