"""What rests on a stored thing, so that it can be ended but not taken away."""

from collections.abc import Collection, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.i18n import mark_as, tr_as
from samverkan_desktop.models.base import Stored
from samverkan_desktop.models.registry import METADATA

#: What the rows of a table are called where they are the reason that something stays.
_NAMES: Mapping[str, str] = {
    "activity_plan": mark_as("several", "aktivitetsplaner"),
    "agenda_template": mark_as("several", "mallar för dagordningar"),
    "attendance": mark_as("several", "närvaro"),
    "collaboration_group": mark_as("several", "andra grupper"),
    "commission": mark_as("several", "uppdrag"),
    "decision": mark_as("several", "beslut"),
    "deviation": mark_as("several", "avvikelser"),
    "direction": mark_as("several", "styrning"),
    "dissemination": mark_as("several", "spridning av rutiner"),
    "group_superior": mark_as("several", "andra grupper"),
    "holding": mark_as("several", "innehavare"),
    "matter": mark_as("several", "ärenden i inkorgen"),
    "level_report": mark_as("several", "rapporter"),
    "meeting": mark_as("several", "möten"),
    "renegotiation_request": mark_as("several", "omförhandling"),
    "role_term": mark_as("several", "roller"),
    "seat": mark_as("several", "platser"),
    "year_plan": mark_as("several", "årsplaner"),
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
            found.append(tr_as("several", _NAMES[name]) if name in _NAMES else name)
    return tuple(dict.fromkeys(found))
