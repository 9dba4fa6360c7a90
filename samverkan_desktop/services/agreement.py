"""The agreement: adopting it, reading it clause by clause, changing an obligation, evaluating it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from cattrs.errors import BaseValidationError
from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import Agreement, Clause, RelatedAgreement, StoredObligation
from samverkan_desktop.models.group import Group, Seat
from samverkan_desktop.models.organisation import Party, Unit
from samverkan_desktop.periods import Calendar
from samverkan_desktop.rules import parameters
from samverkan_desktop.rules.registry import KINDS
from samverkan_desktop.services import preset as presets_on_disk
from samverkan_desktop.services.preset_tables import Preset
from samverkan_desktop.services.privacy import refuse, refuse_future
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import EvaluationOutcome


@dataclass(frozen=True)
class PresetRow:
    """A preset that is shipped: its key, what it is called, and the agreement's title."""

    key: str
    name: str
    title: str


@dataclass(frozen=True)
class AgreementRow:
    """The agreement's head. ``periods`` are the labels of its working years, oldest first."""

    id: int
    title: str
    municipality: str
    purpose: str
    starts: date
    ends: date | None
    validity: str
    signed: str
    parties: tuple[str, ...]
    boards: tuple[str, ...]
    related: tuple[str, ...]
    evaluation_begun_on: date | None
    evaluated_on: date | None
    evaluation_outcome: EvaluationOutcome | None
    evaluation_text: str


@dataclass(frozen=True)
class ObligationRow:
    """One obligation: its kind in words, whom it concerns, its parameters as plain data."""

    id: int
    kind: str
    title: str
    group: str
    parameters: dict[str, Any]


@dataclass(frozen=True)
class ClauseRow:
    """One clause with the obligations read out of it."""

    id: int
    reference: str
    heading: str
    text: str
    obligations: tuple[ObligationRow, ...]


def presets() -> tuple[PresetRow, ...]:
    """Return the presets that are shipped."""
    rows = []
    for path in presets_on_disk.shipped():
        table = presets_on_disk.read(path).agreement
        rows.append(PresetRow(table.key, table.name, table.title))
    return tuple(rows)


def adopt(work: Workspace, source: str) -> int:
    """Adopt an agreement: its clauses, obligations, parties, groups and seats.

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
    with work.change("agreement.adopt", tr("Avtalet {title} lades in", title=table.title)) as session:
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
        )
        session.add(agreement)
        session.flush()
        _add_organisation(session, agreement.id, preset)
        _add_clauses(session, agreement.id, preset)
        for title in table.related:
            session.add(RelatedAgreement(agreement_id=agreement.id, title=title))
        return agreement.id


def _add_organisation(session: Session, agreement_id: int, preset: Preset) -> None:
    parties = {}
    for position, table in enumerate(preset.parties, 1):
        party = Party(
            agreement_id=agreement_id,
            key=table.key,
            position=position,
            name=table.name,
            board=table.board,
            signatory=table.signatory,
        )
        session.add(party)
        session.flush()
        parties[table.key] = party.id
        session.add_all(Unit(party_id=party.id, name=name) for name in table.units)
    for group_table, seats in preset.groups:
        group = Group(
            agreement_id=agreement_id,
            key=group_table.key,
            kind=group_table.kind,
            name=group_table.name,
            full_name=group_table.full_name,
            occasion=group_table.occasion,
            record=group_table.record,
        )
        session.add(group)
        session.flush()
        session.add_all(
            Seat(
                group_id=group.id,
                party_id=parties[seat.party],
                key=seat.key,
                position=position,
                function=seat.function,
                short_name=seat.short or seat.function,
                attendance=seat.attends,
                grade=seat.grade,
            )
            for position, seat in enumerate(seats, 1)
        )


def _add_clauses(session: Session, agreement_id: int, preset: Preset) -> None:
    position = 0
    for number, (table, obligations) in enumerate(preset.clauses, 1):
        clause = Clause(
            agreement_id=agreement_id,
            position=number,
            reference=table.ref,
            heading=table.heading,
            text=table.text.strip(),
        )
        session.add(clause)
        session.flush()
        for obligation in obligations:
            position += 1
            session.add(
                StoredObligation(
                    agreement_id=agreement_id,
                    clause_id=clause.id,
                    position=position,
                    kind=obligation.kind,
                    group_key=obligation.group,
                    group_kind=obligation.group_kind,
                    parameters=obligation.parameters,
                )
            )


def calendar_of(agreement: Agreement) -> Calendar:
    """Return how an agreement divides time."""
    month, day = agreement.year_starts.split("-")
    return Calendar(agreement.working_year, (int(month), int(day)))


def the_only(session: Session) -> Agreement:
    """Return the archive's agreement; with several, the one adopted first.

    Raises:
        UserError: there is none.
    """
    agreement = session.scalar(select(Agreement).order_by(Agreement.id).limit(1))
    if agreement is None:
        raise UserError(tr("Arkivet har inget avtal. Lägg in ett avtal från en mall först."))
    return agreement


def current(work: Workspace) -> AgreementRow | None:
    """Return the agreement's head; None where none has been adopted."""
    with work.read() as session:
        agreement = session.scalar(select(Agreement).order_by(Agreement.id).limit(1))
        if agreement is None:
            return None
        own = Party.agreement_id == agreement.id
        parties = session.scalars(select(Party).where(own).order_by(Party.position)).all()
        related = session.scalars(
            select(RelatedAgreement.title).where(RelatedAgreement.agreement_id == agreement.id)
        ).all()
        return AgreementRow(
            id=agreement.id,
            title=agreement.title,
            municipality=agreement.municipality,
            purpose=agreement.purpose,
            starts=agreement.starts,
            ends=agreement.ends,
            validity=validity(agreement),
            signed=agreement.signed,
            parties=tuple(party.name for party in parties),
            boards=tuple(party.board for party in parties if party.board),
            related=tuple(related),
            evaluation_begun_on=agreement.evaluation_begun_on,
            evaluated_on=agreement.evaluated_on,
            evaluation_outcome=agreement.evaluation_outcome,
            evaluation_text=agreement.evaluation_text,
        )


def validity(agreement: Agreement) -> str:
    """Return an agreement's term in words: ``läsåren 2018/2019–2020/2021``."""
    calendar = calendar_of(agreement)
    first = calendar.of(agreement.starts).label
    if agreement.ends is None:
        return tr("från {first}, tills vidare", first=first)
    last = calendar.of(agreement.ends).label
    return tr("läsåren {first}–{last}", first=first, last=last) if "/" in first else f"{first}–{last}"


def periods(work: Workspace) -> tuple[str, ...]:
    """Return the labels of the working years to choose from: the agreement's, or up to the next."""
    with work.read() as session:
        agreement = session.scalar(select(Agreement).order_by(Agreement.id).limit(1))
        if agreement is None:
            return ()
        calendar = calendar_of(agreement)
        last = agreement.ends or calendar.after(calendar.of(max(work.today, agreement.starts))).ends
        return tuple(period.label for period in calendar.between(agreement.starts, last))


def clauses(work: Workspace, agreement_id: int) -> tuple[ClauseRow, ...]:
    """Return the agreement clause by clause with the obligations read out of each."""
    with work.read() as session:
        obligations = session.scalars(
            select(StoredObligation)
            .where(StoredObligation.agreement_id == agreement_id)
            .order_by(StoredObligation.position)
        ).all()
        names = {group.key: group.name for group in session.scalars(select(Group))}
        found = session.scalars(
            select(Clause).where(Clause.agreement_id == agreement_id).order_by(Clause.position)
        )
        return tuple(
            ClauseRow(
                clause.id,
                clause.reference,
                clause.heading,
                clause.text,
                tuple(_obligation_row(o, names) for o in obligations if o.clause_id == clause.id),
            )
            for clause in found
        )


def _obligation_row(obligation: StoredObligation, names: dict[str, str]) -> ObligationRow:
    group = names.get(obligation.group_key, "")
    if obligation.group_kind is not None:
        group = tr("varje arbetsgrupp")
    return ObligationRow(
        obligation.id, obligation.kind, tr(KINDS[obligation.kind].title), group, dict(obligation.parameters)
    )


def change_obligation(work: Workspace, obligation_id: int, data: dict[str, Any]) -> None:
    """Change an obligation's parameters; the findings follow at once.

    Raises:
        UserError: a parameter is missing, unknown, of the wrong type, or holds a personal identity number;
            its field is the parameter.
    """
    refuse(**{name: str(value) for name, value in data.items()})
    with work.change("agreement.change_obligation", tr("Ett åtagande ändrades")) as session:
        obligation = session.get_one(StoredObligation, obligation_id)
        try:
            parameters.parse(obligation.kind, data)
        except BaseValidationError as error:
            field, sentence = parameters.complaints(error)[0]
            raise UserError(sentence[:1].upper() + sentence[1:] + ".", field=field) from error
        obligation.parameters = data


def begin_evaluation(work: Workspace, agreement_id: int, day: date) -> None:
    """Note that work on the evaluation has begun (T25).

    Raises:
        UserError: the day is to come.
    """
    refuse_future(work.today, day=day)
    with work.change("agreement.begin_evaluation", tr("Utvärderingen påbörjades")) as session:
        session.get_one(Agreement, agreement_id).evaluation_begun_on = day


def finish_evaluation(
    work: Workspace, agreement_id: int, day: date, outcome: EvaluationOutcome, text: str
) -> None:
    """Note the evaluation's outcome (T25): extended, revised or ended.

    Raises:
        UserError: the day is before the evaluation began or to come, or the text holds a personal identity
            number.
    """
    refuse(text=text)
    refuse_future(work.today, day=day)
    with work.change("agreement.finish_evaluation", tr("Utvärderingen avslutades")) as session:
        agreement = session.get_one(Agreement, agreement_id)
        begun = agreement.evaluation_begun_on
        if begun is not None and day < begun:
            raise UserError(tr("Utvärderingen kan inte avslutas innan den påbörjades."), field="day")
        agreement.evaluation_begun_on = begun or day
        agreement.evaluated_on = day
        agreement.evaluation_outcome = outcome
        agreement.evaluation_text = text
