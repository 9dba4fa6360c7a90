from dataclasses import replace
from datetime import date

import pytest
from cattrs.errors import BaseValidationError

from samverkan_desktop.periods import Calendar
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.rules.parameters import parse
from samverkan_desktop.rules.register_facts import ActivityFact
from samverkan_desktop.vocabulary import Grade, WorkingYear
from tests.rules.facts_factory import BEFORE_LAST, YEAR, a_year, judged, obligation, verdict

WHAT = "gemensam dag för uppföljning"
YEARLY = obligation("joint_activity", {"what": WHAT}, group="")
AUTUMN = obligation("joint_activity", {"what": WHAT, "season": "autumn"}, group="")
SPRING = obligation("joint_activity", {"what": WHAT, "season": "spring"}, group="")
HELD, LATER = date(2018, 10, 3), date(2019, 4, 2)
OVER = date(2019, 7, 1)


def with_days(*days: date, held: bool = True, demand: str = "") -> Facts:
    found = tuple(ActivityFact(number, "En dag", day, held, demand) for number, day in enumerate(days, 1))
    return replace(a_year(), activities=found)


@pytest.mark.parametrize(
    ("demand", "facts", "on", "status", "message"),
    [
        (
            AUTUMN,
            with_days(HELD),
            BEFORE_LAST,
            Status.FULFILLED,
            "Gemensam dag för uppföljning hölls 2018-10-03.",
        ),
        (
            AUTUMN,
            with_days(),
            date(2018, 7, 2),
            Status.NOT_DUE,
            "Gemensam dag för uppföljning ska hållas mellan 2018-08-01 och 2018-12-31.",
        ),
        (
            AUTUMN,
            with_days(),
            date(2018, 9, 1),
            Status.AT_RISK,
            "Gemensam dag för uppföljning ska hållas mellan 2018-08-01 och 2018-12-31.",
        ),
        (
            AUTUMN,
            with_days(HELD, held=False),
            HELD,
            Status.UPCOMING,
            "Gemensam dag för uppföljning ska hållas mellan 2018-08-01 och 2018-12-31.",
        ),
        (
            AUTUMN,
            with_days(LATER),
            BEFORE_LAST,
            Status.BREACHED,
            "Gemensam dag för uppföljning har inte hållits 2018/2019.",
        ),
        (
            SPRING,
            with_days(HELD),
            date(2018, 12, 31),
            Status.NOT_DUE,
            "Gemensam dag för uppföljning ska hållas mellan 2019-01-01 och 2019-06-30.",
        ),
        (
            SPRING,
            with_days(HELD, LATER),
            BEFORE_LAST,
            Status.FULFILLED,
            "Gemensam dag för uppföljning hölls 2019-04-02.",
        ),
        (
            YEARLY,
            with_days(HELD, held=False),
            BEFORE_LAST,
            Status.AT_RISK,
            "Gemensam dag för uppföljning ska hållas mellan 2018-07-01 och 2019-06-30.",
        ),
    ],
)
def test_an_activity_is_held_in_its_season(
    demand: object, facts: Facts, on: date, status: Status, message: str
):
    finding = verdict(demand, facts, on, period=YEAR)
    assert (finding.rule, finding.status, finding.message) == ("R37", status, message)


def test_the_year_is_over_without_it():
    (finding,) = judged(YEARLY, with_days(), OVER, period=YEAR)
    assert finding.status is Status.BREACHED


def test_what_is_recommended_is_never_a_breach():
    recommended = replace(AUTUMN, grade=Grade.SHOULD)
    assert verdict(recommended, with_days(), BEFORE_LAST).status is Status.AT_RISK


def test_a_season_under_way_asks_for_a_plan():
    assert verdict(AUTUMN, with_days(), date(2018, 9, 1)).mend == (
        "Planera gemensam dag för uppföljning senast 2018-12-31."
    )


def test_several_are_counted():
    twice = obligation("joint_activity", {"what": "utbildningsdagar", "count": 2}, group="")
    finding = verdict(twice, with_days(HELD), BEFORE_LAST)
    assert finding.message == "Utbildningsdagar: 1 av 2 har hållits 2018/2019."
    assert verdict(twice, with_days(HELD, LATER), BEFORE_LAST).status is Status.FULFILLED


@pytest.mark.parametrize(("named", "status"), [(WHAT, Status.FULFILLED), ("en annan dag", Status.AT_RISK)])
def test_an_activity_that_names_a_demand_counts_for_that_one_alone(named: str, status: Status):
    assert verdict(YEARLY, with_days(HELD, demand=named), BEFORE_LAST).status is status


def test_the_autumn_of_a_common_year_ends_it():
    facts = with_days(HELD)
    agreement = replace(facts.agreement, calendar=Calendar(WorkingYear.CALENDAR_YEAR))
    facts = replace(facts, agreement=agreement)
    assert verdict(AUTUMN, facts, BEFORE_LAST, period="2018").status is Status.FULFILLED
    assert verdict(AUTUMN, facts, BEFORE_LAST, period="2019").status is Status.NOT_DUE


def test_a_season_outside_the_agreements_term_is_not_asked_for():
    facts = replace(with_days(), agreement=replace(a_year().agreement, starts=date(2019, 1, 15)))
    assert judged(AUTUMN, facts, BEFORE_LAST) == []


@pytest.mark.parametrize(
    "parameters", [{"what": ""}, {"what": "a", "count": 0}, {"what": "a", "season": "summer"}, {}]
)
def test_senseless_parameters_are_refused(parameters: dict[str, object]):
    with pytest.raises(BaseValidationError):
        parse("joint_activity", parameters)
