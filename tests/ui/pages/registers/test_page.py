"""The page of the registers: choosing one, writing a row, changing it, taking it away."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from samverkan_desktop.services import area, coverage
from samverkan_desktop.services.coverage import NewSchool
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.pages.registers.page import RegistersPage
from samverkan_desktop.vocabulary import AreaKind, Organiser, SchoolForm
from tests.ui import hands
from tests.ui.year import Shown, Year

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def page(played: Year, given: Shown, shown: Show) -> RegistersPage:
    area.add(played.work, 1, AreaKind.PLACE, "Område Öster")
    for name, form in (("Björkskolan", SchoolForm.COMPULSORY), ("Ängens förskola", SchoolForm.PRESCHOOL)):
        coverage.add(played.work, 1, NewSchool(name, form, Organiser.MUNICIPAL))
    made = RegistersPage(given.context)
    made.resize(1120, 680)
    given.bind(made)
    shown(made)
    return made


def names(page: RegistersPage) -> list[str]:
    model = page.view().table.view.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_a_target_opens_its_register_and_row(page: RegistersPage):
    page.open("coverage:2")
    assert page.view().register.kind == "coverage"
    assert page.view().panel.form.value("name") == "Ängens förskola"
    hands.picture(page, "registers-coverage")


def test_a_row_is_written(page: RegistersPage, work: Workspace):
    page.open("area")
    form = page.view().entry.form
    hands.type_text(form.field("name"), "Område Väster")
    form.field("kind").set_value(AreaKind.PLACE)
    hands.press(page.view().entry, "Lägg till")
    assert [row.name for row in area.listing(work, 1)] == ["Område Öster", "Område Väster"]
    assert names(page) == ["Område Öster", "Område Väster"]


def test_what_is_missing_is_said_at_its_field(page: RegistersPage, work: Workspace):
    page.open("area")
    hands.type_text(page.view().entry.form.field("name"), "Område Väster")
    hands.press(page.view().entry, "Lägg till")
    assert len(area.listing(work, 1)) == 1
    hands.picture(page, "registers-area-error")


def test_a_changed_value_is_saved_by_itself(page: RegistersPage, work: Workspace):
    page.open("area:1")
    field = page.view().panel.form.field("name")
    field.setFocus()
    field.selectAll()
    hands.type_text(field, "Område Norr")
    field.commit()
    assert [row.name for row in area.listing(work, 1)] == ["Område Norr"]


def test_a_row_is_taken_away_and_undo_brings_it_back(page: RegistersPage, work: Workspace):
    page.open("coverage:1")
    hands.press(page.view().panel, "Ta bort")
    assert names(page) == ["Ängens förskola"]
    work.undo()
    assert len(names(page)) == 2
