"""One search over everything that was written."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agenda import AgendaItem
from samverkan_desktop.models.agreement import Clause
from samverkan_desktop.models.commission import Commission
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.deviation import Deviation
from samverkan_desktop.models.group import Holding, Seat
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.services.workspace import Workspace

_SNIPPET = 60


@dataclass(frozen=True)
class Hit:
    """Something found: what it is, the words around, and what opens when it is chosen."""

    label: str
    detail: str
    target: str


def search(work: Workspace, text: str, limit: int = 50) -> tuple[Hit, ...]:
    """Return what holds every word of a text, meetings first.

    Args:
        work: the open archive.
        text: words or beginnings of words; case does not matter, å, ä and ö do.
        limit: how many hits at the most, 1 or more.
    """
    words = text.casefold().split()
    if not words:
        return ()
    with work.read() as session:
        hits: list[Hit] = []
        for label, body, target in _everything(session):
            folded = f"{label} {body}".casefold()
            if all(word in folded for word in words):
                hits.append(Hit(label, _snippet(body, words[0]), target))
            if len(hits) == limit:
                break
        return tuple(hits)


def _snippet(text: str, word: str) -> str:
    flat = " ".join(text.split())
    at = max(flat.casefold().find(word) - _SNIPPET // 2, 0)
    cut = flat[at : at + 2 * _SNIPPET]
    return ("…" if at else "") + cut + ("…" if at + 2 * _SNIPPET < len(flat) else "")


def _everything(session: Session) -> Iterator[tuple[str, str, str]]:
    for meeting in session.scalars(select(Meeting).order_by(Meeting.day)):
        yield tr("Möte {day}", day=meeting.day), f"{meeting.place} {meeting.reason}", f"meeting:{meeting.id}"
    for item, day in session.execute(
        select(AgendaItem, Meeting.day)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .order_by(Meeting.day, AgendaItem.position)
    ):
        yield f"{item.heading} ({day})", item.notes, f"meeting:{item.meeting_id}/item:{item.id}"
    for decision in session.scalars(select(Decision).order_by(Decision.id)):
        yield tr("Beslut {number}", number=decision.number), decision.text, f"decision:{decision.id}"
    for commission in session.scalars(select(Commission).order_by(Commission.id)):
        label = tr("Uppdrag {number}", number=commission.number)
        body = f"{commission.title} {commission.how} {commission.responsible} {commission.background}"
        yield label, body, f"commission:{commission.id}"
    for deviation in session.scalars(select(Deviation).order_by(Deviation.id)):
        label = tr("Avvikelse {number}", number=deviation.number)
        body = f"{deviation.description} {deviation.arose_in} {deviation.handling}"
        yield label, body, f"deviation:{deviation.id}"
    for clause in session.scalars(select(Clause).order_by(Clause.position)):
        yield f"{clause.reference} {clause.heading}", clause.text, f"clause:{clause.id}"
    for seat, name in session.execute(
        select(Seat, Holding.name).outerjoin(Holding, Holding.seat_id == Seat.id).order_by(Seat.id)
    ):
        yield seat.function, name or "", f"seat:{seat.id}"
