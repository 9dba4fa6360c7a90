"""The step Genomför: the item that is open, its notes, and what comes out of it."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import numbered, tr
from samverkan_desktop.services import decision
from samverkan_desktop.services.agenda import ItemRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.notes_editor import NotesEditor
from samverkan_desktop.ui.pages.meetings.outcomes import Outcomes
from samverkan_desktop.ui.pages.meetings.phrase_panel import PhrasePanel
from samverkan_desktop.ui.pages.meetings.state import MeetingState
from samverkan_desktop.ui.widgets.flow import Flow
from samverkan_desktop.ui.widgets.parts import EmptyState, button, icon_button, scrolling
from samverkan_desktop.vocabulary import Topic

#: How many open commissions and tasks are told of above the notes.
_MOST = 6


class NotesPane(QWidget):
    """Where one writes during the meeting; the keyboard need never leave it.

    Args:
        context: what the page is given.
        step: goes to the next item (1) or the one before (-1).
    """

    def __init__(self, context: PageContext, step: Callable[[int], object]) -> None:
        super().__init__()
        self._context = context
        self._item: ItemRow | None = None
        self._heading = theme.label("", "heading", wrap=True)
        self._about = theme.label("", "small", wrap=True)
        self.editor = NotesEditor(context)
        self.outcomes = Outcomes(context)
        self.outcomes.opened.connect(self._form_opened)
        self.outcomes.closed.connect(self._form_closed)
        self.phrases = PhrasePanel(context)
        self.phrases.hide()
        self.phrases.closed.connect(self.close_phrases)
        self.editor.phrases.add_asked.connect(self.open_phrases)
        self._before = icon_button("chevron-up", tr("Föregående punkt (Ctrl+Uppil)"), lambda: step(-1))
        self._after = icon_button("chevron-down", tr("Nästa punkt (Ctrl+Nedpil)"), lambda: step(1))
        self._decide = button(tr("Beslut"), self.decide, "quiet", "gavel")
        self._decide.setToolTip(tr("Raden, eller det markerade, blir ett beslut (Ctrl+D)"))
        self._give = button(tr("Uppdrag"), self.give, "quiet", "clipboard-list")
        self._give.setToolTip(tr("Raden, eller det markerade, blir ett uppdrag (Ctrl+U)"))
        self._note_task = button(tr("Uppgift"), self.note_task, "quiet", "check")
        self._note_task.setToolTip(tr("Raden, eller det markerade, blir en uppgift (Ctrl+T)"))
        self._report = button(tr("Redovisning"), self.report, "quiet", "file-text")
        self._report.setToolTip(tr("Notera att ett uppdrag redovisades under punkten"))
        self._empty = EmptyState(tr("Välj en punkt på dagordningen, eller bygg dagordningen först."))
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(theme.GRID)
        top.addWidget(self._heading, 1)
        top.addWidget(self._before)
        top.addWidget(self._after)
        tools = Flow(across=theme.GRID)
        self._tools = (self._decide, self._give, self._note_task, self._report)
        for each in self._tools:
            tools.addWidget(each)
        inside = QWidget()
        under = QVBoxLayout(inside)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(theme.NEAR)
        under.addWidget(self.phrases)
        under.addWidget(self.outcomes, 1)
        self._below: QScrollArea = scrolling(inside)
        self._whole = QWidget()
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.NEAR)
        column.addLayout(top)
        column.addWidget(self._about)
        column.addWidget(self.editor, 2)
        column.addLayout(tools)
        column.addWidget(self._below, 3)
        self._column = column
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._whole)
        outer.addWidget(self._empty)

    def show_state(self, state: MeetingState, item_id: int | None) -> None:
        """Show an item; a hint where None."""
        item = self._item = state.item(item_id)
        self._whole.setVisible(item is not None)
        self._empty.setVisible(item is None)
        if item is None:
            return
        self._heading.setText(numbered(item.number, item.heading))
        about = "\n".join(filter(None, (_about(state, item), *_waiting(state, item))))
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self.editor.show_item(item, state.editable)
        self.outcomes.show_state(state, item.id)
        self._show_below()
        for each in self._tools:
            each.setVisible(state.editable)

    def commit(self) -> bool:
        """Save what is being written; returns whether the notes are saved."""
        self.outcomes.commit()
        return self.editor.commit()

    def decide(self) -> None:
        """Make the line, or what is selected, a decision; the item's proposal where the line is empty."""
        item = self._item
        if item is None or self.editor.text.isReadOnly():
            return
        words = self.editor.passage()
        text = words or item.proposal
        if not text:
            self._context.messages.say(tr("Skriv beslutet på en rad i anteckningarna och tryck Ctrl+D."))
            self.editor.text.setFocus()
            return
        if not self.editor.commit():
            return
        work, notes = self._context.workspace, self.editor.text.value()
        try:
            # One entry, so that one undo gives the line back and takes the decision away.
            with work.together("decision.take", tr("En rad blev ett beslut")):
                made = decision.take(work, item.id, text)
                if words:
                    self.editor.take_passage()
        except (UserError, EnvironmentFault) as error:
            self.editor.keeper.take_back(notes)
            self._context.messages.trouble(error)
            return
        self._reveal(made)

    def give(self) -> None:
        """Ask in place for a commission, with the line or what is selected as what it is."""
        if self._item is not None and not self.editor.text.isReadOnly():
            self.outcomes.give_commission(self.editor.passage())

    def note_task(self) -> None:
        """Ask in place for a task, with the line or what is selected as what is to be done."""
        if self._item is not None and not self.editor.text.isReadOnly():
            self.outcomes.note_task(self.editor.passage())

    def report(self) -> None:
        """Ask in place which commission was reported."""
        self.outcomes.report()

    def open_phrases(self, key: str | None = None) -> None:
        """Show the user's own phrases under the notes; with a key, ask for a new one."""
        if self._item is not None:
            self.phrases.open(key)
            self._show_below()

    def close_phrases(self) -> None:
        """Put the phrases away, and go on in the notes."""
        self.phrases.hide()
        self._show_below()
        self.editor.text.setFocus()

    def _reveal(self, decision_id: int) -> None:
        self._show_below()
        # Written on at once, the notes keep the keyboard; the new card only comes into view.
        self.editor.text.setFocus()
        card = self.outcomes.card(decision_id)
        if card is not None:
            QTimer.singleShot(0, card, lambda: self._below.ensureWidgetVisible(card))

    def _show_below(self) -> None:
        form = self.outcomes.open_form
        phrases = not self.phrases.isHidden()
        self._below.setHidden(self.outcomes.empty and not phrases)
        # While something is asked for, the questions get the room and the notes keep a few lines.
        self._column.setStretchFactor(self._below, 30 if form is not None or phrases else 3)

    def _form_opened(self) -> None:
        self._show_below()
        QTimer.singleShot(0, self._below, lambda: self._below.verticalScrollBar().setValue(0))

    def _form_closed(self, became: str) -> None:
        if became and self.editor.passage() == became:
            self.editor.take_passage()
        self._show_below()
        self.editor.text.setFocus()


def _about(state: MeetingState, item: ItemRow) -> str:
    parts = []
    if item.origin_text:
        parts.append(item.origin_text[:1].upper() + item.origin_text[1:])
    if item.presenter:
        parts.append(tr("föredras av {presenter}", presenter=item.presenter.replace(";", ",")))
    if item.proposal:
        parts.append(tr("förslag: {proposal}", proposal=item.proposal))
    reported = next((c for c in state.commissions if c.id == item.commission_id), None)
    if reported is not None:
        parts.append(f"{reported.number}: {reported.outcome}")
    if item.referred_agreement:
        parts.append(tr("regleras i {agreement}", agreement=item.referred_agreement))
    return " · ".join(parts)


def _waiting(state: MeetingState, item: ItemRow) -> list[str]:
    """Return what was to be done and is not, for the item under which that is followed up (T22)."""
    if item.topic is not Topic.OPEN_ITEMS:
        return []
    before = state.meeting.day
    lines = [
        tr("Uppdrag {number} {title}: {who}, {when}", number=each.number, title=each.title,
           who=each.responsible.replace(";", ","), when=_until(each.when, late=each.late))
        for each in state.commissions
        if each.reported_on is None and each.given_on < before
    ]  # fmt: skip
    lines += [
        tr("Uppgift {title}: {who}, {when}", title=each.text, who=each.responsible.replace(";", ","),
           when=_until(each.when, late=each.late))
        for each in state.tasks
        if each.done_on is None and each.noted_on < before
    ]  # fmt: skip
    more = len(lines) - _MOST
    return [*lines[:_MOST], tr("… och {count} till, se Uppdrag", count=more)] if more > 0 else lines


def _until(when: str, *, late: bool) -> str:
    return tr("{when}, försenad", when=when) if late else when or tr("ingen tid sagd")
