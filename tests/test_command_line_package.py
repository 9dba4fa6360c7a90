"""Archive packages from the command line: made, checked, and what may be disposed of."""

from pathlib import Path

from tests.test_command_line import NOT_WELL, OK, Captured, refusal, run


def test_a_package_is_made_checked_and_found_out(capsys: Captured, played_year: Path, tmp_path: Path):
    assert run("package", played_year, "--to", tmp_path / "ut", "--year", "2018/2019") == OK
    told = capsys.readouterr().out.splitlines()
    path = Path(told[0])
    assert path == tmp_path / "ut" / "arkivpaket-trelleborg-2018-2019"
    assert told[1] == "Arkivpaketet innehåller 24 filer."
    assert run("verify", path) == OK
    whole = capsys.readouterr().out.splitlines()
    assert whole[0].startswith("Arkivpaketet är helt: ")
    assert whole[1] == told[2]
    (path / "index.csv").unlink()
    assert run("verify", path) == NOT_WELL
    assert capsys.readouterr().out.splitlines()[0] == "index.csv saknas."


def test_a_package_of_the_whole_agreement_may_be_a_zip(capsys: Captured, played_year: Path, tmp_path: Path):
    assert run("package", played_year, "--to", tmp_path, "--zip", "--agreement", "trelleborg") == OK
    path = Path(capsys.readouterr().out.splitlines()[0])
    assert path.name == "arkivpaket-trelleborg-hela-avtalet.zip"
    assert run("verify", path) == OK
    path.write_bytes(path.read_bytes()[:1000])
    assert run("verify", path) == NOT_WELL


def test_what_is_no_package_is_refused(capsys: Captured, tmp_path: Path):
    assert refusal(capsys, "verify", tmp_path).endswith(
        "är inget arkivpaket. Välj paketets mapp eller zip-fil."
    )


def test_a_package_of_a_year_without_anything_finished_is_refused(
    capsys: Captured, played_year: Path, tmp_path: Path
):
    said = refusal(capsys, "package", played_year, "--to", tmp_path / "ut", "--year", "2020/2021")
    assert said == "Inget dokument är färdigt, så det finns inget att lägga i ett arkivpaket."


def test_what_may_be_disposed_of_is_listed_a_line_each(capsys: Captured, played_year: Path):
    assert run("disposable", played_year) == OK
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 7
    assert lines[0].split("\t")[:4] == [
        "2021-01-01",
        "gallras efter 2 år",
        "2018-09-04",
        "Kallelse, Möte 1 av 6",
    ]
