from dataclasses import replace
from datetime import date

import pytest

from samverkan_desktop.rules.facts import Facts, GroupFact
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.rules.register_facts import DirectionFact
from samverkan_desktop.vocabulary import GroupKind
from tests.rules.facts_factory import (
    AFTER_LAST,
    DAYS,
    GROUP,
    a_year,
    adding,
    altered,
    judged,
    obligation,
    verdict,
)

TAKEN_UP = obligation("directions")
ABOVE, GIVEN = 3, date(2019, 1, 15)
NEXT_ONE, LATER = 4, 5


def directed(meeting: int | None = None, given: date = GIVEN) -> Facts:
    above = GroupFact(ABOVE, "2+2", "2+2-mötet", GroupKind.TWO_PLUS_TWO)
    direction = DirectionFact(1, ABOVE, GROUP, given, "Se över vägen in.", meeting)
    return replace(adding(a_year(), "groups", above), directions=(direction,))


@pytest.mark.parametrize(
    ("facts", "on", "status", "message"),
    [
        (
            directed(),
            date(2019, 1, 20),
            Status.AT_RISK,
            "Styrningen från 2+2-mötet 2019-01-15 saknas på dagordningen.",
        ),
        (
            directed(),
            date(2019, 1, 29),
            Status.BREACHED,
            "Styrningen från 2+2-mötet 2019-01-15 saknas på dagordningen.",
        ),
        (
            directed(NEXT_ONE),
            date(2019, 1, 29),
            Status.UPCOMING,
            "Styrningen från 2+2-mötet 2019-01-15 tas upp 2019-02-05.",
        ),
        (
            directed(NEXT_ONE),
            DAYS[3],
            Status.FULFILLED,
            "Styrningen från 2+2-mötet 2019-01-15 togs upp 2019-02-05.",
        ),
        (
            directed(LATER),
            AFTER_LAST,
            Status.BREACHED,
            "Styrningen från 2+2-mötet 2019-01-15 tas upp först 2019-03-26.",
        ),
    ],
)
def test_a_direction_reaches_the_agenda_of_the_next_meeting(
    facts: Facts, on: date, status: Status, message: str
):
    finding = verdict(TAKEN_UP, facts, on)
    assert (finding.status, finding.message) == (status, message)


def test_a_meeting_on_the_day_itself_was_called_before_it():
    assert verdict(TAKEN_UP, directed(given=DAYS[3]), DAYS[3]).status is Status.AT_RISK
    assert verdict(TAKEN_UP, directed(NEXT_ONE, DAYS[3]), DAYS[3]).status is Status.FULFILLED


def test_without_a_meeting_to_come_it_waits():
    last = directed(given=DAYS[5])
    assert verdict(TAKEN_UP, last, AFTER_LAST).status is Status.AT_RISK


def test_the_direction_and_the_meeting_are_the_evidence():
    finding = verdict(TAKEN_UP, directed(NEXT_ONE), AFTER_LAST)
    assert [(each.kind, each.id) for each in finding.evidence] == [("direction", 1), ("meeting", NEXT_ONE)]


def test_another_groups_directions_do_not_concern_it():
    facts = altered(directed(), "directions", 1, group_id=2)
    assert judged(TAKEN_UP, facts, AFTER_LAST) == []
