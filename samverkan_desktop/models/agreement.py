"""The agreement: its clauses word for word, and the obligations read out of them."""

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Stored
from samverkan_desktop.vocabulary import AgreementKind, EvaluationOutcome, GroupKind, WorkingYear


class Agreement(Stored):
    """An agreement between parties (T01–T03, T25, T27).

    ``ends`` is None for one that is valid until further notice. ``year_starts`` is the first day of
    a school year as ``MM-DD``. ``signed`` is place and date as they are written (``Trelleborg den
    18/5-18``).
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
    evaluation_begun_on: Mapped[date | None]
    evaluated_on: Mapped[date | None]
    evaluation_outcome: Mapped[EvaluationOutcome | None]
    evaluation_text: Mapped[str] = mapped_column(default="")


class Clause(Stored):
    """A passage of the agreement, word for word, under its heading."""

    __tablename__ = "clause"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    position: Mapped[int]
    reference: Mapped[str]
    heading: Mapped[str]
    text: Mapped[str]


class StoredObligation(Stored):
    """One obligation read out of a clause: its kind and parameters, as plain data."""

    __tablename__ = "obligation"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    clause_id: Mapped[int] = mapped_column(ForeignKey("clause.id"))
    position: Mapped[int]
    kind: Mapped[str]
    group_key: Mapped[str] = mapped_column(default="")
    group_kind: Mapped[GroupKind | None]
    parameters: Mapped[dict[str, Any]]


class RelatedAgreement(Stored):
    """Another agreement whose field this one does not cover (T04)."""

    __tablename__ = "related_agreement"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    title: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
