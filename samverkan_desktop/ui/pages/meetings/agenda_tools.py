"""What else is done with an agenda: items left out this time or carried over, and templates."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.services import carry_over, skipped_item
from samverkan_desktop.services.agenda import ItemRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings import agenda_templates
from samverkan_desktop.ui.pages.meetings.in_place import InPlaceForm, attempt
from samverkan_desktop.ui.pages.meetings.skipped_list import SkippedList
from samverkan_desktop.ui.pages.meetings.state import MeetingState
from samverkan_desktop.ui.widgets.parts import MenuButton


class AgendaTools(QWidget):
    """The menu of an agenda, and under the list what is left out and what is being asked for.

    Args:
        context: what the page is given.
        current: tells the identity of the chosen item; None for none.
        nest: sets the chosen item under the one before it (1), or makes a whole item of it (-1).
    """

    def __init__(
        self, context: PageContext, current: Callable[[], int | None], nest: Callable[[int], object]
    ) -> None:
        super().__init__()
        self._context = context
        self._current = current
        self._nest = nest
        self._state: MeetingState | None = None
        self.skipped = SkippedList(context)
        self.form: InPlaceForm | None = None
        self.menu = MenuButton("", icon="ellipsis")
        self.menu.setAccessibleName(tr("Mer om dagordningen"))
        self.menu.setToolTip(tr("Mer om dagordningen"))
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.NEAR)
        self._rows.addWidget(self.skipped)

    def show_state(self, state: MeetingState) -> None:
        """Show a meeting's agenda."""
        if self._state is not None and self._state.meeting.id != state.meeting.id:
            self.close_form()
        self._state = state
        self.menu.setVisible(state.editable)
        self._offer()
        if self.form is None:
            self.skipped.show_meeting(state.meeting.id, editable=state.editable)

    def _offer(self) -> None:
        item = self._chosen()
        goes_on = item is not None and item.carries_over
        self.menu.offer(
            [
                (tr("Gör till underpunkt (Tab)"), partial(self._nest, 1)),
                (tr("Gör till egen punkt (Skift+Tab)"), partial(self._nest, -1)),
                (tr("Hoppa över denna gång"), self.skip),
                (tr("Fortsätter inte") if goes_on else tr("Fortsätter nästa möte"), self.carry_over),
                None,
                (tr("Spara som mall…"), self.save_template),
                (tr("Bygg av mall…"), self.use_template),
                (tr("Mallar…"), self.manage_templates),
            ]
        )

    def _chosen(self) -> ItemRow | None:
        return self._state.item(self._current()) if self._state is not None else None

    def skip(self) -> None:
        """Leave the chosen item out of this meeting."""
        item, demanded = self._chosen(), list[bool]()
        if item is None:
            return
        work, item_id = self._context.workspace, item.id
        if attempt(self._context, lambda: demanded.append(skipped_item.skip(work, item_id))):
            text = tr("Punkten hoppades över denna gång.")
            if demanded[0]:
                text = tr("Punkten hoppades över, men avtalet kräver den på det här mötet.")
            self._context.messages.say(text, undo=True)

    def carry_over(self) -> None:
        """Let the chosen item go on at the next meeting, or no longer."""
        item = self._chosen()
        if item is None:
            return
        work, item_id, on = self._context.workspace, item.id, not item.carries_over
        if attempt(self._context, lambda: carry_over.carry_over(work, item_id, on=on)):
            text = tr("Punkten fortsätter nästa möte.") if on else tr("Punkten fortsätter inte.")
            self._context.messages.say(text, undo=True)

    def save_template(self) -> None:
        """Ask what the agenda is to be called as a template."""
        if self._state is not None:
            self._ask(agenda_templates.saving(self._context, self._state.meeting.id))

    def use_template(self) -> None:
        """Ask of which template the agenda is to be built."""
        if self._state is not None and (templates := self._templates()):
            self._ask(agenda_templates.using(self._context, self._state.meeting.id, templates))

    def manage_templates(self) -> None:
        """Ask which template is to be renamed or taken away."""
        if self._state is not None and (templates := self._templates()):
            self._ask(agenda_templates.managing(self._context, templates))

    def _templates(self) -> agenda_templates.Templates:
        state = self._state
        found = agenda_templates.of_group(self._context, state.group.id) if state is not None else ()
        if not found:
            self._context.messages.say(tr("Gruppen har ingen mall än. Spara en dagordning som mall först."))
        return found

    def _ask(self, form: InPlaceForm) -> None:
        self.close_form()
        self.form = form
        self.skipped.hide()  # the agenda needs the room
        form.closed.connect(self.close_form)
        self._rows.addWidget(form)
        form.show()  # what is not shown yet cannot take the cursor
        form.begin()

    def close_form(self) -> None:
        """Leave what is being asked for."""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
        self.form = None
        if self._state is not None:
            self.skipped.show_meeting(self._state.meeting.id, editable=self._state.editable)
