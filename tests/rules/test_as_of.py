from dataclasses import replace
from datetime import date

from samverkan_desktop.rules.agreement_facts import EarlierTermFact
from samverkan_desktop.rules.as_of import as_of
from samverkan_desktop.rules.facts import HoldingFact
from samverkan_desktop.vocabulary import HolderState
from tests.rules.facts_factory import (
    AUTUMN,
    BEFORE_LAST,
    DAYS,
    ENDS,
    EXTRA,
    GROUP,
    LAST,
    WORK_GROUP,
    a_year,
    adding,
    altered,
)


def ids(facts: tuple[object, ...]) -> set[int]:
    return {fact.id for fact in facts}


def test_after_everything_the_facts_are_as_they_are():
    assert as_of(a_year(), ENDS) == a_year()


def test_a_meeting_is_known_from_the_day_it_was_scheduled():
    assert EXTRA not in ids(as_of(a_year(), date(2018, 11, 9)).meetings)
    assert EXTRA in ids(as_of(a_year(), date(2018, 11, 10)).meetings)


def test_a_meeting_to_come_is_neither_called_nor_held():
    last = next(meeting for meeting in as_of(a_year(), BEFORE_LAST).meetings if meeting.id == LAST)
    assert (last.called_on, last.held, last.minutes_sent_on) == (None, False, None)
    assert last.called_seat_ids == frozenset()


def test_attendance_is_known_when_the_meeting_has_been_held():
    then = as_of(a_year(), DAYS[0])
    assert {noted.meeting_id for noted in then.attendances} == {1}


def test_items_follow_their_meeting():
    facts = altered(a_year(), "meetings", LAST, scheduled_on=DAYS[4])
    assert ids(as_of(facts, AUTUMN).items) == {1, 2, 3, 6}


def test_a_plan_is_a_draft_until_the_day_it_was_decided():
    (plan,) = as_of(a_year(), AUTUMN).plans
    assert (plan.decided_on, plan.decided_at_meeting_id) == (None, None)
    assert as_of(a_year(), DAYS[0]).plans[0].decided_on == DAYS[0]


def test_a_role_is_known_from_the_day_it_was_decided():
    assert ids(as_of(a_year(), BEFORE_LAST).roles) == {1, 2}
    assert ids(as_of(a_year(), DAYS[5]).roles) == {1, 2, 3, 4}


def test_decisions_and_commissions_are_known_from_their_day():
    assert ids(as_of(a_year(), DAYS[0]).decisions) == {1}
    assert as_of(a_year(), AUTUMN).commissions == ()
    assert as_of(a_year(), DAYS[0]).commissions[0].reported_on is None


def test_an_escalation_to_come_is_not_known_nor_its_ground():
    (deviation,) = as_of(a_year(), date(2018, 11, 10)).deviations
    assert (deviation.escalated_on, deviation.ground) == (None, None)


def test_a_group_is_known_from_its_first_day_and_open_until_its_last():
    facts = altered(a_year(), "groups", WORK_GROUP, closed_on=DAYS[4])
    assert ids(as_of(facts, AUTUMN).groups) == {GROUP}
    assert as_of(facts, DAYS[3]).groups[1].closed_on is None
    assert as_of(facts, DAYS[4]).groups[1].closed_on == DAYS[4]


def test_a_holding_is_known_from_its_first_day():
    facts = adding(a_year(), "holdings", HoldingFact(1, 2, HolderState.ACTING, DAYS[1]))
    assert as_of(facts, DAYS[0]).holdings == ()
    assert as_of(facts, DAYS[1]).state_of(2, DAYS[1]) is HolderState.ACTING


def test_a_follow_up_is_not_approved_before_its_day():
    assert as_of(a_year(), BEFORE_LAST).follow_ups[0].approved_on is None


def test_a_meeting_recorded_afterwards_was_known_on_its_day():
    late = altered(a_year(), "meetings", EXTRA, scheduled_on=date(2026, 1, 1))
    assert EXTRA in ids(as_of(late, ENDS).meetings)


def test_before_it_was_prolonged_an_agreement_was_to_end_and_be_evaluated_as_before():
    facts = a_year()
    changed, later = date(2021, 6, 1), date(2024, 6, 30)
    term = EarlierTermFact(changed, ENDS, date(2021, 3, 1), date(2021, 5, 18))
    facts = replace(facts, agreement=replace(facts.agreement, ends=later, earlier_terms=(term,)))
    before = as_of(facts, date(2021, 5, 1)).agreement
    assert (before.ends, before.evaluation_begun_on, before.evaluated_on) == (ENDS, date(2021, 3, 1), None)
    assert before.earlier_terms == ()
    after = as_of(facts, changed).agreement
    assert (after.ends, after.evaluated_on, after.earlier_terms) == (later, None, (term,))


def test_an_agreement_was_a_draft_until_it_was_signed():
    assert as_of(a_year(), date(2018, 5, 17)).agreement.signed_on is None
