"""The command line: what each command says, writes and answers, and how it refuses."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from samverkan_desktop import __version__, paths
from samverkan_desktop.__main__ import main
from samverkan_desktop.services import archive

OK, NOT_WELL, REFUSED = 0, 1, 2
DOCUMENTED = {
    "rule", "status", "clause", "source", "group", "period", "required", "actual", "evidence", "message",
}  # fmt: skip
STATUSES = {"breached", "at_risk", "upcoming", "fulfilled", "not_due", "not_countable"}

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def year(played_year: Path, tmp_path: Path) -> Path:
    """The example year in a copy."""
    path = tmp_path / "kopia av året.samverkan"
    shutil.copyfile(played_year, path)
    return path


def run(*arguments: object) -> int:
    return main([str(each) for each in arguments])


def refusal(captured: Captured, *arguments: object) -> str:
    """Run what is to be refused; return its one sentence."""
    assert run(*arguments) == REFUSED
    said = captured.readouterr()
    assert said.out == ""
    assert said.err.endswith((".\n", "?\n"))
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err
    return said.err.strip()


def process(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "samverkan_desktop", *(str(each) for each in arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=os.environ | environment, check=False
    )


# --- Usage ---


def test_the_version_is_told(capsys: Captured):
    assert run("--version") == OK
    assert capsys.readouterr().out.strip() == __version__


def test_help_names_every_command(capsys: Captured):
    assert run("--help") == OK
    text = capsys.readouterr().out
    for name in ("demo", "presets", "adopt", "check", "export", "backup", "restore", "verify", "self-test"):
        assert name in text
    for name in ("dump", "import", "save-preset", "agreements", "package", "disposable"):
        assert name in text


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("check",), "Kommandot går inte att utföra, det saknas: ARKIV."),
        (("export", "a.samverkan", "call"), "Kommandot går inte att utföra, det saknas: --to."),
        (("demo",), "Kommandot går inte att utföra, det saknas: --out."),
        (("verify", "a", "b"), "Kommandot går inte att utföra, okänt på kommandoraden: b."),
        (("flyg", "a"), "Kommandot går inte att utföra, flyg finns inte."),
        (("--flyg",), "Kommandot går inte att utföra, det saknas: KOMMANDO."),
        (("check", "a.samverkan", "--on"), "Kommandot går inte att utföra, --on saknar sitt värde."),
        (
            ("export", "a.samverkan", "call", "--to", "ut", "--meeting", "tre"),
            "Kommandot går inte att utföra, --meeting ska vara ett heltal, inte tre.",
        ),
    ],
)
def test_bad_usage_is_one_sentence(capsys: Captured, arguments: tuple[str, ...], sentence: str):
    assert refusal(capsys, *arguments) == sentence


# --- Files that cannot be used ---


def commands(path: Path, folder: Path) -> dict[str, tuple[object, ...]]:
    return {
        "check": ("check", path),
        "export": ("export", path, "call", "--to", folder / "ut"),
        "backup": ("backup", path, folder / "kopia.samverkan"),
        "verify": ("verify", path),
    }


@pytest.mark.parametrize("command", ["check", "export", "backup", "verify"])
def test_a_missing_archive_is_refused(capsys: Captured, tmp_path: Path, command: str):
    path = tmp_path / "saknas.samverkan"
    sentence = refusal(capsys, *commands(path, tmp_path)[command])
    assert str(path) in sentence
    assert "finns inte" in sentence
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["check", "export", "backup", "verify"])
def test_a_file_that_is_no_archive_is_refused(capsys: Captured, tmp_path: Path, command: str):
    path = tmp_path / "brev.samverkan"
    path.write_text("Hej!", encoding="utf-8")
    sentence = refusal(capsys, *commands(path, tmp_path)[command])
    assert sentence == "Filen brev.samverkan är inte ett arkiv från Samverkan. Välj en annan fil."
    assert path.read_text(encoding="utf-8") == "Hej!"


@pytest.mark.parametrize("command", ["check", "export", "backup"])
def test_a_damaged_archive_is_refused(capsys: Captured, year: Path, tmp_path: Path, command: str):
    damage(year)
    before = year.read_bytes()
    sentence = refusal(capsys, *commands(year, tmp_path)[command])
    assert "kopia av året.samverkan är skadat" in sentence
    assert year.read_bytes() == before


def test_a_damaged_archive_does_not_verify(capsys: Captured, year: Path):
    damage(year)
    assert run("verify", year) == NOT_WELL
    assert "skadat" in capsys.readouterr().out


def damage(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:40960] = b"\xff" * (40960 - 4096)
    path.write_bytes(data)


def test_a_folder_is_no_archive(capsys: Captured, tmp_path: Path):
    assert "är en mapp. Välj en arkivfil." in refusal(capsys, "check", tmp_path)


# --- Presets and adopt ---


def test_the_presets_are_listed_with_their_names(capsys: Captured):
    assert run("presets") == OK
    lines = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert [
        "trelleborg",
        "Trelleborgsmodellen",
        "Samverkansavtal mellan Bildningsförvaltningen och Socialförvaltningen",
    ] in lines


def test_adopting_makes_the_archive_when_it_is_missing(capsys: Captured, tmp_path: Path):
    path = tmp_path / "mapp" / "vårt.samverkan"
    assert run("adopt", path, "trelleborg") == OK
    assert capsys.readouterr().out == f"Avtalet är inlagt i {path}.\n"
    assert run("verify", path) == OK


def test_adopting_twice_is_refused(capsys: Captured, tmp_path: Path):
    path = tmp_path / "vårt.samverkan"
    run("adopt", path, "trelleborg")
    capsys.readouterr()
    assert refusal(capsys, "adopt", path, "trelleborg").endswith("finns redan i arkivet.")
    assert archive.verify(path) == []


def test_adopting_into_an_archive_that_is_open_is_refused(capsys: Captured, year: Path):
    from samverkan_desktop.clock import SystemClock

    work = archive.open_archive(year, SystemClock(), keep_backups=False)
    assert "Arkivet är redan öppet" in refusal(capsys, "adopt", year, "trelleborg")
    work.close()


def test_an_archive_of_another_ending_is_refused(capsys: Captured, tmp_path: Path):
    path = tmp_path / "vårt.db"
    sentence = refusal(capsys, "adopt", path, "trelleborg")
    assert sentence == "vårt.db är inget arkivnamn. Arkiv slutar på .samverkan."
    assert not path.exists()


def test_an_unknown_preset_is_refused_and_leaves_no_archive(capsys: Captured, tmp_path: Path):
    path = tmp_path / "vårt.samverkan"
    sentence = refusal(capsys, "adopt", path, "finns-inte")
    assert sentence.startswith("Det finns ingen mall eller fil som heter finns-inte. Mallar: ")
    assert not path.exists()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("format = 1\n[agreement\n", "rad 2: raden går inte att läsa"),
        ("format = 2\n", "rad 1: format ska vara 1"),
        ('format = 1\n[agreement]\nkey = "x"\n', "rad 2: parametern name saknas"),
    ],
)
def test_a_bad_preset_is_refused_with_its_line(capsys: Captured, tmp_path: Path, text: str, sentence: str):
    source, path = tmp_path / "avtal.toml", tmp_path / "vårt.samverkan"
    source.write_text(text, encoding="utf-8")
    said = refusal(capsys, "adopt", path, source)
    assert said.startswith("Avtalsfilen avtal.toml, ")
    assert sentence in said
    assert not path.exists()


def test_an_unknown_kind_of_obligation_is_refused_at_its_line(capsys: Captured, tmp_path: Path):
    shipped = paths.resource("agreements", "trelleborg.toml").read_text(encoding="utf-8")
    text = shipped.replace('kind = "vacancy"', 'kind = "flyg"')
    line = next(number for number, each in enumerate(text.splitlines(), 1) if 'kind = "flyg"' in each)
    source = tmp_path / "avtal.toml"
    source.write_text(text, encoding="utf-8")
    said = refusal(capsys, "adopt", tmp_path / "vårt.samverkan", source)
    assert said.startswith(f"Avtalsfilen avtal.toml, rad {line}: slaget flyg finns inte; tillåtna slag är")


# --- Check ---


def test_an_agreement_is_saved_as_a_preset_that_can_be_adopted(capsys: Captured, year: Path, tmp_path: Path):
    file = tmp_path / "vår mall.toml"
    assert run("save-preset", year, "trelleborg", file) == OK
    assert capsys.readouterr().out == f"Avtalet ligger som mall i {file}.\n"
    assert run("adopt", tmp_path / "nytt.samverkan", file) == OK


def test_an_agreement_that_is_not_there_is_not_saved(capsys: Captured, year: Path, tmp_path: Path):
    sentence = refusal(capsys, "save-preset", year, "solna", tmp_path / "mall.toml")
    assert sentence.startswith("Arkivet har inget avtal solna.")
    assert not (tmp_path / "mall.toml").exists()


def test_a_year_in_order_answers_zero(capsys: Captured, year: Path):
    assert run("check", year, "--on", "2019-06-30") == OK
    lines = capsys.readouterr().out.splitlines()
    assert any(line.split()[:3] == ["Uppfyllt", "T14", "R05"] for line in lines)
    assert lines[0].startswith("Kommande")


def test_a_breach_answers_one(capsys: Captured, year: Path):
    assert run("check", year, "--on", "2019-12-31") == NOT_WELL
    first = capsys.readouterr().out.splitlines()[0]
    assert first.startswith("Inte uppfyllt")
    assert first.endswith("Uppdraget U7 skulle redovisas 2019-10-15.")


def test_findings_as_json_have_the_documented_shape(capsys: Captured, year: Path):
    assert run("check", year, "--on", "2019-12-31", "--json") == NOT_WELL
    found = json.loads(capsys.readouterr().out)
    assert len(found) > 50
    for finding in found:
        assert DOCUMENTED <= finding.keys() <= DOCUMENTED | {"mend", "grade", "agreement"}
        assert finding["status"] in STATUSES
        assert isinstance(finding["required"], str | int)
        assert isinstance(finding["actual"], str | int)
        for each in finding["evidence"]:
            assert each.keys() == {"kind", "id", "label", "date"}


def test_json_says_what_was_demanded_and_what_was_done(capsys: Captured, year: Path):
    run("check", year, "--on", "2019-06-30", "--json")
    found = json.loads(capsys.readouterr().out)
    (held,) = [each for each in found if each["rule"] == "R05"]
    assert (held["required"], held["actual"], held["status"]) == (6, 6, "fulfilled")
    assert (held["clause"], held["group"], held["period"]) == ("T14", "Styrgruppen", "2018/2019")
    assert [each["date"] for each in held["evidence"]][:2] == ["2018-09-04", "2018-10-16"]
    assert held["source"].startswith("Styrgruppen har sex möte per läsår")


def test_an_archive_without_an_agreement_has_nothing_to_check(capsys: Captured, tmp_path: Path):
    path = tmp_path / "tomt.samverkan"
    archive.create_archive(path)
    assert run("check", path) == OK
    assert capsys.readouterr().out == "Det finns inga åtaganden att pröva.\n"


@pytest.mark.parametrize("day", ["igår", "2019-13-01", "04/09/2018"])
def test_what_is_no_day_is_refused(capsys: Captured, year: Path, day: str):
    assert refusal(capsys, "check", year, "--on", day) == f"{day} är inget datum. Skriv som 2018-09-04."


def test_checking_does_not_touch_the_archive(year: Path):
    before, beside = year.read_bytes(), sorted(year.parent.iterdir())
    run("check", year)
    assert year.read_bytes() == before
    assert sorted(year.parent.iterdir()) == beside


# --- Export ---


@pytest.mark.parametrize(
    ("kind", "number", "ending"),
    [
        ("call", 7, ".pdf"),
        ("agenda", 7, ".pdf"),
        ("minutes", 7, ".docx"),
        ("commission", 7, ".docx"),
        ("calendar", 1, ".ics"),
        ("follow-up", 1, ".pdf"),
    ],
)
def test_documents_of_a_year(
    capsys: Captured, year: Path, tmp_path: Path, kind: str, number: int, ending: str
):
    assert run("export", year, kind, "--to", tmp_path / "ut", "--year", "2018/2019") == OK
    written = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert len(written) == number
    assert sorted(written) == sorted((tmp_path / "ut").iterdir())
    assert {file.suffix for file in written} == {ending}


def test_a_year_may_be_written_short(capsys: Captured, year: Path, tmp_path: Path):
    assert run("export", year, "agenda", "--to", tmp_path / "ut", "--year", "2018/19") == OK
    assert len(capsys.readouterr().out.splitlines()) == 7


def test_one_meetings_document(capsys: Captured, year: Path, tmp_path: Path):
    assert run("export", year, "minutes", "--to", tmp_path, "--meeting", 3) == OK
    assert capsys.readouterr().out.strip() == str(tmp_path / "2018-12-04-minnesanteckningar-styrgrupp.docx")


def test_an_unknown_kind_is_refused(capsys: Captured, year: Path, tmp_path: Path):
    sentence = refusal(capsys, "export", year, "brev", "--to", tmp_path)
    assert sentence.startswith("Slaget brev finns inte. Välj bland call, agenda, script, minutes,")


def test_an_unknown_meeting_is_refused(capsys: Captured, year: Path, tmp_path: Path):
    sentence = refusal(capsys, "export", year, "call", "--to", tmp_path / "ut", "--meeting", 99)
    assert sentence == "Det finns inget möte med nummer 99 i arkivet."
    assert not (tmp_path / "ut").exists()


@pytest.mark.parametrize("kind", ["call", "agenda", "minutes", "commission", "calendar", "follow-up"])
@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        ("2025/2026", "2025/2026 ligger utanför avtalets tid."),
        ("2018", "Året 2018 går inte att läsa. Skriv det som 2018/2019."),
        ("förra", "Året förra går inte att läsa. Skriv det som 2018/2019."),
    ],
)
def test_a_wrong_year_is_refused(
    capsys: Captured, year: Path, tmp_path: Path, kind: str, label: str, sentence: str
):
    said = refusal(capsys, "export", year, kind, "--to", tmp_path / "ut", "--year", label)
    assert said.startswith(sentence)
    assert not (tmp_path / "ut").exists()


def test_a_year_without_documents_is_refused(capsys: Captured, year: Path, tmp_path: Path):
    sentence = refusal(capsys, "export", year, "minutes", "--to", tmp_path / "ut", "--year", "2020/2021")
    assert sentence == "Det finns inget av det slaget att skriva ut för 2020/2021."


def test_an_archive_without_an_agreement_has_nothing_to_export(capsys: Captured, tmp_path: Path):
    path = tmp_path / "tomt.samverkan"
    archive.create_archive(path)
    sentence = refusal(capsys, "export", path, "call", "--to", tmp_path / "ut")
    assert sentence == "Arkivet har inget avtal. Lägg in ett avtal från en mall först."


def test_a_folder_that_is_a_file_is_refused(capsys: Captured, year: Path, tmp_path: Path):
    taken = tmp_path / "ut"
    taken.write_text("en fil")
    assert refusal(capsys, "export", year, "call", "--to", taken)
    assert taken.read_text() == "en fil"


# --- The exchange file ---


def test_an_archive_goes_out_as_json_and_comes_in_again(capsys: Captured, year: Path, tmp_path: Path):
    first, second = tmp_path / "ett.json", tmp_path / "två.json"
    path = tmp_path / "nytt.samverkan"
    assert run("dump", year, first) == OK
    assert run("import", path, first) == OK
    assert run("dump", path, second) == OK
    assert second.read_bytes() == first.read_bytes()
    written, added, _again = capsys.readouterr().out.splitlines()
    assert written.startswith(f"{first} innehåller arkivet: 1 avtal, 13 möten, ")
    assert added.startswith(f"{path} har fått 1 avtal, 13 möten, ")
    assert run("verify", path) == OK


def test_an_archive_is_not_written_over_by_its_own_export(capsys: Captured, year: Path):
    before = year.read_bytes()
    sentence = refusal(capsys, "dump", year, year)
    assert sentence == f"{year.name} slutar inte på .json. Välj ett annat namn."
    assert year.read_bytes() == before


def test_a_bad_file_leaves_no_archive_behind(capsys: Captured, tmp_path: Path):
    path, source = tmp_path / "nytt.samverkan", tmp_path / "fel.json"
    source.write_text('{"format": "samverkan-exchange",\n"version": 1, "meetings": 5}', encoding="utf-8")
    sentence = refusal(capsys, "import", path, source)
    assert sentence == "Filen fel.json, rad 2 (/meetings): värdet ska vara en lista."
    assert not path.exists()


def test_an_agreement_that_is_there_is_not_brought_in_again(capsys: Captured, year: Path, tmp_path: Path):
    source = tmp_path / "ut.json"
    run("dump", year, source)
    capsys.readouterr()
    assert "finns redan i arkivet" in refusal(capsys, "import", year, source)


def test_a_personal_identity_number_is_told_when_it_is_brought_in(
    capsys: Captured, year: Path, tmp_path: Path
):
    source = tmp_path / "ut.json"
    run("dump", year, source)
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("Samverkansavtalets syfte", "Om 19121212-1212", 1), encoding="utf-8")
    assert run("import", tmp_path / "nytt.samverkan", source) == OK
    told = capsys.readouterr().out.splitlines()[-1]
    assert told.startswith(
        "Det ser ut att finnas personnummer i det som lästes in. Ta bort dem: /agreements/0/"
    )


# --- Backup, restore, verify ---


def test_a_backup_is_the_archive(capsys: Captured, year: Path, tmp_path: Path):
    copy = tmp_path / "kopia.samverkan"
    assert run("backup", year, copy) == OK
    assert capsys.readouterr().out == f"Säkerhetskopian ligger i {copy}.\n"
    assert run("verify", copy) == OK
    assert capsys.readouterr().out == "Arkivet är helt.\n"


def test_a_backup_over_the_archive_itself_is_refused(capsys: Captured, year: Path):
    assert "kan inte skrivas över arkivet självt" in refusal(capsys, "backup", year, year)
    assert run("verify", year) == OK


def test_a_backup_that_has_been_read_can_be_made_again(capsys: Captured, year: Path, tmp_path: Path):
    copy = tmp_path / "kopia.samverkan"
    run("backup", year, copy)
    run("check", copy)
    assert run("backup", year, copy) == OK
    assert capsys.readouterr().err == ""


def test_a_backup_into_a_missing_folder_is_refused(capsys: Captured, year: Path, tmp_path: Path):
    assert refusal(capsys, "backup", year, tmp_path / "saknas" / "kopia.samverkan")


def test_restoring_keeps_the_archive_that_was_there(capsys: Captured, year: Path, tmp_path: Path):
    copy, path = tmp_path / "kopia.samverkan", tmp_path / "vårt.samverkan"
    run("backup", year, copy)
    run("adopt", path, "trelleborg")
    replaced = path.read_bytes()
    capsys.readouterr()
    assert run("restore", copy, path) == OK
    first, second = capsys.readouterr().out.splitlines()
    assert first == f"{path} är återställt."
    kept = Path(second.removeprefix("Det arkiv som låg där finns kvar som ").removesuffix("."))
    assert kept.read_bytes() == replaced
    assert run("check", path, "--on", "2019-12-31") == NOT_WELL


def test_restoring_where_there_is_nothing(capsys: Captured, year: Path, tmp_path: Path):
    path = tmp_path / "nytt.samverkan"
    assert run("restore", year, path) == OK
    assert capsys.readouterr().out == f"{path} är återställt.\n"
    assert archive.verify(path) == []


@pytest.mark.parametrize("content", [b"", b"Hej!", b"SQLite format 3\x00" + b"\x00" * 200])
def test_what_is_no_backup_is_refused_and_the_archive_stays(
    capsys: Captured, year: Path, tmp_path: Path, content: bytes
):
    source, before = tmp_path / "kopia.samverkan", year.read_bytes()
    source.write_bytes(content)
    assert "Välj en äldre säkerhetskopia." in refusal(capsys, "restore", source, year)
    assert year.read_bytes() == before


def test_restoring_to_another_ending_is_refused(capsys: Captured, year: Path, tmp_path: Path):
    assert "är inget arkivnamn" in refusal(capsys, "restore", year, tmp_path / "vårt.db")


# --- The example ---


def test_the_example_can_be_built_again_where_it_lies(capsys: Captured, played_folder: Path, tmp_path: Path):
    folder = tmp_path / "exempel"
    shutil.copytree(played_folder, folder, ignore=shutil.ignore_patterns("*-shm", "*-wal"))
    before = sorted(folder.rglob("*.*"))
    own = folder / "kallelser" / "egen.txt"
    own.write_text("orörd")
    assert run("demo", "--out", folder) == OK
    assert {str(file) for file in before} <= set(capsys.readouterr().out.splitlines())
    assert sorted(folder.rglob("*.*")) == sorted([*before, own])
    assert own.read_text() == "orörd"
    assert run("verify", folder / "exempel.samverkan") == OK


def test_the_example_is_not_rebuilt_while_it_is_open(capsys: Captured, year: Path, tmp_path: Path):
    from samverkan_desktop.clock import SystemClock

    path = tmp_path / "ut" / "exempel.samverkan"
    path.parent.mkdir()
    shutil.copyfile(year, path)
    work = archive.open_archive(path, SystemClock(), keep_backups=False)
    sentence = refusal(capsys, "demo", "--out", path.parent)
    assert sentence == "exempel.samverkan är öppet. Stäng det innan exemplet byggs om."
    work.close()
    assert archive.verify(path) == []


def test_an_example_that_there_is_not_is_refused_with_those_there_are(capsys: Captured, tmp_path: Path):
    sentence = refusal(capsys, "demo", "--out", tmp_path, "--agreement", "storköping")
    assert sentence.startswith("Det finns inget exempel storköping. Välj bland ")
    assert "trelleborg" in sentence
    assert not list(tmp_path.iterdir())


def test_an_example_where_nothing_can_be_written_is_refused(capsys: Captured, tmp_path: Path):
    taken = tmp_path / "ut"
    taken.write_text("en fil")
    assert refusal(capsys, "demo", "--out", taken)


# --- As processes ---


def test_the_own_folder_is_where_the_environment_says(year: Path, tmp_path: Path):
    home = tmp_path / "hem"
    done = process("adopt", tmp_path / "vårt.samverkan", "trelleborg", SAMVERKAN_HOME=str(home))
    assert done.returncode == OK
    assert done.stderr == ""
    backups = list((home / "data" / "backups").rglob("*.samverkan"))
    assert len(backups) == 1


def test_a_refused_command_is_one_sentence_and_code_two(tmp_path: Path):
    done = process("verify", tmp_path / "saknas.samverkan")
    assert (done.returncode, done.stdout) == (REFUSED, "")
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_json_is_read_by_others_as_it_stands(year: Path):
    done = process("check", year, "--on", "2019-12-31", "--json")
    assert done.returncode == NOT_WELL
    assert any("Förvaltningschef" in each["message"] for each in json.loads(done.stdout))


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_letters_a_console_does_not_know_stop_nothing(year: Path, encoding: str):
    done = process("check", year, PYTHONIOENCODING=encoding)
    assert done.returncode == NOT_WELL
    assert "Förvaltningschef" in done.stdout
    assert done.stderr == ""


def test_an_installed_program_can_prove_itself():
    done = process("self-test")
    assert done.returncode == OK, done.stderr
    first, second, third = done.stdout.splitlines()
    assert first == "Exempelåret spelades upp och 50 dokument skrevs."
    assert second.startswith("Arkivet öppnades och ")
    assert third == "Säkerhetskopian är hel."


@pytest.mark.parametrize("command", ["presets", "check", "export", "verify", "adopt"])
def test_no_command_needs_a_window(year: Path, tmp_path: Path, command: str):
    arguments = {
        "presets": ["presets"],
        "check": ["check", str(year)],
        "export": ["export", str(year), "follow-up", "--to", str(tmp_path), "--year", "2018/2019"],
        "verify": ["verify", str(year)],
        "adopt": ["adopt", str(tmp_path / "a.samverkan"), "trelleborg"],
    }[command]
    script = (
        "import sys\n"
        "from samverkan_desktop.__main__ import main\n"
        f"code = main({arguments!r})\n"
        "assert not [name for name in sys.modules if name.startswith('PySide6')]\n"
        "sys.exit(0 if code in (0, 1) else code)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
