"""The register of routines in the window: written, kept whole, made known operation by operation."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from samverkan_desktop.register_vocabulary import RoutineKind
from samverkan_desktop.services import dissemination, organisation, party, routine, routine_step
from samverkan_desktop.services.routine import RoutineRow
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.pages.registers.page import RegistersPage
from samverkan_desktop.ui.pages.registers.routine_matrix import RoutineMatrix
from samverkan_desktop.ui.pages.registers.routine_steps import RoutineSteps
from samverkan_desktop.ui.theme import Look, Theme
from tests.ui import hands
from tests.ui.year import Shown, Year

Show = Callable[[QWidget], QWidget]
TODAY = date(2019, 2, 10)


@pytest.fixture
def page(played: Year, given: Shown, shown: Show) -> RegistersPage:
    routine.add(played.work, 1, "Skolfrånvaro", number=1, owner="Kvalitetschef", due="första kvartalet 2019")
    routine.add(played.work, 1, "Samtycke", kind=RoutineKind.SUPPORT_MATERIAL)
    made = RegistersPage(given.context)
    made.resize(1120, 660)
    given.bind(made)
    shown(made)
    made.open("routine:1")
    return made


def row(work: Workspace, routine_id: int = 1) -> RoutineRow:
    return routine.details(work, routine_id)


def steps(page: RegistersPage) -> RoutineSteps:
    part = page.view().panel.part
    assert isinstance(part, RoutineSteps)
    return part


def matrix(page: RegistersPage) -> RoutineMatrix:
    more = page.view().more
    assert isinstance(more, RoutineMatrix)
    return more


def cell(page: RegistersPage, line: int, column: int) -> QModelIndex:
    return matrix(page).model.index(line, column)


def click(page: RegistersPage, line: int, column: int) -> None:
    grid = matrix(page).grid
    index = cell(page, line, column)
    grid.scrollTo(index)
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=grid.visualRect(index).center())


# --- A routine ---


def test_a_time_in_words_is_shown_as_it_was_written(page: RegistersPage):
    assert page.view().panel.form.value("due") == "första kvartalet 2019"
    hands.picture(page, "registers-routine")


def test_a_routine_is_established_by_the_decision_chosen(page: RegistersPage, work: Workspace, played: Year):
    decided = played.decide(4, "Rutin", "Rutinen fastställs.")
    page.open("routine")
    page.view().panel.closed.emit()
    form = page.view().entry.form
    form.field("decision_id").set_value(decided)
    hands.type_text(form.field("title"), "Orosanmälan")
    hands.press(page.view().entry, "Lägg till")
    made = next(row for row in routine.listing(work, 1) if row.title == "Orosanmälan")
    assert (made.decision_id, made.kind) == (decided, RoutineKind.ROUTINE)


def test_the_number_nought_is_no_number(page: RegistersPage, work: Workspace):
    field = page.view().panel.form.field("number")
    field.setValue(0)
    field.commit()
    assert row(work).number is None


def test_a_routine_is_reviewed(page: RegistersPage, work: Workspace):
    panel = page.view().panel
    hands.press(panel, "Sedd över…")
    panel.steps.forms[2].field("next_review").set_value(date(2020, 2, 10))
    panel.steps.forms[2].field("next_review").setText("2020-02-10")
    hands.press(panel.steps, "Notera")
    assert (row(work).reviewed_on, row(work).review_by) == (TODAY, date(2020, 2, 10))


def test_a_withdrawn_routine_can_be_let_apply_again(page: RegistersPage, work: Workspace):
    hands.press(page.view().panel, "Upphör att gälla…")
    hands.press(page.view().panel.steps, "Notera")
    assert row(work).withdrawn_on == TODAY
    hands.press(page.view().panel, "Låt den gälla igen")
    assert row(work).withdrawn_on is None


# --- Its steps ---


def test_a_step_is_written_and_changed(page: RegistersPage, work: Workspace):
    hands.press(steps(page), "Lägg till ett steg…")
    hands.type_text(steps(page).entry.form.field("activity"), "Ring hem")
    hands.press(steps(page), "Lägg till steget")
    field = steps(page).lines[0].responsible
    field.setFocus()
    hands.type_text(field, "Mentor")
    field.commit()
    (step,) = routine_step.listing(work, 1)
    assert (step.activity, step.responsible) == ("Ring hem", "Mentor")
    hands.picture(page, "registers-routine-steps")


def test_a_step_is_moved_up_and_taken_away(page: RegistersPage, work: Workspace):
    for activity in ("Ett", "Två", "Tre"):
        routine_step.add(work, 1, activity)
    steps(page).lines[2].up.click()
    steps(page).lines[0].remove.click()
    assert [step.activity for step in routine_step.listing(work, 1)] == ["Tre", "Två"]
    assert [line.activity.text() for line in steps(page).lines] == ["Tre", "Två"]


# --- Where it is known ---


def test_a_click_makes_a_routine_known_today_and_another_takes_it_back(page: RegistersPage, work: Workspace):
    click(page, 0, 1)
    assert dissemination.matrix(work, 1).rows[0].cells[0] == TODAY
    click(page, 0, 1)
    assert dissemination.matrix(work, 1).rows[0].cells[0] is None


def test_the_keyboard_makes_a_routine_known_everywhere(page: RegistersPage, work: Workspace):
    matrix(page).grid.setCurrentIndex(cell(page, 0, 0))
    QTest.keyClick(matrix(page).grid, Qt.Key.Key_Space)
    assert dissemination.matrix(work, 1).rows[0].missing == 0


def test_a_cell_says_its_routine_and_operation(page: RegistersPage, work: Workspace):
    said = cell(page, 0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("1 Skolfrånvaro, Alla verksamheter: ")


def test_many_routines_with_long_names_have_room(page: RegistersPage, work: Workspace, theme: Theme):
    for number in range(2, 12):
        routine.add(
            work, 1, f"Övergång mellan förskola, grundskola och gymnasieskola för elever i behov {number}",
            number=number, owner="Utbildningschef för gymnasiet och vuxenutbildningen", due="våren 2020",
        )  # fmt: skip
    page.view().panel.closed.emit()
    theme.wear(Look.DARK)
    hands.picture(page, "registers-routine-crowded")
    assert matrix(page).model.rowCount() == 12


def test_no_word_of_an_operations_name_is_cut(page: RegistersPage, work: Workspace):
    party.add_unit(work, organisation.parties(work)[0].id, "Samverkansenheten mot skolfrånvaroproblematik")
    header = matrix(page).grid.horizontalHeader()
    longest = header.fontMetrics().horizontalAdvance("skolfrånvaroproblematik")
    assert header.sectionSize(header.count() - 1) > longest
