"""What is known of one thing, as labelled facts; some open the place they come from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets.chip import Chip
from samverkan_desktop.ui.widgets.parts import button


@dataclass(frozen=True)
class Fact:
    """One fact.

    Args:
        label: what it is; empty where it goes on from the one before.
        text: what is known; a fact without it is not shown.
        target: the place in the window that it opens; empty for none.
        link: what opens it; the text itself where none is given.
        status: the status whose shape and colours it takes; empty for none.
    """

    label: str
    text: str
    target: str = ""
    link: str = ""
    status: str = ""


class Facts(QWidget):
    """Facts under one another; built again only when they have changed, so that the focus stays.

    Args:
        follow: goes to a place in the window.
    """

    def __init__(self, follow: Callable[[str], object]) -> None:
        super().__init__()
        self._follow = follow
        self._facts: tuple[Fact, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show other facts."""
        wanted = tuple(fact for fact in facts if fact.text)
        if wanted == self._facts:
            return
        self._facts = wanted
        while item := self._column.takeAt(0):
            if gone := item.widget():
                gone.hide()
                gone.deleteLater()
        for number, fact in enumerate(wanted):
            if fact.label:
                if number:
                    self._column.addSpacing(theme.NEAR)
                self._put(theme.label(fact.label, "small"))
            self._add(fact)

    def _add(self, fact: Fact) -> None:
        if fact.status:
            self._put(Chip(fact.status, fact.text), Qt.AlignmentFlag.AlignLeft)
        elif not fact.target or fact.link:
            self._put(_text(fact.text))
        if fact.target:
            link = button(fact.link or fact.text, lambda: self._follow(fact.target), "link")
            link.setAccessibleName(" ".join(filter(None, (fact.label, fact.link or fact.text))))
            self._put(link, Qt.AlignmentFlag.AlignLeft)

    def _put(self, widget: QWidget, side: Qt.AlignmentFlag = Qt.AlignmentFlag(0)) -> None:  # noqa: B008  a constant
        self._column.addWidget(widget, 0, side)
        widget.show()  # now, not when the layout gets round to it


def _text(text: str) -> QLabel:
    result = theme.label(text, wrap=True)
    result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return result
