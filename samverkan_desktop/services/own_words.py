"""The words that an agreement has of its own: for use cases and lists that name a role, a party, a record."""

from sqlalchemy.orm import Session

from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.group import Group
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.words import Words, words_of


def of_agreement(agreement: Agreement) -> Words:
    """Return the words of an agreement."""
    return words_of(agreement.kind, agreement.words)


def of_group(session: Session, group_id: int) -> Words:
    """Return the words of the agreement a group belongs to."""
    group = session.get_one(Group, group_id)
    return of_agreement(session.get_one(Agreement, group.agreement_id))


def words(work: Workspace, agreement_id: int | None) -> Words:
    """Return the words of an agreement; the usual ones where none is shown."""
    if agreement_id is None:
        return Words()
    with work.read() as session:
        return of_agreement(session.get_one(Agreement, agreement_id))
