"""Keeping: archive packages, how long each kind of document is kept, and what may be disposed of."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.services.agreement import AgreementRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.agreement.package_part import PackagePart
from samverkan_desktop.ui.pages.agreement.retention_part import DisposablePart, RetentionPart
from samverkan_desktop.ui.widgets.beside import Beside
from samverkan_desktop.ui.widgets.parts import scrolling


class Keeping(QWidget):
    """Packages on the left, rules on the right, and under them what may be disposed of.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.package = PackagePart(context)
        self.retention = RetentionPart(context)
        self.disposable = DisposablePart(context)
        inside = QWidget()
        below = QVBoxLayout(inside)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.APART)
        below.addWidget(Beside((1, (self.package,)), (1, (self.retention,))))
        below.addWidget(self.disposable)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolling(inside))

    def show_agreement(self, agreement: AgreementRow) -> None:
        """Show how an agreement's documents are kept."""
        for part in (self.package, self.retention, self.disposable):
            part.show_agreement(agreement)
