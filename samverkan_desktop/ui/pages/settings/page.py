"""The page of settings: one part for each thing that can be chosen, each a card of its own."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import Page, PageContext
from samverkan_desktop.ui.pages.settings.mail_part import MailPart
from samverkan_desktop.ui.pages.settings.part import Part
from samverkan_desktop.ui.widgets.parts import reveal, scrolling

_WIDTH = 160 * theme.GRID


#: The parts in order, by what a link to them is called: ``settings:mail``.
PARTS: dict[str, Callable[[PageContext], Part]] = {"mail": MailPart}


class SettingsPage(Page):
    """Every part under the others."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, tr("Inställningar"))
        self.parts = {key: make(context) for key, make in PARTS.items()}
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.APART)
        for part in self.parts.values():
            part.setMaximumWidth(theme.enlarged(_WIDTH))
            column.addWidget(part)
        column.addStretch(1)
        self.body.addWidget(scrolling(inside), 1)

    def refresh(self) -> None:
        """Show what is stored; nothing of it lies in an archive."""
        for part in self.parts.values():
            part.show_stored()

    def heard(self, rooms: frozenset[str]) -> None:
        """Stay as it is, whatever has changed in the archive."""

    def open(self, target: str) -> None:
        """Go to one part: ``mail``."""
        part = self.parts[target]
        reveal(part)
        part.setFocus()
