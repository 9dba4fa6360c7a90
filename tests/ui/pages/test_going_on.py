"""How to go on: the guide that is left half way, and what is next after a long time away."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from samverkan_desktop.services import adoption, group, meeting, overview
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.colours import Look
from samverkan_desktop.ui.pages.overview.going_on import going_on
from samverkan_desktop.ui.pages.overview.page import OverviewPage
from samverkan_desktop.ui.theme import Theme
from samverkan_desktop.vocabulary import MeetingStatus
from tests.ui import hands
from tests.ui.year import PERIOD, Shown, Year

Show = Callable[[QWidget], QWidget]
Open = Callable[..., OverviewPage]


@pytest.fixture
def opened(given: Shown, shown: Show) -> Open:
    def open_it(away_since: date | None = None) -> OverviewPage:
        page = OverviewPage(replace(given.context, away_since=away_since))
        page.resize(1146, 708)
        given.bind(page)
        shown(page)
        return page

    return open_it


def said(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_the_guide_stands_on_the_overview_until_the_first_meeting_is_held(
    work: Workspace, opened: Open, given: Shown
):
    adoption.adopt(work, "trelleborg")
    page = opened()
    assert page.guide.told.text() == "3 av 5 frågor är besvarade. Nästa: Vem innehar varje funktion?"
    hands.press(page, "Fortsätt guiden")
    assert given.targets == ["agreement:guide"]
    meeting.schedule(work, group.groups(work)[0].id, date(2018, 9, 4))
    assert page.guide.told.text().startswith("4 av 5")


def test_a_guide_that_is_answered_is_gone(played: Year, opened: Open):
    assert not opened().guide.isVisible()


def test_after_a_long_time_the_next_step_is_told_with_how(played: Year, opened: Open, given: Shown):
    page = opened(date(2018, 11, 5))
    told = said(page.welcome_back)
    assert "Arkivet var senast öppet måndagen den 5 november 2018. Så här går du vidare:" in told
    assert any(
        text.startswith("Möte 1 av 6, tisdagen den 4 september 2018: dagen har passerat.") for text in told
    )
    assert any("kräver åtgärd" in text for text in told)
    hands.press(page.welcome_back, "Gå till mötet")
    assert given.targets == [f"meeting:{played.meetings[0]}"]


def test_it_is_not_there_for_who_was_here_yesterday_and_can_be_put_away(played: Year, opened: Open):
    assert not opened().welcome_back.isVisible()
    page = opened(date(2018, 11, 5))
    page.welcome_back._close()
    played.decide(5, "En sak", "Så blir det.")
    assert not page.welcome_back.isVisible()


@pytest.mark.parametrize(
    ("change", "how"),
    [
        ({"starts": None, "items": 0}, "skriv tid och plats"),
        ({"place": "Rådhuset", "items": 0}, "bygg dagordningen"),
        ({"place": "Rådhuset", "items": 3}, "skicka kallelsen"),
        ({"status": MeetingStatus.CALLED}, "håll mötet"),
        ({"status": MeetingStatus.FINISHED}, "skicka anteckningarna"),
    ],
)
def test_each_step_of_a_meeting_is_told_with_how(played: Year, change: dict[str, object], how: str):
    read = overview.overview(played.work, 1, PERIOD)
    assert read.next_meeting
    shown = replace(read, next_meeting=replace(read.next_meeting, **change), days_left=12)
    assert how in going_on(shown, PERIOD, 0)[0].text


def test_a_year_without_meetings_and_one_that_is_over_lead_on(work: Workspace):
    adoption.adopt(work, "trelleborg")
    read = overview.overview(work, 1, PERIOD)
    assert going_on(read, PERIOD, 0)[0].target == "plan:2018/2019"
    meeting.schedule(work, group.groups(work)[0].id, date(2018, 9, 4))
    over = replace(overview.overview(work, 1, PERIOD), next_meeting=None)
    assert going_on(over, PERIOD, 0)[0].target == "follow_up"
    assert len(going_on(over, PERIOD, 0)) == 2


@pytest.mark.journey
@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK, Look.HIGH_CONTRAST])
@pytest.mark.parametrize("width", [1146, 584])
def test_coming_back_is_painted(played: Year, opened: Open, theme: Theme, look: Look, width: int):
    theme.wear(look)
    page = opened(date(2018, 11, 5))
    page.resize(width, 708)
    hands.picture(page, f"welcome-back-{look.value}-{width}")
    assert page.welcome_back.isVisible()


@pytest.mark.journey
def test_a_new_agreement_is_painted(work: Workspace, opened: Open):
    adoption.adopt(work, "trelleborg")
    page = opened()
    hands.picture(page, "overview-guide")
    assert page.guide.isVisible()
