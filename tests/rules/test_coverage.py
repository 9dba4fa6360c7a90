from dataclasses import replace
from datetime import date

import pytest

from samverkan_desktop.register_vocabulary import Organiser, SchoolForm
from samverkan_desktop.rules.coverage import percent
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.rules.register_facts import CoverageFact
from samverkan_desktop.vocabulary import Grade
from tests.rules.facts_factory import (
    AFTER_LAST,
    DAYS,
    ENDS,
    a_year,
    adding,
    altered,
    judged,
    obligation,
    verdict,
    without,
)

SHOWN = obligation("coverage", group="")


def half() -> Facts:
    """Return the facts with 24 schools, of which 12 are covered."""
    schools = [
        CoverageFact(
            number, f"Skola {number}", SchoolForm.COMPULSORY, Organiser.MUNICIPAL,
            agreed_on=DAYS[0] if number % 2 else None,
        )
        for number in range(10, 34)
    ]  # fmt: skip
    return adding(without(a_year(), "coverage", 1, 2), "coverage", *schools)


def test_the_share_is_shown_and_not_judged_where_none_is_demanded():
    found = verdict(SHOWN, half(), AFTER_LAST)
    assert (found.rule, found.status) == ("R25", Status.NOT_COUNTABLE)
    assert found.message == "12 av 24 skolor omfattas (50 %)."
    assert (found.required, found.actual, found.mend) == ("", "50 %", "")


@pytest.mark.parametrize(("share", "status"), [(50, Status.FULFILLED), (51, Status.BREACHED)])
def test_a_share_that_is_demanded_is_judged(share: int, status: Status):
    found = verdict(obligation("coverage", {"share": share}), half(), AFTER_LAST)
    assert found.status is status
    assert found.message == f"12 av 24 skolor omfattas (50 %). Minst {share} % ska omfattas."
    assert bool(found.mend) is (status is Status.BREACHED)


def test_what_is_only_recommended_is_no_breach():
    ought = replace(obligation("coverage", {"share": 90}), grade=Grade.SHOULD)
    assert verdict(ought, half(), AFTER_LAST).status is Status.AT_RISK


def test_every_school_covered_is_fulfilled_without_a_share():
    assert verdict(SHOWN, a_year(), AFTER_LAST).status is Status.FULFILLED


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({"forms": ["compulsory"]}, "2 av 2 grundskolor omfattas (100 %)."),
        ({"organisers": ["independent"]}, "1 av 1 skola omfattas (100 %)."),
        ({"forms": ["preschool"]}, "Inga förskolor är upplagda i registret."),
    ],
)
def test_only_the_schools_asked_for_are_counted(parameters: dict[str, list[str]], message: str):
    assert verdict(obligation("coverage", parameters), a_year(), AFTER_LAST).message == message


def test_a_school_is_covered_from_the_day_of_its_agreement_to_its_last():
    assert verdict(SHOWN, a_year(), DAYS[0]).actual == "50 %"
    ended = altered(a_year(), "coverage", 1, until=DAYS[2])
    assert verdict(SHOWN, ended, DAYS[2]).actual == "100 %"
    assert verdict(SHOWN, ended, DAYS[3]).actual == "50 %"


def test_after_the_agreements_end_its_last_day_is_shown():
    ended = altered(a_year(), "coverage", 1, until=ENDS)
    assert verdict(SHOWN, ended, date(2022, 1, 1)).actual == "100 %"


def test_the_schools_that_are_not_covered_are_the_evidence():
    (seen,) = verdict(SHOWN, a_year(), DAYS[0]).evidence
    assert (seen.kind, seen.id, seen.label) == ("coverage", 2, "Friskolan")


def test_per_cents_are_rounded_down():
    assert (percent(199, 200), percent(2, 3), percent(0, 0)) == (99, 66, 0)


def test_nothing_is_asked_before_the_agreement_begins_or_by_a_version_no_longer_in_force():
    assert judged(SHOWN, half(), date(2018, 6, 30)) == []
    assert judged(replace(SHOWN, until=DAYS[0]), half(), AFTER_LAST) == []
