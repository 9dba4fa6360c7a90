"""Writing an agreement clause by clause: they are added, changed, moved and taken away."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import Clause, StoredObligation
from samverkan_desktop.services import position
from samverkan_desktop.services.agreement_writing import newest_version
from samverkan_desktop.services.privacy import demand, refuse
from samverkan_desktop.services.workspace import Workspace


def writable(session: Session, clause_id: int) -> Clause:
    """Return a clause that may be written in.

    Raises:
        UserError: it is a minimum rule of a template (ST02), or belongs to an earlier version.
    """
    clause = session.get_one(Clause, clause_id)
    if clause.locked:
        raise UserError(
            tr(
                "{reference} är en miniminivå i mallen och ändras inte. Lägg till ett eget stycke bredvid.",
                reference=clause.reference,
            )
        )
    if clause.version_id != newest_version(session, clause.agreement_id).id:
        raise UserError(
            tr("Stycket hör till en tidigare lydelse av avtalet. Visa den senaste lydelsen och ändra där.")
        )
    return clause


def suggested_reference(work: Workspace, agreement_id: int) -> str:
    """Return a reference that the next clause can have: ``T28`` after ``T27``, else ``§ 1`` and onwards."""
    with work.read() as session:
        version = newest_version(session, agreement_id)
        chosen = select(Clause.reference, Clause.locked).where(Clause.version_id == version.id)
        rows = session.execute(chosen.order_by(Clause.position)).all()
        taken = {row.reference for row in rows}
        last = next((row.reference for row in reversed(rows) if not row.locked), "§ 0")
        prefix = last.rstrip("0123456789")
        digits = last[len(prefix) :] or "1"
        number = int(digits) + 1
        while (reference := f"{prefix}{number:0{len(digits)}d}") in taken:
            number += 1
        return reference


def add_clause(
    work: Workspace,
    agreement_id: int,
    reference: str,
    heading: str,
    text: str,
    *,
    after_id: int | None = None,
) -> int:
    """Add a clause to the newest version of an agreement.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        reference: what it is cited by; no other clause has it.
        heading: the heading it stands under; may be empty.
        text: word for word.
        after_id: the clause it stands after; None for last.

    Raises:
        UserError: reference or text is missing, the reference is taken, or a text holds a personal identity
            number.
    """
    demand(tr("Skriv vad stycket kallas, till exempel § 4."), reference=reference)
    demand(tr("Skriv stycket som det står i avtalet."), text=text)
    refuse(reference=reference, heading=heading, text=text)
    with work.change(
        "clause.add_clause", tr("{reference} lades till", reference=reference.strip())
    ) as session:
        version = newest_version(session, agreement_id)
        _free_reference(session, version.id, reference)
        clause = Clause(
            agreement_id=agreement_id,
            version_id=version.id,
            position=0,
            reference=reference.strip(),
            heading=heading.strip(),
            text=text.strip(),
        )
        others = _in_order(session, version.id)
        places = [other.id for other in others]
        at = places.index(after_id) + 1 if after_id in places else len(others)
        session.add(clause)
        position.number([*others[:at], clause, *others[at:]])
        session.flush()
        return clause.id


def _in_order(session: Session, version_id: int) -> list[Clause]:
    chosen = select(Clause).where(Clause.version_id == version_id)
    return list(session.scalars(chosen.order_by(Clause.position, Clause.id)))


def _free_reference(session: Session, version_id: int, reference: str, own: int | None = None) -> None:
    wanted = reference.strip().casefold()
    for other in _in_order(session, version_id):
        if other.id != own and other.reference.casefold() == wanted:
            raise UserError(
                tr(
                    "Det finns redan ett stycke {reference}. Kalla det något annat.",
                    reference=other.reference,
                ),
                field="reference",
            )


def change_clause(
    work: Workspace,
    clause_id: int,
    *,
    reference: str | None = None,
    heading: str | None = None,
    text: str | None = None,
) -> None:
    """Change a clause; what is None is left as it is.

    Raises:
        UserError: it may not be written in, reference or text would be empty, the reference is taken, or a
            text holds a personal identity number.
    """
    texts = {"reference": reference, "heading": heading, "text": text}
    given = {name: said.strip() for name, said in texts.items() if said is not None}
    refuse(**given)
    if reference is not None:
        demand(tr("Skriv vad stycket kallas, till exempel § 4."), reference=reference)
    if text is not None:
        demand(tr("Skriv stycket som det står i avtalet, eller ta bort det."), text=text)
    key = f"clause-{clause_id}"
    with work.change("clause.change_clause", tr("Ett stycke ändrades"), merge_key=key) as session:
        clause = writable(session, clause_id)
        if reference is not None:
            _free_reference(session, clause.version_id, reference, clause_id)
        for name, said in given.items():
            setattr(clause, name, said)


def move_clause(work: Workspace, clause_id: int, to: int) -> None:
    """Move a clause to another place in the agreement, 1 or more.

    Args:
        work: the open archive.
        clause_id: the clause.
        to: its place; beyond the last it stands last.

    Raises:
        UserError: it may not be written in.
    """
    with work.change("clause.move_clause", tr("Ett stycke flyttades")) as session:
        clause = writable(session, clause_id)
        position.move(_in_order(session, clause.version_id), clause, to)


def remove_clause(work: Workspace, clause_id: int) -> None:
    """Take a clause away, with what was read out of it.

    Raises:
        UserError: it may not be written in.
    """
    with work.change("clause.remove_clause", tr("Ett stycke togs bort")) as session:
        clause = writable(session, clause_id)
        for obligation in session.scalars(
            select(StoredObligation).where(StoredObligation.clause_id == clause_id)
        ):
            session.delete(obligation)
        session.flush()
        session.delete(clause)
        session.flush()
        position.number(_in_order(session, clause.version_id))


def next_position(session: Session, version_id: int) -> int:
    """Return the place of one more obligation in a version."""
    chosen = select(func.max(StoredObligation.position)).join(Clause, Clause.id == StoredObligation.clause_id)
    return (session.scalar(chosen.where(Clause.version_id == version_id)) or 0) + 1
