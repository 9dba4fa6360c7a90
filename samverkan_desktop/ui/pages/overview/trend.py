"""How the agreement has been followed over the years, counted in the background when one asks for it."""

from collections.abc import Sequence

from samverkan_desktop.i18n import tr
from samverkan_desktop.services import trend
from samverkan_desktop.services.trend import YearStanding
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.tasks import Progress
from samverkan_desktop.ui.widgets.expander import Expander
from samverkan_desktop.ui.widgets.line_chart import LineChart
from samverkan_desktop.ui.widgets.parts import Card
from samverkan_desktop.ui.widgets.sparkline import Series


class TrendCard(Card):
    """Two lines through the years; not there before a second year has met.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__(tr("Utveckling över åren"))
        self._context = context
        self.more = Expander(tr("Visa åren"))
        self.more.opened.connect(lambda is_open: self._count() if is_open else None)
        self.fulfilled, self.present = LineChart(), LineChart()
        for chart, name in (
            (self.fulfilled, tr("Åtaganden uppfyllda, procent av de prövade")),
            (self.present, tr("Närvaro, procent av de kallade")),
        ):
            chart.setAccessibleName(name)
            self.more.body.addWidget(theme.label(name, "strong", wrap=True))
            self.more.body.addWidget(chart)
        self.body.addWidget(self.more)
        self.hide()

    def show_years(self, years: Sequence[str]) -> None:
        """Show which years there are; what is open is counted anew."""
        self.setVisible(len(years) > 1)
        if len(years) < 2:
            return
        self.more.set_title(
            tr("Visa åren {first} till {last}", first=years[-trend.MOST :][0], last=years[-1])
        )
        if self.more.is_open():
            self._count()

    def _count(self) -> None:
        work, (agreement_id, group_id) = self._context.workspace, self._context.shown()
        if agreement_id is None:
            return
        own = agreement_id

        def count(progress: Progress) -> tuple[YearStanding, ...]:
            return trend.trend(work, own, group_id, progress.step)

        self._context.tasks.run(count, self.show_trend, tr("Räknar åren"))

    def show_trend(self, years: Sequence[YearStanding]) -> None:
        """Draw the years."""
        told = [(year.period, year.fulfilled_share, year.present_share) for year in years]
        self.fulfilled.show_series(Series(tuple((label, share) for label, share, _ in told), unit="%"))
        self.present.show_series(Series(tuple((label, share) for label, _, share in told), unit="%"))
