"""What alembic runs for every command: on the connection it is handed, in that connection's transaction."""

from typing import Literal

from alembic import context
from sqlalchemy import DateTime, Enum

from samverkan_desktop.models.registry import METADATA


def _rendered(kind: str, thing: object, _context: object) -> str | Literal[False]:
    """Write a type as the database knows it: a revision must not change when the models do."""
    if kind == "type" and isinstance(thing, Enum):
        return f"sa.String(length={thing.length})"
    if kind == "type" and isinstance(getattr(thing, "impl", None), DateTime):
        return "sa.DateTime()"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    render_item=_rendered,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
