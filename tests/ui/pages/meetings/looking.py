"""What a user's eyes do on the meetings page."""

from PySide6.QtWidgets import QApplication, QLabel, QWidget


def texts(within: QWidget) -> list[str]:
    """Return every text that can be read."""
    QApplication.processEvents()
    return [label.text() for label in within.findChildren(QLabel) if label.isVisible()]


def said_at(within: QWidget, words: str) -> bool:
    """Tell whether some words can be read."""
    return any(words in text for text in texts(within))
