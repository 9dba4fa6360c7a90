"""Fields that save themselves: each tells its value when one has finished writing in it."""

import re
from collections.abc import Sequence
from datetime import date, time

from PySide6.QtCore import QDate, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QCheckBox,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.ui import icons, theme
from samverkan_desktop.ui.widgets.click_through import ClickThrough
from samverkan_desktop.ui.widgets.drop_down import DropDown
from samverkan_desktop.ui.widgets.prose_editor import ProseEditor
from samverkan_desktop.ui.widgets.unsaved import Unsaved

#: How long a text rests before it saves itself, in milliseconds.
IDLE = 1000
#: How long a text that is written without rest stays unsaved, in milliseconds.
LONGEST = 1000


class TextField(QLineEdit):
    """One line of text."""

    committed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: object = ""
        self._unsaved = Unsaved(self, self.rest, self.write_on, IDLE, LONGEST)
        self.textEdited.connect(lambda _text: self._unsaved.written())
        self.editingFinished.connect(self.commit)

    def setCompleter(self, completer: QCompleter | None) -> None:
        """Suggest texts; a click beside the suggestions goes where it was aimed."""
        super().setCompleter(completer)  # type: ignore[arg-type]  # Qt takes None, its stubs do not
        if completer is not None and (popup := completer.popup()) is not None:
            ClickThrough(popup)

    def value(self) -> object:
        """Return what stands in it."""
        return self.text().strip()

    def set_value(self, value: object) -> None:
        """Show a stored value, from its beginning; what is being written is left alone."""
        self._kept = value
        if not self.hasFocus():
            self.setText(self.shown(value))
            self.setCursorPosition(0)
        elif not self._unsaved.waits() and self.value() != value:
            place = self.cursorPosition()
            self.setText(self.shown(value))
            self.setCursorPosition(place)

    def shown(self, value: object) -> str:
        """Return a value as it is written."""
        return "" if value is None else str(value)

    def rest(self) -> None:
        """Save when one stops writing."""
        self.commit()

    def write_on(self) -> None:
        """Save while one writes on."""
        self.commit()

    def commit(self) -> None:
        """Tell the value where it is another than the one that is stored."""
        self._unsaved.stop()
        value = self.value()
        if value != self._kept:
            self._kept = value
            self.committed.emit(value)


class ReadField(TextField):
    """A line of text that is read as something; what cannot be read is said, and not told."""

    #: What is wrong with what was written; empty when nothing is.
    misread = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = None

    def parse(self, text: str) -> object:
        """Return what a text means, None for nothing; every kind says how.

        Raises:
            ValueError: it means nothing; its words say what to write.
        """
        raise NotImplementedError

    def value(self) -> object:
        """Return what is written; None where it is empty or cannot be read."""
        try:
            return self.parse(self.text().strip())
        except ValueError:
            return None

    def rest(self) -> None:
        """Save when one stops writing what can be read; whoever is half way is not told off."""
        if self.value() is not None:
            self.commit()

    def write_on(self) -> None:
        """Save nothing: half a day may be read as another day."""

    def commit(self) -> None:
        """Tell the value; or say what is wrong with it."""
        self._unsaved.stop()
        try:
            value = self.parse(self.text().strip())
        except ValueError as error:
            self.misread.emit(str(error))
            return
        self.misread.emit("")
        if not self.hasFocus():
            self.setText(self.shown(value))
        super().commit()


class DateField(ReadField):
    """A day, shown as ISO; Alt+Down or its button opens a calendar."""

    #: Told on the key sheet.
    KEYS = (("Alt+Down", mark("Välj dagen i en kalender")),)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("åååå-mm-dd"))
        self.setMaximumWidth(theme.enlarged(40 * theme.GRID))
        action = self.addAction(icons.icon("calendar", "muted"), QLineEdit.ActionPosition.TrailingPosition)
        action.setText(tr("Välj i kalender (Alt+Nedpil)"))
        icons.put(action, "calendar", "muted")
        action.triggered.connect(self.open_calendar)

    def shown(self, value: object) -> str:
        """Return a day as ISO."""
        return value.isoformat() if isinstance(value, date) else ""

    def parse(self, text: str) -> date | str | None:
        """Return the day of ``2018-09-04``, ``20180904`` or ``180904``.

        Raises:
            ValueError: there is no such day.
        """
        if not text:
            return None
        digits = re.sub(r"[-./ ]", "", text)
        if re.fullmatch(r"\d{6}", digits):
            digits = f"20{digits}"
        try:
            if re.fullmatch(r"\d{8}", digits):
                return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
        except ValueError:
            pass
        raise ValueError(tr("Skriv en dag som finns, till exempel 2018-09-04."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar on Alt+Down."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def open_calendar(self) -> None:
        """Choose the day in a calendar."""
        calendar = QCalendarWidget(self)
        calendar.setWindowFlags(Qt.WindowType.Popup)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        value = self.value()
        if isinstance(value, date):
            calendar.setSelectedDate(QDate(value.year, value.month, value.day))
        calendar.activated.connect(self._picked)
        calendar.clicked.connect(self._picked)
        calendar.activated.connect(calendar.close)
        calendar.clicked.connect(calendar.close)
        calendar.move(self.mapToGlobal(QPoint(0, self.height())))
        calendar.show()
        calendar.setFocus()

    def _picked(self, day: QDate) -> None:
        self.setText(day.toString(Qt.DateFormat.ISODate))
        self.commit()


class TimeField(ReadField):
    """A time of day, written ``13.00``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("tt.mm"))
        self.setMaximumWidth(theme.enlarged(24 * theme.GRID))

    def shown(self, value: object) -> str:
        """Return a time as Swedish writing rules have it."""
        return f"{value:%H.%M}" if isinstance(value, time) else ""

    def parse(self, text: str) -> time | None:
        """Return the time of ``13.00``, ``13:00``, ``1300`` or ``13``.

        Raises:
            ValueError: there is no such time.
        """
        if not text:
            return None
        match = re.fullmatch(r"(\d{1,2})(?:[.: ]?(\d{2}))?", text)
        try:
            if match:
                return time(int(match[1]), int(match[2] or 0))
        except ValueError:
            pass
        raise ValueError(tr("Skriv ett klockslag, till exempel 13.00."))


class MultilineField(QPlainTextEdit):
    """Several lines of text; grows with what is written."""

    committed = Signal(object)

    def __init__(self, parent: QWidget | None = None, lines: int = 3) -> None:
        super().__init__(parent)
        self._kept: object = ""
        self._lines = lines
        self.setTabChangesFocus(True)
        self._unsaved = Unsaved(self, self.commit, self.commit, IDLE, LONGEST)
        self.textChanged.connect(self._written)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def value(self) -> object:
        """Return what stands in it."""
        return self.toPlainText().strip()

    def set_value(self, value: object) -> None:
        """Show a stored value; what is being written is left alone."""
        self._kept = "" if value is None else value
        if not (self._unsaved.waits() and self.hasFocus()) and self.value() != self._kept:
            self.show_text(str(self._kept))

    def show_text(self, text: str) -> None:
        """Show another text, with the cursor where it was."""
        place = self.textCursor().position()
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(self.toPlainText())))
        self.setTextCursor(cursor)
        self._unsaved.stop()

    def commit(self) -> None:
        """Tell the value where it is another than the one that is stored."""
        self._unsaved.stop()
        value = self.value()
        if value != self._kept:
            self._kept = value
            self.committed.emit(value)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save what was written when one leaves."""
        super().focusOutEvent(event)
        self.commit()

    def _written(self) -> None:
        self._unsaved.written()

    def sizeHint(self) -> QSize:
        """Return the size of what is written."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """Return the same height; Qt's own would make one line as high as three."""
        return QSize(super().minimumSizeHint().width(), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow where narrowness breaks lines."""
        super().resizeEvent(event)
        self._grow()

    def _broken(self, most: int) -> int:
        """Return how many lines there are as they are broken; counts no further than it must."""
        layout, block, lines = self.document().documentLayout(), self.document().firstBlock(), 0
        while block.isValid() and lines < most:
            layout.blockBoundingRect(block)  # breaks the lines, which Qt else leaves until it paints them
            lines += block.lineCount()
            block = block.next()
        return lines

    def _grow(self) -> None:
        lines = max(self._lines, min(self._broken(4 * self._lines), 4 * self._lines))
        high = self.fontMetrics().lineSpacing() + 1  # Qt rounds each line up
        self.setMinimumHeight(lines * high + 6 * theme.GRID)


class ChoiceField(DropDown):
    """One of several."""

    committed = Signal(object)

    def __init__(self, choices: Sequence[tuple[object, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumContentsLength(12)
        self.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.offer(choices)
        self.activated.connect(lambda _index: self.committed.emit(self.value()))

    def offer(self, choices: Sequence[tuple[object, str]]) -> None:
        """Change what one can choose between: values and what they are called."""
        chosen = self.value()
        self.clear()
        self._values = [value for value, _ in choices]
        self.addItems([text for _, text in choices])
        self.set_value(chosen)

    def value(self) -> object:
        """Return what is chosen; None where nothing is."""
        index = self.currentIndex()
        return self._values[index] if index >= 0 else None

    def set_value(self, value: object) -> None:
        """Show a stored value."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)


class NumberField(QSpinBox):
    """A whole number."""

    committed = Signal(object)

    def __init__(self, lowest: int = 0, highest: int = 999, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = lowest
        self.setRange(lowest, highest)
        self.setMaximumWidth(theme.enlarged(28 * theme.GRID))
        # The style sheet does not reach the text of a number.
        self.lineEdit().setTextMargins(theme.GRID + 2, 0, 0, 0)
        # Else rolling past it on a page would move the focus here.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.editingFinished.connect(self.commit)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: a value that it changed would be saved unseen."""
        event.ignore()

    def set_value(self, value: object) -> None:
        """Show a stored value."""
        self._kept = int(str(value)) if value is not None else self.minimum()
        self.setValue(self._kept)

    def commit(self) -> None:
        """Tell the value where it is another than the one that is stored."""
        if self.value() != self._kept:
            self._kept = self.value()
            self.committed.emit(self._kept)


class CheckField(QCheckBox):
    """Yes or no."""

    committed = Signal(object)

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.clicked.connect(lambda: self.committed.emit(self.isChecked()))

    def value(self) -> object:
        """Return whether it is ticked."""
        return self.isChecked()

    def set_value(self, value: object) -> None:
        """Show a stored value."""
        self.setChecked(bool(value))


CommitField = TextField | MultilineField | ChoiceField | NumberField | CheckField


def commit_pending() -> None:
    """Save what is being written in the field that has the focus: before anything that reads it."""
    focused = QApplication.focusWidget()
    if isinstance(focused, (TextField, MultilineField, NumberField, ProseEditor)):
        focused.commit()
