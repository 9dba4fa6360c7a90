from datetime import date

import pytest

from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.rules.obligation import Obligation
from samverkan_desktop.vocabulary import Grade
from tests.rules.facts_factory import adding, judged, obligation, verdict
from tests.rules.meetings_factory import SCHOOL, a_group, met

AUTUMN_19, SPRING_19 = date(2019, 10, 1), date(2019, 3, 1)
NEW_YEAR = date(2020, 1, 1)
TWICE = (SPRING_19, AUTUMN_19)
MONTHLY = tuple(date(2019, month, 10) for month in range(1, 13) if month != 7)


def demand(count: int = 2, **parameters: object) -> Obligation:
    return obligation("meeting_frequency", {"count": count, **parameters})


def test_at_least_so_many_is_said_as_it_stands():
    finding = verdict(demand(bound="at_least"), a_group(*TWICE), NEW_YEAR, rule="R05", period="2019")
    assert (finding.status, finding.required, finding.actual) == (Status.FULFILLED, 2, 2)
    assert finding.message == "2 av minst 2 fastlagda möten har hållits 2019."


def test_what_is_normally_so_is_never_a_breach():
    finding = verdict(demand(bound="normally"), a_group(SPRING_19), NEW_YEAR, rule="R05", period="2019")
    assert (finding.status, finding.grade) == (Status.AT_RISK, Grade.NORMALLY)
    assert finding.message == "1 av normalt 2 fastlagda möten har hållits 2019."


@pytest.mark.parametrize("bound", ["exactly", "at_least", "normally"])
def test_more_than_demanded_is_never_failed(bound: str):
    facts = a_group(*TWICE, date(2019, 12, 1))
    for rule in ("R04", "R05"):
        assert (
            verdict(demand(bound=bound), facts, NEW_YEAR, rule=rule, period="2019").status is Status.FULFILLED
        )


def test_calendar_years_are_judged_by_themselves_in_a_school_agreement():
    facts = a_group(SPRING_19, AUTUMN_19, date(2020, 2, 1), calendar=SCHOOL)
    found = judged(demand(per="calendar_year"), facts, date(2020, 7, 1), rule="R05")
    assert [(each.period, each.actual, each.status) for each in found] == [
        ("2020", 1, Status.AT_RISK),
        ("2019", 2, Status.FULFILLED),
    ]


def test_school_years_are_judged_by_themselves_in_a_calendar_agreement():
    facts = a_group(SPRING_19, AUTUMN_19, date(2020, 2, 1))
    found = judged(demand(per="school_year"), facts, date(2020, 6, 1), rule="R05")
    assert {each.period: each.actual for each in found} == {"2018/2019": 1, "2019/2020": 2}


def test_a_meeting_on_either_side_of_new_year_counts_where_it_lies():
    facts = a_group(date(2019, 12, 31), date(2020, 1, 1), calendar=SCHOOL)
    found = judged(demand(1, per="calendar_year"), facts, date(2020, 12, 31), rule="R05")
    assert {each.period: each.actual for each in found} == {"2019": 1, "2020": 1}


def test_months_are_told_together_and_those_missing_by_name():
    facts = a_group(*(day for day in MONTHLY if day.month not in (3, 11)))
    finding = verdict(demand(1, per="month", bound="at_least"), facts, NEW_YEAR, rule="R05", period="2019")
    assert (finding.status, finding.required, finding.actual) == (Status.BREACHED, 11, 9)
    assert finding.message == (
        "9 av 11 månader har haft minst 1 möte 2019. För få möten: mars 2019 och november 2019."
    )


def test_nobody_is_asked_to_meet_in_july():
    finding = verdict(demand(1, per="month"), a_group(*MONTHLY), NEW_YEAR, rule="R05", period="2019")
    assert (finding.status, finding.required) == (Status.FULFILLED, 11)


def test_months_that_are_not_over_are_not_yet_counted():
    facts = a_group(*MONTHLY[:4], planned=MONTHLY[4:])
    finding = verdict(demand(1, per="month"), facts, date(2019, 4, 30), rule="R05")
    assert (finding.status, finding.required, finding.actual) == (Status.UPCOMING, 4, 4)
    assert finding.message == "4 av 4 månader har haft 1 möte 2019."


def test_a_month_to_come_without_a_meeting_is_missing_in_the_plan():
    facts = a_group(*MONTHLY[:4], planned=MONTHLY[5:])
    planned = verdict(demand(1, per="month"), facts, date(2019, 4, 30), rule="R04")
    assert (planned.status, planned.message) == (
        Status.AT_RISK,
        "10 av 11 månader har 1 möte planerat för 2019. För få möten: maj 2019.",
    )
    assert verdict(demand(1, per="month"), facts, date(2019, 4, 30), rule="R05").status is Status.AT_RISK


def test_before_the_first_quarter_is_over_only_the_demand_is_told():
    facts = a_group(planned=[date(2019, month, 15) for month in (2, 5, 9, 11)])
    finding = verdict(demand(1, per="quarter"), facts, date(2019, 1, 10), rule="R05")
    assert (finding.status, finding.message) == (Status.UPCOMING, "1 möte ska hållas varje kvartal 2019.")


def test_a_stretch_with_too_few_says_how_many():
    facts = a_group(SPRING_19, AUTUMN_19, date(2019, 11, 1))
    finding = verdict(demand(2, per="term"), facts, NEW_YEAR, rule="R05", period="2019")
    assert finding.status is Status.BREACHED
    assert finding.message == "1 av 2 terminer har haft 2 möten 2019. För få möten: vt 2019 (1)."


def test_the_terms_of_a_school_year_meet_at_new_year():
    facts = a_group(date(2019, 12, 31), date(2020, 1, 1), calendar=SCHOOL, starts=date(2019, 7, 1))
    finding = verdict(demand(1, per="term"), facts, date(2020, 7, 1), rule="R05", period="2019/2020")
    assert (finding.status, finding.actual) == (Status.FULFILLED, 2)


def test_quarters_belong_to_the_working_year_they_begin_in():
    facts = a_group(calendar=SCHOOL, starts=date(2018, 7, 1))
    found = judged(demand(1, per="quarter"), facts, date(2020, 6, 30), rule="R05")
    lacking = {each.period: each.message.partition("För få möten: ")[2] for each in found}
    assert lacking == {
        "2018/2019": "kvartal 3 2018, kvartal 4 2018, kvartal 1 2019 och kvartal 2 2019.",
        "2019/2020": "kvartal 3 2019, kvartal 4 2019 och kvartal 1 2020.",
    }


def test_the_meetings_of_the_months_are_the_evidence():
    finding = verdict(demand(1, per="month"), a_group(*MONTHLY), NEW_YEAR, rule="R05", period="2019")
    assert [each.day for each in finding.evidence] == list(MONTHLY)


@pytest.mark.parametrize("per", ["working_year", "calendar_year", "month"])
def test_extra_meetings_do_not_count(per: str):
    facts = adding(a_group(), "meetings", met(9, SPRING_19, extra=True))
    assert verdict(demand(1, per=per), facts, date(2019, 12, 31), rule="R05").actual == 0


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        # The agreement began in September: a third of 2019.
        (a_group(AUTUMN_19, starts=date(2019, 9, 1)), Status.NOT_COUNTABLE),
        (a_group(AUTUMN_19, starts=date(2019, 5, 1)), Status.BREACHED),
        (a_group(*TWICE, starts=date(2019, 9, 1)), Status.FULFILLED),
        (a_group(SPRING_19, ends=date(2019, 4, 30)), Status.NOT_COUNTABLE),
        (a_group(SPRING_19, ends=date(2019, 9, 30)), Status.BREACHED),
        (a_group(AUTUMN_19, created_on=date(2019, 9, 1)), Status.NOT_COUNTABLE),
        (a_group(SPRING_19, closed_on=date(2019, 3, 15)), Status.NOT_COUNTABLE),
    ],
)
def test_too_few_in_a_lesser_part_of_a_year_is_not_counted(facts: Facts, status: Status):
    assert verdict(demand(), facts, NEW_YEAR, rule="R05", period="2019").status is status


def test_a_group_that_is_closed_plans_no_more():
    facts = a_group(SPRING_19, closed_on=date(2019, 9, 1))
    finding = verdict(demand(), facts, date(2019, 9, 2), rule="R04")
    assert (finding.status, finding.mend) == (Status.BREACHED, "")


def test_each_stretch_is_judged_by_the_version_in_force_when_it_began():
    facts = a_group(*(date(2019, month, 10) for month in (4, 5, 6, 8)))
    later = Obligation(1, "meeting_frequency", "T1", "", {"count": 1, "per": "month"}, since=date(2019, 4, 1))
    finding = verdict(later, facts, date(2019, 9, 1), rule="R05")
    assert (finding.status, finding.required, finding.actual) == (Status.AT_RISK, 4, 4)
    earlier = Obligation(
        1, "meeting_frequency", "T1", "", {"count": 1, "per": "month"}, until=date(2019, 3, 31)
    )
    finding = verdict(earlier, facts, date(2019, 9, 1), rule="R05")
    assert finding.message.endswith("För få möten: januari 2019, februari 2019 och mars 2019.")
