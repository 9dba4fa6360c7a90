from datetime import date

import pytest

from samverkan_desktop.rules.finding import Status
from samverkan_desktop.rules.register_facts import BoardMatterFact
from samverkan_desktop.vocabulary import BoardOutcome, Instance, MatterSubject
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


def test_the_board_and_both_days_are_named():
    finding = verdict(SENT, with_matters(told(report(1, distributed_on=LATER))), LATER)
    assert finding.message == (
        "Beslutet i Socialnämnden 2019-03-14 om Gemensam insats expedierades 2019-04-04."
    )


def test_a_proposal_is_not_sent():
    proposed = report(1, SOCIAL, instance=Instance.COMMITTEE, outcome=BoardOutcome.PROPOSED)
    assert judged(SENT, with_matters(told(proposed)), AFTER_LAST) == []
