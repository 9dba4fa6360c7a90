"""A field for a day that comes every year: ``1 mars``."""

import re

from PySide6.QtWidgets import QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.periods import MONTHS
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets.fields import ReadField

#: How many days each month has in every year.
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
#: How much of a month's name is enough to know it: ``dec``.
_ENOUGH = 3


class YearDayField(ReadField):
    """A day without a year, told as ``03-01`` and shown as ``1 mars``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("till exempel 1 mars"))
        self.setMaximumWidth(theme.enlarged(44 * theme.GRID))

    def shown(self, value: object) -> str:
        """Return the day with its month in words; what is no day as it is stored."""
        text = value if isinstance(value, str) else ""
        found = re.fullmatch(r"(\d{2})-(\d{2})", text)
        if found is None or not _exists(int(found[1]), int(found[2])):
            return text
        return f"{int(found[2])} {tr(MONTHS[int(found[1]) - 1])}"

    def parse(self, text: str) -> str | None:
        """Return the day of ``1 mars``, ``1/3`` or ``03-01``.

        Raises:
            ValueError: there is no such day in every year.
        """
        if not text:
            return None
        month, day = _read(text.casefold())
        if not _exists(month, day):
            raise ValueError(tr("Skriv en dag som finns varje år, till exempel 1 mars."))
        return f"{month:02d}-{day:02d}"


def _read(text: str) -> tuple[int, int]:
    """Return the month and the day that a text means; noughts where it means none."""
    if said := re.fullmatch(r"(?:den )?(\d{1,2})(?::?e|:?a)?\.? +([a-zåäö]+)\.?", text):
        months = [tr(name).casefold() for name in MONTHS]
        known = [n for n, name in enumerate(months, 1) if name.startswith(said[2])]
        return (known[0] if known and len(said[2]) >= _ENOUGH else 0), int(said[1])
    if said := re.fullmatch(r"(\d{1,2})/(\d{1,2})", text):
        return int(said[2]), int(said[1])
    said = re.fullmatch(r"(\d{1,2})-(\d{1,2})", text)
    return (int(said[1]), int(said[2])) if said else (0, 0)


def _exists(month: int, day: int) -> bool:
    return 1 <= month <= len(_DAYS) and 1 <= day <= _DAYS[month - 1]
