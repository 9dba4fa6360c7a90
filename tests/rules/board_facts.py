"""Matters for boards and what boards do with them, for tests to vary."""

from dataclasses import replace
from datetime import date

from samverkan_desktop.register_vocabulary import BoardOutcome, Instance, MatterSubject
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.register_facts import BoardMatterFact, BoardReportFact
from tests.rules.facts_factory import YEAR, a_year

SCHOOLS, SOCIAL = "Utbildningsnämnden", "Socialnämnden"
OPENED, DECIDED, LATER = date(2019, 2, 1), date(2019, 3, 14), date(2019, 4, 4)


def report(
    identity: int, board: str = SOCIAL, day: date | None = DECIDED, **changes: object
) -> BoardReportFact:
    plain = BoardReportFact(
        identity, board, MatterSubject.OTHER, "", day, Instance.BOARD, outcome=BoardOutcome.APPROVED
    )
    return replace(plain, **changes)


def matter(subject: MatterSubject, *reports: BoardReportFact, **changes: object) -> BoardMatterFact:
    plain = BoardMatterFact(1, subject, "Gemensam insats", YEAR, OPENED, reports=reports)
    return replace(plain, **changes)


def with_matters(*matters: BoardMatterFact) -> Facts:
    """Return a year in which boards had these matters before them, and no others."""
    return replace(a_year(), board_matters=matters)
