"""Fields that hold several values: lines of text, and some of a few choices."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLayout, QVBoxLayout, QWidget

from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets.fields import MultilineField
from samverkan_desktop.ui.widgets.flow import Flow

#: More choices than this stand after one another, not under one another.
_ONE_COLUMN = 4


class LinesField(MultilineField):
    """A list of texts, one on each line; its value is a list."""

    def value(self) -> object:
        """Return the lines that say something."""
        return [line.strip() for line in self.toPlainText().splitlines() if line.strip()]

    def set_value(self, value: object) -> None:
        """Show stored texts; what is being written is left alone."""
        lines = [str(each) for each in value] if isinstance(value, (list, tuple)) else []
        self._kept = lines
        if not (self._unsaved.waits() and self.hasFocus()) and self.value() != lines:
            self.show_text("\n".join(lines))


class ChecksField(QWidget):
    """Some of several; its value is a list, in the order of the choices.

    Args:
        choices: values and what they are called.
    """

    committed = Signal(object)

    def __init__(self, choices: Sequence[tuple[object, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: list[tuple[object, QCheckBox]] = []
        self._inside = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._inside)
        self._offered: tuple[tuple[object, str], ...] | None = None
        self.offer(choices)

    def offer(self, choices: Sequence[tuple[object, str]]) -> None:
        """Change what one can choose among: values and what they are called; what was ticked stays so."""
        if self._offered == tuple(choices):
            return
        self._offered, ticked = tuple(choices), self.value()
        self._column.removeWidget(self._inside)
        self._inside.hide()
        self._inside.deleteLater()
        self._inside = QWidget()
        layout: QLayout = QVBoxLayout(self._inside) if len(choices) <= _ONE_COLUMN else Flow(self._inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GRID)
        self._boxes = []
        for value, text in choices:
            box = QCheckBox(text)
            box.clicked.connect(lambda: self.committed.emit(self.value()))
            layout.addWidget(box)
            self._boxes.append((value, box))
        self._column.addWidget(self._inside)
        if self._boxes:
            self.setFocusProxy(self._boxes[0][1])
        self.set_value(ticked)

    def value(self) -> object:
        """Return what is ticked."""
        return [value for value, box in self._boxes if box.isChecked()]

    def set_value(self, value: object) -> None:
        """Show stored values."""
        chosen = value if isinstance(value, (list, tuple)) else ()
        for each, box in self._boxes:
            box.setChecked(each in chosen)
