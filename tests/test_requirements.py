"""The table of requirements: every one stands in it, and every test it names is there."""

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from samverkan_desktop.rules.registry import KINDS

_TESTS = Path(__file__).parent
_TEXT = (_TESTS.parent / "docs" / "requirements.md").read_text(encoding="utf-8")
_ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in _TEXT.splitlines()
    if re.match(r"\| (?:T|B|S|L|ST)\d\d \|", line)
]
_PROOFS = sorted(set(re.findall(r"`([\w/]+\.py)::(\w+)`", _TEXT)))


@cache
def names_in(name: str) -> frozenset[str]:
    tree = ast.parse((_TESTS / name).read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize(("letters", "count"), [("T", 27), ("B", 20), ("S", 23), ("L", 14), ("ST", 21)])
def test_every_requirement_stands_once_in_order(letters: str, count: int):
    own = [row[0] for row in _ROWS if re.fullmatch(rf"{letters}\d\d", row[0])]
    assert own == [f"{letters}{number:02}" for number in range(1, count + 1)]


def test_every_requirement_says_what_answers_it_and_names_a_proof():
    for row in _ROWS:
        assert len(row) == 4, row[0]
        assert all(row), row[0]
        assert re.search(r"\.py::test_", row[3]), row[0]


@pytest.mark.parametrize(("name", "test"), _PROOFS)
def test_every_test_named_is_there(name: str, test: str):
    assert test in names_in(name)


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`(services/(?!test_)\w+)", _TEXT))))
def test_every_module_named_is_there(name: str):
    assert (_TESTS.parent / "samverkan_desktop" / f"{name}.py").is_file()


def test_every_kind_named_is_one():
    named = Counter(
        kind
        for row in _ROWS
        for kinds in re.findall(r"kinds? ((?:`\w+`(?:, )?)+)", row[2])
        for kind in re.findall(r"`(\w+)`", kinds)
    )
    assert named
    assert set(named) <= set(KINDS)
