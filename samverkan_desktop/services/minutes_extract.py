"""Gathering an extract of the record of a meeting: one item, as it stands in the record (conventions 3.4)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.documents.minutes import Minutes
from samverkan_desktop.documents.minutes_extract import MinutesExtract, name_of
from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agenda import AgendaItem
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.services import agenda, decision, minutes
from samverkan_desktop.services.distribution import file_stem
from samverkan_desktop.services.wording import slug
from samverkan_desktop.services.workspace import Workspace


class Named(NamedTuple):
    """An extract, with its file name without the ending: ``2019-03-26-protokollsutdrag-au-paragraf-12``."""

    stem: str
    extract: MinutesExtract


def content(work: Workspace, item_id: int) -> MinutesExtract:
    """Return the extract of an item: of the finished record, or of the draft that there is.

    Raises:
        UserError: the item does not stand in the record.
    """
    with work.read() as session:
        meeting_id = session.get_one(AgendaItem, item_id).meeting_id
        return extracts(session, meeting_id, [item_id])[0].extract


def extracts(session: Session, meeting_id: int, item_ids: Sequence[int]) -> tuple[Named, ...]:
    """Return the extracts of items of one meeting, which is laid out once to know their pages.

    Raises:
        UserError: an item does not stand in the record.
    """
    record = minutes.content_in(session, meeting_id)
    pages: Mapping[str, int] = {}
    if record.front is not None:
        from samverkan_desktop.documents import protocol_pdf

        pages = protocol_pdf.pages_of(record)
    numbers = {item.id: item.number for item in agenda.items_in(session, meeting_id)}
    meeting = session.get_one(Meeting, meeting_id)
    return tuple(_named(session, meeting, record, numbers[each], pages) for each in item_ids)


def _named(
    session: Session, meeting: Meeting, record: Minutes, number: str, pages: Mapping[str, int]
) -> Named:
    item = next((each for each in record.items if each.number == number), None)
    if item is None:
        raise UserError(tr("Punkten står inte i anteckningarna. Färdigställ dem på nytt."))
    called = item.paragraph or tr("Punkt {number}", number=number)
    if record.front is None:
        item = replace(item, paragraph=called)
    extract = MinutesExtract(record, item, str(pages.get(number, "")))
    which = slug(called.replace("§§", tr("paragraf")).replace("§", tr("paragraf")))
    return Named(f"{file_stem(session, meeting, name_of(extract))}-{which}", extract)


def decided(session: Session, meeting_id: int) -> Iterator[int]:
    """Yield the items of a meeting under which something was decided, in the order of the agenda."""
    chosen = select(Decision.item_id).where(Decision.meeting_id == meeting_id)
    taken = set(session.scalars(chosen))
    return (item.id for item in agenda.items_in(session, meeting_id) if item.id in taken)


def find(
    work: Workspace, number: str, agreement_id: int | None, group_id: int | None, meeting_id: int | None
) -> int:
    """Return the item under which the decision of a number was taken.

    Args:
        work: the open archive.
        number: the decision's, as it is printed: ``§ 85``, ``2018/19-08``; the sign may be left out.
        agreement_id: only decisions of this agreement; of every one where None.
        group_id: only decisions of this group.
        meeting_id: only decisions of this meeting.

    Raises:
        UserError: there is no such decision, or several groups have one.
    """
    wanted = _bare(number)
    with work.read() as session:
        rows = [
            row
            for row in decision.rows_in(session, agreement_id, group_id, meeting_id=meeting_id)
            if _bare(row.number) == wanted
        ]
    if not rows:
        raise UserError(tr("Det finns inget beslut med nummer {number}.", number=number))
    if len({row.item_id for row in rows}) > 1:
        raise UserError(tr("Flera beslut har nummer {number}. Ange också vilket möte.", number=number))
    return rows[0].item_id


def _bare(number: str) -> str:
    return number.replace("§", "").strip().casefold()
