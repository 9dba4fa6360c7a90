"""The page of deviations and of submitted matters."""

from typing import ClassVar

from PySide6.QtWidgets import QTabWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.ui.page import Page, PageContext
from samverkan_desktop.ui.pages.deviations.inbox import Inbox
from samverkan_desktop.ui.pages.deviations.log import DeviationLog


class DeviationsPage(Page):
    """What has failed between the parties, and what the group is asked to take up."""

    rooms: ClassVar[frozenset[str]] = frozenset(
        {
            "deviation",
            "matter",
            "meeting",
            "agenda_item",
            "attachment",
            "collaboration_group",
            "unit",
            "party",
        }
    )

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, tr("Avvikelser"))
        self.log = DeviationLog(context)
        self.inbox = Inbox(context)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(tr("Flikar"))
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.log, tr("Avvikelser"))
        self.tabs.addTab(self.inbox, tr("Inkomna ärenden"))
        self.body.addWidget(self.tabs, 1)
        self.add_command(tr("Rapportera en avvikelse"), self.report)
        self.add_command(tr("Ta emot ett ärende"), self.receive)

    def refresh(self) -> None:
        """Read both."""
        self.log.read()
        self.inbox.read()

    def report(self) -> None:
        """Begin a new report."""
        self.tabs.setCurrentWidget(self.log)
        self.log.begin()

    def receive(self) -> None:
        """Begin a new matter."""
        self.tabs.setCurrentWidget(self.inbox)
        self.inbox.begin()

    def open(self, target: str) -> None:
        """Show the deviation of ``deviation:2``, or the matter of ``matter:4``."""
        kind, _, identity = target.partition(":")
        if kind == "matter":
            self.tabs.setCurrentWidget(self.inbox)
            self.inbox.choose(int(identity))
        else:
            self.tabs.setCurrentWidget(self.log)
            self.log.choose(int(identity))
