"""What a user's hands and eyes do, for tests: writing, pressing, and taking pictures."""

import os
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

ROOT = Path(__file__).parent.parent.parent


def type_text(widget: QWidget, text: str) -> None:
    """Write in a widget, any letter: ``QTest.keyClicks`` aborts on å, ä and ö."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = Qt.Key.Key_Return if letter == "\n" else 0
            QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))


def picture(widget: QWidget, name: str) -> None:
    """Save a picture of a widget where pictures are wanted: ``make pictures``, ``SAMVERKAN_PICTURES=1``."""
    wanted = os.environ.get("SAMVERKAN_PICTURES")
    if not wanted:
        return
    folder = ROOT / "build" / "pictures" if wanted == "1" else Path(wanted)
    folder.mkdir(parents=True, exist_ok=True)
    QApplication.processEvents()
    assert widget.grab().save(str(folder / f"{name}.png"))


def press(within: QWidget, text: str) -> None:
    """Press the button that says a text."""
    found = [
        button
        for kind in (QPushButton, QToolButton)
        for button in within.findChildren(kind)
        if button.text().strip() == text and button.isVisible()
    ]
    assert len(found) == 1, f"{len(found)} buttons say {text!r}"
    found[0].click()
