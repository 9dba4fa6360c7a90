from datetime import date, timedelta

import pytest

from samverkan_desktop.register_vocabulary import BoardOutcome, Instance, MatterSubject, UnionStep
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.rules.register_facts import BoardMatterFact
from tests.rules.board_facts import DECIDED, matter, report, with_matters
from tests.rules.facts_factory import AFTER_LAST, judged, obligation, verdict

FIRST = obligation("union_negotiation", group="")
BEFORE, AFTER = DECIDED - timedelta(days=2), DECIDED + timedelta(days=1)


def told(*reports: object, **changes: object) -> BoardMatterFact:
    return matter(MatterSubject.OTHER, *reports, **changes)


@pytest.mark.parametrize(
    ("matter_told", "status"),
    [
        (told(), Status.UPCOMING),
        (told(negotiated_on=BEFORE), Status.FULFILLED),
        (told(report(1), negotiated_on=BEFORE), Status.FULFILLED),
        (told(report(1), negotiated_on=DECIDED), Status.FULFILLED),
        (told(report(1), negotiated_on=AFTER), Status.BREACHED),
        (told(report(1)), Status.AT_RISK),
        (told(report(1), negotiation=UnionStep.NOT_CONCERNED), Status.FULFILLED),
        (told(report(1), negotiation=UnionStep.INFORMED), Status.FULFILLED),
    ],
)
def test_negotiation_comes_before_the_decision(matter_told: BoardMatterFact, status: Status):
    assert verdict(FIRST, with_matters(matter_told), AFTER_LAST).status is status


def test_what_a_committee_proposes_is_no_decision():
    proposed = report(1, day=BEFORE, instance=Instance.COMMITTEE, outcome=BoardOutcome.PROPOSED)
    facts = with_matters(told(proposed, report(2), negotiated_on=DECIDED))
    assert verdict(FIRST, facts, AFTER_LAST).status is Status.FULFILLED


def test_both_days_are_named():
    finding = verdict(FIRST, with_matters(told(report(1), negotiated_on=AFTER)), AFTER_LAST)
    assert finding.message == (
        "Gemensam insats: förhandling enligt 11 § MBL hölls 2019-03-15 men ska ha hållits före beslutet "
        "2019-03-14."
    )
    assert (finding.required, finding.actual) == ("senast 2019-03-14", "2019-03-15")


def test_a_negotiation_to_come_has_not_been_held():
    facts = with_matters(told(negotiated_on=date(2019, 6, 1)))
    assert verdict(FIRST, facts, date(2019, 5, 31)).status is Status.UPCOMING


def test_that_a_board_is_told_of_a_meeting_is_no_decision_to_negotiate():
    assert judged(FIRST, with_matters(matter(MatterSubject.MEETING, report(1))), AFTER_LAST) == []
