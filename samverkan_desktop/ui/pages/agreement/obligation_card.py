"""One obligation: what it demands, in a form to change it with, and how it stands now."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.rules.finding import Finding
from samverkan_desktop.services.agreement import ObligationRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.pages.agreement import parameters
from samverkan_desktop.ui.widgets.finding_list import FindingList
from samverkan_desktop.ui.widgets.form import Form
from samverkan_desktop.ui.widgets.parts import Card


class ObligationCard(Card):
    """An obligation that was read out of a clause.

    Args:
        obligation: what is shown.
        navigate: goes to a place in the window.
    """

    #: The obligation's identity and its parameters as they are to be.
    changed = Signal(int, object)

    def __init__(self, obligation: ObligationRow, navigate: Callable[[str], None]) -> None:
        super().__init__(obligation.title)
        self._obligation = obligation
        concerns = obligation.group or tr("hela avtalet")
        self.body.addWidget(theme.label(tr("Gäller {group}", group=concerns), "muted"))
        self.form = Form(parameters.declaration(obligation.kind))
        self.form.show_values(parameters.shown(obligation.kind, obligation.parameters))
        self.form.committed.connect(self._committed)
        if obligation.parameters or parameters.declaration(obligation.kind):
            self.body.addWidget(self.form)
        self.findings = FindingList(navigate, mendable=True, quoted=False)
        self._none = theme.label(tr("Det finns inget att pröva än."), "small", wrap=True)
        self.body.addWidget(theme.label(tr("Läget nu"), "strong"))
        self.body.addWidget(self._none)
        self.body.addWidget(self.findings)

    def show_obligation(self, obligation: ObligationRow, findings: tuple[Finding, ...]) -> None:
        """Show the obligation as it is stored, and its findings; what is being written is left alone."""
        if obligation.parameters != self._obligation.parameters:
            self.form.clear_errors()
            self.form.show_values(parameters.shown(obligation.kind, obligation.parameters))
        self._obligation = obligation
        self.findings.show_findings(findings)
        self.findings.setVisible(bool(findings))
        self._none.setVisible(not findings)

    def show_error(self, error: UserError) -> bool:
        """Say at its field what is wrong; returns whether it concerns a field of this obligation."""
        return self.form.show_error(parameters.at_its_field(error))

    def _committed(self, name: str, value: object) -> None:
        stored: dict[str, Any] = self._obligation.parameters
        self.form.clear_errors()
        self.changed.emit(self._obligation.id, parameters.changed(self._obligation.kind, stored, name, value))
