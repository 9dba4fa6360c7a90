from datetime import date, timedelta

import pytest

from samverkan_desktop.register_vocabulary import Instance, MatterSubject
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.rules.obligation import Obligation
from tests.rules.board_facts import SOCIAL, matter, report, with_matters
from tests.rules.facts_factory import AFTER_LAST, DAYS, EXTRA, YEAR, judged, obligation, verdict

EACH = obligation("meeting_report", {"boards": [SOCIAL]})
TIMED = obligation("meeting_report", {"boards": [SOCIAL], "within_days": 30})
EXTRA_DAY = date(2018, 11, 15)


def reported(*meetings: int, after: int = 20) -> Facts:
    days = {EXTRA: EXTRA_DAY, **dict(enumerate(DAYS, 1))}
    return with_matters(
        *(
            matter(
                MatterSubject.MEETING,
                report(each, day=days[each] + timedelta(days=after)),
                id=each,
                meeting_id=each,
                opened_on=days[each],
            )
            for each in meetings
        )
    )


ALL = (1, 2, 3, 4, 5, 6, EXTRA)


@pytest.mark.parametrize(
    ("demand", "facts", "on", "status"),
    [
        (EACH, reported(), date(2018, 8, 1), Status.NOT_DUE),
        (EACH, reported(), DAYS[0], Status.UPCOMING),
        (EACH, reported(), DAYS[1], Status.AT_RISK),
        (EACH, reported(*ALL), AFTER_LAST + timedelta(days=10), Status.FULFILLED),
        (EACH, reported(*ALL, after=90), date(2019, 9, 1), Status.FULFILLED),
        (EACH, reported(1, 2, 3, 4, 5, EXTRA), date(2019, 6, 30), Status.UPCOMING),
        (EACH, reported(1, 2, 3, 4, 5, EXTRA), date(2019, 7, 1), Status.AT_RISK),
        (TIMED, reported(), DAYS[0] + timedelta(days=30), Status.UPCOMING),
        (TIMED, reported(), DAYS[0] + timedelta(days=31), Status.BREACHED),
        (TIMED, reported(*ALL), AFTER_LAST + timedelta(days=10), Status.FULFILLED),
        (TIMED, reported(*ALL, after=31), date(2019, 9, 1), Status.BREACHED),
    ],
)
def test_each_meeting_held_is_reported(demand: Obligation, facts: Facts, on: date, status: Status):
    assert verdict(demand, facts, on, period=YEAR).status is status


def test_meetings_not_reported_are_named():
    finding = verdict(EACH, reported(1, 2, 3, 4, EXTRA), AFTER_LAST)
    assert (finding.message, finding.required, finding.actual) == (
        "Mötet 2019-03-26 är inte redovisat för Socialnämnden.",
        7,
        5,
    )
    assert finding.evidence[0].day == DAYS[4]


def test_reports_that_came_late_are_named_with_their_day():
    finding = verdict(TIMED, reported(1, after=31), date(2018, 10, 10))
    assert finding.message == "För sent redovisat för Socialnämnden: 2018-09-04 (redovisat 2018-10-05)."
    assert finding.mend == ""


def test_a_committee_is_not_the_board():
    told = matter(MatterSubject.MEETING, report(1, instance=Instance.COMMITTEE), meeting_id=1)
    assert verdict(EACH, with_matters(told), AFTER_LAST).actual == 0


def test_each_board_has_a_finding_of_its_own():
    both = obligation("meeting_report", {"boards": [SOCIAL, "Utbildningsnämnden"]})
    assert len(judged(both, reported(), AFTER_LAST)) == 2
