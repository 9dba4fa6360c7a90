"""What the files of the agreement's meetings are called: the pattern, what it may hold, and an example."""

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import file_name
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.widgets.form import Field, Form
from samverkan_desktop.ui.widgets.parts import Card

_FIELD = "file_pattern"


class FileNames(Card):
    """A card with the pattern, which saves itself.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__(tr("Filnamn"))
        self._context = context
        self._agreement_id = 0
        self.form = Form((Field(_FIELD, tr("Mötenas filer heter"), placeholder=file_name.DEFAULT),))
        self.form.committed.connect(self._change)
        self.example = theme.label("", "strong", wrap=True)
        told = tr(
            "Lämna tomt för programmets eget. Namnet skrivs med a–z, 0–9 och bindestreck; å och ä blir a, ö "
            "blir o. Filer som redan är skrivna behåller sina namn. Mönstret kan innehålla:"
        )
        self.body.addWidget(self.form)
        self.body.addWidget(self.example)
        self.body.addWidget(theme.label(told, "small", wrap=True))
        self.body.addWidget(theme.label(file_name.parts_said(), "small", wrap=True))

    def show_agreement(self, agreement_id: int) -> None:
        """Show an agreement's pattern; what is being written is left alone."""
        if agreement_id != self._agreement_id:
            self.form.clear_errors()
        self._agreement_id = agreement_id
        pattern = file_name.pattern(self._context.workspace, agreement_id)
        self.form.show_values({_FIELD: "" if pattern == file_name.DEFAULT else pattern})
        self.example.setText(tr("Till exempel {name}", name=f"{file_name.example(pattern)}.docx"))

    def _change(self, _name: str, value: object) -> None:
        try:
            file_name.set_pattern(self._context.workspace, self._agreement_id, str(value))
        except UserError as error:
            if not self.form.show_error(error):
                self._context.messages.trouble(error)
        except EnvironmentFault as error:
            self._context.messages.trouble(error)
