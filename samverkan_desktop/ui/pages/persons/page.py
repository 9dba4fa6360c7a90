"""The page of the groups: seats, roles and work groups."""

from typing import ClassVar

from PySide6.QtWidgets import QTabWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.services import group, period
from samverkan_desktop.services.group import GroupRow
from samverkan_desktop.ui.page import Page, PageContext
from samverkan_desktop.ui.pages.persons.role_terms import RoleTerms
from samverkan_desktop.ui.pages.persons.seats import Seats
from samverkan_desktop.ui.pages.persons.work_groups import WorkGroups
from samverkan_desktop.ui.widgets.fields import ChoiceField
from samverkan_desktop.vocabulary import GroupKind


class PersonsPage(Page):
    """Who sits where: the group is chosen above, and seats and roles are those of that group."""

    rooms: ClassVar[frozenset[str]] = frozenset(
        {
            "collaboration_group", "seat", "holding", "role_term", "party", "decision", "meeting",
            "commission", "agreement", "obligation",
        }
    )  # fmt: skip

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, tr("Personer"))
        self._groups: tuple[GroupRow, ...] = ()
        self.chooser = ChoiceField()
        self.chooser.setMinimumContentsLength(28)
        self.chooser.setAccessibleName(tr("Grupp"))
        self.chooser.committed.connect(lambda _group_id: self._show())
        self.add_action_widget(self.chooser)
        self.seats = Seats(context)
        self.role_terms = RoleTerms(context)
        self.work_groups = WorkGroups(context, self.show_seats)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(tr("Flikar"))
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.seats, tr("Platser"))
        self.tabs.addTab(self.role_terms, tr("Roller"))
        self.tabs.addTab(self.work_groups, tr("Arbetsgrupper"))
        self.tabs.currentChanged.connect(lambda _tab: self._show_chooser())
        self.body.addWidget(self.tabs, 1)
        self.add_command(tr("Utse roller"), self.choose_roles)

    def refresh(self) -> None:
        """Read the groups as they are in the working year that is shown."""
        work, own = self.context.workspace, self.context.agreement_id()
        day = period.day_to_show(work, own, self.context.period()) if own is not None else None
        self._groups = group.groups(work, day, own)
        chosen = self.context.scope.group_id
        offered = [each for each in self._groups if chosen in (None, each.id)] or self._groups
        self.chooser.offer([(each.id, each.name) for each in offered])
        if self.chooser.value() not in [each.id for each in offered]:
            self.chooser.set_value(offered[0].id if offered else None)
        self._show()

    def _show(self) -> None:
        chosen = self.chooser.value()
        shown = next((each for each in self._groups if each.id == chosen), None)
        self.seats.show_group(shown)
        self.role_terms.show_group(shown)
        self.work_groups.show_groups(
            tuple(each for each in self._groups if each.kind is GroupKind.WORK_GROUP)
        )
        self._show_chooser()

    def _show_chooser(self) -> None:
        on_work_groups = self.tabs.currentWidget() is self.work_groups
        self.chooser.setHidden(on_work_groups or self.chooser.count() < 2)

    def choose_roles(self) -> None:
        """Begin a new choice of roles."""
        self.tabs.setCurrentWidget(self.role_terms)
        self.role_terms.begin()

    def show_seats(self, group_id: int) -> None:
        """Show the seats of a group."""
        if self.context.scope.group_id not in (None, group_id):
            self.context.scope.choose_group(group_id)
        self.chooser.set_value(group_id)
        self._show()
        self.tabs.setCurrentWidget(self.seats)

    def open(self, target: str) -> None:
        """Show the seat of ``seat:3``, the group of ``group:2``, the role of ``role:1``."""
        kind, _, identity = target.partition(":")
        match kind:
            case "seat":
                self._open_seat(int(identity))
            case "group":
                self._open_group(int(identity))
            case "role" if identity.isdecimal():
                self.tabs.setCurrentWidget(self.role_terms)
                self.role_terms.choose(int(identity))
            case "role":
                self.choose_roles()

    def _open_seat(self, seat_id: int) -> None:
        for each in self._groups:
            if any(seat.id == seat_id for seat in each.seats):
                self.show_seats(each.id)
                self.seats.choose(seat_id)

    def _open_group(self, group_id: int) -> None:
        for each in self._groups:
            if each.id != group_id:
                continue
            if each.kind is GroupKind.WORK_GROUP:
                self.tabs.setCurrentWidget(self.work_groups)
                self.work_groups.choose(group_id)
            else:  # what leads here is a role that is missing or wrong: it is mended among the roles
                self.show_seats(group_id)
                self.tabs.setCurrentWidget(self.role_terms)
