from dataclasses import replace
from datetime import date

import pytest

from samverkan_desktop.rules.area_meetings import AreaMeetings, years_of_areas
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.rules.register_facts import AreaFact
from samverkan_desktop.vocabulary import AreaKind, Grade, GroupKind, MeetingKind, Per
from tests.rules.facts_factory import (
    AFTER_LAST,
    DAYS,
    NEXT,
    YEAR,
    a_year,
    adding,
    altered,
    judged,
    obligation,
    verdict,
    without,
)

YEARLY = obligation("area_meetings", {"per": "calendar_year"})
WORKING = obligation("area_meetings", {"per": "working_year"})
ONE_LACKS = altered(a_year(), "meetings", 4, area_id=None)
AUTUMN_OVER, NEXT_YEAR = date(2018, 12, 31), date(2019, 1, 1)


def test_a_calendar_year_is_named_by_its_number_and_tells_which_areas_lack_a_meeting():
    found = verdict(YEARLY, a_year(), NEXT_YEAR, period="2018")
    assert (found.rule, found.status) == ("R15", Status.BREACHED)
    assert found.message == "Söder saknar möte 2018."
    assert (found.required, found.actual, found.group) == (2, 1, "Styrgruppen")


@pytest.mark.parametrize(
    ("facts", "on", "status"),
    [
        (a_year(), AFTER_LAST, Status.FULFILLED),
        (a_year(), date(2019, 1, 15), Status.UPCOMING),
        (ONE_LACKS, AFTER_LAST, Status.AT_RISK),
        (ONE_LACKS, date(2019, 7, 1), Status.BREACHED),
    ],
)
def test_a_working_year_stands_as_its_worst_area_does(facts: Facts, on: date, status: Status):
    assert verdict(WORKING, facts, on, period=YEAR).status is status


def test_what_mends_it_is_said_while_there_is_time():
    assert verdict(WORKING, ONE_LACKS, AFTER_LAST).mend == "Planera möte för Söder."
    assert verdict(WORKING, ONE_LACKS, date(2019, 7, 1), period=YEAR).mend == ""


def test_a_meeting_that_is_planned_is_told():
    found = verdict(WORKING, a_year(), date(2019, 1, 15))
    assert found.message == "Möte är planerat för Söder."


def test_the_meetings_and_the_areas_that_lack_are_the_evidence():
    found = verdict(YEARLY, a_year(), NEXT_YEAR, period="2018")
    assert [(each.kind, each.label, each.day) for each in found.evidence] == [
        ("area", "Söder", None),
        ("meeting", "möte 2, Norr", DAYS[1]),
    ]


def test_several_meetings_demanded_are_counted_per_area():
    twice = obligation("area_meetings", {"count": 2, "per": "working_year"})
    found = verdict(twice, a_year(), AFTER_LAST)
    assert found.message == f"Färre än 2 möten {YEAR}: Norr (1) och Söder (1)."


def test_an_extra_meeting_counts():
    facts = altered(a_year(), "meetings", 2, kind=MeetingKind.EXTRA)
    assert verdict(WORKING, facts, AFTER_LAST).status is Status.FULFILLED


def test_meetings_of_other_groups_do_not_count():
    other = obligation("area_meetings", {"per": "working_year"}, group_kind=GroupKind.AREA_MEETINGS)
    found = verdict(other, a_year(), AFTER_LAST)
    assert (found.message, found.group) == (f"Norr och Söder saknar möte {YEAR}.", "")


def test_what_is_only_recommended_is_no_breach():
    ought = replace(YEARLY, grade=Grade.SHOULD)
    assert verdict(ought, a_year(), NEXT_YEAR, period="2018").status is Status.AT_RISK


def test_an_area_is_judged_from_the_year_it_came_to_the_one_it_ceased_in():
    facts = altered(a_year(), "areas", 2, since=NEXT_YEAR)
    assert verdict(YEARLY, facts, NEXT_YEAR, period="2018").status is Status.FULFILLED
    facts = altered(a_year(), "areas", 2, until=date(2018, 8, 1))
    assert verdict(YEARLY, facts, NEXT_YEAR, period="2018").status is Status.BREACHED
    assert verdict(YEARLY, facts, NEXT_YEAR, period="2019").message == "Norr saknar möte 2019."


def test_fields_of_collaboration_have_no_meetings_of_their_own():
    facts = adding(a_year(), "areas", AreaFact(3, AreaKind.FIELD, "barn", "Yngre barn"))
    assert verdict(WORKING, facts, AFTER_LAST).required == 2


def test_without_areas_nothing_can_be_counted():
    found = verdict(YEARLY, without(a_year(), "areas", 1, 2), AFTER_LAST)
    assert found.status is Status.NOT_COUNTABLE
    assert judged(YEARLY, without(a_year(), "areas", 1, 2), date(2018, 6, 1)) == []


def test_years_before_the_version_that_demands_it_are_left_out():
    later = replace(WORKING, since=date(2019, 7, 1))
    assert [found.period for found in judged(later, a_year(), date(2019, 9, 1))] == [NEXT]


def test_a_cell_tells_the_meetings_of_an_area_in_a_year():
    ((period, areas),) = years_of_areas(
        WORKING, AreaMeetings(per=Per.WORKING_YEAR), a_year(), date(2019, 1, 15)
    )
    assert period.label == YEAR
    assert [(each.area.name, len(each.held), len(each.coming)) for each in areas] == [
        ("Norr", 1, 0),
        ("Söder", 1, 0),
    ]
