"""Meetings required and held, drawn: a bar for each group."""

from samverkan_desktop.documents.bar_chart import Bar, Chart, Fill, bar_charts
from samverkan_desktop.documents.follow_up import FollowUp, GroupYear
from samverkan_desktop.i18n import tr


def meetings_charts(follow_up: FollowUp) -> tuple[Chart, ...]:
    """Return the chart of how many of the meetings required were held; none where nothing is to be shown."""
    bars = [_bar(group) for group in follow_up.groups if group.required or group.held or group.extra]
    legend = (
        (Fill.FULL, tr("hållet ordinarie möte")),
        (Fill.DASHED, tr("fastlagt men inte hållet")),
        (Fill.HATCHED, tr("extra möte")),
    )
    return bar_charts(tr("möten som är fastlagda och hållna"), bars, legend)


def _bar(group: GroupYear) -> Bar:
    missing = max((group.required or 0) - group.held, 0)
    if group.required is None:
        said = tr("hållna {n}", n=group.held)
    else:
        said = tr("hållna {n} av {m}", n=group.held, m=group.required)
    if group.extra:
        said = tr("{held}, extra {n}", held=said, n=group.extra)
    parts = ((Fill.FULL, group.held), (Fill.DASHED, missing), (Fill.HATCHED, group.extra))
    return Bar(group.name, parts, said)
