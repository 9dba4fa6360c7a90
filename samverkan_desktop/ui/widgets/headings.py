"""How wide a column is, so that its heading has room in every language."""

from typing import Any

from PySide6.QtWidgets import QHeaderView

from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets.table_model import Column

#: What a heading needs beside its text.
_BESIDE = 6 * theme.GRID


def width_of(column: Column[Any], header: QHeaderView) -> int:
    """Return the width of a column: its own, or its heading's where that is wider; 0 where it takes the rest.

    Args:
        column: the column.
        header: where its heading is written.
    """
    if not column.width:
        return 0
    header.ensurePolished()  # so that it measures the letters it is written in
    return max(column.width, header.fontMetrics().horizontalAdvance(column.header) + _BESIDE)
