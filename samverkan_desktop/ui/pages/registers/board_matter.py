"""The register of matters before the political boards (T26, B01, S11, S22, ST03)."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.register_vocabulary import MatterSubject
from samverkan_desktop.services import agreement, board_matter, board_report, board_words
from samverkan_desktop.services.board_rows import BoardMatterRow
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.registers import choosing
from samverkan_desktop.ui.pages.registers.board_chain import BoardChain
from samverkan_desktop.ui.pages.registers.board_doings import doings
from samverkan_desktop.ui.pages.registers.official_report_part import OfficialReportPart
from samverkan_desktop.ui.pages.registers.register import Choices, Register, RowPart
from samverkan_desktop.ui.widgets.entry import Values
from samverkan_desktop.ui.widgets.facts import Fact
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.table_model import Column

_FIELDS = (
    "subject", "title", "case_number", "clauses", "distribution", "meeting_id", "period", "answers",
    "statement", "enclosures", "earlier", "planning_meeting_id", "decision_id", "opened_on", "signing_by",
)  # fmt: skip
_LISTS = frozenset({"clauses", "distribution", "enclosures", "earlier"})


def _columns() -> tuple[Column[BoardMatterRow], ...]:
    return (
        Column(tr("Ärende"), lambda row: row.title),
        Column(tr("Diarienummer"), lambda row: row.case_number, width=128, optional=True),
        Column(tr("Öppnat"), lambda row: str(row.opened_on), width=112),
        Column(tr("Senast behandlat"), _latest, width=256),
    )


def _latest(row: BoardMatterRow) -> str:
    done = [report for report in row.chain if report.reported_on is not None]
    if not done:
        return tr("inte ännu")
    return ": ".join(filter(None, (done[-1].place, done[-1].outcome_text.lower())))


def _fields() -> tuple[Field, ...]:
    subjects = tuple((subject, board_words.subject_name(subject)) for subject in MatterSubject)
    return (
        Field("subject", tr("Vad det gäller"), Kind.CHOICE, choices=subjects, placeholder=tr("välj")),
        Field("title", tr("Rubrik")),
        Field("case_number", tr("Diarienummer"), placeholder="2018/123 002"),
        Field("meeting_id", tr("Mötet som redovisas"), Kind.CHOICE),
        Field("clauses", tr("Förslag till beslut"), Kind.LINES, help=tr("En numrerad punkt på varje rad.")),
        Field("distribution", tr("Beslutet skickas till"), Kind.LINES, help=tr("En mottagare på varje rad.")),
    )


def _old_fields() -> tuple[Field, ...]:
    return (
        Field("period", tr("Verksamhetsår"), Kind.CHOICE),
        Field("answers", tr("Svar på")),
        Field("statement", tr("Förvaltningens yttrande"), Kind.MULTILINE),
        Field("enclosures", tr("Bilagor"), Kind.LINES, help=tr("En på varje rad, i nummerordning.")),
        Field("earlier", tr("Tidigare beslut"), Kind.LINES, help=tr("Organ, dag och paragraf på varje rad.")),
        Field("planning_meeting_id", tr("Tjänstemännens planeringsmöte"), Kind.CHOICE),
        Field("decision_id", tr("Gruppens eget beslut"), Kind.CHOICE),
        Field("signing_by", tr("Har i uppdrag att underteckna"), help=tr("Funktionen, inte namnet.")),
        Field("opened_on", tr("Öppnat"), Kind.DATE),
    )


def _values(row: BoardMatterRow) -> Values:
    return {name: list(getattr(row, name)) if name in _LISTS else getattr(row, name) for name in _FIELDS}


def _open(work: Workspace, agreement_id: int, values: Values) -> None:
    told = dict(values)
    subject, title = told.pop("subject"), str(told.pop("title"))
    if not isinstance(subject, MatterSubject):
        raise UserError(tr("Välj vad ärendet gäller."), field="subject")
    board_matter.open_matter(work, agreement_id, subject, title, **told)


def _change(work: Workspace, row: BoardMatterRow, name: str, value: object) -> None:
    if name == "opened_on" and not isinstance(value, date):
        raise UserError(tr("Ange vilken dag ärendet öppnades."), field=name)
    board_matter.change_matter(work, row.id, **{name: value})


def _known(row: BoardMatterRow) -> tuple[Fact, ...]:
    signing = tr("{function}, inte gjort", function=row.signing_by) if row.to_sign else ""
    return (
        Fact(tr("Redovisar"), row.meeting, f"meeting:{row.meeting_id}"),
        Fact(tr("Planerat på"), row.planning_meeting, f"meeting:{row.planning_meeting_id}"),
        Fact(tr("Gruppens beslut"), row.decision, f"decision:{row.decision_id}"),
        Fact(tr("Facken"), row.negotiation_text),
        Fact(tr("Ska underteckna"), signing),
        Fact(tr("Undertecknat"), str(row.signed_on or "")),
        *_standing(row),
    )


def _standing(row: BoardMatterRow) -> tuple[Fact, ...]:
    """Return what each board has decided on each numbered clause (ST03)."""
    facts = []
    for clause in row.standing:
        decided = [
            tr("{board}: {outcome}", board=board, outcome=report.outcome_text.lower())
            for board, report in clause.decided
            if report is not None
        ]
        waiting = [board for board, report in clause.decided if report is None]
        if clause.number is not None and clause.decided:
            label = tr("Punkt {number}: {text}", number=clause.number, text=clause.text)
            rest = [tr("Inte beslutat: {boards}", boards=", ".join(waiting))] if waiting else []
            facts.append(Fact(label, "\n".join([*decided, *rest])))
    return tuple(facts)


class MatterPart(RowPart[BoardMatterRow]):
    """The chain of instances of a matter, and under it the letter to the boards.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.chain = BoardChain(context)
        self.letter = OfficialReportPart(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chain)
        column.addWidget(self.letter)

    def show_row(self, row: BoardMatterRow) -> None:
        """Show a matter."""
        self.chain.show_row(row)
        self.letter.show_row(row)


def register(context: PageContext) -> Register[BoardMatterRow]:
    """Return the register."""
    work = context.workspace

    def choices(agreement_id: int) -> dict[str, Choices]:
        meetings = choosing.meetings(work, agreement_id)
        boards = board_matter.boards(work, agreement_id)
        return {
            "meeting_id": meetings,
            "planning_meeting_id": meetings,
            "decision_id": choosing.decisions(work, agreement_id, tr("inget beslut")),
            "period": [("", tr("inget")), *((each, each) for each in agreement.periods(work, agreement_id))],
            "board": [(None, tr("skriv nedan")), *((board, board) for board in boards)],
        }

    return Register(
        kind="board_matter",
        title=tr("Nämndärenden"),
        name=tr("ärenden"),
        about=tr("Ärenden för nämnderna: vad varje instans har beslutat, när och under vilken paragraf."),
        empty=tr("Inga ärenden är öppnade."),
        rules=frozenset({"R16", "R17", "R45", "R46", "R47", "R50"}),
        tables=frozenset(
            {
                "board_matter",
                "board_report",
                "official_report",
                "official_report_variant",
                "meeting",
                "decision",
            }
        ),
        read=lambda agreement_id: board_matter.listing(work, agreement_id),
        identity=lambda row: row.id,
        heading=lambda row: row.title,
        columns=_columns(),
        fields=(*_fields(), *_old_fields()),
        new_fields=_fields(),
        values=_values,
        add=lambda agreement_id, values: _open(work, agreement_id, values),
        change=lambda row, name, value: _change(work, row, name, value),
        remove=lambda row: board_matter.remove_matter(work, row.id),
        add_title=tr("Öppna ett ärende"),
        add_step=tr("Öppna"),
        also=("board_report",),
        seek=lambda kind, identity: (
            board_report.matter_of(work, identity) if kind == "board_report" else identity
        ),
        choices=choices,
        known=_known,
        part=lambda: MatterPart(context),
        doings=doings(work),
        group=lambda row: board_words.subject_name(row.subject),
        spare=(3, 2, 1),
    )
