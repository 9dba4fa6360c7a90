"""What an exchange file is refused for: the line, the place and the fault, and nothing has been changed."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.services import exchange
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.storage.exchange import VERSION
from tests.services import exchange_content as content
from tests.services.exchange_content import Document, agreement, group, meeting


def refusal(path: Path) -> str:
    """Read what is to be refused; return its one sentence."""
    with pytest.raises(UserError) as refused:
        exchange.read(path)
    message = refused.value.message
    assert message.endswith(".")
    assert "\n" not in message
    return message


def refused_text(folder: Path, text: str) -> str:
    (folder / "fel.json").write_text(text, encoding="utf-8")
    return refusal(folder / "fel.json")


def refused_lists(folder: Path, lists: Document) -> str:
    return refusal(content.file(folder, lists))


def small() -> Document:
    """Return an agreement with two groups and a meeting."""
    return {
        "agreements": [agreement()],
        "groups": [group(1), group(2)],
        "meetings": [meeting(1, 1)],
    }


# --- The text ---


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "rad 1: filen är tom"),
        (" \n\n", "filen är tom"),
        ("{", "rad 1: filen slutar mitt i; den är inte hel, så hämta den på nytt"),
        ('{"format": "samverkan-exchange",\n"version": 1', "rad 2: filen slutar mitt i"),
        ('{\n"format": "samverkan', "rad 2: texten som börjar vid tecken 11 slutar aldrig"),
        ('{\n"a" 1}', "rad 2: det går inte att läsa som JSON vid tecken 5"),
        ('{"a": 1,}', "rad 1: det går inte att läsa som JSON"),
        ("{'a': 1}", "rad 1: det går inte att läsa som JSON"),
        ('{"a": "rad\nbruten"}', "rad 1: det går inte att läsa som JSON"),
        ('{"a": 1} {"b": 2}', "rad 1: det går inte att läsa som JSON"),
        ("[" * 100_000, "för många nivåer"),
        ('{\n"a": NaN}', "rad 2 (/a): talet går inte att spara"),
        ('{"a": [1, -Infinity]}', "rad 1 (/a/1): talet går inte att spara"),
        ('{"a": 1e999}', "(/a): talet går inte att spara"),
        ('{"a": ' + "9" * 5000 + "}", "(/a): talet går inte att spara"),
        ('{"NaN": 1, "a": "NaN",\n"b": NaN}', "rad 2 (/b): talet går inte att spara"),
        ('{"a": 1,\n"a": 2}', "rad 2 (/a): nyckeln står två gånger"),
        ('{"a": [{"b": 1},\n{"b": 1, "c": [],\n"b": 2}]}', "rad 3 (/a/1/b): nyckeln står två gånger"),
        ('{"a":\n"\\ud83d"}', "rad 2: texten innehåller ett halvt tecken"),
        ("[]", 'rad 1: filen är ingen export från Samverkan: "format" ska vara "samverkan-exchange"'),
        ('"text"', "filen är ingen export från Samverkan"),
        ('{"version": 1}', "filen är ingen export från Samverkan"),
        ('{\n"format": "annat"}', "rad 2 (/format): filen är ingen export"),
        ('{"format": ["samverkan-exchange"]}', "(/format): filen är ingen export"),
        ('{"format": "samverkan-exchange"}', "nyckeln version saknas"),
        (
            f'{{"format": "samverkan-exchange",\n"version": {VERSION + 1}}}',
            "rad 2 (/version): filen är gjord med en nyare version av Samverkan; uppdatera programmet först",
        ),
        ('{"format": "samverkan-exchange", "version": "1"}', "(/version): värdet ska vara ett heltal"),
        ('{"format": "samverkan-exchange", "version": 0}', "(/version): talet ska vara mellan 1 och 3"),
        ('{"format": "samverkan-exchange", "version": true}', "(/version): värdet ska vara ett heltal"),
    ],
)
def test_a_text_that_is_no_exchange_file_is_refused(tmp_path: Path, text: str, sentence: str):
    assert sentence in refused_text(tmp_path, text)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (
            '{"a": "å"}'.encode("latin-1"),
            "Filen fel.json, rad 1: tecknen går inte att läsa. Spara filen i UTF-8.",
        ),
        ('{\n"a": "å"}'.encode("cp1252"), "Filen fel.json, rad 2: tecknen går inte att läsa."),
        ('{"a": 1}'.encode("utf-16"), "Filen fel.json är skriven i UTF-16. Spara den i UTF-8."),
        ('{"a": 1}'.encode("utf-16-le"), "skriven i UTF-16"),
        ('{"a": 1}'.encode("utf-16-be"), "skriven i UTF-16"),
        (b"\x89PNG\r\n\x1a\n\x00", "tecknen går inte att läsa"),
        (b"PK\x03\x04" + bytes(range(256)), "tecknen går inte att läsa"),
        (b"\x00" * 100, "det går inte att läsa som JSON"),
    ],
)
def test_another_encoding_is_told(tmp_path: Path, data: bytes, sentence: str):
    (tmp_path / "fel.json").write_bytes(data)
    assert sentence in refusal(tmp_path / "fel.json")


def test_an_archive_is_told_from_a_file(new: Workspace):
    assert refusal(new.path) == "nytt.samverkan är ett arkiv, ingen JSON-fil. Öppna det i stället."


@pytest.mark.parametrize(("name", "sentence"), [("saknas.json", "finns inte"), ("", "är en mapp")])
def test_a_file_that_is_not_there_is_told(tmp_path: Path, name: str, sentence: str):
    with pytest.raises(EnvironmentFault, match=sentence):
        exchange.read(tmp_path / name)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_file_that_was_cut_off_is_refused(tmp_path: Path, played_work: Workspace, share: float):
    exchange.dump(played_work, tmp_path / "hel.json")
    data = (tmp_path / "hel.json").read_bytes()
    (tmp_path / "kapad.json").write_bytes(data[: int(len(data) * share)])
    assert re.search(r"slutar (mitt i|aldrig)|tecknen går inte", refusal(tmp_path / "kapad.json"))


def test_what_a_key_of_a_stranger_does_is_shown_shortened(tmp_path: Path):
    message = refused_lists(tmp_path, {"x\n\u202e" * 1000: []})
    assert message.endswith("nyckeln x??x??x??x??x??x??x??x??x??x??x??x??x??x… är okänd.")


# --- The shape ---

WRONG: list[tuple[str, str, object, str]] = [
    ("agreements", "id", "1", "(/agreements/0/id): värdet ska vara ett heltal"),
    ("agreements", "id", 0, "(/agreements/0/id): talet ska vara mellan 1 och 9007199254740991"),
    ("agreements", "id", 1.5, "värdet ska vara ett heltal"),
    ("agreements", "id", True, "värdet ska vara ett heltal"),
    ("agreements", "id", None, "värdet ska vara ett heltal"),
    ("agreements", "id", 10**19, "talet ska vara mellan 1 och 9007199254740991"),
    ("agreements", "title", 5, "(/agreements/0/title): värdet ska vara text"),
    ("agreements", "title", None, "värdet ska vara text"),
    ("agreements", "ends", 2018, "(/agreements/0/ends): värdet ska vara text eller null"),
    ("agreements", "starts", "i höstas", "(/agreements/0/starts): värdet ska vara ett datum som 2018-09-04"),
    ("agreements", "starts", "2018-02-30", "värdet ska vara ett datum"),
    ("agreements", "starts", "20180901", "värdet ska vara ett datum"),
    ("agreements", "starts", "2018-W36-2", "värdet ska vara ett datum"),
    ("agreements", "starts", "9999-12-31", "värdet ska vara ett datum"),
    ("agreements", "starts", "2018-09-04\n", "värdet ska vara ett datum"),
    ("agreements", "starts", "２０１８-09-04", "värdet ska vara ett datum"),
    ("agreements", "kind", "pakt", "okänt värde; tillåtna är collaboration_agreement, joint_agreement"),
    ("agreements", "evaluation_outcome", "bra", "null"),
    ("agreements", "words", [], "(/agreements/0/words): värdet ska vara ett objekt"),
    ("agreements", "titel", "x", "(/agreements/0/titel): nyckeln titel är okänd"),
    ("agreements", "year_starts", "30-02", "(/agreements/0/year_starts): årets första dag skrivs som 07-01"),
    ("agreements", "ends", "2018-06-30", "(/agreements/0/ends): avtalet slutar innan det börjar"),
    ("agreements", "words", {"hus": "x"}, "(/agreements/0/words/hus): ordet finns inte; tillåtna är party"),
    ("agreements", "words", {"party": 1}, "(/agreements/0/words/party): ordet ska vara text"),
    ("meetings", "starts", "kl. 13", "(/meetings/0/starts): värdet ska vara en tid på dagen som 13:00"),
    ("meetings", "starts", "13:00+02:00", "värdet ska vara en tid på dagen"),
    ("meetings", "starts", "24:00", "värdet ska vara en tid på dagen"),
    ("groups", "agreement_id", 7, "(/groups/0/agreement_id): 7 finns inte i agreements"),
    ("groups", "parent_id", 1, "(/groups/0/parent_id): hänvisningen går runt i en cirkel"),
    ("groups", "id", 2, "(/groups/1/id): 2 finns redan i listan"),
    ("groups", "key", "grupp-2", "(/groups/1/key): nyckeln är redan tagen"),
    ("meetings", "area_id", 4, "(/meetings/0/area_id): 4 finns inte i areas"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "column", "value", "sentence"), WRONG)
def test_a_wrong_value_is_refused_at_its_place(
    tmp_path: Path, name: str, column: str, value: object, sentence: str
):
    lists = small()
    lists[name][0][column] = value
    assert sentence in refused_lists(tmp_path, lists)


@pytest.mark.parametrize(
    ("lists", "sentence"),
    [
        ({"möten": []}, "(/möten): nyckeln möten är okänd"),
        ({"meetings": {}}, "(/meetings): värdet ska vara en lista"),
        ({"meetings": [7]}, "(/meetings/0): värdet ska vara ett objekt"),
        ({"meetings": [{}]}, "(/meetings/0): nyckeln id saknas"),
        ({"meetings": None}, "(/meetings): värdet ska vara en lista"),
    ],
)
def test_a_wrong_list_is_refused(tmp_path: Path, lists: Document, sentence: str):
    assert sentence in refused_lists(tmp_path, lists)


def test_the_line_is_that_of_the_value(tmp_path: Path):
    lists = small()
    lists["meetings"][0]["day"] = "i morgon"
    path = content.file(tmp_path, lists)
    line = next(number for number, text in enumerate(path.read_text().splitlines(), 1) if "i morgon" in text)
    assert refusal(path).startswith(f"Filen arkiv.json, rad {line} (/meetings/0/day): ")


def test_an_instant_without_a_zone_is_refused(tmp_path: Path):
    version = {"id": 1, "meeting_id": 1, "number": 1, "content": content.MINUTES}
    lists = {**small(), "minutes_versions": [{**version, "finished_at": "2018-09-04T13:00:00"}]}
    sentence = "värdet ska vara en tidpunkt med tidszon som 2018-09-04T11:00:00+00:00"
    assert sentence in refused_lists(tmp_path, lists)


def test_what_is_open_may_not_go_too_deep(tmp_path: Path):
    deep: Any = "botten"
    for _ in range(60):
        deep = [deep]
    lists = small()
    lists["agreements"][0]["words"] = {"party": deep}
    assert "(/agreements/0/words): värdet har för många nivåer inuti varandra" in refused_lists(
        tmp_path, lists
    )


# --- How it hangs together ---


def decision(identity: int, superseded_by: int | None) -> Document:
    return {
        "id": identity, "meeting_id": 1, "item_id": 1, "sequence": identity, "number": str(identity),
        "kind": "decision", "text": "x", "superseded_by_id": superseded_by,
    }  # fmt: skip


ITEM = {
    "id": 1, "meeting_id": 1, "position": 1, "heading": "Punkt", "category": "report", "kind": "information",
    "origin": "own",
}  # fmt: skip


def test_decisions_that_supersede_one_another_in_a_circle_are_refused(tmp_path: Path):
    decisions = [decision(1, 2), decision(2, 3), decision(3, 1)]
    lists = {**small(), "agenda_items": [ITEM], "decisions": decisions}
    assert "/superseded_by_id): hänvisningen går runt i en cirkel" in refused_lists(tmp_path, lists)


def test_decisions_that_two_have_superseded_are_no_circle(tmp_path: Path):
    decisions = [decision(1, 3), decision(2, 3), decision(3, None)]
    path = content.file(tmp_path, {**small(), "agenda_items": [ITEM], "decisions": decisions})
    assert len(exchange.read(path).content["decisions"]) == 3


def test_groups_that_answer_to_one_another_in_a_circle_are_refused(tmp_path: Path):
    answers = [{"id": 1, "group_id": 1, "superior_id": 2}, {"id": 2, "group_id": 2, "superior_id": 1}]
    assert "/superior_id): hänvisningen går runt i en cirkel" in refused_lists(
        tmp_path, {**small(), "group_superiors": answers}
    )


def test_a_group_may_answer_to_two(tmp_path: Path):
    answers = [
        {"id": place, "group_id": lower, "superior_id": upper}
        for place, (lower, upper) in enumerate([(3, 1), (3, 2), (2, 1)], 1)
    ]
    lists = {**small(), "group_superiors": answers}
    lists["groups"].append(group(3))
    assert len(exchange.read(content.file(tmp_path, lists)).content["group_superiors"]) == 3


def test_a_part_of_two_agreements_is_refused(tmp_path: Path):
    lists = {
        "agreements": [agreement(1, "ett"), agreement(2, "två")],
        "groups": [group(1, 1)],
        "parties": [{"id": 1, "agreement_id": 2, "key": "p", "position": 1, "name": "Part"}],
        "seats": [
            {
                "id": 1, "group_id": 1, "party_id": 1, "key": "s", "position": 1, "function": "Chef",
                "attendance": "every", "grade": "must",
            }
        ],
    }  # fmt: skip
    assert "(/seats/0/party_id): 1 hör till ett annat avtal än group_id" in refused_lists(tmp_path, lists)


def test_a_group_may_answer_to_one_in_another_agreement(tmp_path: Path):
    lists = {
        "agreements": [agreement(1, "ett"), agreement(2, "två")],
        "groups": [group(1, 1), group(2, 2)],
        "group_superiors": [{"id": 1, "group_id": 1, "superior_id": 2}],
    }
    assert exchange.read(content.file(tmp_path, lists)).titles == ("Avtalet ett", "Avtalet två")


def test_two_agreements_of_one_key_are_refused(tmp_path: Path):
    lists = {"agreements": [agreement(1, "ett"), agreement(2, "ett")]}
    assert "(/agreements/1/key): nyckeln är redan tagen" in refused_lists(tmp_path, lists)


def test_groups_of_two_agreements_may_have_one_key(tmp_path: Path):
    lists = {
        "agreements": [agreement(1, "ett"), agreement(2, "två")],
        "groups": [group(1, 1, key="styrgrupp"), group(2, 2, key="styrgrupp")],
    }
    assert len(exchange.read(content.file(tmp_path, lists)).content["groups"]) == 2


PAPER = {"id": 1, "item_id": 1, "title": "Bilaga", "state": "enclosed"}
SOUND = content.paper(b"x")


@pytest.mark.parametrize(
    ("papers", "contents", "sentence"),
    [
        ([{**PAPER, "sha256": "ab"}], [], "(/attachments/0/sha256): filens innehåll finns inte"),
        ([], [{**SOUND, "content": "åäö"}], "/content): innehållet ska vara skrivet i base64"),
        ([], [{**SOUND, "content": "e A=="}], "/content): innehållet ska vara skrivet i base64"),
        ([], [{**SOUND, "content": "eA"}], "/content): innehållet ska vara skrivet i base64"),
        ([], [{**SOUND, "content": "eQ=="}], "/sha256): summan stämmer inte med filens innehåll"),
        ([], [SOUND, SOUND], "(/attachment_contents/1/sha256): "),
    ],
)  # fmt: skip
def test_papers_that_are_not_whole_are_refused(
    tmp_path: Path, papers: list[Document], contents: list[Document], sentence: str
):
    lists = {**small(), "agenda_items": [ITEM], "attachments": papers, "attachment_contents": contents}
    assert sentence in refused_lists(tmp_path, lists)


# --- What it means ---


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"kind": "flyg"}, "(/obligations/0/kind): slaget finns inte; tillåtna är "),
        ({"group_key": "annan"}, "(/obligations/0/group_key): avtalet har ingen grupp med den nyckeln"),
        ({"parameters": {"count": 0}}, "(/obligations/0/parameters/count): "),
        ({"parameters": {}}, "(/obligations/0/parameters): "),
        ({"parameters": {"count": 6, "antal": 6}}, "/parameters/antal): okänd parameter antal"),
        ({"parameters": {"count": "sex"}}, "count ska vara ett heltal, inte text"),
    ],
)
def test_an_obligation_without_meaning_is_refused(tmp_path: Path, wrong: Document, sentence: str):
    obligation = {
        "id": 1, "agreement_id": 1, "clause_id": 1, "position": 1, "kind": "meeting_frequency",
        "group_key": "grupp-1", "parameters": {"count": 6}, **wrong,
    }  # fmt: skip
    lists = {
        **small(),
        "agreement_versions": [{"id": 1, "agreement_id": 1, "number": 1, "since": "2018-07-01"}],
        "clauses": [
            {
                "id": 1, "agreement_id": 1, "version_id": 1, "position": 1, "reference": "T14",
                "heading": "Möten", "text": "Sex möten.",
            }
        ],
        "obligations": [obligation],
    }  # fmt: skip
    assert sentence in refused_lists(tmp_path, lists)


@pytest.mark.parametrize(
    "wrong", [{}, {"day": "i går"}, {"items": [{"number": "1"}]}, {"starts": "kl. 13"}, {"present": [1]}]
)
def test_finished_minutes_that_cannot_be_read_are_refused(tmp_path: Path, wrong: Document):
    version = {"id": 1, "meeting_id": 1, "number": 1, "finished_at": "2018-09-04T13:00:00Z"}
    minutes = {**content.MINUTES, **wrong} if wrong else {}
    lists = {**small(), "minutes_versions": [{**version, "content": minutes}]}
    sentence = "(/minutes_versions/0/content): de färdiga anteckningarna går inte att läsa"
    assert sentence in refused_lists(tmp_path, lists)


def test_reading_touches_no_archive(new: Workspace, tmp_path: Path):
    before = content.dumped(new, tmp_path)
    lists = small()
    del lists["groups"][0]["name"]
    assert "(/groups/0): nyckeln name saknas" in refused_lists(tmp_path, lists)
    assert content.dumped(new, tmp_path) == before
    assert json.loads(before)["agreements"] == []
