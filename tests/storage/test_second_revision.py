"""An archive of the first revision, with its journal, brought up to the second."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from samverkan_desktop.models.agreement import AgreementVersion, Clause, RelatedAgreement, StoredObligation
from samverkan_desktop.models.board_report import BoardMatter, BoardReport
from samverkan_desktop.register_vocabulary import Instance, MatterSubject
from samverkan_desktop.storage import engine, migration
from samverkan_desktop.storage.unit_of_work import Store
from samverkan_desktop.vocabulary import Grade
from tests.storage import archives

AGREEMENT = {
    "id": 3, "key": "avtal", "kind": "collaboration_agreement", "title": "Avtalet", "municipality": "",
    "purpose": "", "working_year": "school_year", "year_starts": "07-01", "starts": "2018-07-01",
    "signed": "", "adopted_on": "2018-06-11", "evaluation_text": "",
}  # fmt: skip
CLAUSE = {
    "id": 7,
    "agreement_id": 3,
    "position": 1,
    "reference": "T14",
    "heading": "Möten",
    "text": "Sex möten.",
}
OBLIGATION = {
    "id": 9, "agreement_id": 3, "clause_id": 7, "position": 1, "kind": "meeting_frequency", "group_key": "",
    "parameters": json.dumps({"count": 6}),
}  # fmt: skip
RELATED = {"id": 1, "agreement_id": 3, "title": "Ett annat avtal", "note": ""}
REPORT = {
    "id": 4, "agreement_id": 3, "board": "Socialnämnden", "subject": "evaluation", "period": "",
    "reported_on": "2021-08-20", "paragraph": "§ 12",
}  # fmt: skip
ADOPTED = [
    ("agreement", AGREEMENT), ("clause", CLAUSE), ("obligation", OBLIGATION), ("related_agreement", RELATED),
]  # fmt: skip


def insert(connection: sqlite3.Connection, table: str, row: dict[str, object]) -> None:
    names, places = ", ".join(row), ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({places})", tuple(row.values()))  # noqa: S608


def enter(connection: sqlite3.Connection, entry: int, rows: list[tuple[str, dict[str, object]]]) -> None:
    """Store rows and their entry in the journal, as the program of the first revision did."""
    told = {
        "id": entry,
        "at": "2018-06-11 10:00:00",
        "use_case": "x",
        "label": f"Nr {entry}",
        "merge_key": "",
    }
    insert(connection, "journal_entry", {**told, "undone": 0, "discarded": 0})
    for table, row in rows:
        insert(connection, table, row)
        after = {**row, "parameters": {"count": 6}} if "parameters" in row else row
        change = {"entry_id": entry, "table_name": table, "row_id": row["id"], "after": json.dumps(after)}
        insert(connection, "journal_change", change)


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """Return an archive of the first revision: an agreement adopted, and reported to a board."""
    path = tmp_path / "gammalt.samverkan"
    archives.run_sql(path, "PRAGMA journal_mode = WAL", f"PRAGMA application_id = {engine.APPLICATION_ID}")
    migration.upgrade(path, "0001")
    with closing(sqlite3.connect(path)) as connection:
        enter(connection, 1, ADOPTED)
        enter(connection, 2, [("board_report", REPORT)])
        connection.execute("UPDATE sqlite_sequence SET seq = 40 WHERE name = 'clause'")
        connection.commit()
    return path


@pytest.fixture
def store(first: Path) -> Store:
    opened = archives.opened(first)
    yield opened
    opened.close()


def test_an_agreement_becomes_its_own_first_version(store: Store):
    with store.reading() as session:
        version = session.scalars(select(AgreementVersion)).one()
        assert (version.agreement_id, version.number, str(version.since)) == (3, 1, "2018-07-01")
        assert session.scalars(select(Clause)).one().version_id == version.id
        assert session.scalars(select(StoredObligation)).one().grade is Grade.MUST
        assert session.scalars(select(RelatedAgreement)).one().excluded


def test_a_report_to_a_board_becomes_the_report_of_a_matter(store: Store):
    with store.reading() as session:
        matter, report = (
            session.scalars(select(BoardMatter)).one(),
            session.scalars(select(BoardReport)).one(),
        )
        assert (matter.subject, str(matter.opened_on)) == (MatterSubject.EVALUATION, "2021-08-20")
        assert (report.id, report.matter_id, report.instance) == (4, matter.id, Instance.BOARD)
        assert (report.board, report.paragraph) == ("Socialnämnden", "§ 12")


def test_undo_reaches_back_and_redo_comes_forth_again(store: Store):
    assert [store.undo()[0], store.undo()[0], store.undo()] == ["Nr 2", "Nr 1", None]  # type: ignore[index]
    with store.reading() as session:
        for kind in (AgreementVersion, Clause, BoardMatter, BoardReport):
            assert session.scalars(select(kind)).all() == []
    assert [store.redo()[0], store.redo()[0]] == ["Nr 1", "Nr 2"]  # type: ignore[index]
    with store.reading() as session:
        assert session.scalars(select(Clause)).one().text == "Sex möten."
        assert session.scalars(select(BoardReport)).one().matter_id == 1


def test_an_identity_is_still_never_used_again(store: Store, first: Path):
    with closing(sqlite3.connect(first)) as connection:
        counted = dict(connection.execute("SELECT name, seq FROM sqlite_sequence"))
    assert (counted["clause"], counted["board_report"]) == (40, 4)
