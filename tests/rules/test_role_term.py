from dataclasses import replace
from datetime import date

import pytest

from samverkan_desktop.rules.facts import Facts, PartyFact, RoleFact, SeatFact
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.rules.obligation import Obligation
from samverkan_desktop.vocabulary import GroupKind, Role
from tests.rules.facts_factory import (
    AFTER_LAST,
    AUTUMN,
    BEFORE_LAST,
    DAYS,
    GROUP,
    NEXT,
    WORK_GROUP,
    YEAR,
    YEAR_ENDS,
    a_year,
    adding,
    altered,
    judged,
    obligation,
    verdict,
    without,
)
from tests.rules.meetings_factory import BOARD, a_group

YEARLY = obligation("role_term", {"roles": ["secretary"], "term": "working_year"})
OPEN = obligation(
    "role_term",
    {"roles": ["secretary"], "term": "until_further_notice"},
    group_kind=GroupKind.WORK_GROUP,
)
NEVER = without(a_year(), "roles", 2)
RESIGNED = altered(a_year(), "roles", 2, until=date(2019, 1, 9))
REPLACED = adding(
    RESIGNED, "roles", RoleFact(9, GROUP, Role.SECRETARY, 3, date(2019, 2, 5), YEAR_ENDS, DAYS[3])
)
IN_WORK_GROUP = adding(a_year(), "roles", RoleFact(9, WORK_GROUP, Role.SECRETARY, 22, DAYS[1], None, DAYS[1]))


@pytest.mark.parametrize(
    ("facts", "on", "status"),
    [
        (a_year(), AUTUMN, Status.AT_RISK),
        (a_year(), DAYS[0], Status.FULFILLED),
        (NEVER, DAYS[0], Status.BREACHED),
        (RESIGNED, date(2018, 12, 1), Status.AT_RISK),
        (RESIGNED, date(2019, 1, 20), Status.BREACHED),
        (REPLACED, AFTER_LAST, Status.BREACHED),
        (altered(a_year(), "roles", 2, until=None), AFTER_LAST, Status.FULFILLED),
    ],
)
def test_role_is_decided_for_the_year(facts: Facts, on: date, status: Status):
    assert verdict(YEARLY, facts, on, period=YEAR).status is status


@pytest.mark.parametrize(
    ("facts", "on", "status"),
    [
        (a_year(), BEFORE_LAST, Status.UPCOMING),
        (a_year(), AFTER_LAST, Status.FULFILLED),
        (without(a_year(), "roles", 4), date(2019, 8, 1), Status.AT_RISK),
    ],
)
def test_coming_year_has_its_roles_decided(facts: Facts, on: date, status: Status):
    assert verdict(YEARLY, facts, on, period=NEXT).status is status


def test_the_days_without_a_holder_are_named():
    assert verdict(YEARLY, REPLACED, AFTER_LAST, period=YEAR).message == (
        "Sekreterare saknades 2019-01-10–2019-02-04."
    )


def test_a_role_nobody_holds_is_named_with_the_year():
    finding = verdict(YEARLY, NEVER, AUTUMN, period=YEAR)
    assert finding.message == "Sekreterare är inte utsedd för 2018/2019."
    assert finding.mend == "Utse sekreterare på nästa möte."


def test_an_open_ended_role_counts_for_the_year_it_began_where_roles_are_yearly():
    facts = altered(without(a_year(), "roles", 4), "roles", 2, until=None)
    assert verdict(YEARLY, facts, date(2019, 8, 1), period=NEXT).status is Status.AT_RISK


def test_until_further_notice_a_missing_role_is_a_risk_however_long():
    assert verdict(OPEN, a_year(), DAYS[5], period=YEAR).status is Status.AT_RISK


def test_until_further_notice_a_role_given_once_is_enough():
    found = judged(OPEN, IN_WORK_GROUP, date(2019, 10, 1))
    assert [(each.period, each.status) for each in found] == [
        (YEAR, Status.FULFILLED),
        (NEXT, Status.FULFILLED),
    ]


def test_a_closed_group_is_judged_up_to_its_closing():
    facts = altered(IN_WORK_GROUP, "groups", WORK_GROUP, closed_on=DAYS[4])
    assert [each.period for each in judged(OPEN, facts, date(2019, 10, 1))] == [YEAR]


def test_days_that_are_past_cannot_be_mended():
    assert verdict(YEARLY, REPLACED, AFTER_LAST, period=YEAR).mend == ""
    assert verdict(YEARLY, NEVER, date(2019, 7, 2), period=YEAR).mend == ""


# --- Calendar years and election periods ---

PER_YEAR = obligation("role_term", {"roles": ["chair"], "term": "calendar_year"})
PER_ELECTION = obligation("role_term", {"roles": ["chair"], "term": "election_period"})


def chaired(since: date, until: date | None = None, ends: date | None = None) -> Facts:
    """Return an agreement on calendar years in which a chair was chosen, and a meeting held in March 2019."""
    facts = a_group(date(2019, 3, 1), starts=date(2018, 1, 1), ends=ends)
    seat = SeatFact(1, BOARD, 1, "Ordförande")
    party = PartyFact(1, "p", "Nämnden")
    return replace(
        facts,
        parties=(party,),
        seats=(seat,),
        roles=(RoleFact(1, BOARD, Role.CHAIR, 1, since, until, since),),
    )


def statuses(demand: Obligation, facts: Facts, on: date) -> dict[str, Status]:
    return {each.period: each.status for each in judged(demand, facts, on)}


def test_a_role_for_a_calendar_year_is_judged_by_it_in_a_school_agreement():
    facts = replace(chaired(date(2019, 1, 15)), agreement=a_year().agreement)
    assert statuses(PER_YEAR, facts, date(2019, 5, 1)) == {
        "2018": Status.BREACHED,
        "2019": Status.FULFILLED,
        "2020": Status.UPCOMING,
    }


def test_a_role_without_a_last_day_lasts_out_its_election_period():
    facts = chaired(date(2019, 1, 15))
    on = date(2022, 6, 1)
    assert statuses(PER_ELECTION, facts, on) == {
        "2015–2018": Status.BREACHED,
        "2019–2022": Status.FULFILLED,
        "2023–2026": Status.UPCOMING,
    }
    assert statuses(PER_ELECTION, facts, date(2023, 2, 1))["2023–2026"] is Status.AT_RISK


def test_the_next_election_period_is_waited_for_in_the_last_year():
    facts = chaired(date(2019, 1, 15))
    assert "2023–2026" not in statuses(PER_ELECTION, facts, date(2021, 12, 31))
    assert "2023–2026" in statuses(PER_ELECTION, facts, date(2022, 1, 1))


def test_the_days_of_an_election_period_without_a_holder_are_named():
    facts = chaired(date(2019, 1, 15), until=date(2020, 5, 31))
    finding = verdict(PER_ELECTION, facts, date(2020, 9, 1), period="2019–2022")
    assert (finding.status, finding.message) == (
        Status.BREACHED,
        "Ordförande saknades 2020-06-01–2020-09-01.",
    )


def test_no_role_is_needed_after_the_agreement():
    facts = chaired(date(2019, 1, 15), until=date(2020, 12, 31), ends=date(2020, 12, 31))
    assert statuses(PER_ELECTION, facts, date(2023, 5, 1)) == {
        "2015–2018": Status.BREACHED,
        "2019–2022": Status.FULFILLED,
    }


def test_an_election_period_is_judged_by_the_version_in_force_now():
    facts = chaired(date(2019, 1, 15))
    parameters = PER_ELECTION.parameters
    later = Obligation(1, "role_term", "T18", "", parameters, "styrgrupp", since=date(2021, 1, 1))
    earlier = Obligation(1, "role_term", "T18", "", parameters, "styrgrupp", until=date(2020, 12, 31))
    on = date(2021, 6, 1)
    assert list(statuses(later, facts, on)) == ["2019–2022"]
    assert list(statuses(earlier, facts, on)) == ["2015–2018"]
