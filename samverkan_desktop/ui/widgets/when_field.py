"""A field for when something is to be done: a day, or a time as people decide it."""

from datetime import date

from PySide6.QtWidgets import QWidget

from samverkan_desktop import fuzzy_dates
from samverkan_desktop.i18n import tr
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets.fields import DateField


class WhenField(DateField):
    """A day, or ``första kvartalet 2019``, ``mars 2019``, ``ht 2019``: words that have a last day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(56 * theme.GRID)
        self.setMaximumWidth(theme.enlarged(64 * theme.GRID))

    def shown(self, value: object) -> str:
        """Return words as they are, a day as ISO."""
        return value if isinstance(value, str) else super().shown(value)

    def parse(self, text: str) -> date | str | None:
        """Return the day, or the words where they mean several days.

        Raises:
            ValueError: they mean no time.
        """
        try:
            return super().parse(text)
        except ValueError:
            pass
        try:
            meant = fuzzy_dates.read(text)
        except ValueError:
            said = tr("Skriv en dag eller en tid som finns: 2018-09-04, mars 2019, första kvartalet 2019.")
            raise ValueError(said) from None
        return meant.starts if meant.starts == meant.ends else text
