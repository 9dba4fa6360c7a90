"""Directions and reports upwards in the window."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from samverkan_desktop.services import direction, group_writing, hierarchy, level_report
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.pages.registers.page import RegistersPage
from samverkan_desktop.vocabulary import GroupKind
from tests.ui import hands
from tests.ui.conftest import Recorded
from tests.ui.year import Shown, Year

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def page(played: Year, given: Shown, shown: Show) -> RegistersPage:
    made = RegistersPage(given.context)
    made.resize(1120, 660)
    given.bind(made)
    shown(made)
    return made


@pytest.fixture
def superior(played: Year) -> int:
    made = group_writing.add(played.work, 1, GroupKind.TWO_PLUS_TWO, "2+2-mötet")
    hierarchy.set_superiors(played.work, played.group_id, [made])
    return made


def test_a_direction_is_given_between_the_only_two_levels(
    superior: int, page: RegistersPage, work: Workspace, played: Year
):
    page.open("direction")
    hands.type_text(page.view().entry.form.field("text"), "Redovisa frånvaron.")
    hands.press(page.view().entry, "Ge")
    (row,) = direction.listing(work, 1)
    assert (row.superior_id, row.group_id, row.text) == (superior, played.group_id, "Redovisa frånvaron.")


def test_a_direction_is_taken_back(superior: int, page: RegistersPage, work: Workspace, played: Year):
    made = direction.give(work, superior, played.group_id, "Se över rutinen för placerade barns skolgång.")
    page.open(f"direction:{made}")
    hands.picture(page, "registers-direction")
    hands.press(page.view().panel, "Ta bort")
    assert direction.listing(work, 1) == ()


def test_one_is_told_where_no_group_answers_to_another(
    page: RegistersPage, work: Workspace, recorded: Recorded
):
    page.open("direction")
    hands.type_text(page.view().entry.form.field("text"), "Redovisa frånvaron.")
    hands.press(page.view().entry, "Ge")
    assert recorded.troubles == [
        "Ingen grupp svarar inför en annan. Ange gruppernas nivåer under Avtal först."
    ]


def test_a_report_upwards_is_noted_and_its_day_put_right(superior: int, page: RegistersPage, work: Workspace):
    page.open("level_report")
    hands.type_text(page.view().entry.form.field("text"), "Årets arbete.")
    hands.press(page.view().entry, "Anteckna")
    (row,) = level_report.listing(work, 1)
    page.open(f"level_report:{row.id}")
    field = page.view().panel.form.field("reported_on")
    field.setText("2019-02-01")
    field.commit()
    assert level_report.listing(work, 1)[0].reported_on == date(2019, 2, 1)
    hands.picture(page, "registers-level-report")
