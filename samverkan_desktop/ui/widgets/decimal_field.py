"""A field for a number that may have decimals, written as Swedish does or with a point."""

from PySide6.QtWidgets import QWidget

from samverkan_desktop.i18n import exact_decimal, read_decimal, tr
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets.fields import ReadField


class DecimalField(ReadField):
    """A number, shown with a decimal comma; empty for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaximumWidth(theme.enlarged(28 * theme.GRID))

    def shown(self, value: object) -> str:
        """Return a number with all its decimals."""
        return exact_decimal(value) if isinstance(value, (int, float)) else ""

    def parse(self, text: str) -> float | None:
        """Return the number of ``72,5``, ``72.5`` or ``1 234,5``.

        Raises:
            ValueError: it is no number.
        """
        if not text:
            return None
        try:
            return read_decimal(text)
        except ValueError:
            raise ValueError(tr("Ange ett tal, till exempel 72,5.")) from None
