from dataclasses import replace

import pytest

from samverkan_desktop.rules.at_meeting import amiss
from samverkan_desktop.rules.facts import AttendanceFact, Facts
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.vocabulary import AttendanceStatus
from tests.rules.facts_factory import (
    AFTER_LAST,
    DAYS,
    DESIGNATED,
    LAST,
    a_year,
    altered,
    obligation,
)

PRESENT, EXCUSED = AttendanceStatus.PRESENT, AttendanceStatus.EXCUSED
BOTH = obligation("party_representation")
EVERY = obligation("seat_attendance")
LAST_ONLY = obligation("seat_attendance", {"at": "last_meeting"})
DESIGNATED_SEATS = obligation("designated_attendance")
BANNED = obligation("individual_cases", {"policy": "ban"})


def noted(meeting_id: int, **noted: AttendanceStatus) -> Facts:
    facts = a_year()
    others = [each for each in facts.attendances if each.meeting_id != meeting_id]
    more = [AttendanceFact(meeting_id, int(seat[1:]), status) for seat, status in noted.items()]
    return replace(facts, attendances=(*others, *more))


ONE_SIDED = noted(3, s1=PRESENT, s2=PRESENT, s3=EXCUSED)


def messages(demand: object, facts: Facts, meeting_id: int = 3, *, all_noted: bool = True) -> list[str]:
    found = amiss([demand], facts, meeting_id, DAYS[2], noted=all_noted)  # type: ignore[list-item]
    return [each.message for each in found]


def test_a_party_that_nobody_represents_is_said_in_one_sentence():
    assert messages(BOTH, ONE_SIDED) == ["Ingen företräder Socialförvaltningen."]


def test_who_was_there_is_not_judged_until_all_are_noted():
    assert messages(BOTH, ONE_SIDED, all_noted=False) == []


def test_another_meeting_is_none_of_its_business():
    assert messages(BOTH, ONE_SIDED, 2) == []
    assert messages(BOTH, a_year(), 99) == []


def test_all_well_says_nothing():
    for demand in (BOTH, EVERY, LAST_ONLY, DESIGNATED_SEATS, BANNED):
        assert amiss([demand], a_year(), LAST, AFTER_LAST, noted=True) == ()


def test_a_substitute_represents_the_party_but_not_the_seat():
    facts = replace(
        ONE_SIDED,
        attendances=tuple(
            replace(each, substitute=True) if (each.meeting_id, each.seat_id) == (3, 3) else each
            for each in ONE_SIDED.attendances
        ),
    )
    assert messages(BOTH, facts) == []
    assert messages(EVERY, facts)[0].startswith("Ej närvarande: ")


def test_seats_asked_for_at_the_last_meeting_are_not_missed_at_another():
    assert messages(LAST_ONLY, ONE_SIDED) == []
    assert messages(EVERY, ONE_SIDED) != []


def test_designated_seats_are_missed_at_the_last_meeting():
    facts = noted(LAST, **{f"s{seat}": EXCUSED for seat in DESIGNATED})
    (finding,) = amiss([DESIGNATED_SEATS], facts, LAST, AFTER_LAST, noted=True)
    assert (finding.rule, finding.status) == ("R07", Status.BREACHED)


def test_an_individual_case_is_said_of_at_once():
    item = next(each for each in a_year().items if each.meeting_id == 3)
    facts = altered(a_year(), "items", item.id, individual_case=True)
    assert "Individärenden behandlas inte" in messages(BANNED, facts, all_noted=False)[0]
    assert messages(BANNED, facts, 2) == []


@pytest.mark.parametrize("kind", ["meeting_frequency"])
def test_what_the_year_demands_is_not_judged_here(kind: str):
    assert messages(obligation(kind, {"at_least": 99, "per": "working_year"}), a_year()) == []
