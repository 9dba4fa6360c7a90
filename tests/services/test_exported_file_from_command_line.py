"""The command line and the files that are in its way."""

from pathlib import Path

import pytest

from samverkan_desktop.__main__ import main
from tests.services.year import Year

OK, REFUSED = 0, 2
Captured = pytest.CaptureFixture[str]


def run(*arguments: object) -> int:
    return main([str(each) for each in arguments])


def test_a_file_changed_by_hand_is_kept_and_the_new_one_laid_beside(
    capsys: Captured, held: Year, tmp_path: Path
):
    held.work.close()
    asked = ("export", held.path, "follow-up", "--to", tmp_path / "ut", "--year", "2018/2019")
    assert run(*asked) == OK
    path = Path(capsys.readouterr().out.strip())
    path.write_bytes(b"andrad")
    assert run(*asked, "--changed", "keep") == OK
    said = capsys.readouterr()
    assert said.out.strip() == str(path)
    assert said.err == f"{path.name} är ändrad för hand och behölls. Ingen ny version skrevs.\n"
    assert run(*asked) == OK
    said = capsys.readouterr()
    assert said.out.strip() == str(path.with_name("uppfoljning-2018-2019-2.pdf"))
    assert said.err.endswith("Den nya heter uppfoljning-2018-2019-2.pdf.\n")
    assert path.read_bytes() == b"andrad"


def test_to_write_over_it_is_not_offered(capsys: Captured, tmp_path: Path):
    path = tmp_path / "a.samverkan"
    assert run("export", path, "call", "--to", tmp_path, "--changed", "overwrite") == REFUSED
    assert capsys.readouterr().err == "Kommandot går inte att utföra, overwrite finns inte.\n"
