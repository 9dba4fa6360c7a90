"""The first page: what comes next, what needs doing, the year at a glance, how the agreement stands."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from samverkan_desktop.documents.year_wheel import MarkKind
from samverkan_desktop.i18n import tr
from samverkan_desktop.rules.finding import worst_first
from samverkan_desktop.services import guide
from samverkan_desktop.services import overview as services
from samverkan_desktop.services.guide import GuideState
from samverkan_desktop.services.overview import Overview
from samverkan_desktop.ui import finding_view, theme
from samverkan_desktop.ui.page import Page, PageContext
from samverkan_desktop.ui.pages.overview.going_on import GuideCard, WelcomeBack
from samverkan_desktop.ui.pages.overview.next_meeting import NextMeeting
from samverkan_desktop.ui.pages.overview.standing import Standing
from samverkan_desktop.ui.pages.overview.trend import TrendCard
from samverkan_desktop.ui.pages.overview.wheel_list import WheelList
from samverkan_desktop.ui.widgets.beside import Beside
from samverkan_desktop.ui.widgets.fields import CheckField
from samverkan_desktop.ui.widgets.finding_list import FindingList
from samverkan_desktop.ui.widgets.parts import Card, EmptyState, reveal, scrolling
from samverkan_desktop.ui.widgets.year_wheel import YearWheelView

#: How many findings are shown before one asks for the rest.
_FIRST = 6


class OverviewPage(Page):
    """One look answers: are we following what we agreed?"""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, tr("Översikt"))
        self.welcome_back = WelcomeBack(context.navigate)
        self.guide = GuideCard(context.navigate)
        self.next_meeting = NextMeeting(context.navigate)
        self.every_agreement = CheckField(tr("Visa alla avtal"))
        self.every_agreement.set_value(True)
        self.every_agreement.committed.connect(lambda _ticked: self.refresh())
        self.add_action_widget(self.every_agreement)
        self.pressing = FindingList(context.navigate, mendable=True, first=_FIRST)
        self.calm = theme.label(tr("Inget kräver åtgärd just nu."), "muted", wrap=True)
        self.wheel = YearWheelView()
        self.wheel.opened.connect(context.navigate)
        self.wheel_list = WheelList(context.navigate)
        self.standing = Standing(context.navigate)
        self.standing.chosen.connect(lambda clause: self.open(f"finding:{clause}"))
        self.trend = TrendCard(context)
        self._stack = QStackedWidget()
        self._stack.addWidget(scrolling(self._lay_out()))
        self._stack.addWidget(
            EmptyState(
                tr("Arkivet har inget avtal än."),
                tr("Lägg in avtalet"),
                lambda: context.navigate("agreement"),
            )
        )
        self.body.addWidget(self._stack)

    def _lay_out(self) -> QWidget:
        action = Card(tr("Kräver åtgärd"))
        action.body.addWidget(self.calm)
        action.body.addWidget(self.pressing)
        year = Card(tr("Årshjul"))
        year.body.addWidget(self.wheel)
        year.body.addWidget(self.wheel_list)
        return Beside(
            (3, (self.welcome_back, self.guide, self.next_meeting, action, self.standing)),
            (2, (year, self.trend)),
        )

    def refresh(self) -> None:
        """Read the year."""
        scope = self.context.scope
        self.every_agreement.setVisible(len(scope.agreements) > 1)
        if scope.agreement_id is None:
            self._stack.setCurrentIndex(1)
            return
        self._stack.setCurrentIndex(0)
        work = self.context.workspace
        shown = services.overview(work, scope.agreement_id, scope.period, scope.group_id)
        self._show(shown, scope.period)
        self.guide.show_state(self._guided(scope.agreement_id, shown))

    def _show(self, overview: Overview, period: str) -> None:
        elsewhere = overview.elsewhere if self.every_agreement.value() else ()
        judged = sorted((*overview.findings, *elsewhere), key=worst_first)
        pressing = [each for each in judged if each.status in finding_view.PRESSING]
        self.next_meeting.show_overview(overview, period)
        self.welcome_back.show_overview(overview, period, self.context.away_since, len(pressing))
        self.pressing.show_findings(pressing)
        self.pressing.setVisible(bool(pressing))
        self.calm.setVisible(not pressing)
        self.wheel.show_wheel(overview.wheel)
        self.wheel_list.show_wheel(overview.wheel)
        self.trend.show_years(overview.years)
        self.standing.show_overview(overview)

    def _guided(self, agreement_id: int, overview: Overview) -> GuideState | None:
        """Return what is left of the guide; None where the group has met, without reading more."""
        held = (MarkKind.HELD, MarkKind.FOLLOW_UP, MarkKind.EXTRA)
        if any(mark.kind in held for mark in overview.wheel.marks):
            return None
        return guide.state(self.context.workspace, agreement_id)

    def open(self, target: str) -> None:
        """Open the findings on a clause: ``finding:T14``."""
        clause = target.partition(":")[2]
        for group in self.standing.groups.values():
            group.set_open(group.holds(clause))
            for row in group.list.rows:
                if row.finding.clause == clause:
                    row.open()
                    reveal(row)
