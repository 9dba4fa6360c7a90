"""Where an agenda item came from and where it goes on, each with a way there."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.rules.wording import capital
from samverkan_desktop.services.agenda import ItemRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.widgets.parts import button


class Lineage(QWidget):
    """One line for each; hidden where an item has neither.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._shown: tuple[tuple[str, str], ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_item(self, item: ItemRow) -> None:
        """Show where an item belongs."""
        before, after = capital(item.origin_text), capital(item.onward.text)
        if item.carries_over and not after:
            after = tr("Fortsätter nästa möte")
        lines = ((before, item.origin_target), (after, item.onward.target))
        shown = tuple((text, target) for text, target in lines if text)
        self.setVisible(bool(shown))
        if shown == self._shown:
            return
        self._shown = shown
        while entry := self._column.takeAt(0):
            if (gone := entry.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for text, target in shown:
            if target:
                link = button(text, partial(self._context.navigate, target), "link")
                self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                self._column.addWidget(theme.label(text, "small", wrap=True))
