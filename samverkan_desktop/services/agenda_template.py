"""Agenda templates: an agenda that a group uses again, with nothing of what was said under it."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import sort_key, tr
from samverkan_desktop.models.agenda import AgendaItem, AgendaTemplate, TemplateItem
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.services import agenda_builder
from samverkan_desktop.services.agenda_order import insert, ordered, set_under
from samverkan_desktop.services.meeting import open_meeting
from samverkan_desktop.services.privacy import demand, refuse
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import ItemOrigin

#: What belongs to a group's meetings; the rest belongs to one of them, and comes by itself where it does.
_KEPT = (ItemOrigin.OWN, ItemOrigin.STANDING)
_ALONG = ("heading", "category", "kind", "presenter", "minutes", "proposal")


@dataclass(frozen=True)
class TemplateRow:
    """A template, and how many items it has."""

    id: int
    name: str
    items: int


def save(work: Workspace, meeting_id: int, name: str) -> int:
    """Keep a meeting's agenda as a template of its group; returns the template.

    What belongs to that meeting alone is left behind: commissions, questions raised, matters submitted, what
    was carried over or demanded. So is everything noted.

    Raises:
        UserError: the name is missing, taken, or holds a personal identity number; or nothing is there to
            keep.
    """
    with work.change("agenda_template.save", tr("Mallen {name} sparades", name=name)) as session:
        group_id = session.get_one(Meeting, meeting_id).group_id
        template = AgendaTemplate(group_id=group_id, name=_checked(session, group_id, name))
        kept = [item for item in ordered(session, meeting_id) if item.origin in _KEPT]
        if not kept:
            raise UserError(tr("Dagordningen har inga punkter att spara i en mall."))
        session.add(template)
        session.flush()
        known = {item.id for item in kept}
        for place, item in enumerate(kept, 1):
            along = {each: getattr(item, each) for each in _ALONG}
            session.add(
                TemplateItem(template_id=template.id, position=place, sub=item.parent_id in known, **along)
            )
        session.flush()
        return template.id


def use(work: Workspace, template_id: int, meeting_id: int) -> int:
    """Build a meeting's agenda with a template; returns how many items came.

    What is there already by the same heading is filled in, never written over.

    Raises:
        UserError: it is another group's template, or the minutes are finished.
    """
    with work.together("agenda_template.use", tr("Dagordningen byggdes av en mall")):
        came = agenda_builder.build(work, meeting_id)
        with work.change("agenda_template.use", tr("Dagordningen byggdes av en mall")) as session:
            meeting = open_meeting(session, meeting_id)
            if session.get_one(AgendaTemplate, template_id).group_id != meeting.group_id:
                raise UserError(tr("Mallen hör till en annan grupp. Välj en av gruppens egna."))
            return came + _add(session, template_id, meeting)


def _add(session: Session, template_id: int, meeting: Meeting) -> int:
    """Add what is missing, each after the one before it in the template; returns how many came."""
    present = {item.heading.casefold(): item for item in ordered(session, meeting.id)}
    before: AgendaItem | None = None
    whole: AgendaItem | None = None
    came = 0
    for each in _items(session, template_id):
        item = present.get(each.heading.casefold())
        if item is not None:
            for name in ("presenter", "minutes", "proposal"):
                setattr(item, name, getattr(item, name) or getattr(each, name))
        else:
            along = {name: getattr(each, name) for name in _ALONG}
            item = AgendaItem(
                meeting_id=meeting.id, position=0, topic=None, origin=ItemOrigin.OWN, **along
            )  # fmt: skip
            insert(session, meeting.id, item, before.position + 1 if before is not None else None)
            came += 1
            if each.sub and whole is not None:
                set_under(session, item, whole)
        before = item
        whole = item if item.parent_id is None else whole
    session.flush()
    return came


def rename(work: Workspace, template_id: int, name: str) -> None:
    """Call a template something else.

    Raises:
        UserError: the name is missing, taken, or holds a personal identity number.
    """
    with work.change("agenda_template.rename", tr("En mall bytte namn")) as session:
        template = session.get_one(AgendaTemplate, template_id)
        template.name = _checked(session, template.group_id, name, apart_from=template_id)


def remove(work: Workspace, template_id: int) -> None:
    """Take a template away; agendas built of it stay as they are."""
    with work.change("agenda_template.remove", tr("En mall togs bort")) as session:
        for item in _items(session, template_id):
            session.delete(item)
        session.flush()
        session.delete(session.get_one(AgendaTemplate, template_id))


def listing(work: Workspace, group_id: int) -> tuple[TemplateRow, ...]:
    """Return a group's templates by name."""
    count = func.count(TemplateItem.id)
    chosen = (
        select(AgendaTemplate.id, AgendaTemplate.name, count)
        .join(TemplateItem, TemplateItem.template_id == AgendaTemplate.id, isouter=True)
        .where(AgendaTemplate.group_id == group_id)
        .group_by(AgendaTemplate.id, AgendaTemplate.name)
    )
    with work.read() as session:
        rows = [TemplateRow(*row) for row in session.execute(chosen)]
    return tuple(sorted(rows, key=lambda row: sort_key(row.name)))


def _items(session: Session, template_id: int) -> list[TemplateItem]:
    chosen = select(TemplateItem).where(TemplateItem.template_id == template_id)
    return list(session.scalars(chosen.order_by(TemplateItem.position)))


def _checked(session: Session, group_id: int, name: str, apart_from: int | None = None) -> str:
    """Return a name without the spaces around it; refuse one that will not do."""
    demand(tr("Ange vad mallen ska heta."), name=name)
    refuse(name=name)
    others = session.execute(
        select(AgendaTemplate.id, AgendaTemplate.name).where(AgendaTemplate.group_id == group_id)
    )
    if any(known.casefold() == name.strip().casefold() and key != apart_from for key, known in others):
        raise UserError(tr("Gruppen har redan en mall med det namnet. Välj ett annat."), field="name")
    return name.strip()
