"""Where an agreement begins: with one that is shipped, with a file, or with nothing; all in place."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services.adoption import PresetRow
from samverkan_desktop.ui import folders, theme
from samverkan_desktop.ui.accessible import announce
from samverkan_desktop.ui.messages import Messages
from samverkan_desktop.ui.pages.agreement.about import kind_choices, year_choices
from samverkan_desktop.ui.widgets.entry import Entry, Values, day_of
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.parts import Card, button, reveal, scrolling
from samverkan_desktop.vocabulary import AgreementKind, WorkingYear

#: What parts a party's name from that of its board, where parties are written.
_APART = ";"


class Beginning(QWidget):
    """The ways to begin an agreement.

    Args:
        presets: the agreements that are shipped.
        adopt: adopts one, by its key or by the path of a file.
        create: begins one from nothing, given what stands in the fields.
        messages: where what concerns no field is told.
    """

    #: The user left it.
    left = Signal()

    def __init__(
        self,
        presets: Sequence[PresetRow],
        adopt: Callable[[str], object],
        create: Callable[[Values], object],
        messages: Messages,
    ) -> None:
        super().__init__()
        self._adopt = adopt
        self.trouble = theme.label("", "error", wrap=True)
        self.trouble.hide()
        self.back = button(tr("Tillbaka till avtalet"), self.left.emit, icon="chevron-left")
        self.nothing = Entry(_fields(), tr("Skapa avtalet"), create, messages)
        template = Card(tr("Utgå från en mall"))
        text = tr("Välj ett avtal att utgå från. Allt i det går att ändra efteråt.")
        template.body.addWidget(theme.label(text, wrap=True))
        template.body.addWidget(self._templates(presets))
        file = button(tr("Välj en avtalsfil…"), self._ask, icon="folder-open")
        template.body.addWidget(file, 0, Qt.AlignmentFlag.AlignLeft)
        template.body.addWidget(self.trouble)
        empty = Card(tr("Börja från början"))
        text = tr(
            "Skriv vad avtalet heter och vilka det gäller. Stycken och åtaganden skrivs sedan in ett i taget."
        )
        empty.body.addWidget(theme.label(text, wrap=True))
        empty.body.addWidget(self.nothing)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.NEAR, 0)
        column.setSpacing(theme.APART)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(template)
        column.addWidget(empty)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside))

    def begin(self, *, leaves: bool) -> None:
        """Begin anew.

        Args:
            leaves: whether there is an agreement to go back to.
        """
        self.back.setVisible(leaves)
        self.trouble.hide()
        self.nothing.begin(
            {"kind": AgreementKind.COLLABORATION_AGREEMENT, "working_year": WorkingYear.SCHOOL_YEAR}
        )

    def write(self) -> None:
        """Go to what is written of an agreement that begins from nothing."""
        self.nothing.go_on()
        reveal(self.nothing)

    def _templates(self, presets: Sequence[PresetRow]) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.APART)
        grid.setColumnStretch(1, 1)
        for row, preset in enumerate(presets):
            choose = button(tr("Använd {name}", name=preset.name), partial(self._choose, preset.key))
            choose.setAccessibleDescription(preset.title)
            grid.addWidget(choose, row, 0)
            grid.addWidget(theme.label(preset.title, "muted", wrap=True), row, 1)
        return table

    def _ask(self) -> None:
        pattern = tr("Avtalsfiler (*.toml)")
        chosen = folders.ask_for_file(self, tr("Välj en avtalsfil"), pattern)
        if chosen:
            self._choose(str(chosen))

    def _choose(self, source: str) -> None:
        self.trouble.hide()
        try:
            self._adopt(source)
        except (UserError, EnvironmentFault) as error:
            self.trouble.setText(error.message)
            announce(self, error.message)
            self.trouble.show()


def _fields() -> tuple[Field, ...]:
    return (
        Field("title", tr("Avtalets namn"), placeholder=tr("Samverkansavtal mellan …")),
        Field("kind", tr("Vad det är"), Kind.CHOICE, choices=kind_choices()),
        Field("municipality", tr("Kommun"), beside=True),
        Field("starts", tr("Gäller från"), Kind.DATE),
        Field("ends", tr("Gäller till"), Kind.DATE, beside=True, help=tr("Tomt: tills vidare.")),
        Field("working_year", tr("Möten räknas per"), Kind.CHOICE, choices=year_choices(), beside=True),
        Field(
            "parties",
            tr("Parter, en på varje rad"),
            Kind.LINES,
            help=tr("Skriv nämnden efter ett semikolon: Socialförvaltningen; Socialnämnden."),
        ),
        Field("purpose", tr("Syfte, ord för ord"), Kind.MULTILINE, lines=2),
    )


def parties_of(values: Values) -> list[tuple[str, str]]:
    """Return the parties as they are written: each one's name and its board's."""
    lines = values["parties"]
    parts = [str(line).partition(_APART) for line in lines] if isinstance(lines, list) else []
    return [(name.strip(), board.strip()) for name, _, board in parts]


def span_of(values: Values) -> tuple[date, date | None]:
    """Return the first and the last day that are written.

    Raises:
        UserError: the first is missing.
    """
    ends = values["ends"]
    return day_of(values, "starts"), ends if isinstance(ends, date) else None
