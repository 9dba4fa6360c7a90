"""That commitments are carried out, followed up, analysed and acted on (R40). Source: L04."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.register_vocabulary import CommitmentStep
from samverkan_desktop.rules.agreement_facts import AgreementFact
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Evidence, Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.parameter_fault import not_empty
from samverkan_desktop.rules.register_facts import CommitmentFact
from samverkan_desktop.rules.wording import listed, should_have, step_done, step_to_do
from samverkan_desktop.vocabulary import Grade


@dataclass(frozen=True)
class Commitments:
    """Parameters.

    Args:
        steps: the steps each commitment is to go through; their order is always that of
            `CommitmentStep`.
    """

    steps: tuple[CommitmentStep, ...] = tuple(CommitmentStep)

    def __post_init__(self) -> None:
        not_empty("steps", self.steps)

    @property
    def in_order(self) -> tuple[CommitmentStep, ...]:
        """The steps demanded, first to last."""
        return tuple(step for step in CommitmentStep if step in self.steps)


def _status(fact: CommitmentFact, agreement: AgreementFact, on: date, *, begun: bool) -> Status:
    """Return how a commitment stands of which steps remain.

    Without a day of its own it has the agreement's term, and is at risk in the last working year.
    """
    if not begun and fact.due is not None and fact.due < on:
        return Status.BREACHED
    if agreement.ends is not None:
        if on > agreement.ends:
            return Status.BREACHED
        if on >= agreement.calendar.of(agreement.ends).starts:
            return Status.AT_RISK
    elif fact.due is None and not begun:
        return Status.NOT_COUNTABLE
    return Status.UPCOMING


def _message(
    fact: CommitmentFact,
    steps: Sequence[CommitmentStep],
    left: Sequence[CommitmentStep],
    grade: Grade,
    on: date,
) -> str:
    if not left:
        done = listed([step_done(step) for step in steps])
        return tr("Åtagandet {title} är {done}.", title=fact.title, done=done)
    if left[0] is steps[0] and fact.due is not None and fact.due < on:
        return tr(
            "Åtagandet {title} {should} ha varit {done} {day}.",
            title=fact.title,
            should=should_have(grade),
            done=step_done(steps[0]),
            day=fact.due,
        )
    to_do = listed([step_to_do(step) for step in left])
    text = tr("Åtagandet {title}: återstår att {steps}.", title=fact.title, steps=to_do)
    if left[0] is steps[0]:
        when = tr("Ingen tid är angiven.") if fact.due is None else tr("Tid: {day}.", day=fact.due)
        return f"{text} {when}"
    return text


def _finding(
    obligation: Obligation, steps: Sequence[CommitmentStep], facts: Facts, fact: CommitmentFact, on: date
) -> Finding:
    left = [step for step in steps if fact.done_on(step) is None]
    agreement = facts.agreement
    begun = steps[0] not in left
    status = _status(fact, agreement, on, begun=begun) if left else Status.FULFILLED
    days = [day for step in steps if (day := fact.done_on(step))]
    return obligation.finding(
        "R40",
        status,
        _message(fact, steps, left, obligation.grade, on),
        group=obligation.sole_group(facts),
        period=agreement.calendar.of(fact.due).label if fact.due else "",
        required=len(steps),
        actual=len(steps) - len(left),
        evidence=[
            Evidence(
                "commitment",
                fact.id,
                tr("åtagande {title}", title=fact.title),
                max(days, default=fact.due),
            )
        ],
        mend=tr("Ange dagen när det är {done}.", done=step_done(left[0])) if left else "",
    )


def evaluate(obligation: Obligation, parameters: Commitments, facts: Facts, on: date) -> Iterator[Finding]:
    """Yield, for each commitment, which of its steps are done."""
    if on < facts.agreement.starts or not obligation.covers(on):
        return
    if not facts.commitments:
        yield obligation.finding(
            "R40",
            Status.NOT_COUNTABLE,
            tr("Inga åtaganden är upplagda."),
            group=obligation.sole_group(facts),
            mend=tr("Lägg upp planens åtaganden i registret."),
        )
    for fact in facts.commitments:
        yield _finding(obligation, parameters.in_order, facts, fact, on)


KIND = RuleKind("commitments", Commitments, evaluate, mark("Åtaganden i fyra steg"))
