"""One search over everything that was written."""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop import prose
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.activity import Activity, ActivityPlan, PlannedActivity, Strategy
from samverkan_desktop.models.agenda import AgendaItem
from samverkan_desktop.models.agreement import Agreement, Clause, RelatedAgreement
from samverkan_desktop.models.board_report import BoardMatter, BoardReport
from samverkan_desktop.models.commission import Commission
from samverkan_desktop.models.commitment import Commitment, ExpectedResult
from samverkan_desktop.models.coverage import CoverageEntry
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.deviation import Deviation
from samverkan_desktop.models.group import Group, Holding, Seat
from samverkan_desktop.models.indicator import Indicator, Measurement
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.models.organisation import Area
from samverkan_desktop.models.routine import Routine, RoutineStep
from samverkan_desktop.models.task import Task
from samverkan_desktop.register_vocabulary import RoutineKind
from samverkan_desktop.rules.wording import form_name
from samverkan_desktop.services.agreement import version_on
from samverkan_desktop.services.place import place
from samverkan_desktop.services.workspace import Workspace

_SNIPPET = 60


@dataclass(frozen=True)
class Hit:
    """Something found: what it is, the words around, and what opens when it is chosen.

    ``agreement`` is the title of the one it is of, where the archive has several; else empty.
    """

    label: str
    detail: str
    target: str
    agreement: str = ""


def search(work: Workspace, text: str, limit: int = 50) -> tuple[Hit, ...]:
    """Return what holds every word of a text, meetings first.

    Where nothing does, å, ä, ö and other marks above letters are looked past on both sides, so that what was
    read badly from paper is found too (ST21).

    Args:
        work: the open archive.
        text: words or beginnings of words; case does not matter.
        limit: how many hits at the most, 1 or more.
    """
    if not text.split():
        return ()
    with work.read() as session:
        hits = _hits(session, work.today, text, str.casefold, limit)
        hits = hits or _hits(session, work.today, text, _without_marks, limit)
        titles = {row.id: row.title for row in session.execute(select(Agreement.id, Agreement.title))}
    return tuple(hits) if len(titles) < 2 else tuple(_owned(work, hit, titles) for hit in hits)


def _without_marks(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _hits(session: Session, today: date, text: str, fold: Callable[[str], str], limit: int) -> list[Hit]:
    """Return what holds every word of a text when both have been folded."""
    words = fold(text).split()
    holding = (
        Hit(label, _snippet(body, words[0], fold), target)
        for label, body, target in _everything(session, today)
        if all(word in fold(f"{label} {body}") for word in words)
    )
    return list(islice(holding, limit))


def _owned(work: Workspace, hit: Hit, titles: dict[int, str]) -> Hit:
    about = place(work, hit.target)
    return replace(hit, agreement=titles[about.agreement_id] if about else "")


def _snippet(text: str, word: str, fold: Callable[[str], str]) -> str:
    flat = unicodedata.normalize("NFC", " ".join(text.split()))
    at = max(fold(flat).find(word) - _SNIPPET // 2, 0)
    cut = flat[at : at + 2 * _SNIPPET]
    return ("…" if at else "") + cut + ("…" if at + 2 * _SNIPPET < len(flat) else "")


def _everything(session: Session, today: date) -> Iterator[tuple[str, str, str]]:
    names = {row.id: row.name for row in session.execute(select(Group.id, Group.name))}
    for meeting in session.scalars(select(Meeting).order_by(Meeting.day)):
        label = tr("Möte {day}", day=meeting.day)
        if len(names) > 1:
            label = f"{label}, {names[meeting.group_id]}"
        yield label, f"{meeting.place} {meeting.reason}", f"meeting:{meeting.id}"
    for item, day in session.execute(
        select(AgendaItem, Meeting.day)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .order_by(Meeting.day, AgendaItem.position)
    ):
        yield f"{item.heading} ({day})", prose.plain(item.notes), f"meeting:{item.meeting_id}/item:{item.id}"
    for decision in session.scalars(select(Decision).order_by(Decision.id)):
        body = " ".join([decision.text, decision.proposal, decision.responsible, *decision.distribution])
        yield tr("Beslut {number}", number=decision.number), body, f"decision:{decision.id}"
    for commission in session.scalars(select(Commission).order_by(Commission.id)):
        label = tr("Uppdrag {number}", number=commission.number)
        body = f"{commission.title} {commission.how} {commission.responsible} {commission.background}"
        yield label, body, f"commission:{commission.id}"
    for task in session.scalars(select(Task).order_by(Task.id)):
        yield tr("Uppgift"), f"{task.text} {task.responsible}", f"task:{task.id}"
    for deviation in session.scalars(select(Deviation).order_by(Deviation.id)):
        label = tr("Avvikelse {number}", number=deviation.number)
        body = f"{deviation.description} {deviation.arose_in} {deviation.handling}"
        yield label, body, f"deviation:{deviation.id}"
    agreements = session.scalars(select(Agreement.id).order_by(Agreement.id)).all()
    in_force = [version_on(session, agreement_id, today).id for agreement_id in agreements]
    chosen = select(Clause).where(Clause.version_id.in_(in_force))
    for clause in session.scalars(chosen.order_by(Clause.agreement_id, Clause.position)):
        yield f"{clause.reference} {clause.heading}", clause.text, f"clause:{clause.id}"
    yield from _registers(session)
    yield from _plans(session)
    for seat, name in session.execute(
        select(Seat, Holding.name).outerjoin(Holding, Holding.seat_id == Seat.id).order_by(Seat.id)
    ):
        yield seat.function, name or "", f"seat:{seat.id}"


def _registers(session: Session) -> Iterator[tuple[str, str, str]]:
    for routine in session.scalars(select(Routine).order_by(Routine.id)):
        kind = tr("Stödmaterial") if routine.kind is RoutineKind.SUPPORT_MATERIAL else tr("Rutin")
        steps = select(RoutineStep).where(RoutineStep.routine_id == routine.id)
        told = [f"{step.activity} {step.responsible}" for step in session.scalars(steps)]
        yield f"{kind} {routine.title}", " ".join([routine.owner, *told]), f"routine:{routine.id}"
    for activity in session.scalars(select(Activity).order_by(Activity.day)):
        label = tr("Aktivitet {day}", day=activity.day)
        yield label, f"{activity.title} {activity.demand}", f"activity:{activity.id}"
    for related in session.scalars(select(RelatedAgreement).order_by(RelatedAgreement.id)):
        body = f"{related.note} {related.parties} {related.level}"
        yield related.title, body, f"related_agreement:{related.id}"
    for matter in session.scalars(select(BoardMatter).order_by(BoardMatter.opened_on)):
        noted = session.scalars(select(BoardReport).where(BoardReport.matter_id == matter.id))
        told = [f"{each.board} {each.paragraph} {each.text} {each.rider}" for each in noted]
        body = " ".join([matter.case_number, matter.statement, *matter.clauses, *told])
        yield tr("Nämndärende {title}", title=matter.title), body, f"board_matter:{matter.id}"


def _plans(session: Session) -> Iterator[tuple[str, str, str]]:
    for strategy in session.scalars(select(Strategy).order_by(Strategy.position)):
        yield tr("Strategi {title}", title=strategy.title), strategy.text, f"strategy:{strategy.id}"
    for planned, period in session.execute(
        select(PlannedActivity, ActivityPlan.period)
        .join(ActivityPlan, ActivityPlan.id == PlannedActivity.plan_id)
        .order_by(ActivityPlan.period, PlannedActivity.position)
    ):
        label = tr("Planerad aktivitet {period}", period=period)
        yield label, f"{planned.title} {planned.responsible}", f"planned_activity:{planned.id}"
    for commitment in session.scalars(select(Commitment).order_by(Commitment.position)):
        label = tr("Åtagande {title}", title=commitment.title)
        yield label, commitment.responsible, f"commitment:{commitment.id}"
    for result in session.scalars(select(ExpectedResult).order_by(ExpectedResult.position)):
        yield tr("Förväntat resultat"), f"{result.text} {result.board}", f"expected_result:{result.id}"
    for area in session.scalars(select(Area).order_by(Area.position)):
        yield tr("Område {name}", name=area.name), area.note, f"area:{area.id}"
    for school in session.scalars(select(CoverageEntry).order_by(CoverageEntry.name)):
        yield school.name, form_name(school.form), f"coverage:{school.id}"
    for indicator in session.scalars(select(Indicator).order_by(Indicator.position)):
        measured = session.scalars(select(Measurement.note).where(Measurement.indicator_id == indicator.id))
        body = " ".join([indicator.definition, indicator.source, *measured])
        yield tr("Indikator {name}", name=indicator.name), body, f"indicator:{indicator.id}"
