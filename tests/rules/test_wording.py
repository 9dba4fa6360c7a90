"""Numbers, nouns and the strength of a demand, as findings say them."""

import re
from dataclasses import replace
from datetime import date

import pytest

from samverkan_desktop.rules.engine import check
from samverkan_desktop.rules.outcome_facts import DueFact
from samverkan_desktop.rules.wording import noun, shall, should_have
from samverkan_desktop.vocabulary import Grade
from tests.rules.facts_factory import (
    AFTER_LAST,
    AUTUMN,
    BEFORE_LAST,
    DAYS,
    STARTS,
    YEAR,
    a_year,
    altered,
    obligation,
    verdict,
)
from tests.rules.test_engine import ALL

DEMANDED = re.compile(r"\b(ska|skulle)\b")
#: How a commission is to be reported is for the group to say, however strongly the agreement asks for that.
RECOMMENDED = [replace(each, grade=Grade.SHOULD) for each in ALL if each.kind != "commission_brief"]


@pytest.mark.parametrize(("number", "said"), [(0, "möten"), (1, "möte"), (2, "möten"), (21, "möten")])
def test_a_noun_follows_its_number(number: int, said: str):
    assert noun(number, "möte", "möten") == said


def test_each_grade_has_its_own_word():
    assert [shall(grade) for grade in Grade] == ["ska", "ska normalt", "bör"]
    assert [should_have(grade) for grade in Grade] == ["skulle", "skulle normalt", "borde"]


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ("R04", "6 av minst 1 möte är planerat för 2018/2019."),
        ("R05", "6 av minst 1 fastlagt möte har hållits 2018/2019."),
    ],
)
def test_one_meeting_is_no_meetings(rule: str, message: str):
    one = obligation("meeting_frequency", {"count": 1, "bound": "at_least"})
    assert verdict(one, a_year(), AFTER_LAST, rule=rule, period=YEAR).message == message


@pytest.mark.parametrize("on", [STARTS, AUTUMN, DAYS[2], BEFORE_LAST, AFTER_LAST, date(2019, 8, 1)])
def test_what_is_only_recommended_is_never_said_to_be_demanded(on: date):
    for facts in (a_year(), replace(a_year(), meetings=(), items=(), attendances=(), follow_ups=())):
        found = check(RECOMMENDED, facts, on)
        assert [each.message for each in found if DEMANDED.search(each.message)] == []


@pytest.mark.parametrize(
    ("reported", "on", "message"),
    [
        (None, DAYS[2], "Uppdraget U1 ska redovisas första kvartalet 2019."),
        (None, AFTER_LAST, "Uppdraget U1 skulle redovisas första kvartalet 2019."),
        (
            DAYS[5],
            AFTER_LAST,
            f"Uppdraget U1 skulle redovisas första kvartalet 2019, men redovisades {DAYS[5]}.",
        ),
    ],
)
def test_a_time_in_words_is_said_in_those_words(reported: date | None, on: date, message: str):
    due = DueFact(DAYS[0], date(2019, 3, 31), 1, "första kvartalet 2019")
    facts = altered(a_year(), "commissions", 1, dues=(due,), reported_on=reported)
    finding = verdict(obligation("commission_report"), facts, on)
    assert finding.message == message
    assert finding.required == "redovisat första kvartalet 2019"
