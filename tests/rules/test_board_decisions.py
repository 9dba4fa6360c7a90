from datetime import date

import pytest

from samverkan_desktop.register_vocabulary import BoardOutcome, Instance, MatterSubject
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.rules.register_facts import BoardMatterFact
from tests.rules.board_facts import LATER, SCHOOLS, SOCIAL, matter, report, with_matters
from tests.rules.facts_factory import AFTER_LAST, judged, obligation, verdict

ADOPTION = {"subject": "adoption"}
SOCIAL_ONLY = obligation("board_decisions", {"boards": [SOCIAL], **ADOPTION}, group="")
BOTH = obligation("board_decisions", {"boards": [SCHOOLS, SOCIAL], **ADOPTION}, group="")


def adoption(*reports: object, **changes: object) -> BoardMatterFact:
    return matter(MatterSubject.ADOPTION, *reports, **({"title": "Riktlinjerna", "clauses": 2} | changes))


FIRST, SECOND = report(1, clause=1), report(2, day=LATER, clause=2)


@pytest.mark.parametrize(
    ("told", "status", "message"),
    [
        (adoption(), Status.UPCOMING, "Riktlinjerna ska beslutas av Socialnämnden."),
        (adoption(report(1)), Status.FULFILLED, "Riktlinjerna är beslutad av Socialnämnden 2019-03-14."),
        (
            adoption(FIRST, SECOND),
            Status.FULFILLED,
            "Riktlinjerna är beslutad av Socialnämnden 2019-04-04.",
        ),
        (
            adoption(FIRST),
            Status.AT_RISK,
            "Riktlinjerna: Socialnämnden har inte beslutat om punkt 2.",
        ),
        (
            adoption(report(1, outcome=BoardOutcome.REFERRED_BACK, rider="att skolorna hörs")),
            Status.AT_RISK,
            "Riktlinjerna: återremitterades 2019-03-14 med tillägget ”att skolorna hörs” av Socialnämnden.",
        ),
        (
            adoption(FIRST, report(2, clause=2, outcome=BoardOutcome.REJECTED)),
            Status.AT_RISK,
            "Riktlinjerna: punkt 2 avslogs 2019-03-14 av Socialnämnden.",
        ),
        (
            adoption(report(1, outcome=BoardOutcome.TABLED), report(2, day=LATER), clauses=0),
            Status.FULFILLED,
            "Riktlinjerna är beslutad av Socialnämnden 2019-04-04.",
        ),
    ],
)
def test_every_clause_is_decided(told: BoardMatterFact, status: Status, message: str):
    finding = verdict(SOCIAL_ONLY, with_matters(told), AFTER_LAST)
    assert (finding.status, finding.message) == (status, message)


def test_each_board_decides_for_itself():
    found = judged(BOTH, with_matters(adoption(report(1, SCHOOLS))), AFTER_LAST)
    assert [(each.status, each.actual, each.required) for each in found] == [
        (Status.UPCOMING, 0, 2),
        (Status.FULFILLED, 2, 2),
    ]


def test_the_next_instance_decides_what_a_board_has_forwarded():
    council = "Kommunstyrelsen"
    forwarded = report(1, SOCIAL, outcome=BoardOutcome.FORWARDED)
    decided = report(2, council, LATER, instance=Instance.EXECUTIVE_BOARD)
    higher = obligation("board_decisions", {"boards": [SOCIAL, council], **ADOPTION}, group="")
    found = judged(higher, with_matters(adoption(forwarded, decided)), AFTER_LAST)
    assert [each.status for each in found] == [Status.FULFILLED, Status.FULFILLED]


def test_a_matter_opened_before_the_obligation_is_not_judged_by_it():
    told = adoption(opened_on=date(2018, 7, 2))
    later = obligation("board_decisions", {"boards": [SOCIAL], **ADOPTION}, group="", since=LATER)
    assert judged(later, with_matters(told), AFTER_LAST) == []
