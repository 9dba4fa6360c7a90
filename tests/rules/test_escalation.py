from datetime import date

import pytest

from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Status
from tests.rules.facts_factory import DAYS, a_year, altered, judged, obligation, verdict, without

RAISED = obligation("escalation")
ESCALATED = date(2018, 11, 20)
CALLED = date(2018, 11, 28)
OFF_AGENDA = without(a_year(), "items", 2)
TOO_LATE = altered(a_year(), "items", 2, meeting_id=4)
NO_GROUND = altered(a_year(), "deviations", 1, ground=None)
NO_MEETING = without(OFF_AGENDA, "meetings", 3, 4, 5, 6)


@pytest.mark.parametrize(
    ("facts", "on", "status"),
    [
        (a_year(), ESCALATED, Status.UPCOMING),
        (a_year(), DAYS[2], Status.FULFILLED),
        (OFF_AGENDA, ESCALATED, Status.AT_RISK),
        (OFF_AGENDA, CALLED, Status.BREACHED),
        (OFF_AGENDA, DAYS[2], Status.BREACHED),
        (TOO_LATE, DAYS[5], Status.BREACHED),
        (NO_MEETING, DAYS[5], Status.AT_RISK),
        (NO_GROUND, DAYS[5], Status.BREACHED),
    ],
)
def test_escalated_question_reaches_the_next_ordinary_meeting(facts: Facts, on: date, status: Status):
    assert verdict(RAISED, facts, on).status is status


def test_an_extra_meeting_before_it_will_do():
    facts = altered(a_year(), "deviations", 1, escalated_on=date(2018, 11, 1))
    facts = altered(facts, "items", 2, meeting_id=7)
    finding = verdict(RAISED, facts, DAYS[5])
    assert (finding.status, finding.actual) == (Status.FULFILLED, "2018-11-15")


def test_what_is_missing_is_said_plainly():
    finding = verdict(RAISED, OFF_AGENDA, CALLED)
    assert finding.message == "Frågan A1 har lyfts till gruppen men saknas på dagordningen."
    assert finding.mend


def test_a_deviation_not_escalated_has_no_finding():
    assert judged(RAISED, altered(a_year(), "deviations", 1, escalated_on=None), DAYS[5]) == []
