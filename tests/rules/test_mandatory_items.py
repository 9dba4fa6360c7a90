from datetime import date

import pytest

from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.vocabulary import MeetingKind
from tests.rules.facts_factory import (
    AFTER_LAST,
    BEFORE_LAST,
    LAST,
    YEAR,
    a_year,
    adding,
    altered,
    judged,
    meeting,
    obligation,
    verdict,
    without,
)

FOLLOW_UP = obligation("mandatory_items", {"at": "last_meeting", "topics": ["follow_up"]})
MISSING = without(a_year(), "items", 4)
CALLED = date(2019, 5, 21)
AFTERWARDS = date(2019, 7, 15)
NONE_HELD = without(a_year(), "meetings", 1, 2, 3, 4, 5, 6)


@pytest.mark.parametrize(
    ("facts", "on", "status"),
    [
        (without(a_year(), "plans", 1), BEFORE_LAST, Status.NOT_DUE),
        (a_year(), BEFORE_LAST, Status.UPCOMING),
        (MISSING, BEFORE_LAST, Status.UPCOMING),
        (a_year(), CALLED, Status.FULFILLED),
        (MISSING, CALLED, Status.BREACHED),
        (a_year(), AFTER_LAST, Status.FULFILLED),
        (MISSING, AFTER_LAST, Status.BREACHED),
        (without(a_year(), "plans", 1), AFTERWARDS, Status.FULFILLED),
        (NONE_HELD, AFTERWARDS, Status.BREACHED),
    ],
)
def test_last_meeting_has_the_topic(facts: Facts, on: date, status: Status):
    assert verdict(FOLLOW_UP, facts, on, period=YEAR).status is status


def test_the_missing_topic_is_named_in_the_agreements_words():
    finding = verdict(FOLLOW_UP, MISSING, CALLED)
    assert finding.message == "Sista mötet saknar punkten Uppföljning av samverkansavtalet."
    assert finding.mend


def test_the_topic_is_known_whatever_the_heading_says():
    facts = altered(a_year(), "items", 4, heading="Hur gick det?")
    finding = verdict(FOLLOW_UP, facts, AFTER_LAST)
    assert (finding.status, finding.actual) == (Status.FULFILLED, "Hur gick det?")


def test_each_topic_has_a_finding_of_its_own():
    both = obligation("mandatory_items", {"at": "last_meeting", "topics": ["year_plan", "follow_up"]})
    found = judged(both, MISSING, AFTER_LAST)
    assert [finding.status for finding in found] == [Status.BREACHED, Status.FULFILLED]
    assert found[1].required == "Planering av kommande läsår"


def test_an_extra_meeting_after_the_last_one_does_not_matter():
    late = meeting(8, date(2019, 6, 10), kind=MeetingKind.EXTRA, number=0)
    finding = verdict(FOLLOW_UP, adding(a_year(), "meetings", late), AFTER_LAST)
    assert finding.status is Status.FULFILLED
    assert finding.evidence[0].id == LAST


def test_after_the_year_the_last_meeting_held_is_the_last():
    facts = altered(a_year(), "meetings", LAST, held=False, called_on=None)
    finding = verdict(FOLLOW_UP, facts, AFTERWARDS, period=YEAR)
    assert finding.status is Status.BREACHED
    assert finding.evidence[0].id == LAST - 1


def test_the_agreements_last_year_has_no_coming_year_to_plan():
    plan = obligation("mandatory_items", {"at": "last_meeting", "topics": ["year_plan"]})
    assert {each.period for each in judged(plan, a_year(), date(2021, 6, 1))} == {"2018/2019", "2019/2020"}
