"""Archives for tests: a fresh file each, and the few rows most tests need."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, time
from pathlib import Path

from sqlalchemy import select

from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.storage import archive_file, engine
from samverkan_desktop.storage.unit_of_work import Merging, Store
from samverkan_desktop.vocabulary import AgreementKind, GroupKind, MeetingKind, MeetingStatus, WorkingYear

NOW = datetime(2018, 9, 4, 11, 30, tzinfo=UTC)


def made(folder: Path, name: str = "samverkan ö.samverkan") -> Path:
    """Make an archive."""
    path = folder / name
    archive_file.create(path)
    return path


def opened(path: Path, *, read_only: bool = False, backups: Path | None = None) -> Store:
    """Open an archive."""
    return archive_file.open_store(path, read_only=read_only, backups=backups, now=NOW)


def older(folder: Path, **rows: str) -> Path:
    """Make an archive of an earlier revision, with rows put in at each: ``older(path, r0002=…, r0003=…)``."""
    from samverkan_desktop.storage import migration  # only here: a test tells that opening does not load it

    path = folder / "gammalt.samverkan"
    run_sql(path, "PRAGMA journal_mode = WAL", f"PRAGMA application_id = {engine.APPLICATION_ID}")
    for revision, script in rows.items():
        migration.upgrade(path, revision.removeprefix("r"))
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(script)
    return path


def agreement(title: str = "Avtal om samverkan") -> Agreement:
    """Return an agreement that is not stored yet."""
    return Agreement(
        key="prov",
        kind=next(iter(AgreementKind)),
        title=title,
        municipality="Kommunen",
        purpose="Att samverka",
        working_year=next(iter(WorkingYear)),
        year_starts="08-01",
        starts=date(2018, 8, 1),
        ends=None,
        adopted_on=date(2018, 8, 1),
    )


def group(agreement_id: int) -> Group:
    """Return a group that is not stored yet."""
    return Group(
        agreement_id=agreement_id,
        key="styrgrupp",
        kind=next(iter(GroupKind)),
        name="Styrgruppen",
        full_name="Styrgruppen för samverkan",
        occasion="styrgruppsmöte",
        record="minnesanteckningar",
    )


def meeting(group_id: int) -> Meeting:
    """Return a meeting that is not stored yet."""
    return Meeting(
        group_id=group_id,
        kind=next(iter(MeetingKind)),
        status=next(iter(MeetingStatus)),
        day=date(2018, 9, 4),
        starts=time(13, 0),
        scheduled_on=date(2018, 8, 1),
    )


def add_agreement(store: Store, title: str = "Avtal om samverkan") -> int:
    """Store an agreement as one use case."""
    with store.transaction("agreement.adopt", f"La till {title}", NOW) as transaction:
        thing = agreement(title)
        transaction.session.add(thing)
        transaction.session.flush()
        return thing.id


def retitle(store: Store, row: int, title: str, *, at: datetime = NOW, merge_key: str = "") -> None:
    """Change an agreement's title as one use case."""
    with store.transaction("agreement.edit", "Ändrade titeln", at, merging=Merging(merge_key)) as transaction:
        transaction.session.get_one(Agreement, row).title = title


def titles(store: Store) -> list[str]:
    """Return the titles of all agreements."""
    with store.reading() as session:
        return list(session.scalars(select(Agreement.title).order_by(Agreement.id)))


def filled(folder: Path, name: str = "samverkan.samverkan", count: int = 40) -> Path:
    """Make an archive that takes several pages, closed."""
    path = made(folder, name)
    store = opened(path)
    with store.transaction("agreement.adopt", "Fyllde", NOW) as transaction:
        transaction.session.add_all(agreement(f"Avtal {number} " + "ö" * 400) for number in range(count))
    store.close()
    return path


def overwrite_pages(path: Path) -> None:
    """Damage an archive as a failing disk does: the header is right, what follows is not."""
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(content)


def truncate(path: Path) -> None:
    """Damage an archive as an interrupted copy does."""
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2 + 100])


def run_sql(path: Path, *statements: str) -> None:
    """Change an archive behind the program's back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def state_of(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder, byte for byte."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
