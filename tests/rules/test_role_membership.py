from datetime import date

import pytest

from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Status
from tests.rules.facts_factory import (
    AFTER_LAST,
    AUTUMN,
    HEAD_OF_SOCIAL,
    a_year,
    altered,
    obligation,
    verdict,
)

WITHIN = obligation("role_membership", {"roles": ["convenor", "secretary"]})


@pytest.mark.parametrize(
    ("facts", "on", "status"),
    [
        (a_year(), AUTUMN, Status.NOT_DUE),
        (a_year(), AFTER_LAST, Status.FULFILLED),
        (altered(a_year(), "roles", 2, seat_id=22), AFTER_LAST, Status.BREACHED),
        (altered(a_year(), "roles", 2, seat_id=HEAD_OF_SOCIAL), AFTER_LAST, Status.AT_RISK),
        (altered(a_year(), "seats", 4, until=date(2019, 1, 31)), AFTER_LAST, Status.BREACHED),
        (altered(a_year(), "seats", 4, until=date(2019, 1, 31)), date(2019, 1, 15), Status.FULFILLED),
    ],
)
def test_roles_are_held_by_seats_of_the_group(facts: Facts, on: date, status: Status):
    assert verdict(WITHIN, facts, on).status is status


def test_the_role_and_the_function_outside_are_named():
    finding = verdict(WITHIN, altered(a_year(), "roles", 2, seat_id=22), AFTER_LAST)
    assert "sekreterare (Enhetschef)" in finding.message
    assert [each.id for each in finding.evidence] == [2]
    assert finding.mend
