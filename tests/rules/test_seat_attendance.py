from dataclasses import replace
from datetime import date

import pytest

from samverkan_desktop.rules.facts import AttendanceFact, Facts, HoldingFact, SeatFact
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.vocabulary import AttendanceStatus, Grade, HolderState
from tests.rules.facts_factory import (
    AFTER_LAST,
    AUTUMN,
    BEFORE_LAST,
    DAYS,
    EVERY_SEAT,
    GROUP,
    HEAD_OF_SCHOOLS,
    LAST,
    SCHOOLS,
    SOCIAL,
    YEAR,
    a_year,
    adding,
    altered,
    judged,
    obligation,
    verdict,
    without,
)

PRESENT, EXCUSED, ABSENT, VACANT = AttendanceStatus
EVERY = obligation("seat_attendance")
LAST_ONLY = obligation("seat_attendance", {"at": "last_meeting"})
DEPUTY, HEADS = 31, 32


def noted(
    facts: Facts, meeting: int, seat: int, status: AttendanceStatus | None, headcount: int | None = None
) -> Facts:
    """Return the facts with what was noted of a seat at a meeting; None for nothing."""
    kept = tuple(a for a in facts.attendances if (a.meeting_id, a.seat_id) != (meeting, seat))
    told = () if status is None else (AttendanceFact(meeting, seat, status, headcount=headcount),)
    return replace(facts, attendances=(*kept, *told))


def calling(facts: Facts, *seats: int) -> Facts:
    return replace(
        facts,
        meetings=tuple(
            replace(each, called_seat_ids=each.called_seat_ids | set(seats)) for each in facts.meetings
        ),
    )


def with_deputy() -> Facts:
    deputy = SeatFact(DEPUTY, GROUP, SOCIAL, "Ersättare", deputy_for_id=3)
    return calling(adding(a_year(), "seats", deputy), DEPUTY)


def with_heads(count: int | None, size: int | None = 12, status: AttendanceStatus = PRESENT) -> Facts:
    seat = SeatFact(HEADS, GROUP, SCHOOLS, "Samtliga rektorer", collective=True, size=size)
    facts = calling(adding(a_year(), "seats", seat), HEADS)
    for meeting in (1, 2, 3, 4, 5, LAST, 7):
        facts = noted(facts, meeting, HEADS, PRESENT, size or 1)
    return noted(facts, 2, HEADS, status, count)


def on_year(facts: Facts) -> Finding:
    return verdict(EVERY, facts, AFTER_LAST, period=YEAR)


def test_everybody_called_was_there():
    finding = on_year(a_year())
    assert (finding.rule, finding.status) == ("R31", Status.FULFILLED)
    assert (finding.required, finding.actual) == (7 * 4 + 2, 7 * 4 + 2)
    assert finding.message == "Alla som ska delta har deltagit 2018/2019."


@pytest.mark.parametrize("status", [EXCUSED, ABSENT])
def test_who_was_away_is_named_with_the_days(status: AttendanceStatus):
    finding = on_year(noted(noted(a_year(), 2, 3, status), 4, 3, status))
    assert (finding.status, finding.actual) == (Status.BREACHED, 28)
    assert finding.message == (
        "Alla som ska delta gjorde det inte 2018/2019. "
        "Saknades: Avdelningschef (Socialförvaltningen) 2018-10-16 och 2019-02-05."
    )
    assert [each.id for each in finding.evidence if each.kind == "meeting"] == [2, 4]


def test_a_seat_noted_as_vacant_is_not_expected():
    finding = on_year(noted(a_year(), 2, 3, VACANT))
    assert (finding.status, finding.required) == (Status.FULFILLED, 29)


@pytest.mark.parametrize(
    "holding",
    [
        HoldingFact(1, 3, HolderState.VACANT, date(2018, 10, 1), date(2018, 10, 31)),
        # The only holder there is came in November: the day lies outside every holder's term.
        HoldingFact(1, 3, HolderState.ORDINARY, date(2018, 11, 1)),
    ],
)
def test_a_vacancy_is_never_an_absence_whatever_was_noted(holding: HoldingFact):
    facts = adding(noted(noted(a_year(), 2, 3, ABSENT), 1, 3, VACANT), "holdings", holding)
    assert on_year(facts).status is Status.FULFILLED


def test_an_acting_holder_is_expected():
    acting = HoldingFact(1, 3, HolderState.ACTING, date(2018, 7, 1))
    assert on_year(adding(noted(a_year(), 2, 3, ABSENT), "holdings", acting)).status is Status.BREACHED


def test_a_seat_that_was_not_called_is_not_expected():
    facts = altered(noted(a_year(), 2, 3, None), "meetings", 2, called_seat_ids=EVERY_SEAT - {3})
    finding = on_year(facts)
    assert (finding.status, finding.required) == (Status.FULFILLED, 29)


def test_a_seat_that_began_later_is_not_expected_before():
    facts = altered(noted(a_year(), 2, 3, ABSENT), "seats", 3, since=date(2018, 11, 1))
    assert on_year(facts).status is Status.FULFILLED


def test_what_was_not_noted_is_not_counted():
    finding = on_year(noted(a_year(), 2, 3, None))
    assert finding.status is Status.NOT_COUNTABLE
    assert finding.message == (
        "Närvaron är inte antecknad för Avdelningschef (Socialförvaltningen) 2018-10-16."
    )


def test_a_deputy_represents_its_seat():
    facts = noted(noted(with_deputy(), 2, 3, EXCUSED), 2, DEPUTY, PRESENT)
    assert on_year(facts).status is Status.FULFILLED


def test_a_deputy_is_never_counted_absent():
    finding = on_year(noted(with_deputy(), 2, DEPUTY, ABSENT))
    assert (finding.status, finding.required) == (Status.FULFILLED, 30)


def test_an_absent_seat_whose_deputy_was_away_too_is_lacking():
    facts = noted(noted(with_deputy(), 2, 3, EXCUSED), 2, DEPUTY, ABSENT)
    assert on_year(facts).status is Status.BREACHED


def test_a_deputys_deputy_represents_the_seat():
    second = SeatFact(33, GROUP, SOCIAL, "Andre ersättare", deputy_for_id=DEPUTY)
    facts = calling(adding(with_deputy(), "seats", second), 33)
    assert on_year(noted(noted(facts, 2, 3, EXCUSED), 2, 33, PRESENT)).status is Status.FULFILLED


@pytest.mark.parametrize(
    ("count", "status", "words"),
    [
        (12, Status.FULFILLED, ""),
        (9, Status.BREACHED, "Samtliga rektorer (Bildningsförvaltningen) (9 av 12) 2018-10-16"),
        (None, Status.NOT_COUNTABLE, "Samtliga rektorer (Bildningsförvaltningen) 2018-10-16"),
    ],
)
def test_of_a_collective_seat_the_heads_are_counted(count: int | None, status: Status, words: str):
    finding = on_year(with_heads(count))
    assert finding.status is status
    assert words in finding.message


def test_of_a_collective_seat_of_unknown_size_somebody_is_enough():
    assert on_year(with_heads(None, size=None)).status is Status.FULFILLED
    assert on_year(with_heads(None, size=None, status=ABSENT)).status is Status.BREACHED


def test_each_grade_is_judged_by_itself():
    weaker = altered(noted(a_year(), 2, 4, ABSENT), "seats", 4, grade=Grade.SHOULD)
    found = {each.grade: each for each in judged(EVERY, weaker, AFTER_LAST, period=YEAR)}
    assert {grade: each.status for grade, each in found.items()} == {
        Grade.MUST: Status.FULFILLED,
        Grade.SHOULD: Status.AT_RISK,
    }
    assert found[Grade.MUST].message == "Alla som ska delta har deltagit 2018/2019."
    assert found[Grade.SHOULD].message.startswith("Alla som bör delta gjorde det inte 2018/2019. ")
    assert (found[Grade.SHOULD].required, found[Grade.SHOULD].actual) == (7, 6)


def test_the_obligations_own_grade_may_be_the_weaker():
    normally = replace(EVERY, grade=Grade.NORMALLY)
    finding = verdict(normally, noted(a_year(), 2, 4, ABSENT), AFTER_LAST, period=YEAR)
    assert (finding.grade, finding.status) == (Grade.NORMALLY, Status.AT_RISK)


@pytest.mark.parametrize(
    ("facts", "on", "status"),
    [
        (without(a_year(), "plans", 1, 2), AUTUMN, Status.NOT_DUE),
        (a_year(), BEFORE_LAST, Status.UPCOMING),
        (a_year(), AFTER_LAST, Status.FULFILLED),
        (noted(a_year(), 2, 3, ABSENT), AFTER_LAST, Status.FULFILLED),
        (noted(a_year(), LAST, HEAD_OF_SCHOOLS, ABSENT), AFTER_LAST, Status.BREACHED),
        (without(a_year(), "meetings", 1, 2, 3, 4, 5, 6), date(2019, 7, 1), Status.BREACHED),
    ],
)
def test_only_the_last_meeting_may_be_meant(facts: Facts, on: date, status: Status):
    assert verdict(LAST_ONLY, facts, on, period=YEAR).status is status


def test_before_the_first_meeting_nothing_is_judged():
    assert verdict(EVERY, a_year(), AUTUMN, period=YEAR).status is Status.NOT_DUE
    assert [each.day for each in verdict(EVERY, a_year(), DAYS[0], period=YEAR).evidence] == [DAYS[0]]
