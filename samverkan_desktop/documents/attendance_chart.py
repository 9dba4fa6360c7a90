"""Attendance by function, drawn: a bar for each function under its party."""

from itertools import groupby

from samverkan_desktop.documents.bar_chart import Bar, Chart, Fill, bar_charts
from samverkan_desktop.documents.follow_up import GroupYear, SeatAttendanceLine
from samverkan_desktop.i18n import tr


def attendance_charts(group: GroupYear) -> tuple[Chart, ...]:
    """Return the charts of a group's attendance at ordinary meetings; none where nobody was called to any."""
    if not any(line.possible for line in group.attendance):
        return ()
    bars: list[Bar] = []
    for party, lines in groupby(group.attendance, key=lambda line: line.party):
        bars += [Bar(party), *map(_bar, lines)]
    legend = (
        (Fill.FULL, tr("närvarande")),
        (Fill.HATCHED, tr("närvarande en del av mötet")),
        (Fill.OPEN, tr("inte närvarande")),
        (Fill.DASHED, tr("funktionen vakant")),
    )
    return bar_charts(tr("närvaro per funktion"), bars, legend)


def _bar(line: SeatAttendanceLine) -> Bar:
    away = max(line.possible - line.present - line.vacant, 0)
    said = [tr("{n} av {m}", n=line.present, m=line.possible) if line.possible else tr("inte kallad")]
    if line.partly:
        said.append(tr("i del {n}", n=line.partly))
    if line.vacant:
        said.append(tr("vakant {n}", n=line.vacant))
    parts = (
        (Fill.FULL, line.present - line.partly),
        (Fill.HATCHED, line.partly),
        (Fill.OPEN, away),
        (Fill.DASHED, line.vacant),
    )
    return Bar(line.function, parts, ", ".join(said))
