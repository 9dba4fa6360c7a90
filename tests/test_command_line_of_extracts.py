"""Extracts of single decisions from the command line."""

import shutil
from pathlib import Path

import pytest

from samverkan_desktop.__main__ import OK, REFUSED, main


@pytest.fixture
def year(played_year: Path, tmp_path: Path) -> Path:
    """The example year in a copy."""
    path = tmp_path / "kopia.samverkan"
    shutil.copyfile(played_year, path)
    return path


def run(year: Path, folder: Path, number: str) -> int:
    return main(["export", str(year), "extract", "--to", str(folder), "--decision", number])


def test_an_extract_is_written_of_one_decision(year: Path, tmp_path: Path):
    assert run(year, tmp_path / "ut", "2018/19-02") == OK
    (made,) = (tmp_path / "ut").iterdir()
    assert "-utdrag-ur-" in made.name


def test_an_extract_of_a_decision_that_is_not_there_is_refused(
    year: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert run(year, tmp_path / "ut", "§ 99") == REFUSED
    assert capsys.readouterr().err == "Det finns inget beslut med nummer § 99.\n"
