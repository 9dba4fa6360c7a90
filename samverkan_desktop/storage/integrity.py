"""Whether an archive is sound, said in sentences; it is only looked at."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from samverkan_desktop.i18n import tr
from samverkan_desktop.models.attachment import Attachment, AttachmentContent
from samverkan_desktop.models.journal import JournalChange
from samverkan_desktop.models.registry import METADATA
from samverkan_desktop.models.word_template import StoredTemplate
from samverkan_desktop.storage import examination, faults, revisions

_OWN_TABLES = frozenset({"alembic_version"})


def verify(path: Path) -> list[str]:
    """Return what is wrong with an archive, a sentence each; empty where it is sound.

    Raises:
        UserError: there is no archive there, or it is made by a newer program.
        EnvironmentFault: the file cannot be read at all.
    """
    try:
        found = examination.revision(path)
        checks: list[Callable[[sqlite3.Connection], Iterator[str]]] = [_pages, _references]
        if found == revisions.HEAD:
            # An older archive gets its tables when it is opened.
            checks += [_schema, _journal, _attachments]
        with faults.explained(path), examination.looking_at(path) as connection:
            return [sentence for check in checks for sentence in check(connection)]
    except examination.DamagedArchive as error:
        return [error.message]


def _pages(connection: sqlite3.Connection) -> Iterator[str]:
    for (detail,) in connection.execute("PRAGMA integrity_check"):
        if detail != "ok":
            yield tr("Databasen är skadad: {detail}.", detail=detail)


def _references(connection: sqlite3.Connection) -> Iterator[str]:
    for table, row, referred, _number in connection.execute("PRAGMA foreign_key_check"):
        yield tr(
            "Rad {row} i tabellen {table} hänvisar till något i {referred} som inte finns.",
            row=row,
            table=table,
            referred=referred,
        )


def _schema(connection: sqlite3.Connection) -> Iterator[str]:
    chosen = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'"
    present = {name for (name,) in connection.execute(chosen)} - _OWN_TABLES
    for name in sorted(METADATA.tables.keys() - present):
        yield tr("Tabellen {table} saknas.", table=name)
    for name in sorted(present - METADATA.tables.keys()):
        yield tr("Tabellen {table} hör inte hit.", table=name)
    for name in sorted(present & METADATA.tables.keys()):
        columns = {
            column for (column,) in connection.execute("SELECT name FROM pragma_table_info(?)", (name,))
        }
        expected = set(METADATA.tables[name].c.keys())
        for column in sorted(expected - columns):
            yield tr("Kolumnen {column} saknas i tabellen {table}.", column=column, table=name)
        for column in sorted(columns - expected):
            yield tr("Kolumnen {column} i tabellen {table} hör inte hit.", column=column, table=name)


def _has(connection: sqlite3.Connection, table: str) -> bool:
    found = connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (table,))
    return found.fetchone() is not None


def _journal(connection: sqlite3.Connection) -> Iterator[str]:
    if not _has(connection, JournalChange.__tablename__):
        return
    for (table,) in connection.execute("SELECT DISTINCT table_name FROM journal_change ORDER BY 1"):
        if table not in METADATA.tables:
            yield tr("Historiken nämner tabellen {table}, som inte finns.", table=table)


def _attachments(connection: sqlite3.Connection) -> Iterator[str]:
    if not all(_has(connection, thing.__tablename__) for thing in (Attachment, AttachmentContent)):
        return
    sound = set()
    for key, content in connection.execute("SELECT sha256, content FROM attachment_content"):
        if hashlib.sha256(content).hexdigest() == key:
            sound.add(key)
        else:
            yield tr("Innehållet i en fil har ändrats sedan den lades in ({key}).", key=key[:12])
    for title, key in connection.execute("SELECT title, sha256 FROM attachment WHERE sha256 <> ''"):
        if key not in sound:
            yield tr("Innehållet i bilagan {title} saknas eller är skadat.", title=title)
    if not _has(connection, StoredTemplate.__tablename__):
        return
    for name, key in connection.execute("SELECT file_name, sha256 FROM word_template"):
        if key not in sound:
            yield tr("Innehållet i dokumentmallen {name} saknas eller är skadat.", name=name)
