"""How long documents are kept: a rule for each kind, decided where the agreement's records are kept.

The program disposes of nothing: it only says from which day something may be disposed of.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.retention import Retention
from samverkan_desktop.retention_vocabulary import RecordKind, RetentionRule
from samverkan_desktop.services.workspace import Workspace

#: What the kinds of documents are called.
NAMES: Mapping[RecordKind, str] = {
    RecordKind.CALL: mark("Kallelser med dagordning"),
    RecordKind.MINUTES: mark("Minnesanteckningar och protokoll"),
    RecordKind.COMMISSION: mark("Uppdragsbeskrivningar"),
    RecordKind.FOLLOW_UP: mark("Uppföljningsrapporter"),
    RecordKind.DECISIONS: mark("Beslutsförteckningar"),
    RecordKind.YEAR_PLAN: mark("Årsplaner"),
    RecordKind.ATTACHMENT: mark("Bilagor"),
}
#: Where nobody has decided otherwise: what a municipal plan has for calls and minutes (domain 4.5).
_PRESUMED: Mapping[RecordKind, tuple[RetentionRule, int | None]] = {
    RecordKind.MINUTES: (RetentionRule.PRESERVE, None),
    RecordKind.CALL: (RetentionRule.DISPOSE, 2),
}
_NOT_DECIDED: tuple[RetentionRule, int | None] = (RetentionRule.UNDECIDED, None)
_LONGEST = 100


@dataclass(frozen=True)
class RetentionRow:
    """How long documents of a kind are kept; ``years`` is None where they are not disposed of."""

    kind: RecordKind
    rule: RetentionRule
    years: int | None

    @property
    def words(self) -> str:
        """The rule in words: ``gallras efter 2 år``."""
        if self.rule is RetentionRule.PRESERVE:
            return tr("bevaras")
        if self.rule is RetentionRule.UNDECIDED or self.years is None:
            return tr("inte beslutat")
        return tr("gallras efter 1 år") if self.years == 1 else tr("gallras efter {n} år", n=self.years)

    def disposable_from(self, day: date) -> date | None:
        """Return the first day on which a document of a day may be disposed of; None where there is none.

        The years are counted from the end of the calendar year in which the document was completed.
        """
        if self.rule is not RetentionRule.DISPOSE or self.years is None:
            return None
        year = day.year + self.years + 1
        return date(year, 1, 1) if MINYEAR <= year <= MAXYEAR else None


def rows(work: Workspace, agreement_id: int) -> tuple[RetentionRow, ...]:
    """Return how long each kind of document of an agreement is kept."""
    with work.read() as session:
        return tuple(rows_in(session, agreement_id).values())


def rows_in(session: Session, agreement_id: int) -> Mapping[RecordKind, RetentionRow]:
    """Return the rules of an agreement as a session sees them, by kind."""
    decided = {kind: (row.rule, row.years) for kind, row in _stored(session, agreement_id).items()}
    rules = dict.fromkeys(RecordKind, _NOT_DECIDED) | dict(_PRESUMED) | decided
    return {kind: RetentionRow(kind, *rules[kind]) for kind in RecordKind}


def _stored(session: Session, agreement_id: int) -> dict[RecordKind, Retention]:
    chosen = select(Retention).where(Retention.agreement_id == agreement_id).order_by(Retention.id)
    return {row.kind: row for row in session.scalars(chosen)}


def decide(
    work: Workspace, agreement_id: int, kind: RecordKind, rule: RetentionRule, years: int | None = None
) -> None:
    """Note how long an agreement's documents of a kind are kept.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        kind: the kind of document.
        rule: what becomes of it.
        years: after how many years it is disposed of, 1 to 100; of no meaning where it is not.

    Raises:
        UserError: it is to be disposed of, and the number of years is missing or out of range.
    """
    if rule is RetentionRule.DISPOSE and (years is None or not 1 <= years <= _LONGEST):
        raise UserError(
            tr("Ange efter hur många år det gallras, från 1 till {most}.", most=_LONGEST), field="years"
        )
    label = tr("Gallringen av {what} ändrades", what=tr(NAMES[kind]).lower())
    with work.change("retention.decide", label) as session:
        agreement = session.get_one(Agreement, agreement_id)
        stored = _stored(session, agreement.id).get(kind)
        if stored is None:
            stored = Retention(agreement_id=agreement.id, kind=kind)
            session.add(stored)
        stored.rule = rule
        stored.years = years if rule is RetentionRule.DISPOSE else None
