"""Obligations read out of a clause: adding, changing and taking them away."""

from collections.abc import Mapping
from typing import Any

from cattrs.errors import BaseValidationError
from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import Clause, StoredObligation
from samverkan_desktop.models.group import Group, Seat
from samverkan_desktop.models.organisation import Party
from samverkan_desktop.rules import consistency, parameters
from samverkan_desktop.rules.consistency import GroupOutline
from samverkan_desktop.rules.obligation import Obligation
from samverkan_desktop.rules.registry import KINDS
from samverkan_desktop.rules.wording import capital
from samverkan_desktop.services.clause import next_position, writable
from samverkan_desktop.services.privacy import refuse
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import Grade, GroupKind


def add_obligation(
    work: Workspace,
    clause_id: int,
    kind: str,
    data: Mapping[str, Any],
    group_key: str = "",
    group_kind: GroupKind | None = None,
    grade: Grade = Grade.MUST,
) -> int:
    """Read one more obligation out of a clause; the findings follow at once.

    Args:
        work: the open archive.
        clause_id: the clause.
        kind: name of a kind in the registry.
        data: the kind's parameters as plain data.
        group_key: key of the group it concerns.
        group_kind: every group of this kind; with neither it concerns every group.
        grade: how strongly the clause demands it.

    Raises:
        UserError: the clause may not be written in, there is no such kind or group, a parameter is not as it
            should be, it contradicts another obligation, or a text holds a personal identity number. Its
            field is the parameter, ``kind`` or ``group``.
    """
    if kind not in KINDS:
        raise UserError(tr("Välj vad åtagandet gäller."), field="kind")
    title = KINDS[kind].called()
    with work.change("obligation.add_obligation", tr("Åtagandet {title} lades till", title=title)) as session:
        clause = writable(session, clause_id)
        obligation = StoredObligation(
            agreement_id=clause.agreement_id,
            clause_id=clause_id,
            position=next_position(session, clause.version_id),
            kind=kind,
            group_key=group_key,
            group_kind=group_kind,
            grade=grade,
            parameters=dict(data),
        )
        session.add(obligation)
        _see_to(session, clause, obligation)
        return obligation.id


def change_obligation(
    work: Workspace,
    obligation_id: int,
    data: Mapping[str, Any] | None = None,
    *,
    group_key: str | None = None,
    group_kind: GroupKind | None = None,
    grade: Grade | None = None,
) -> None:
    """Change an obligation; the findings follow at once.

    Args:
        work: the open archive.
        obligation_id: the obligation.
        data: its parameters as they are to be, all of them; None leaves them.
        group_key: key of the group it is to concern, empty where it is to concern those of ``group_kind`` or
            every group; None leaves whom it concerns.
        group_kind: every group of this kind; asked for only where ``group_key`` is given.
        grade: how strongly the clause demands it; None leaves it.

    Raises:
        UserError: as for `add_obligation`.
    """
    key = f"obligation-{obligation_id}"
    with work.change("obligation.change_obligation", tr("Ett åtagande ändrades"), merge_key=key) as session:
        obligation = session.get_one(StoredObligation, obligation_id)
        clause = writable(session, obligation.clause_id)
        if data is not None:
            obligation.parameters = dict(data)
        if group_key is not None:
            obligation.group_key, obligation.group_kind = group_key, group_kind
        obligation.grade = grade or obligation.grade
        _see_to(session, clause, obligation)


def remove_obligation(work: Workspace, obligation_id: int) -> None:
    """Take an obligation away; its clause stays.

    Raises:
        UserError: its clause may not be written in.
    """
    with work.change("obligation.remove_obligation", tr("Ett åtagande togs bort")) as session:
        obligation = session.get_one(StoredObligation, obligation_id)
        writable(session, obligation.clause_id)
        session.delete(obligation)


def _see_to(session: Session, clause: Clause, obligation: StoredObligation) -> None:
    """Refuse an obligation that is not in order by itself, or among the others."""
    refuse(**{name: str(value) for name, value in obligation.parameters.items()})
    try:
        parameters.parse(obligation.kind, obligation.parameters)
    except BaseValidationError as error:
        name, sentence = parameters.complaints(error)[0]
        raise UserError(capital(sentence) + ".", field=name) from error
    session.flush()
    chosen = (
        select(StoredObligation, Clause.reference, Clause.text)
        .join(Clause, Clause.id == StoredObligation.clause_id)
        .where(Clause.version_id == clause.version_id)
        .order_by(StoredObligation.position)
    )
    demands = [
        Obligation(
            stored.id, stored.kind, reference, text, stored.parameters, stored.group_key, stored.group_kind,
            stored.grade,
        )
        for stored, reference, text in session.execute(chosen)
    ]  # fmt: skip
    for fault in consistency.faults(demands, outlines(session, clause.agreement_id)):
        involved = (fault.obligation, *fault.others)
        if obligation.id in [each.id for each in involved]:
            own = fault.obligation.id == obligation.id
            sentence = capital(fault.sentence) + "."
            raise UserError(sentence, field=fault.parameter if own or len(involved) == 2 else None)


def outlines(session: Session, agreement_id: int) -> tuple[GroupOutline, ...]:
    """Return an agreement's groups as obligations see them."""
    groups = session.scalars(select(Group).where(Group.agreement_id == agreement_id).order_by(Group.id)).all()
    seats = session.execute(
        select(Seat.group_id, Seat.key, Party.key.label("party"))
        .join(Party, Party.id == Seat.party_id)
        .where(Party.agreement_id == agreement_id)
    ).all()
    return tuple(
        GroupOutline(
            group.key, group.kind, {seat.key: seat.party for seat in seats if seat.group_id == group.id}
        )
        for group in groups
    )
