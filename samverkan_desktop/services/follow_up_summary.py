"""The year in sentences, made from what has been counted and judged."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from samverkan_desktop.documents.follow_up import CommissionLine, FollowUp, GroupYear
from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.register_vocabulary import RoutineKind
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.rules.wording import capital
from samverkan_desktop.services import routine
from samverkan_desktop.services.check import by_obligation
from samverkan_desktop.services.wording import listed

_WORDS = (
    mark("inga"), mark("en"), mark("två"), mark("tre"), mark("fyra"), mark("fem"), mark("sex"),
    mark("sju"), mark("åtta"), mark("nio"), mark("tio"), mark("elva"), mark("tolv"),
)  # fmt: skip


def number_word(number: int) -> str:
    """Return a number in running text: a word up to twelve, figures above."""
    return tr(_WORDS[number]) if 0 <= number < len(_WORDS) else str(number)


def summary(
    content: FollowUp, session: Session, own: tuple[int, int | None], findings: Sequence[Finding]
) -> FollowUp:
    """Return the content with its summary written."""
    sentences = [
        *_meetings(content),
        *_composition(findings),
        *_commissions(content),
        *_routines(session, own, content),
        *_deviations(content),
        *_activities(content),
        *_plans(content),
    ]
    first = " ".join(sentence[:1].upper() + sentence[1:] for sentence in sentences if sentence)
    return replace(content, summary=(first, _standing(findings)))


def _meetings(content: FollowUp) -> Iterator[str]:
    several = len(content.groups) > 1
    for group in content.groups:
        yield _held(group, capital(group.name) if several else tr("gruppen"))


def _held(group: GroupYear, name: str) -> str:
    held, extra = number_word(group.held), number_word(group.extra)
    of = number_word(group.required or 0)
    if group.required is None and group.held == 1:
        text = tr("{group} har hållit ett möte", group=name)
    elif group.required is None:
        text = tr("{group} har hållit {held} möten", group=name, held=held)
    elif group.required == 1:
        text = _only_demanded(group, name)
    elif group.held == group.required:
        text = tr("{group} har hållit de {held} möten som är fastlagda i avtalet", group=name, held=held)
    elif not group.held:
        text = tr(
            "{group} har inte hållit något av de {of} möten som är fastlagda i avtalet", group=name, of=of
        )
    else:
        held = _of_them(group.held)
        text = tr(
            "{group} har hållit {held} av de {of} möten som är fastlagda i avtalet",
            group=name,
            held=held,
            of=of,
        )
    if group.extra == 1:
        text += tr(" samt ett extra möte")
    elif group.extra:
        text += tr(" samt {extra} extra möten", extra=extra)
    return text + "."


def _only_demanded(group: GroupYear, name: str) -> str:
    if not group.held:
        return tr("{group} har inte hållit det möte som är fastlagt i avtalet", group=name)
    if group.held == 1:
        return tr("{group} har hållit det möte som är fastlagt i avtalet", group=name)
    held = number_word(group.held)
    return tr("{group} har hållit {held} möten; ett är fastlagt i avtalet", group=name, held=held)


def _composition(findings: Sequence[Finding]) -> Iterator[str]:
    for rule in ("R26", "R07"):
        told = [f for f in findings if f.rule == rule and f.status in (Status.FULFILLED, Status.BREACHED)]
        if told:
            yield told[-1].message


def _commissions(content: FollowUp) -> Iterator[str]:
    rows = content.commissions
    if len(rows) == 1:
        yield _only_commission(rows[0])
    elif rows:
        done = [row for row in rows if row.reported is not None]
        late = [row for row in done if row.first_due is not None]
        waiting = [row for row in rows if row.reported is None]
        text = _reported(len(rows), len(done))
        if late:
            text += tr(", {late} av dem efter beslutad ny tid", late=_of_them(len(late)))
        if waiting:
            days = listed(sorted({row.due.isoformat() for row in waiting}))
            text += tr("; {waiting} ska redovisas {days}", waiting=_of_them(len(waiting)), days=days)
        yield text + "."


def _only_commission(row: CommissionLine) -> str:
    if row.reported is None:
        return tr("ett uppdrag har varit öppet; det ska redovisas {day}.", day=row.due)
    if row.first_due is not None:
        return tr("ett uppdrag har slutredovisats, efter beslutad ny tid.")
    return tr("ett uppdrag har slutredovisats.")


def _reported(given: int, done: int) -> str:
    """Return how many of several commissions have been reported, in words."""
    if done == 1:
        return tr("av {all} uppdrag är ett slutredovisat", all=number_word(given))
    if done == 0:
        return tr("inget av {all} uppdrag är slutredovisat", all=number_word(given))
    return tr("av {all} uppdrag är {done} slutredovisade", all=number_word(given), done=number_word(done))


def _of_them(number: int) -> str:
    return tr("ett") if number == 1 else number_word(number)


def _routines(session: Session, own: tuple[int, int | None], content: FollowUp) -> Iterator[str]:
    days = {row.number for row in content.decisions}
    rows = [row for row in routine.rows_in(session, *own) if row.decision in days]
    routines = sum(row.kind is RoutineKind.ROUTINE for row in rows)
    material = len(rows) - routines
    told = []
    if routines:
        told.append(tr("en rutin") if routines == 1 else tr("{n} rutiner", n=number_word(routines)))
    if material:
        told.append(
            tr("ett stödmaterial") if material == 1 else tr("{n} stödmaterial", n=number_word(material))
        )
    if told:
        yield tr("{what} har fastställts.", what=listed(told))


def _deviations(content: FollowUp) -> Iterator[str]:
    count = len(content.deviations)
    if not content.deviations_told:
        return
    if not count:
        yield tr("Inga avvikelser har dokumenterats.")
        return
    what = tr("en avvikelse") if count == 1 else tr("{n} avvikelser", n=number_word(count))
    raised = (
        tr(", varav {n} lyfts till gruppen", n=number_word(content.escalated)) if content.escalated else ""
    )
    yield tr("{what} har dokumenterats{raised}.", what=what, raised=raised)
    if content.undocumented:
        yield tr(
            "Ytterligare {n} bedöms vara kända men inte dokumenterade.", n=number_word(content.undocumented)
        )


def _activities(content: FollowUp) -> Iterator[str]:
    for line in content.registers.activities:
        yield line.sentence


def _plans(content: FollowUp) -> Iterator[str]:
    planned = sum(len(plan.activities) for plan in content.plans.activity_plans)
    if planned:
        done = sum(plan.done for plan in content.plans.activity_plans)
        yield tr("{done} av {all} planerade aktiviteter är klara.", done=done, all=planned)
    coverage = content.plans.coverage
    if coverage is not None:
        whole = coverage.whole
        yield tr(
            "{covered} av {total} skolor omfattas av en överenskommelse ({percent} %).",
            covered=whole.covered,
            total=whole.total,
            percent=whole.percent,
        )


def _standing(findings: Sequence[Finding]) -> str:
    statuses = [standing.status for standing in by_obligation(findings)]
    breached, risk = statuses.count(Status.BREACHED), statuses.count(Status.AT_RISK)
    good = statuses.count(Status.FULFILLED)
    text = tr("Av {all} prövade åtaganden är {good} uppfyllda", all=good + breached + risk, good=good)
    if breached:
        text += tr(", {n} inte uppfyllda", n=breached)
    if risk:
        text += tr(", {n} kräver uppmärksamhet", n=risk)
    return text + "."
