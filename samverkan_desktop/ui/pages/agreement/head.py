"""The agreement's head: what it is, between whom, for how long."""

from samverkan_desktop.i18n import tr
from samverkan_desktop.services.agreement import AgreementRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets.expander import Expander
from samverkan_desktop.ui.widgets.parts import Card


class AgreementHead(Card):
    """What stands above the clauses."""

    def __init__(self) -> None:
        super().__init__()
        self.name = theme.label("", "strong", wrap=True)
        self.term = theme.label("", "muted", wrap=True)
        self.more = Expander(tr("Syfte och andra avtal"))
        self._purpose = theme.label("", "quote", wrap=True)
        self._related = theme.label("", "small", wrap=True)
        self.more.body.addWidget(self._purpose)
        self.more.body.addWidget(self._related)
        for widget in (self.name, self.term, self.more):
            self.body.addWidget(widget)

    def show_agreement(self, agreement: AgreementRow) -> None:
        """Show an agreement's head."""
        self.name.setText(agreement.title)
        said = (agreement.municipality, agreement.validity[:1].upper() + agreement.validity[1:])
        parties = tr("Parter: {parties}", parties=", ".join(agreement.parties))
        signed = tr("Undertecknat: {signed}", signed=agreement.signed) if agreement.signed else ""
        self.term.setText(" · ".join(part for part in (*said, parties, signed) if part))
        self._purpose.setText(agreement.purpose)
        related = "\n".join(f"– {title}" for title in agreement.related)
        self._related.setText(tr("Regleras i andra avtal:") + f"\n{related}" if related else "")
        self._related.setVisible(bool(related))
