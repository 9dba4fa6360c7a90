"""The agenda of a meeting: items added, changed, and what is noted under them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop import prose
from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agenda import AgendaItem
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.models.organisation import Area
from samverkan_desktop.rules.standing_topics import same_topic
from samverkan_desktop.services import individual_cases
from samverkan_desktop.services.agenda_order import insert, ordered
from samverkan_desktop.services.item_numbers import numbers
from samverkan_desktop.services.item_origin import Origin, Origins, going_on
from samverkan_desktop.services.meeting import open_meeting
from samverkan_desktop.services.meeting_checks import check_area
from samverkan_desktop.services.privacy import demand, refuse, warning
from samverkan_desktop.services.standing_topic import topics_in_force
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.storage.unit_of_work import Merging
from samverkan_desktop.stretch import makes_room, word_changed
from samverkan_desktop.vocabulary import ItemCategory, ItemKind, ItemOrigin, Policy, Topic

#: The longest pause inside a word that is written, in seconds.
_WORD_WITHIN, _NEVER = 60.0, float("-inf")


@dataclass(frozen=True)
class ItemRow:
    """An agenda item; ``number`` is ``4``, or ``4.1`` where it stands under another (``parent_id``).

    ``origin_text`` says where it came from, ``origin_target`` the place of that in the window; ``onward`` the
    item of a later meeting that goes on with it, where it is not done with (``carries_over``). ``warning``
    says what is wrong with its notes.
    ``area`` is the field of collaboration it is marked with. ``policy`` says whether it may take up an
    individual case, None where the agreement does not say; ``case_hint`` the same in a sentence.
    """

    id: int
    meeting_id: int
    number: str
    heading: str
    topic: Topic | None
    category: ItemCategory
    kind: ItemKind
    origin: ItemOrigin
    origin_text: str
    presenter: str
    minutes: int | None
    proposal: str
    notes: str
    individual_case: bool
    referred_agreement: str
    commission_id: int | None
    deviation_id: int | None
    matter_id: int | None
    standing_topic: str
    warning: str
    area_id: int | None
    area: str
    policy: Policy | None
    consent_on: date | None
    consent_kept: str
    case_hint: str
    parent_id: int | None
    origin_target: str
    carries_over: bool
    onward: Origin
    used_minutes: int | None
    board_matter_id: int | None


def items(work: Workspace, meeting_id: int) -> tuple[ItemRow, ...]:
    """Return the agenda of a meeting, in order."""
    with work.read() as session:
        return items_in(session, meeting_id)


def meeting_of(work: Workspace, item_id: int) -> int | None:
    """Return the meeting that an item stands on the agenda of; None where there is no such item."""
    with work.read() as session:
        return session.scalar(select(AgendaItem.meeting_id).where(AgendaItem.id == item_id))


def items_in(session: Session, meeting_id: int) -> tuple[ItemRow, ...]:
    """Return the agenda of a meeting as a session sees it."""
    present = ordered(session, meeting_id)
    if not present:
        return ()
    meeting = session.get_one(Meeting, meeting_id)
    cases = individual_cases.rules_of(session, session.get_one(Group, meeting.group_id), meeting.day)
    areas = {area.id: area.name for area in session.scalars(select(Area))}
    number = numbers((item.id, item.parent_id) for item in present)
    origins, onward = Origins(session, meeting), going_on(session, present)
    return tuple(
        ItemRow(
            item.id,
            meeting_id,
            number[item.id],
            item.heading,
            item.topic,
            item.category,
            item.kind,
            item.origin,
            origins.of(item).text,
            item.presenter,
            item.minutes,
            item.proposal,
            item.notes,
            item.individual_case,
            item.referred_agreement,
            item.commission_id,
            item.deviation_id,
            item.matter_id,
            item.standing_topic,
            warning(f"{item.heading}\n{prose.plain(item.notes)}"),
            item.area_id,
            areas.get(item.area_id or 0, ""),
            cases.policy(item.area_id),
            item.consent_on,
            item.consent_kept,
            individual_cases.hint(cases.policy(item.area_id)),
            item.parent_id,
            origins.of(item).target,
            item.carries_over,
            onward.get(item.id, Origin()),
            item.used_minutes,
            item.board_matter_id,
        )
        for item in present
    )


def add_item(
    work: Workspace,
    meeting_id: int,
    heading: str,
    *,
    kind: ItemKind = ItemKind.INFORMATION,
    category: ItemCategory = ItemCategory.INFORMATION,
    topic: Topic | None = None,
    presenter: str = "",
    minutes: int | None = None,
    proposal: str = "",
    position: int | None = None,
) -> int:
    """Put a question on the agenda.

    Args:
        work: the open archive.
        meeting_id: the meeting.
        heading: the question.
        kind: information, discussion or decision.
        category: what it is about (T09).
        topic: a question the program recognises; None for any other.
        presenter: the function that presents it.
        minutes: time planned, 1 or more; None where not planned.
        proposal: the proposed decision.
        position: its place in the list, from 1; None puts it before the closing items.

    Raises:
        UserError: the heading is missing, the time is less than a minute, a text holds a personal identity
            number (R11), or the minutes are finished.
    """
    demand(tr("Ange vad punkten gäller."), heading=heading)
    _check_minutes(minutes)
    refuse(heading=heading, presenter=presenter, proposal=proposal)
    with work.change("agenda.add_item", tr("Punkten {heading} lades till", heading=heading)) as session:
        open_meeting(session, meeting_id)
        item = AgendaItem(
            meeting_id=meeting_id,
            position=0,
            heading=heading.strip(),
            topic=topic,
            category=category,
            kind=kind,
            origin=ItemOrigin.OWN,
            presenter=presenter,
            minutes=minutes,
            proposal=proposal,
        )
        return insert(session, meeting_id, item, position).id


def _check_minutes(minutes: object) -> None:
    if isinstance(minutes, int) and minutes < 1:
        raise UserError(tr("Ange minst en minut, eller lämna tiden tom."), field="minutes")


def change_item(work: Workspace, item_id: int, **values: object) -> None:
    """Change an item.

    Args:
        work: the open archive.
        item_id: the item.
        values: ``heading``, ``kind``, ``category``, ``presenter``, ``minutes``, ``proposal``,
            ``individual_case``, ``referred_agreement``: those to change.

    Raises:
        UserError: the heading is empty, the group does not deal with individual cases (R12), a text
            holds a personal identity number (R11), or the minutes are finished.
    """
    allowed = {
        "heading", "kind", "category", "presenter", "minutes", "proposal", "individual_case",
        "referred_agreement",
    }  # fmt: skip
    assert values.keys() <= allowed, values  # noqa: S101  the caller's mistake, not the user's
    refuse(**{name: value for name, value in values.items() if isinstance(value, str)})
    if "heading" in values:
        demand(tr("Ange vad punkten gäller."), heading=str(values["heading"]))
    _check_minutes(values.get("minutes"))
    key = f"item:{item_id}:{','.join(sorted(values))}"
    with work.change("agenda.change_item", tr("En punkt ändrades"), merge_key=key) as session:
        item = session.get_one(AgendaItem, item_id)
        meeting = open_meeting(session, item.meeting_id)
        for name, value in values.items():
            setattr(item, name, value)
        if values.get("individual_case"):
            individual_cases.require_allowed(session, item, meeting, work.today, field="individual_case")


def set_area(work: Workspace, item_id: int, area_id: int | None) -> None:
    """Mark an item with the field of collaboration it belongs to, whose policy then goes for it (ST12).

    Args:
        work: the open archive.
        item_id: the item.
        area_id: the field; None for none.

    Raises:
        UserError: it is another agreement's, the item is an individual case and they are banned in the field
            (R12), or the minutes are finished.
    """
    with work.change("agenda.set_area", tr("Ett samverkansområde angavs")) as session:
        item = session.get_one(AgendaItem, item_id)
        meeting = open_meeting(session, item.meeting_id)
        check_area(session, meeting.group_id, area_id)
        item.area_id = area_id
        individual_cases.require_allowed(session, item, meeting, work.today, field="area_id")


def cover_topic(work: Workspace, item_id: int, topic: str) -> None:
    """Say which of the agreement's standing topics an item covers (S03).

    Args:
        work: the open archive.
        item_id: the item.
        topic: the topic in the agreement's words; empty for none.

    Raises:
        UserError: the agreement in force on the day of the meeting has no such topic for the group, or the
            minutes are finished.
    """
    with work.change("agenda.cover_topic", tr("En stående fråga angavs")) as session:
        item = session.get_one(AgendaItem, item_id)
        meeting = open_meeting(session, item.meeting_id)
        known = topics_in_force(session, meeting.group_id, meeting.day)
        found = [each for each in known if same_topic(each, topic)]
        if topic.strip() and not found:
            raise UserError(
                tr("Avtalet har ingen stående fråga {topic}. Välj en av dem som finns.", topic=topic.strip()),
                field="topic",
            )
        item.standing_topic = found[0] if found else ""


def write_notes(work: Workspace, item_id: int, notes: str) -> None:
    """Keep what has been noted under an item.

    What is typed in one go in one word is one entry in the history, so that undo goes word by word however
    often it is saved; never over anything else that was done in between.

    Raises:
        UserError: the minutes are finished, or the meeting is cancelled.
    """
    merging = Merging()
    with work.change("agenda.write_notes", tr("Anteckningar skrevs"), merging=merging) as session:
        item = session.get_one(AgendaItem, item_id)
        open_meeting(session, item.meeting_id)
        word = word_changed(item.notes, notes)
        merging.key = "" if word is None else f"notes:{item_id}:{word}"
        merging.within = _NEVER if makes_room(item.notes, notes) else _WORD_WITHIN
        item.notes = notes
