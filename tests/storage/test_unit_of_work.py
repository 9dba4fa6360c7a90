"""Every use case is one transaction: all of it or nothing, and refusals in plain words."""

import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import event, insert, select, update
from sqlalchemy.exc import IntegrityError

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.attachment import AttachmentContent
from samverkan_desktop.models.journal import JournalChange, JournalEntry
from samverkan_desktop.models.meeting import MinutesVersion
from samverkan_desktop.storage import engine
from samverkan_desktop.storage.unit_of_work import Store
from tests.storage import archives


def entries(store: Store) -> list[JournalEntry]:
    with store.reading() as session:
        return list(session.scalars(select(JournalEntry).order_by(JournalEntry.id)))


def test_a_use_case_is_one_entry(store: Store):
    archives.add_agreement(store, "Avtalet")

    (entry,) = entries(store)

    assert (entry.use_case, entry.label, entry.at) == ("agreement.adopt", "La till Avtalet", archives.NOW)


def test_a_use_case_tells_which_tables_it_changed(store: Store):
    with store.transaction("x", "x", archives.NOW) as transaction:
        transaction.session.add(archives.agreement())

    assert {table for table, _ in transaction.rows} == {"agreement"}


def test_a_use_case_that_changes_nothing_leaves_no_entry(store: Store):
    row = archives.add_agreement(store, "Avtalet")
    archives.retitle(store, row, "Avtalet")

    assert len(entries(store)) == 1


def test_a_use_case_that_fails_halfway_leaves_nothing(store: Store):
    with pytest.raises(UserError), store.transaction("x", "x", archives.NOW) as transaction:
        transaction.session.add(archives.agreement())
        transaction.session.flush()
        raise UserError("nej")

    assert archives.titles(store) == []
    assert entries(store) == []


def test_what_was_stored_can_be_read_after_the_use_case(store: Store):
    with store.transaction("x", "x", archives.NOW) as transaction:
        thing = archives.agreement("Avtalet")
        transaction.session.add(thing)

    assert (thing.id, thing.title) == (1, "Avtalet")


def test_a_reader_changes_nothing(store: Store):
    row = archives.add_agreement(store, "Före")
    with store.reading() as session:
        session.get_one(Agreement, row).title = "Efter"
        session.flush()

    assert archives.titles(store) == ["Före"]


def test_a_reference_to_nothing_is_refused_as_a_bug(store: Store):
    with pytest.raises(IntegrityError), store.transaction("x", "x", archives.NOW) as transaction:
        transaction.session.add(archives.group(agreement_id=99))

    assert entries(store) == []


def test_a_use_case_inside_a_use_case_is_refused_at_once(store: Store):
    with pytest.raises(AssertionError, match="another inside"), store.transaction("x", "x", archives.NOW):
        archives.add_agreement(store)

    archives.add_agreement(store, "Efteråt")
    assert archives.titles(store) == ["Efteråt"]


def test_after_a_commit_that_failed_the_next_one_is_carried_out(store: Store):
    with pytest.raises(IntegrityError), store.transaction("x", "x", archives.NOW) as transaction:
        transaction.session.add(archives.agreement("Aldrig"))
        transaction.session.add(archives.group(agreement_id=99))
    archives.add_agreement(store, "Efteråt")

    assert archives.titles(store) == ["Efteråt"]


def test_rows_that_refer_to_one_another_may_come_in_any_order(store: Store):
    with store.transaction("x", "x", archives.NOW) as transaction:
        transaction.session.add(archives.group(agreement_id=1))
        transaction.session.flush()
        transaction.session.add(archives.agreement("Sist"))

    assert archives.titles(store) == ["Sist"]


def test_a_bulk_statement_is_refused(store: Store):
    row = archives.add_agreement(store, "Före")
    statements = (update(Agreement).values(title="Efter"), insert(Agreement.__table__).values(id=row + 1))
    for statement in statements:
        with pytest.raises(AssertionError, match="bulk"), store.transaction("x", "x", archives.NOW) as t:
            t.session.execute(statement)

    assert archives.titles(store) == ["Före"]


def test_rows_added_in_bulk_under_identities_of_their_own_can_be_undone(store: Store):
    row = archives.add_agreement(store, "Före")
    with store.reading() as session:
        plain = session.execute(select(Agreement.__table__)).mappings().one()
    added = [{**plain, "id": row + more, "title": f"Ny {more}"} for more in (1, 2)]
    with store.transaction("x", "x", archives.NOW) as transaction:
        transaction.session.execute(insert(Agreement), added)
        transaction.session.get_one(Agreement, row + 2).title = "Ändrad"
    assert {table for table, _ in transaction.rows} == {"agreement"}
    assert archives.titles(store) == ["Före", "Ny 1", "Ändrad"]
    store.undo()
    assert archives.titles(store) == ["Före"]
    store.redo()
    assert archives.titles(store) == ["Före", "Ny 1", "Ändrad"]


def test_rows_added_in_bulk_without_identities_are_refused(store: Store):
    archives.add_agreement(store, "Före")
    with store.reading() as session:
        plain = dict(session.execute(select(Agreement.__table__)).mappings().one())
    del plain["id"]
    with (
        pytest.raises(AssertionError, match="bulk"),
        store.transaction("x", "x", archives.NOW) as transaction,
    ):
        transaction.session.execute(insert(Agreement), [plain])
    assert archives.titles(store) == ["Före"]


def test_a_savepoint_is_refused(store: Store):
    with (
        pytest.raises(AssertionError, match="savepoint"),
        store.transaction("x", "x", archives.NOW) as transaction,
    ):
        transaction.session.begin_nested()


def test_what_is_not_journalled_may_be_stored_by_statement(store: Store):
    with store.transaction("x", "x", archives.NOW) as transaction:
        transaction.session.execute(insert(AttachmentContent).values(sha256="a", content=b"bytes"))

    with store.reading() as session:
        assert session.get_one(AttachmentContent, "a").content == b"bytes"


def test_a_full_disk_at_the_commit_leaves_nothing_half_done(archive: Path):
    made = engine.open_engine(archive)
    # The archive may not grow: SQLite then says what it says when the disk is full.
    event.listen(made, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count = 1"))
    store = Store(made)
    row = "Frigör utrymme och försök igen"

    with pytest.raises(EnvironmentFault, match=row), store.transaction("x", "x", archives.NOW) as transaction:
        transaction.session.add(archives.agreement("ö" * 100_000))

    assert archives.titles(store) == []
    store.close()


def test_a_full_disk_while_the_journal_is_written_takes_the_change_back_too(
    store: Store, monkeypatch: pytest.MonkeyPatch
):
    def full(*_arguments: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("samverkan_desktop.storage.journal.write_entry", full)
    with pytest.raises(sqlite3.OperationalError):
        archives.add_agreement(store)

    assert archives.titles(store) == []


def test_an_archive_that_somebody_else_writes_in_is_told_of(
    store: Store, archive: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(engine, "_BUSY_MILLISECONDS", 10)
    with closing(sqlite3.connect(archive, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(EnvironmentFault, match="används just nu av ett annat fönster"):
            archives.add_agreement(store)

    assert archives.titles(store) == []


def test_an_archive_damaged_while_it_is_open_is_told_of(tmp_path: Path):
    path = archives.filled(tmp_path)
    store = archives.opened(path)
    archives.overwrite_pages(path)

    with pytest.raises(EnvironmentFault, match="är skadat"):
        archives.titles(store)
    store.close()


def test_a_bug_in_a_query_is_no_fault_of_the_surroundings(store: Store):
    with pytest.raises(Exception, match="no such table") as caught, store.reading() as session:
        session.connection().exec_driver_sql("SELECT * FROM saknas")

    assert not isinstance(caught.value, EnvironmentFault)


@pytest.mark.parametrize("attempt", [archives.add_agreement, Store.undo, Store.redo])
def test_an_archive_open_for_reading_refuses_to_be_changed(archive: Path, attempt: object):
    store = archives.opened(archive, read_only=True)

    with pytest.raises(UserError, match="öppnat för läsning"):
        attempt(store)
    store.close()


def test_a_reading_session_of_an_archive_open_for_reading_cannot_write(archive: Path):
    store = archives.opened(archive, read_only=True)

    with pytest.raises(EnvironmentFault, match="skrivskyddat"), store.reading() as session:
        session.add(archives.agreement())
        session.flush()
    store.close()


def test_an_instant_comes_back_aware_and_equal(store: Store):
    at = datetime(2018, 9, 4, 22, 30, tzinfo=UTC)
    with store.transaction("x", "x", at) as transaction:
        transaction.session.add(archives.agreement())

    assert entries(store)[0].at == at


def test_the_content_of_minutes_comes_back_as_it_was(store: Store):
    content = {"rubrik": "Möte å ä ö", "punkter": [{"nummer": 1, "text": None, "klar": True}], "andel": 0.5}
    with store.transaction("x", "x", archives.NOW) as transaction:
        session = transaction.session
        session.add(agreement := archives.agreement())
        session.flush()
        session.add(group := archives.group(agreement.id))
        session.flush()
        session.add(meeting := archives.meeting(group.id))
        session.flush()
        session.add(
            MinutesVersion(meeting_id=meeting.id, number=1, finished_at=archives.NOW, content=content)
        )
    store.undo()
    store.redo()

    with store.reading() as session:
        assert session.scalars(select(MinutesVersion)).one().content == content


def test_what_the_journal_says_is_what_the_database_holds(store: Store):
    """A list that goes on being changed after it was stored must not change the journal."""
    parameters = {"antal": [6]}
    with store.transaction("x", "x", archives.NOW) as transaction:
        session = transaction.session
        session.add(agreement := archives.agreement())
        session.flush()
        session.add(group := archives.group(agreement.id))
        session.flush()
        session.add(meeting := archives.meeting(group.id))
        session.flush()
        session.add(
            MinutesVersion(meeting_id=meeting.id, number=1, finished_at=archives.NOW, content=parameters)
        )
        session.flush()
        parameters["antal"].append(7)

    with store.reading() as session:
        chosen = select(JournalChange).where(JournalChange.table == "minutes_version")
        after = session.scalars(chosen).one().after
        assert after is not None
        assert after["content"] == session.scalars(select(MinutesVersion)).one().content == {"antal": [6]}


def test_a_worker_reads_a_steady_picture_while_the_window_writes(store: Store):
    row = archives.add_agreement(store, "0")
    started, stop, seen = threading.Event(), threading.Event(), []

    def read() -> None:
        with store.reading() as session:
            seen.append(session.scalars(select(Agreement.title)).one())
            started.set()
            stop.wait(10)
            session.expire_all()
            seen.append(session.scalars(select(Agreement.title)).one())

    worker = threading.Thread(target=read)
    worker.start()
    assert started.wait(10)
    for number in range(1, 6):
        archives.retitle(store, row, str(number))
    stop.set()
    worker.join()

    assert seen == ["0", "0"]
    assert archives.titles(store) == ["5"]


def test_two_threads_that_write_take_turns(store: Store):
    row = archives.add_agreement(store, "0")
    faults: list[BaseException] = []

    def count() -> None:
        try:
            for _ in range(10):
                with store.transaction("x", "x", archives.NOW) as transaction:
                    thing = transaction.session.get_one(Agreement, row)
                    thing.title = str(int(thing.title) + 1)
        except BaseException as error:  # noqa: BLE001  told to the test, which runs in another thread
            faults.append(error)

    threads = [threading.Thread(target=count) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert faults == []
    assert archives.titles(store) == ["20"]


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.storage import archives
store = archives.opened(Path(sys.argv[1]))
archives.add_agreement(store, "Klart")
with store.transaction("x", "x", archives.NOW) as transaction:
    transaction.session.add_all(archives.agreement("Halvt " + "ö" * 5000) for _ in range(500))
    transaction.session.flush()
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_a_process_killed_in_the_middle_leaves_what_was_finished(archive: Path):
    result = subprocess.run([sys.executable, "-c", KILLED, str(archive)], check=False)
    assert result.returncode == -9

    store = archives.opened(archive)

    assert archives.titles(store) == ["Klart"]
    assert store.undo() == ("La till Klart", frozenset({("agreement", 1)}))
    store.close()
    assert list(archive.parent.iterdir()) == [archive]


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_a_killed_archive_whose_index_is_gone_is_whole(archive: Path):
    subprocess.run([sys.executable, "-c", KILLED, str(archive)], check=False)
    archive.with_name(archive.name + "-shm").unlink()

    store = archives.opened(archive)

    assert archives.titles(store) == ["Klart"]
    store.close()
