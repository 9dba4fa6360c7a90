from datetime import date

import pytest

from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Status
from tests.rules.facts_factory import AFTER_LAST, AUTUMN, DAYS, YEAR, a_year, altered, obligation, verdict

UNTIMED = obligation("minutes_distribution")
TIMED = obligation("minutes_distribution", {"within_days": 10})
SLOW = altered(a_year(), "meetings", 3, minutes_sent_on=date(2018, 12, 18))
UNSENT = altered(a_year(), "meetings", 3, minutes_sent_on=None)


@pytest.mark.parametrize(
    ("facts", "on", "status"),
    [
        (a_year(), AUTUMN, Status.NOT_DUE),
        (SLOW, AFTER_LAST, Status.FULFILLED),
        (UNSENT, date(2019, 2, 4), Status.AT_RISK),
        (UNSENT, DAYS[3], Status.BREACHED),
    ],
)
def test_without_a_stated_time_minutes_are_sent_by_the_next_ordinary_meeting(
    facts: Facts, on: date, status: Status
):
    assert verdict(UNTIMED, facts, on, period=YEAR).status is status


@pytest.mark.parametrize(
    ("facts", "on", "status"),
    [
        (a_year(), AUTUMN, Status.NOT_DUE),
        (a_year(), AFTER_LAST, Status.FULFILLED),
        (UNSENT, date(2018, 12, 14), Status.UPCOMING),
        (UNSENT, date(2018, 12, 15), Status.BREACHED),
        (SLOW, AFTER_LAST, Status.BREACHED),
    ],
)
def test_minutes_are_sent_within_the_stated_days(facts: Facts, on: date, status: Status):
    assert verdict(TIMED, facts, on, period=YEAR).status is status


def test_how_long_the_slowest_took_is_told():
    message = verdict(UNTIMED, SLOW, AFTER_LAST).message
    assert message == "Alla minnesanteckningar är utskickade, som längst efter 14 dagar (2018-12-04)."


def test_minutes_not_sent_are_named_by_their_meeting():
    finding = verdict(UNTIMED, UNSENT, AFTER_LAST)
    assert finding.message == "Minnesanteckningar från 2018-12-04 är inte utskickade."
    assert finding.mend == "Skicka ut minnesanteckningarna."
    assert (finding.required, finding.actual) == (7, 6)
    assert finding.evidence[0].day == date(2018, 12, 4)


def test_minutes_sent_late_are_named_and_need_no_mending():
    finding = verdict(TIMED, SLOW, AFTER_LAST)
    assert "2018-12-04 (efter 14 dagar)" in finding.message
    assert finding.mend == ""


def test_an_extra_meeting_in_between_does_not_make_minutes_late():
    facts = altered(a_year(), "meetings", 2, minutes_sent_on=None)
    assert verdict(UNTIMED, facts, date(2018, 11, 30)).status is Status.AT_RISK
