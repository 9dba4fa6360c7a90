import pytest

from samverkan_desktop.rules.finding import Status
from tests.rules.facts_factory import AFTER_LAST, a_year, altered, obligation, verdict

NAMED = obligation("named_responsible")


@pytest.mark.parametrize(
    ("responsible", "status", "message"),
    [
        (("Rektor", "Enhetschef"), Status.FULFILLED, "Uppdraget U1 utförs av Rektor och Enhetschef."),
        ((), Status.BREACHED, "Uppdraget U1 saknar ansvarig funktion."),
        (("  ",), Status.BREACHED, "Uppdraget U1 saknar ansvarig funktion."),
    ],
)
def test_commission_names_who_carries_it(responsible: tuple[str, ...], status: Status, message: str):
    facts = altered(a_year(), "commissions", 1, responsible=responsible)
    finding = verdict(NAMED, facts, AFTER_LAST)
    assert (finding.status, finding.message) == (status, message)
