"""That negotiation with the unions comes before a board decides (R17). Source: B18; 11 § MBL."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.register_vocabulary import MatterSubject, UnionStep
from samverkan_desktop.rules import board_matters
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.register_facts import BoardMatterFact
from samverkan_desktop.rules.wording import shall
from samverkan_desktop.vocabulary import Grade


@dataclass(frozen=True)
class UnionNegotiation:
    """Takes no parameters: a negotiation is held on the day of the decision or before it.

    Only some matters are to be negotiated, which nobody but the employer can tell: a decision of which
    nothing is noted is a risk, one noted to concern no negotiation is not.
    """


def _verdict(matter: BoardMatterFact, decided: date | None, grade: Grade) -> tuple[Status, str, str]:
    title, negotiated = matter.title, matter.negotiated_on
    match matter.negotiation:
        case UnionStep.NOT_CONCERNED:
            return Status.FULFILLED, tr("{title} har inte krävt förhandling enligt MBL.", title=title), ""
        case UnionStep.INFORMED:
            text = tr("{title}: information enligt 19 § MBL har lämnats.", title=title)
            return Status.FULFILLED, text, ""
    if negotiated is not None and (decided is None or negotiated <= decided):
        text = tr("{title}: förhandling enligt 11 § MBL hölls {day}.", title=title, day=negotiated)
        return Status.FULFILLED, text, ""
    if negotiated is not None:
        text = tr(
            "{title}: förhandling enligt 11 § MBL hölls {day} men {shall} ha hållits före beslutet "
            "{decided}.",
            title=title,
            shall=shall(grade),
            day=negotiated,
            decided=decided,
        )
        return Status.BREACHED, text, tr("Rätta dagen om den är fel, eller låt nämnden besluta på nytt.")
    if decided is not None:
        text = tr("{title}: det är inte antecknat om förhandling enligt 11 § MBL har hållits.", title=title)
        return Status.AT_RISK, text, tr("Anteckna dagen för förhandlingen, eller att den inte är aktuell.")
    text = tr(
        "{title}: förhandling enligt 11 § MBL {shall} ha hållits före beslut.",
        title=title,
        shall=shall(grade),
    )
    return Status.UPCOMING, text, ""


def _finding(obligation: Obligation, facts: Facts, matter: BoardMatterFact) -> Finding:
    decided = board_matters.decisions(matter)
    first = decided[0] if decided else None
    day = first.reported_on if first else None
    status, message, mend = _verdict(matter, day, obligation.grade)
    return obligation.finding(
        "R17",
        status,
        message,
        period=facts.agreement.calendar.of(day or matter.opened_on).label,
        required=tr("senast {day}", day=day) if day else tr("före beslut"),
        actual=str(matter.negotiated_on or tr("inte antecknad")),
        evidence=board_matters.evidence(matter, first),
        mend=mend,
    )


def evaluate(
    obligation: Obligation,
    parameters: UnionNegotiation,  # noqa: ARG001  there are none
    facts: Facts,
    on: date,  # noqa: ARG001  the facts are already those of the day
) -> Iterator[Finding]:
    """Yield, for each matter for boards, whether what is to be negotiated was so before the decision."""
    for matter in facts.board_matters:
        # That a board is told of a meeting is no decision to negotiate.
        if obligation.covers(matter.opened_on) and matter.subject is not MatterSubject.MEETING:
            yield _finding(obligation, facts, matter)


KIND = RuleKind("union_negotiation", UnionNegotiation, evaluate, mark("Förhandling enligt MBL"))
