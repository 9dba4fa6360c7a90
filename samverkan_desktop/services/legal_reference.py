"""Laws and other governing documents that an agreement cites, and what has taken their place (S23)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import LegalReference
from samverkan_desktop.services import position
from samverkan_desktop.services.privacy import demand, refuse
from samverkan_desktop.services.workspace import Workspace


@dataclass(frozen=True)
class LegalReferenceRow:
    """A reference; ``number`` is its place in the list.

    ``repealed_on`` is the day what is cited ceased or will cease to apply, None where nothing is known;
    ``replaced_by`` what has taken its place; ``outdated`` whether it has ceased to apply today.
    """

    id: int
    agreement_id: int
    number: int
    title: str
    repealed_on: date | None
    replaced_by: str
    outdated: bool

    @property
    def standing(self) -> str:
        """Whether it applies, in words: ``gäller``, ``upphävd 2025-07-01, ersatt av …``."""
        if self.repealed_on is None:
            return tr("gäller")
        day, other = self.repealed_on, self.replaced_by
        said = tr("upphävd {day}", day=day) if self.outdated else tr("upphör {day}", day=day)
        return tr("{said}, ersatt av {other}", said=said, other=other) if other else said


def listing(work: Workspace, agreement_id: int) -> tuple[LegalReferenceRow, ...]:
    """Return what an agreement cites, in the agreement's order."""
    with work.read() as session:
        return rows_in(session, agreement_id, work.today)


def to_update(work: Workspace, agreement_id: int) -> tuple[LegalReferenceRow, ...]:
    """Return the references to update when the agreement is revised: to what no longer applies."""
    return tuple(row for row in listing(work, agreement_id) if row.outdated)


def rows_in(session: Session, agreement_id: int, today: date) -> tuple[LegalReferenceRow, ...]:
    """Return what an agreement cites as a session sees it."""
    return tuple(
        LegalReferenceRow(
            each.id,
            agreement_id,
            number,
            each.title,
            each.repealed_on,
            each.replaced_by,
            each.repealed_on is not None and each.repealed_on <= today,
        )
        for number, each in enumerate(_in_order(session, agreement_id), 1)
    )


def _in_order(session: Session, agreement_id: int) -> list[LegalReference]:
    chosen = select(LegalReference).where(LegalReference.agreement_id == agreement_id)
    return list(session.scalars(chosen.order_by(LegalReference.position, LegalReference.id)))


def add(work: Workspace, agreement_id: int, title: str) -> int:
    """Add a law or other document to those that an agreement cites; returns its identity.

    Raises:
        UserError: the title is missing or there already, or it holds a personal identity number.
    """
    demand(tr("Skriv vilken lag eller vilket dokument det gäller."), title=title)
    refuse(title=title)
    label = tr("{title} lades till bland hänvisningarna", title=title.strip())
    with work.change("legal_reference.add", label) as session:
        present = _in_order(session, agreement_id)
        _free(present, title)
        reference = LegalReference(agreement_id=agreement_id, position=len(present) + 1, title=title.strip())
        session.add(reference)
        session.flush()
        return reference.id


def _free(present: list[LegalReference], title: str, own: int | None = None) -> None:
    for other in present:
        if other.id != own and other.title.casefold() == title.strip().casefold():
            raise UserError(tr("{title} finns redan bland hänvisningarna.", title=other.title), field="title")


def change(work: Workspace, reference_id: int, title: str) -> None:
    """Change what a reference says.

    Raises:
        UserError: the title is missing or there already, or it holds a personal identity number.
    """
    demand(tr("Skriv vilken lag eller vilket dokument det gäller."), title=title)
    refuse(title=title)
    key = f"reference-{reference_id}"
    with work.change("legal_reference.change", tr("En hänvisning ändrades"), merge_key=key) as session:
        reference = session.get_one(LegalReference, reference_id)
        _free(_in_order(session, reference.agreement_id), title, reference_id)
        reference.title = title.strip()


def mark_repealed(work: Workspace, reference_id: int, day: date | None, replaced_by: str = "") -> None:
    """Note that what is cited no longer applies, and what has taken its place.

    Args:
        work: the open archive.
        reference_id: the reference.
        day: the first day it does not apply, which may be to come; None where it applies after all.
        replaced_by: what has taken its place; may be empty.

    Raises:
        UserError: something has taken the place of what still applies, or the text holds a personal identity
            number.
    """
    refuse(replaced_by=replaced_by)
    if day is None and replaced_by.strip():
        raise UserError(tr("Ange vilken dag den upphävdes."), field="day")
    key = f"repealed-{reference_id}"
    with work.change("legal_reference.mark_repealed", tr("En hänvisning ändrades"), merge_key=key) as session:
        reference = session.get_one(LegalReference, reference_id)
        reference.repealed_on = day
        reference.replaced_by = replaced_by.strip()


def update(work: Workspace, reference_id: int) -> None:
    """Let a reference cite what has taken the place of what it cited; one that is cited already is left once.

    Raises:
        UserError: nothing is known to have taken its place.
    """
    with work.change("legal_reference.update", tr("En hänvisning uppdaterades")) as session:
        reference = session.get_one(LegalReference, reference_id)
        if not reference.replaced_by:
            raise UserError(
                tr("Ange först vad som har ersatt {title}.", title=reference.title), field="replaced_by"
            )
        present = _in_order(session, reference.agreement_id)
        if any(each.title.casefold() == reference.replaced_by.casefold() for each in present):
            _remove(session, reference)
            return
        reference.title = reference.replaced_by
        reference.replaced_by = ""
        reference.repealed_on = None


def move(work: Workspace, reference_id: int, number: int) -> None:
    """Move a reference to another place in the list, 1 or more."""
    with work.change("legal_reference.move", tr("En hänvisning flyttades")) as session:
        reference = session.get_one(LegalReference, reference_id)
        position.move(_in_order(session, reference.agreement_id), reference, number)


def remove(work: Workspace, reference_id: int) -> None:
    """Take a reference away."""
    with work.change("legal_reference.remove", tr("En hänvisning togs bort")) as session:
        _remove(session, session.get_one(LegalReference, reference_id))


def _remove(session: Session, reference: LegalReference) -> None:
    others = [each for each in _in_order(session, reference.agreement_id) if each.id != reference.id]
    session.delete(reference)
    position.number(others)
