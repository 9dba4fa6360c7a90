"""The register of joint activities in the window: planned, held, taken back."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from samverkan_desktop.services import activity, agreement, obligation
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.pages.registers.page import RegistersPage
from tests.ui import hands
from tests.ui.year import Shown, Year

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def page(played: Year, given: Shown, shown: Show) -> RegistersPage:
    first = agreement.clauses(played.work, 1)[0]
    obligation.add_obligation(
        played.work, first.id, "joint_activity", {"what": "utbildningsdag"}, "styrgrupp"
    )
    made = RegistersPage(given.context)
    made.resize(1120, 660)
    given.bind(made)
    shown(made)
    made.open("activity")
    return made


def test_an_activity_is_planned_for_what_the_agreement_demands(page: RegistersPage, work: Workspace):
    hands.picture(page, "registers-activity-empty")
    form = page.view().entry.form
    hands.type_text(form.field("title"), "Hedersrelaterat våld")
    form.field("day").setText("2019-05-14")
    form.field("answers_to").set_value("utbildningsdag")
    hands.press(page.view().entry, "Planera")
    (row,) = activity.listing(work, 1)
    assert (row.title, row.day, row.answers_to) == (
        "Hedersrelaterat våld", date(2019, 5, 14), "utbildningsdag",
    )  # fmt: skip


def test_an_activity_needs_a_day(page: RegistersPage, work: Workspace):
    hands.type_text(page.view().entry.form.field("title"), "Dag")
    hands.press(page.view().entry, "Planera")
    assert activity.listing(work, 1) == ()


def test_an_activity_that_has_been_is_held_and_taken_back(page: RegistersPage, work: Workspace):
    made = activity.plan(work, 1, "Gemensam dag", date(2019, 1, 15))
    page.open(f"activity:{made}")
    hands.picture(page, "registers-activity")
    hands.press(page.view().panel, "Den är hållen")
    assert activity.listing(work, 1)[0].held
    hands.press(page.view().panel, "Den hölls inte")
    assert not activity.listing(work, 1)[0].held


def test_an_activity_to_come_is_not_yet_held(page: RegistersPage, work: Workspace):
    made = activity.plan(work, 1, "Gemensam dag", date(2019, 5, 15))
    page.open(f"activity:{made}")
    assert page.view().panel.steps.isHidden()


def test_the_day_of_an_activity_is_not_emptied(page: RegistersPage, work: Workspace):
    made = activity.plan(work, 1, "Gemensam dag", date(2019, 5, 15))
    page.open(f"activity:{made}")
    field = page.view().panel.form.field("day")
    field.setText("")
    field.commit()
    assert activity.listing(work, 1)[0].day == date(2019, 5, 15)
