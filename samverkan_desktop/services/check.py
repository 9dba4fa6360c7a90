"""Are we following what we agreed? Every finding on a day; and the gates that stop what may not be."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.group import Group
from samverkan_desktop.periods import Period, election_periods
from samverkan_desktop.rules import engine
from samverkan_desktop.rules.finding import Finding, Status, worst_first
from samverkan_desktop.services.agreement import calendar_of, last_day
from samverkan_desktop.services.facts import gather, obligations
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import Per


def findings(
    work: Workspace, on: date | None = None, agreement_id: int | None = None, group_id: int | None = None
) -> tuple[Finding, ...]:
    """Return the findings on a day, worst first.

    Args:
        work: the open archive.
        on: the day; today where None.
        agreement_id: only those of this agreement; of every one where None.
        group_id: only those on this group, or on no particular one; every group where None.
    """
    with work.read() as session:
        return findings_in(session, on or work.today, agreement_id=agreement_id, group_id=group_id)


def findings_in(
    session: Session,
    on: date,
    known: date | None = None,
    *,
    agreement_id: int | None = None,
    group_id: int | None = None,
) -> tuple[Finding, ...]:
    """Return the findings as a session sees it: also what a use case has not yet committed.

    Args:
        session: where to read.
        on: the day to judge on.
        known: the day up to which what happened is taken into account; ``on`` where None.
        agreement_id: only those of this agreement; of every one where None.
        group_id: only those on this group, or on no particular one; every group where None.
    """
    chosen = select(Agreement).order_by(Agreement.id)
    if agreement_id is not None:
        chosen = chosen.where(Agreement.id == agreement_id)
    found = [
        replace(finding, agreement_id=agreement.id, agreement=agreement.title)
        for agreement in session.scalars(chosen)
        for finding in engine.check(obligations(session, agreement.id), gather(session, agreement), on, known)
        if group_id is None or finding.group_id in (group_id, None)
    ]
    return tuple(sorted(found, key=worst_first))


def findings_of_year(
    session: Session, agreement: Agreement, year: Period, today: date, group_id: int | None = None
) -> tuple[Finding, ...]:
    """Return the findings that concern a working year, or no particular one, worst first.

    A year that is over is judged on the day after it, when what was not done in it is a breach, by what
    is known today: what is recorded late counts.

    Args:
        session: where to read.
        agreement: the agreement.
        year: the working year.
        today: the day it is.
        group_id: only those on this group, or on no particular one; every group where None.
    """
    calendar = calendar_of(agreement)
    last = max(last_day(agreement) or today, today)
    years = (Per.WORKING_YEAR, Per.SCHOOL_YEAR, Per.CALENDAR_YEAR)
    spans = [each for per in years for each in calendar.cut(per, agreement.starts, last)]
    spans += election_periods(agreement.starts, last)
    others = {each.label for each in spans if not _belongs(each, year, today)}
    on = min(today, year.ends + timedelta(days=1))
    found = findings_in(session, on, today, agreement_id=agreement.id, group_id=group_id)
    return tuple(each for each in found if each.period not in others)


def _belongs(other: Period, year: Period, today: date) -> bool:
    """Say whether another stretch of time is told of in a working year: it ends in it, or is now in both."""
    return other.ends in year or (today in year and today in other)


@dataclass(frozen=True)
class Standing:
    """How one obligation stands: as the worst of its findings, with all of them."""

    status: Status
    findings: tuple[Finding, ...]


def by_obligation(found: Sequence[Finding]) -> tuple[Standing, ...]:
    """Return findings gathered by the obligation and rule they judge, worst first.

    Args:
        found: findings, worst first.
    """
    gathered: dict[tuple[int | None, str], list[Finding]] = {}
    for finding in found:
        gathered.setdefault((finding.obligation_id, finding.rule), []).append(finding)
    return tuple(Standing(those[0].status, tuple(those)) for those in gathered.values())


def require(
    session: Session, rules: set[str], on: date, group_id: int, *, field: str | None = None,
    about: tuple[str, int] | None = None,
) -> None:  # fmt: skip
    """Stop a use case that would leave a rule breached.

    Args:
        session: the use case's session; what it has done is flushed first.
        rules: codes of the rules that stop it.
        on: the day to judge on.
        group_id: the group it concerns: only findings on it, or on no particular one.
        field: the field to show the sentence at.
        about: only findings with this evidence, as kind and identity.

    Raises:
        UserError: a rule is breached; what the finding says, and what would mend it.
    """
    session.flush()
    agreement_id = session.get_one(Group, group_id).agreement_id
    for finding in findings_in(session, on, agreement_id=agreement_id, group_id=group_id):
        if finding.status is not Status.BREACHED or finding.rule not in rules:
            continue
        if about is not None and about not in [(each.kind, each.id) for each in finding.evidence]:
            continue
        message = f"{finding.message} {finding.mend}".strip()
        raise UserError(message, field=field, rule=finding.rule)
