"""The register of areas, and the matrix of their meetings beneath it."""

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from samverkan_desktop.services import agenda_builder, area, meeting
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.pages.registers.area_matrix import AreaMatrixModel, AreaMatrixView
from samverkan_desktop.ui.pages.registers.page import RegistersPage
from samverkan_desktop.vocabulary import AreaKind
from tests.ui import hands
from tests.ui.pages.registers.conftest import demand
from tests.ui.year import DAYS, Shown, Year


@pytest.fixture
def matrix(page: RegistersPage, begun: Year) -> AreaMatrixView:
    """Return the matrix of three areas in January: one has met, one is to meet, one has no meeting."""
    work = begun.work
    with work.together("test.areas", "Områden"):
        for name in ("Norr", "Söder", "Öster med skärgården och de norra ytterområdena"):
            area.add(work, 1, AreaKind.PLACE, name)
        demand(work, "area_meetings", {"per": "calendar_year"})
        meeting.change(work, begun.meetings[0], area_id=1)
        agenda_builder.build(work, begun.meetings[0])
        meeting.begin(work, begun.meetings[0])
        meeting.change(work, begun.meetings[3], area_id=2)
    begun.go_to(date(2019, 1, 10))
    page.open("area")
    page.mark_dirty()
    shown = page.view().more
    assert isinstance(shown, AreaMatrixView)
    return shown


def cell(matrix: AreaMatrixView, row: int, column: int) -> QModelIndex:
    return matrix.model.index(row, column)


def test_each_cell_has_a_number_and_says_the_rest_in_words(matrix: AreaMatrixView):
    said = [[cell(matrix, row, column).data() for column in (0, 1)] for row in (0, 1, 2)]
    assert said == [["1", "0"], ["0", "0 (+1)"], ["0", "0"]]
    told = cell(matrix, 1, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == f"Söder, 2019. Kommande. Möte 4 {DAYS[3]}, planerat"
    assert cell(matrix, 2, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("Inte uppfyllt. Inga möten")
    hands.picture(matrix.window(), "registers-area-matrix")


def test_its_headings_are_the_years_and_the_areas(matrix: AreaMatrixView):
    model = matrix.model
    across = [model.headerData(number, Qt.Orientation.Horizontal) for number in range(model.columnCount())]
    down = [model.headerData(number, Qt.Orientation.Vertical) for number in range(2)]
    assert (across, down) == (["2018", "2019"], ["Norr", "Söder"])


def test_a_cell_opens_its_meeting_by_click_and_by_key(matrix: AreaMatrixView, begun: Year, given: Shown):
    grid = matrix.grid
    middle = grid.visualRect(cell(matrix, 0, 0)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    grid.setCurrentIndex(cell(matrix, 1, 1))
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert given.targets == [f"meeting:{begun.meetings[0]}", f"meeting:{begun.meetings[3]}"]


def test_a_cell_without_a_meeting_opens_nothing(matrix: AreaMatrixView, given: Shown):
    matrix.grid.setCurrentIndex(cell(matrix, 2, 0))
    QTest.keyClick(matrix.grid, Qt.Key.Key_Return)
    assert given.targets == []


def test_several_meetings_of_a_cell_are_offered_in_a_menu(matrix: AreaMatrixView, begun: Year, given: Shown):
    meeting.change(begun.work, begun.meetings[4], area_id=2)
    matrix.grid.setCurrentIndex(cell(matrix, 1, 1))
    QTest.keyClick(matrix.grid, Qt.Key.Key_Return)
    offered = matrix.menu.actions()
    assert [each.text() for each in offered] == [f"Möte 4 {DAYS[3]}", f"Möte 5 {DAYS[4]}"]
    offered[1].trigger()
    matrix.menu.close()
    assert given.targets == [f"meeting:{begun.meetings[4]}"]


def test_the_grid_keeps_qts_rules_while_it_grows(matrix: AreaMatrixView, work: Workspace):
    tester = QAbstractItemModelTester(matrix.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    area.add(work, 1, AreaKind.PLACE, "Väster")
    area.change(work, 1, name="Nordost")
    assert matrix.model.rowCount() == 4
    assert matrix.model.headerData(0, Qt.Orientation.Vertical) == "Nordost"
    del tester


def test_without_areas_there_is_no_matrix(page: RegistersPage):
    page.open("area")
    assert not page.view().more.isVisible()
    assert AreaMatrixModel().rowCount() == 0


def test_an_area_is_ended_in_its_panel(page: RegistersPage, work: Workspace):
    area.add(work, 1, AreaKind.PLACE, "Norr", since=date(2018, 7, 1))
    page.open("area:1")
    field = page.view().panel.form.field("until")
    hands.type_text(field, "2018-09-01")
    field.commit()
    assert area.listing(work, 1)[0].until == date(2018, 9, 1)
