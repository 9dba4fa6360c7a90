"""The year wheel as a list: the same marks in words, each a link, for who does not see or aim at a ring."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from samverkan_desktop.documents.year_wheel import Mark, YearWheel
from samverkan_desktop.documents.year_wheel_shapes import kind_name
from samverkan_desktop.i18n import short_date, tr
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets.expander import Expander
from samverkan_desktop.ui.widgets.parts import button


class WheelList(Expander):
    """The marks of a year in order of day, made into lines when one opens it.

    Args:
        navigate: goes to a place in the window.
    """

    def __init__(self, navigate: Callable[[str], None]) -> None:
        super().__init__("")
        self._navigate = navigate
        self._marks: tuple[Mark, ...] = ()
        self._listed: tuple[Mark, ...] = ()
        self.lines: list[QWidget] = []
        self.opened.connect(lambda _open: self._fill())

    def show_wheel(self, wheel: YearWheel) -> None:
        """Show another year."""
        self._marks = wheel.marks
        self.set_title(tr("Året som lista ({n})", n=len(wheel.marks)))
        self.setVisible(bool(wheel.marks))
        self._fill()

    def _fill(self) -> None:
        if not self.is_open() or self._marks == self._listed:
            return
        self._listed = self._marks
        for gone in self.lines:
            self.body.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.lines = [self._line(mark) for mark in self._marks]
        for line in self.lines:
            self.body.addWidget(line, 0, Qt.AlignmentFlag.AlignLeft)

    def _line(self, mark: Mark) -> QWidget:
        text = f"{short_date(mark.day)}: {mark.label} ({kind_name(mark.kind).lower()})"
        if not mark.target:
            return theme.label(text, wrap=True)
        return button(text, partial(self._navigate, mark.target), "link")
