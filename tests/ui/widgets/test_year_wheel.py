from datetime import date, timedelta
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from samverkan_desktop.documents.year_wheel import Mark, MarkKind, YearWheel
from samverkan_desktop.ui.theme import Theme
from samverkan_desktop.ui.widgets.wheel_geometry import group_lines
from samverkan_desktop.ui.widgets.year_wheel import YearWheelView
from tests.ui.hands import picture
from tests.ui.sample_page import WHEEL

CROWDED = YearWheel(
    "2018/2019",
    date(2018, 7, 1),
    date(2019, 6, 30),
    tuple(
        Mark(date(2018, 9, 1) + timedelta(days=step * 7), MarkKind.PLANNED, f"Möte {step}", f"meeting:{step}")
        for step in range(40)
    ),
)


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> YearWheelView:
    made = YearWheelView()
    qtbot.addWidget(made)
    made.resize(760, 460)
    made.show_wheel(WHEEL)
    made.show()
    return made


def spot(view: YearWheelView, number: int) -> QPoint:
    geometry = view.geometry_
    return geometry.at(geometry.layout.marks[number].at).toPoint()


def test_the_arrow_keys_go_round_the_marks_and_enter_opens(view: YearWheelView, qtbot: QtBot):
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(view, key)
    with qtbot.waitSignal(view.opened) as told:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert told.args == ["meeting:0"]


def test_the_arrow_keys_start_at_the_end_when_going_back(view: YearWheelView):
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.focused_mark().label == "Översyn"


def test_a_click_on_a_mark_opens_it(view: YearWheelView, qtbot: QtBot):
    with qtbot.waitSignal(view.opened) as told:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot(view, 2))
    assert told.args == ["meeting:2"]


def test_a_click_beside_every_mark_opens_nothing(view: YearWheelView, qtbot: QtBot):
    with qtbot.assertNotEmitted(view.opened):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.geometry_.middle.toPoint())


def test_it_is_read_aloud_with_its_year_and_number_of_marks(view: YearWheelView):
    read = QAccessible.queryAccessibleInterface(view)
    assert read.text(QAccessible.Text.Name) == "Årshjul 2018/2019, 12 händelser"


@pytest.mark.parametrize("size", [(760, 460), (300, 300), (1000, 700)])
@pytest.mark.parametrize("wheel", [WHEEL, CROWDED], ids=["year", "crowded"])
def test_every_mark_is_painted_within_the_widget(
    view: YearWheelView, size: tuple[int, int], wheel: YearWheel, request: pytest.FixtureRequest
):
    view.resize(*size)
    view.show_wheel(wheel)
    picture(view, f"year-wheel-{request.node.callspec.id}")
    assert all(view.rect().contains(spot(view, number)) for number in range(len(wheel.marks)))


def test_a_year_without_marks_is_a_ring(view: YearWheelView):
    view.show_wheel(YearWheel("2018/2019", date(2018, 7, 1), date(2019, 6, 30), ()))
    painted = view.grab().toImage()
    colours = {painted.pixelColor(x, painted.height() // 2).name() for x in range(painted.width())}
    assert len(colours - {QColor("white").name()}) > 1


GROUPS = (("STY", "Styrgruppen"), ("TPT", "Två plus två"))
OF_TWO = YearWheel(
    "2018",
    date(2018, 1, 1),
    date(2018, 12, 31),
    tuple(
        Mark(date(2018, 3, day), MarkKind.HELD, f"Möte {day}, {name}", f"meeting:{day}", letters)
        for (letters, name), days in zip(GROUPS, ((2, 20), (3, 21)), strict=True)
        for day in days
    ),
    None,
    GROUPS,
)


def test_the_legend_says_which_orbit_is_which_groups():
    assert group_lines(OF_TWO) == [
        "Varje grupp har sin ring, räknat inifrån:",
        "1. Styrgruppen",
        "2. Två plus två",
    ]
    assert group_lines(WHEEL) == []


def test_days_are_not_written_over_one_another(view: YearWheelView):
    view.resize(300, 300)
    view.show_wheel(OF_TWO)
    days = view.geometry_.days()
    assert days[0][0] == "2"
    assert not any(one.intersects(other) for (_, one), (_, other) in combinations(days, 2))


@pytest.mark.journey
def test_it_is_painted_with_two_groups(view: YearWheelView):
    view.resize(420, 460)
    view.show_wheel(OF_TWO)
    picture(view, "wheel-groups")
    assert len(view.geometry_.layout.orbits) == 2
