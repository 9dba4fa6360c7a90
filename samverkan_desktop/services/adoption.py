"""Adopting an agreement: a preset becomes clauses, obligations, parties, groups, seats and registers."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import (
    Agreement,
    AgreementVersion,
    Clause,
    StoredObligation,
)
from samverkan_desktop.models.group import Group, GroupSuperior, Seat
from samverkan_desktop.models.organisation import Area, Party, Unit
from samverkan_desktop.services import adoption_registers
from samverkan_desktop.services import preset as presets_on_disk
from samverkan_desktop.services.preset_tables import Preset, SeatTable
from samverkan_desktop.services.workspace import Workspace


@dataclass(frozen=True)
class PresetRow:
    """A preset that is shipped: its key, what it is called, and the agreement's title."""

    key: str
    name: str
    title: str


def presets() -> tuple[PresetRow, ...]:
    """Return the presets that are shipped."""
    rows = []
    for path in presets_on_disk.shipped():
        table = presets_on_disk.read(path).agreement
        rows.append(PresetRow(table.key, table.name, table.title))
    return tuple(rows)


def adopt(work: Workspace, source: str) -> int:
    """Adopt an agreement: its clauses, obligations, parties, groups, seats, and what it lists.

    Args:
        work: the open archive.
        source: key of a shipped preset, or path of a file.

    Returns:
        The agreement's identity.

    Raises:
        UserError: the file is not as it should be, or the agreement is already there.
    """
    preset = presets_on_disk.find(source)
    table = preset.agreement
    with work.change("adoption.adopt", tr("Avtalet {title} lades in", title=table.title)) as session:
        if session.scalar(select(Agreement).where(Agreement.key == table.key)):
            raise UserError(tr("Avtalet {title} finns redan i arkivet.", title=table.title))
        agreement = Agreement(
            key=table.key,
            kind=table.kind,
            title=table.title,
            municipality=table.municipality,
            purpose=table.purpose,
            working_year=table.working_year,
            year_starts=table.year_starts,
            starts=table.starts,
            ends=table.ends,
            signed=table.signed,
            signed_on=table.signed_on,
            adopted_on=work.today,
            words=dict(table.words),
        )
        session.add(agreement)
        session.flush()
        areas = _add_areas(session, agreement.id, preset)
        _add_groups(session, agreement.id, preset, _add_parties(session, agreement.id, preset))
        _add_clauses(session, agreement, preset)
        adoption_registers.add_citations(session, agreement.id, preset)
        adoption_registers.add_registers(session, agreement.id, preset, areas)
        return agreement.id


def _add_parties(session: Session, agreement_id: int, preset: Preset) -> dict[str, int]:
    parties = {}
    for position, table in enumerate(preset.parties, 1):
        party = Party(
            agreement_id=agreement_id,
            key=table.key,
            position=position,
            name=table.name,
            kind=table.kind,
            signs=table.signs,
            board=table.board,
            signatory=table.signatory,
        )
        session.add(party)
        session.flush()
        parties[table.key] = party.id
        session.add_all(Unit(party_id=party.id, name=name) for name in table.units)
    return parties


def _add_areas(session: Session, agreement_id: int, preset: Preset) -> dict[str, int]:
    areas = {}
    for position, table in enumerate(preset.areas, 1):
        area = Area(
            agreement_id=agreement_id,
            kind=table.kind,
            key=table.key,
            position=position,
            name=table.name,
            note=table.note,
            documented=table.documented,
            policy=table.policy,
        )
        session.add(area)
        session.flush()
        areas[table.key] = area.id
    return areas


def _add_groups(session: Session, agreement_id: int, preset: Preset, parties: dict[str, int]) -> None:
    groups = {}
    for table, seats in preset.groups:
        group = Group(
            agreement_id=agreement_id,
            key=table.key,
            kind=table.kind,
            name=table.name,
            full_name=table.full_name,
            occasion=table.occasion,
            record=table.record,
            purpose=table.purpose,
            target=table.target,
            division=table.division,
            costs=table.costs,
            numbering=table.numbering,
            number_prefix=table.number_prefix.strip(),
            number_start=table.number_start,
            sub_numbers=table.sub_numbers,
            approval=table.approval,
            record_form=table.record_form,
        )
        session.add(group)
        session.flush()
        groups[table.key] = group.id
        _add_seats(session, group.id, seats, parties)
    for table, _seats in preset.groups:
        session.add_all(
            GroupSuperior(group_id=groups[table.key], superior_id=groups[each]) for each in table.superiors
        )


def _add_seats(
    session: Session, group_id: int, tables: tuple[SeatTable, ...], parties: dict[str, int]
) -> None:
    made: dict[str, list[Seat]] = {table.key: [] for table in tables}
    position = 0
    for table in tables:
        for place in range(1, table.places + 1):
            position += 1
            several = table.places > 1
            function = numbered(table.function, place, table.places) if several else table.function
            seat = Seat(
                group_id=group_id,
                party_id=parties[table.party],
                key=f"{table.key}-{place}" if several else table.key,
                position=position,
                function=function,
                short_name=(table.short if not several else "") or function,
                attendance=table.attends,
                grade=table.grade,
                collective=table.collective,
                size=table.size,
                ex_officio=table.ex_officio,
            )
            session.add(seat)
            made[table.key].append(seat)
    session.flush()
    for table in tables:
        for place, seat in enumerate(made[table.key] if table.deputy_for else ()):
            principals = made[table.deputy_for]
            seat.deputy_for_id = principals[min(place, len(principals) - 1)].id


def numbered(function: str, place: int, places: int) -> str:
    """Return the function of one of several seats: ``Rektor (1 av 3)``."""
    return tr("{function} ({place} av {places})", function=function, place=place, places=places)


def _add_clauses(session: Session, agreement: Agreement, preset: Preset) -> None:
    version = AgreementVersion(agreement_id=agreement.id, number=1, since=agreement.starts)
    session.add(version)
    session.flush()
    position = 0
    for number, (table, obligations) in enumerate(preset.clauses, 1):
        clause = Clause(
            agreement_id=agreement.id,
            version_id=version.id,
            position=number,
            reference=table.ref,
            heading=table.heading,
            text=table.text.strip(),
            locked=table.locked,
        )
        session.add(clause)
        session.flush()
        for obligation in obligations:
            position += 1
            session.add(
                StoredObligation(
                    agreement_id=agreement.id,
                    clause_id=clause.id,
                    position=position,
                    kind=obligation.kind,
                    group_key=obligation.group,
                    group_kind=obligation.group_kind,
                    grade=obligation.grade,
                    parameters=obligation.parameters,
                )
            )
