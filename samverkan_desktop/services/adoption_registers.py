"""Adopting an agreement: what a preset lists comes into the registers."""

from sqlalchemy.orm import Session

from samverkan_desktop.models.activity import Strategy
from samverkan_desktop.models.agreement import LegalReference, RelatedAgreement
from samverkan_desktop.models.commitment import Commitment, ExpectedResult
from samverkan_desktop.models.coverage import CoverageEntry
from samverkan_desktop.models.indicator import Indicator
from samverkan_desktop.models.routine import Routine, RoutineStep
from samverkan_desktop.services.preset_tables import Preset


def add_citations(session: Session, agreement_id: int, preset: Preset) -> None:
    """Add the other agreements and the laws that an agreement cites."""
    for title in preset.agreement.related:
        session.add(RelatedAgreement(agreement_id=agreement_id, title=title, excluded=True))
    for table in preset.registers.related:
        session.add(
            RelatedAgreement(
                agreement_id=agreement_id,
                title=table.title,
                note=table.note,
                parties=table.parties,
                level=table.level,
                excluded=table.excluded,
            )
        )
    for position, law in enumerate(preset.agreement.laws, 1):
        session.add(LegalReference(agreement_id=agreement_id, position=position, title=law))


def add_registers(session: Session, agreement_id: int, preset: Preset, areas: dict[str, int]) -> None:
    """Add what an agreement lists: strategies, commitments, results, routines, indicators and schools.

    Args:
        session: where to write.
        agreement_id: the agreement.
        preset: what it is adopted from.
        areas: the identities of its areas, by their keys.
    """
    listed = preset.registers
    strategies = {}
    for position, told in enumerate(listed.strategies, 1):
        strategy = Strategy(agreement_id=agreement_id, position=position, title=told.title, text=told.text)
        session.add(strategy)
        session.flush()
        strategies[told.title] = strategy.id
    for position, promised in enumerate(listed.commitments, 1):
        session.add(
            Commitment(
                agreement_id=agreement_id,
                position=position,
                title=promised.title,
                strategy_id=strategies.get(promised.strategy),
                responsible=promised.responsible,
                due=promised.due,
            )
        )
    for position, expected in enumerate(listed.expected_results, 1):
        session.add(
            ExpectedResult(
                agreement_id=agreement_id,
                position=position,
                horizon=expected.horizon,
                text=expected.text,
                board=expected.board,
            )
        )
    _add_material(session, agreement_id, preset, areas)


def _add_routines(session: Session, agreement_id: int, preset: Preset) -> None:
    for table, steps in preset.registers.routines:
        routine = Routine(
            agreement_id=agreement_id,
            kind=table.kind,
            number=table.number,
            title=table.title,
            owner=table.owner,
            due=table.due,
            due_words=table.due_words,
            review_by=table.review_by,
        )
        session.add(routine)
        session.flush()
        session.add_all(
            RoutineStep(
                routine_id=routine.id, position=place, activity=step.activity, responsible=step.responsible
            )
            for place, step in enumerate(steps, 1)
        )


def _add_material(session: Session, agreement_id: int, preset: Preset, areas: dict[str, int]) -> None:
    listed = preset.registers
    _add_routines(session, agreement_id, preset)
    session.add_all(
        Indicator(
            agreement_id=agreement_id,
            position=position,
            name=indicator.name,
            definition=indicator.definition,
            unit=indicator.unit,
            source=indicator.source,
            target=indicator.target,
            on_trial=indicator.on_trial,
        )
        for position, indicator in enumerate(listed.indicators, 1)
    )
    session.add_all(
        CoverageEntry(
            agreement_id=agreement_id,
            name=school.name,
            form=school.form,
            organiser=school.organiser,
            area_id=areas.get(school.area),
            agreed_on=school.agreed_on,
        )
        for school in listed.schools
    )
