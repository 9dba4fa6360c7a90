"""The exchange file: everything out and in again, with the same ids, or beside what is there already."""

import json
from contextlib import closing
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.services import adoption, archive, attachment, check, exchange, history
from samverkan_desktop.services.exchange import Exchanged
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.storage.exchange import kinds
from tests.services import exchange_content as content
from tests.services.exchange_content import Document
from tests.services.year import NUMBER, Year


@pytest.fixture
def year_as_json(played_work: Workspace, tmp_path: Path) -> Path:
    """The played year as an exchange file."""
    exchange.dump(played_work, tmp_path / "året.json")
    return tmp_path / "året.json"


# --- Out ---


def test_the_file_is_what_pythons_own_json_would_write(year_as_json: Path):
    data = year_as_json.read_bytes()
    plain = json.dumps(json.loads(data), ensure_ascii=False, indent=2) + "\n"
    assert data == plain.encode()


def test_the_file_names_its_format_and_every_kind_of_thing(year_as_json: Path):
    found = json.loads(year_as_json.read_bytes())
    assert list(found) == ["format", "version", *(kind.name for kind in kinds())]
    assert {"agreements", "groups", "meetings", "agenda_items", "minutes_versions"} <= found.keys()


def test_what_was_written_is_counted(played_work: Workspace, tmp_path: Path):
    written = exchange.dump(played_work, tmp_path / "året.json")
    found = json.loads((tmp_path / "året.json").read_bytes())
    assert written.meetings == len(found["meetings"])
    assert written.rows == sum(len(rows) for rows in found.values() if isinstance(rows, list))
    assert written.amount.startswith(f"1 avtal, {written.meetings} möten, {written.rows} uppgifter")


def test_a_paper_that_was_taken_away_is_not_in_the_file(held: Year, tmp_path: Path):
    item_id = held.items(1)[0].id
    for name in ("kvar.txt", "bort.txt"):
        (tmp_path / name).write_text(name)
    attachment.attach(held.work, item_id, "Kvar", file=tmp_path / "kvar.txt")
    attachment.remove(held.work, attachment.attach(held.work, item_id, "Bort", file=tmp_path / "bort.txt"))
    found = json.loads(content.dumped(held.work, tmp_path))
    assert found["attachment_contents"] == [content.paper(b"kvar.txt")]


@pytest.mark.parametrize("name", ["arkiv", "nytt.samverkan", "arkiv.txt"])
def test_a_file_of_another_ending_is_refused(new: Workspace, tmp_path: Path, name: str):
    before = new.path.read_bytes()
    with pytest.raises(UserError, match=r"slutar inte på \.json"):
        exchange.dump(new, tmp_path / name)
    assert new.path.read_bytes() == before


def test_what_was_there_stays_where_the_new_file_fails(new: Workspace, tmp_path: Path):
    target = tmp_path / "ut.json"
    target.write_text("den gamla")

    def stop(*_step: object) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(EnvironmentFault, match="Disken är full"):
        exchange.dump(new, target, stop)
    assert target.read_text() == "den gamla"
    assert not list(tmp_path.glob(".*"))


def test_a_missing_folder_is_told(new: Workspace, tmp_path: Path):
    with pytest.raises(EnvironmentFault, match="finns inte"):
        exchange.dump(new, tmp_path / "saknas" / "ut.json")


# --- Round ---


def test_the_played_year_comes_back_byte_for_byte(new: Workspace, year_as_json: Path, tmp_path: Path):
    content.taken_in(new, year_as_json)
    assert content.dumped(new, tmp_path) == year_as_json.read_bytes()


def test_the_played_year_is_judged_alike_when_it_comes_back(
    new: Workspace, played_work: Workspace, year_as_json: Path
):
    content.taken_in(new, year_as_json)
    day = date(2019, 12, 31)
    assert check.findings(new, day) == check.findings(played_work, day)


def test_an_archive_that_came_back_is_sound(new: Workspace, year_as_json: Path):
    content.taken_in(new, year_as_json)
    assert archive.verify(new.path) == []


def test_every_agreement_that_is_shipped_goes_round(new: Workspace, tmp_path: Path):
    for preset in adoption.presets():
        adoption.adopt(new, preset.key)
    data = content.dumped(new, tmp_path, "alla.json")
    with closing(content.opened(tmp_path, "andra.samverkan")) as other:
        added = content.taken_in(other, tmp_path / "alla.json")
        assert len(added.agreements) == len(adoption.presets()) > 1
        assert content.dumped(other, tmp_path) == data


def test_an_empty_archive_goes_round(new: Workspace, tmp_path: Path):
    data = content.dumped(new, tmp_path, "tomt.json")
    assert content.taken_in(new, tmp_path / "tomt.json") == Exchanged((), 0, 0)
    assert content.dumped(new, tmp_path) == data
    assert new.undoable() == (None, None)


# So much is drawn that a busy computer takes longer than hypothesis thinks that drawing should take.
@settings(max_examples=5, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(content.documents())
def test_every_kind_of_thing_comes_back_byte_for_byte(document: Document):
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        with closing(content.opened(folder, "ett.samverkan")) as first:
            content.taken_in(first, content.file(folder, document))
            data = content.dumped(first, folder, "ett.json")
        assert json.loads(data) == document
        with closing(content.opened(folder, "två.samverkan")) as second:
            content.taken_in(second, folder / "ett.json")
            assert content.dumped(second, folder, "två.json") == data
        with closing(content.opened(folder, "tre.samverkan")) as third:
            content.taken_in(
                third, content.file(folder, {"agreements": [content.agreement(7)]}, "annat.json")
            )
            content.taken_in(third, folder / "ett.json")
            assert archive.verify(third.path) == []
            assert content.without_ids(json.loads(content.dumped(third, folder)), skip=1) == (
                content.without_ids(document)
            )


def test_what_has_a_default_may_be_left_out(new: Workspace, tmp_path: Path):
    path = content.file(tmp_path, {"agreements": [content.agreement()]})
    content.taken_in(new, path)
    (found,) = json.loads(content.dumped(new, tmp_path))["agreements"]
    assert (found["words"], found["signed"], found["ends"]) == ({}, "", None)


def test_a_number_without_decimals_may_be_written_with_them(new: Workspace, tmp_path: Path):
    text = (
        content.file(tmp_path, {"agreements": [content.agreement()]})
        .read_text()
        .replace('"id": 1,', '"id": 1.0,')
    )
    (tmp_path / "arkiv.json").write_text(text)
    content.taken_in(new, tmp_path / "arkiv.json")
    assert json.loads(content.dumped(new, tmp_path))["agreements"][0]["id"] == 1


def test_an_instant_of_another_zone_is_kept_in_utc(new: Workspace, tmp_path: Path):
    lists = {
        "agreements": [content.agreement()],
        "groups": [content.group(1)],
        "meetings": [content.meeting(1, 1)],
        "minutes_versions": [
            {
                "id": 1,
                "meeting_id": 1,
                "number": 1,
                "finished_at": "2018-09-04T15:00:00+02:00",
                "content": content.MINUTES,
            }
        ],
    }
    content.taken_in(new, content.file(tmp_path, lists))
    (found,) = json.loads(content.dumped(new, tmp_path))["minutes_versions"]
    assert found["finished_at"] == "2018-09-04T13:00:00+00:00"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_a_mark_of_utf8_and_other_line_ends_are_read(
    new: Workspace, year_as_json: Path, mark: bytes, end: bytes
):
    data = year_as_json.read_bytes()
    year_as_json.write_bytes(mark + data.replace(b"\n", end))
    content.taken_in(new, year_as_json)
    assert content.dumped(new, year_as_json.parent) == data


# --- In ---


def test_what_is_brought_in_is_one_entry_that_can_be_undone(
    new: Workspace, year_as_json: Path, tmp_path: Path
):
    before = content.dumped(new, tmp_path)
    content.taken_in(new, year_as_json)
    label = "Importerade Samverkansavtal mellan Bildningsförvaltningen och Socialförvaltningen"
    assert [row.label for row in history.entries(new)] == [label]
    assert new.undo() == label
    assert content.dumped(new, tmp_path) == before
    new.redo()
    assert content.dumped(new, tmp_path) == year_as_json.read_bytes()


def test_pages_are_told_what_to_read_again(new: Workspace, year_as_json: Path):
    told = []
    new.events.subscribe(told.append)
    content.taken_in(new, year_as_json)
    (event,) = told
    assert {"agreement", "meeting", "decision"} <= event.rooms


def test_another_agreement_is_added_with_new_ids(new: Workspace, tmp_path: Path):
    first = {
        "agreements": [content.agreement(1, "ett")],
        "groups": [content.group(1), content.group(2, parent_id=1)],
        "meetings": [content.meeting(1, 2)],
    }
    second = {
        "agreements": [content.agreement(1, "två")],
        "groups": [content.group(5, parent_id=9), content.group(9)],
        "meetings": [content.meeting(1, 9)],
    }
    content.taken_in(new, content.file(tmp_path, first))
    content.taken_in(new, content.file(tmp_path, second))
    found = json.loads(content.dumped(new, tmp_path))
    assert [(row["id"], row["key"]) for row in found["agreements"]] == [(1, "ett"), (2, "två")]
    assert [(row["id"], row["agreement_id"], row["parent_id"]) for row in found["groups"]] == [
        (1, 1, None), (2, 1, 1), (3, 2, 4), (4, 2, None),
    ]  # fmt: skip
    assert [(row["id"], row["group_id"]) for row in found["meetings"]] == [(1, 2), (2, 4)]


def test_an_id_that_was_once_used_is_not_given_again(new: Workspace, tmp_path: Path):
    content.taken_in(new, content.file(tmp_path, {"agreements": [content.agreement(1, "ett")]}))
    content.taken_in(new, content.file(tmp_path, {"agreements": [content.agreement(1, "två")]}))
    new.undo()
    content.taken_in(new, content.file(tmp_path, {"agreements": [content.agreement(1, "tre")]}))
    found = json.loads(content.dumped(new, tmp_path))
    assert [(row["id"], row["key"]) for row in found["agreements"]] == [(1, "ett"), (3, "tre")]


def test_a_paper_that_is_there_already_is_kept_once(new: Workspace, tmp_path: Path):
    item = {
        "id": 1, "meeting_id": 1, "position": 1, "heading": "Punkt", "category": "report",
        "kind": "information", "origin": "own",
    }  # fmt: skip
    paper = {"id": 1, "item_id": 1, "title": "Bilaga", "state": "enclosed", **content.paper(b"x")}
    del paper["content"]
    for key in ("ett", "två"):
        lists = {
            "agreements": [content.agreement(1, key)],
            "groups": [content.group(1)],
            "meetings": [content.meeting(1, 1)],
            "agenda_items": [item],
            "attachments": [paper],
            "attachment_contents": [content.paper(b"x")],
        }
        content.taken_in(new, content.file(tmp_path, lists))
    found = json.loads(content.dumped(new, tmp_path))
    assert len(found["attachments"]) == 2
    assert found["attachment_contents"] == [content.paper(b"x")]


def test_an_agreement_that_is_there_already_is_refused(new: Workspace, year_as_json: Path, tmp_path: Path):
    content.taken_in(new, year_as_json)
    with pytest.raises(UserError) as refused:
        content.taken_in(new, year_as_json)
    title = "Samverkansavtal mellan Bildningsförvaltningen och Socialförvaltningen"
    assert refused.value.message == (
        f"Filen året.json, rad 7 (/agreements/0/key): avtalet {title} finns redan i arkivet; "
        "ta bort det ur filen, ge det en annan nyckel, eller läs in filen i ett nytt arkiv."
    )
    assert content.dumped(new, tmp_path) == year_as_json.read_bytes()
    assert len(history.entries(new)) == 1


def test_a_personal_identity_number_is_told_and_not_refused(new: Workspace, tmp_path: Path):
    path = content.file(tmp_path, {"agreements": [content.agreement(purpose=f"Om {NUMBER}")]})
    added = content.taken_in(new, path)
    assert added.identity_numbers == ("/agreements/0/purpose",)
    assert added.warning == (
        "Det ser ut att finnas personnummer i det som lästes in. Ta bort dem: /agreements/0/purpose."
    )


def test_the_first_of_many_places_are_named():
    places = tuple(f"/matters/{place}/text" for place in range(5))
    warning = Exchanged((), 0, 0, places).warning
    assert warning.endswith("/matters/0/text, /matters/1/text, /matters/2/text och 2 ställen till.")


@pytest.mark.parametrize(
    ("amount", "words"),
    [((0, 1), "0 avtal, 0 möten, 1 uppgift i allt"), ((1, 9), "1 avtal, 1 möte, 9 uppgifter i allt")],
)
def test_one_is_told_otherwise_than_many(amount: tuple[int, int], words: str):
    meetings, rows = amount
    assert Exchanged(("Avtal",) * meetings, meetings, rows).amount == words


def test_nothing_is_changed_when_it_is_stopped_half_way(new: Workspace, year_as_json: Path, tmp_path: Path):
    class Stop(Exception):
        pass

    def stop(done: int, total: int, _text: str) -> None:
        if done > total / 2:
            raise Stop

    before = content.dumped(new, tmp_path)
    with pytest.raises(Stop):
        exchange.bring_in(new, exchange.read(year_as_json), stop)
    assert content.dumped(new, tmp_path) == before
    assert new.undoable() == (None, None)
