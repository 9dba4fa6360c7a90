"""An indicator drawn: the line through its years, and the value aimed at."""

from samverkan_desktop.documents.bar_chart import Chart
from samverkan_desktop.documents.follow_up_plans import IndicatorPart
from samverkan_desktop.documents.line_chart import line_chart
from samverkan_desktop.i18n import tr


def indicator_chart(indicator: IndicatorPart, width: float) -> Chart | None:
    """Return an indicator's chart, so wide at the most; None where fewer than two years were measured."""
    if sum(point.value is not None for point in indicator.points) < 2:
        return None
    target = tr("mål {value}", value=indicator.target_label) if indicator.target is not None else ""
    return Chart(line_chart(indicator.points, width, indicator.target, target), _in_words(indicator))


def _in_words(indicator: IndicatorPart) -> str:
    """Return what the line shows: ``Linje: 2017 68; 2018 71; mål 75``."""
    shown = [f"{point.year} {point.label}" for point in indicator.points if point.value is not None]
    if indicator.target is not None:
        shown.append(tr("mål {value}", value=indicator.target_label))
    return tr("Linje: {values}", values="; ".join(shown))
