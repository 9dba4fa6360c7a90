from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from samverkan_desktop.ui.theme import Theme
from samverkan_desktop.ui.widgets.fields import TextField
from tests.ui.hands import type_text


def test_a_click_beside_the_suggestions_goes_to_the_field_it_was_aimed_at(theme: Theme, qtbot: QtBot):
    window = QWidget()
    qtbot.addWidget(window)
    first, second = TextField(), TextField()
    column = QVBoxLayout(window)
    column.addWidget(second)
    column.addWidget(first)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    first.setCompleter(QCompleter(["Skola Norr", "Skola Söder"], first))
    first.setFocus()
    type_text(first, "Sk")
    popup = first.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    aimed = second.mapToGlobal(second.rect().center())
    QTest.mouseClick(popup, Qt.MouseButton.LeftButton, pos=popup.mapFromGlobal(aimed))
    assert not popup.isVisible()
    assert second.hasFocus()
    assert first.text() == "Sk"
