from datetime import date

import pytest
from cattrs.errors import BaseValidationError

from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.rules.meeting_frequency import MeetingFrequency
from samverkan_desktop.rules.parameters import complaints, parse
from tests.rules.facts_factory import (
    AFTER_LAST,
    AUTUMN,
    BEFORE_LAST,
    NEXT,
    YEAR,
    YEAR_ENDS,
    a_year,
    adding,
    altered,
    judged,
    meeting,
    obligation,
    verdict,
    without,
)

SIX = obligation("meeting_frequency", {"count": 6})
AFTERWARDS = date(2019, 7, 15)


@pytest.mark.parametrize(
    ("facts", "on", "status", "actual"),
    [
        (a_year(), AUTUMN, Status.FULFILLED, 6),
        (without(a_year(), "meetings", 6), AUTUMN, Status.AT_RISK, 5),
        (without(a_year(), "meetings", 6), AFTERWARDS, Status.BREACHED, 5),
    ],
)
def test_enough_meetings_are_planned(facts: Facts, on: date, status: Status, actual: int):
    finding = verdict(SIX, facts, on, rule="R04", period=YEAR)
    assert (finding.status, finding.actual, finding.required) == (status, actual, 6)


@pytest.mark.parametrize(
    ("facts", "on", "status", "actual"),
    [
        (a_year(), BEFORE_LAST, Status.UPCOMING, 5),
        (a_year(), AFTER_LAST, Status.FULFILLED, 6),
        (without(a_year(), "meetings", 6), BEFORE_LAST, Status.AT_RISK, 5),
        (altered(a_year(), "meetings", 6, held=False), AFTERWARDS, Status.BREACHED, 5),
    ],
)
def test_enough_meetings_are_held(facts: Facts, on: date, status: Status, actual: int):
    finding = verdict(SIX, facts, on, rule="R05", period=YEAR)
    assert (finding.status, finding.actual) == (status, actual)


def test_more_meetings_than_demanded_are_shown_and_not_failed():
    more = adding(a_year(), "meetings", meeting(8, YEAR_ENDS))
    finding = verdict(SIX, more, YEAR_ENDS, rule="R05", period=YEAR)
    assert finding.status is Status.FULFILLED
    assert finding.message.startswith("7 av 6 ")


def test_extra_meetings_do_not_count():
    finding = verdict(SIX, without(a_year(), "meetings", 6), AFTER_LAST, rule="R05", period=YEAR)
    assert finding.actual == 5
    assert "extra möte" not in {each.label for each in finding.evidence}


def test_the_meetings_held_are_the_evidence():
    finding = verdict(SIX, a_year(), AFTER_LAST, rule="R05", period=YEAR)
    assert [each.label for each in finding.evidence] == [f"möte {number}" for number in range(1, 7)]


def test_a_year_that_has_not_begun_is_not_judged():
    assert judged(SIX, a_year(), AFTER_LAST, period=NEXT) == []


def test_what_cannot_be_counted_is_shown_and_never_failed():
    words = obligation("meeting_frequency", {"words": "flera gånger per år"})
    (finding,) = judged(words, a_year(), AFTERWARDS, period=YEAR)
    assert (finding.rule, finding.status, finding.required, finding.actual) == (
        "R05",
        Status.NOT_COUNTABLE,
        "flera gånger per år",
        6,
    )
    assert finding.message == (
        "Avtalet säger ”flera gånger per år”, vilket inte går att räkna. 6 möten har hållits 2018/2019."
    )


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        ({}, "count", "ange något av count, every_months, every_weeks, relative_to, words"),
        ({"count": 0}, "count", "count ska vara minst 1"),
        ({"every_months": 0}, "every_months", "every_months ska vara minst 1"),
        ({"every_weeks": -1}, "every_weeks", "every_weeks ska vara minst 1"),
        ({"words": "  "}, "words", "words får inte vara tom"),
        ({"count": 2, "words": "ofta"}, "words", "words kan inte stå tillsammans med count"),
        ({"count": 2, "every_months": 4}, "every_months", "every_months kan inte stå tillsammans med count"),
        (
            {"every_months": 4, "every_weeks": 2},
            "every_weeks",
            "every_weeks kan inte stå tillsammans med every_months",
        ),
        ({"count": 2, "relative_to": "au"}, "relative_to", "relative_to kan inte stå tillsammans med count"),
        ({"every_months": 4, "per": "month"}, "per", "per kan inte stå tillsammans med every_months"),
        ({"count": 2, "when": "after"}, "when", "when kan inte stå tillsammans med count"),
        (
            {"count": 2, "within_days": 7},
            "within_days",
            "within_days kan inte stå tillsammans med count",
        ),
        ({"relative_to": "au", "within_days": 0}, "within_days", "within_days ska vara minst 1"),
        ({"words": "ofta", "bound": "at_least"}, "bound", "bound kan inte stå tillsammans med words"),
    ],
)
def test_a_senseless_frequency_is_refused(data: dict[str, object], name: str, sentence: str):
    with pytest.raises(BaseValidationError) as caught:
        parse("meeting_frequency", data)
    assert complaints(caught.value) == [(name, sentence)]


@pytest.mark.parametrize(
    "data",
    [
        {"count": 8, "bound": "at_least"},
        {"count": 2, "bound": "at_least", "per": "calendar_year"},
        {"count": 1, "per": "month", "bound": "normally"},
        {"every_months": 4, "bound": "at_least"},
        {"every_weeks": 2},
        {"relative_to": "styrgrupp", "when": "before", "within_days": 14},
        {"relative_to": "styrgrupp"},
        {"words": "flera gånger per år"},
    ],
)
def test_every_way_of_saying_how_often_is_understood(data: dict[str, object]):
    assert isinstance(parse("meeting_frequency", data), MeetingFrequency)
