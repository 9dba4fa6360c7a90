"""One obligation: what it demands, as a sentence to change, and how it stands now."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.rules.finding import Finding
from samverkan_desktop.services.agreement import ObligationRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.pages.agreement.obligation_form import ObligationForm, demand_of
from samverkan_desktop.ui.pages.agreement.setting import Setting
from samverkan_desktop.ui.widgets.finding_list import FindingList
from samverkan_desktop.ui.widgets.parts import Card, icon_button
from samverkan_desktop.ui.widgets.sentence import SentenceForm


class ObligationCard(Card):
    """An obligation that was read out of a clause.

    Args:
        obligation: what is shown.
        setting: what can be chosen in the agreement.
        navigate: goes to a place in the window.
    """

    #: The obligation's identity and what it is to say, a `Demand`.
    changed = Signal(int, object)
    #: It is to be taken away.
    removed = Signal(int)

    def __init__(self, obligation: ObligationRow, setting: Setting, navigate: Callable[[str], None]) -> None:
        super().__init__(obligation.title)
        self._identity = obligation.id
        self.writing = ObligationForm(obligation.kind, setting, demand_of(obligation))
        self.writing.changed.connect(lambda demand: self.changed.emit(self._identity, demand))
        self.body.addWidget(self.writing)
        self.remove = icon_button(
            "trash-2",
            tr("Ta bort åtagandet {title}", title=obligation.title),
            lambda: self.removed.emit(self._identity),
        )
        self.title.add(self.remove)
        self.findings = FindingList(navigate, mendable=True, quoted=False)
        self._none = theme.label(tr("Det finns inget att pröva än."), "small", wrap=True)
        self.body.addWidget(theme.label(tr("Läget nu"), "strong"))
        self.body.addWidget(self._none)
        self.body.addWidget(self.findings)

    @property
    def form(self) -> SentenceForm:
        """The sentence with its fields."""
        return self.writing.form

    def show_obligation(
        self, obligation: ObligationRow, setting: Setting, findings: tuple[Finding, ...], *, writable: bool
    ) -> None:
        """Show the obligation as it is stored, and its findings; what is being written is left alone."""
        self.writing.show_demand(demand_of(obligation), setting)
        self.writing.setEnabled(writable)
        self.remove.setVisible(writable)
        self.findings.show_findings(findings)
        self.findings.setVisible(bool(findings))
        self._none.setVisible(not findings)

    def show_error(self, error: UserError) -> bool:
        """Say at its field what is wrong; returns whether it concerns a field of this obligation."""
        return self.writing.show_error(error)
