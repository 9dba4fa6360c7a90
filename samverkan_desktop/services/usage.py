"""What rests on a stored thing, so that it can be ended but not taken away."""

from collections.abc import Collection, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.models.base import Stored
from samverkan_desktop.models.registry import METADATA

#: What the rows of a table are called where they are the reason that something stays.
_NAMES: Mapping[str, str] = {
    "activity_plan": mark("aktivitetsplaner"),
    "agenda_template": mark("mallar för dagordningar"),
    "attendance": mark("närvaro"),
    "collaboration_group": mark("andra grupper"),
    "commission": mark("uppdrag"),
    "decision": mark("beslut"),
    "deviation": mark("avvikelser"),
    "direction": mark("styrning"),
    "dissemination": mark("spridning av rutiner"),
    "group_superior": mark("andra grupper"),
    "holding": mark("innehavare"),
    "matter": mark("ärenden i inkorgen"),
    "level_report": mark("rapporter"),
    "meeting": mark("möten"),
    "renegotiation_request": mark("omförhandling"),
    "role_term": mark("roller"),
    "seat": mark("platser"),
    "year_plan": mark("årsplaner"),
}


def uses(session: Session, thing: Stored, *, apart_from: Collection[str] = ()) -> tuple[str, ...]:
    """Return what rests on a stored thing, in words; nothing where nothing does.

    Args:
        session: where to read.
        thing: the stored thing.
        apart_from: tables whose rows belong to it and go with it.
    """
    own = thing.__tablename__
    found: list[str] = []
    for name, table in sorted(METADATA.tables.items()):
        if name in apart_from:
            continue
        columns = [key.parent for key in table.foreign_keys if key.column.table.name == own]
        if any(
            session.execute(select(column).where(column == thing.id).limit(1)).first() for column in columns
        ):
            found.append(tr(_NAMES[name]) if name in _NAMES else name)
    return tuple(dict.fromkeys(found))
