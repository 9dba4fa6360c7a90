"""The chosen matter: what it is, and whether it is taken up at a meeting or declined."""

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import inbox
from samverkan_desktop.services.call import kind_label
from samverkan_desktop.services.inbox import MatterRow
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.deviations import choices
from samverkan_desktop.ui.pages.deviations.entries import Chosen
from samverkan_desktop.ui.pages.deviations.matter_papers import MatterPapers
from samverkan_desktop.ui.widgets.entry import Entry, Steps, Values
from samverkan_desktop.ui.widgets.facts import Fact, Facts
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.side_panel import SidePanel
from samverkan_desktop.vocabulary import ItemKind


def kind_choices() -> choices.Choices:
    """Return the kinds to choose between."""
    return tuple((kind, kind_label(kind)) for kind in ItemKind)


def stage(row: MatterRow) -> str:
    """Return how far a matter has come, as a segment of the list."""
    if row.declined:
        return tr("Avböjda")
    return tr("Upptagna") if row.meeting_id is not None else tr("Väntar")


def shape(row: MatterRow) -> str:
    """Return the status whose shape a matter bears."""
    if row.declined:
        return "not_countable"
    return "fulfilled" if row.meeting_id is not None else "upcoming"


class MatterDetails(SidePanel):
    """One matter.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__(tr("Ärendet"))
        self._context = context
        self._chosen = Chosen()
        self._group_id: int | None = None
        self.facts = Facts(context.navigate)
        self.steps = Steps()
        upcoming = Field("meeting_id", tr("Möte"), Kind.CHOICE, help=tr("Gruppens kommande möten."))
        why = Field(
            "reason",
            tr("Varför det inte tas upp"),
            Kind.MULTILINE,
            help=tr("Till exempel att frågan regleras i ett annat avtal."),
            lines=2,
        )
        leave, messages = tr("Avbryt"), context.messages
        self._take_up = Entry((upcoming,), tr("Ta upp på mötet"), self._taken, messages, leave)
        decline = Entry((why,), tr("Avböj ärendet"), self._declined, messages, leave)
        self.steps.add("take_up", tr("Ta upp på ett möte…"), self._take_up, self._first_meeting)
        self.steps.add("decline", tr("Avböj…"), decline, dict)
        self.papers = MatterPapers(context)
        self.content.addWidget(self.facts)
        self.content.addWidget(self.papers)
        self.content.addWidget(self.steps)

    def show_row(self, row: MatterRow) -> None:
        """Show a matter; an entry that is being written for the same one is kept."""
        if self._chosen.set(row.id):
            self.steps.offer()
        self._group_id = row.group_id
        self._take_up.form.offer("meeting_id", choices.meetings(self._context.workspace, row.group_id))
        self.set_title(row.title)
        self.facts.show_facts(
            (
                Fact("", stage(row), status=shape(row)),
                Fact(tr("Från"), row.sender),
                Fact(tr("Inkom"), row.received_on.isoformat()),
                Fact(tr("Slag"), kind_label(row.kind)),
                Fact(tr("Beskrivning"), row.text),
                Fact(
                    tr("Tas upp på"),
                    choices.meeting_name(self._context.workspace, row.meeting_id),
                    f"meeting:{row.meeting_id}",
                ),
                Fact(tr("Tas inte upp"), row.declined),
            )
        )
        self.papers.show_row(row)
        waiting = row.meeting_id is None and not row.declined
        self.steps.offer(*(("take_up", "decline") if waiting else ()))

    def _first_meeting(self) -> Values:
        ahead = choices.meetings(self._context.workspace, self._group_id)
        return {"meeting_id": ahead[0][0] if ahead else None}

    def _taken(self, values: Values) -> None:
        meeting_id = values["meeting_id"]
        if not isinstance(meeting_id, int):
            raise UserError(tr("Välj ett kommande möte. Planera ett om inget finns."), field="meeting_id")
        inbox.take_up(self._context.workspace, self._chosen.id(), meeting_id)

    def _declined(self, values: Values) -> None:
        inbox.decline(self._context.workspace, self._chosen.id(), str(values["reason"]))
