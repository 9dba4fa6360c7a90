"""Are we following what we agreed? Every finding on a day; and the gates that stop what may not be."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.periods import Period
from samverkan_desktop.rules import engine
from samverkan_desktop.rules.finding import Finding, Status, worst_first
from samverkan_desktop.services.agreement import calendar_of, last_day
from samverkan_desktop.services.facts import gather, obligations
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import Per


def findings(work: Workspace, on: date | None = None) -> tuple[Finding, ...]:
    """Return every finding of every agreement on a day, worst first.

    Args:
        work: the open archive.
        on: the day; today where None.
    """
    with work.read() as session:
        return findings_in(session, on or work.today)


def findings_in(session: Session, on: date, known: date | None = None) -> tuple[Finding, ...]:
    """Return every finding as a session sees it: also what a use case has not yet committed.

    Args:
        session: where to read.
        on: the day to judge on.
        known: the day up to which what happened is taken into account; ``on`` where None.
    """
    found = [
        finding
        for agreement in session.scalars(select(Agreement).order_by(Agreement.id))
        for finding in engine.check(obligations(session, agreement.id), gather(session, agreement), on, known)
    ]
    return tuple(sorted(found, key=worst_first))


def findings_of_year(
    session: Session, agreement: Agreement, year: Period, today: date
) -> tuple[Finding, ...]:
    """Return the findings that concern a working year, or no particular one, worst first.

    A year that is over is judged on the day after it, when what was not done in it is a breach, by what
    is known today: what is recorded late counts.

    Args:
        session: where to read.
        agreement: the agreement.
        year: the working year.
        today: the day it is.
    """
    calendar = calendar_of(agreement)
    last = max(last_day(agreement) or today, today)
    others = {
        each.label
        for per in (Per.WORKING_YEAR, Per.SCHOOL_YEAR, Per.CALENDAR_YEAR)
        for each in calendar.cut(per, agreement.starts, last)
        if not _belongs(each, year, today)
    }
    on = min(today, year.ends + timedelta(days=1))
    return tuple(found for found in findings_in(session, on, today) if found.period not in others)


def _belongs(other: Period, year: Period, today: date) -> bool:
    """Say whether a year of any kind is told of in a working year: it ends in it, or it is now in both."""
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
    session: Session, rules: set[str], on: date, *, group_id: int | None = None, field: str | None = None,
    about: tuple[str, int] | None = None,
) -> None:  # fmt: skip
    """Stop a use case that would leave a rule breached.

    Args:
        session: the use case's session; what it has done is flushed first.
        rules: codes of the rules that stop it.
        on: the day to judge on.
        group_id: only findings on this group; every group where None.
        field: the field to show the sentence at.
        about: only findings with this evidence, as kind and identity.

    Raises:
        UserError: a rule is breached; what the finding says, and what would mend it.
    """
    session.flush()
    for finding in findings_in(session, on):
        if finding.status is not Status.BREACHED or finding.rule not in rules:
            continue
        if group_id is not None and finding.group_id not in (group_id, None):
            continue
        if about is not None and about not in [(each.kind, each.id) for each in finding.evidence]:
            continue
        message = f"{finding.message} {finding.mend}".strip()
        raise UserError(message, field=field, rule=finding.rule)
