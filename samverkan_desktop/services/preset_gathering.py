"""Gathering an agreement of the archive as a preset: what was adopted, and what has been written since.

What has happened stays behind: meetings, work groups set up by decision, who holds which seat, seats, areas
and schools that are no more.
"""

import re
from collections.abc import Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.models.activity import Strategy
from samverkan_desktop.models.agreement import (
    Agreement,
    Clause,
    LegalReference,
    RelatedAgreement,
    StoredObligation,
)
from samverkan_desktop.models.commitment import Commitment, ExpectedResult
from samverkan_desktop.models.coverage import CoverageEntry
from samverkan_desktop.models.group import Group, GroupSuperior, Seat
from samverkan_desktop.models.indicator import Indicator
from samverkan_desktop.models.organisation import Area, Party, Unit
from samverkan_desktop.models.routine import Routine, RoutineStep
from samverkan_desktop.services.adoption import numbered
from samverkan_desktop.services.agreement_writing import newest_version
from samverkan_desktop.services.preset_tables import (
    AgreementTable,
    AreaTable,
    ClauseTable,
    CommitmentTable,
    ExpectedResultTable,
    GroupTable,
    IndicatorTable,
    ObligationTable,
    PartyTable,
    Preset,
    Registers,
    RelatedTable,
    RoutineStepTable,
    RoutineTable,
    SchoolTable,
    SeatTable,
    StrategyTable,
)


def gather(session: Session, agreement: Agreement, name: str) -> Preset:
    """Return an agreement as it is to be given away: its newest version.

    Args:
        session: where to read.
        agreement: the agreement.
        name: what the preset is to be called where presets are chosen.
    """
    own = agreement.id
    return Preset(
        agreement=_head(session, agreement, name),
        parties=tuple(_parties(session, own)),
        groups=tuple(_groups(session, own)),
        clauses=tuple(_clauses(session, own)),
        areas=tuple(
            AreaTable(area.key, area.name, area.kind, area.note, area.documented, area.policy)
            for area in _areas(session, own)
        ),
        registers=_registers(session, own),
    )


def _head(session: Session, agreement: Agreement, name: str) -> AgreementTable:
    laws = select(LegalReference.title).where(LegalReference.agreement_id == agreement.id)
    return AgreementTable(
        key=agreement.key,
        name=name,
        kind=agreement.kind,
        title=agreement.title,
        working_year=agreement.working_year,
        starts=agreement.starts,
        municipality=agreement.municipality,
        purpose=agreement.purpose,
        ends=agreement.ends,
        year_starts=agreement.year_starts,
        signed=agreement.signed,
        signed_on=agreement.signed_on,
        related=tuple(r.title for r in _related(session, agreement.id) if _is_bare(r)),
        laws=tuple(session.scalars(laws.order_by(LegalReference.position)).all()),
        words=dict(agreement.words),
    )


def _related(session: Session, agreement_id: int) -> Sequence[RelatedAgreement]:
    chosen = select(RelatedAgreement).where(RelatedAgreement.agreement_id == agreement_id)
    return session.scalars(chosen.order_by(RelatedAgreement.id)).all()


def _is_bare(related: RelatedAgreement) -> bool:
    """Say whether nothing is told of another agreement but that its field is left out (T04)."""
    return related.excluded and not (related.note or related.parties or related.level)


def _parties(session: Session, agreement_id: int) -> Iterator[PartyTable]:
    units = session.scalars(select(Unit).order_by(Unit.id)).all()
    chosen = select(Party).where(Party.agreement_id == agreement_id).order_by(Party.position)
    for party in session.scalars(chosen).all():
        names = tuple(unit.name for unit in units if unit.party_id == party.id)
        yield PartyTable(party.key, party.name, party.kind, party.signs, party.board, party.signatory, names)


def _groups(session: Session, agreement_id: int) -> Iterator[tuple[GroupTable, tuple[SeatTable, ...]]]:
    chosen = select(Group).where(
        Group.agreement_id == agreement_id, Group.decision_id.is_(None), Group.closed_on.is_(None)
    )
    groups = session.scalars(chosen.order_by(Group.id)).all()
    keys = {group.id: group.key for group in groups}
    links = session.scalars(select(GroupSuperior).order_by(GroupSuperior.id)).all()
    for group in groups:
        superiors = tuple(
            keys[link.superior_id] for link in links if link.group_id == group.id and link.superior_id in keys
        )
        table = GroupTable(
            group.key, group.kind, group.name, group.full_name, group.occasion, group.record, superiors,
            group.purpose, group.target, group.division, group.costs, group.numbering, group.number_prefix,
            group.number_start, group.sub_numbers, group.approval, group.record_form,
        )  # fmt: skip
        yield table, tuple(_seats(session, group.id))


def _seats(session: Session, group_id: int) -> Iterator[SeatTable]:
    parties = {party.id: party.key for party in session.scalars(select(Party)).all()}
    chosen = select(Seat).where(Seat.group_id == group_id, Seat.until.is_(None)).order_by(Seat.position)
    seats = session.scalars(chosen).all()
    bases: dict[int, tuple[str, str, int]] = {}
    place = 0
    while place < len(seats):
        base = _base(seats[place:])
        bases.update((seat.id, base) for seat in seats[place : place + base[2]])
        place += base[2]
    for seat in seats:
        key, function, places = bases[seat.id]
        if places > 1 and not seat.key.endswith("-1"):
            continue
        yield SeatTable(
            key=key,
            party=parties[seat.party_id],
            function=function,
            short="" if seat.short_name == seat.function else seat.short_name,
            attends=seat.attendance,
            grade=seat.grade,
            places=places,
            collective=seat.collective,
            size=seat.size,
            deputy_for=bases[seat.deputy_for_id][0] if seat.deputy_for_id in bases else "",
            ex_officio=seat.ex_officio,
        )


def _base(seats: Sequence[Seat]) -> tuple[str, str, int]:
    """Return key, function and number of the seats of one function that stand first."""
    first = seats[0]
    found = re.fullmatch(r"(.+)-1", first.key)
    for places in range(len(seats), 1, -1) if found else ():
        key = found[1] if found else ""
        function = first.function.removesuffix(numbered("", 1, places))
        whole = [(f"{key}-{place}", numbered(function, place, places)) for place in range(1, places + 1)]
        if whole == [(seat.key, seat.function) for seat in seats[:places]]:
            return key, function, places
    return first.key, first.function, 1


def _clauses(
    session: Session, agreement_id: int
) -> Iterator[tuple[ClauseTable, tuple[ObligationTable, ...]]]:
    version = newest_version(session, agreement_id)
    groups = {group.key for group, _ in _groups(session, agreement_id)}
    obligations = session.scalars(
        select(StoredObligation)
        .join(Clause, Clause.id == StoredObligation.clause_id)
        .where(Clause.version_id == version.id)
        .order_by(StoredObligation.position)
    ).all()
    for clause in session.scalars(
        select(Clause).where(Clause.version_id == version.id).order_by(Clause.position)
    ).all():
        table = ClauseTable(
            ref=clause.reference, heading=clause.heading, locked=clause.locked, text=clause.text
        )
        yield (
            table,
            tuple(
                ObligationTable(each.kind, each.group_key, each.group_kind, dict(each.parameters), each.grade)
                for each in obligations
                if each.clause_id == clause.id and each.group_key in {"", *groups}
            ),
        )


def _areas(session: Session, agreement_id: int) -> Sequence[Area]:
    chosen = select(Area).where(Area.agreement_id == agreement_id, Area.until.is_(None))
    return session.scalars(chosen.order_by(Area.position)).all()


def _registers(session: Session, agreement_id: int) -> Registers:
    strategies = session.scalars(
        select(Strategy).where(Strategy.agreement_id == agreement_id).order_by(Strategy.position)
    ).all()
    titles = {strategy.id: strategy.title for strategy in strategies}
    return Registers(
        related=tuple(
            RelatedTable(r.title, r.note, r.parties, r.level, r.excluded)
            for r in _related(session, agreement_id)
            if not _is_bare(r)
        ),
        routines=tuple(_routines(session, agreement_id)),
        strategies=tuple(StrategyTable(strategy.title, strategy.text) for strategy in strategies),
        commitments=tuple(
            CommitmentTable(c.title, titles.get(c.strategy_id or 0, ""), c.responsible, c.due)
            for c in session.scalars(
                select(Commitment)
                .where(Commitment.agreement_id == agreement_id)
                .order_by(Commitment.position)
            ).all()
        ),
        expected_results=tuple(
            ExpectedResultTable(result.text, result.horizon, result.board)
            for result in session.scalars(
                select(ExpectedResult)
                .where(ExpectedResult.agreement_id == agreement_id)
                .order_by(ExpectedResult.position)
            ).all()
        ),
        indicators=tuple(_indicators(session, agreement_id)),
        schools=tuple(_schools(session, agreement_id)),
    )


def _routines(
    session: Session, agreement_id: int
) -> Iterator[tuple[RoutineTable, tuple[RoutineStepTable, ...]]]:
    """Yield what the agreement itself lists; what a group has decided on is no part of it."""
    chosen = select(Routine).where(Routine.agreement_id == agreement_id, Routine.decision_id.is_(None))
    for routine in session.scalars(chosen.order_by(Routine.id)).all():
        own = select(RoutineStep).where(RoutineStep.routine_id == routine.id)
        steps = session.scalars(own.order_by(RoutineStep.position, RoutineStep.id)).all()
        table = RoutineTable(
            routine.title, routine.kind, routine.number, routine.owner, routine.due, routine.due_words,
            routine.review_by,
        )  # fmt: skip
        yield table, tuple(RoutineStepTable(step.activity, step.responsible) for step in steps)


def _indicators(session: Session, agreement_id: int) -> Iterator[IndicatorTable]:
    chosen = select(Indicator).where(Indicator.agreement_id == agreement_id, Indicator.until.is_(None))
    for indicator in session.scalars(chosen.order_by(Indicator.position)).all():
        yield IndicatorTable(
            indicator.name, indicator.definition, indicator.unit, indicator.source, indicator.target,
            indicator.on_trial,
        )  # fmt: skip


def _schools(session: Session, agreement_id: int) -> Iterator[SchoolTable]:
    areas = {area.id: area.key for area in _areas(session, agreement_id)}
    chosen = select(CoverageEntry).where(
        CoverageEntry.agreement_id == agreement_id, CoverageEntry.until.is_(None)
    )
    for school in session.scalars(chosen.order_by(CoverageEntry.id)).all():
        yield SchoolTable(
            school.name, school.form, school.organiser, areas.get(school.area_id or 0, ""), school.agreed_on
        )
