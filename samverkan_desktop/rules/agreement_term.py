"""That the agreement is evaluated by the end of its term (R19). Source: T25."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.rules.agreement_facts import AgreementFact
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Evidence, Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.parameter_fault import at_least_one, not_empty


@dataclass(frozen=True)
class AgreementTerm:
    """Parameters.

    Args:
        warn_months: how many months before the end the evaluation is to have begun.
        review: what is to be done, as the first words of a sentence: ``Utvärdering``.
    """

    warn_months: int
    review: str

    def __post_init__(self) -> None:
        at_least_one("warn_months", self.warn_months)
        not_empty("review", self.review)


def months_before(day: date, months: int) -> date:
    """Return the day a number of months earlier, or that month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _status(agreement: AgreementFact, ends: date, warn_from: date, on: date) -> Status:
    if agreement.evaluated_on:
        return Status.FULFILLED
    if on > ends:
        return Status.BREACHED
    if agreement.evaluation_begun_on:
        return Status.UPCOMING
    return Status.AT_RISK if on >= warn_from else Status.NOT_DUE


def _message(status: Status, agreement: AgreementFact, ends: date, review: str) -> str:
    match status:
        case Status.FULFILLED:
            return tr("{review} är gjord {day}.", review=review, day=agreement.evaluated_on)
        case Status.BREACHED:
            return tr("Avtalet löpte ut {ends}. {review} är inte gjord.", ends=ends, review=review)
        case Status.UPCOMING:
            return tr("Avtalet löper ut {ends}. {review} pågår.", ends=ends, review=review)
        case _:
            return tr("Avtalet löper ut {ends}. {review} är inte påbörjad.", ends=ends, review=review)


def evaluate(obligation: Obligation, parameters: AgreementTerm, facts: Facts, on: date) -> Iterator[Finding]:
    """Yield how far the evaluation has come; nothing for an agreement without an end."""
    agreement = facts.agreement
    ends = agreement.ends
    if ends is None or not obligation.covers(max(on, agreement.starts)):
        return
    status = _status(agreement, ends, months_before(ends, parameters.warn_months), on)
    done = agreement.evaluated_on or agreement.evaluation_begun_on
    yield obligation.finding(
        "R19",
        status,
        _message(status, agreement, ends, parameters.review),
        period=agreement.calendar.of(ends).label,
        required=str(ends),
        actual=str(done) if done else tr("inte påbörjad"),
        evidence=[Evidence("agreement", agreement.id, agreement.title, ends)],
        mend=tr("Påbörja arbetet och anteckna det i avtalet.")
        if status in (Status.AT_RISK, Status.BREACHED)
        else "",
    )


KIND = RuleKind("agreement_term", AgreementTerm, evaluate, mark("Avtalets giltighetstid"))
