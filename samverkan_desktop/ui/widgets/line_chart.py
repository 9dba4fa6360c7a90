"""A line through the years' values with its years, numbers and target written at it."""

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from samverkan_desktop.i18n import decimal, tr
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.accessible import Role, tell_role
from samverkan_desktop.ui.widgets.sparkline import Line, Series

#: Room above the highest point for its number, below the lowest for its number, and for the years.
_ABOVE, _BELOW, _YEARS = 20.0, 20.0, 20.0
_HEIGHT = 34 * theme.GRID
#: Between texts that stand beside one another, and the farthest that two years are apart.
_AIR, _STEP = theme.NEAR, 22.0 * theme.GRID
_RADIUS = 2.4


class LineChart(QWidget):
    """A series drawn large enough to be read; hidden where there is nothing to draw a line through."""

    def __init__(self) -> None:
        super().__init__()
        self.series = Series()
        tell_role(self, Role.Chart)
        self.setFixedHeight(theme.enlarged(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Värden över åren"))

    def sizeHint(self) -> QSize:
        """Return a size in which a few years can be read."""
        return QSize(80 * theme.GRID, theme.enlarged(_HEIGHT))

    def show_series(self, series: Series) -> None:
        """Draw another series."""
        self.series = series
        self.setAccessibleDescription(series.words())
        self.setToolTip(series.words())
        self.setVisible(any(value is not None for value in series.values))
        self.update()

    def line(self) -> Line:
        """Return where the line stands, and every year on it."""
        metrics = QFontMetricsF(theme.font(theme.SMALL))
        points, beside = self.series.points, self._target_width(metrics)
        first, last = (metrics.horizontalAdvance(points[number][0]) / 2 for number in (0, -1))
        room = self.width() - first - max(last, beside)
        step = min(room / max(len(points) - 1, 1), _STEP)
        places = tuple(first + step * number for number in range(len(points)))
        area = QRectF(0, _ABOVE, places[-1], self.height() - _ABOVE - _BELOW - _YEARS)
        return Line(self.series, area, places)

    def _target_width(self, metrics: QFontMetricsF) -> float:
        return metrics.horizontalAdvance(self.target_text()) + _AIR + _RADIUS if self.target_text() else 0.0

    def target_text(self) -> str:
        """Return what stands at the target's line; empty where there is none."""
        target = self.series.target
        return "" if target is None else tr("mål {value}", value=decimal(target))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, and write at it what there is room for."""
        if not self.series.points:
            return
        painter = QPainter(self)
        painter.setFont(theme.font(theme.SMALL))
        line = self.line()
        foot = self.height() - _YEARS
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.drawLine(QLineF(0, foot, line.places[-1], foot))
        line.paint(painter, line.places[-1])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._write_target(painter, line)
        self._write_values(painter, line)
        self._write_years(painter, line)

    def _write_target(self, painter: QPainter, line: Line) -> None:
        if self.series.target is None:
            return
        painter.setPen(theme.colour("muted"))
        left, middle = line.places[-1] + _AIR, line.height(self.series.target)
        area = QRectF(left, middle - _ABOVE / 2, self.width() - left, _ABOVE)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.target_text())

    def _write_years(self, painter: QPainter, line: Line) -> None:
        painter.setPen(theme.colour("muted"))
        names = [year for year, _ in self.series.points]
        for number in fitting(names, line.places, QFontMetricsF(painter.font())):
            self._write(painter, QPointF(line.places[number], self.height() - _YEARS / 2 + 2), names[number])

    def _write_values(self, painter: QPainter, line: Line) -> None:
        points = line.points()
        texts = ["" if value is None else decimal(value) for value in self.series.values]
        written = fitting(texts, line.places, QFontMetricsF(painter.font()))
        for number, (point, text) in enumerate(zip(points, texts, strict=True)):
            if point is None:
                continue
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(point, _RADIUS, _RADIUS)
            if number not in written:
                continue
            painter.setPen(theme.colour("text"))
            below = self._is_low(points, number, line)
            self._write(painter, point + QPointF(0, 0.6 * (_ABOVE if below else -_ABOVE)), text)

    def _is_low(self, points: list[QPointF | None], number: int, line: Line) -> bool:
        """Tell whether the line, or the target's, would cross a number above its point."""
        point, target = points[number], self.series.target
        if point is None:
            return False
        if target is not None and 0 < point.y() - line.height(target) < _ABOVE:
            return True
        beside = [each for each in points[max(number - 1, 0) : number + 2] if each is not None]
        return sum(each.y() - point.y() for each in beside) < 0

    def _write(self, painter: QPainter, middle: QPointF, text: str) -> None:
        area = QRectF(middle.x() - _STEP, middle.y() - _ABOVE / 2, 2 * _STEP, _ABOVE)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)


def fitting(texts: list[str], places: tuple[float, ...], metrics: QFontMetricsF) -> set[int]:
    """Return which texts have room beside one another at their places: the last, then from it leftward."""
    chosen: set[int] = set()
    free = float("inf")
    for number in reversed(range(len(texts))):
        half = metrics.horizontalAdvance(texts[number]) / 2
        if texts[number] and places[number] + half <= free:
            chosen.add(number)
            free = places[number] - half - _AIR
    return chosen
