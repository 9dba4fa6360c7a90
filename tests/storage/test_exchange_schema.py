"""The published schema of the exchange file: as the models are, and as JSON Schema has it."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from samverkan_desktop import paths
from samverkan_desktop.models.registry import METADATA
from samverkan_desktop.services import exchange
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.storage import exchange_schema

RENEW = "the models or their words have changed: run packaging/renew_exchange_schema.py, commit what it wrote"
PUBLISHED = paths.resource("exchange", "samverkan.schema.json")
SCHEMA = exchange_schema.schema()


def properties(name: str) -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = SCHEMA["$defs"][name]["properties"]
    return found


@pytest.fixture
def played_json(played_work: Workspace, tmp_path: Path) -> Path:
    """The played year as an exchange file."""
    exchange.dump(played_work, tmp_path / "året.json")
    return tmp_path / "året.json"


def test_the_published_schema_is_as_the_models_are():
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == SCHEMA, RENEW


def test_it_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)


def test_another_reader_of_schemas_takes_what_the_program_writes(played_json: Path):
    validator = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
    assert list(validator.iter_errors(json.loads(played_json.read_text(encoding="utf-8")))) == []


def test_everything_is_in_it_but_the_journal_the_running_clock_and_the_files_of_this_computer():
    besides = {"journal_entry", "journal_change", "item_opening", "exported_file"}
    assert len(SCHEMA["$defs"]) == len(METADATA.tables.keys() - besides)


def test_a_group_is_called_as_everywhere_else():
    assert "groups" in SCHEMA["properties"]
    assert properties("meetings")["group_id"]["description"] == "The id of one of the groups."


def test_each_kind_of_thing_is_described():
    assert all(len(each["description"]) > 20 for each in SCHEMA["$defs"].values())


@pytest.mark.parametrize(
    ("name", "column", "wanted"),
    [
        ("agreements", "id", {"type": "integer"}),
        ("agreements", "title", {"type": "string"}),
        ("agreements", "ends", {"type": ["string", "null"], "format": "date"}),
        ("agreements", "working_year", {"enum": ["school_year", "calendar_year"]}),
        ("agreements", "words", {"type": "object"}),
        ("agreements", "signed", {"type": "string", "default": ""}),
        ("activities", "held", {"type": "boolean", "default": False}),
        ("measurements", "value", {"type": "number"}),
        ("distributions", "recipients", {"type": "array", "items": {"type": "string"}}),
        ("distributions", "sent_at", {"type": "string", "format": "date-time"}),
        ("attachment_contents", "content", {"type": "string", "contentEncoding": "base64"}),
    ],
)
def test_columns_are_described_by_their_types(name: str, column: str, wanted: dict[str, object]):
    found = properties(name)[column]
    assert {key: found[key] for key in wanted} == wanted


def test_what_may_be_missing_may_be_null_in_a_list_of_words():
    found = properties("agreements")["evaluation_outcome"]
    assert found["type"] == ["string", "null"]
    assert found["enum"][-1] is None  # type: ignore[index]  # plain data


def test_what_has_neither_default_nor_null_is_required():
    assert {"id", "group_id", "day", "status"} <= set(SCHEMA["$defs"]["meetings"]["required"])
    assert not {"place", "ends"} & set(SCHEMA["$defs"]["meetings"]["required"])
