"""How many of the schools are covered, as bars with their numbers, beneath the coverage register (ST09)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.services import coverage_shares
from samverkan_desktop.services.coverage_shares import CoverageShare, CoverageShares
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.accessible import Role, tell_role
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.registers.register import Beneath
from samverkan_desktop.ui.widgets.parts import button, scrolling

#: The least width of a bar, and the greatest height of all of them before they scroll.
_BAR, _HEIGHT = 20 * theme.GRID, 54 * theme.GRID
_LINE = 6 * theme.GRID


class CoverageBars(Beneath):
    """A bar for all schools, and one for each category: by form and organiser, or by area.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._shares: CoverageShares | None = None
        self._by_area = False
        self._shown: tuple[CoverageShare, ...] = ()
        self._bars = QWidget()
        self._grid = QGridLayout(self._bars)
        self._grid.setContentsMargins(0, 0, theme.NEAR, 0)
        self._grid.setVerticalSpacing(0)
        self._grid.setHorizontalSpacing(theme.NEAR + theme.GRID)
        self._grid.setColumnStretch(1, 1)
        self._scroll = scrolling(self._bars)
        self.ways = QWidget()
        self._by_category = _way(tr("Skolform och huvudman"), lambda: self._turn(by_area=False))
        self._by_place = _way(tr("Område"), lambda: self._turn(by_area=True))
        row = QHBoxLayout(self.ways)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        for way in (self._by_category, self._by_place):
            row.addWidget(way)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(self.ways)
        column.addWidget(self._scroll)

    def show_agreement(self, agreement_id: int) -> None:
        """Count the register of an agreement."""
        self._shares = coverage_shares.shares(self._context.workspace, agreement_id)
        self._show()

    def _turn(self, *, by_area: bool) -> None:
        self._by_area = by_area
        self._show()

    def _show(self) -> None:
        shares = self._shares
        if shares is None or shares.whole is None:
            self.hide()
            return
        by_area = self._by_area and bool(shares.areas)
        self.ways.setVisible(bool(shares.areas))
        self._by_category.setChecked(not by_area)
        self._by_place.setChecked(by_area)
        parts = shares.areas if by_area else shares.categories
        self._fill((shares.whole, *(parts if len(parts) > 1 else ())))
        self.show()

    def _fill(self, shares: Sequence[CoverageShare]) -> None:
        if tuple(shares) == self._shown:
            return
        self._shown = tuple(shares)
        while item := self._grid.takeAt(0):
            if gone := item.widget():
                gone.hide()
                gone.deleteLater()
        for line, share in enumerate(shares):
            self._add(line, share)
        height = min(len(shares) * theme.enlarged(_LINE), theme.enlarged(_HEIGHT))
        self._scroll.setFixedHeight(height)

    def _add(self, line: int, share: CoverageShare) -> None:
        role = "body" if line else "strong"
        counted = tr("{covered} av {total}", covered=share.covered, total=share.total)
        percent = tr("{percent} %", percent=share.percent)
        bar = QProgressBar()
        bar.setTextVisible(False)
        bar.setRange(0, share.total)
        bar.setValue(share.covered)
        bar.setMinimumWidth(_BAR)
        bar.setAccessibleName(f"{share.label}: {counted}, {percent}")
        name = theme.label(share.label, role)
        name.setFixedHeight(theme.enlarged(_LINE))
        middle = Qt.AlignmentFlag.AlignVCenter
        right = middle | Qt.AlignmentFlag.AlignRight
        widgets = (name, bar, theme.label(counted, role), theme.label(percent, role))
        for column, (widget, side) in enumerate(zip(widgets, (middle, middle, right, right), strict=True)):
            self._grid.addWidget(widget, line, column, side)
            widget.show()  # now, not when the layout gets round to it


def _way(text: str, pressed: Callable[[], object]) -> QPushButton:
    result = button(text, pressed, "segment")
    result.setCheckable(True)
    tell_role(result, Role.RadioButton)
    return result
