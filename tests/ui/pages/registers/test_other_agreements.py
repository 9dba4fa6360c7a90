"""Other agreements and cited laws in the window: named, repealed, replaced, told of above."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from samverkan_desktop.services import legal_reference, related_agreement
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.pages.registers.page import RegistersPage
from tests.ui import hands
from tests.ui.year import Shown, Year

Show = Callable[[QWidget], QWidget]
OLD, NEW = "Gamla lagen (1980:620)", "Nya lagen (2018:1)"


@pytest.fixture
def page(played: Year, given: Shown, shown: Show) -> RegistersPage:
    made = RegistersPage(given.context)
    made.resize(1120, 660)
    given.bind(made)
    shown(made)
    return made


def test_another_agreement_is_named_and_its_questions_are_left_to_it(page: RegistersPage, work: Workspace):
    before = len(related_agreement.listing(work, 1))
    page.open("related_agreement")
    form = page.view().entry.form
    hands.type_text(form.field("title"), "Avtal om psykisk ohälsa")
    form.field("excluded").set_value(True)
    hands.press(page.view().entry, "Lägg till")
    rows = related_agreement.listing(work, 1)
    assert len(rows) == before + 1
    (row,) = [row for row in rows if row.title == "Avtal om psykisk ohälsa"]
    assert row.excluded
    page.open(f"related_agreement:{row.id}")
    page.view().panel.form.field("excluded").click()
    assert not next(each for each in related_agreement.listing(work, 1) if each.id == row.id).excluded
    hands.picture(page, "registers-related")


def test_what_no_longer_applies_is_told_above_and_updated(page: RegistersPage, work: Workspace):
    made = legal_reference.add(work, 1, OLD)
    page.open(f"legal_reference:{made}")
    hands.press(page.view().panel, "Upphävd…")
    form = page.view().panel.steps.forms[0]
    form.field("day").setText("2018-12-31")
    hands.type_text(form.field("replaced_by"), NEW)
    hands.press(page.view().panel.steps, "Notera")
    assert [row.title for row in legal_reference.to_update(work, 1)] == [OLD]
    assert page.view().stands.isVisible()
    hands.picture(page, "registers-legal")
    hands.press(page.view().panel, "Uppdatera hänvisningen")
    assert NEW in [row.title for row in legal_reference.listing(work, 1)]
    assert not page.view().stands.isVisible()


def test_a_law_that_applies_after_all_says_so(page: RegistersPage, work: Workspace):
    made = legal_reference.add(work, 1, OLD)
    legal_reference.mark_repealed(work, made, date(2018, 12, 31))
    page.open(f"legal_reference:{made}")
    hands.press(page.view().panel, "Den gäller ändå")
    assert legal_reference.to_update(work, 1) == ()


def test_a_reference_is_moved_up(page: RegistersPage, work: Workspace):
    legal_reference.add(work, 1, OLD)
    made = legal_reference.add(work, 1, NEW)
    page.open(f"legal_reference:{made}")
    hands.press(page.view().panel, "Flytta upp")
    assert [row.title for row in legal_reference.listing(work, 1)][-2:] == [NEW, OLD]
