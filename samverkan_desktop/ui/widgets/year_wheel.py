"""The year wheel on screen: hover tells, click and Enter open, arrow keys go from mark to mark."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from samverkan_desktop.documents.year_wheel import MarkKind, YearWheel
from samverkan_desktop.documents.year_wheel_layout import MARK_RADIUS, PlacedMark, WheelLayout, layout
from samverkan_desktop.documents.year_wheel_shapes import kind_name
from samverkan_desktop.i18n import short_date, tr
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.notices import announce
from samverkan_desktop.ui.widgets.wheel_painter import LEGEND_ROW, ROW, WheelPainter

#: Room for the labels on each side, and the narrowest widget that has any.
_LABELS = 38 * theme.GRID
_NARROW = 120 * theme.GRID
#: The smallest wheel, in pixels, that is worth having labels around it.
_SMALL = 80
#: The lowest widget that has room for a legend.
_LOW = 60 * theme.GRID
#: How near a mark one must point, in pixels.
_NEAR = 12


class YearWheelView(QWidget):
    """A working year as a ring of months with marks."""

    #: The target of a mark that was opened: ``meeting:3``.
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wheel: YearWheel | None = None
        self._layout: WheelLayout | None = None
        self._radius = 0.0
        self._labelled = False
        self._chosen = -1
        self._hovered = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Årshjul"))

    def show_wheel(self, wheel: YearWheel) -> None:
        """Show a year."""
        self._wheel = wheel
        self._chosen = self._hovered = -1
        self.setAccessibleName(
            tr("Årshjul {label}, {count} händelser", label=wheel.label, count=len(wheel.marks))
        )
        self._arrange()
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Return the least room in which the months can be read."""
        return QSize(70 * theme.GRID, 70 * theme.GRID)

    def sizeHint(self) -> QSize:
        """Return the room in which everything is read at ease."""
        return QSize(160 * theme.GRID, 110 * theme.GRID)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Find the largest wheel that fits; letters keep their size, so it takes two rounds."""
        if self._wheel is None:
            return
        self._labelled = self.width() >= _NARROW
        self._fit(self._wheel)
        if self._labelled and self._radius < _SMALL:
            self._labelled = False
            self._fit(self._wheel)

    def _fit(self, wheel: YearWheel) -> None:
        height = (self.height() - self._legend_height()) / 2 - theme.GRID
        width = self.width() / 2 - (_LABELS if self._labelled else theme.GRID)
        radius = min(height, width) / 1.3
        for _ in range(3):
            self._layout = layout(wheel, row_height=(ROW if self._labelled else 1) / max(radius, 1))
            reach = self._layout.column if self._labelled else self._outermost()
            radius = max(min(height / self._layout.half_height, width / reach), 1)
        self._radius = radius

    def _outermost(self) -> float:
        marks = self._layout.marks if self._layout else ()
        return max([0.95, *(abs(mark.at[0]) + 2 * MARK_RADIUS for mark in marks)])

    def _legend_height(self) -> int:
        if self.height() < _LOW:
            return 0
        kinds = len({mark.kind for mark in self._wheel.marks}) if self._wheel else 0
        across = max(1, self.width() // (35 * theme.GRID))
        return -(-kinds // across) * LEGEND_ROW

    def _middle(self) -> QPointF:
        return QPointF(self.width() / 2, (self.height() - self._legend_height()) / 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the wheel."""
        if self._wheel is None or self._layout is None:
            return
        painter = WheelPainter(self, self._middle(), self._radius)
        painter.ring(self._layout, self._wheel.label)
        chosen = self._chosen if self.hasFocus() else -1
        painter.marks(self._layout.marks, self._labelled, chosen, self._hovered)
        area = QRectF(0, self.height() - self._legend_height(), self.width(), self._legend_height())
        if area.height():
            painter.legend(
                [kind for kind in MarkKind if any(mark.kind is kind for mark in self._wheel.marks)], area
            )
        painter.end()

    def focused_mark(self) -> PlacedMark | None:
        """Return the mark that the arrow keys have come to."""
        marks = self._layout.marks if self._layout else ()
        return marks[self._chosen] if 0 <= self._chosen < len(marks) else None

    def _at(self, place: QPointF) -> int:
        """Return the number of the mark, or of the label, that a place points at; -1 for none."""
        marks = self._layout.marks if self._layout else ()
        best, nearest = -1, float(_NEAR)
        for number, placed in enumerate(marks):
            spot = self._middle() + QPointF(placed.at[0], -placed.at[1]) * self._radius
            distance = (spot - place).manhattanLength()
            if distance < nearest:
                best, nearest = number, distance
            if self._labelled and best < 0 and self._label_area(placed).contains(place):
                best = number
        return best

    def _label_area(self, placed: PlacedMark) -> QRectF:
        begin = self._middle() + QPointF(placed.label_at[0], -placed.label_at[1]) * self._radius
        width = self.width() - begin.x() if placed.right else begin.x()
        return QRectF(begin.x() if placed.right else 0, begin.y() - ROW / 2, width, ROW)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what one points at."""
        hovered = self._at(event.position())
        if hovered != self._hovered:
            self._hovered = hovered
            hand = Qt.CursorShape.PointingHandCursor if self._target(hovered) else Qt.CursorShape.ArrowCursor
            self.setCursor(hand)
            self.update()

    def _target(self, number: int) -> str:
        return self._layout.marks[number].mark.target if self._layout and number >= 0 else ""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what was clicked."""
        number = self._at(event.position())
        if number >= 0:
            self._chosen = number
            self.update()
            if target := self._target(number):
                self.opened.emit(target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from mark to mark, and open."""
        count = len(self._layout.marks) if self._layout else 0
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}.get(
            Qt.Key(event.key())
        )
        if step and count:
            self._chosen = (
                (self._chosen + step) % count if self._chosen >= 0 else (0 if step > 0 else count - 1)
            )
            announce(self, self._told(self._chosen))
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._target(self._chosen):
            self.opened.emit(self._target(self._chosen))
        else:
            super().keyPressEvent(event)

    def _told(self, number: int) -> str:
        if self._layout is None:
            return ""
        mark = self._layout.marks[number].mark
        return f"{short_date(mark.day)}: {mark.label} ({kind_name(mark.kind).lower()})"

    def event(self, event: QEvent) -> bool:
        """Tell what a mark is when one rests on it."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            number = self._at(QPointF(event.pos()))
            if number >= 0:
                QToolTip.showText(event.globalPos(), self._told(number), self)
            else:
                QToolTip.hideText()
            return True
        if event.type() in (QEvent.Type.Leave, QEvent.Type.PaletteChange):
            self._hovered = -1
            self.update()
        return super().event(event)
