"""Deviations by operation, drawn: a bar for each operation that has reported any."""

from samverkan_desktop.documents.bar_chart import Bar, Chart, Fill, bar_charts
from samverkan_desktop.documents.follow_up import FollowUp
from samverkan_desktop.i18n import tr


def deviations_charts(follow_up: FollowUp) -> tuple[Chart, ...]:
    """Return the charts of how many deviations each operation has documented; none where there are none."""
    bars = [
        Bar(count.label, ((Fill.FULL, count.number),), str(count.number))
        for count in follow_up.deviations_by_unit
    ]
    return bar_charts(tr("dokumenterade avvikelser per verksamhet"), bars)
