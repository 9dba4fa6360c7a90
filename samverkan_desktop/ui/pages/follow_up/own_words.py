"""What nobody can count: the group's own judgement, and what it is to be better at."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services.decision import DecisionRow
from samverkan_desktop.services.follow_up import FollowUpRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets.fields import ChoiceField
from samverkan_desktop.ui.widgets.form import Field, Form, Kind
from samverkan_desktop.ui.widgets.parts import Card
from samverkan_desktop.vocabulary import DecisionKind

#: How much of a decision's words is shown in a choice.
_WORDS = 60


class OwnWordsCard(Card):
    """The judgement and the improvement areas, to be written in."""

    #: The follow-up as it is to be stored: a `FollowUpRow`.
    written = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("Gruppens bedömning"))
        improvements = tr("Skriv ett område på varje rad.")
        unreported = tr("Vad som aldrig rapporterades, och vad det beror på.")
        self.form = Form(
            (
                Field("judgement", tr("Samlad bedömning"), Kind.MULTILINE),
                Field(
                    "underreporting",
                    tr("Avvikelser som inte har rapporterats"),
                    Kind.MULTILINE,
                    help=unreported,
                    lines=2,
                ),
                Field("improvements", tr("Förbättringsområden"), Kind.LINES, help=improvements),
            )
        )
        self.form.committed.connect(self._committed)
        self._row: FollowUpRow | None = None
        self.body.addWidget(self.form)

    def show_row(self, row: FollowUpRow) -> None:
        """Show what is stored; what is being written is left alone."""
        self._row = row
        names = ("judgement", "underreporting", "improvements")
        self.form.show_values({name: getattr(row, name) for name in names})

    def show_error(self, error: UserError) -> bool:
        """Say at its field what is wrong; returns whether it concerns a field here."""
        return self.form.show_error(error)

    def _committed(self, name: str, value: object) -> None:
        if self._row is None:
            return
        if name == "judgement":
            self.written.emit(replace(self._row, judgement=str(value)))
        elif name == "underreporting":
            self.written.emit(replace(self._row, underreporting=str(value)))
        elif isinstance(value, list):
            self.written.emit(replace(self._row, improvements=tuple(value)))


class ApprovalCard(Card):
    """Whether the group has approved the follow-up, and by which decision."""

    #: Identity of the decision that was chosen.
    approved = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("Godkännande"))
        self.state = theme.label("", wrap=True)
        self.field = ChoiceField()
        self.field.committed.connect(self.approved)
        label = theme.label(tr("Godkänd genom beslut"), "strong")
        label.setBuddy(self.field)
        self.field.setAccessibleName(label.text())
        self.field.setPlaceholderText(tr("Välj ett beslut"))
        self.none = theme.label(tr("Året har inga beslut än."), "small")
        for widget in (self.state, label, self.field, self.none):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self._offered: tuple[tuple[object, str], ...] = ()

    def show_row(self, row: FollowUpRow, decisions: Sequence[DecisionRow]) -> None:
        """Show whether it is approved, and the year's decisions, those on follow-up first."""
        ordered = sorted(decisions, key=lambda each: (each.kind is not DecisionKind.FOLLOW_UP, -each.id))
        offered = tuple((each.id, _decision_text(each)) for each in ordered)
        if offered != self._offered:
            self._offered = offered
            self.field.offer(offered)
        chosen = next((each.id for each in decisions if each.number == row.decision), None)
        self.field.set_value(chosen)
        self.field.setEnabled(bool(offered))
        self.none.setHidden(bool(offered))
        text = tr("Utkast: uppföljningen är inte godkänd än.")
        if row.approved_on:
            text = tr("Godkänd {day} genom beslut {number}.", day=row.approved_on, number=row.decision)
        self.state.setText(text)


def _decision_text(row: DecisionRow) -> str:
    words = row.item if len(row.item) <= _WORDS else f"{row.item[:_WORDS]}…"
    return f"{row.number}, {row.day}: {words}"
