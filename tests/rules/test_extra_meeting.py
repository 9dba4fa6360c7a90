import pytest

from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Status
from tests.rules.facts_factory import (
    AFTER_LAST,
    AUTUMN,
    EXTRA,
    WORK_GROUP,
    a_year,
    altered,
    judged,
    obligation,
    verdict,
)

DEMAND = obligation("extra_meeting")


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        (a_year(), Status.FULFILLED),
        (altered(a_year(), "meetings", EXTRA, reason=" "), Status.BREACHED),
        (altered(a_year(), "meetings", EXTRA, initiator_seat_id=None), Status.BREACHED),
        (altered(a_year(), "meetings", EXTRA, initiator_seat_id=21), Status.BREACHED),
    ],
)
def test_extra_meeting_has_an_initiator_in_the_group_and_a_reason(facts: Facts, status: Status):
    assert verdict(DEMAND, facts, AFTER_LAST).status is status


def test_what_is_missing_is_named():
    finding = verdict(DEMAND, altered(a_year(), "meetings", EXTRA, reason=""), AFTER_LAST)
    assert finding.message == "Det extra mötet 2018-11-15 saknar skäl."
    assert finding.mend == "Ange vad som inträffat och vilken funktion som kallar."


def test_without_extra_meetings_there_is_nothing_to_find():
    assert judged(DEMAND, a_year(), AUTUMN) == []


def test_another_groups_extra_meetings_are_not_judged():
    facts = altered(a_year(), "meetings", EXTRA, group_id=WORK_GROUP)
    assert judged(DEMAND, facts, AFTER_LAST) == []
