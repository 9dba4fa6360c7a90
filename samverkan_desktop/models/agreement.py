"""The agreement: its clauses word for word, and the obligations read out of them."""

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Stored
from samverkan_desktop.register_vocabulary import AgreementChange, EvaluationOutcome, Renegotiation
from samverkan_desktop.vocabulary import AgreementKind, Grade, GroupKind, WorkingYear


class Agreement(Stored):
    """An agreement between parties (T01–T03, T25, T27).

    ``ends`` is None for one that is valid until further notice. ``year_starts`` is the first day of
    a school year as ``MM-DD``. ``signed`` is place and date as they are written (``Trelleborg den
    18/5-18``), which may be a placeholder in a draft nobody has signed (S21): then ``signed_on`` is
    None. ``words`` are its own for a party, a role, a record, by `Word`. ``ended_on`` is the last day
    of one that was ended before its term was out. ``file_pattern`` is what its files are called, empty for
    the program's own pattern.
    """

    __tablename__ = "agreement"

    key: Mapped[str]
    kind: Mapped[AgreementKind]
    title: Mapped[str]
    municipality: Mapped[str]
    purpose: Mapped[str]
    working_year: Mapped[WorkingYear]
    year_starts: Mapped[str]
    starts: Mapped[date]
    ends: Mapped[date | None]
    signed: Mapped[str] = mapped_column(default="")
    signed_on: Mapped[date | None]
    adopted_on: Mapped[date]
    words: Mapped[dict[str, Any]] = mapped_column(default=dict)
    ended_on: Mapped[date | None]
    evaluation_begun_on: Mapped[date | None]
    evaluated_on: Mapped[date | None]
    evaluation_outcome: Mapped[EvaluationOutcome | None]
    evaluation_text: Mapped[str] = mapped_column(default="")
    file_pattern: Mapped[str] = mapped_column(default="")


class AgreementVersion(Stored):
    """One wording of an agreement, in force from a day until the next version's.

    What happened is judged by the version that was in force then, so an earlier version keeps its
    clauses and obligations.
    """

    __tablename__ = "agreement_version"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    number: Mapped[int]
    since: Mapped[date]
    reason: Mapped[str] = mapped_column(default="")


class AgreementEvent(Stored):
    """A change to an agreement as a whole: prolonged, revised, renegotiated, ended, decided on a day.

    Where it was prolonged, what was noted of the evaluation that led to it has moved here, so that the new
    term can have an evaluation of its own.
    """

    __tablename__ = "agreement_event"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    kind: Mapped[AgreementChange]
    day: Mapped[date]
    reason: Mapped[str] = mapped_column(default="")
    ends_before: Mapped[date | None]
    ends_after: Mapped[date | None]
    evaluation_begun_on: Mapped[date | None]
    evaluated_on: Mapped[date | None]
    evaluation_outcome: Mapped[EvaluationOutcome | None]
    evaluation_text: Mapped[str] = mapped_column(default="")


class RenegotiationRequest(Stored):
    """A party's request that the agreement be renegotiated, and what came of it (S20)."""

    __tablename__ = "renegotiation_request"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id"))
    requested_on: Mapped[date]
    reason: Mapped[str]
    closed_on: Mapped[date | None]
    outcome: Mapped[Renegotiation | None]
    note: Mapped[str] = mapped_column(default="")


class Clause(Stored):
    """A passage of one version of the agreement, word for word, under its heading.

    ``locked`` marks a minimum rule of a template: local additions stand beside it, nothing in it is
    changed or taken away (ST02).
    """

    __tablename__ = "clause"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("agreement_version.id"), index=True)
    position: Mapped[int]
    reference: Mapped[str]
    heading: Mapped[str]
    text: Mapped[str]
    locked: Mapped[bool] = mapped_column(default=False)


class StoredObligation(Stored):
    """One obligation read out of a clause: its kind and parameters, as plain data.

    ``grade`` is how strongly the clause demands it: what it only recommends (bör) is never a breach.
    """

    __tablename__ = "obligation"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    clause_id: Mapped[int] = mapped_column(ForeignKey("clause.id"))
    position: Mapped[int]
    kind: Mapped[str]
    group_key: Mapped[str] = mapped_column(default="")
    group_kind: Mapped[GroupKind | None]
    grade: Mapped[Grade] = mapped_column(default=Grade.MUST)
    parameters: Mapped[dict[str, Any]]


class RelatedAgreement(Stored):
    """Another agreement; ``excluded`` where its field is not covered by this one (T04, S14).

    ``parties`` are those who have signed it, ``level`` at what level they are represented
    (``representanter på ledningsnivå``), both in words.
    """

    __tablename__ = "related_agreement"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    title: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    parties: Mapped[str] = mapped_column(default="")
    level: Mapped[str] = mapped_column(default="")
    excluded: Mapped[bool] = mapped_column(default=False)


class LegalReference(Stored):
    """A law or other governing document the agreement cites, and what has taken its place (S23)."""

    __tablename__ = "legal_reference"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    position: Mapped[int]
    title: Mapped[str]
    repealed_on: Mapped[date | None]
    replaced_by: Mapped[str] = mapped_column(default="")
