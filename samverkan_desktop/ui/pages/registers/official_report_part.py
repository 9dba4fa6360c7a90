"""The officials' letter on a matter for boards, folded in its panel: written for all boards, and for each."""

from dataclasses import asdict

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from samverkan_desktop.i18n import tr
from samverkan_desktop.rules.wording import capital
from samverkan_desktop.services import official_report, own_words
from samverkan_desktop.services.board_rows import BoardMatterRow
from samverkan_desktop.services.official_report import OfficialReportRow, VariantRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.hand_out import HandOut, Of
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.in_place import save
from samverkan_desktop.ui.pages.registers.register import RowPart
from samverkan_desktop.ui.widgets.expander import Expander
from samverkan_desktop.ui.widgets.form import Field, Form, Kind
from samverkan_desktop.vocabulary import DocumentKind


def _fields() -> tuple[Field, ...]:
    several = tr("Skriv [nämnden] där nämndens namn ska stå.")
    return (
        Field("handler", tr("Handläggare"), help=tr("Funktionen; namnet hämtas från den som har den.")),
        Field("contact", tr("Kontakt"), placeholder=tr("telefon, e-post")),
        Field("dated", tr("Datum"), Kind.DATE, help=tr("Tomt är ett utkast.")),
        Field("summary", tr("Sammanfattning"), Kind.MULTILINE, help=several),
        Field("preparation", tr("Ärendets beredning"), Kind.MULTILINE, lines=2),
        Field("background", tr("Bakgrund"), Kind.MULTILINE),
        Field("analysis", tr("Analys"), Kind.MULTILINE),
        Field("conclusion", tr("Slutsats"), Kind.MULTILINE),
        Field("children", tr("Barnperspektiv"), Kind.MULTILINE, lines=2),
        Field("basis", tr("Beslutsunderlag"), Kind.LINES, help=tr("Ett på varje rad, utöver bilagorna.")),
        Field(
            "signatories",
            tr("Undertecknar"),
            Kind.LINES,
            help=tr("En funktion på varje rad, efter chefen för nämndens förvaltning."),
        ),
        Field("proposal_last", tr("Förslaget står sist, efter numrerade avsnitt"), Kind.CHECK),
    )


def _own_fields() -> tuple[Field, ...]:
    return (
        Field("left_out", tr("Nämnden får ingen skrivelse"), Kind.CHECK),
        Field("case_number", tr("Er beteckning")),
        Field("clauses", tr("Eget förslag till beslut"), Kind.LINES, help=tr("Tomt är ärendets förslag.")),
    )


class OfficialReportPart(RowPart[BoardMatterRow]):
    """Fields that save themselves, and the button that makes the letters.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._matter_id: int | None = None
        self.form = Form(_fields())
        self.form.committed.connect(self._save)
        self.own: dict[str, Form] = {}
        self._boards = QVBoxLayout()
        self._boards.setSpacing(theme.NEAR)
        self.hand_out = HandOut(
            context, DocumentKind.OFFICIAL_REPORT, tr("Skapa en skrivelse per nämnd"), self._of
        )
        self.fold = Expander("")
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        self.fold.body.addWidget(self.hand_out, 0, left)
        self.fold.body.addWidget(self.form)
        self.fold.body.addLayout(self._boards)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fold)

    def show_row(self, row: BoardMatterRow) -> None:
        """Show what is written in the letter on a matter."""
        work = self._context.workspace
        found = official_report.row(work, row.id)
        if row.id != self._matter_id:
            self.form.clear_errors()
        self._matter_id = row.id
        name = capital(own_words.words(work, row.agreement_id).official_report)
        told = str(found.dated or (tr("utkast") if found.written else tr("inte påbörjad")))
        self.fold.set_title(f"{name} – {told}")
        values = asdict(found)
        self.form.show_values({field.name: _shown(values[field.name]) for field in _fields()})
        self._show_boards(found)

    def _show_boards(self, found: OfficialReportRow) -> None:
        boards = [variant.board for variant in found.variants]
        if boards != list(self.own):
            while entry := self._boards.takeAt(0):
                if (gone := entry.widget()) is not None:
                    gone.hide()
                    gone.deleteLater()
            self.own = {board: self._board_form(board) for board in boards}
        for variant in found.variants:
            self.own[variant.board].show_values(_values(variant))

    def _board_form(self, board: str) -> Form:
        form = Form(_own_fields())
        form.setAccessibleName(board)
        form.committed.connect(lambda name, value: self._save_own(form, board, name, value))
        self._boards.addWidget(theme.label(board, "strong", wrap=True))
        self._boards.addWidget(form)
        return form

    def _of(self) -> Of | None:
        return None if self._matter_id is None else Of(matter_id=self._matter_id)

    def _save(self, name: str, value: object) -> None:
        if (matter_id := self._matter_id) is not None:
            work = self._context.workspace
            save(self._context, self.form, lambda: official_report.change(work, matter_id, **{name: value}))

    def _save_own(self, form: Form, board: str, name: str, value: object) -> None:
        if (matter_id := self._matter_id) is not None:
            work = self._context.workspace
            save(
                self._context,
                form,
                lambda: official_report.change_variant(work, matter_id, board, **{name: value}),
            )


def _shown(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _values(variant: VariantRow) -> dict[str, object]:
    return {
        "left_out": variant.left_out,
        "case_number": variant.case_number,
        "clauses": list(variant.clauses),
    }
