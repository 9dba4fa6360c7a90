"""What is done with a matter for boards: dealt with, sent, negotiated, signed (B01, B18, B20, S22)."""

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.register_vocabulary import Instance, UnionStep
from samverkan_desktop.services import board_matter, board_report, board_words
from samverkan_desktop.services.board_rows import BoardMatterRow
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.pages.registers.board_fields import dealt_with
from samverkan_desktop.ui.pages.registers.register import Doing
from samverkan_desktop.ui.widgets.entry import Values, day_of
from samverkan_desktop.ui.widgets.form import Field, Kind


def doings(work: Workspace) -> tuple[Doing[BoardMatterRow], ...]:
    """Return what can be done with a matter."""
    return (_noting(work), _sending(work), _negotiating(work), _signing(work))


def _boards() -> tuple[Field, ...]:
    return (
        Field("board", tr("Nämnd"), Kind.CHOICE),
        Field("other_board", tr("Annan nämnd"), placeholder=tr("Kommunstyrelsen")),
    )


def _board(values: Values) -> str:
    return str(values["other_board"] or values["board"] or "")


def _next_board(row: BoardMatterRow) -> str | None:
    """Return the first board that has not decided on all of a matter yet."""
    waiting = (board for clause in row.standing for board, report in clause.decided if report is None)
    return next(waiting, None)


def _noting(work: Workspace) -> Doing[BoardMatterRow]:
    def carry_out(row: BoardMatterRow, values: Values) -> None:
        told = {name: value for name, value in values.items() if name not in ("board", "other_board")}
        told["clause"] = told["clause"] or None
        board = _board(values)
        if not board:
            raise UserError(tr("Välj vilken nämnd, eller skriv vad den heter."), field="board")
        board_report.note(work, row.id, board, **told)

    clause = Field("clause", tr("Punkt i förslaget"), Kind.NUMBER, help=tr("0 är hela förslaget."))
    return Doing(
        "note",
        tr("Anteckna behandling…"),
        (*_boards(), clause, *dealt_with()),
        tr("Anteckna"),
        carry_out,
        lambda row: {"board": _next_board(row), "instance": Instance.BOARD, "outcome": None},
    )


def _sending(work: Workspace) -> Doing[BoardMatterRow]:
    def carry_out(row: BoardMatterRow, values: Values) -> None:
        board = _board(values)
        if not board:
            raise UserError(tr("Välj vilken nämnds beslut det gäller."), field="board")
        board_report.distribute(work, row.id, board, day_of(values, "day"))

    def waiting(row: BoardMatterRow) -> str | None:
        boards = (
            report.board
            for report in row.chain
            if report.outcome is not None
            and report.instance is not Instance.COMMITTEE
            and report.distributed_on is None
        )
        return next(boards, None)

    return Doing(
        "distribute",
        tr("Beslutet är skickat…"),
        (*_boards(), Field("day", tr("Dag"), Kind.DATE)),
        tr("Notera"),
        carry_out,
        lambda row: {"board": waiting(row), "day": work.today},
        lambda row: waiting(row) is not None,
    )


def _negotiating(work: Workspace) -> Doing[BoardMatterRow]:
    steps = [(None, tr("inte noterat")), *((step, board_words.step_name(step)) for step in UnionStep)]
    agreed = [(None, tr("inte noterat")), (True, tr("Ja")), (False, tr("Nej"))]
    names = ("negotiation", "negotiated_on", "negotiated_with", "negotiated_agreed")
    return Doing(
        "negotiate",
        tr("Förhandling enligt MBL…"),
        (
            Field("negotiation", tr("Vad som gjorts"), Kind.CHOICE, choices=steps),
            Field("negotiated_on", tr("Dag"), Kind.DATE),
            Field("negotiated_with", tr("Med vilka"), placeholder=tr("Lärarförbundet, Vision")),
            Field("negotiated_agreed", tr("Var parterna eniga?"), Kind.CHOICE, choices=agreed),
        ),
        tr("Notera"),
        lambda row, values: board_matter.change_matter(work, row.id, **values),
        lambda row: {name: getattr(row, name) for name in names},
    )


def _signing(work: Workspace) -> Doing[BoardMatterRow]:
    return Doing(
        "sign",
        tr("Undertecknat…"),
        (
            Field("day", tr("Dag"), Kind.DATE),
            Field(
                "words", tr("Ort och dag, som det står på avtalet"), placeholder=tr("Orten den 18 maj 2018")
            ),
        ),
        tr("Notera"),
        lambda row, values: board_matter.sign(work, row.id, day_of(values, "day"), str(values["words"])),
        lambda _row: {"day": work.today},
        lambda row: row.to_sign,
    )
