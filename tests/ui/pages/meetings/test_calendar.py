"""The year as a picture: read aloud day by day, and meetings moved in it by hand and by key."""

from datetime import date, time

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest

from samverkan_desktop.services import group, group_writing, meeting, school_break, seat, year_plan
from samverkan_desktop.ui.pages.meetings.calendar_grid import CalendarGrid
from samverkan_desktop.ui.pages.meetings.page import MeetingsPage
from samverkan_desktop.ui.theme import Look, Theme
from samverkan_desktop.vocabulary import GroupKind, SeatAttendance
from tests.ui import hands
from tests.ui.conftest import Recorded, flush
from tests.ui.pages.meetings.looking import said_at
from tests.ui.year import DAYS, PERIOD, Year


@pytest.fixture
def grid(page: MeetingsPage, begun: Year) -> CalendarGrid:
    """Show the calendar of a year with breaks, and another group that clashes with the fifth meeting."""
    school_break.paste(begun.work, 1, "2018/2019", "Höstlov v. 44\nJullov v. 52–1\nSportlov v. 9")
    own = next(each for each in group.groups(begun.work) if each.id == begun.group_id)
    beside = group_writing.add(begun.work, 1, GroupKind.LOCAL_TASK_GROUP, "Lokala gruppen")
    seat.add(
        begun.work, beside, own.seats[0].party_id, own.seats[0].function, attendance=SeatAttendance.EVERY
    )
    meeting.schedule(begun.work, beside, date(2019, 5, 14), starts=time(14), ends=time(16))
    meeting.schedule(begun.work, beside, DAYS[5], starts=time(14), ends=time(16))
    meeting.schedule_extra(
        begun.work, begun.group_id, date(2019, 4, 11), initiator_seat_id=own.seats[0].id, reason="En fråga."
    )
    page.tabs.setCurrentWidget(page.calendar)
    flush()
    return page.calendar.grid


def press(grid: CalendarGrid, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(grid, key)


def test_the_model_keeps_what_qt_asks_of_it(grid: CalendarGrid):
    QAbstractItemModelTester(grid.days, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert grid.days.rowCount() > 0
    assert grid.days.rowCount(grid.days.index(0, 0)) == 0
    assert grid.days.columnCount(QModelIndex()) == 9 * grid.days.across - 1


def test_every_day_of_the_year_is_there_once(grid: CalendarGrid):
    model = grid.days
    cells = [
        model.index(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())
    ]
    days = [day for cell in cells if (day := model.day_at(cell))]
    assert len(days) == len(set(days)) == 365
    assert all(model.day_at(model.index_of(day)) == day for day in days)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2019, 4, 19), "fre 19 apr. 2019, långfredagen"),
        (date(2019, 4, 30), "tis 30 apr. 2019, valborgsmässoafton"),
        (date(2019, 2, 27), "ons 27 feb. 2019, Sportlov"),
        (date(2019, 2, 5), "tis 5 feb. 2019: Möte 4 av 6, Styrgruppen, kl. 13.00–15.00."),
        (date(2019, 2, 6), "ons 6 feb. 2019"),
    ],
)
def test_each_day_is_read_aloud_in_words(grid: CalendarGrid, day: date, text: str):
    assert grid.days.index_of(day).data(Qt.ItemDataRole.AccessibleTextRole) == text
    grid.choose(day)
    read = QAccessible.queryAccessibleInterface(grid)
    assert read.focusChild().text(QAccessible.Text.Name) == text


def test_the_chosen_day_stands_under_the_calendar_with_what_it_clashes_with(
    page: MeetingsPage, grid: CalendarGrid
):
    grid.choose(DAYS[5])
    assert said_at(page.calendar, "Krockar med Lokala gruppen kl. 14.00–16.00:")


def test_arrow_keys_go_across_the_months(grid: CalendarGrid):
    grid.choose(date(2019, 1, 31))
    press(grid, Qt.Key.Key_Right)
    assert grid.day().day == date(2019, 2, 1)
    press(grid, Qt.Key.Key_Down, Qt.Key.Key_Left)
    assert grid.day().day == date(2019, 2, 7)
    press(grid, Qt.Key.Key_End, Qt.Key.Key_Down)
    assert grid.day().day == date(2019, 6, 30)


def test_a_meeting_is_moved_by_keyboard(
    page: MeetingsPage, grid: CalendarGrid, begun: Year, recorded: Recorded
):
    grid.setFocus()
    grid.choose(DAYS[4])
    press(grid, Qt.Key.Key_Space, Qt.Key.Key_Right)
    assert said_at(page.calendar, "Flytta Möte 5 av 6 till ons 27 mars 2019")
    press(grid, Qt.Key.Key_Return)
    flush()
    assert meeting.details(begun.work, begun.meetings[4]).day == date(2019, 3, 27)
    assert recorded.said[-1] == ("Mötet flyttades till ons 27 mars 2019.", True)
    assert grid.day().day == date(2019, 3, 27)


def test_escape_leaves_the_meeting_where_it_is(grid: CalendarGrid, begun: Year):
    grid.choose(DAYS[4])
    press(grid, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Escape, Qt.Key.Key_Space)
    assert grid.carried is None
    assert meeting.details(begun.work, begun.meetings[4]).day == DAYS[4]


@pytest.mark.parametrize(
    ("day", "word"),
    [(date(2019, 4, 19), "Dagen är långfredagen."), (date(2019, 5, 14), "Krockar med Lokala")],
)
def test_a_move_to_a_holiday_or_a_clash_is_made_with_a_word(
    page: MeetingsPage, grid: CalendarGrid, begun: Year, recorded: Recorded, day: date, word: str
):
    page.calendar.move_meeting(begun.meetings[4], day)
    assert meeting.details(begun.work, begun.meetings[4]).day == day
    assert word in recorded.said[-1][0]
    assert grid.days.calendar is not None


def test_a_move_in_a_decided_plan_says_that_it_is_changed(
    page: MeetingsPage, grid: CalendarGrid, begun: Year, recorded: Recorded
):
    plan = year_plan.plan_row(begun.work, begun.group_id, PERIOD)
    assert plan is not None
    year_plan.decide(begun.work, plan.id, begun.decide(1, "Årsplanen", "Planen fastställs."))
    page.calendar.move_meeting(begun.meetings[4], date(2019, 3, 28))
    assert recorded.said[-1][0].endswith("Årsplanen har nu ändrats efter beslutet.")
    assert grid.day() is not None


def test_a_meeting_is_dropped_on_another_day(grid: CalendarGrid, begun: Year):
    model = grid.days
    data = model.mimeData([model.index_of(DAYS[4])])
    target = model.index_of(date(2019, 3, 28))
    assert model.dropMimeData(data, Qt.DropAction.CopyAction, -1, -1, target)
    assert not model.dropMimeData(data, Qt.DropAction.CopyAction, -1, -1, model.index(0, 0))
    flush()
    assert meeting.details(begun.work, begun.meetings[4]).day == date(2019, 3, 28)


def test_only_days_with_a_meeting_to_come_can_be_dragged(grid: CalendarGrid):
    draggable = Qt.ItemFlag.ItemIsDragEnabled
    assert grid.days.flags(grid.days.index_of(DAYS[4])) & draggable
    assert not grid.days.flags(grid.days.index_of(date(2019, 3, 27))) & draggable
    assert grid.days.flags(grid.days.index(0, 0)) == Qt.ItemFlag.NoItemFlags


def test_a_move_that_cannot_be_is_told(
    page: MeetingsPage, grid: CalendarGrid, begun: Year, recorded: Recorded
):
    page.calendar.move_meeting(begun.meetings[4], DAYS[5])
    assert "Det finns redan ett möte" in recorded.troubles[-1]
    assert grid.day() is not None


def test_enter_opens_the_meeting(page: MeetingsPage, grid: CalendarGrid, begun: Year):
    grid.choose(DAYS[4])
    press(grid, Qt.Key.Key_Return)
    assert page.workspace.state is not None
    assert page.workspace.state.meeting.id == begun.meetings[4]


@pytest.mark.parametrize(("width", "across"), [(1174, 4), (600, 2), (420, 1)])
def test_as_many_months_stand_beside_one_another_as_there_is_room_for(
    page: MeetingsPage, grid: CalendarGrid, width: int, across: int
):
    page.window().resize(width, 720)
    grid.resize(width - 48, 500)
    assert grid.days.across == across


@pytest.mark.journey
@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK, Look.HIGH_CONTRAST])
@pytest.mark.parametrize("width", [1174, 590])
def test_its_looks(page: MeetingsPage, grid: CalendarGrid, theme: Theme, look: Look, width: int):
    theme.wear(look)
    page.window().resize(width, 720 if width > 1000 else 420)
    grid.choose(DAYS[5])
    hands.picture(page.window(), f"meetings-calendar-{look}-{width}")
    middle = grid.visualRect(grid.currentIndex()).center()
    assert grid.indexAt(QPoint(middle)) == grid.currentIndex()
