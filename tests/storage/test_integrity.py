"""What is wrong with an archive is said in sentences; a sound one has none."""

from pathlib import Path

import pytest
from sqlalchemy import insert

from samverkan_desktop.errors import UserError
from samverkan_desktop.models.attachment import AttachmentContent
from samverkan_desktop.storage import integrity
from tests.storage import archives


def test_a_sound_archive_has_nothing_wrong(tmp_path: Path):
    assert integrity.verify(archives.filled(tmp_path)) == []


def test_an_archive_in_use_can_be_verified(tmp_path: Path):
    path = archives.made(tmp_path)
    store = archives.opened(path)
    archives.add_agreement(store)

    assert integrity.verify(path) == []
    store.close()


def test_verifying_leaves_the_archive_as_it_is(tmp_path: Path):
    path = archives.filled(tmp_path)
    before = archives.state_of(tmp_path)
    integrity.verify(path)

    assert archives.state_of(tmp_path) == before


def test_overwritten_pages_are_found(tmp_path: Path):
    path = archives.filled(tmp_path)
    archives.overwrite_pages(path)

    (sentence,) = integrity.verify(path)
    assert sentence.startswith("Arkivet samverkan.samverkan är skadat")


WRONGS = {
    "reference": (
        ["PRAGMA foreign_keys = OFF", "INSERT INTO unit (party_id, name) VALUES (99, 'Skolan')"],
        "Rad 1 i tabellen unit hänvisar till något i party som inte finns.",
    ),
    "missing table": (["DROP TABLE activity"], "Tabellen activity saknas."),
    "foreign table": (["CREATE TABLE lapp (x)"], "Tabellen lapp hör inte hit."),
    "missing column": (
        ["ALTER TABLE agreement DROP COLUMN municipality"],
        "Kolumnen municipality saknas i tabellen agreement.",
    ),
    "foreign column": (
        ["ALTER TABLE agreement ADD COLUMN lapp TEXT"],
        "Kolumnen lapp i tabellen agreement hör inte hit.",
    ),
    "history of nothing": (
        ["UPDATE journal_change SET table_name = 'lapp'"],
        "Historiken nämner tabellen lapp, som inte finns.",
    ),
    "changed attachment": (
        ["INSERT INTO attachment_content VALUES ('0123456789abcdef', x'00')"],
        "Innehållet i en fil har ändrats sedan den lades in (0123456789ab).",
    ),
}


@pytest.mark.parametrize(("statements", "sentence"), WRONGS.values(), ids=WRONGS.keys())
def test_it_finds(tmp_path: Path, statements: list[str], sentence: str):
    path = archives.filled(tmp_path, count=1)
    archives.run_sql(path, *statements)

    assert integrity.verify(path) == [sentence]


def test_a_missing_attachment_is_found(tmp_path: Path):
    path = archives.made(tmp_path)
    archives.run_sql(
        path,
        "PRAGMA foreign_keys = OFF",
        "INSERT INTO attachment (item_id, title, state, file_name, sha256) "
        "VALUES (1, 'Underlaget', 'x', 'a.pdf', 'saknas')",
    )

    assert "Innehållet i bilagan Underlaget saknas eller är skadat." in integrity.verify(path)


def test_an_attachment_as_it_was_laid_in_is_sound(tmp_path: Path):
    path = archives.made(tmp_path)
    store = archives.opened(path)
    key = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
    with store.transaction("x", "x", archives.NOW) as transaction:
        transaction.session.execute(insert(AttachmentContent).values(sha256=key, content=b"x"))
    store.close()

    assert integrity.verify(path) == []


def test_another_kind_of_file_is_no_archive_to_verify(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text("text")

    with pytest.raises(UserError, match="inte ett arkiv"):
        integrity.verify(path)
