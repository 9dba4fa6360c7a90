"""Another text shown in an editor: only what differs changes, and the cursor goes there."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from samverkan_desktop.stretch import changed


def units(text: str) -> int:
    """Return how many places a text takes in a document: Qt counts a sign beyond the first plane as two."""
    return len(text) + sum(sign > "\uffff" for sign in text)


def show_change(editor: QPlainTextEdit, text: str) -> None:
    """Show another text in an editor, with the cursor after what differs, or where something went away."""
    standing = editor.toPlainText()
    start, removed, inserted = changed(standing, text)
    begin = units(standing[:start])
    cursor = editor.textCursor()
    cursor.setPosition(begin)
    cursor.setPosition(begin + units(removed), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(inserted)
    editor.setTextCursor(cursor)
