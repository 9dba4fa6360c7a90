"""The follow-up report's sections on measures: schools that are covered, and indicators."""

from collections.abc import Sequence

from reportlab.graphics.shapes import Drawing, Rect
from reportlab.platypus import Flowable, Spacer, Table

from samverkan_desktop.documents import pdf_style as style
from samverkan_desktop.documents.follow_up import FollowUp
from samverkan_desktop.documents.follow_up_plans import CoverageLine, IndicatorPart, Point
from samverkan_desktop.documents.indicator_chart import indicator_chart
from samverkan_desktop.documents.pdf_parts import Section, section
from samverkan_desktop.documents.pdf_picture import Picture
from samverkan_desktop.documents.pdf_table import Cell, TableCommand, data_table, plain_table
from samverkan_desktop.documents.pdf_text import text
from samverkan_desktop.i18n import tr

_BAR_ROOM = 130.0
_FIGURE_ROOM = 108.0
#: A unit that stands beside the figure itself; a longer one stands below it.
_SHORT_UNIT = 2


def coverage(follow_up: FollowUp) -> Section | None:
    """Return the section on how many schools are covered, where the register holds any."""
    table = follow_up.plans.coverage
    if table is None:
        return None
    whole = table.whole
    said = tr(
        "{covered} av {total} skolor omfattas av en överenskommelse {day} ({percent} %).",
        covered=whole.covered,
        total=whole.total,
        day=table.on,
        percent=whole.percent,
    )
    parts: list[Flowable] = [text(said), _shares(tr("Skolform och huvudman"), table.categories, whole)]
    if table.areas:
        parts += section(tr("Per område"), [_shares(tr("Område"), table.areas)], style.SUBHEADING, 2)
    return Section(tr("Skolor som omfattas"), parts)


def _shares(heading: str, lines: Sequence[CoverageLine], whole: CoverageLine | None = None) -> Table:
    header: list[Cell] = [
        heading,
        [text(tr("Omfattas"), style.COLUMN_RIGHT)],
        [text(tr("Skolor"), style.COLUMN_RIGHT)],
        [text(tr("Andel"), style.COLUMN_RIGHT)],
        "",
    ]
    rows = [_share(line) for line in lines]
    commands: list[TableCommand] = []
    if whole is not None and len(lines) > 1:
        rows.append(_share(whole))
        commands.append(("BACKGROUND", (0, len(rows)), (-1, len(rows)), style.TINT))
    return data_table(header, rows, (None, 62, 58, 54, _BAR_ROOM), commands)


def _share(line: CoverageLine) -> list[Cell]:
    percent = tr("{percent} %", percent=line.percent)
    figures = (str(line.covered), str(line.total), percent)
    return [line.label, *([text(figure, style.CELL_RIGHT)] for figure in figures), [_bar(line.percent)]]


def _bar(percent: int) -> Drawing:
    """Return a frame as wide as the whole, filled as far as the share: its edge is seen in grey print."""
    width = _BAR_ROOM - 4
    bar = Drawing(_BAR_ROOM, 11)
    bar.add(Rect(1, 1.5, width, 8, fillColor=style.PAPER, strokeColor=style.MUTED, strokeWidth=0.6))
    if percent:
        bar.add(Rect(1, 1.5, width * percent / 100, 8, fillColor=style.ACCENT, strokeColor=None))
    return bar


def indicators(follow_up: FollowUp) -> Section | None:
    """Return the section on indicators, each with its latest value and a line through the years."""
    shown = follow_up.plans.indicators
    if not shown:
        return None
    return Section(tr("Indikatorer"), [part for indicator in shown for part in _indicator(indicator)])


def _indicator(indicator: IndicatorPart) -> list[Flowable]:
    about = " ".join(part for part in (indicator.standing, indicator.about) if part)
    said: list[Flowable] = [text(about, style.NOTE), Spacer(0, 4)] if about else []
    return section(indicator.name, [*said, _values(indicator), Spacer(0, 4)], style.SUBHEADING, 2)


def _values(indicator: IndicatorPart) -> Flowable:
    latest = indicator.latest
    if latest is None:
        return text(tr("Inget värde har angetts."))
    figure: list[Flowable] = [text(_figure(indicator, latest), style.FIGURE), text(latest.year, style.NOTE)]
    if indicator.unit and len(indicator.unit) > _SHORT_UNIT:
        figure[1] = text(tr("{unit}, {year}", unit=indicator.unit, year=latest.year), style.NOTE)
    if indicator.note:
        figure.append(text(indicator.note, style.NOTE))
    chart = indicator_chart(indicator, style.MEASURE - _FIGURE_ROOM)
    if chart is None:
        return plain_table([[figure, ""]], [style.MEASURE / 2, style.MEASURE / 2])
    picture = Picture(chart.drawing, chart.alternative)
    return plain_table([[figure, [picture]]], [_FIGURE_ROOM, style.MEASURE - _FIGURE_ROOM])


def _figure(indicator: IndicatorPart, latest: Point) -> str:
    """Return the latest value, with its unit where that is short: ``71 %``."""
    return f"{latest.label}\u00a0{indicator.unit}" if 0 < len(indicator.unit) <= _SHORT_UNIT else latest.label
