from datetime import date

import pytest

from samverkan_desktop.rules.finding import Status
from samverkan_desktop.rules.meeting_gaps import Rhythm, last_day
from samverkan_desktop.rules.obligation import Obligation
from tests.rules.facts_factory import judged, obligation, verdict
from tests.rules.meetings_factory import a_group

FOURTH = obligation("meeting_frequency", {"every_months": 4})
NOTHING_PLANNED = "Möte ska hållas var fjärde månad, men inget är planerat"
FORTNIGHT = obligation("meeting_frequency", {"every_weeks": 2})


@pytest.mark.parametrize(
    ("since", "rhythm", "expected"),
    [
        (date(2019, 1, 2), Rhythm(4, 0), date(2019, 5, 31)),
        (date(2019, 1, 31), Rhythm(1, 0), date(2019, 2, 28)),
        (date(2019, 11, 30), Rhythm(3, 0), date(2020, 2, 29)),
        # Nobody is asked to meet in July; what is due then is due in August.
        (date(2019, 6, 3), Rhythm(1, 0), date(2019, 8, 31)),
        (date(2019, 3, 3), Rhythm(4, 0), date(2019, 8, 31)),
        (date(2019, 9, 3), Rhythm(0, 2), date(2019, 9, 22)),
        # A week whose working days are mostly holidays asks for no meeting.
        (date(2019, 6, 12), Rhythm(0, 2), date(2019, 8, 25)),
        (date(2019, 12, 11), Rhythm(0, 2), date(2020, 1, 12)),
    ],
)
def test_the_next_meeting_may_be_held_on_any_day_of_its_month_or_week(
    since: date, rhythm: Rhythm, expected: date
):
    assert last_day(since, rhythm) == expected


@pytest.mark.parametrize(
    ("rhythm", "said"),
    [
        (Rhythm(1, 0), "varje månad"),
        (Rhythm(2, 0), "varannan månad"),
        (Rhythm(4, 0), "var fjärde månad"),
        (Rhythm(9, 0), "var 9:e månad"),
        (Rhythm(0, 1), "varje vecka"),
        (Rhythm(0, 3), "var tredje vecka"),
        (Rhythm(0, 10), "var 10:e vecka"),
    ],
)
def test_a_rhythm_is_said_as_an_agreement_says_it(rhythm: Rhythm, said: str):
    assert rhythm.said == said


def test_meetings_in_rhythm_fulfil_it():
    facts = a_group(date(2019, 1, 10), date(2019, 5, 31), date(2019, 9, 2))
    finding = verdict(FOURTH, facts, date(2019, 12, 31), rule="R05")
    assert (finding.status, finding.actual, finding.required) == (Status.FULFILLED, 3, "var fjärde månad")
    assert finding.message == "Möten har hållits var fjärde månad 2019."
    assert [each.day for each in finding.evidence] == [date(2019, 1, 10), date(2019, 5, 31), date(2019, 9, 2)]


def test_too_long_between_two_meetings_is_a_breach_that_stays():
    facts = a_group(date(2019, 1, 10), date(2019, 6, 1), date(2019, 9, 2))
    finding = verdict(FOURTH, facts, date(2019, 12, 31), rule="R05")
    assert (finding.status, finding.actual) == (Status.BREACHED, 3)
    assert finding.message == ("Möte ska hållas var fjärde månad, men inget hölls 2019-01-10–2019-05-31.")


def test_who_is_silent_for_a_year_has_missed_many():
    missed = "Möte ska hållas var fjärde månad, men inget hölls"
    found = judged(FOURTH, a_group(date(2019, 1, 10)), date(2020, 12, 31), rule="R05")
    assert {each.period: each.message for each in found} == {
        "2019": f"{missed} 2019-01-10–2019-05-31 och 2019-05-31–2019-09-30.",
        "2020": f"{missed} 2019-09-30–2020-01-31, 2020-01-31–2020-05-31 och 2020-05-31–2020-09-30.",
    }


def test_the_first_meeting_is_waited_for_from_the_agreements_first_day():
    finding = verdict(FOURTH, a_group(), date(2019, 6, 1), rule="R05")
    assert (finding.status, finding.message) == (
        Status.BREACHED,
        "Möte ska hållas var fjärde månad, men inget hölls 2019-01-01–2019-05-31.",
    )


def test_a_group_is_waited_for_from_the_day_it_was_set_up():
    facts = a_group(created_on=date(2019, 6, 1))
    assert verdict(FOURTH, facts, date(2019, 9, 30), rule="R05").status is Status.AT_RISK


@pytest.mark.parametrize(
    ("planned", "status", "message", "mend"),
    [
        (
            (date(2019, 5, 20), date(2019, 9, 3)),
            Status.UPCOMING,
            "Möte ska hållas var fjärde månad. Nästa är planerat 2019-05-20.",
            "",
        ),
        (
            (),
            Status.AT_RISK,
            "Möte ska hållas var fjärde månad. Nästa ska hållas senast 2019-05-31.",
            "Planera ett möte senast 2019-05-31.",
        ),
    ],
)
def test_the_next_meeting_is_planned_or_not(
    planned: tuple[date, ...], status: Status, message: str, mend: str
):
    facts = a_group(date(2019, 1, 10), planned=planned)
    finding = verdict(FOURTH, facts, date(2019, 3, 1), rule="R05")
    assert (finding.status, finding.message, finding.mend) == (status, message, mend)


def test_the_plan_is_judged_to_the_end_of_the_year():
    days = (date(2019, 1, 10), date(2019, 5, 20), date(2019, 9, 3))
    whole = verdict(FOURTH, a_group(planned=days), date(2019, 1, 5), rule="R04")
    assert (whole.status, whole.message) == (Status.FULFILLED, "Möten är planerade var fjärde månad 2019.")
    assert verdict(FOURTH, a_group(planned=days[:2]), date(2019, 1, 5), rule="R04").status is Status.AT_RISK


def test_what_is_missing_from_the_plan_is_told_before_and_after():
    facts = a_group(date(2019, 1, 10))
    before = verdict(FOURTH, facts, date(2019, 3, 1), rule="R04")
    assert before.message == f"{NOTHING_PLANNED} 2019-01-10–2019-05-31 och 2019-05-31–2019-09-30."
    after = verdict(FOURTH, facts, date(2019, 7, 1), rule="R04")
    assert after.message == "Möte ska hållas var fjärde månad, men inget var planerat 2019-01-10–2019-05-31."


def test_a_fortnight_is_not_broken_by_summer_or_christmas():
    autumn = [date.fromisocalendar(2019, week, 2) for week in range(34, 52, 2)]
    spring = [date.fromisocalendar(2019, week, 2) for week in range(2, 26, 2)]
    finding = verdict(FORTNIGHT, a_group(*spring, *autumn), date(2020, 1, 5), rule="R05", period="2019")
    assert (finding.status, finding.message) == (
        Status.FULFILLED,
        "Möten har hållits varannan vecka 2019.",
    )


def test_nothing_is_waited_for_after_the_agreement():
    facts = a_group(date(2019, 1, 10), ends=date(2019, 5, 30))
    assert verdict(FOURTH, facts, date(2020, 12, 31), rule="R05").status is Status.FULFILLED


def test_a_new_version_begins_afresh():
    facts = a_group(date(2019, 1, 10), date(2019, 8, 20))
    later = Obligation(1, "meeting_frequency", "T1", "", {"every_months": 2}, since=date(2019, 6, 15))
    finding = verdict(later, facts, date(2019, 9, 1), rule="R05")
    assert (finding.status, [each.day for each in finding.evidence]) == (Status.AT_RISK, [date(2019, 8, 20)])
    earlier = Obligation(1, "meeting_frequency", "T1", "", {"every_months": 2}, until=date(2019, 6, 14))
    finding = verdict(earlier, facts, date(2019, 9, 1), rule="R05")
    assert finding.message.endswith("men inget hölls 2019-01-10–2019-03-31 och 2019-03-31–2019-05-31.")
