"""The agreement's head: what it is, between whom, for how long."""

from samverkan_desktop.i18n import tr
from samverkan_desktop.services.agreement import AgreementRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets.parts import Card


class AgreementHead(Card):
    """What stands above everything that is told of the agreement."""

    def __init__(self) -> None:
        super().__init__()
        self.name = theme.label("", "strong", wrap=True)
        self.term = theme.label("", "muted", wrap=True)
        for widget in (self.name, self.term):
            self.body.addWidget(widget)

    def show_agreement(self, agreement: AgreementRow) -> None:
        """Show an agreement's head."""
        self.name.setText(agreement.title)
        said = (agreement.municipality, agreement.validity[:1].upper() + agreement.validity[1:])
        parties = tr("Parter: {parties}", parties=", ".join(agreement.parties)) if agreement.parties else ""
        signed = tr("Undertecknat: {signed}", signed=agreement.signed or agreement.signed_on)
        state = signed if agreement.signed_on else tr("Utkast, inte undertecknat")
        ended = tr("Avslutas {day}", day=agreement.ended_on) if agreement.ended_on else ""
        self.term.setText(" · ".join(part for part in (*said, ended, parties, state) if part))
