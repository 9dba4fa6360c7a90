"""The page looked at: light, dark, crowded; and heard: every control has a name."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from samverkan_desktop.services import agenda, agenda_builder, decision, meeting
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.colours import Look
from samverkan_desktop.ui.pages.meetings.page import MeetingsPage
from samverkan_desktop.ui.pages.meetings.steps import At
from samverkan_desktop.ui.theme import Theme
from tests.ui import hands
from tests.ui.year import Year


@pytest.fixture
def crowded(begun: Year, make_page: Callable[[Workspace], MeetingsPage]) -> MeetingsPage:
    last = begun.meetings[5]
    begun.go_to(date(2019, 5, 28))
    agenda_builder.build(begun.work, last)
    for number in range(28):
        heading = (
            f"Fråga {number}: hur barn och unga med behov av stöd från båda förvaltningarna får det i tid"
        )
        agenda.add_item(begun.work, last, heading, minutes=5, presenter="Utbildningschef för gymnasiet")
    first = agenda.items(begun.work, last)[4]
    agenda.write_notes(begun.work, first.id, "Styrgruppen går igenom uppföljningen. " * 30)
    for number in range(3):
        decision.take(begun.work, first.id, f"Beslut {number} fattas enligt förslaget. " * 4)
    meeting.begin(begun.work, last)
    page = make_page(begun.work)
    page.open(f"meeting:{last}/item:{first.id}")
    QApplication.processEvents()
    return page


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK])
def test_a_crowded_meeting_is_looked_at(crowded: MeetingsPage, theme: Theme, look: Look):
    theme.wear(look)
    hands.picture(crowded.window(), f"meetings-crowded-{look}")
    assert crowded.workspace.agenda.model.rowCount() > 36
    assert crowded.workspace.panes.width() <= crowded.width()


def test_where_it_is_narrow_attendance_stands_under_the_agenda(crowded: MeetingsPage):
    panes = crowded.workspace.panes
    wide = panes.attendance.parentWidget()
    crowded.window().resize(860, 620)
    QApplication.processEvents()
    assert panes.attendance.parentWidget() is panes.agenda.parentWidget()
    assert panes.attendance.isVisible()
    hands.picture(crowded.window(), "meetings-narrow")
    crowded.window().resize(1174, 720)
    QApplication.processEvents()
    assert panes.attendance.parentWidget() is wide


def nameless(within: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)
    return [
        widget
        for kind in kinds
        for widget in within.findChildren(kind)
        if widget.isVisible()
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and not isinstance(widget.parent(), (QComboBox, QLineEdit))
        and not widget.objectName().startswith("qt_")
    ]


@pytest.mark.parametrize("step", list(At))
def test_every_control_has_a_name(crowded: MeetingsPage, step: At):
    crowded.workspace.go(step)
    QApplication.processEvents()
    found = [f"{type(each).__name__} in {type(each.parent()).__name__}" for each in nameless(crowded)]
    assert found == []


@pytest.mark.parametrize("panel", ["lay_plan", "add_meeting", "add_extra"])
def test_every_field_of_a_panel_has_a_name(page: MeetingsPage, panel: str):
    getattr(page, panel)()
    QApplication.processEvents()
    assert [type(each).__name__ for each in nameless(page)] == []
