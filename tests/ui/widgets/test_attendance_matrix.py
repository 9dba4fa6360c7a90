"""Attendance as a picture: a shape a cell, told in words, gone through by keyboard, legible when crowded."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHeaderView, QWidget
from pytestqt.modeltest import ModelTester

from samverkan_desktop.documents.follow_up import GroupYear, MeetingLine, SeatAttendanceLine
from samverkan_desktop.ui.colours import Look
from samverkan_desktop.ui.pages.follow_up.attendance import AttendanceCard
from samverkan_desktop.ui.theme import Theme
from samverkan_desktop.ui.widgets import attendance_symbols
from samverkan_desktop.ui.widgets.attendance_matrix import AttendanceMatrix, AttendanceTableModel
from samverkan_desktop.ui.widgets.attendance_symbols import SIDE, SymbolMark, symbols
from tests.documents import follow_up_contents
from tests.ui.hands import picture

Show = Callable[[QWidget], QWidget]
MARKS = ("N", "T", "D", "R", "F", "E", "V", "–", "12")


def crowded() -> GroupYear:
    """Return a year of 12 meetings, the last to come, with 25 functions in three parties."""
    parties = ("Bildningsförvaltningen", "Socialförvaltningen", "Region Skåne, barn- och ungdomspsykiatrin")
    meetings = tuple(
        MeetingLine(
            "Extra" if number == 5 else str(number), date(2018, 8, 20) + timedelta(days=28 * number),
            "ordinarie", "hållet", 20, 25, None, None, None, target=f"meeting:{number}",
        )
        for number in range(1, 13)
    )  # fmt: skip
    lines = tuple(
        SeatAttendanceLine(
            parties[seat * 3 // 25],
            f"Utbildningschef för gymnasiet och vuxenutbildningen {seat + 1}" if seat % 4 == 0
            else f"Rektor {seat + 1}",
            9, 11, seat % 2, seat % 3,
            (*(MARKS[(seat + number) % len(MARKS)] for number in range(11)), ""),
        )
        for seat in range(25)
    )  # fmt: skip
    return replace(follow_up_contents.steering_group(), meetings=meetings, attendance=lines)


@pytest.fixture
def targets() -> list[str]:
    return []


@pytest.fixture
def card(shown: Show, targets: list[str]) -> AttendanceCard:
    made = AttendanceCard(targets.append)
    made.resize(1100, 700)
    shown(made)
    made.show_group(crowded(), named=False)
    return made


def cell(matrix: AttendanceMatrix, function: str, meeting: int) -> QModelIndex:
    rows = matrix.matrix.rows
    row = next(n for n, line in enumerate(rows) if not isinstance(line, str) and line.function == function)
    return matrix.matrix.index(row, meeting - 1)


def painted(letter: str) -> bytes:
    """Return where a mark has ink, whatever its colour."""
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    attendance_symbols.paint(painter, QRectF(0, 0, SIDE, SIDE), letter)
    painter.end()
    alpha = image.convertToFormat(QImage.Format.Format_Alpha8)
    return bytes(alpha.constBits())


def test_the_model_is_sound(qtmodeltester: ModelTester):
    model = AttendanceTableModel()
    qtmodeltester.check(model)
    model.show_group(crowded())
    qtmodeltester.check(model)


def test_functions_stand_by_party_against_the_meetings():
    model = AttendanceTableModel()
    group = follow_up_contents.steering_group()
    model.show_group(group)
    assert [line for line in model.rows if not isinstance(line, str)] == list(group.attendance)
    headings = [line for line in model.rows if isinstance(line, str)]
    assert headings == list(dict.fromkeys(line.party for line in group.attendance))
    assert model.columnCount() == len(group.meetings) + 1


def test_every_mark_is_told_apart_by_shape_without_colour(theme: Theme):
    shapes = [painted(letter) for letter in (*symbols(), "12")]
    assert len(set(shapes)) == len(MARKS)
    assert all(any(shape) for shape in shapes)


def test_a_cell_says_function_meeting_and_attendance(card: AttendanceCard):
    index = cell(card.matrix, "Rektor 2", 3)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Rektor 2, möte 3, måndagen den 12 november 2018: företrädd av ersättare"
    )
    unheld = cell(card.matrix, "Rektor 2", 12).data(Qt.ItemDataRole.ToolTipRole)
    assert unheld.endswith("mötet är inte hållet")


def test_the_sum_tells_vacancy_and_part_attendance_apart(card: AttendanceCard):
    index = cell(card.matrix, "Rektor 2", 13)
    assert index.data() == "9 av 11"
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Rektor 2: 9 av 11 (vakant 1, i del 1)"


def test_arrows_pass_over_the_headings_and_enter_opens_the_meeting(card: AttendanceCard, targets: list[str]):
    matrix = card.matrix
    last = next(n for n, line in enumerate(matrix.matrix.rows[1:], 1) if isinstance(line, str)) - 1
    matrix.setCurrentIndex(matrix.matrix.index(last, 1))
    QTest.keyClick(matrix, Qt.Key.Key_Down)
    assert matrix.currentIndex().row() == last + 2
    QTest.keyClick(matrix, Qt.Key.Key_Right)
    QTest.keyClick(matrix, Qt.Key.Key_Return)
    assert targets == ["meeting:3"]
    matrix.setCurrentIndex(matrix.matrix.index(last, 12))
    QTest.keyClick(matrix, Qt.Key.Key_Return)
    assert targets == ["meeting:3"]


def test_a_meeting_opens_at_a_click_on_its_heading(card: AttendanceCard, targets: list[str]):
    header = card.matrix.horizontalHeader()
    QTest.mouseClick(
        header.viewport(), Qt.MouseButton.LeftButton, pos=header.rect().topLeft() + at(header, 1)
    )
    assert targets == ["meeting:2"]


def at(header: QHeaderView, section: int) -> QPoint:
    return QPoint(header.sectionViewportPosition(section) + 8, 12)


def test_the_legend_explains_the_shapes_that_occur(card: AttendanceCard):
    named = {mark.accessibleName() for mark in card.findChildren(SymbolMark)}
    assert named == {*(symbol.meaning for symbol in symbols().values()), "12 närvarande"}
    card.show_group(follow_up_contents.steering_group(), named=True)
    assert "Styrgruppen" in card.title.findChildren(QWidget)[0].text()


@pytest.mark.parametrize("width", [540, 1100])
def test_it_is_as_high_as_its_rows_and_keeps_the_functions_in_sight(card: AttendanceCard, width: int):
    card.resize(width, 900)
    matrix = card.matrix
    assert matrix.height() >= len(matrix.matrix.rows) * matrix.rowHeight(0)
    assert matrix.verticalHeader().width() >= 160
    assert (matrix.horizontalScrollBar().maximum() > 0) == (width == 540)


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK, Look.HIGH_CONTRAST])
@pytest.mark.parametrize("width", [540, 1100])
def test_it_is_painted_in_every_look(card: AttendanceCard, theme: Theme, look: Look, width: int):
    theme.wear(look)
    card.resize(width, 1120)
    card.matrix.setCurrentIndex(card.matrix.matrix.index(3, 2))
    card.matrix.setFocus()
    picture(card, f"attendance-{look.value}-{width}")
    assert card.grab().toImage().pixelColor(4, card.height() // 2).isValid()
