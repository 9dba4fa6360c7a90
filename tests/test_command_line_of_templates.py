"""The command line of document templates: tried, set, listed, used and taken away."""

import shutil
from pathlib import Path

import pytest

from samverkan_desktop.__main__ import main
from tests.documents import templates, word
from tests.test_command_line import refusal, run

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def own(played_year: Path, tmp_path: Path) -> Path:
    """The example year in a copy of its own."""
    path = tmp_path / "året.samverkan"
    shutil.copyfile(played_year, path)
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Brevmall åäö.dotx"
    path.write_bytes(templates.dotx(templates.bytes_of(templates.english())))
    return path


def said(captured: Captured) -> str:
    return captured.readouterr().out.strip()


def header(path: str) -> str:
    return word.opened(Path(path).read_bytes()).sections[0].header.paragraphs[0].text


def test_a_template_is_tried_without_an_archive(file: Path, tmp_path: Path, capsys: Captured):
    assert run("template", "try", file, "--to", tmp_path / "ut", "--document", "call") == 0
    assert header(said(capsys)).startswith("Ekköpings kommun")


def test_a_template_is_set_listed_used_and_removed(
    own: Path,
    file: Path,
    tmp_path: Path,
    capsys: Captured,
):
    assert run("template", "set", own, file) == 0
    assert said(capsys) == "Mallen Brevmall åäö.dotx används nu: Alla dokument."
    assert run("template", "list", own) == 0
    assert said(capsys).startswith("all\tBrevmall åäö.dotx\t20")
    out = ("--to", tmp_path / "ut", "--format", "docx", "--year", "2018/2019")
    assert run("export", own, "decisions", *out) == 0
    assert header(said(capsys)).startswith("Ekköpings kommun")
    assert run("template", "remove", own) == 0
    assert run("template", "list", own) == 0
    assert said(capsys) == "Mallen Brevmall åäö.dotx är borttagen."


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("remove",), "Ingen mall är vald: Alla dokument. Se efter med template list."),
        (("remove", "--document", "calendar"), "calendar finns inte som Word-fil."),
        (("list", "--agreement", "okänt"), "Arkivet har inget avtal okänt."),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(
    own: Path,
    arguments: tuple[str, ...],
    sentence: str,
    capsys: Captured,
):
    verb, *others = arguments
    assert refusal(capsys, "template", verb, own, *others).startswith(sentence)


def test_a_file_that_is_no_template_is_refused(own: Path, tmp_path: Path, capsys: Captured):
    wrong = tmp_path / "mall.docm"
    wrong.write_bytes(b"PK\x03\x04 rubbish")
    assert "mall.docm är skadad" in refusal(capsys, "template", "set", own, wrong)


def test_a_verb_that_is_missing_is_told(capsys: Captured):
    assert main(["template"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
