"""The inbox: matters submitted to a group, taken up at a meeting or declined (T04, T19)."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import inbox
from samverkan_desktop.services.inbox import MatterRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.deviations import choices
from samverkan_desktop.ui.pages.deviations.matter import MatterDetails, kind_choices, shape, stage
from samverkan_desktop.ui.pages.deviations.matter_papers import MatterPapers
from samverkan_desktop.ui.widgets.entry import Entry, Values, day_of
from samverkan_desktop.ui.widgets.filter_table import FilterTable
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.side_panel import Beside, SidePanel
from samverkan_desktop.ui.widgets.table_model import Column
from samverkan_desktop.vocabulary import ItemKind


def submit_fields() -> tuple[Field, ...]:
    """Return the fields of a matter that is submitted."""
    return (
        Field("received_on", tr("Inkom"), Kind.DATE),
        Field("sender", tr("Från"), placeholder=tr("funktion, inte namn"), beside=True),
        Field("title", tr("Vad ärendet gäller")),
        Field("group_id", tr("Till grupp"), Kind.CHOICE),
        Field("kind", tr("Slag"), Kind.CHOICE, choices=kind_choices(), beside=True),
        Field(
            "text",
            tr("Beskrivning"),
            Kind.MULTILINE,
            help=tr("Individärenden behandlas inte i gruppen. Skriv utan namn och personnummer."),
            lines=2,
        ),
    )


def columns() -> tuple[Column[MatterRow], ...]:
    """Return what the list shows of a matter."""
    return (
        Column(tr("Inkom"), lambda row: row.received_on.isoformat(), width=104),
        Column(tr("Ärende"), lambda row: row.title),
        Column(tr("Från"), lambda row: row.sender, width=160),
        Column(tr("Läge"), stage, width=128, status=shape),
    )


class Inbox(QWidget):
    """The list with a new matter, or the chosen one, beside it.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.table: FilterTable[MatterRow] = FilterTable(
            columns(),
            name=tr("ärenden"),
            key=lambda row: row.id,
            empty=tr("Inga ärenden har kommit in. Ta emot ett i rutan bredvid."),
            group=stage,
        )
        self.entry = Entry(submit_fields(), tr("Ta emot"), self._submit, context.messages)
        self.details = MatterDetails(context)
        self.papers = MatterPapers(context)
        receive = SidePanel(tr("Nytt ärende"), closes=False)
        receive.set_title(tr("Nytt ärende"))
        receive.content.addWidget(self.entry)
        receive.content.addWidget(self.papers)
        self._beside = Beside(self.table, self.details, self.details.show_row, otherwise=receive)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.APART, 0, 0)
        column.addWidget(self._beside, 1)

    def read(self) -> None:
        """Read the matters."""
        self.entry.form.offer(
            "group_id", choices.groups(self._context.workspace, self._context.agreement_id())
        )
        if not str(self.entry.form.value("title")):
            self.entry.form.show_values(self._empty())
        self._beside.show_rows(inbox.matters(self._context.workspace, *self._context.shown()))

    def _empty(self) -> Values:
        groups = choices.groups(self._context.workspace, self._context.agreement_id())
        return {
            "received_on": self._context.workspace.today,
            "group_id": self._group(groups),
            "kind": self.entry.form.value("kind") or ItemKind.DISCUSSION,
        }

    def _group(self, groups: choices.Choices) -> object:
        """Return the group that was chosen last, else the one that is shown, else the first."""
        known = [identity for identity, _ in groups]
        wished = (self.entry.form.value("group_id"), self._context.scope.group_id, *known)
        return next((each for each in wished if each in known), None)

    def _submit(self, values: Values) -> None:
        group_id, kind = values["group_id"], values["kind"]
        if not isinstance(group_id, int):
            raise UserError(tr("Välj vilken grupp ärendet gäller."), field="group_id")
        work, title = self._context.workspace, str(values["title"])
        with work.together("inbox.submit", tr("Ärendet {title} togs emot", title=title)):
            made = inbox.submit(
                work,
                group_id,
                title,
                str(values["sender"]),
                text=str(values["text"]),
                kind=kind if isinstance(kind, ItemKind) else ItemKind.DISCUSSION,
                received_on=day_of(values, "received_on"),
            )
            self.papers.attach_to(made)
        self.papers.clear()
        self._context.messages.say(tr("Ärendet är mottaget."), undo=True)
        self.entry.begin(self._empty())

    def begin(self) -> None:
        """Begin a new matter."""
        self._beside.close_panel()
        self.entry.form.field("title").setFocus()

    def choose(self, matter_id: int) -> None:
        """Show one matter."""
        self.table.select(matter_id)
        self.table.setFocus()
