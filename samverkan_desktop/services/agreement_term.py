"""The course of an agreement: signed, revised, prolonged, ended; and how it has read."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import (
    Agreement,
    AgreementEvent,
    AgreementVersion,
    Clause,
    StoredObligation,
)
from samverkan_desktop.register_vocabulary import AgreementChange, EvaluationOutcome
from samverkan_desktop.services.agreement import last_day, version_on
from samverkan_desktop.services.agreement_writing import newest_version
from samverkan_desktop.services.privacy import demand, refuse, refuse_future
from samverkan_desktop.services.workspace import Workspace


@dataclass(frozen=True)
class VersionRow:
    """One wording of an agreement; ``until`` is None for the newest, which alone is written in."""

    id: int
    number: int
    since: date
    until: date | None
    reason: str
    in_force: bool
    newest: bool


@dataclass(frozen=True)
class EventRow:
    """Something that was done with an agreement as a whole, with the evaluation that led to it."""

    id: int
    kind: AgreementChange
    day: date
    reason: str
    ends_before: date | None
    ends_after: date | None
    evaluated_on: date | None
    evaluation_outcome: EvaluationOutcome | None
    evaluation_text: str


def versions(work: Workspace, agreement_id: int) -> tuple[VersionRow, ...]:
    """Return every version of an agreement, oldest first."""
    with work.read() as session:
        now = version_on(session, agreement_id, work.today)
        found = _versions(session, agreement_id)
        untils = [*(after.since - timedelta(days=1) for after in found[1:]), None]
        return tuple(
            VersionRow(
                version.id, version.number, version.since, until, version.reason, version.id == now.id,
                version is found[-1],
            )
            for version, until in zip(found, untils, strict=True)
        )  # fmt: skip


def _versions(session: Session, agreement_id: int) -> list[AgreementVersion]:
    chosen = select(AgreementVersion).where(AgreementVersion.agreement_id == agreement_id)
    return list(session.scalars(chosen.order_by(AgreementVersion.number)))


def events(work: Workspace, agreement_id: int) -> tuple[EventRow, ...]:
    """Return everything that was done with an agreement as a whole, newest first."""
    with work.read() as session:
        chosen = select(AgreementEvent).where(AgreementEvent.agreement_id == agreement_id)
        found = session.scalars(chosen.order_by(AgreementEvent.day.desc(), AgreementEvent.id.desc()))
        return tuple(
            EventRow(
                event.id, event.kind, event.day, event.reason, event.ends_before, event.ends_after,
                event.evaluated_on, event.evaluation_outcome, event.evaluation_text,
            )
            for event in found
        )  # fmt: skip


def revise(work: Workspace, agreement_id: int, since: date, reason: str) -> int:
    """Begin a new version of an agreement: its clauses and obligations are copied, to be written in.

    What happens before the first day is judged by the version before; a working year is judged whole, by
    the version in force when it began.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        since: the first day on which the new version is in force.
        reason: why it is revised.

    Returns:
        The new version's identity.

    Raises:
        UserError: the reason is missing or holds a personal identity number, or the day is not after the
            newest version's first or is after the agreement's last.
    """
    demand(tr("Skriv varför avtalet revideras."), reason=reason)
    refuse(reason=reason)
    with work.change("agreement_term.revise", tr("Avtalet revideras från {day}", day=since)) as session:
        newest = newest_version(session, agreement_id)
        if since <= newest.since:
            raise UserError(
                tr("Den senaste lydelsen gäller från {day}. Välj en senare dag.", day=newest.since),
                field="since",
            )
        _refuse_after_end(session.get_one(Agreement, agreement_id), since, "since")
        version = AgreementVersion(
            agreement_id=agreement_id, number=newest.number + 1, since=since, reason=reason.strip()
        )
        session.add(version)
        session.flush()
        _copy(session, newest.id, version)
        _note(session, agreement_id, AgreementChange.REVISED, since, reason)
        return version.id


def _copy(session: Session, source_id: int, version: AgreementVersion) -> None:
    old = select(Clause).where(Clause.version_id == source_id).order_by(Clause.position)
    for clause in session.scalars(old).all():
        copy = Clause(
            agreement_id=clause.agreement_id,
            version_id=version.id,
            position=clause.position,
            reference=clause.reference,
            heading=clause.heading,
            text=clause.text,
            locked=clause.locked,
        )
        session.add(copy)
        session.flush()
        own = select(StoredObligation).where(StoredObligation.clause_id == clause.id)
        session.add_all(
            StoredObligation(
                agreement_id=each.agreement_id,
                clause_id=copy.id,
                position=each.position,
                kind=each.kind,
                group_key=each.group_key,
                group_kind=each.group_kind,
                grade=each.grade,
                parameters=dict(each.parameters),
            )
            for each in session.scalars(own.order_by(StoredObligation.position)).all()
        )


def _refuse_after_end(agreement: Agreement, day: date, field: str) -> None:
    last = last_day(agreement)
    if last is not None and day > last:
        raise UserError(tr("Avtalet gäller bara till {day}. Förläng det först.", day=last), field=field)


def _note(
    session: Session, agreement_id: int, kind: AgreementChange, day: date, reason: str
) -> AgreementEvent:
    event = AgreementEvent(agreement_id=agreement_id, kind=kind, day=day, reason=reason.strip())
    session.add(event)
    return event


def withdraw(work: Workspace, version_id: int) -> None:
    """Take back the newest version, before anything is judged by it.

    Raises:
        UserError: it is the only version, is not the newest, or is in force.
    """
    with work.change("agreement_term.withdraw", tr("En revidering togs tillbaka")) as session:
        version = session.get_one(AgreementVersion, version_id)
        if version.number == 1 or version.id != newest_version(session, version.agreement_id).id:
            raise UserError(tr("Bara den senaste revideringen kan tas tillbaka."))
        if version.since <= work.today:
            raise UserError(
                tr("Lydelsen gäller sedan {day}. Revidera avtalet på nytt i stället.", day=version.since)
            )
        for clause in session.scalars(select(Clause).where(Clause.version_id == version_id)).all():
            own = select(StoredObligation).where(StoredObligation.clause_id == clause.id)
            for obligation in session.scalars(own).all():
                session.delete(obligation)
            session.flush()
            session.delete(clause)
        chosen = select(AgreementEvent).where(
            AgreementEvent.agreement_id == version.agreement_id,
            AgreementEvent.kind == AgreementChange.REVISED,
            AgreementEvent.day == version.since,
        )
        for event in session.scalars(chosen).all():
            session.delete(event)
        session.flush()
        session.delete(version)


def prolong(work: Workspace, agreement_id: int, ends: date | None, day: date, reason: str) -> None:
    """Prolong an agreement; what was noted of its evaluation goes with the term that is over (T25).

    Args:
        work: the open archive.
        agreement_id: the agreement.
        ends: its new last day; None for until further notice.
        day: the day it was decided.
        reason: why, or by whom; may be empty.

    Raises:
        UserError: the agreement has no end or was ended, the new end is not later, the day is to come, or
            the reason holds a personal identity number.
    """
    refuse(reason=reason)
    refuse_future(work.today, day=day)
    with work.change("agreement_term.prolong", tr("Avtalet förlängdes")) as session:
        agreement = session.get_one(Agreement, agreement_id)
        if agreement.ended_on is not None:
            raise UserError(
                tr("Avtalet avslutades {day} och kan inte förlängas.", day=agreement.ended_on), field="ends"
            )
        if agreement.ends is None:
            raise UserError(tr("Avtalet gäller redan tills vidare."), field="ends")
        if ends is not None and ends <= agreement.ends:
            raise UserError(
                tr("Avtalet gäller redan till {day}. Välj en senare dag.", day=agreement.ends), field="ends"
            )
        event = _note(session, agreement_id, AgreementChange.PROLONGED, day, reason)
        event.ends_before, event.ends_after = agreement.ends, ends
        event.evaluation_begun_on = agreement.evaluation_begun_on
        event.evaluated_on = agreement.evaluated_on
        event.evaluation_outcome = agreement.evaluation_outcome
        event.evaluation_text = agreement.evaluation_text
        agreement.ends = ends
        agreement.evaluation_begun_on = agreement.evaluated_on = agreement.evaluation_outcome = None
        agreement.evaluation_text = ""


def end(work: Workspace, agreement_id: int, day: date, reason: str) -> None:
    """End an agreement before its term is out, or one that is valid until further notice.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        day: its last day; may be to come.
        reason: why it ends.

    Raises:
        UserError: the reason is missing or holds a personal identity number, or the day is before the
            agreement begins or after its last.
    """
    demand(tr("Skriv varför avtalet avslutas."), reason=reason)
    refuse(reason=reason)
    with work.change("agreement_term.end", tr("Avtalet avslutas {day}", day=day)) as session:
        agreement = session.get_one(Agreement, agreement_id)
        if day < agreement.starts:
            raise UserError(
                tr("Avtalet börjar gälla {day}. Välj den dagen eller en senare.", day=agreement.starts),
                field="day",
            )
        last = last_day(agreement)
        if last is not None and day >= last:
            raise UserError(
                tr("Avtalet slutar redan gälla {day}. Välj en tidigare dag.", day=last), field="day"
            )
        # Decided today at the latest: until then it was to go on.
        event = _note(session, agreement_id, AgreementChange.ENDED, min(day, work.today), reason)
        event.ends_before, event.ends_after = last, day
        agreement.ended_on = day


def sign(work: Workspace, agreement_id: int, words: str, day: date) -> None:
    """Note that an agreement has been signed (T27, S22): a draft becomes an agreement.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        words: place and date as they are written: ``Trelleborg den 18/5-18``; may be empty.
        day: the day the last of the parties signed.

    Raises:
        UserError: the day is to come, or the words hold a personal identity number.
    """
    refuse(words=words)
    refuse_future(work.today, day=day)
    with work.change("agreement_term.sign", tr("Avtalet undertecknades")) as session:
        agreement = session.get_one(Agreement, agreement_id)
        agreement.signed, agreement.signed_on = words.strip(), day
