"""A page with every shared widget on it, to be looked at."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from samverkan_desktop.documents.year_wheel import Mark, MarkKind, YearWheel
from samverkan_desktop.errors import UserError
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import Page, PageContext
from samverkan_desktop.ui.widgets.chip import Chip
from samverkan_desktop.ui.widgets.filter_table import FilterTable
from samverkan_desktop.ui.widgets.form import Field, Form, Kind
from samverkan_desktop.ui.widgets.parts import Card, MenuButton, SectionTitle, button, scrolling
from samverkan_desktop.ui.widgets.stepper import Step, Stepper, StepState
from samverkan_desktop.ui.widgets.table_model import Column
from samverkan_desktop.ui.widgets.year_wheel import YearWheelView


@dataclass(frozen=True)
class Row:
    number: str
    heading: str
    holder: str
    due: date
    status: str


HOLDER = "Utbildningschef för gymnasiet och vuxenutbildningen"
ROWS = (
    Row("U1", "Kartläggning av problematisk skolfrånvaro", HOLDER, date(2019, 3, 26), "fulfilled"),
    Row("U2", "Rutin: skolgång vid placering", "Enhetschef familjehem", date(2019, 2, 5), "breached"),
    Row("U3", "Gemensam utbildningsdag", "Ärendesamordnare", date(2019, 5, 28), "at_risk"),
    Row("U7", "Återkoppling efter orosanmälan", "Avdelningschef IFO", date(2019, 10, 15), "upcoming"),
)
MEETINGS = (
    (date(2018, 9, 4), MarkKind.HELD, "Möte 1"),
    (date(2018, 10, 16), MarkKind.HELD, "Möte 2"),
    (date(2018, 11, 15), MarkKind.EXTRA, "Extra möte"),
    (date(2018, 12, 4), MarkKind.HELD, "Möte 3"),
    (date(2018, 12, 4), MarkKind.COMMISSION, "U1 delredovisas"),
    (date(2019, 2, 5), MarkKind.MISSING, "Möte 4 saknas"),
    (date(2019, 3, 26), MarkKind.PLANNED, "Möte 5"),
    (date(2019, 3, 26), MarkKind.COMMISSION, "U1 slutredovisas"),
    (date(2019, 5, 28), MarkKind.PLANNED, "Möte 6"),
    (date(2019, 5, 28), MarkKind.FOLLOW_UP, "Uppföljning av avtalet"),
    (date(2019, 6, 5), MarkKind.REPORT, "Socialnämnden"),
    (date(2019, 6, 15), MarkKind.REVIEW, "Översyn"),
)
WHEEL = YearWheel(
    "2018/2019",
    date(2018, 7, 1),
    date(2019, 6, 30),
    tuple(Mark(day, kind, label, f"meeting:{n}") for n, (day, kind, label) in enumerate(MEETINGS)),
    date(2019, 2, 11),
)


class SamplePage(Page):
    """Everything at once."""

    rooms = frozenset({"meeting"})

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "Styrgruppen, möte 4")
        self.reads = 0
        self.beginnings = 0
        self.targets: list[str] = []
        self.table = FilterTable(
            (
                Column[Row]("Nr", lambda row: row.number, width=56),
                Column[Row]("Uppdrag", lambda row: row.heading, status=lambda row: row.status),
                Column[Row]("Redovisas", lambda row: row.due.isoformat(), width=110),
            ),
            name="uppdrag",
            key=lambda row: row.number,
            empty="Inga uppdrag ännu.",
            group=lambda row: "Klara" if row.status == "fulfilled" else "Pågår",
            step="Lägg till uppdrag",
            done=self.pressed,
        )
        self.form = Form(
            (
                Field("heading", "Rubrik", placeholder="Vad ska göras?"),
                Field("due", "Redovisas senast", Kind.DATE, help="Den dag då gruppen vill ha svar."),
                Field("start", "Börjar", Kind.TIME),
                Field("party", "Förvaltning", Kind.CHOICE, choices=((1, "Bildning"), (2, "Social"))),
                Field("extra", "Extra möte", Kind.CHECK),
            )
        )
        self.wheel = YearWheelView()
        self.stepper = Stepper()
        self.add_command("Lägg till en punkt", self.pressed, "Ctrl+T")
        self._lay_out()

    def _lay_out(self) -> None:
        self.add_action_widget(MenuButton("Mer", [("Ställ in mötet", self.pressed)]))
        self.add_action_widget(button("Skicka kallelse", self.pressed, "primary", "send"))
        self.body.addWidget(self.stepper)
        chips = QHBoxLayout()
        for status in theme.current().colours.tones:
            chips.addWidget(Chip(status))
        chips.addStretch(1)
        self.body.addLayout(chips)
        across = QHBoxLayout()
        across.setSpacing(theme.APART)
        left = QVBoxLayout()
        left.addWidget(SectionTitle("Uppdrag", button("Nytt uppdrag", self.pressed, "quiet", "plus")))
        left.addWidget(self.table, 1)
        wheel = Card("Läsåret")
        wheel.body.addWidget(self.wheel)
        left.addWidget(wheel, 4)
        form = Card("Uppdraget")
        form.setMaximumWidth(72 * theme.GRID)
        form.body.addWidget(scrolling(self.form))
        across.addLayout(left, 2)
        across.addWidget(form, 1)
        self.body.addLayout(across, 1)

    def pressed(self) -> None:
        self.context.messages.say("Punkten lades till.", undo=True)

    def refresh(self) -> None:
        self.reads += 1
        self.table.show_rows(ROWS)
        self.wheel.show_wheel(WHEEL)
        steps = ("Planera", "Dagordning", "Kalla", "Genomför", "Färdigställ", "Skicka")
        states = [StepState.DONE] * 2 + [StepState.CURRENT] + [StepState.TODO] * 2 + [StepState.CLOSED]
        self.stepper.show_steps([Step(s, s, state) for s, state in zip(steps, states, strict=True)])
        self.form.show_values({"heading": "Skolfrånvaro", "party": 2})
        self.form.show_error(UserError("Välj en dag efter mötet.", field="due"))

    def open(self, target: str) -> None:
        self.targets.append(target)

    def begin_again(self) -> None:
        self.beginnings += 1
