"""That joint financing is planned together, and decided by each board (R16). Source: S11."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.register_vocabulary import MatterSubject
from samverkan_desktop.rules import board_matters
from samverkan_desktop.rules import evidence as evidence_of
from samverkan_desktop.rules.facts import Facts, MeetingFact
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.outcome_facts import (
    DecisionFact,
)
from samverkan_desktop.rules.register_facts import BoardMatterFact, BoardReportFact
from samverkan_desktop.rules.wording import listed, shall
from samverkan_desktop.vocabulary import Grade


@dataclass(frozen=True)
class JointFinancing:
    """Parameters.

    Args:
        boards: the names of the boards that each decide, themselves or by delegation. A group's own
            decision never takes their place. No day is set for the decisions, so one that is missing is
            a risk and never a breach; a decision taken before the officials have planned together is one.
    """

    boards: tuple[str, ...]

    def __post_init__(self) -> None:
        board_matters.check_boards(self.boards)


@dataclass(frozen=True)
class _State:
    """What is known of one matter: its planning meeting, and what each board has decided of each clause."""

    planning: MeetingFact | None
    group_decision: DecisionFact | None
    decided: Mapping[str, tuple[BoardReportFact | None, ...]]
    first: date | None

    @property
    def planned(self) -> bool:
        """Whether the officials met before the first decision."""
        held = self.planning is not None and self.planning.held
        return held and (self.first is None or self.planning is None or self.planning.day <= self.first)

    @property
    def missing(self) -> list[str]:
        """The boards that have not decided all of it."""
        return [board for board, reports in self.decided.items() if None in reports]

    @property
    def against(self) -> list[str]:
        """The boards whose decision leaves something open: rejected, tabled or referred back."""
        return [
            board
            for board, reports in self.decided.items()
            if any(report is not None and not board_matters.is_settled(report) for report in reports)
        ]


def _state(facts: Facts, matter: BoardMatterFact, boards: tuple[str, ...]) -> _State:
    return _State(
        planning=next((each for each in facts.meetings if each.id == matter.planning_meeting_id), None),
        group_decision=next((each for each in facts.decisions if each.id == matter.decision_id), None),
        decided={board: board_matters.decisions_by(matter, board) for board in boards},
        first=next((report.reported_on for report in board_matters.decisions(matter)), None),
    )


def _verdict(state: _State, title: str, grade: Grade) -> tuple[Status, str, str]:
    if state.first is not None and not state.planned:
        text = tr(
            "{title} beslutades {day}. Beslutet {shall} föregås av gemensam planering (tjänstemannamöte).",
            title=title,
            shall=shall(grade),
            day=state.first,
        )
        return Status.BREACHED, text, tr("Ange tjänstemannamötet som hölls före beslutet, eller besluta om.")
    if not state.missing and not state.against:
        boards = listed(list(state.decided))
        return Status.FULFILLED, tr("{title} är beslutad av {boards}.", title=title, boards=boards), ""
    if state.against:
        boards = listed(state.against)
        text = tr("{title} är inte godkänd av {boards}.", title=title, boards=boards)
        return Status.AT_RISK, text, tr("Ta upp ärendet på nytt i nämnden.")
    boards = listed(state.missing)
    if state.group_decision is not None:
        text = tr(
            "Beslut {number} räcker inte för {title}: beslut saknas av {boards}.",
            number=state.group_decision.number,
            title=title,
            boards=boards,
        )
        return Status.AT_RISK, text, tr("Lämna ärendet till varje nämnd, eller dess delegat, för beslut.")
    if state.first is not None:
        text = tr("{title} är inte beslutad av {boards}.", title=title, boards=boards)
        return Status.AT_RISK, text, tr("Lämna ärendet till varje nämnd, eller dess delegat, för beslut.")
    if not state.planned:
        text = tr(
            "{title} {shall} planeras gemensamt (tjänstemannamöte) före beslut.",
            title=title,
            shall=shall(grade),
        )
        return Status.UPCOMING, text, ""
    text = tr("{title} {shall} beslutas av {boards}.", title=title, shall=shall(grade), boards=boards)
    return Status.UPCOMING, text, ""


def _finding(
    obligation: Obligation, boards: tuple[str, ...], facts: Facts, matter: BoardMatterFact
) -> Finding:
    state = _state(facts, matter, boards)
    status, message, mend = _verdict(state, matter.title, obligation.grade)
    rests_on = list(board_matters.evidence(matter, *chain.from_iterable(state.decided.values())))
    if state.planning is not None:
        rests_on.append(evidence_of.meeting(state.planning))
    if state.group_decision is not None:
        rests_on.append(evidence_of.decision(state.group_decision))
    return obligation.finding(
        "R16",
        status,
        message,
        period=facts.agreement.calendar.of(state.first or matter.opened_on).label,
        required=len(boards),
        actual=sum(all(map(board_matters.is_settled, reports)) for reports in state.decided.values()),
        evidence=rests_on,
        mend=mend,
    )


def evaluate(
    obligation: Obligation,
    parameters: JointFinancing,
    facts: Facts,
    on: date,  # noqa: ARG001  the facts are already those of the day
) -> Iterator[Finding]:
    """Yield, for each matter on joint financing, whether it is planned together and decided by each board."""
    for matter in board_matters.matters_about(facts, MatterSubject.JOINT_FINANCING):
        if obligation.covers(matter.opened_on):
            yield _finding(obligation, parameters.boards, facts, matter)


KIND = RuleKind("joint_financing", JointFinancing, evaluate, mark("Gemensam finansiering"))
