"""Whoever listens to a page hears what each control is called."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from samverkan_desktop.ui.page import Page
from samverkan_desktop.ui.pages.commissions.page import CommissionsPage
from samverkan_desktop.ui.pages.decisions import DecisionsPage
from samverkan_desktop.ui.pages.deviations.page import DeviationsPage
from samverkan_desktop.ui.pages.persons.page import PersonsPage
from tests.ui.year import Shown, Year

Show = Callable[[QWidget], QWidget]
TARGETS = (
    (DecisionsPage, "decision:2"),
    (CommissionsPage, "commission:1"),
    (DeviationsPage, "deviation:2"),
    (DeviationsPage, "matter:0"),
    (PersonsPage, "seat:3"),
    (PersonsPage, "role:"),
    (PersonsPage, "group:2"),
)


@pytest.mark.parametrize(("made", "target"), TARGETS)
def test_every_control_has_a_name(made: type[Page], target: str, played: Year, given: Shown, shown: Show):
    page = made(given.context)
    page.resize(1120, 680)
    shown(page)
    page.open(target)
    QApplication.processEvents()
    controls = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not isinstance(widget, QTabBar)  # its tabs have names of their own
    ]
    nameless = []
    for widget in controls:
        told = QAccessible.queryAccessibleInterface(widget)
        if not told.text(QAccessible.Text.Name).strip():
            nameless.append(f"{type(widget).__name__} {widget.objectName()}")
    assert controls
    assert nameless == []
