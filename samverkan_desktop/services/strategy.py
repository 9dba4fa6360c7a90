"""Strategies: the long-term directions of a plan, from which activities and commitments follow (L07)."""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.activity import PlannedActivity, Strategy
from samverkan_desktop.models.commitment import Commitment
from samverkan_desktop.services import position
from samverkan_desktop.services.privacy import demand, refuse
from samverkan_desktop.services.workspace import Workspace


@dataclass(frozen=True)
class StrategyRow:
    """A strategy of an agreement.

    Args:
        id: identity.
        agreement_id: whose it is.
        position: its place in the agreement's list, from 1.
        title: what it is called.
        text: its goals and sub-goals, as text; may be empty.
        activities: how many activities follow from it, in every year's plan.
        commitments: how many commitments follow from it.
    """

    id: int
    agreement_id: int
    position: int
    title: str
    text: str
    activities: int
    commitments: int


def listing(work: Workspace, agreement_id: int) -> tuple[StrategyRow, ...]:
    """Return an agreement's strategies in its own order."""
    with work.read() as session:
        return rows_in(session, agreement_id)


def rows_in(session: Session, agreement_id: int) -> tuple[StrategyRow, ...]:
    """Return an agreement's strategies as a session sees them."""
    activities = Counter(session.scalars(select(PlannedActivity.strategy_id)))
    commitments = Counter(session.scalars(select(Commitment.strategy_id)))
    return tuple(
        StrategyRow(
            each.id, each.agreement_id, each.position, each.title, each.text, activities[each.id],
            commitments[each.id],
        )
        for each in _in_order(session, agreement_id)
    )  # fmt: skip


def _in_order(session: Session, agreement_id: int) -> list[Strategy]:
    chosen = select(Strategy).where(Strategy.agreement_id == agreement_id)
    return list(session.scalars(chosen.order_by(Strategy.position, Strategy.id)))


def add(work: Workspace, agreement_id: int, title: str, *, text: str = "") -> int:
    """Add a strategy to an agreement, last in its list; returns its identity.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        title: what it is called.
        text: its goals and sub-goals; may be empty.

    Raises:
        UserError: the title is missing or taken, or a text holds a personal identity number.
    """
    refuse(title=title, text=text)
    demand(tr("Ange vad strategin heter."), title=title)
    with work.change("strategy.add", tr("Strategin {title} lades till", title=title.strip())) as session:
        others = _in_order(session, agreement_id)
        _free(title, others)
        strategy = Strategy(
            agreement_id=agreement_id, position=len(others) + 1, title=title.strip(), text=text.strip()
        )
        session.add(strategy)
        session.flush()
        return strategy.id


def _free(title: str, others: list[Strategy]) -> None:
    if title.strip().casefold() in {other.title.casefold() for other in others}:
        raise UserError(
            tr("Det finns redan en strategi som heter {title}. Välj ett annat namn.", title=title.strip()),
            field="title",
        )


def change(work: Workspace, strategy_id: int, *, title: str | None = None, text: str | None = None) -> None:
    """Change a strategy; what is None is left as it is.

    Raises:
        UserError: the title would be empty or is taken, or a text holds a personal identity number.
    """
    refuse(title=title or "", text=text or "")
    if title is not None:
        demand(tr("Ange vad strategin heter."), title=title)
    key = f"strategy:{strategy_id}"
    with work.change("strategy.change", tr("En strategi ändrades"), merge_key=key) as session:
        strategy = session.get_one(Strategy, strategy_id)
        if title is not None:
            others = _in_order(session, strategy.agreement_id)
            _free(title, [other for other in others if other is not strategy])
            strategy.title = title.strip()
        if text is not None:
            strategy.text = text.strip()


def move(work: Workspace, strategy_id: int, to: int) -> None:
    """Move a strategy to another place in the agreement's list, 1 or more."""
    with work.change("strategy.move", tr("En strategi flyttades")) as session:
        strategy = session.get_one(Strategy, strategy_id)
        position.move(_in_order(session, strategy.agreement_id), strategy, to)


def remove(work: Workspace, strategy_id: int) -> None:
    """Take away a strategy from which nothing follows.

    Raises:
        UserError: activities or commitments follow from it.
    """
    with work.change("strategy.remove", tr("En strategi togs bort")) as session:
        strategy = session.get_one(Strategy, strategy_id)
        for column in (PlannedActivity.strategy_id, Commitment.strategy_id):
            if session.scalar(select(column).where(column == strategy_id).limit(1)) is not None:
                raise UserError(
                    tr(
                        "Aktiviteter eller åtaganden följer av strategin {title}. Ge dem en annan strategi "
                        "först.",
                        title=strategy.title,
                    )
                )
        session.delete(strategy)
        session.flush()
        position.number(_in_order(session, strategy.agreement_id))


def check_own(session: Session, agreement_id: int, strategy_id: int | None) -> None:
    """Refuse a strategy of another agreement.

    Raises:
        UserError: it is not one of the agreement's.
    """
    if strategy_id is not None and session.get_one(Strategy, strategy_id).agreement_id != agreement_id:
        raise UserError(tr("Välj en strategi som hör till avtalet."), field="strategy_id")
