from dataclasses import replace
from datetime import date

import pytest
from cattrs.errors import BaseValidationError

from samverkan_desktop.register_vocabulary import MatterSubject
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.rules.parameters import complaints, parse
from tests.rules.board_facts import SOCIAL, matter, report, with_matters
from tests.rules.facts_factory import NEXT, YEAR, judged, obligation, verdict

SECOND = obligation("follow_up_report", {"boards": [SOCIAL], "every": 2}, group="")
IN_TIME, LATE = date(2020, 5, 7), date(2020, 9, 3)


def reported(day: date, period: str = "") -> Facts:
    told = matter(MatterSubject.FOLLOW_UP, report(1, day=day), period=period, opened_on=date(2018, 9, 1))
    return with_matters(told)


@pytest.mark.parametrize(
    ("facts", "on", "status"),
    [
        (with_matters(), date(2019, 8, 1), Status.UPCOMING),
        (with_matters(), date(2020, 6, 30), Status.UPCOMING),
        (with_matters(), date(2020, 7, 1), Status.BREACHED),
        (reported(IN_TIME), IN_TIME, Status.FULFILLED),
        (reported(date(2019, 5, 2)), IN_TIME, Status.FULFILLED),
        (reported(LATE, NEXT), LATE, Status.FULFILLED),
        (reported(LATE), LATE, Status.BREACHED),
        (reported(IN_TIME, YEAR), LATE, Status.BREACHED),
    ],
)
def test_the_follow_up_is_reported_every_second_year(facts: Facts, on: date, status: Status):
    assert verdict(SECOND, facts, on).status is status


def test_years_are_counted_from_the_start_of_the_agreement():
    assert judged(SECOND, with_matters(), date(2019, 6, 30)) == []
    facts = with_matters()
    facts = replace(facts, agreement=replace(facts.agreement, ends=None))
    found = judged(SECOND, facts, date(2022, 8, 1))
    assert sorted(finding.period for finding in found) == ["2019/2020", "2021/2022"]


def test_the_board_is_named():
    finding = verdict(SECOND, reported(IN_TIME), IN_TIME)
    assert finding.message == "Uppföljningen 2019/2020 redovisades för Socialnämnden 2020-05-07."


@pytest.mark.parametrize("boards", [[], [" "], [SOCIAL, SOCIAL]])
def test_who_is_to_have_it_must_be_chosen(boards: list[str]):
    with pytest.raises(BaseValidationError) as caught:
        parse("follow_up_report", {"boards": boards, "every": 2})
    assert complaints(caught.value)[0][0] == "boards"
