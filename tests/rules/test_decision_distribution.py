from dataclasses import replace
from datetime import date

import pytest

from samverkan_desktop.register_vocabulary import BoardOutcome, Instance, MatterSubject
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.rules.register_facts import BoardMatterFact
from tests.rules.board_facts import DECIDED, LATER, SOCIAL, matter, report, with_matters
from tests.rules.facts_factory import AFTER_LAST, judged, obligation, verdict

SENT = obligation("decision_distribution", group="")
ATTESTED = date(2019, 3, 20)


def told(*reports: object, recipients: int = 3) -> BoardMatterFact:
    return matter(MatterSubject.FOLLOW_UP, *reports, distribution=recipients)


@pytest.mark.parametrize(
    ("matter_told", "on", "status"),
    [
        (told(report(1)), date(2019, 3, 28), Status.UPCOMING),
        (told(report(1)), date(2019, 3, 29), Status.AT_RISK),
        (told(report(1, attested_on=ATTESTED)), ATTESTED, Status.AT_RISK),
        (told(report(1, distributed_on=LATER)), LATER, Status.FULFILLED),
        (told(report(1, distributed_on=LATER)), DECIDED, Status.UPCOMING),
        (told(report(1), recipients=0), DECIDED, Status.AT_RISK),
    ],
)
def test_what_is_decided_is_sent(matter_told: BoardMatterFact, on: date, status: Status):
    assert verdict(SENT, with_matters(matter_told), on).status is status


def test_what_is_not_sent_is_named_one_by_one():
    facts = with_matters(told(report(1), report(2, "Utbildningsnämnden", distributed_on=LATER)))
    finding = verdict(SENT, facts, AFTER_LAST)
    assert finding.message == "Beslutet i Socialnämnden 2019-03-14 om Gemensam insats är inte expedierat."
    assert [each.kind for each in finding.evidence] == ["board_matter", "board_report"]


def test_what_is_sent_is_counted_by_the_year():
    sent = told(*(report(each, day=LATER, distributed_on=LATER) for each in (1, 2)))
    finding = verdict(SENT, with_matters(sent), LATER)
    assert (finding.message, finding.actual) == ("Nämndernas 2 beslut 2018/2019 är expedierade.", 2)


def test_a_meeting_that_is_reported_need_be_sent_to_nobody():
    meeting = matter(MatterSubject.MEETING, report(1))
    assert judged(SENT, with_matters(meeting), AFTER_LAST) == []
    assert len(judged(SENT, with_matters(replace(meeting, distribution=1)), AFTER_LAST)) == 1


def test_a_proposal_is_not_sent():
    proposed = report(1, SOCIAL, instance=Instance.COMMITTEE, outcome=BoardOutcome.PROPOSED)
    assert judged(SENT, with_matters(told(proposed)), AFTER_LAST) == []
