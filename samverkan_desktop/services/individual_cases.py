"""Individual cases: whether they may be discussed, and the note that consent has been given (S16, ST12).

Whatever may be discussed, nothing personal is stored: of consent only that it exists, its day and where it
is kept.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agenda import AgendaItem
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.models.organisation import Area
from samverkan_desktop.rules import individual_cases as rule
from samverkan_desktop.rules import parameters
from samverkan_desktop.rules.wording import listed
from samverkan_desktop.services.check import require
from samverkan_desktop.services.facts import demanded_of
from samverkan_desktop.services.meeting import open_meeting
from samverkan_desktop.services.privacy import demand, refuse, refuse_future
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import Policy


@dataclass(frozen=True)
class CaseRules:
    """What an agreement says of individual cases to a group on a day.

    Args:
        group: what the group is called in a sentence: ``styrgruppen``.
        own: the group's policy; None where the agreement says nothing of them.
        areas: the fields of collaboration with a policy of their own: identity, name and policy.
    """

    group: str
    own: Policy | None
    areas: tuple[tuple[int, str, Policy], ...]

    def policy(self, area_id: int | None) -> Policy | None:
        """Return whether individual cases may be discussed under an item; None where it is not said.

        Args:
            area_id: the field of collaboration; None for an item without one.
        """
        if self.own is None:
            return None
        return next((policy for area, _, policy in self.areas if area == area_id), self.own)

    @property
    def confidential(self) -> bool:
        """Whether individual cases may be discussed with consent, so that confidentiality is to be minded."""
        policies = {self.own, *(policy for _, _, policy in self.areas)}
        return self.own is not None and Policy.CONSENT_NOTE in policies

    @property
    def confidentiality(self) -> tuple[str, ...]:
        """The reminder of each one's duty of confidentiality, where there is need of one (S17)."""
        if not self.confidential:
            return ()
        return (tr("Var och en beaktar den sekretess som gäller inom sitt yrkesområde."),)

    @property
    def reminders(self) -> tuple[str, ...]:
        """What a call reminds of: whether individual cases are dealt with, and confidentiality (T10, S17)."""
        if self.own is None:
            return ()
        allowed = [name for _, name, policy in self.areas if policy is not Policy.BAN]
        banned = [name for _, name, policy in self.areas if policy is Policy.BAN]
        if self.own is Policy.BAN and allowed:
            text = tr(
                "Individärenden behandlas i {group} bara inom {areas}.",
                group=self.group,
                areas=listed(allowed),
            )
        elif self.own is Policy.BAN:
            text = tr("Individärenden behandlas inte i {group}.", group=self.group)
        elif banned:
            text = tr("Individärenden behandlas inte inom {areas}.", areas=listed(banned))
        else:
            return self.confidentiality
        return (text, *self.confidentiality)


def rules_of(session: Session, group: Group, day: date) -> CaseRules:
    """Return what the version of the agreement in force on a day says of individual cases to a group."""
    own = None
    for each in demanded_of(session, group, day):
        if each.kind == rule.KIND.name:
            told: rule.IndividualCases = parameters.parse(each.kind, each.parameters)
            own = told.policy if own is None or told.policy is Policy.BAN else own
    chosen = select(Area.id, Area.name, Area.policy).where(
        Area.agreement_id == group.agreement_id, Area.policy.is_not(None)
    )
    areas = tuple(
        (area_id, name, policy)
        for area_id, name, policy in session.execute(chosen.order_by(Area.position))
        if policy is not None
    )
    return CaseRules(group.name[:1].lower() + group.name[1:], own, areas)


def require_allowed(session: Session, item: AgendaItem, meeting: Meeting, on: date, *, field: str) -> None:
    """Stop an individual case where they are banned; where only consent is missing it can still be noted.

    Raises:
        UserError: the item is marked as an individual case where none may be (R12).
    """
    cases = rules_of(session, session.get_one(Group, meeting.group_id), meeting.day)
    if item.individual_case and cases.policy(item.area_id) is Policy.BAN:
        require(session, {"R12"}, on, meeting.group_id, field=field, about=("item", item.id))


def hint(policy: Policy | None) -> str:
    """Return what to tell whoever marks an item as an individual case; nothing where nothing is said."""
    match policy:
        case Policy.BAN:
            return tr("Individärenden behandlas inte här. Hänvisa till närmsta chef.")
        case Policy.CONSENT_NOTE:
            return tr(
                "Individärenden tas upp bara med samtycke. Anteckna vilken dag samtycke lämnades och var det "
                "förvaras, men aldrig namn eller andra personuppgifter."
            )
        case Policy.ALLOWED:
            return tr("Individärenden får tas upp. Anteckna aldrig namn eller andra personuppgifter.")
    return ""


def note_consent(work: Workspace, item_id: int, day: date, kept: str) -> None:
    """Note that consent has been given to what an item takes up, and where it is kept; never by whom (S16).

    Args:
        work: the open archive.
        item_id: the item.
        day: the day it was given, not after the meeting.
        kept: where it is kept: a registry or a file in an operation, without a name.

    Raises:
        UserError: where it is kept is missing, the day is to come or after the meeting, the text holds a
            personal identity number (R11), or the minutes are finished.
    """
    demand(tr("Ange var samtycket förvaras, till exempel i vilket diarium."), kept=kept)
    refuse(kept=kept)
    refuse_future(work.today, day=day)
    key = f"consent:{item_id}"
    with work.change("individual_cases.note_consent", tr("Samtycke antecknades"), merge_key=key) as session:
        item = session.get_one(AgendaItem, item_id)
        meeting = open_meeting(session, item.meeting_id)
        if day > meeting.day:
            sentence = tr("Samtycke ska ha lämnats senast mötesdagen {day}. Rätta dagen.", day=meeting.day)
            raise UserError(sentence, field="day")
        item.consent_on, item.consent_kept = day, kept.strip()


def withdraw_consent(work: Workspace, item_id: int) -> None:
    """Take back the note of consent: it was noted by mistake, or has been withdrawn.

    Raises:
        UserError: the minutes are finished.
    """
    with work.change("individual_cases.withdraw_consent", tr("Samtycke togs bort")) as session:
        item = session.get_one(AgendaItem, item_id)
        open_meeting(session, item.meeting_id)
        item.consent_on, item.consent_kept = None, ""
