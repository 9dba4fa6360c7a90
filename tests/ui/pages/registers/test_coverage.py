"""The coverage register: bars beneath it, many schools at once, agreements signed and ended."""

from datetime import date

import pytest
from PySide6.QtWidgets import QProgressBar

from samverkan_desktop.register_vocabulary import Organiser, SchoolForm
from samverkan_desktop.services import area, coverage
from samverkan_desktop.services.coverage import NewSchool
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.pages.registers.coverage_bars import CoverageBars
from samverkan_desktop.ui.pages.registers.page import RegistersPage
from samverkan_desktop.vocabulary import AreaKind
from tests.ui import hands
from tests.ui.conftest import Recorded
from tests.ui.pages.registers.conftest import names

SIGNED = date(2018, 8, 20)
SCHOOLS = (
    NewSchool("Björkskolan", SchoolForm.COMPULSORY, Organiser.MUNICIPAL, None, SIGNED),
    NewSchool("Almskolan", SchoolForm.COMPULSORY, Organiser.MUNICIPAL),
    NewSchool("Friskolan Ek", SchoolForm.COMPULSORY, Organiser.INDEPENDENT, 1),
)


@pytest.fixture
def filled(page: RegistersPage, work: Workspace) -> RegistersPage:
    with work.together("test.schools", "Skolor"):
        area.add(work, 1, AreaKind.PLACE, "Norr")
        for school in SCHOOLS:
            coverage.add(work, 1, school)
    page.open("coverage")
    return page


def bars(page: RegistersPage) -> list[str]:
    found = page.view().more.findChildren(QProgressBar)
    return [bar.accessibleName() for bar in found if bar.isVisible()]


def test_every_category_has_a_bar_with_its_numbers(filled: RegistersPage):
    assert bars(filled) == [
        "Alla skolor: 1 av 3, 33 %",
        "Kommunala grundskolor: 1 av 2, 50 %",
        "Fristående grundskolor: 0 av 1, 0 %",
    ]


def test_the_bars_can_be_by_area(filled: RegistersPage):
    hands.press(filled.view().more, "Område")
    assert bars(filled) == ["Alla skolor: 1 av 3, 33 %", "Norr: 0 av 1, 0 %", "Utan område: 1 av 2, 50 %"]
    hands.picture(filled, "registers-coverage-area")


def test_without_schools_there_are_no_bars(page: RegistersPage):
    page.open("coverage")
    assert isinstance(page.view().more, CoverageBars)
    assert not page.view().more.isVisible()


def test_an_agreement_is_signed_and_ended(filled: RegistersPage, work: Workspace, recorded: Recorded):
    filled.open("coverage:2")
    hands.press(filled.view().panel, "Överenskommelsen är tecknad…")
    hands.press(filled.view().panel, "Notera")
    assert coverage.listing(work, 1)[0].agreed_on == work.today
    hands.press(filled.view().panel, "Avsluta överenskommelsen…")
    hands.press(filled.view().panel, "Avsluta")
    assert coverage.listing(work, 1)[0].until == work.today
    assert recorded.said == [("Sparat.", True), ("Sparat.", True)]


def test_an_agreement_is_ended_in_the_form(filled: RegistersPage, work: Workspace):
    filled.open("coverage:1")
    field = filled.view().panel.form.field("until")
    hands.type_text(field, "2019-06-30")
    field.commit()
    assert coverage.listing(work, 1)[1].until == date(2019, 6, 30)


def test_many_schools_are_pasted_at_once(filled: RegistersPage, work: Workspace):
    hands.press(filled.view().whole, "Klistra in flera…")
    lines = "Ekskolan;gymnasieskola;kommunal;Norr;2018-08-20\nLindskolan;förskola;fristående"
    hands.type_text(filled.view().whole.forms[0].field("text"), lines)
    hands.picture(filled, "registers-coverage-paste")
    hands.press(filled.view().whole, "Lägg till alla")
    assert len(names(filled)) == 5
    assert {"Ekskolan", "Lindskolan"} <= {row.name for row in coverage.listing(work, 1)}


def test_what_is_wrong_with_the_lines_is_said_and_none_is_added(filled: RegistersPage):
    hands.press(filled.view().whole, "Klistra in flera…")
    hands.type_text(filled.view().whole.forms[0].field("text"), "Ekskolan;högskola;kommunal")
    hands.press(filled.view().whole, "Lägg till alla")
    assert len(names(filled)) == 3
    hands.picture(filled, "registers-coverage-paste-wrong")
