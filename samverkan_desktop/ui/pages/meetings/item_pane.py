"""The step Dagordning: the chosen item with its heading, kind, time, topic, consent and papers."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.services import agenda, agreement, area, instance_matter, standing_topic
from samverkan_desktop.services.agenda import ItemRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings import words
from samverkan_desktop.ui.pages.meetings.consent import Consent
from samverkan_desktop.ui.pages.meetings.in_place import save
from samverkan_desktop.ui.pages.meetings.lineage import Lineage
from samverkan_desktop.ui.pages.meetings.papers import Papers
from samverkan_desktop.ui.pages.meetings.state import MeetingState
from samverkan_desktop.ui.pages.registers import choosing
from samverkan_desktop.ui.widgets.fields import ChoiceField, TextField
from samverkan_desktop.ui.widgets.form import Field, Form, Kind
from samverkan_desktop.ui.widgets.parts import Card, EmptyState, scrolling
from samverkan_desktop.vocabulary import AreaKind, RecordForm

_NAMES = (
    "heading", "kind", "category", "minutes", "presenter", "proposal", "standing_topic", "area_id",
    "referred_agreement", "board_matter_id", "individual_case",
)  # fmt: skip
_BOX = "individual_case"


class ItemPane(QWidget):
    """The form of one item; each field saves itself.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._item_id: int | None = None
        self._unsaved = False
        self._functions: list[str] = []
        self.form = Form(
            [
                Field("heading", tr("Rubrik")),
                Field("kind", tr("Vad ska göras?"), Kind.CHOICE, choices=words.item_kinds()),
                Field(
                    "category",
                    tr("Vad gäller frågan?"),
                    Kind.CHOICE,
                    choices=words.item_categories(),
                    beside=True,
                ),
                Field("minutes", tr("Minuter"), Kind.NUMBER),
                Field("presenter", tr("Föredragande funktion"), beside=True),
                Field("proposal", tr("Förslag till beslut"), Kind.MULTILINE),
                Field("standing_topic", tr("Stående fråga"), Kind.CHOICE),
                Field("area_id", tr("Samverkansområde"), Kind.CHOICE),
                Field("referred_agreement", tr("Regleras i annat avtal"), Kind.CHOICE),
                Field("board_matter_id", tr("Nämndärende"), Kind.CHOICE),
                Field("individual_case", tr("Punkten är ett individärende"), Kind.CHECK),
            ]
        )
        self.form.committed.connect(self._save)
        self._origin = Lineage(context)
        self.consent = Consent(context)
        self.papers = Papers(context)
        self._card = Card(tr("Punkten"))
        self._card.body.addWidget(self._origin)
        self._card.body.addWidget(self.form)
        self._card.body.addWidget(self.consent)
        self._empty = EmptyState(tr("Välj en punkt, lägg till en ny eller bygg dagordningen."))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.APART)
        column.addWidget(self._card)
        column.addWidget(self.papers)
        column.addStretch(1)
        self._scroll = scrolling(inside)
        self.setAcceptDrops(True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        outer.addWidget(self._empty)

    def show_state(self, state: MeetingState, item_id: int | None) -> None:
        """Show an item; nothing where None."""
        item = state.item(item_id)
        self._scroll.setVisible(item is not None)
        self._empty.setVisible(item is None)
        if item is None:
            return
        if item.id != self._item_id:
            self.form.clear_errors()
        self._forgive_box()
        self._item_id = item.id
        self._offer(state, item)
        self.form.show_values({name: getattr(item, name) for name in _NAMES})
        self._origin.show_item(item)
        self.form.setEnabled(state.editable)
        self.consent.show_item(item, editable=state.editable)
        self.papers.show_state(state, item.id)

    def _offer(self, state: MeetingState, item: ItemRow) -> None:
        """Offer what the agreement has to choose between; what it has nothing of is left out."""
        self._suggest(sorted({seat.function for seat in state.group.seats}))
        work, own = self._context.workspace, state.group.agreement_id
        topics = _with(standing_topic.topics(work, item.meeting_id), item.standing_topic)
        self.form.offer("standing_topic", [("", tr("ingen")), *((topic, topic) for topic in topics)])
        fields = [(row.id, row.name) for row in area.listing(work, own, AreaKind.FIELD)]
        self.form.offer("area_id", [(None, tr("inget")), *fields])
        related = _with(agreement.head(work, own).related, item.referred_agreement)
        inside = ("", tr("Nej, frågan ingår i avtalet"))
        self.form.offer("referred_agreement", [inside, *((name, name) for name in related)])
        matters = choosing.matters(work, own) if state.group.record_form is RecordForm.PROTOCOL else []
        self.form.offer("board_matter_id", [(None, tr("inget")), *matters])
        self.form.show_field("board_matter_id", shown=bool(matters))
        self.form.show_field("standing_topic", shown=bool(topics))
        self.form.show_field("area_id", shown=bool(fields))
        self.form.show_field("referred_agreement", shown=bool(related))
        self.form.show_field(_BOX, shown=item.policy is not None or item.individual_case)

    def _suggest(self, functions: list[str]) -> None:
        """Suggest the group's functions as presenters, while one writes; any other may be written."""
        field = self.form.field("presenter")
        if functions != self._functions and isinstance(field, TextField):
            self._functions = functions
            completer = QCompleter(functions, field)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            field.setCompleter(completer)
            completer.activated.connect(lambda _text: field.commit())

    def commit(self) -> bool:
        """Save what is being written; returns whether all of it could be saved."""
        self._unsaved = False
        for name in ("heading", "presenter", "proposal", "minutes"):
            field = self.form.field(name)
            if not isinstance(field, ChoiceField) and hasattr(field, "commit"):
                field.commit()
        return not self._unsaved

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files anywhere on the item: they are its papers."""
        self.papers.dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the files that are dropped to the papers."""
        self.papers.dropEvent(event)

    def _forgive_box(self) -> None:
        """Take away what was said of the box, which is back as it was, where nothing else is wrong."""
        if [name for name in _NAMES if self.form.field(name).property("wrong")] == [_BOX]:
            self.form.clear_errors()

    def _save(self, name: str, value: object) -> None:
        if self._item_id is None:
            return
        self._forgive_box()
        item_id = self._item_id
        done = save(self._context, self.form, lambda: self._store(item_id, name, value))
        self._unsaved = self._unsaved or not done
        if not done and name == _BOX:
            self.form.field(name).set_value(False)

    def _store(self, item_id: int, name: str, value: object) -> None:
        work = self._context.workspace
        if name == "standing_topic":
            agenda.cover_topic(work, item_id, str(value))
        elif name == "area_id":
            agenda.set_area(work, item_id, value if isinstance(value, int) else None)
        elif name == "board_matter_id":
            instance_matter.take_up(work, item_id, value if isinstance(value, int) else None)
        else:
            stored = None if name == "minutes" and not value else value
            agenda.change_item(work, item_id, **{name: stored})


def _with(names: Sequence[str], used: str) -> tuple[str, ...]:
    """Return names, with one that is in use but no longer among them."""
    return (*names, used) if used and used not in names else tuple(names)
