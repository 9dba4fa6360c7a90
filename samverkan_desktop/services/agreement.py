"""The agreement: reading it clause by clause, and evaluating it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import (
    Agreement,
    AgreementVersion,
    Clause,
    RelatedAgreement,
    StoredObligation,
)
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.organisation import Party
from samverkan_desktop.periods import Calendar
from samverkan_desktop.register_vocabulary import EvaluationOutcome
from samverkan_desktop.rules.registry import KINDS
from samverkan_desktop.rules.wording import every_group
from samverkan_desktop.services.privacy import refuse, refuse_future
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import AgreementKind, Grade, GroupKind, WorkingYear
from samverkan_desktop.words import Words, words_of


@dataclass(frozen=True)
class AgreementRow:
    """An agreement's head. ``key`` is what the command line knows it by, ``words`` its own, by `Word`."""

    id: int
    key: str
    kind: AgreementKind
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
    words: dict[str, str]
    working_year: WorkingYear
    year_starts: str
    signed_on: date | None
    ended_on: date | None


@dataclass(frozen=True)
class ObligationRow:
    """One obligation: its kind in words, whom it concerns, its parameters as plain data.

    ``group`` says whom it concerns in words, empty for the whole agreement; ``group_key`` and ``group_kind``
    as it is stored.
    """

    id: int
    kind: str
    title: str
    group: str
    parameters: dict[str, Any]
    group_key: str
    group_kind: GroupKind | None
    grade: Grade


@dataclass(frozen=True)
class ClauseRow:
    """One clause with the obligations read out of it; ``locked`` for a minimum rule of a template (ST02)."""

    id: int
    reference: str
    heading: str
    text: str
    locked: bool
    obligations: tuple[ObligationRow, ...]


def calendar_of(agreement: Agreement) -> Calendar:
    """Return how an agreement divides time."""
    month, day = agreement.year_starts.split("-")
    return Calendar(agreement.working_year, (int(month), int(day)))


def last_day(agreement: Agreement) -> date | None:
    """Return the last day of an agreement: of its term, or the day it was ended before; None for none."""
    days = [day for day in (agreement.ends, agreement.ended_on) if day is not None]
    return min(days, default=None)


def chosen(session: Session, agreement_id: int | None = None) -> Agreement:
    """Return an agreement by its identity; where none is given, the archive's, if it has but one.

    Raises:
        UserError: there is none, or several of which none is given.
    """
    if agreement_id is not None:
        return session.get_one(Agreement, agreement_id)
    found = session.scalars(select(Agreement).order_by(Agreement.id)).all()
    if not found:
        raise UserError(tr("Arkivet har inget avtal. Lägg in ett avtal från en mall först."))
    if len(found) > 1:
        keys = ", ".join(agreement.key for agreement in found)
        raise UserError(tr("Arkivet har flera avtal. Ange vilket av dem: {keys}.", keys=keys))
    return found[0]


def named(work: Workspace, key: str | None) -> int:
    """Return the identity of the agreement that has a key; where none is given, of the archive's only one.

    Raises:
        UserError: there is none, or several of which none is given.
    """
    if key:
        return find(work, key)
    with work.read() as session:
        return chosen(session).id


def find(work: Workspace, key: str) -> int:
    """Return the identity of the agreement that has a key.

    Raises:
        UserError: there is none.
    """
    rows = listing(work)
    for row in rows:
        if row.key == key:
            return row.id
    keys = ", ".join(row.key for row in rows)
    raise UserError(
        tr("Arkivet har inget avtal {key}. De som finns är: {keys}.", key=key, keys=keys)
        if keys
        else tr("Arkivet har inget avtal. Lägg in ett avtal från en mall först.")
    )


def listing(work: Workspace) -> tuple[AgreementRow, ...]:
    """Return the heads of the archive's agreements, in the order they were adopted."""
    with work.read() as session:
        found = session.scalars(select(Agreement).order_by(Agreement.id))
        return tuple(_head(session, agreement) for agreement in found)


def head(work: Workspace, agreement_id: int) -> AgreementRow:
    """Return an agreement's head."""
    with work.read() as session:
        return _head(session, session.get_one(Agreement, agreement_id))


def _head(session: Session, agreement: Agreement) -> AgreementRow:
    own = Party.agreement_id == agreement.id
    parties = session.scalars(select(Party).where(own).order_by(Party.position)).all()
    related = session.scalars(
        select(RelatedAgreement.title).where(RelatedAgreement.agreement_id == agreement.id)
    ).all()
    return AgreementRow(
        id=agreement.id,
        key=agreement.key,
        kind=agreement.kind,
        title=agreement.title,
        municipality=agreement.municipality,
        purpose=agreement.purpose,
        starts=agreement.starts,
        ends=agreement.ends,
        validity=validity(agreement),
        signed=agreement.signed,
        parties=tuple(party.name for party in parties if party.signs),
        boards=tuple(party.board for party in parties if party.board),
        related=tuple(related),
        evaluation_begun_on=agreement.evaluation_begun_on,
        evaluated_on=agreement.evaluated_on,
        evaluation_outcome=agreement.evaluation_outcome,
        evaluation_text=agreement.evaluation_text,
        words=dict(agreement.words),
        working_year=agreement.working_year,
        year_starts=agreement.year_starts,
        signed_on=agreement.signed_on,
        ended_on=agreement.ended_on,
    )


def validity(agreement: Agreement) -> str:
    """Return an agreement's term in words: ``läsåren 2018/2019–2020/2021``."""
    calendar = calendar_of(agreement)
    first = calendar.of(agreement.starts).label
    if agreement.ends is None:
        return tr("från {first}, tills vidare", first=first)
    last = calendar.of(agreement.ends).label
    return tr("läsåren {first}–{last}", first=first, last=last) if "/" in first else f"{first}–{last}"


def periods(work: Workspace, agreement_id: int) -> tuple[str, ...]:
    """Return the labels of an agreement's working years, oldest first; up to the next where it has no end."""
    with work.read() as session:
        agreement = session.get_one(Agreement, agreement_id)
        calendar = calendar_of(agreement)
        last = last_day(agreement) or calendar.after(calendar.of(max(work.today, agreement.starts))).ends
        return tuple(period.label for period in calendar.between(agreement.starts, last))


def version_on(session: Session, agreement_id: int, day: date) -> AgreementVersion:
    """Return the version of an agreement that is in force on a day; before the first one, the first."""
    chosen = select(AgreementVersion).where(AgreementVersion.agreement_id == agreement_id)
    versions = session.scalars(chosen.order_by(AgreementVersion.since, AgreementVersion.number)).all()
    begun = [version for version in versions if version.since <= day]
    return begun[-1] if begun else versions[0]


def clauses(work: Workspace, agreement_id: int, version_id: int | None = None) -> tuple[ClauseRow, ...]:
    """Return a version of the agreement clause by clause with the obligations read out of each.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        version_id: which version; None for the one in force today.
    """
    with work.read() as session:
        version = version_id or version_on(session, agreement_id, work.today).id
        obligations = session.scalars(
            select(StoredObligation)
            .where(StoredObligation.agreement_id == agreement_id)
            .order_by(StoredObligation.position)
        ).all()
        agreement = session.get_one(Agreement, agreement_id)
        words = words_of(agreement.kind, agreement.words)
        own = select(Group).where(Group.agreement_id == agreement_id)
        names = {group.key: group.name for group in session.scalars(own)}
        found = session.scalars(select(Clause).where(Clause.version_id == version).order_by(Clause.position))
        return tuple(
            ClauseRow(
                clause.id,
                clause.reference,
                clause.heading,
                clause.text,
                clause.locked,
                tuple(_obligation_row(o, names, words) for o in obligations if o.clause_id == clause.id),
            )
            for clause in found
        )


def _obligation_row(obligation: StoredObligation, names: dict[str, str], words: Words) -> ObligationRow:
    group = names.get(obligation.group_key, "")
    if obligation.group_kind is not None:
        group = every_group(obligation.group_kind)
    return ObligationRow(
        obligation.id, obligation.kind, KINDS[obligation.kind].called(words), group,
        dict(obligation.parameters), obligation.group_key, obligation.group_kind, obligation.grade,
    )  # fmt: skip


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
