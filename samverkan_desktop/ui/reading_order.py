"""Tab goes through the window as one reads it: by how things stand, not by when they were made.

Qt remembers the order in which widgets were made, and pages make much of what they show later: a field above
a table would be come to after it, or, behind a focus proxy, not at all.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QBoxLayout,
    QComboBox,
    QGridLayout,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QTextEdit,
    QWidget,
)

from samverkan_desktop.ui.widgets.parts import reveal

#: What is one thing to whoever uses it, whatever it is made of.
_WHOLE = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)
_BACKWARDS = (QBoxLayout.Direction.RightToLeft, QBoxLayout.Direction.BottomToTop)


def stops(widget: QWidget) -> Iterator[QWidget]:
    """Yield everything in a widget that Tab comes to, in the order in which it is read."""
    if not widget.isVisible() or not widget.isEnabled():
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    if not isinstance(widget, _WHOLE):
        for part in _parts(widget):
            yield from stops(part)


def _parts(widget: QWidget) -> list[QWidget]:
    """Return what a widget is put together from, in order."""
    found: list[QWidget | None]
    match widget:
        case QTabWidget():
            found = [widget.tabBar(), widget.currentWidget()]
        case QStackedWidget():
            found = [widget.currentWidget()]
        case QScrollArea():
            found = [widget.widget()]
        case QSplitter():
            found = [widget.widget(number) for number in range(widget.count())]
        case _:
            layout = widget.layout()
            found = list(_laid_out(layout)) if layout is not None else []
            direct = Qt.FindChildOption.FindDirectChildrenOnly
            inside = [each for each in widget.findChildren(QWidget, options=direct) if not each.isWindow()]
            loose: list[QWidget] = sorted((each for each in inside if each not in found), key=_corner)
            found += loose
    return [each for each in found if each is not None]


def _corner(widget: QWidget) -> tuple[int, int]:
    return widget.y(), widget.x()


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    numbers = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        numbers.sort(key=layout.getItemPosition)  # type: ignore[arg-type]  # row and column first
    elif isinstance(layout, QBoxLayout) and layout.direction() in _BACKWARDS:
        numbers.reverse()
    for number in numbers:
        item = layout.itemAt(number)
        if item is None:
            continue
        widget, inside = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inside is not None:
            yield from _laid_out(inside)


def step(within: QWidget, *, forward: bool) -> bool:
    """Go to the next stop in a widget, or the one before; returns whether there was one to go to."""
    found = list(stops(within))
    here: QWidget | None = QApplication.focusWidget()
    while here is not None and here not in found:
        here = here.parentWidget()
    if not found:
        return False
    if here is None:
        following = found[0 if forward else -1]
    else:
        following = found[(found.index(here) + (1 if forward else -1)) % len(found)]
    reasons = Qt.FocusReason
    following.setFocus(reasons.TabFocusReason if forward else reasons.BacktabFocusReason)
    reveal(following)
    return True
