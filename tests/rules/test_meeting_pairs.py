from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.rules.obligation import Obligation
from tests.rules.facts_factory import judged, obligation, verdict
from tests.rules.meetings_factory import CREW, a_group, group, met

THEIRS = (date(2019, 2, 20), date(2019, 5, 20), date(2019, 10, 20))
NEW_YEAR = date(2020, 1, 1)


def near(**parameters: object) -> Obligation:
    told = {"relative_to": "styrgrupp", **parameters}
    return obligation("meeting_frequency", told, group="au")


BEFORE = near(when="before", within_days=14)


def two_groups(*own: date, planned: Sequence[date] = (), theirs: Facts | None = None) -> Facts:
    facts = theirs or a_group(*THEIRS)
    meetings = [met(10 + place, day, CREW) for place, day in enumerate(own)]
    meetings += [met(20 + place, day, CREW, held=False) for place, day in enumerate(planned)]
    return replace(facts, groups=(*facts.groups, group(CREW)), meetings=(*facts.meetings, *meetings))


def test_a_meeting_before_each_of_theirs_fulfils_it():
    own = (date(2019, 2, 6), date(2019, 5, 20), date(2019, 10, 15))
    finding = verdict(BEFORE, two_groups(*own), NEW_YEAR, rule="R05", period="2019")
    assert (finding.status, finding.required, finding.actual) == (Status.FULFILLED, 3, 3)
    assert [each.day for each in finding.evidence] == list(own)


def test_one_that_lies_too_early_does_not_count():
    facts = two_groups(date(2019, 2, 5), date(2019, 5, 19), date(2019, 10, 15))
    finding = verdict(BEFORE, facts, NEW_YEAR, rule="R05", period="2019")
    assert (finding.status, finding.actual) == (Status.BREACHED, 2)
    assert finding.message == (
        "2 av 3 möten i Styrgruppen 2019 har ett möte i Arbetsutskottet inom 14 dagar före. "
        "Det saknas för 2019-02-20."
    )


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2019, 10, 19), Status.BREACHED),
        (date(2019, 10, 20), Status.FULFILLED),
        (date(2019, 10, 27), Status.FULFILLED),
        (date(2019, 10, 28), Status.BREACHED),
    ],
)
def test_after_is_the_other_way_about(day: date, status: Status):
    facts = two_groups(date(2019, 2, 21), date(2019, 5, 27), day)
    demand = near(when="after", within_days=7)
    assert verdict(demand, facts, NEW_YEAR, rule="R05", period="2019").status is status


def test_without_a_number_of_days_any_day_in_between_will_do():
    facts = two_groups(date(2019, 1, 2), date(2019, 2, 21), date(2019, 5, 21))
    assert verdict(near(), facts, NEW_YEAR, rule="R05", period="2019").status is Status.FULFILLED
    finding = verdict(near(when="after"), facts, NEW_YEAR, rule="R05", period="2019")
    assert finding.message.endswith("Det saknas för 2019-10-20.")


def test_a_meeting_of_theirs_to_come_is_waited_for():
    theirs = a_group(THEIRS[0], planned=THEIRS[1:])
    on = date(2019, 3, 1)
    facts = two_groups(date(2019, 2, 10), planned=(date(2019, 5, 10), date(2019, 10, 10)), theirs=theirs)
    assert verdict(BEFORE, facts, on, rule="R05").status is Status.UPCOMING
    assert verdict(BEFORE, facts, on, rule="R04").status is Status.FULFILLED
    facts = two_groups(date(2019, 2, 10), theirs=theirs)
    for rule in ("R04", "R05"):
        finding = verdict(BEFORE, facts, on, rule=rule)
        assert (finding.status, finding.mend) == (
            Status.AT_RISK,
            "Planera ett möte inom 14 dagar före varje möte i Styrgruppen.",
        )


def test_a_meeting_of_theirs_that_was_never_held_asks_for_none():
    theirs = a_group(THEIRS[0], planned=THEIRS[1:])
    finding = verdict(
        BEFORE, two_groups(date(2019, 2, 10), theirs=theirs), NEW_YEAR, rule="R05", period="2019"
    )
    assert (finding.status, finding.required) == (Status.FULFILLED, 1)


def test_a_year_in_which_they_do_not_meet_asks_for_nothing():
    finding = verdict(BEFORE, two_groups(theirs=a_group()), NEW_YEAR, rule="R05", period="2019")
    assert (finding.status, finding.message) == (Status.NOT_DUE, "Styrgruppen har inga möten 2019.")


def test_before_the_other_group_was_set_up_nothing_is_judged():
    theirs = a_group(created_on=date(2019, 6, 1))
    assert judged(BEFORE, two_groups(theirs=theirs), date(2019, 5, 1)) == []
