"""The archive's content as plain data, one list a kind of thing, read from the models' own tables.

A new table or column needs nothing here: names, types and references are those that the models declare.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Column, Table, func, insert, select, union
from sqlalchemy.orm import Session

from samverkan_desktop.models.attachment import Attachment, AttachmentContent
from samverkan_desktop.models.base import CALLED, Base, Stored
from samverkan_desktop.models.journal import JournalChange
from samverkan_desktop.models.registry import METADATA
from samverkan_desktop.models.word_template import StoredTemplate
from samverkan_desktop.storage import revisions, rows
from samverkan_desktop.storage.rows import Row

#: What the file says it is.
FORMAT = "samverkan-exchange"
#: The revision of the archive's schema with which exchange files began; each later one is a version more.
_BEGAN = "0002"
#: The newest version of the file that this program knows.
VERSION = len(revisions.REVISIONS) - revisions.REVISIONS.index(_BEGAN)

#: How many rows are held at once while they are read.
_BATCH = 500
#: Rows with a null go to the database together with those without; else each stretch of them goes alone.
_TOGETHER = {"render_nulls": True}

Content = Mapping[str, Sequence[Row]]
#: Told how many of how many lists are done; may raise to stop.
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Kind:
    """One kind of thing in an archive.

    Args:
        name: what its list is called: ``agenda_items``.
        model: its class.
        columns: its columns, the key first.
        references: by column, the name of the list that the column refers to.
    """

    name: str
    model: type[Base]
    columns: tuple[Column[object], ...]
    references: Mapping[str, str]

    @property
    def key(self) -> str:
        """The column that tells its rows apart."""
        return self.columns[0].name

    @property
    def table(self) -> Table:
        """Its table."""
        return METADATA.tables[self.model.__tablename__]


def plural(name: str) -> str:
    """Return what several things of an English name are called: ``agenda_items``, ``parties``."""
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return name[:-1] + "ies"
    return name + ("es" if name.endswith(("s", "x", "ch", "sh")) else "s")


def _name(table: Table) -> str:
    return plural(table.info.get(CALLED, table.name))


@cache
def kinds() -> tuple[Kind, ...]:
    """Return every kind of thing in an archive: what is referred to before what refers to it, papers last.

    The journal is no part: it tells how the archive came to be as it is.
    """
    models = {
        mapper.class_.__tablename__: mapper.class_
        for mapper in Base.registry.mappers
        if issubclass(mapper.class_, Stored | AttachmentContent)
    }
    tables = [table for table in METADATA.sorted_tables if table.name in models]
    tables.sort(key=lambda table: not issubclass(models[table.name], Stored))
    return tuple(
        Kind(
            _name(table),
            models[table.name],
            (*table.primary_key, *(column for column in table.c if not column.primary_key)),
            {column.name: _name(key.column.table) for column in table.c for key in column.foreign_keys},
        )
        for table in tables
    )


def read(session: Session, kind: Kind) -> Iterator[Row]:
    """Yield every row of a kind, by its key.

    The bytes of a paper or a template that has been taken away stay in the archive only so that this can be
    undone: they are not read.
    """
    chosen = select(*kind.columns).order_by(kind.table.c[kind.key])
    if kind.model is AttachmentContent:
        kept = union(select(Attachment.sha256), select(StoredTemplate.sha256))
        chosen = chosen.where(AttachmentContent.sha256.in_(kept))
    for row in session.execute(chosen, execution_options={"yield_per": _BATCH}).mappings():
        yield {name: rows.plain(value) for name, value in row.items()}


def is_empty(session: Session) -> bool:
    """Return whether an archive holds nothing, whatever it may have held before."""
    return all(session.scalar(select(kind.table.c[kind.key]).limit(1)) is None for kind in _stored())


def _stored() -> tuple[Kind, ...]:
    return tuple(kind for kind in kinds() if issubclass(kind.model, Stored))


def write(session: Session, content: Content, progress: Progress | None = None) -> None:
    """Add rows to an archive, through the session, so that the journal sees them.

    In an empty archive they keep their identities. In one that is not, each gets an identity that
    nothing there has or has had, in the order it had, and what refers to it follows.

    Args:
        session: the session of the use case.
        content: rows by the name of their kind; each as `read` gives it, or without what has a default.
        progress: told how far it has come.
    """
    fresh = {} if is_empty(session) else {kind.name: _fresh(session, kind, content) for kind in _stored()}
    for number, kind in enumerate(kinds()):
        if progress is not None:
            progress(number, len(kinds()), "")
        added = [
            rows.typed(kind.table, _moved(kind, row, fresh))
            for row in sorted(content.get(kind.name, ()), key=lambda row: row[kind.key])
            if kind.model is not AttachmentContent or not _is_kept(session, row[kind.key])
        ]
        if added:
            session.execute(insert(kind.model), added, execution_options=_TOGETHER)


def _is_kept(session: Session, sha256: str) -> bool:
    return session.get(AttachmentContent, sha256) is not None


def _fresh(session: Session, kind: Kind, content: Content) -> dict[int, int]:
    """Return a new identity for each old one: after all that are, and all that the journal knows of."""
    changed = select(func.max(JournalChange.row_id)).where(JournalChange.table == kind.table.name)
    used = (session.scalar(select(func.max(kind.table.c.id))), session.scalar(changed))
    first = max(each or 0 for each in used) + 1
    return {
        old: new for new, old in enumerate(sorted(row["id"] for row in content.get(kind.name, ())), first)
    }


def _moved(kind: Kind, row: Row, fresh: Mapping[str, Mapping[int, int]]) -> Row:
    if kind.name not in fresh:
        return row
    moved = {**row, "id": fresh[kind.name][row["id"]]}
    for column, referred in kind.references.items():
        if row.get(column) is not None:
            moved[column] = fresh[referred][row[column]]
    return moved
