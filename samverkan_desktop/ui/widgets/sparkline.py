"""A small line through the years' values, in a cell of a table; its words for who cannot see it."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from samverkan_desktop.documents.line_layout import LineScale, runs
from samverkan_desktop.i18n import decimal, tr
from samverkan_desktop.ui import theme

_Index = QModelIndex | QPersistentModelIndex
#: Role under which a cell answers with the series that is drawn in it.
SERIES_ROLE = Qt.ItemDataRole.UserRole + 2
#: Widths of the line and of the target's, and radii of a value that stands alone and of the latest.
_LINE, _DASHED = 1.6, 1.2
_POINT, _LATEST = 1.8, 2.8
#: A longer unit does not stand at every value.
_SHORT_UNIT = 8
#: The farthest that two years are apart in a cell.
_STEP = 7 * theme.GRID


@dataclass(frozen=True)
class Series:
    """What a line is drawn through.

    Args:
        points: the years, oldest first, with their values; None where there is none.
        target: the value aimed at; None for none.
        unit: what the values are counted in; may be empty.
    """

    points: tuple[tuple[str, float | None], ...] = ()
    target: float | None = None
    unit: str = ""

    @property
    def values(self) -> tuple[float | None, ...]:
        """The values alone."""
        return tuple(value for _, value in self.points)

    def words(self) -> str:
        """Return the same in words: ``2018: 71,5 %; 2019: inget värde; mål: 80 %``.

        A long unit stands once, last.
        """
        said = [
            (year, tr("inget värde") if value is None else self.said(value)) for year, value in self.points
        ]
        if self.target is not None:
            said.append((tr("mål"), self.said(self.target)))
        told = "; ".join(f"{name}: {value}" for name, value in said)
        return f"{told} ({self.unit})" if self.unit != self.short_unit else told

    @property
    def short_unit(self) -> str:
        """The unit where it is short enough to stand at every value; else empty."""
        return self.unit if len(self.unit) <= _SHORT_UNIT else ""

    def said(self, value: float) -> str:
        """Return a value as it is written, with its unit where that is short."""
        return f"{decimal(value)}\u00a0{self.short_unit}" if self.short_unit else decimal(value)


@dataclass(frozen=True)
class Line:
    """A series laid out in an area.

    Args:
        series: what is drawn.
        area: where its points may stand.
        places: where each year stands from the left.
    """

    series: Series
    area: QRectF
    places: tuple[float, ...]

    def height(self, value: float) -> float:
        """Return where a value stands from the top."""
        scale = LineScale(self.series.values, self.series.target)
        return self.area.bottom() - scale.share(value) * self.area.height()

    def points(self) -> list[QPointF | None]:
        """Return where each year's value stands; None where there is none."""
        return [
            None if value is None else QPointF(place, self.height(value))
            for place, value in zip(self.places, self.series.values, strict=True)
        ]

    def paint(self, painter: QPainter, ends: float) -> None:
        """Draw the target dashed, then the values: the latest as a larger point, gaps as gaps.

        Args:
            painter: what draws.
            ends: how far the target's line reaches from the left.
        """
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.series.target is not None:
            pen = QPen(theme.colour("muted"), _DASHED)
            pen.setDashPattern([3, 2.4])
            painter.setPen(pen)
            height = self.height(self.series.target)
            painter.drawLine(QLineF(self.area.left(), height, ends, height))
        ink = theme.colour("accent")
        points = self.points()
        for run in runs(self.series.values):
            painter.setPen(QPen(ink, _LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPolyline(QPolygonF([point for number in run if (point := points[number])]))
            if len(run) == 1 and (alone := points[run[0]]):
                self._mark(painter, alone, _POINT)
        known = [point for point in points if point is not None]
        if known:
            self._mark(painter, known[-1], _LATEST)
        painter.restore()

    def _mark(self, painter: QPainter, point: QPointF, radius: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(point, radius, radius)


class SparklineDelegate(QStyledItemDelegate):
    """Draws the series of a cell; whoever cannot see it hears it in words."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the cell's ground as that of any other, and the line on it."""
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        drawn.text = ""
        drawn.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, drawn.widget)
        series = index.data(SERIES_ROLE)
        if isinstance(series, Series) and series.points:
            area = QRectF(option.rect).adjusted(3 * theme.GRID, theme.NEAR, -3 * theme.GRID, -theme.NEAR)
            step = min(area.width() / max(len(series.points) - 1, 1), _STEP)
            places = tuple(area.left() + step * number for number in range(len(series.points)))
            Line(series, area, places).paint(painter, max(places[-1], area.left() + _STEP))

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a row of one line."""
        return QSize(super().sizeHint(option, index).width(), 9 * theme.GRID)
