"""The papers of an agenda item: attached with when they reach the members, opened, and taken away."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.services import attachment
from samverkan_desktop.services.attachment import AttachmentRow
from samverkan_desktop.ui import folders, theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.in_place import InPlaceForm, Values, attempt
from samverkan_desktop.ui.pages.meetings.state import MeetingState
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.parts import Card, button, icon_button
from samverkan_desktop.vocabulary import AttachmentState


class Papers(Card):
    """The papers of one item.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__(tr("Bilagor"))
        self._context = context
        self._item_id = 0
        self.choose_file: Callable[[], Path | None] = self._ask_for_file
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.GRID)
        self.body.addLayout(self._rows)
        self._add = button(tr("Lägg till fil…"), self._attach_file, "quiet", "paperclip")
        self._announce = button(tr("Lägg till utan fil"), lambda: self.ask(None), "quiet", "plus")
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addWidget(self._announce)
        row.addStretch(1)
        self.body.addLayout(row)
        self._form: InPlaceForm | None = None

    def show_state(self, state: MeetingState, item_id: int) -> None:
        """Show the papers of an item."""
        if item_id != self._item_id:
            self._close()
        self._item_id = item_id
        while entry := self._rows.takeAt(0):
            if (gone := entry.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        papers = [paper for paper in state.papers if paper.item_id == item_id]
        for paper in papers:
            self._rows.addWidget(PaperRow(paper, self._remove if state.editable else None))
        if not papers:
            self._rows.addWidget(theme.label(tr("Inga bilagor."), "muted"))
        self._add.setVisible(state.editable)
        self._announce.setVisible(state.editable)

    def _attach_file(self) -> None:
        if (file := self.choose_file()) is not None:
            self.ask(file)

    def ask(self, file: Path | None) -> None:
        """Ask what a paper is called and when it reaches the members."""
        self._close()
        states = [(state, attachment.state_label(state)) for state in AttachmentState]

        def attach(values: Values) -> None:
            work = self._context.workspace
            attachment.attach(work, self._item_id, values["title"], file=file, state=values["state"])

        later = AttachmentState.ENCLOSED if file else AttachmentState.LATER
        self._form = InPlaceForm(
            file.name if file else tr("Bilaga utan fil"),
            [Field("title", tr("Bilagans namn")), Field("state", tr("När?"), Kind.CHOICE, choices=states)],
            tr("Lägg till"),
            attach,
            initial={"title": file.stem if file else "", "state": later},
        )
        self._form.closed.connect(self._close)
        self.body.addWidget(self._form)
        self._form.begin()

    def _close(self) -> None:
        if self._form:
            self._form.hide()
            self._form.deleteLater()
        self._form = None

    def _remove(self, paper: AttachmentRow) -> None:
        if attempt(self._context, lambda: attachment.remove(self._context.workspace, paper.id)):
            self._context.messages.say(tr("Bilagan togs bort."), undo=True)

    def _ask_for_file(self) -> Path | None:
        return folders.ask_for_file(self, tr("Välj bilaga"))


class PaperRow(QWidget):
    """One paper: what it is called, and when it reaches the members."""

    def __init__(self, paper: AttachmentRow, remove: Callable[[AttachmentRow], object] | None) -> None:
        super().__init__()
        self.setAccessibleName(paper.label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        words = [attachment.state_label(paper.state)]
        if paper.file_name:
            words.append(paper.file_name)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(theme.label(paper.label, wrap=True))
        texts.addWidget(theme.label(" · ".join(words), "small", wrap=True))
        row.addLayout(texts, 1)
        if remove:
            row.addWidget(icon_button("x", tr("Ta bort {label}", label=paper.label), lambda: remove(paper)))
