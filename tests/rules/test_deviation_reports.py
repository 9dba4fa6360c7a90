from dataclasses import replace
from datetime import date

import pytest

from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.rules.outcome_facts import (
    DeviationFact,
    FollowUpFact,
)
from tests.rules.facts_factory import AFTER_LAST, BEFORE_LAST, DAYS, YEAR, a_year, judged, obligation, verdict

COUNTED = obligation("deviation_reports", group="")
JUDGED = obligation("deviation_reports", {"judgement": True}, group="")
OVER = date(2019, 7, 1)


def reported(*by: str, follow_up: FollowUpFact | None = None) -> Facts:
    """Return the year with a deviation from each operation."""
    found = tuple(
        DeviationFact(number, f"A{number}", DAYS[1], "Skolan", "Rektor", reported_by=name)
        for number, name in enumerate(by, 1)
    )
    return replace(a_year(), deviations=found, follow_ups=(follow_up,) if follow_up else ())


@pytest.mark.parametrize(
    ("by", "message"),
    [
        ((), "Inga avvikelser har rapporterats 2018/2019."),
        (("IFO",), "En avvikelse har rapporterats 2018/2019: 1 från IFO."),
        (("Skola", "IFO", "IFO"), "3 avvikelser har rapporterats 2018/2019: 2 från IFO och 1 från Skola."),
    ],
)
def test_deviations_are_counted_by_the_operation_that_reported_them(by: tuple[str, ...], message: str):
    finding = verdict(COUNTED, reported(*by), AFTER_LAST)
    assert (finding.rule, finding.status, finding.message) == ("R38", Status.FULFILLED, message)
    assert finding.actual == len(by)
    assert len(finding.evidence) == len(by)


def test_each_year_counts_its_own():
    assert [each.actual for each in judged(COUNTED, reported("IFO"), OVER)] == [1, 0]


@pytest.mark.parametrize(
    ("follow_up", "on", "status", "said"),
    [
        (None, BEFORE_LAST, Status.UPCOMING, "Det är inte bedömt om alla avvikelser har rapporterats."),
        (None, OVER, Status.BREACHED, "Det är inte bedömt om alla avvikelser har rapporterats."),
        (
            FollowUpFact(1, YEAR, DAYS[5]),
            AFTER_LAST,
            Status.BREACHED,
            "Det är inte bedömt om alla avvikelser har rapporterats.",
        ),
        (
            FollowUpFact(1, YEAR, undocumented=0),
            BEFORE_LAST,
            Status.FULFILLED,
            "Alla kända avvikelser bedöms ha rapporterats.",
        ),
        (
            FollowUpFact(1, YEAR, undocumented=4),
            OVER,
            Status.FULFILLED,
            "Ytterligare 4 bedöms vara kända men inte rapporterade.",
        ),
        (
            FollowUpFact(1, YEAR, underreporting="Behovet är större."),
            OVER,
            Status.FULFILLED,
            "Det som inte har rapporterats är bedömt.",
        ),
    ],
)
def test_what_was_never_reported_is_judged_by_the_years_end(
    follow_up: FollowUpFact | None, on: date, status: Status, said: str
):
    (finding,) = judged(JUDGED, reported("IFO", follow_up=follow_up), on, period=YEAR)
    assert (finding.status, bool(finding.mend)) == (status, status is Status.BREACHED)
    assert finding.message == f"En avvikelse har rapporterats 2018/2019: 1 från IFO. {said}"
