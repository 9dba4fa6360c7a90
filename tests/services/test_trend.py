"""The trend: a year for each in which a meeting was held, counted as the overview counts it."""

from samverkan_desktop.services import overview, trend
from samverkan_desktop.services.trend import YearStanding
from samverkan_desktop.services.workspace import Workspace
from tests.services.year import PERIOD, Year


def test_a_year_counts_as_the_overview_does(played_work: Workspace):
    steps: list[tuple[int, int, str]] = []
    (year,) = trend.trend(played_work, 1, step=lambda *told: steps.append(told))
    shown = overview.overview(played_work, 1, PERIOD)
    assert (year.period, year.fulfilled, year.judged) == (PERIOD, shown.fulfilled, shown.total)
    assert shown.years == (PERIOD,)
    assert 0 < year.present <= year.called
    assert steps == [(1, 1, PERIOD)]


def test_a_year_without_a_meeting_held_is_not_told_of(planned: Year):
    assert trend.trend(planned.work, 1) == ()
    assert overview.overview(planned.work, 1, PERIOD).years == ()


def test_shares_are_whole_and_none_where_nothing_is_counted():
    assert YearStanding("2018", 2, 3, 7, 8).fulfilled_share == 67
    assert YearStanding("2018", 2, 3, 7, 8).present_share == 88
    assert YearStanding("2018", 0, 0, 0, 0).fulfilled_share is None
    assert YearStanding("2018", 0, 0, 0, 0).present_share is None
