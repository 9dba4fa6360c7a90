"""The papers of an agenda item: attached with when they reach the members, opened, and taken away."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samverkan_desktop.files import write_atomically
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import attachment
from samverkan_desktop.services.attachment import AttachmentRow
from samverkan_desktop.ui import folders, theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.in_place import InPlaceForm, Values, attempt
from samverkan_desktop.ui.pages.meetings.state import MeetingState
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.parts import Card, MenuButton, button, icon_button
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
        self.choose_target: Callable[[str], Path | None] = self._ask_where
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
        self._editable = False
        self.setAcceptDrops(True)

    def show_state(self, state: MeetingState, item_id: int) -> None:
        """Show the papers of an item."""
        if item_id != self._item_id:
            self._close()
        self._item_id, self._editable = item_id, state.editable
        while entry := self._rows.takeAt(0):
            if (gone := entry.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        papers = [paper for paper in state.papers if paper.item_id == item_id]
        for paper in papers:
            self._rows.addWidget(self._line(paper))
        if not papers:
            self._rows.addWidget(theme.label(tr("Inga bilagor."), "muted"))
            if state.editable:
                self._rows.addWidget(theme.label(tr("Släpp filer här för att lägga till dem."), "small"))
        self._add.setVisible(state.editable)
        self._announce.setVisible(state.editable)

    def _line(self, paper: AttachmentRow) -> "PaperRow":
        work, editable = self._context.workspace, self._editable

        def supply() -> None:
            if (file := self.choose_file()) is not None:
                attempt(self._context, lambda: attachment.supply(work, paper.id, file))

        choices: list[tuple[str, Callable[[], object]] | None] = []
        if paper.kept:
            choices.append((tr("Spara en kopia…"), lambda: self._save_copy(paper)))
        if editable:
            choices.append((tr("Byt fil…") if paper.kept else tr("Lägg till filen…"), supply))
            choices.append(None)
            for state in AttachmentState:
                if state is not paper.state:
                    text = tr("Ändra till: {state}", state=attachment.state_label(state))
                    choices.append((text, partial(self._set_state, paper, state)))
        return PaperRow(paper, choices, self._remove if editable else None)

    def _set_state(self, paper: AttachmentRow, state: AttachmentState) -> None:
        work = self._context.workspace
        attempt(self._context, lambda: attachment.set_state(work, paper.id, state))

    def _save_copy(self, paper: AttachmentRow) -> None:
        work = self._context.workspace

        def save() -> None:
            target = self.choose_target(paper.file_name)
            if target is not None:
                write_atomically(target, attachment.content(work, paper.id))
                self._context.messages.say(tr("Bilagan sparades som {name}.", name=target.name))

        attempt(self._context, save)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, where papers can be added."""
        if self._editable and _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the files that are dropped: one is asked about, several are added as they are."""
        files = _files(event)
        event.acceptProposedAction()
        self.add_files(files)

    def add_files(self, files: list[Path]) -> None:
        """Add files as papers; of one alone it is asked what it is called."""
        if len(files) == 1:
            self.ask(files[0])
            return
        work, item_id = self._context.workspace, self._item_id

        def attach() -> None:
            with work.together("attachment.attach", tr("{count} bilagor lades till", count=len(files))):
                for file in files:
                    attachment.attach(work, item_id, file.stem, file=file)

        attempt(self._context, attach)

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

    def _ask_where(self, name: str) -> Path | None:
        return folders.ask_where_to_save(self, tr("Spara en kopia av bilagan"), name)


def _files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


class PaperRow(QWidget):
    """One paper: what it is called, and when it reaches the members."""

    def __init__(
        self,
        paper: AttachmentRow,
        choices: Sequence[tuple[str, Callable[[], object]] | None],
        remove: Callable[[AttachmentRow], object] | None,
    ) -> None:
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
        if choices:
            menu = MenuButton("", choices, "ellipsis")
            menu.setAccessibleName(tr("Mer om {label}", label=paper.label))
            menu.setToolTip(tr("Mer om bilagan"))
            row.addWidget(menu)
        if remove:
            row.addWidget(icon_button("x", tr("Ta bort {label}", label=paper.label), lambda: remove(paper)))
