"""The page of the registers: choosing one, writing a row, changing it, moving it, taking it away."""

import pytest

from samverkan_desktop.register_vocabulary import Organiser, SchoolForm
from samverkan_desktop.services import area, coverage
from samverkan_desktop.services.coverage import NewSchool
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.pages.registers.page import RegistersPage
from samverkan_desktop.vocabulary import AreaKind
from tests.ui import hands
from tests.ui.conftest import Recorded
from tests.ui.pages.registers.conftest import demand, names


@pytest.fixture
def filled(page: RegistersPage, work: Workspace) -> RegistersPage:
    with work.together("test.fill", "Fyll"):
        area.add(work, 1, AreaKind.PLACE, "Område Öster")
        for name, form in (
            ("Björkskolan", SchoolForm.COMPULSORY),
            ("Ängens förskola", SchoolForm.PRESCHOOL),
        ):
            coverage.add(work, 1, NewSchool(name, form, Organiser.MUNICIPAL))
    return page


def test_a_target_opens_its_register_and_row(filled: RegistersPage):
    filled.open("coverage:2")
    assert filled.view().register.kind == "coverage"
    assert filled.view().panel.form.value("name") == "Ängens förskola"
    hands.picture(filled, "registers-coverage")


def test_a_row_is_written(filled: RegistersPage, work: Workspace):
    filled.open("area")
    form = filled.view().entry.form
    hands.type_text(form.field("name"), "Område Väster")
    form.field("kind").set_value(AreaKind.PLACE)
    hands.press(filled.view().entry, "Lägg till")
    assert [row.name for row in area.listing(work, 1)] == ["Område Öster", "Område Väster"]
    assert names(filled) == ["Område Öster", "Område Väster"]


def test_what_is_missing_is_said_at_its_field(filled: RegistersPage, work: Workspace):
    filled.open("area")
    hands.type_text(filled.view().entry.form.field("name"), "Område Väster")
    hands.press(filled.view().entry, "Lägg till")
    assert len(area.listing(work, 1)) == 1
    hands.picture(filled, "registers-area-error")


def test_a_changed_value_is_saved_by_itself(filled: RegistersPage, work: Workspace):
    filled.open("area:1")
    field = filled.view().panel.form.field("name")
    field.setFocus()
    field.selectAll()
    hands.type_text(field, "Område Norr")
    field.commit()
    assert [row.name for row in area.listing(work, 1)] == ["Område Norr"]


def test_a_row_is_taken_away_and_undo_brings_it_back(filled: RegistersPage, work: Workspace):
    filled.open("coverage:1")
    hands.press(filled.view().panel, "Ta bort")
    assert names(filled) == ["Ängens förskola"]
    work.undo()
    assert len(names(filled)) == 2


def test_a_row_is_moved_in_its_list_and_stays_chosen(filled: RegistersPage, work: Workspace):
    area.add(work, 1, AreaKind.PLACE, "Område Väster")
    filled.open("area:2")
    hands.press(filled.view().panel, "Flytta upp")
    assert names(filled) == ["Område Väster", "Område Öster"]
    assert filled.view().panel.form.value("name") == "Område Väster"


def test_a_field_with_nothing_to_choose_is_left_out(page: RegistersPage, work: Workspace):
    page.open("coverage")
    field = page.view().entry.form.field("area_id")
    assert not field.isVisible()
    area.add(work, 1, AreaKind.PLACE, "Norr")
    assert field.isVisible()


def test_registers_in_use_come_first(page: RegistersPage, work: Workspace):
    coverage.add(work, 1, NewSchool("Björkskolan", SchoolForm.COMPULSORY, Organiser.MUNICIPAL))
    assert page.list.kinds().index("coverage") < page.list.kinds().index("area")


def test_registers_that_the_agreement_has_rules_for_come_first(page: RegistersPage, work: Workspace):
    demand(work, "coverage")
    assert page.list.kinds()[0] == "coverage"


def test_what_cannot_be_done_is_told_and_the_row_kept(
    filled: RegistersPage, work: Workspace, recorded: Recorded
):
    coverage.change(work, 1, area_id=1)
    filled.open("area:1")
    hands.press(filled.view().panel, "Ta bort")
    assert names(filled) == ["Område Öster"]
    assert recorded.troubles == ["Området Område Öster används (skolor). Ange dess sista dag i stället."]


def test_where_there_is_little_room_the_list_is_a_drop_down(page: RegistersPage):
    page.resize(712, 430)
    assert page.list.drop_down.isVisible()
    assert not page.list.column.isVisible()
    page.list.drop_down.setCurrentIndex(page.list.drop_down.findData("coverage"))
    page.list.drop_down.activated.emit(page.list.drop_down.currentIndex())
    assert page.view().register.kind == "coverage"


def test_a_long_heading_takes_no_room_from_the_table(filled: RegistersPage, work: Workspace):
    filled.open("coverage:1")
    before = filled.view().panel.width()
    coverage.change(
        work, 1, name="Utbildningscentrum för gymnasiet och vuxenutbildningen i centrala kommunen"
    )
    filled.view().panel.form.field("name").setFocus()
    filled.open("coverage:1")
    assert filled.view().panel.width() == before
    assert filled.view().panel.sizeHint().width() == filled.view().panel.minimumWidth()
