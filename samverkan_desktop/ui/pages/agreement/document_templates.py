"""The agreement's own Word templates: chosen for all documents or one kind, tried before use, taken away."""

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import word_template
from samverkan_desktop.services.word_template import TemplateRow
from samverkan_desktop.ui import folders, theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.in_place import attempt
from samverkan_desktop.ui.widgets.expander import Expander
from samverkan_desktop.ui.widgets.fields import ChoiceField
from samverkan_desktop.ui.widgets.parts import Card, button, icon_button
from samverkan_desktop.vocabulary import DocumentKind

#: What the choice for all documents is in the list of kinds, where None would be no choice.
_ALL = ""


class DocumentTemplates(Card):
    """The templates that are chosen, and the way to another one.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__(tr("Dokumentmallar"))
        self._context = context
        self._agreement_id: int | None = None
        self._file: Path | None = None
        self.choose_file: Callable[[], Path | None] = self._ask
        self.show_sample: Callable[[Path], object] = _open
        about = tr("Word-filer kan skrivas i kommunens egen mall, med brevhuvud, sidfot och formatmallar.")
        self.body.addWidget(theme.label(about, "muted", wrap=True))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.NEAR)
        self.body.addLayout(self._rows)
        choices = [(_ALL, word_template.name_of(None)), *map(_choice, word_template.kinds())]
        self.document = ChoiceField(choices)
        self.document.set_value(_ALL)
        self.document.setAccessibleName(tr("Vilka dokument mallen gäller"))
        self.choose = button(tr("Välj mall…"), self._choose, icon="file-text")
        asking = QHBoxLayout()
        asking.addWidget(self.document)
        asking.addWidget(self.choose)
        asking.addStretch(1)
        self.body.addLayout(asking)
        self.pending = _Pending(self._try_pending, self._use, self._leave)
        self.body.addWidget(self.pending)
        self.error = theme.label("", "error", wrap=True)
        self.error.hide()
        self.body.addWidget(self.error)
        self.body.addWidget(Expander(tr("Så görs en mall"), _advice))

    def show_agreement(self, agreement_id: int) -> None:
        """Show the templates of an agreement; a file that is being looked at is left alone."""
        if agreement_id != self._agreement_id:
            self._leave()
        self._agreement_id = agreement_id
        while entry := self._rows.takeAt(0):
            if (gone := entry.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        rows = word_template.listing(self._context.workspace, agreement_id)
        for row in rows:
            self._rows.addWidget(TemplateLine(row, self._try_chosen, self._remove))
        if not rows:
            nothing = tr("Ingen mall är vald. Dokumenten skrivs på programmets eget papper.")
            self._rows.addWidget(theme.label(nothing, wrap=True))

    @property
    def _document(self) -> DocumentKind | None:
        chosen = self.document.value()
        return DocumentKind(str(chosen)) if chosen else None

    def _choose(self) -> None:
        self._say("")
        file = self.choose_file()
        if file is None:
            return
        self._file = file
        self.pending.show_file(file.name, self.document.currentText())

    def _leave(self) -> None:
        self._file = None
        self.pending.hide()
        self._say("")

    def _use(self) -> None:
        file, own, document = self._file, self._agreement_id, self._document
        if file is None or own is None:
            return
        try:
            word_template.choose(self._context.workspace, own, document, file)
        except (UserError, EnvironmentFault) as error:
            self._say(error.message)
            return
        self._leave()
        self._context.messages.say(tr("Mallen {file} används nu.", file=file.name), undo=True)

    def _try_pending(self) -> None:
        if self._file is not None:
            self._write(partial(word_template.try_file, self._file, document=self._document))

    def _try_chosen(self, row: TemplateRow) -> None:
        self._write(partial(word_template.try_chosen, self._context.workspace, row.id))

    def _write(self, write: Callable[..., Path]) -> None:
        """Write a sample among the system's own passing files, off the window's thread, and show it."""
        self._say("")

        def work(_progress: object) -> Path:
            return write(folder=Path(tempfile.mkdtemp(prefix="samverkan-")))

        self._context.tasks.run(work, self._shown, tr("Skriver ett provdokument"))

    def _shown(self, path: Path) -> None:
        self.show_sample(path)
        self._context.messages.say(tr("Provdokumentet ligger i {path}.", path=path))

    def _remove(self, row: TemplateRow) -> None:
        if attempt(self._context, lambda: word_template.remove(self._context.workspace, row.id)):
            self._context.messages.say(tr("Mallen {file} togs bort.", file=row.file_name), undo=True)

    def _say(self, text: str) -> None:
        self.error.setText(text)
        self.error.setHidden(not text)

    def _ask(self) -> Path | None:
        return folders.ask_for_file(self, tr("Välj mall"), tr("Word-mallar (*.docx *.dotx)"))


class TemplateLine(QWidget):
    """One template: for what, which file and since when, with what can be done with it."""

    def __init__(
        self,
        row: TemplateRow,
        try_it: Callable[[TemplateRow], object],
        remove: Callable[[TemplateRow], object],
    ) -> None:
        super().__init__()
        self.setAccessibleName(row.label)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(theme.label(row.label, "strong", wrap=True))
        since = tr("{file}, sedan {day}", file=row.file_name, day=row.since)
        texts.addWidget(theme.label(since, "small", wrap=True))
        across.addLayout(texts, 1)
        tried = button(tr("Prova"), lambda: try_it(row), "quiet")
        tried.setAccessibleName(tr("Prova {file} med exempeldata", file=row.file_name))
        across.addWidget(tried)
        name = tr("Ta bort mallen {file}", file=row.file_name)
        across.addWidget(icon_button("x", name, lambda: remove(row)))


class _Pending(QWidget):
    """A file that is chosen but not used yet."""

    def __init__(
        self, try_it: Callable[[], object], use: Callable[[], object], leave: Callable[[], object]
    ) -> None:
        super().__init__()
        self._text = theme.label("", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._text)
        row = QHBoxLayout()
        self.use = button(tr("Använd mallen"), use, "primary")
        row.addWidget(self.use)
        row.addWidget(button(tr("Prova med exempeldata"), try_it, icon="file-text"))
        row.addWidget(button(tr("Avbryt"), leave, "quiet"))
        row.addStretch(1)
        column.addLayout(row)
        self.hide()

    def show_file(self, name: str, document: str) -> None:
        """Show what is chosen, and for what."""
        self._text.setText(tr("{file} används inte än. Gäller: {document}", file=name, document=document))
        self.show()
        self.use.setFocus()


def _choice(kind: DocumentKind) -> tuple[object, str]:
    return kind.value, word_template.name_of(kind)


def _advice() -> QWidget:
    lines = (
        tr("Öppna kommunens mall i Word. Texten hamnar sist, eller där det finns en innehållskontroll eller "
           "ett bokmärke som heter innehåll."),
        tr("Innehållskontroller med de här namnen fylls i, även i sidhuvud och sidfot: titel, datum, "
           "diarienummer, dokument, grupp, avtal, kommun, parter, plats, tid, status, sida, sidor."),
        tr("Texten tar mallens formatmallar: Rubrik 1–5, Punktlista, Tabellrutnät och så vidare. Det som "
           "saknas läggs till i mallens eget typsnitt."),
    )  # fmt: skip
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    for line in lines:
        column.addWidget(theme.label(line, "small", wrap=True))
    whole.setMinimumWidth(0)
    return whole


def _open(path: Path) -> None:
    """Open a file in the program that opens such files; where there is none, its folder."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
