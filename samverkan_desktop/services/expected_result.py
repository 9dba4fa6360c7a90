"""Results that a board expects of the collaboration, in the short and the long run (L02)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.i18n import tr
from samverkan_desktop.models.commitment import ExpectedResult
from samverkan_desktop.register_vocabulary import Horizon
from samverkan_desktop.services import position
from samverkan_desktop.services.privacy import demand, refuse, refuse_future
from samverkan_desktop.services.values import looked_through, set_values
from samverkan_desktop.services.workspace import Workspace


@dataclass(frozen=True)
class ExpectedResultRow:
    """A result that is expected.

    Args:
        id: identity.
        agreement_id: of which agreement.
        position: its place in the agreement's list, from 1.
        horizon: in the short or the long run.
        text: the result.
        board: the board that expects it; may be empty.
        stated_on: the day it was stated; None where it is as old as the agreement.
    """

    id: int
    agreement_id: int
    position: int
    horizon: Horizon
    text: str
    board: str
    stated_on: date | None


def listing(work: Workspace, agreement_id: int) -> tuple[ExpectedResultRow, ...]:
    """Return the results expected of an agreement, in its own order."""
    with work.read() as session:
        return rows_in(session, agreement_id)


def rows_in(session: Session, agreement_id: int) -> tuple[ExpectedResultRow, ...]:
    """Return the results expected of an agreement as a session sees them."""
    return tuple(
        ExpectedResultRow(
            each.id, agreement_id, each.position, each.horizon, each.text, each.board, each.stated_on
        )
        for each in _in_order(session, agreement_id)
    )


def _in_order(session: Session, agreement_id: int) -> list[ExpectedResult]:
    chosen = select(ExpectedResult).where(ExpectedResult.agreement_id == agreement_id)
    return list(session.scalars(chosen.order_by(ExpectedResult.position, ExpectedResult.id)))


def add(
    work: Workspace,
    agreement_id: int,
    horizon: Horizon,
    text: str,
    *,
    board: str = "",
    stated_on: date | None = None,
) -> int:
    """Add a result that is expected, last in the list; returns its identity.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        horizon: in the short or the long run.
        text: the result.
        board: the board that expects it; may be empty.
        stated_on: the day it was stated; None where it is as old as the agreement.

    Raises:
        UserError: the text is missing, the day is to come, or a text holds a personal identity number.
    """
    refuse(text=text, board=board)
    demand(tr("Ange vilket resultat som förväntas."), text=text)
    if stated_on is not None:
        refuse_future(work.today, stated_on=stated_on)
    with work.change("expected_result.add", tr("Ett förväntat resultat lades till")) as session:
        result = ExpectedResult(
            agreement_id=agreement_id,
            position=len(_in_order(session, agreement_id)) + 1,
            horizon=horizon,
            text=text.strip(),
            board=board.strip(),
            stated_on=stated_on,
        )
        session.add(result)
        session.flush()
        return result.id


def change(work: Workspace, result_id: int, **values: object) -> None:
    """Change a result that is expected; what is not given is left as it is.

    Args:
        work: the open archive.
        result_id: the result.
        values: ``horizon``, ``text``, ``board``, ``stated_on``: those to change.

    Raises:
        UserError: as for `add`.
    """
    given = looked_through(values, {"horizon", "text", "board", "stated_on"})
    stated_on = values.get("stated_on")
    if isinstance(stated_on, date):
        refuse_future(work.today, stated_on=stated_on)
    key = f"expected_result:{result_id}:{','.join(sorted(values))}"
    with work.change(
        "expected_result.change", tr("Ett förväntat resultat ändrades"), merge_key=key
    ) as session:
        result = session.get_one(ExpectedResult, result_id)
        set_values(result, given)
        demand(tr("Ange vilket resultat som förväntas."), text=result.text)


def move(work: Workspace, result_id: int, to: int) -> None:
    """Move a result to another place in the agreement's list, 1 or more."""
    with work.change("expected_result.move", tr("Ett förväntat resultat flyttades")) as session:
        result = session.get_one(ExpectedResult, result_id)
        position.move(_in_order(session, result.agreement_id), result, to)


def remove(work: Workspace, result_id: int) -> None:
    """Take a result out of the register."""
    with work.change("expected_result.remove", tr("Ett förväntat resultat togs bort")) as session:
        result = session.get_one(ExpectedResult, result_id)
        session.delete(result)
        session.flush()
        position.number(_in_order(session, result.agreement_id))
