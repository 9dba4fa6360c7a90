"""The end of the agreement's term: its evaluation (T25), and the reports on it to the boards (T26)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.register_vocabulary import EvaluationOutcome
from samverkan_desktop.services.agreement import AgreementRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets.form import Field, Form, Kind
from samverkan_desktop.ui.widgets.parts import button


def outcome_name(outcome: EvaluationOutcome) -> str:
    """Return what became of an agreement, in words."""
    return {
        EvaluationOutcome.EXTENDED: tr("Avtalet förlängs"),
        EvaluationOutcome.REVISED: tr("Avtalet revideras"),
        EvaluationOutcome.ENDED: tr("Avtalet upphör"),
    }[outcome]


@dataclass(frozen=True)
class Evaluated:
    """What is noted when the evaluation is finished."""

    day: date
    outcome: EvaluationOutcome
    text: str


@dataclass(frozen=True)
class Reported:
    """What is noted when a board has had the evaluation."""

    board: str
    day: date
    paragraph: str


class Evaluation(QWidget):
    """The evaluation: begun, then finished with an outcome."""

    #: The day that work on it began.
    begun = Signal(object)
    #: What is noted when it is finished: an `Evaluated`.
    finished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: AgreementRow | None = None
        self.state = theme.label("", wrap=True)
        self.start = Form((Field("begun", tr("Utvärderingen påbörjades"), Kind.DATE),))
        self.start.committed.connect(lambda _name, day: self.begun.emit(day) if day else None)
        outcomes = tuple((outcome, outcome_name(outcome)) for outcome in EvaluationOutcome)
        self.end = Form(
            (
                Field("day", tr("Utvärderingen avslutades"), Kind.DATE),
                Field("outcome", tr("Utfall"), Kind.CHOICE, choices=outcomes),
                Field("text", tr("Vad utvärderingen visade"), Kind.MULTILINE),
            )
        )
        self.done = button(tr("Avsluta utvärderingen"), self._finish)
        column = _column(self, tr("Utvärdering"))
        for widget in (self.state, self.start, self.end):
            column.addWidget(widget)
        column.addWidget(self.done, 0, Qt.AlignmentFlag.AlignLeft)

    def show_agreement(self, agreement: AgreementRow) -> None:
        """Show how far the evaluation has come; what is being written is left alone."""
        if _evaluation_of(agreement) == (_evaluation_of(self._shown) if self._shown else None):
            return
        self._shown = agreement
        self.start.show_values({"begun": agreement.evaluation_begun_on})
        self.end.show_values(
            {
                "day": agreement.evaluated_on,
                "outcome": agreement.evaluation_outcome,
                "text": agreement.evaluation_text,
            }
        )
        self.state.setText(_state(agreement))
        self.done.setText(
            tr("Ändra utvärderingen") if agreement.evaluated_on else tr("Avsluta utvärderingen")
        )

    def _finish(self) -> None:
        self.end.clear_errors()
        day, outcome = self.end.value("day"), self.end.value("outcome")
        if not isinstance(day, date):
            self.end.show_error(UserError(tr("Skriv vilken dag utvärderingen blev klar."), field="day"))
        elif not isinstance(outcome, EvaluationOutcome):
            self.end.show_error(UserError(tr("Välj vad som händer med avtalet."), field="outcome"))
        else:
            self.finished.emit(Evaluated(day, outcome, str(self.end.value("text"))))


def _evaluation_of(agreement: AgreementRow) -> tuple[object, ...]:
    return (
        agreement.id,
        agreement.evaluation_begun_on,
        agreement.evaluated_on,
        agreement.evaluation_outcome,
        agreement.evaluation_text,
    )


def _state(agreement: AgreementRow) -> str:
    if agreement.evaluated_on and agreement.evaluation_outcome:
        outcome = outcome_name(agreement.evaluation_outcome)
        return tr("Klar {day}: {outcome}.", day=agreement.evaluated_on, outcome=outcome)
    if agreement.evaluation_begun_on:
        return tr("Pågår sedan {day}.", day=agreement.evaluation_begun_on)
    return tr("Inte påbörjad.")


class BoardReports(QWidget):
    """The reports on the evaluation: to whom, when, and the board's own paragraph."""

    #: What is noted when a board has had it: a `Reported`.
    reported = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._boards: tuple[str, ...] = ()
        self.form = Form(
            (
                Field("board", tr("Nämnd"), Kind.CHOICE),
                Field("day", tr("Redovisades"), Kind.DATE),
                Field("paragraph", tr("Nämndens paragraf"), placeholder=tr("§ 85")),
            )
        )
        column = _column(self, tr("Redovisning för nämnd"))
        column.addWidget(self.form)
        note = button(tr("Anteckna redovisningen"), self._report)
        column.addWidget(note, 0, Qt.AlignmentFlag.AlignLeft)

    def offer(self, boards: Sequence[str]) -> None:
        """Offer boards to choose from."""
        if tuple(boards) != self._boards:
            self._boards = tuple(boards)
            self.form.offer("board", tuple((board, board) for board in boards))

    def clear(self) -> None:
        """Make room for the next board."""
        self.form.clear_errors()
        self.form.show_values({"board": None, "day": None, "paragraph": ""})

    def _report(self) -> None:
        self.form.clear_errors()
        board, day = self.form.value("board"), self.form.value("day")
        if not board:
            self.form.show_error(UserError(tr("Välj nämnd."), field="board"))
        elif not isinstance(day, date):
            self.form.show_error(UserError(tr("Skriv vilken dag nämnden fick redovisningen."), field="day"))
        else:
            self.reported.emit(Reported(str(board), day, str(self.form.value("paragraph"))))


def _column(widget: QWidget, title: str) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, theme.NEAR, 0, 0)
    column.setSpacing(theme.NEAR)
    column.addWidget(theme.label(title, "strong"))
    return column
