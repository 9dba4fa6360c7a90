"""Commitments: carried out, followed up, analysed and acted on, in that order (L04)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.activity import Strategy
from samverkan_desktop.models.commission import Commission
from samverkan_desktop.models.commitment import Commitment
from samverkan_desktop.register_vocabulary import CommitmentStep
from samverkan_desktop.rules.commitments import KIND, Commitments
from samverkan_desktop.rules.parameters import parse
from samverkan_desktop.rules.wording import step_done
from samverkan_desktop.services import position
from samverkan_desktop.services.facts import in_force
from samverkan_desktop.services.privacy import demand, refuse, refuse_future
from samverkan_desktop.services.strategy import check_own
from samverkan_desktop.services.values import looked_through, set_values
from samverkan_desktop.services.workspace import Workspace

#: The column that holds each step's day, in the order of the steps.
_COLUMNS = {
    CommitmentStep.CARRIED_OUT: "carried_out_on",
    CommitmentStep.FOLLOWED_UP: "followed_up_on",
    CommitmentStep.ANALYSED: "analysed_on",
    CommitmentStep.ACTED_ON: "acted_on",
}


@dataclass(frozen=True)
class StepRow:
    """A step that the agreement demands, and the day it was done; None until then."""

    step: CommitmentStep
    done_on: date | None


@dataclass(frozen=True)
class CommitmentRow:
    """A commitment of an agreement.

    Args:
        id: identity.
        agreement_id: whose it is.
        position: its place in the agreement's list, from 1.
        title: what has been promised.
        strategy_id: the strategy it follows from; None where none is given.
        strategy: that strategy's title; empty where there is none.
        responsible: the function that answers for it; may be empty.
        due: the day its first step is to be done; None where not decided.
        steps: the steps the agreement demands, in order; all four where it does not say.
        late: whether its day has passed without its first step being done.
        commissions: identity, number and title of each commission that serves it (L05).
    """

    id: int
    agreement_id: int
    position: int
    title: str
    strategy_id: int | None
    strategy: str
    responsible: str
    due: date | None
    steps: tuple[StepRow, ...]
    late: bool
    commissions: tuple[tuple[int, str, str], ...]

    @property
    def next_step(self) -> CommitmentStep | None:
        """The step that is to be done next; None where all are done."""
        return next((each.step for each in self.steps if each.done_on is None), None)


def demanded_steps(session: Session, agreement_id: int, on: date) -> tuple[CommitmentStep, ...]:
    """Return the steps that an agreement demands on a day, in order; all four where it does not say."""
    wanted: set[CommitmentStep] = set()
    for obligation in in_force(session, agreement_id, on):
        if obligation.kind == KIND.name:
            parameters: Commitments = parse(obligation.kind, obligation.parameters)
            wanted.update(parameters.steps)
    return tuple(step for step in CommitmentStep if step in wanted or not wanted)


def listing(work: Workspace, agreement_id: int) -> tuple[CommitmentRow, ...]:
    """Return an agreement's commitments in its own order."""
    with work.read() as session:
        return rows_in(session, agreement_id, work.today)


def rows_in(session: Session, agreement_id: int, on: date) -> tuple[CommitmentRow, ...]:
    """Return an agreement's commitments as a session sees them.

    Args:
        session: where to read.
        agreement_id: the agreement.
        on: the day on which a commitment is late or not.
    """
    steps = demanded_steps(session, agreement_id, on)
    titles = {each.id: each.title for each in session.scalars(select(Strategy))}
    serving: dict[int, list[tuple[int, str, str]]] = {}
    for each in session.scalars(select(Commission).where(Commission.commitment_id.is_not(None))):
        serving.setdefault(each.commitment_id or 0, []).append((each.id, each.number, each.title))
    return tuple(
        CommitmentRow(
            each.id, agreement_id, each.position, each.title, each.strategy_id,
            titles.get(each.strategy_id or 0, ""), each.responsible, each.due,
            tuple(StepRow(step, _day(each, step)) for step in steps),
            each.due is not None and each.due < on and _day(each, steps[0]) is None,
            tuple(serving.get(each.id, ())),
        )
        for each in _in_order(session, agreement_id)
    )  # fmt: skip


def _day(commitment: Commitment, step: CommitmentStep) -> date | None:
    day: date | None = getattr(commitment, _COLUMNS[step])
    return day


def _in_order(session: Session, agreement_id: int) -> list[Commitment]:
    chosen = select(Commitment).where(Commitment.agreement_id == agreement_id)
    return list(session.scalars(chosen.order_by(Commitment.position, Commitment.id)))


def add(
    work: Workspace,
    agreement_id: int,
    title: str,
    *,
    strategy_id: int | None = None,
    responsible: str = "",
    due: date | None = None,
) -> int:
    """Add a commitment to an agreement, last in its list; returns its identity.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        title: what is promised.
        strategy_id: the strategy it follows from; None where none is given.
        responsible: the function that answers for it; may be empty.
        due: the day its first step is to be done; None where not decided.

    Raises:
        UserError: the title is missing, the strategy is another agreement's, or a text holds a personal
            identity number.
    """
    refuse(title=title, responsible=responsible)
    demand(tr("Ange vad parterna åtar sig."), title=title)
    with work.change("commitment.add", tr("Åtagandet {title} lades till", title=title.strip())) as session:
        check_own(session, agreement_id, strategy_id)
        commitment = Commitment(
            agreement_id=agreement_id,
            position=len(_in_order(session, agreement_id)) + 1,
            title=title.strip(),
            strategy_id=strategy_id,
            responsible=responsible.strip(),
            due=due,
        )
        session.add(commitment)
        session.flush()
        return commitment.id


def change(work: Workspace, commitment_id: int, **values: object) -> None:
    """Change a commitment; what is not given is left as it is.

    Args:
        work: the open archive.
        commitment_id: the commitment.
        values: ``title``, ``strategy_id``, ``responsible``, ``due``: those to change.

    Raises:
        UserError: as for `add`.
    """
    given = looked_through(values, {"title", "strategy_id", "responsible", "due"})
    key = f"commitment:{commitment_id}:{','.join(sorted(values))}"
    with work.change("commitment.change", tr("Ett åtagande ändrades"), merge_key=key) as session:
        commitment = session.get_one(Commitment, commitment_id)
        set_values(commitment, given)
        demand(tr("Ange vad parterna åtar sig."), title=commitment.title)
        check_own(session, commitment.agreement_id, commitment.strategy_id)


def note_step(work: Workspace, commitment_id: int, step: CommitmentStep, day: date) -> None:
    """Note the day on which a step of a commitment was done, or correct that day (L04).

    Args:
        work: the open archive.
        commitment_id: the commitment.
        step: the step.
        day: when it was done.

    Raises:
        UserError: the day is to come, a step before it that the agreement demands is not done, or the day
            lies before that of an earlier step or after that of a later one.
    """
    refuse_future(work.today, day=day)
    label = tr("Ett åtagande blev {done}", done=step_done(step))
    with work.change("commitment.note_step", label) as session:
        commitment = session.get_one(Commitment, commitment_id)
        _check_order(commitment, step, day, demanded_steps(session, commitment.agreement_id, work.today))
        setattr(commitment, _COLUMNS[step], day)


def _check_order(
    commitment: Commitment, step: CommitmentStep, day: date, demanded: tuple[CommitmentStep, ...]
) -> None:
    steps = list(CommitmentStep)
    place = steps.index(step)
    for earlier in steps[:place]:
        done_on = _day(commitment, earlier)
        if done_on is None and earlier in demanded:
            raise UserError(
                tr("Åtagandet är inte {done} än. Ange först vilken dag det blev det.",
                   done=step_done(earlier)),
                field="day",
            )  # fmt: skip
        if done_on is not None and day < done_on:
            raise UserError(
                tr("Åtagandet blev {done} {day}. Välj den dagen eller en senare.",
                   done=step_done(earlier), day=done_on),
                field="day",
            )  # fmt: skip
    for later in steps[place + 1 :]:
        done_on = _day(commitment, later)
        if done_on is not None and day > done_on:
            raise UserError(
                tr("Åtagandet blev {done} {day}. Välj den dagen eller en tidigare.",
                   done=step_done(later), day=done_on),
                field="day",
            )  # fmt: skip


def clear_step(work: Workspace, commitment_id: int, step: CommitmentStep) -> None:
    """Note that a step of a commitment is not done after all.

    Raises:
        UserError: a step after it is done.
    """
    with work.change("commitment.clear_step", tr("Ett steg i ett åtagande togs tillbaka")) as session:
        commitment = session.get_one(Commitment, commitment_id)
        steps = list(CommitmentStep)
        for later in steps[steps.index(step) + 1 :]:
            done_on = _day(commitment, later)
            if done_on is not None:
                raise UserError(
                    tr("Åtagandet blev {done} {day}. Ta tillbaka det steget först.",
                       done=step_done(later), day=done_on),
                    field="day",
                )  # fmt: skip
        setattr(commitment, _COLUMNS[step], None)


def move(work: Workspace, commitment_id: int, to: int) -> None:
    """Move a commitment to another place in the agreement's list, 1 or more."""
    with work.change("commitment.move", tr("Ett åtagande flyttades")) as session:
        commitment = session.get_one(Commitment, commitment_id)
        position.move(_in_order(session, commitment.agreement_id), commitment, to)


def remove(work: Workspace, commitment_id: int) -> None:
    """Take a commitment out of the register.

    Raises:
        UserError: it has been carried out, so that it is part of what was done.
    """
    with work.change("commitment.remove", tr("Ett åtagande togs bort")) as session:
        commitment = session.get_one(Commitment, commitment_id)
        if any(_day(commitment, step) is not None for step in CommitmentStep):
            raise UserError(
                tr("Åtagandet {title} har påbörjats. Ta tillbaka dess steg först.", title=commitment.title)
            )
        for each in session.scalars(select(Commission).where(Commission.commitment_id == commitment_id)):
            each.commitment_id = None
        session.delete(commitment)
        session.flush()
        position.number(_in_order(session, commitment.agreement_id))
