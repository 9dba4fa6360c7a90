"""With how many of the schools an agreement has been signed (R25). Source: ST08, ST09."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.register_vocabulary import Organiser, SchoolForm
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Evidence, Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.parameter_fault import ParameterFault, not_empty
from samverkan_desktop.rules.register_facts import CoverageFact
from samverkan_desktop.rules.wording import schools_name, shall


@dataclass(frozen=True)
class Coverage:
    """Parameters.

    Args:
        forms: which forms of school are counted; every form where left out.
        organisers: whose schools are counted; everybody's where left out.
        share: how many per cent are to be covered, 1–100; where left out the number is shown and judged
            only when every school is covered.
    """

    forms: tuple[SchoolForm, ...] = ()
    organisers: tuple[Organiser, ...] = ()
    share: int | None = None

    def __post_init__(self) -> None:
        for name, values in (("forms", self.forms), ("organisers", self.organisers)):
            if values:
                not_empty(name, values)
        if self.share is not None and not 1 <= self.share <= 100:
            raise ParameterFault("share", tr("{parameter} ska vara 1–100", parameter="share"))


def is_covered(agreed_on: date | None, until: date | None, on: date) -> bool:
    """Say whether an agreement signed on one day holds on another."""
    return agreed_on is not None and agreed_on <= on and (until is None or on <= until)


def percent(covered: int, total: int) -> int:
    """Return a share in whole per cent, rounded down: what is not whole is not 100. Of nothing it is 0."""
    return covered * 100 // total if total else 0


def _status(covered: int, total: int, share: int | None) -> Status:
    if covered == total:
        return Status.FULFILLED
    if share is None:
        return Status.NOT_COUNTABLE
    return Status.FULFILLED if covered * 100 >= share * total else Status.BREACHED


def _counted(
    obligation: Obligation,
    parameters: Coverage,
    facts: Facts,
    schools: Sequence[CoverageFact],
    on: date,
) -> Finding:
    without = [each for each in schools if not is_covered(each.agreed_on, each.until, on)]
    total, covered = len(schools), len(schools) - len(without)
    share = parameters.share
    message = tr(
        "{covered} av {total} {schools} omfattas ({percent} %).",
        covered=covered,
        total=total,
        schools=schools_name(parameters.forms, total),
        percent=percent(covered, total),
    )
    status = _status(covered, total, share)
    if share is not None:
        message += " " + tr("Minst {share} % {shall} omfattas.", share=share, shall=shall(obligation.grade))
    return obligation.finding(
        "R25",
        status,
        message,
        group=obligation.sole_group(facts),
        required=tr("{share} %", share=share) if share is not None else "",
        actual=tr("{percent} %", percent=percent(covered, total)),
        evidence=[Evidence("coverage", each.id, each.name) for each in without],
        mend=tr("Teckna överenskommelse med de skolor som saknar den.") if status is Status.BREACHED else "",
    )


def evaluate(obligation: Obligation, parameters: Coverage, facts: Facts, on: date) -> Iterator[Finding]:
    """Yield how many of the schools are covered on the day, or on the agreement's last day."""
    agreement = facts.agreement
    day = min(on, agreement.ends) if agreement.ends else on
    if day < agreement.starts or not obligation.covers(day):
        return
    schools = [
        each
        for each in facts.coverage
        if (not parameters.forms or each.form in parameters.forms)
        and (not parameters.organisers or each.organiser in parameters.organisers)
    ]
    if schools:
        yield _counted(obligation, parameters, facts, schools, day)
        return
    yield obligation.finding(
        "R25",
        Status.NOT_COUNTABLE,
        tr("Inga {schools} är upplagda i registret.", schools=schools_name(parameters.forms)),
        group=obligation.sole_group(facts),
        mend=tr("Lägg upp skolorna i registret."),
    )


KIND = RuleKind("coverage", Coverage, evaluate, mark("Skolor som omfattas"))
