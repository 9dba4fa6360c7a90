"""Other agreements beside this one: who has signed them, and whose fields this one leaves out (T04, S14)."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agenda import AgendaItem
from samverkan_desktop.models.agreement import RelatedAgreement
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.services.privacy import demand, refuse
from samverkan_desktop.services.workspace import Workspace


@dataclass(frozen=True)
class RelatedAgreementRow:
    """Another agreement.

    ``parties`` and ``level`` (``representanter på ledningsnivå``) are in words; ``excluded`` says that what
    it regulates is not covered by this one; ``referrals`` is how many agenda items are referred to it.
    """

    id: int
    agreement_id: int
    title: str
    note: str
    parties: str
    level: str
    excluded: bool
    referrals: int


def listing(work: Workspace, agreement_id: int) -> tuple[RelatedAgreementRow, ...]:
    """Return the other agreements that an agreement names, those it leaves out first."""
    with work.read() as session:
        return rows_in(session, agreement_id)


def rows_in(session: Session, agreement_id: int) -> tuple[RelatedAgreementRow, ...]:
    """Return the other agreements as a session sees them; see `listing`."""
    chosen = (
        select(RelatedAgreement)
        .where(RelatedAgreement.agreement_id == agreement_id)
        .order_by(RelatedAgreement.excluded.desc(), RelatedAgreement.id)
    )
    referrals = _referrals(session, agreement_id)
    return tuple(
        RelatedAgreementRow(
            each.id,
            agreement_id,
            each.title,
            each.note,
            each.parties,
            each.level,
            each.excluded,
            referrals.get(each.title, 0),
        )
        for each in session.scalars(chosen)
    )


def _referrals(session: Session, agreement_id: int) -> dict[str, int]:
    counted = (
        select(AgendaItem.referred_agreement, func.count())
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .join(Group, Group.id == Meeting.group_id)
        .where(Group.agreement_id == agreement_id, AgendaItem.referred_agreement != "")
        .group_by(AgendaItem.referred_agreement)
    )
    return {title: number for title, number in session.execute(counted)}  # noqa: C416  rows are not pairs to mypy


def add(
    work: Workspace,
    agreement_id: int,
    title: str,
    *,
    note: str = "",
    parties: str = "",
    level: str = "",
    excluded: bool = False,
) -> int:
    """Name another agreement beside this one.

    Args:
        work: the open archive.
        agreement_id: this agreement.
        title: what the other one is called.
        note: what it regulates, or anything else worth knowing.
        parties: who has signed it.
        level: at what level they are represented.
        excluded: whether what it regulates is left out of this one and such questions are referred (T04).

    Returns:
        The identity of what was added.

    Raises:
        UserError: the title is missing or there already, or a text holds a personal identity number.
    """
    demand(tr("Skriv vad det andra avtalet heter."), title=title)
    refuse(title=title, note=note, parties=parties, level=level)
    label = tr("{title} lades till bland andra avtal", title=title.strip())
    with work.change("related_agreement.add", label) as session:
        _free(session, agreement_id, title)
        related = RelatedAgreement(
            agreement_id=agreement_id,
            title=title.strip(),
            note=note.strip(),
            parties=parties.strip(),
            level=level.strip(),
            excluded=excluded,
        )
        session.add(related)
        session.flush()
        return related.id


def _free(session: Session, agreement_id: int, title: str, own: int | None = None) -> None:
    chosen = select(RelatedAgreement).where(RelatedAgreement.agreement_id == agreement_id)
    for other in session.scalars(chosen):
        if other.id != own and other.title.casefold() == title.strip().casefold():
            raise UserError(tr("{title} finns redan bland andra avtal.", title=other.title), field="title")


def change(
    work: Workspace,
    related_id: int,
    *,
    title: str | None = None,
    note: str | None = None,
    parties: str | None = None,
    level: str | None = None,
    excluded: bool | None = None,
) -> None:
    """Change what is known of another agreement; what is None is left as it is.

    Items that were referred to it follow when it is called something else. Finished minutes keep its name.

    Raises:
        UserError: the title would be empty or is there already, or a text holds a personal identity number.
    """
    texts = {"title": title, "note": note, "parties": parties, "level": level}
    given = {name: said.strip() for name, said in texts.items() if said is not None}
    refuse(**given)
    if title is not None:
        demand(tr("Skriv vad det andra avtalet heter."), title=title)
    key = f"related-{related_id}"
    with work.change("related_agreement.change", tr("Ett annat avtal ändrades"), merge_key=key) as session:
        related = session.get_one(RelatedAgreement, related_id)
        if title is not None:
            _free(session, related.agreement_id, title, related_id)
            for item in _referred(session, related):
                item.referred_agreement = title.strip()
        for name, said in given.items():
            setattr(related, name, said)
        if excluded is not None:
            related.excluded = excluded


def _referred(session: Session, related: RelatedAgreement) -> list[AgendaItem]:
    chosen = (
        select(AgendaItem)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .join(Group, Group.id == Meeting.group_id)
        .where(Group.agreement_id == related.agreement_id, AgendaItem.referred_agreement == related.title)
    )
    return list(session.scalars(chosen))


def remove(work: Workspace, related_id: int) -> None:
    """Take another agreement off the list.

    Raises:
        UserError: agenda items are referred to it.
    """
    with work.change("related_agreement.remove", tr("Ett annat avtal togs bort")) as session:
        related = session.get_one(RelatedAgreement, related_id)
        number = len(_referred(session, related))
        if number:
            raise UserError(
                tr(
                    "{title} är angivet på {n} punkter på dagordningar. Ändra dem först.",
                    title=related.title,
                    n=number,
                )
                if number > 1
                else tr(
                    "{title} är angivet på en punkt på en dagordning. Ändra den först.", title=related.title
                )
            )
        session.delete(related)
