"""The officials' letter to boards on a matter: what is written in it, to all boards or to one (L13)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.i18n import tr
from samverkan_desktop.models.board_report import BoardMatter
from samverkan_desktop.models.official_report import OfficialReport, OfficialReportVariant
from samverkan_desktop.register_vocabulary import MatterSubject
from samverkan_desktop.rules.board_matters import same_board
from samverkan_desktop.services import board_matter, follow_up
from samverkan_desktop.services.board_rows import once, own_boards
from samverkan_desktop.services.privacy import refuse
from samverkan_desktop.services.values import looked_through, set_values
from samverkan_desktop.services.wording import year_words
from samverkan_desktop.services.workspace import Workspace

_LISTS = frozenset({"basis", "signatories"})
_FIELDS = _LISTS | {
    "handler", "contact", "dated", "summary", "preparation", "background", "analysis", "conclusion",
    "children", "proposal_last",
}  # fmt: skip
_VARIANT_FIELDS = ("case_number", "clauses", "left_out")


@dataclass(frozen=True)
class VariantRow:
    """What the letter says to one board alone; see `models.official_report.OfficialReportVariant`."""

    board: str
    case_number: str = ""
    clauses: tuple[str, ...] = ()
    left_out: bool = False


@dataclass(frozen=True)
class OfficialReportRow:
    """What is written in the letter; see `models.official_report.OfficialReport` for its fields.

    ``written`` says whether anything is. ``variants`` has each board it can go to, in the agreement's order.
    """

    matter_id: int
    written: bool
    handler: str
    contact: str
    dated: date | None
    summary: str
    preparation: str
    background: str
    analysis: str
    conclusion: str
    children: str
    basis: tuple[str, ...]
    signatories: tuple[str, ...]
    proposal_last: bool
    variants: tuple[VariantRow, ...]


def row(work: Workspace, matter_id: int) -> OfficialReportRow:
    """Return what is written in the letter on a matter: nothing yet where nobody has begun."""
    with work.read() as session:
        return row_in(session, session.get_one(BoardMatter, matter_id))


def row_in(session: Session, matter: BoardMatter) -> OfficialReportRow:
    """Return what is written in the letter on a matter, as a session sees it."""
    stored = _stored(session, matter.id)
    own = stored or _new(matter.id)
    return OfficialReportRow(
        matter_id=matter.id,
        written=stored is not None,
        handler=own.handler,
        contact=own.contact,
        dated=own.dated,
        summary=own.summary,
        preparation=own.preparation,
        background=own.background,
        analysis=own.analysis,
        conclusion=own.conclusion,
        children=own.children,
        basis=tuple(own.basis),
        signatories=tuple(own.signatories),
        proposal_last=own.proposal_last,
        variants=_variants(session, matter),
    )


def _variants(session: Session, matter: BoardMatter) -> tuple[VariantRow, ...]:
    chosen = select(OfficialReportVariant).where(OfficialReportVariant.board_matter_id == matter.id)
    stored = session.scalars(chosen.order_by(OfficialReportVariant.id)).all()
    boards = once([*own_boards(session, matter.agreement_id), *(each.board for each in stored)])
    rows = []
    for board in boards:
        own = next((each for each in stored if same_board(each.board, board)), None)
        rows.append(
            VariantRow(board, own.case_number, tuple(own.clauses), own.left_out) if own else VariantRow(board)
        )
    return tuple(rows)


def _stored(session: Session, matter_id: int) -> OfficialReport | None:
    chosen = select(OfficialReport).where(OfficialReport.board_matter_id == matter_id)
    return session.scalar(chosen.order_by(OfficialReport.id).limit(1))


def _new(matter_id: int) -> OfficialReport:
    return OfficialReport(
        board_matter_id=matter_id, handler="", contact="", summary="", preparation="", background="",
        analysis="", conclusion="", children="", basis=[], signatories=[], proposal_last=False,
    )  # fmt: skip


def change(work: Workspace, matter_id: int, **values: object) -> None:
    """Write in the letter on a matter.

    Args:
        work: the open archive.
        matter_id: the matter.
        values: those to change. Texts: ``handler``, ``contact``, ``summary``, ``preparation``,
            ``background``, ``analysis``, ``conclusion``, ``children``. Lists of texts: ``basis``,
            ``signatories``. Further ``dated`` (a day, None while it is a draft) and ``proposal_last``.

    Raises:
        UserError: a text holds a personal identity number (R11).
    """
    given = looked_through(values, _FIELDS)
    for name in _LISTS & given.keys():
        given[name] = _lines(name, given[name])
    key = f"official-report:{matter_id}:{','.join(sorted(values))}"
    with work.change(
        "official_report.change", tr("En skrivelse till nämnd ändrades"), merge_key=key
    ) as session:
        own = _stored(session, session.get_one(BoardMatter, matter_id).id)
        if own is None:
            own = _new(matter_id)
            session.add(own)
        set_values(own, given)


def change_variant(work: Workspace, matter_id: int, board: str, **values: object) -> None:
    """Write what the letter says to one board alone.

    Args:
        work: the open archive.
        matter_id: the matter.
        board: the board.
        values: those to change: ``case_number`` (its number there), ``clauses`` (its own proposal; empty
            where that is the matter's), ``left_out`` (whether it gets no letter).

    Raises:
        UserError: a text holds a personal identity number (R11).
    """
    given = looked_through(values, _VARIANT_FIELDS)
    if "clauses" in given:
        given["clauses"] = _lines("clauses", given["clauses"])
    key = f"official-report:{matter_id}:{board}:{','.join(sorted(values))}"
    label = tr("Skrivelsen till {board} ändrades", board=board)
    with work.change("official_report.change_variant", label, merge_key=key) as session:
        matter = session.get_one(BoardMatter, matter_id)
        chosen = select(OfficialReportVariant).where(OfficialReportVariant.board_matter_id == matter.id)
        own = next((each for each in session.scalars(chosen) if same_board(each.board, board)), None)
        if own is None:
            own = OfficialReportVariant(
                board_matter_id=matter.id, board=board, case_number="", clauses=[], left_out=False
            )
            session.add(own)
        set_values(own, given)


def _lines(name: str, given: object) -> list[str]:
    assert isinstance(given, Iterable), given  # noqa: S101  the caller's mistake, not the user's
    lines = [str(line).strip() for line in given]
    refuse(**{name: "\n".join(lines)})
    return [line for line in lines if line]


def from_follow_up(work: Workspace, agreement_id: int, period: str, group_id: int | None = None) -> int:
    """Begin a letter on the follow-up of a year, from what its report says; returns the matter.

    Where there is a matter on the year's follow-up it is that one, and what is written in its letter stays.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        period: label of the working year.
        group_id: only what concerns this group; every group where None.
    """
    content = follow_up.content(work, agreement_id, period, group_id)
    use_case, label = "official_report.from_follow_up", tr("En skrivelse om uppföljningen påbörjades")
    with work.together(use_case, label):
        known = [
            each
            for each in board_matter.listing(work, agreement_id)
            if each.subject is MatterSubject.FOLLOW_UP and each.period == period
        ]
        matter_id = (
            known[-1].id
            if known
            else board_matter.open_matter(
                work,
                agreement_id,
                MatterSubject.FOLLOW_UP,
                tr(
                    "Uppföljning av {agreement}, {year}", agreement=content.agreement, year=year_words(period)
                ),
                period=period,
                clauses=[tr("[Nämnden] lägger rapporten med godkännande till handlingarna.")],
            )
        )
        if not row(work, matter_id).written:
            change(
                work,
                matter_id,
                summary="\n\n".join(content.summary),
                background=content.purpose,
                analysis="\n\n".join(content.judgement),
                conclusion="\n".join(f"- {line}" for line in content.improvements),
                basis=[tr("Uppföljning {period}", period=period)],
            )
    return matter_id
