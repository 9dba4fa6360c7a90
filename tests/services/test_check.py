from samverkan_desktop.rules.finding import SEVERITY, Status
from samverkan_desktop.services import check
from tests.services.year import DAYS, LAST, Year


def test_the_worst_comes_first(held: Year):
    held.at(LAST)
    order = [SEVERITY[finding.status] for finding in check.findings(held.work)]
    assert order == sorted(order)
    assert order[0] < order[-1]


def test_without_an_agreement_nothing_is_found(empty: Year):
    assert check.findings(empty.work) == ()


def test_what_is_found_is_of_the_day_asked_for(held: Year):
    assert held.statuses("R05", DAYS[0]) != held.statuses("R05", LAST)
    assert [f.actual for f in held.found("R05", DAYS[0])] == [1]


def test_an_obligation_stands_as_its_worst_finding(held: Year):
    held.give(1, DAYS[1])
    held.give(1, LAST)
    found = check.findings(held.work, DAYS[2])
    (standing,) = [each for each in check.by_obligation(found) if each.findings[0].rule == "R09"]
    assert standing.status is Status.BREACHED
    assert [finding.status for finding in standing.findings] == [Status.BREACHED, Status.UPCOMING]


def test_looking_back_forgets_what_came_later(held: Year):
    held.at(LAST)
    held.finish(1)
    before = [f.message for f in check.findings(held.work, DAYS[0])]
    held.give(3, LAST)
    assert [f.message for f in check.findings(held.work, DAYS[0])] == before
