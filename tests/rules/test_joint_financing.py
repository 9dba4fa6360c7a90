from dataclasses import replace
from datetime import date

import pytest

from samverkan_desktop.register_vocabulary import BoardOutcome, Instance, MatterSubject
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.rules.register_facts import BoardMatterFact
from tests.rules.board_facts import DECIDED, LATER, OPENED, SCHOOLS, SOCIAL, matter, report, with_matters
from tests.rules.facts_factory import AFTER_LAST, DAYS, altered, judged, obligation, verdict

BOTH = obligation("joint_financing", {"boards": [SCHOOLS, SOCIAL]}, group="")
PLANNED, COMING = 4, 5


def financing(*reports: object, **changes: object) -> BoardMatterFact:
    return matter(MatterSubject.JOINT_FINANCING, *reports, **({"planning_meeting_id": PLANNED} | changes))


ONE, OTHER = report(1, SCHOOLS), report(2, SOCIAL, LATER)
DELEGATE = report(2, SOCIAL, LATER, instance=Instance.DELEGATE)
COMMITTEE = report(2, SOCIAL, LATER, instance=Instance.COMMITTEE, outcome=BoardOutcome.PROPOSED)
SENT_BACK = report(2, SOCIAL, LATER, outcome=BoardOutcome.REFERRED_BACK)


@pytest.mark.parametrize(
    ("told", "status"),
    [
        (financing(), Status.UPCOMING),
        (financing(planning_meeting_id=None), Status.UPCOMING),
        (financing(ONE, OTHER), Status.FULFILLED),
        (financing(ONE, DELEGATE), Status.FULFILLED),
        (financing(ONE), Status.AT_RISK),
        (financing(ONE, COMMITTEE), Status.AT_RISK),
        (financing(ONE, SENT_BACK), Status.AT_RISK),
        (financing(decision_id=1), Status.AT_RISK),
        (financing(ONE, OTHER, planning_meeting_id=None), Status.BREACHED),
        (financing(ONE, OTHER, planning_meeting_id=COMING), Status.BREACHED),
    ],
)
def test_joint_financing_is_planned_together_and_decided_by_each_board(told: BoardMatterFact, status: Status):
    assert verdict(BOTH, with_matters(told), AFTER_LAST).status is status


def test_the_planning_meeting_must_have_been_held():
    facts = altered(with_matters(financing(ONE, OTHER)), "meetings", PLANNED, held=False)
    finding = verdict(BOTH, facts, AFTER_LAST)
    assert finding.status is Status.BREACHED
    assert finding.message == (
        "Gemensam insats beslutades 2019-03-14. "
        "Beslutet ska föregås av gemensam planering (tjänstemannamöte)."
    )


def test_a_decision_on_the_day_of_the_meeting_comes_after_it():
    same_day = financing(report(1, SCHOOLS, DAYS[3]), OTHER)
    assert verdict(BOTH, with_matters(same_day), AFTER_LAST).status is Status.FULFILLED


def test_a_groups_own_decision_never_closes_it():
    finding = verdict(BOTH, with_matters(financing(decision_id=1)), AFTER_LAST)
    assert finding.message == (
        "Beslut 01 räcker inte för Gemensam insats: beslut saknas av Utbildningsnämnden och Socialnämnden."
    )
    assert [each.kind for each in finding.evidence] == ["board_matter", "meeting", "decision"]


def test_every_clause_is_to_be_decided():
    half = financing(ONE, replace(OTHER, clause=1), clauses=2)
    whole = financing(ONE, replace(OTHER, clause=1), replace(OTHER, id=3, clause=2), clauses=2)
    assert verdict(BOTH, with_matters(half), AFTER_LAST).message == (
        "Gemensam insats är inte beslutad av Socialnämnden."
    )
    assert verdict(BOTH, with_matters(whole), AFTER_LAST).actual == 2


def test_a_decision_taken_anew_counts_as_the_latest():
    mended = financing(ONE, SENT_BACK, report(3, SOCIAL, date(2019, 5, 2)))
    assert verdict(BOTH, with_matters(mended), AFTER_LAST).status is Status.FULFILLED


def test_what_was_decided_later_is_not_known_before():
    facts = with_matters(financing(ONE, OTHER))
    assert [verdict(BOTH, facts, day).status for day in (OPENED, DECIDED, LATER)] == [
        Status.UPCOMING,
        Status.AT_RISK,
        Status.FULFILLED,
    ]


def test_other_matters_do_not_concern_it():
    assert judged(BOTH, with_matters(matter(MatterSubject.ADOPTION, ONE)), AFTER_LAST) == []
