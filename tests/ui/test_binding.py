"""That the Qt binding installed is one the program can live with."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_calls_into_qt_give_back_the_references_they_borrow(qtbot: QtBot):
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(1000):
        label.setText("å")
    assert abs(sys.getrefcount(None) - before) < 100, (
        "this PySide6 kills the process after a while: see pyproject.toml"
    )
