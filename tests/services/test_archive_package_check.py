"""Archive packages checked years later: whatever has happened to one is said, and none can do harm."""

import json
import os
import shutil
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.services import archive_package, archive_package_check
from samverkan_desktop.services.archive_package_check import Checked, looks_like_one, verify
from tests.services.year import PERIOD, open_year

CALL = "data/dokument/2018-09-04-kallelse-styrgrupp.pdf"


@pytest.fixture(scope="module")
def made(templates: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A package as a folder and as a zip file, made once."""
    folder = tmp_path_factory.mktemp("paket")
    shutil.copyfile(templates["finished"], folder / "prov.samverkan")
    year = open_year(folder / "prov.samverkan", date(2018, 9, 5), folder)
    paths = [
        archive_package.make(year.work, 1, folder, period=PERIOD, as_zip=as_zip).path
        for as_zip in (False, True)
    ]
    year.work.close()
    return paths[0], paths[1]


@pytest.fixture
def folder(made: tuple[Path, Path], tmp_path: Path) -> Path:
    return Path(shutil.copytree(made[0], tmp_path / "paketet"))


@pytest.fixture
def zipped(made: tuple[Path, Path], tmp_path: Path) -> Path:
    return Path(shutil.copyfile(made[1], tmp_path / "paketet.zip"))


def test_a_package_is_whole_wherever_it_has_been_moved(folder: Path, zipped: Path):
    first, second = verify(folder), verify(zipped)
    assert first == second == verify(folder / "index.json") == verify(folder / "bagit.txt")
    assert first.faults == ()
    assert first.sentence == f"Arkivpaketet är helt: {first.files} filer är som när det gjordes."
    assert first.files == 4 + 6


def test_its_seal_is_the_one_that_was_told_when_it_was_made(
    made: tuple[Path, Path], templates: dict[str, Path]
):
    assert len(verify(made[0]).seal) == 64
    assert verify(made[0]).seal == verify(made[1]).seal


def test_a_package_packed_anew_by_another_program_is_whole(folder: Path, tmp_path: Path):
    for root in ("", "paketet/"):
        path = tmp_path / f"om{len(root)}.zip"
        with ZipFile(path, "w", ZIP_DEFLATED) as file:
            file.writestr(ZipInfo(f"{root}data/"), b"")
            for each in sorted(folder.rglob("*")):
                if each.is_file():
                    file.write(each, root + each.relative_to(folder).as_posix())
        assert verify(path).faults == ()


Harm = Callable[[Path], object]
HARMS: dict[str, tuple[Harm, str]] = {
    "missing": (lambda root: (root / CALL).unlink(), f"{CALL} saknas."),
    "changed": (
        lambda root: (root / CALL).write_bytes((root / CALL).read_bytes()[:-1] + b" "),
        f"{CALL} har ändrats sedan paketet gjordes.",
    ),
    "cut": (lambda root: (root / CALL).write_bytes(b""), f"{CALL} har ändrats sedan paketet gjordes."),
    "added": (lambda root: (root / "data/x.txt").write_text("x"), "data/x.txt hör inte till paketet."),
    "added beside": (lambda root: (root / "Thumbs.db").write_text("x"), "Thumbs.db hör inte till paketet."),
    "renamed": (
        lambda root: (root / CALL).rename(root / "data/annat.pdf"), "data/annat.pdf hör inte till paketet.",
    ),
    "page": (
        lambda root: (root / "start.html").write_text("x"), "start.html har ändrats sedan paketet gjordes.",
    ),
    "index gone": (lambda root: (root / "index.json").unlink(), "Förteckningen index.json saknas."),
    "index cut": (
        lambda root: (root / "index.json").write_text("{"), "Förteckningen index.json är skadad.",
    ),
    "index deep": (
        lambda root: (root / "index.json").write_text("[" * 100_000), "Förteckningen index.json är skadad.",
    ),
    "index odd": (
        lambda root: (root / "index.json").write_text('{"format": 1, "version": 1, "files": [{"path": []}]}'),
        "Förteckningen index.json är skadad.",
    ),
    "index bytes": (
        lambda root: (root / "index.json").write_bytes(b"\xff\xfe"), "Förteckningen index.json är skadad.",
    ),
    "manifest gone": (
        lambda root: (root / "manifest-sha256.txt").unlink(), "Förteckningen manifest-sha256.txt saknas.",
    ),
    "manifest cut": (
        lambda root: (root / "manifest-sha256.txt").write_text("skräp\n"),
        "Förteckningen manifest-sha256.txt är skadad.",
    ),
    "tags gone": (
        lambda root: (root / "tagmanifest-sha256.txt").unlink(),
        "Förteckningen tagmanifest-sha256.txt saknas.",
    ),
    "declaration gone": (lambda root: (root / "bagit.txt").unlink(), "bagit.txt saknas."),
}  # fmt: skip


@pytest.mark.parametrize("harm", HARMS)
def test_what_has_happened_to_a_package_is_said(folder: Path, harm: str):
    do, said = HARMS[harm]
    do(folder)
    checked = verify(folder)
    assert said in checked.faults
    assert checked.sentence.startswith("Arkivpaketet har ")


def test_an_index_that_tells_of_other_files_is_found_out(folder: Path):
    index = json.loads((folder / "index.json").read_bytes())
    index["files"][0]["sha256"] = "0" * 64
    (folder / "index.json").write_text(json.dumps(index))
    said = "Förteckningarna index.json och manifest-sha256.txt säger inte samma sak."
    assert said in verify(folder).faults


def test_an_index_of_a_later_version_is_left_to_its_checksums(folder: Path):
    index = json.loads((folder / "index.json").read_bytes())
    (folder / "index.json").write_text(json.dumps({**index, "version": 9, "files": []}))
    assert verify(folder).faults == ("index.json har ändrats sedan paketet gjordes.",)


@pytest.mark.skipif(os.name != "posix", reason="links as here are POSIX")
def test_links_and_pipes_are_told_and_not_followed(folder: Path):
    (folder / CALL).unlink()
    (folder / CALL).symlink_to("/etc/passwd")
    (folder / "data/runt").symlink_to(folder)
    os.mkfifo(folder / "data/ror")
    faults = verify(folder).faults
    for name in (CALL, "data/runt", "data/ror"):
        assert f"{name} är en länk eller något annat som inte är en fil." in faults
    assert f"{CALL} saknas." in faults


def test_a_list_that_points_out_of_the_package_reads_nothing_there(folder: Path, tmp_path: Path):
    (tmp_path / "hemlig").write_text("hemligt")
    with (folder / "manifest-sha256.txt").open("a") as file:
        file.write(f"{'0' * 64}  ../hemlig\n{'0' * 64}  /etc/passwd\n")
    faults = verify(folder).faults
    assert "../hemlig saknas." in faults
    assert "/etc/passwd saknas." in faults


def test_what_is_no_package_is_refused(tmp_path: Path):
    (tmp_path / "mapp").mkdir()
    with ZipFile(tmp_path / "annat.zip", "w") as file:
        file.writestr("a.txt", "x")
    for name in ("mapp", "annat.zip"):
        with pytest.raises(UserError, match=f"{name} är inget arkivpaket. Välj paketets mapp eller zip-fil."):
            verify(tmp_path / name)


def test_one_that_is_not_there_is_said(tmp_path: Path):
    with pytest.raises(EnvironmentFault, match="finns inte"):
        verify(tmp_path / "borta.zip")


@pytest.mark.parametrize("content", [b"", b"PK", b"%PDF-1.7", bytes(1000)])
def test_a_zip_that_is_none_is_said(tmp_path: Path, content: bytes):
    (tmp_path / "a.zip").write_bytes(content)
    assert verify(tmp_path / "a.zip") == Checked(("Zip-filen a.zip är skadad och går inte att läsa.",))


def test_a_zip_that_is_cut_off_is_said(zipped: Path):
    zipped.write_bytes(zipped.read_bytes()[:-500])
    assert verify(zipped).faults == ("Zip-filen paketet.zip är skadad och går inte att läsa.",)


def test_a_damaged_file_in_a_zip_is_said(zipped: Path):
    data = bytearray(zipped.read_bytes())
    data[data.index(b"%PDF") + 2000] ^= 1
    zipped.write_bytes(data)
    assert verify(zipped).faults == (f"{CALL} är skadad och går inte att läsa.",)


def hostile(path: Path, zipped: Path, *entries: tuple[str | ZipInfo, bytes]) -> Path:
    """Return the package with further entries in its zip file."""
    shutil.copyfile(zipped, path)
    with ZipFile(path, "a", ZIP_DEFLATED) as file:
        for name, data in entries:
            file.writestr(name, data)
    return path


@pytest.mark.parametrize("name", ["../ut.txt", "/etc/passwd", "a/../../b", "C:/a", "a\\..\\b", "a//b", "./a"])
def test_names_that_point_out_of_a_zip_are_told_and_write_nothing(
    zipped: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "inre").mkdir()
    monkeypatch.chdir(tmp_path / "inre")
    path = hostile(tmp_path / "elak.zip", zipped, (name, b"x"))
    before = sorted(tmp_path.rglob("*"))
    said = f"{name} har ett namn som pekar ut ur paketet och läses inte."
    assert verify(path).faults == (said.replace("\\", "/") if os.name == "nt" else said,)
    assert sorted(tmp_path.rglob("*")) == before


def test_what_unpacks_to_unreasonably_much_is_not_read(zipped: Path, tmp_path: Path):
    path = hostile(tmp_path / "bomb.zip", zipped, ("nollor", bytes(300 << 20)))
    assert path.stat().st_size < 2 << 20
    assert verify(path).faults == (
        "Zip-filen innehåller orimligt mycket och läses inte. Packa inte upp den heller.",
    )


def test_a_file_that_is_larger_than_it_says_is_not_read_to_its_end(zipped: Path, tmp_path: Path):
    data = zlib.compress(bytes(50 << 20))[2:-4]
    path = hostile(tmp_path / "ljuger.zip", zipped, ("arkivpaket-trelleborg-2018-2019/x", bytes(50 << 20)))
    raw = path.read_bytes()
    assert len(data) < 1 << 20
    path.write_bytes(raw.replace((50 << 20).to_bytes(4, "little"), (5).to_bytes(4, "little")))
    assert "x hör inte till paketet." in verify(path).faults


def test_links_encryption_and_odd_packing_in_a_zip_are_told(zipped: Path, tmp_path: Path):
    link = ZipInfo("länk")
    link.external_attr = 0o120777 << 16
    path = hostile(tmp_path / "elak.zip", zipped, (link, b"/etc/passwd"), ("låst", b"x"))
    with ZipFile(path, "a", ZIP_BZIP2) as file:
        file.writestr("bz", b"x")
    raw = bytearray(path.read_bytes())
    place = raw.rindex("låst".encode()) - 46 + 8
    raw[place] |= 1
    path.write_bytes(raw)
    assert verify(path).faults == (
        "länk är en länk eller något annat som inte är en fil.",
        "låst är krypterad och går inte att läsa.",
        "bz är packad på ett sätt som inte går att läsa.",
    )


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_is_there_twice_is_told(zipped: Path, tmp_path: Path):
    path = hostile(tmp_path / "dubbel.zip", zipped, (f"arkivpaket-trelleborg-2018-2019/{CALL}", b"annat"))
    assert verify(path).faults == (f"arkivpaket-trelleborg-2018-2019/{CALL} finns två gånger i zip-filen.",)


def test_names_are_shown_without_what_could_trick_a_terminal(zipped: Path, tmp_path: Path):
    path = hostile(tmp_path / "elak.zip", zipped, ("../\x1b[2J" + "a" * 300, b"x"))
    (said,) = verify(path).faults
    assert "\x1b" not in said
    assert len(said) < 200


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_damage_makes_the_check_itself_fail(made: tuple[Path, Path], tmp_path: Path, data: st.DataObject):
    raw = bytearray(made[1].read_bytes())
    # The end of the file is where its list is, and where damage is least like a file's own content.
    low = data.draw(st.sampled_from([0, len(raw) - 2500, len(raw) - 30]))
    for _ in range(data.draw(st.integers(1, 6))):
        raw[data.draw(st.integers(low, len(raw) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path / "skadad.zip"
    path.write_bytes(raw[: data.draw(st.integers(len(raw) - 50, len(raw)))])
    try:
        checked = verify(path)
    except UserError:
        return
    whole = verify(made[1])
    assert checked.faults or (checked.files, checked.seal) == (whole.files, whole.seal)


def test_a_check_can_be_stopped(folder: Path):
    class Stopped(Exception):
        pass

    def stop(done: int, _total: int, _text: str) -> None:
        if done == 1:
            raise Stopped

    with pytest.raises(Stopped):
        verify(folder, stop)


def test_a_list_that_is_too_large_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(archive_package_check, "_LARGEST_LIST", 100)
    assert "Förteckningen index.json är skadad." in verify(folder).faults


def test_what_looks_like_a_package_is_taken_for_one(tmp_path: Path):
    assert looks_like_one(tmp_path)
    assert looks_like_one(Path("a.ZIP"))
    assert looks_like_one(Path("index.json"))
    assert not looks_like_one(Path("a.samverkan"))
