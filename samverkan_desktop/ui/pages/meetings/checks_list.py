"""What is found before minutes are finished, a line each: go there, or leave it with a reason."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.services.minutes_checks import CheckRow, Weight
from samverkan_desktop.ui import icons, theme
from samverkan_desktop.ui.pages.meetings.in_place import InPlaceForm, Values
from samverkan_desktop.ui.widgets.form import Field
from samverkan_desktop.ui.widgets.parts import button

_SIGN = 20
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChecksList(QWidget):
    """The lines; arrows go between them, and Enter presses.

    Args:
        leave: the use case that leaves some rows as they are, given why.
    """

    #: The row to be mended.
    gone = Signal(object)
    #: The row that is to be mended after all.
    insisted = Signal(object)

    #: Told on the key sheet.
    KEYS = (
        ("Down, Up", mark("Gå mellan det som saknas")),
        ("Return", mark("Tryck på knappen för det som saknas")),
    )

    def __init__(self, leave: Callable[[Sequence[CheckRow], str], object]) -> None:
        super().__init__()
        self._leave = leave
        self._rows: tuple[CheckRow, ...] | None = None
        self._editable = False
        self._form: InPlaceForm | None = None
        self.lines: list[CheckLine] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.NEAR)
        self._all = button(
            tr("Lämna alla som de är…"), lambda: self._ask([row for row in self._rows or () if _may(row)])
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.NEAR)
        self._column.addLayout(self._list)
        self._column.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)

    def show_rows(self, rows: tuple[CheckRow, ...], *, editable: bool) -> None:
        """Show what is found; lines that are as they were are left alone, with the cursor in them."""
        if (rows, editable) == (self._rows, self._editable):
            return
        here = next((at for at, line in enumerate(self.lines) if line.isAncestorOf(self._focused())), None)
        self._rows, self._editable = rows, editable
        self.close_form()
        while entry := self._list.takeAt(0):
            if (gone := entry.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        self.lines = [CheckLine(row, editable=editable) for row in rows]
        for line in self.lines:
            line.go.clicked.connect(partial(self.gone.emit, line.row))
            line.leave.clicked.connect(partial(self._ask, [line.row]))
            line.insist.clicked.connect(partial(self.insisted.emit, line.row))
            for each in line.buttons:
                each.installEventFilter(self)
            self._list.addWidget(line)
            line.show()  # at once: the cursor is put in it
        self._all.setVisible(editable and sum(_may(row) for row in rows) > 1)
        if here is not None and self.lines:
            self.lines[min(here, len(self.lines) - 1)].begin()

    def begin(self) -> bool:
        """Put the cursor at the first line; returns whether there is one."""
        if self.lines:
            self.lines[0].begin()
        return bool(self.lines)

    def _ask(self, rows: Sequence[CheckRow]) -> None:
        """Ask in place why some rows are left as they are."""
        self.close_form()
        title = tr("Lämna som det är") if len(rows) == 1 else tr("Lämna {count} som de är", count=len(rows))

        def leave(values: Values) -> None:
            self._leave(rows, values["reason"])

        help_text = tr("Skälet syns här och i historiken, inte i anteckningarna.")
        form = self._form = InPlaceForm(
            title,
            [Field("reason", tr("Varför?"), help=help_text)],
            tr("Lämna"),
            leave,
            note=rows[0].sentence if len(rows) == 1 else "",
        )
        form.closed.connect(self._left)
        self._column.addWidget(form)
        form.show()
        form.begin()

    def _left(self) -> None:
        carried = self._form is not None and self._form.carried
        self.close_form()
        if not carried or not self._editable:
            self.begin()

    def close_form(self) -> None:
        """Close the form, and ask for nothing."""
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
        self._form = None

    def _focused(self) -> QWidget:
        focused = self.focusWidget()
        return focused if isinstance(focused, QWidget) and focused.hasFocus() else self

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press with Enter, go between lines with the arrows, which a button takes to the next button."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        step = _STEPS.get(Qt.Key(event.key()))
        if event.key() in _ENTER and isinstance(watched, QPushButton):
            watched.click()
        elif step:
            at = next((at for at, line in enumerate(self.lines) if watched in line.buttons), 0)
            self.lines[max(0, min(at + step, len(self.lines) - 1))].begin()
        return bool(step) or event.key() in _ENTER


class CheckLine(QWidget):
    """One thing found: what it is, why it is left, and what can be done about it.

    Args:
        row: what is found.
        editable: whether the minutes are open.
    """

    def __init__(self, row: CheckRow, *, editable: bool) -> None:
        super().__init__()
        self.row = row
        self.go = button(tr("Gå dit"), None, "quiet", "arrow-right")
        self.go.setAccessibleName(tr("Gå dit: {sentence}", sentence=row.sentence))
        self.leave = button(tr("Lämna som det är…"), None, "quiet")
        self.leave.setAccessibleName(tr("Lämna som det är: {sentence}", sentence=row.sentence))
        self.insist = button(tr("Ta tillbaka"), None, "link")
        self.insist.setAccessibleName(tr("Ta tillbaka: {sentence}", sentence=row.sentence))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.NEAR)
        sign = theme.label("")
        sign.setPixmap(icons.icon("triangle-alert" if row.stops else "info", "accent").pixmap(_SIGN))
        line.addWidget(sign)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(theme.label(row.sentence, wrap=True))
        if said := _said(row):
            words.addWidget(theme.label(said, "muted", wrap=True))
        line.addLayout(words, 1)
        self.buttons = (self.go, self.leave, self.insist)
        for each in self.buttons:
            line.addWidget(each)
        self.leave.setVisible(editable and _may(row))
        self.insist.setVisible(editable and bool(row.reason))

    def begin(self) -> None:
        """Put the cursor where one goes from."""
        self.go.setFocus()


def _may(row: CheckRow) -> bool:
    return row.weight is Weight.MAY and not row.reason


def _said(row: CheckRow) -> str:
    if row.reason:
        return tr("Lämnas som det är: {reason}", reason=row.reason)
    return tr("Hindrar inte att anteckningarna färdigställs.") if row.weight is Weight.TOLD else ""
