"""What the agreement says of the documents that come out of it: a card for each matter."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.services.agreement import AgreementRow
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.agreement.document_templates import DocumentTemplates
from samverkan_desktop.ui.pages.agreement.file_names import FileNames
from samverkan_desktop.ui.widgets.beside import Beside
from samverkan_desktop.ui.widgets.parts import scrolling


class Documents(QWidget):
    """The tab of the agreement's documents.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.templates = DocumentTemplates(context)
        self.names = FileNames(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolling(Beside((1, (self.templates,)), (1, (self.names,)))))

    def show_agreement(self, agreement: AgreementRow) -> None:
        """Show what is said of an agreement's documents."""
        self.templates.show_agreement(agreement.id)
        self.names.show_agreement(agreement.id)
