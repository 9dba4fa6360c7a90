"""Commissions by outcome, drawn: a bar for each outcome."""

from collections import Counter

from samverkan_desktop.documents.bar_chart import Bar, Chart, Fill, bar_charts
from samverkan_desktop.documents.follow_up import CommissionLine, FollowUp
from samverkan_desktop.i18n import tr


def commissions_charts(follow_up: FollowUp) -> tuple[Chart, ...]:
    """Return the chart of how many commissions had which outcome; none where there are fewer than two."""
    lines = follow_up.commissions
    if len(lines) < 2:
        return ()
    counted = Counter((_place(line), line.outcome) for line in lines)
    bars = [
        Bar(outcome[:1].upper() + outcome[1:], ((_FILLS[place], number),), str(number))
        for (place, outcome), number in sorted(counted.items())
    ]
    return bar_charts(tr("uppdrag efter utfall"), bars)


#: Reported in time, reported at a new time, reported too late, not yet due, late.
_FILLS = (Fill.FULL, Fill.HATCHED, Fill.CROSSED, Fill.OPEN, Fill.DASHED)


def _place(line: CommissionLine) -> int:
    """Return how good an outcome is, 0 the best."""
    if line.reported is None:
        return 4 if line.outcome == tr("försenad") else 3
    if line.reported > line.due:
        return 2
    return 1 if line.first_due is not None else 0
