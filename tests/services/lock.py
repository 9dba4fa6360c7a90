"""Making a clause a minimum rule of a template, as a preset does."""

from samverkan_desktop.models.agreement import Clause
from tests.services.year import Year


def lock(year: Year, *references: str) -> None:
    """Lock clauses of the agreement."""
    with year.work.change("test", "test") as session:
        for clause in session.query(Clause).where(Clause.reference.in_(references)):
            clause.locked = True
