"""What somebody who listens hears of a window: the accessibility tree, and what is wrong with it."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTabWidget,
    QTextEdit,
    QWidget,
)

from samverkan_desktop.ui.widgets.expander import Expander

Role = QAccessible.Role
#: Roles that say only that there is something.
MUTE = (Role.NoRole, Role.Client, Role.Border, Role.Pane, Role.LayeredPane)
#: What tells its own parts: its rows are looked at as cells.
ROWS = (Role.Table, Role.List, Role.Tree)
#: How many rows of a table are heard.
HEARD = 5


def faults(window: QWidget) -> list[str]:
    """Return what is missing in what is told of a window, a sentence each."""
    QApplication.processEvents()
    found: list[str] = []
    for told, path in _told(QAccessible.queryAccessibleInterface(window), ""):
        widget = told.object()
        where = f"{type(widget).__name__ if widget else told.role().name} at {path}"
        name = told.text(QAccessible.Text.Name).strip()
        if isinstance(widget, QWidget):
            found += [f"{fault}: {where} {name!r}" for fault in _of_widget(widget, told, name)]
        elif told.state().focusable and not name:
            found.append(f"nameless part: {where}")
    return found


def _told(told: QAccessibleInterface, path: str) -> Iterator[tuple[QAccessibleInterface, str]]:
    if told.state().invisible or _never_seen(told):
        return
    widget = told.object()
    yield told, path
    if told.role() in ROWS:
        return
    for number in range(told.childCount()):
        if child := told.child(number):
            yield from _told(child, f"{path}/{type(widget).__name__}" if widget else path)


def _never_seen(told: QAccessibleInterface) -> bool:
    widget = told.object()
    return isinstance(widget, QWidget) and not widget.isVisible()


def _of_widget(widget: QWidget, told: QAccessibleInterface, name: str) -> Iterator[str]:
    role, state = told.role(), told.state()
    reached = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    used = reached or isinstance(widget, QAbstractButton)
    if used and not name:
        yield "nameless"
    if used and role in MUTE and not isinstance(widget, QTabWidget):
        yield f"role {role.name}"
    if name and role in (Role.NoRole, Role.Client) and not told.childCount():
        yield f"role {role.name} of what says something"
    if bool(state.disabled) == widget.isEnabled():
        yield "disabled or not"
    yield from _of_button(widget, state)
    yield from _of_field(widget, told, state)
    if isinstance(widget, QAbstractItemView):
        yield from _of_rows(widget)


def _of_button(widget: QWidget, state: QAccessible.State) -> Iterator[str]:
    if not isinstance(widget, QAbstractButton) or not widget.isCheckable():
        return
    if isinstance(widget.parent(), Expander) or state.expandable:
        if bool(state.expanded) != widget.isChecked() or bool(state.collapsed) == widget.isChecked():
            yield "unfolded or not"
    elif not state.checkable or bool(state.checked) != widget.isChecked():
        yield "ticked or not"


def _of_field(widget: QWidget, told: QAccessibleInterface, state: QAccessible.State) -> Iterator[str]:
    if isinstance(widget, (QLineEdit, QPlainTextEdit, QTextEdit)):
        if bool(state.readOnly) != widget.isReadOnly():
            yield "read-only or not"
        if told.role() is not Role.EditableText and not widget.isReadOnly():
            yield f"role {told.role().name} of a text field"
    if isinstance(widget, QComboBox) and widget.currentText() and not told.text(QAccessible.Text.Value):
        yield "no value"
    if widget.property("wrong") and not told.text(QAccessible.Text.Description):
        yield "wrong, and not said why"


def _of_rows(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for row in range(min(model.rowCount(), HEARD)):
        for column in range(1 if isinstance(view, QListView) else model.columnCount()):
            index = model.index(row, column)
            said = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data()
            shown = index.data(Qt.ItemDataRole.DecorationRole) is not None
            if shown and not str(said or "").strip():
                yield f"a cell that shows and says nothing ({row}, {column})"
