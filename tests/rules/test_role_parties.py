from datetime import date

import pytest

from samverkan_desktop.rules.facts import Facts, RoleFact
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.vocabulary import GroupKind, Role
from tests.rules.facts_factory import (
    AFTER_LAST,
    AUTUMN,
    DAYS,
    GROUP,
    WORK_GROUP,
    YEAR,
    YEAR_ENDS,
    a_year,
    adding,
    altered,
    obligation,
    verdict,
    without,
)

APART = obligation("role_parties", {"roles": ["convenor", "secretary"]})
SAME = altered(a_year(), "roles", 2, seat_id=1)


@pytest.mark.parametrize(
    ("facts", "on", "status"),
    [
        (a_year(), AUTUMN, Status.NOT_DUE),
        (without(a_year(), "roles", 2), AFTER_LAST, Status.NOT_DUE),
        (a_year(), AFTER_LAST, Status.FULFILLED),
        (SAME, AFTER_LAST, Status.BREACHED),
        (altered(a_year(), "roles", 2, seat_id=2), AFTER_LAST, Status.BREACHED),
    ],
)
def test_holders_come_from_different_parties(facts: Facts, on: date, status: Status):
    assert verdict(APART, facts, on, period=YEAR).status is status


def test_the_party_and_the_days_are_named():
    message = verdict(APART, SAME, AFTER_LAST).message
    assert message == (
        "Sammankallande och sekreterare ska finnas i olika förvaltningar, "
        "men sammankallande och sekreterare hör båda till Bildningsförvaltningen (2018-09-04–2019-06-30)."
    )


def test_a_clash_in_a_part_of_the_year_is_a_breach():
    change = date(2019, 3, 1)
    shifted = RoleFact(9, GROUP, Role.SECRETARY, 1, change, YEAR_ENDS, DAYS[3])
    finding = verdict(APART, adding(a_year(), "roles", shifted), AFTER_LAST)
    assert finding.status is Status.BREACHED
    assert "2019-03-01–2019-06-30" in finding.message


def test_a_new_holder_ends_the_term_of_the_one_before():
    facts = altered(a_year(), "roles", 1, until=None)
    facts = altered(facts, "roles", 2, until=None)
    assert verdict(APART, facts, date(2019, 10, 1), period="2019/2020").status is Status.FULFILLED


def test_work_groups_are_held_to_it_from_the_year_they_were_set_up():
    both = (
        RoleFact(10, WORK_GROUP, Role.CONVENOR, 21, DAYS[0], None, DAYS[0]),
        RoleFact(11, WORK_GROUP, Role.SECRETARY, 22, DAYS[0], None, DAYS[0]),
    )
    demand = obligation("role_parties", APART.parameters, group_kind=GroupKind.WORK_GROUP)
    finding = verdict(demand, adding(a_year(), "roles", *both), AFTER_LAST)
    assert (finding.status, finding.group) == (Status.FULFILLED, "Arbetsgrupp skolfrånvaro")
