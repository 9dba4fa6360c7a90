"""What the window shows: an agreement, a group and a year, kept where it can be."""

from dataclasses import replace
from datetime import date

import pytest

from samverkan_desktop.ui.scope import Scope
from tests.ui.fake_archives import FakeScope

FIRST = FakeScope(1, "ett", "Första avtalet", ((1, "Styrgruppen"), (2, "Skolfrånvaro")))
SECOND = FakeScope(
    2, "två", "Andra avtalet", ((3, "Styrgruppen"), (4, "Två plus två")), ("2018", "2019"), "2018"
)


@pytest.fixture
def scope() -> Scope:
    made = Scope()
    made.offer((FIRST, SECOND))
    return made


def shown(scope: Scope) -> tuple[int | None, int | None, str]:
    return scope.agreement_id, scope.group_id, scope.period


def test_the_first_agreement_is_shown_at_first(scope: Scope):
    assert shown(scope) == (1, None, "2018/2019")


def test_an_archive_without_agreements_shows_none():
    made = Scope()
    made.offer(())
    assert shown(made) == (None, None, "")


def test_another_agreement_has_years_of_its_own(scope: Scope):
    scope.choose_agreement(2)
    assert shown(scope) == (2, None, "2018")


def test_what_was_shown_of_an_agreement_is_shown_again(scope: Scope):
    scope.choose_group(2)
    scope.choose_period("2019/2020")
    scope.choose_agreement(2)
    scope.choose_agreement(1)
    assert shown(scope) == (1, 2, "2019/2020")


def test_a_change_is_told_once(scope: Scope):
    told: list[int] = []
    scope.changed.connect(lambda: told.append(1))
    scope.choose_group(2)
    scope.choose_group(2)
    assert told == [1]


def test_an_agreement_that_is_taken_back_is_left(scope: Scope):
    scope.choose_agreement(2)
    scope.offer((FIRST,))
    assert shown(scope) == (1, None, "2018/2019")


def test_a_group_that_is_gone_is_left(scope: Scope):
    scope.choose_group(2)
    scope.offer((FakeScope(1, "ett", "Första avtalet"), SECOND))
    assert shown(scope) == (1, None, "2018/2019")


def test_a_year_that_is_gone_is_left(scope: Scope):
    scope.choose_period("2019/2020")
    scope.offer((FakeScope(1, "ett", "Första avtalet", periods=("2018/2019",)),))
    assert scope.period == "2018/2019"


# --- Following a place ---


def test_a_place_of_another_agreement_shows_that_one(scope: Scope):
    scope.follow(2, 4, "2019")
    assert shown(scope) == (2, None, "2019")


def test_a_place_without_a_year_shows_the_year_last_shown(scope: Scope):
    scope.choose_agreement(2)
    scope.choose_period("2019")
    scope.choose_agreement(1)
    scope.follow(2, None, None)
    assert shown(scope) == (2, None, "2019")


def test_a_place_of_another_group_shows_that_group_only_where_one_was_shown(scope: Scope):
    scope.follow(1, 2, None)
    assert scope.group_id is None
    scope.choose_group(1)
    scope.follow(1, 2, None)
    assert scope.group_id == 2


def test_a_place_of_no_group_leaves_the_group(scope: Scope):
    scope.choose_group(1)
    scope.follow(1, None, "2019/2020")
    assert shown(scope) == (1, 1, "2019/2020")


# --- Between starts ---


def remembered(scope: Scope, *offered: FakeScope) -> Scope:
    again = Scope()
    again.recall(scope.remembered(), offered or (FIRST, SECOND))
    return again


def test_everything_chosen_is_remembered(scope: Scope):
    scope.choose_group(2)
    scope.choose_agreement(2)
    scope.choose_period("2019")
    again = remembered(scope)
    assert shown(again) == (2, None, "2019")
    again.choose_agreement(1)
    assert shown(again) == (1, 2, "2018/2019")


def test_todays_year_is_not_remembered_but_found_anew(scope: Scope):
    later = FakeScope(1, "ett", "Första avtalet", period="2019/2020")
    assert remembered(scope, later).period == "2019/2020"


def test_where_nothing_was_shown_before_the_agreement_whose_groups_met_last_is():
    made = Scope()
    made.recall({}, (replace(FIRST, latest=date(2018, 9, 4)), replace(SECOND, latest=date(2018, 12, 4))))
    assert made.agreement_id == 2


def test_what_is_not_there_any_more_is_forgotten(scope: Scope):
    scope.choose_agreement(2)
    assert shown(remembered(scope, FIRST)) == (1, None, "2018/2019")


@pytest.mark.parametrize("broken", [{}, {"agreement": "x", "last": []}, {"agreement": 1, "last": {"1": 3}}])
def test_what_cannot_be_read_is_as_nothing(broken: dict[str, object]):
    made = Scope()
    made.recall(broken, (FIRST, SECOND))
    assert shown(made) == (1, None, "2018/2019")
