"""What the registers' tests share: demands written into the agreement, as somebody who revises it would."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from samverkan_desktop.services import agreement_writing, clause, obligation
from samverkan_desktop.vocabulary import AgreementKind, WorkingYear
from tests.services.year import Year

AGREEMENT = 1


def demand(year: Year, kind: str, data: Mapping[str, Any] | None = None, group: str = "styrgrupp") -> int:
    """Write a clause into the agreement and read an obligation out of it."""
    reference = clause.suggested_reference(year.work, AGREEMENT)
    made = clause.add_clause(year.work, AGREEMENT, reference, "", "Så ska det vara.")
    return obligation.add_obligation(year.work, made, kind, data or {}, group)


def another_agreement(year: Year) -> int:
    """Begin one more agreement in the archive."""
    return agreement_writing.create(
        year.work, "Samverkansplan", AgreementKind.COLLABORATION_PLAN, "Exempelköping", date(2018, 1, 1),
        date(2020, 12, 31), WorkingYear.CALENDAR_YEAR, (("Skolförvaltningen", ""),),
    )  # fmt: skip
