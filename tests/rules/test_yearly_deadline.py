from dataclasses import replace
from datetime import date

import pytest
from cattrs.errors import BaseValidationError

from samverkan_desktop.register_vocabulary import Instance, MatterSubject
from samverkan_desktop.rules.facts import Facts, GroupFact
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.rules.obligation import Obligation
from samverkan_desktop.rules.outcome_facts import (
    FollowUpFact,
)
from samverkan_desktop.rules.parameters import complaints, parse
from samverkan_desktop.rules.register_facts import ActivityPlanFact, BoardMatterFact, LevelReportFact
from samverkan_desktop.vocabulary import GroupKind
from tests.rules.board_facts import SOCIAL, matter, report, with_matters
from tests.rules.facts_factory import GROUP, a_year, adding, altered, judged, obligation, verdict

WHAT = "Rapport om samverkan"
ABOVE = 3


def by_march(through: str, **scope: object) -> Obligation:
    return obligation("yearly_deadline", {"what": WHAT, "by": "03-01", "through": through}, **scope)


UPWARDS = by_march("level_report")


def reporting(*days: date) -> Facts:
    above = GroupFact(ABOVE, "2+2", "2+2-mötet", GroupKind.TWO_PLUS_TWO)
    facts = adding(altered(a_year(), "groups", GROUP, superior_ids=(ABOVE,)), "groups", above)
    reports = tuple(LevelReportFact(number, GROUP, ABOVE, day) for number, day in enumerate(days, 1))
    return replace(facts, level_reports=reports)


@pytest.mark.parametrize(
    ("facts", "on", "status", "message"),
    [
        (
            reporting(),
            date(2019, 3, 1),
            Status.UPCOMING,
            "Rapport om samverkan till 2+2-mötet ska göras senast 2019-03-01.",
        ),
        (
            reporting(date(2019, 2, 20)),
            date(2019, 2, 20),
            Status.FULFILLED,
            "Rapport om samverkan till 2+2-mötet: gjort 2019-02-20, skulle vara gjort senast 2019-03-01.",
        ),
        (
            reporting(date(2019, 3, 1)),
            date(2019, 3, 1),
            Status.FULFILLED,
            "Rapport om samverkan till 2+2-mötet: gjort 2019-03-01, skulle vara gjort senast 2019-03-01.",
        ),
    ],
)
def test_the_report_is_made_by_the_day(facts: Facts, on: date, status: Status, message: str):
    finding = verdict(UPWARDS, facts, on)
    assert (finding.status, finding.message) == (status, message)


def standing(facts: Facts, on: date) -> dict[str, tuple[Status, str]]:
    return {str(each.required): (each.status, str(each.actual)) for each in judged(UPWARDS, facts, on)}


def test_a_day_that_has_been_missed_is_a_breach_and_the_next_one_is_awaited():
    assert standing(reporting(), date(2019, 3, 2)) == {
        "senast 2019-03-01": (Status.BREACHED, "inte gjort"),
        "senast 2020-03-01": (Status.UPCOMING, "inte gjort"),
    }


def test_what_comes_late_makes_up_for_the_day_missed_and_not_for_the_next():
    assert standing(reporting(date(2019, 3, 15)), date(2020, 3, 2)) == {
        "senast 2019-03-01": (Status.BREACHED, "2019-03-15"),
        "senast 2020-03-01": (Status.BREACHED, "inte gjort"),
        "senast 2021-03-01": (Status.UPCOMING, "inte gjort"),
    }


def test_what_comes_early_for_the_next_day_does_not_make_up_for_the_last():
    assert standing(reporting(date(2020, 2, 1)), date(2020, 2, 1)) == {
        "senast 2019-03-01": (Status.BREACHED, "inte gjort"),
        "senast 2020-03-01": (Status.FULFILLED, "2020-02-01"),
    }


def test_days_outside_the_agreements_term_are_not_asked_for():
    assert max(standing(reporting(), date(2022, 1, 1))) == "senast 2021-03-01"


def test_the_follow_up_is_done_when_it_is_approved():
    done = replace(a_year(), follow_ups=(FollowUpFact(1, "2018/2019", date(2019, 2, 20), 1),))
    finding = verdict(by_march("follow_up", group=""), done, date(2019, 2, 20))
    assert (finding.status, finding.group) == (Status.FULFILLED, "")
    assert [(each.kind, each.period) for each in finding.evidence] == [("report", "2018/2019")]


def test_an_activity_plan_is_done_when_it_is_adopted():
    adopted = ActivityPlanFact(1, GROUP, "2018/2019", date(2018, 10, 1))
    facts = replace(a_year(), activity_plans=(adopted, replace(adopted, id=2, group_id=2)))
    finding = verdict(by_march("activity_plan"), facts, date(2018, 12, 1))
    assert finding.status is Status.FULFILLED
    assert [(each.kind, each.id) for each in finding.evidence] == [("activity_plan", 1)]


@pytest.mark.parametrize(
    ("told", "status"),
    [
        (matter(MatterSubject.FOLLOW_UP, report(1)), Status.FULFILLED),
        (matter(MatterSubject.OTHER, report(1), title="Rapport om samverkan 2018"), Status.FULFILLED),
        (matter(MatterSubject.OTHER, report(1)), Status.UPCOMING),
        (matter(MatterSubject.FOLLOW_UP, report(1, instance=Instance.COMMITTEE)), Status.UPCOMING),
    ],
)
def test_a_board_has_the_report_that_is_named(told: BoardMatterFact, status: Status):
    by_april = obligation(
        "yearly_deadline", {"what": WHAT, "by": "04-01", "through": "board_report"}, group=""
    )
    finding = verdict(by_april, with_matters(told), date(2019, 3, 14))
    assert finding.status is status
    assert [each.label for each in finding.evidence] == ([SOCIAL] if status is Status.FULFILLED else [])


@pytest.mark.parametrize("by", ["02-29", "13-01", "3-1", "1 mars", ""])
def test_the_day_must_come_every_year(by: str):
    with pytest.raises(BaseValidationError) as caught:
        parse("yearly_deadline", {"what": WHAT, "by": by, "through": "follow_up"})
    assert complaints(caught.value) == [("by", "by skrivs som 03-01")]
