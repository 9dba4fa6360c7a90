from dataclasses import replace
from datetime import date

import pytest
from cattrs.errors import BaseValidationError

from samverkan_desktop.periods import Calendar
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.rules.parameters import parse
from samverkan_desktop.vocabulary import WorkingYear
from tests.rules.facts_factory import (
    AFTER_LAST,
    BEFORE_LAST,
    DAYS,
    EXTRA,
    LAST,
    NEXT,
    YEAR,
    a_year,
    altered,
    judged,
    obligation,
    verdict,
    without,
)

TOPICS = ["Avvikelser", "gemensamma utbildningsbehov"]
DEMAND = obligation("standing_topics", {"topics": TOPICS})
OVER = date(2019, 7, 1)


def taking_up(*places: tuple[int, str]) -> Facts:
    """Return the year with items that name topics: an item's identity and what it names."""
    facts = altered(a_year(), "items", 2, standing_topic="")
    for item, topic in places:
        facts = altered(facts, "items", item, standing_topic=topic)
    return facts


BOTH = taking_up((2, "avvikelser"), (4, "Gemensamma utbildningsbehov "))
ONE = taking_up((2, "avvikelser"))


def test_a_topic_is_covered_when_its_meeting_has_been_held():
    finding = verdict(DEMAND, BOTH, AFTER_LAST)
    assert (finding.status, finding.required, finding.actual) == (Status.FULFILLED, 2, 2)
    assert finding.message == "Alla stående frågor har behandlats 2018/2019."
    assert [(each.label, each.day) for each in finding.evidence] == [
        ("möte 3", DAYS[2]),
        ("möte 6", DAYS[5]),
        ("punkt 6, Lyft fråga", DAYS[2]),
        ("punkt 5, Uppföljning av avtalet", DAYS[5]),
    ]


def test_a_topic_waits_for_a_meeting_to_come():
    finding = verdict(DEMAND, BOTH, BEFORE_LAST)
    assert (finding.status, finding.actual) == (Status.UPCOMING, 1)
    assert finding.message == (
        "1 av 2 stående frågor har behandlats 2018/2019. Återstår: gemensamma utbildningsbehov."
    )


def test_a_topic_missing_from_the_last_agenda_sent_is_at_risk():
    called = date(2019, 5, 25)
    finding = verdict(DEMAND, ONE, called)
    assert finding.status is Status.AT_RISK
    assert finding.mend == "Sätt på dagordningen 2019-05-28: gemensamma utbildningsbehov."
    assert verdict(DEMAND, BOTH, called).status is Status.UPCOMING


def test_a_topic_without_a_meeting_left_is_at_risk():
    finding = verdict(DEMAND, ONE, AFTER_LAST)
    assert (finding.status, finding.mend) == (
        Status.AT_RISK,
        "Planera ett möte som tar upp det som återstår.",
    )


def test_a_topic_not_covered_when_the_year_is_over_is_a_breach():
    finding = next(each for each in judged(DEMAND, ONE, OVER) if each.period == YEAR)
    assert finding.status is Status.BREACHED
    assert finding.message == "Gemensamma utbildningsbehov har inte behandlats 2018/2019."
    assert finding.mend


def test_an_extra_meeting_covers_a_topic_too():
    facts = altered(ONE, "items", 4, standing_topic=TOPICS[1], meeting_id=EXTRA)
    assert verdict(DEMAND, facts, AFTER_LAST).status is Status.FULFILLED


def test_a_topic_at_a_meeting_never_held_is_not_covered():
    facts = altered(BOTH, "meetings", LAST, held=False)
    assert verdict(DEMAND, facts, AFTER_LAST).status is Status.AT_RISK


def test_each_year_begins_anew():
    found = judged(DEMAND, BOTH, OVER)
    assert [(each.period, each.status) for each in found] == [
        (NEXT, Status.AT_RISK),
        (YEAR, Status.FULFILLED),
    ]


def test_each_term_is_judged_by_itself():
    termly = obligation("standing_topics", {"topics": TOPICS, "per": "term"})
    spring, autumn = sorted(judged(termly, BOTH, OVER, period=YEAR), key=lambda each: each.message)
    assert autumn.message == "Gemensamma utbildningsbehov har inte behandlats ht 2018."
    assert spring.message == "Avvikelser har inte behandlats vt 2019."


def test_a_common_year_is_told_of_in_the_school_year_it_ends_in():
    yearly = obligation("standing_topics", {"topics": ["Avvikelser"], "per": "calendar_year"})
    first, second = judged(yearly, BOTH, OVER)
    assert (second.period, second.message) == (YEAR, "Alla stående frågor har behandlats 2018.")
    assert (first.period, first.status) == (NEXT, Status.AT_RISK)


def test_an_agreement_that_counts_common_years_is_judged_by_them():
    facts = BOTH
    calendar = Calendar(WorkingYear.CALENDAR_YEAR)
    facts = replace(
        facts,
        agreement=replace(facts.agreement, calendar=calendar),
        meetings=tuple(replace(each, period=str(each.day.year)) for each in facts.meetings),
    )
    found = {each.period: each for each in judged(DEMAND, facts, AFTER_LAST)}
    assert (found["2018"].status, found["2019"].status) == (Status.BREACHED, Status.AT_RISK)


def test_a_group_set_up_later_is_asked_for_the_stretches_it_has_existed_in():
    facts = altered(a_year(), "groups", 2, created_on=date(2019, 2, 1))
    monthly = obligation("standing_topics", {"topics": TOPICS, "per": "month"}, group="skolfranvaro")
    assert len(judged(monthly, facts, date(2019, 3, 1))) == 2


def test_a_year_without_meetings_covers_nothing():
    facts = without(BOTH, "meetings", 1, 2, 3, 4, 5, 6, 7)
    facts = replace(facts, items=(), attendances=())
    finding = next(each for each in judged(DEMAND, facts, OVER) if each.period == YEAR)
    assert (finding.status, finding.actual) == (Status.BREACHED, 0)
    assert finding.message == (
        "2 stående frågor har inte behandlats 2018/2019: Avvikelser, gemensamma utbildningsbehov."
    )


def test_a_term_that_was_all_but_over_when_the_agreement_began_is_not_countable():
    facts = replace(ONE, agreement=replace(ONE.agreement, starts=date(2018, 6, 1)))
    termly = obligation("standing_topics", {"topics": TOPICS, "per": "term"})
    first = next(each for each in judged(termly, facts, OVER) if "vt 2018" in each.message)
    assert first.status is Status.NOT_COUNTABLE
    assert first.message.endswith("Avtalet eller gruppen fanns bara en mindre del av tiden.")


def test_nothing_is_asked_before_the_agreement_begins():
    assert judged(DEMAND, BOTH, date(2018, 6, 30)) == []


@pytest.mark.parametrize(
    "parameters", [{"topics": []}, {"topics": [" "]}, {"topics": ["a", "a"]}, {"topics": ["a"], "per": "day"}]
)
def test_senseless_parameters_are_refused(parameters: dict[str, object]):
    with pytest.raises(BaseValidationError):
        parse("standing_topics", parameters)
