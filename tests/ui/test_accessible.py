"""What a screen reader is told of a question that stops one, and of what is said in passing."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QWidget

from samverkan_desktop.ui import theme
from samverkan_desktop.ui.program import _ask
from samverkan_desktop.ui.widgets.parts import mark_wrong
from tests.journeys.tree import faults


@pytest.mark.usefixtures("theme")
def test_a_question_is_told_with_its_answers(shown: Callable[[QWidget], QWidget]):
    window = shown(QWidget())
    heard = []

    def listen() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        heard.extend([QAccessible.queryAccessibleInterface(box).role(), *faults(box)])
        box.reject()

    QTimer.singleShot(0, listen)
    assert _ask(window, "Stänga ändå?", "Stäng", "Stanna") is False
    assert heard == [QAccessible.Role.AlertMessage]


@pytest.mark.usefixtures("theme")
def test_a_heading_is_told_as_one(shown: Callable[[QWidget], QWidget]):
    told = QAccessible.queryAccessibleInterface(shown(theme.label("Beslut", "title")))
    assert (told.role(), told.text(QAccessible.Text.Name)) == (QAccessible.Role.Heading, "Beslut")


def test_a_wrong_field_says_why_before_what_it_is_for(shown: Callable[[QWidget], QWidget]):
    field = QLineEdit()
    field.setAccessibleDescription("Till exempel 2018-09-04.")
    shown(field)
    mark_wrong(field, "Det finns ingen sådan dag.")
    assert field.accessibleDescription() == "Det finns ingen sådan dag. Till exempel 2018-09-04."
    mark_wrong(field, "")
    assert field.accessibleDescription() == "Till exempel 2018-09-04."
