from datetime import date

import pytest

from samverkan_desktop.rules.facts import Facts, RoleFact
from samverkan_desktop.rules.role_terms import Term, TermLength, gap, terms
from samverkan_desktop.vocabulary import Role
from tests.rules.facts_factory import DAYS, GROUP, YEAR, YEAR_ENDS, a_year, adding, altered, without


def term(since: date, until: date) -> Term:
    return Term(RoleFact(1, GROUP, Role.CHAIR, 1, since, until, since), since, until)


FIRST, LAST = date(2018, 9, 1), date(2018, 9, 30)


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ([], (FIRST, LAST)),
        ([term(FIRST, LAST)], None),
        ([term(date(2018, 7, 1), date(2019, 1, 1))], None),
        ([term(FIRST, date(2018, 9, 10))], (date(2018, 9, 11), LAST)),
        ([term(date(2018, 9, 11), LAST)], (FIRST, date(2018, 9, 10))),
        (
            [term(date(2018, 9, 21), LAST), term(FIRST, date(2018, 9, 10))],
            (date(2018, 9, 11), date(2018, 9, 20)),
        ),
        ([term(FIRST, date(2018, 9, 20)), term(date(2018, 9, 10), LAST)], None),
    ],
)
def test_gap_is_the_first_stretch_that_nobody_covers(held: list[Term], expected: tuple[date, date] | None):
    assert gap(held, FIRST, LAST) == expected


def spans(
    facts: Facts, period_label: str = YEAR, length: TermLength = TermLength.UNTIL_FURTHER_NOTICE
) -> list[tuple[date, date]]:
    period = facts.agreement.calendar.labelled(period_label)
    found = terms(facts, facts.group(GROUP), [Role.SECRETARY], period, length=length)
    return [(each.since, each.until) for each in found]


def test_terms_are_cut_to_the_year():
    facts = altered(a_year(), "roles", 2, since=date(2018, 6, 1), until=None)
    assert spans(facts) == [(date(2018, 7, 1), YEAR_ENDS)]


def test_a_new_holder_ends_the_term_before():
    change = date(2019, 2, 1)
    facts = adding(a_year(), "roles", RoleFact(9, GROUP, Role.SECRETARY, 3, change, YEAR_ENDS, change))
    assert spans(facts) == [(DAYS[0], date(2019, 1, 31)), (change, YEAR_ENDS)]


def test_a_role_given_without_an_end_lasts_out_its_term():
    facts = altered(without(a_year(), "roles", 4), "roles", 2, until=None)
    assert len(spans(facts, "2019/2020")) == 1
    assert spans(facts, "2019/2020", TermLength.WORKING_YEAR) == []
