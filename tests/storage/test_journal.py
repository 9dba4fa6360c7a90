"""Undo and redo from the journal: everything comes back, across restarts, in the right order."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from samverkan_desktop.errors import UserError
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.base import Stored
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.journal import JournalChange, JournalEntry
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.storage import archive_file, journal
from samverkan_desktop.storage.unit_of_work import MERGE_WITHIN, Merging, Store
from tests.storage import archives

SECOND = timedelta(seconds=1)


def add_tree(store: Store) -> tuple[int, int, int]:
    """Store an agreement, a group and its meeting as one use case."""
    with store.transaction("tree", "La till allt", archives.NOW) as transaction:
        session = transaction.session
        session.add(agreement := archives.agreement())
        session.flush()
        session.add(group := archives.group(agreement.id))
        session.flush()
        session.add(meeting := archives.meeting(group.id))
        session.flush()
        return agreement.id, group.id, meeting.id


def remove_tree(store: Store, ids: tuple[int, int, int]) -> None:
    with store.transaction("tree.remove", "Tog bort allt", archives.NOW) as transaction:
        kinds: tuple[type[Stored], ...] = (Agreement, Group, Meeting)
        for kind, row in zip(kinds, ids, strict=True):
            transaction.session.delete(transaction.session.get_one(kind, row))


def counts(store: Store) -> list[int]:
    with store.reading() as session:
        kinds = (Agreement, Group, Meeting)
        return [session.scalar(select(func.count()).select_from(kind)) or 0 for kind in kinds]


def labels(store: Store) -> tuple[str | None, str | None]:
    """Return what undo and redo would take."""
    with store.reading() as session:
        back, forth = journal.next_to_undo(session), journal.next_to_redo(session)
        return (back and back.label, forth and forth.label)


def kept(store: Store, entry: int) -> str:
    """Return what the journal keeps of an entry's changes."""
    with store.reading() as session:
        changes = session.scalars(select(JournalChange).where(JournalChange.entry_id == entry))
        return json.dumps([[change.before, change.after] for change in changes])


def history(store: Store) -> list[tuple[str, bool, bool]]:
    with store.reading() as session:
        found = session.scalars(select(JournalEntry).order_by(JournalEntry.id))
        return [(entry.label, entry.undone, entry.discarded) for entry in found]


def test_undo_takes_back_what_was_added(store: Store):
    archives.add_agreement(store)

    assert store.undo() == ("La till Avtal om samverkan", frozenset({("agreement", 1)}))
    assert archives.titles(store) == []


def test_redo_puts_it_back_under_the_same_identity(store: Store):
    row = archives.add_agreement(store, "Avtalet")
    store.undo()
    store.redo()

    with store.reading() as session:
        assert session.get_one(Agreement, row).title == "Avtalet"


def test_every_column_of_every_kind_comes_back(store: Store):
    ids = add_tree(store)
    with store.reading() as session:
        before = session.connection().exec_driver_sql("SELECT * FROM meeting").all()
    remove_tree(store, ids)
    store.undo()

    with store.reading() as session:
        assert session.connection().exec_driver_sql("SELECT * FROM meeting").all() == before


def test_rows_that_refer_to_each_other_are_removed_and_come_back(store: Store):
    ids = add_tree(store)
    remove_tree(store, ids)
    seen = [counts(store)]
    steps: tuple[Callable[[], object], ...] = (store.undo, store.undo, store.redo, store.redo)
    for step in steps:
        step()
        seen.append(counts(store))

    assert seen == [[0, 0, 0], [1, 1, 1], [0, 0, 0], [1, 1, 1], [0, 0, 0]]


def test_undo_and_redo_survive_a_restart(tmp_path: Path):
    path = archives.made(tmp_path)
    for step in (archives.add_agreement, Store.undo, Store.redo, Store.undo):
        store = archives.opened(path)
        step(store)
        store.close()
    store = archives.opened(path)

    assert labels(store) == (None, "La till Avtal om samverkan")
    store.close()


def test_undo_goes_back_step_by_step_and_redo_forth(store: Store):
    row = archives.add_agreement(store, "1")
    for title in ("2", "3"):
        archives.retitle(store, row, title)
    seen = []
    for step in (store.undo, store.undo, store.redo, store.redo):
        step()
        seen.append(archives.titles(store))

    assert seen == [["2"], ["1"], ["2"], ["3"]]


def test_there_is_nothing_to_undo_or_redo_in_a_new_archive(store: Store):
    assert (store.undo(), store.redo()) == (None, None)


def test_what_was_undone_cannot_be_redone_once_something_else_is_done(store: Store):
    row = archives.add_agreement(store, "1")
    archives.retitle(store, row, "2")
    store.undo()
    archives.retitle(store, row, "3")

    assert store.redo() is None
    assert store.undo() is not None
    assert archives.titles(store) == ["1"]


def test_the_history_keeps_what_was_undone(store: Store):
    archives.add_agreement(store, "1")
    store.undo()
    archives.add_agreement(store, "2")

    assert history(store) == [("La till 1", True, True), ("La till 2", False, False)]


def test_an_identity_is_never_used_again(store: Store):
    first = archives.add_agreement(store)
    store.undo()

    assert archives.add_agreement(store) > first


def test_a_row_changed_twice_in_a_use_case_is_one_change(store: Store):
    row = archives.add_agreement(store, "Före")
    with store.transaction("x", "x", archives.NOW) as transaction:
        thing = transaction.session.get_one(Agreement, row)
        for title in ("Mellan", "Efter"):
            thing.title = title
            transaction.session.flush()

    with store.reading() as session:
        (change,) = session.scalars(select(JournalChange).where(JournalChange.entry_id == 2))
        before, after = change.before or {}, change.after or {}
        assert (before["title"], after["title"]) == ("Före", "Efter")


def test_a_row_added_and_removed_in_a_use_case_leaves_no_trace(store: Store):
    with store.transaction("x", "x", archives.NOW) as transaction:
        transaction.session.add(thing := archives.agreement())
        transaction.session.flush()
        transaction.session.delete(thing)

    assert labels(store) == (None, None)


def test_a_row_that_was_added_and_changed_in_a_use_case_is_redone_as_it_ended(store: Store):
    with store.transaction("x", "x", archives.NOW) as transaction:
        transaction.session.add(thing := archives.agreement("Först"))
        transaction.session.flush()
        thing.title = "Sist"
    store.undo()
    store.redo()

    assert archives.titles(store) == ["Sist"]


def test_what_is_typed_in_one_go_is_one_entry(store: Store):
    row = archives.add_agreement(store, "")
    for number, title in enumerate(("A", "Av", "Avt")):
        archives.retitle(store, row, title, at=archives.NOW + number * SECOND, merge_key="titel")
    store.undo()

    assert archives.titles(store) == [""]


@pytest.mark.parametrize(
    ("pause", "key"),
    [(MERGE_WITHIN + 1, "titel"), (1.0, "annan"), (1.0, "")],
    ids=["after a pause", "another key", "no key"],
)
def test_what_is_not_typed_in_one_go_is_two_entries(store: Store, pause: float, key: str):
    row = archives.add_agreement(store, "")
    archives.retitle(store, row, "A", merge_key="titel")
    archives.retitle(store, row, "Av", at=archives.NOW + pause * SECOND, merge_key=key)
    store.undo()

    assert archives.titles(store) == ["A"]


def test_a_clock_set_back_does_not_break_what_is_typed_in_one_go(store: Store):
    row = archives.add_agreement(store, "")
    for title, hours in (("A", 0), ("Av", -2), ("Avt", -2)):
        archives.retitle(store, row, title, at=archives.NOW + hours * 3600 * SECOND, merge_key="titel")
    store.undo()

    assert archives.titles(store) == [""]


def test_a_long_text_typed_in_one_go_costs_what_is_typed_and_comes_back(store: Store):
    long = "Avtal om samverkan. " * 100
    row = archives.add_agreement(store, long)
    for more in ("A", "Av", "Avt"):
        archives.retitle(store, row, long + more, merge_key="titel")

    assert len(kept(store, 2)) < 200
    store.undo()
    assert archives.titles(store) == [long]
    store.redo()
    assert archives.titles(store) == [long + "Avt"]


def test_a_row_added_in_one_go_with_its_change_is_taken_back_whole(store: Store):
    with store.transaction("x", "x", archives.NOW, merging=Merging("x")) as transaction:
        transaction.session.add(thing := archives.agreement("Först"))
        transaction.session.flush()
        row = thing.id
    archives.retitle(store, row, "Sist", merge_key="x")
    seen = [len(history(store))]
    for step in (store.undo, store.redo):
        step()
        seen.append(archives.titles(store))

    assert seen == [1, [], ["Sist"]]


def test_what_an_earlier_build_kept_as_whole_rows_is_undone_and_redone(store: Store):
    row = archives.add_agreement(store, "Före")
    archives.retitle(store, row, "Efter")
    whole: dict[str, object] = {}
    with store.reading() as session:
        found = session.connection().exec_driver_sql("SELECT * FROM agreement").mappings().one()
        whole = {name: value for name, value in found.items() if name != "words"}
    for side, title in (("before", "Före"), ("after", "Efter")):
        told = json.dumps({**whole, "title": title}, ensure_ascii=False)
        archives.run_sql(store.path, f"UPDATE journal_change SET {side} = '{told}' WHERE entry_id = 2")  # noqa: S608
    seen = []
    for step in (store.undo, store.redo):
        step()
        seen.append(archives.titles(store))

    assert seen == [["Före"], ["Efter"]]


def test_the_entry_tells_who_sat_at_the_computer(tmp_path: Path):
    store = archive_file.open_store(archives.made(tmp_path), now=archives.NOW, author="kajsa")
    archives.add_agreement(store)
    with store.reading() as session:
        authors = list(session.scalars(select(JournalEntry.author)))
    store.close()

    assert authors == ["kajsa"]


def test_something_else_in_between_ends_what_is_typed_in_one_go(store: Store):
    row = archives.add_agreement(store, "")
    archives.retitle(store, row, "A", merge_key="titel")
    archives.add_agreement(store, "Annat")
    archives.retitle(store, row, "Av", merge_key="titel")
    store.undo()

    assert archives.titles(store) == ["A", "Annat"]


def test_typing_on_after_an_undo_is_a_new_entry(store: Store):
    row = archives.add_agreement(store, "")
    archives.retitle(store, row, "A", merge_key="titel")
    archives.retitle(store, row, "Annat")
    store.undo()
    archives.retitle(store, row, "Av", merge_key="titel")
    store.undo()

    assert archives.titles(store) == ["A"]


def test_what_is_typed_and_taken_away_again_leaves_nothing_to_undo(store: Store):
    row = archives.add_agreement(store, "Före")
    archives.retitle(store, row, "Före!", merge_key="titel")
    archives.retitle(store, row, "Före", merge_key="titel")

    assert labels(store) == ("La till Före", None)


def test_a_merged_entry_takes_up_other_rows(store: Store):
    first, second = archives.add_agreement(store, "1"), archives.add_agreement(store, "2")
    archives.retitle(store, first, "1a", merge_key="titel")
    archives.retitle(store, second, "2a", merge_key="titel")
    store.undo()

    assert archives.titles(store) == ["1", "2"]


def test_an_undo_that_fails_leaves_everything_as_it_was(store: Store, monkeypatch: pytest.MonkeyPatch):
    ids = add_tree(store)
    calls = []
    put = journal.rows.put

    def fail_at_the_second(*arguments: object) -> None:
        calls.append(arguments)
        if len(calls) == 2:
            raise RuntimeError("avbrott")
        put(*arguments)

    monkeypatch.setattr(journal.rows, "put", fail_at_the_second)
    with pytest.raises(RuntimeError):
        store.undo()

    assert counts(store) == [1, 1, 1]
    assert labels(store) == ("La till allt", None)
    assert ids == (1, 1, 1)


def test_a_column_that_is_no_more_is_left_out_of_an_undo(tmp_path: Path):
    path = archives.made(tmp_path)
    store = archives.opened(path)
    row = archives.add_agreement(store, "Före")
    archives.retitle(store, row, "Efter")
    store.close()
    archives.run_sql(path, "UPDATE journal_change SET before = json_set(before, '$.borttagen', 1)")
    store = archives.opened(path)
    store.undo()

    assert archives.titles(store) == ["Före"]
    store.close()


def test_a_change_to_a_table_that_is_no_more_cannot_be_undone(tmp_path: Path):
    path = archives.made(tmp_path)
    store = archives.opened(path)
    archives.add_agreement(store)
    store.close()
    archives.run_sql(path, "UPDATE journal_change SET table_name = 'borttagen'")
    store = archives.opened(path)

    with pytest.raises(UserError, match="kan inte längre ångras"):
        store.undo()
    store.close()


def test_many_rows_in_one_use_case_are_all_undone(store: Store):
    with store.transaction("x", "x", archives.NOW) as transaction:
        transaction.session.add_all(archives.agreement(str(number)) for number in range(1100))
    store.undo()

    assert archives.titles(store) == []


def test_days_times_and_instants_come_back_as_themselves(store: Store):
    *_, row = add_tree(store)
    with store.transaction("x", "x", archives.NOW) as transaction:
        thing = transaction.session.get_one(Meeting, row)
        was = (thing.day, thing.starts, thing.kind)
        thing.day, thing.starts = date(2019, 1, 1), None
    store.undo()

    with store.reading() as session:
        thing = session.get_one(Meeting, row)
        assert (thing.day, thing.starts, thing.kind) == was
