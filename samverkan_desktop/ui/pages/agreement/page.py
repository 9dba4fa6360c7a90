"""The page of the agreement: how it reads, and what the program follows up in it."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.services import adoption, check, period
from samverkan_desktop.services import agreement as agreements
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import Page, PageContext
from samverkan_desktop.ui.pages.agreement.adoption import Adoption
from samverkan_desktop.ui.pages.agreement.head import AgreementHead
from samverkan_desktop.ui.pages.agreement.reading import Reading


class AgreementPage(Page):
    """The agreement, word for word, and what the program follows up in it."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, tr("Avtal"))
        self.head = AgreementHead()
        self.reading = Reading(context)
        self.adoption = Adoption(adoption.presets(), self._adopt)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._lay_out())
        self._stack.addWidget(self.adoption)
        self.body.addWidget(self._stack)

    def _lay_out(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.APART)
        column.addWidget(self.head)
        column.addWidget(self.reading, 1)
        return whole

    def refresh(self) -> None:
        """Read the agreement and every finding on it."""
        work = self.context.workspace
        own = self.context.agreement_id()
        if own is None:
            self._stack.setCurrentWidget(self.adoption)
            return
        self._stack.setCurrentIndex(0)
        agreement = agreements.head(work, own)
        self.head.show_agreement(agreement)
        self.reading.show_agreement(agreement, check.findings(work, agreement_id=own))

    def open(self, target: str) -> None:
        """Show a clause (``T14``, ``clause:3``) or an obligation with its clause (``obligation:7``)."""
        self.reading.open(target)

    def _adopt(self, source: str) -> None:
        work = self.context.workspace
        own = adoption.adopt(work, source)
        self.context.scope.show(own, period.to_show(work, own, agreements.periods(work, own)))
