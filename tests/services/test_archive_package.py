"""Archive packages: what is in them, that they come out the same, that nothing is overwritten."""

import csv
import hashlib
import io
import json
import shutil
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import bagit
import pytest

from samverkan_desktop import i18n
from samverkan_desktop.errors import UserError
from samverkan_desktop.models.attachment import AttachmentContent
from samverkan_desktop.retention_vocabulary import RecordKind, RetentionRule
from samverkan_desktop.services import (
    agenda,
    archive_package,
    attachment,
    exchange,
    group_writing,
    meeting,
    minutes,
    retention,
)
from samverkan_desktop.services.archive_package import Made
from samverkan_desktop.vocabulary import RecordForm
from tests.documents.pdf_reading import text_of
from tests.services.several import Several
from tests.services.year import PERIOD, Year, contents, finish_first, leave, open_year


@pytest.fixture
def played(played_year: Path, tmp_path: Path) -> Iterator[Year]:
    """The whole example year, in a copy."""
    path = tmp_path / "spelat.samverkan"
    shutil.copyfile(played_year, path)
    year = open_year(path, date(2019, 6, 30), tmp_path)
    yield year
    year.work.close()


def package(year: Year, period: str | None = PERIOD, **more: object) -> Made:
    return archive_package.make(year.work, 1, year.folder / "paket", period=period, **more)  # type: ignore[arg-type]  as given


def index(path: Path) -> dict[str, object]:
    return json.loads((path / "index.json").read_bytes())


def files(path: Path) -> list[dict[str, object]]:
    return index(path)["files"]  # type: ignore[return-value]  as the test has it


def names(path: Path, kind: str) -> list[str]:
    return [str(file["path"]).rpartition("/")[2] for file in files(path) if file["kind"] == kind]


def bytes_of(path: Path) -> dict[str, bytes]:
    """Return every file of a folder, by its place in it."""
    return {
        str(file.relative_to(path)): file.read_bytes() for file in sorted(path.rglob("*")) if file.is_file()
    }


def paper(
    year: Year, content: bytes, name: str = "Rapport år 1.PDF", title: str = "Rapport om frånvaro"
) -> int:
    file = year.folder / name
    file.write_bytes(content)
    return attachment.attach(year.work, year.items(1)[0].id, title, file=file)


def test_a_year_is_kept_whole(played: Year):
    made = package(played)
    assert made.path.name == "arkivpaket-trelleborg-2018-2019"
    kinds = [str(file["kind"]) for file in files(made.path)]
    assert {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)} == {
        "call": 7, "minutes": 7, "commission": 7, "follow_up": 1, "decisions": 1, "year_plan": 1,
    }  # fmt: skip
    assert names(made.path, "minutes")[0] == "2018-09-04-minnesanteckningar-styrgrupp.pdf"
    assert made.files == len(kinds)


def test_another_library_finds_the_package_whole(played: Year):
    assert bagit.Bag(str(package(played).path)).is_valid()


def test_the_index_tells_of_every_file_what_it_is_and_is_the_same_as_csv(played: Year):
    made = package(played)
    for told in files(made.path):
        data = (made.path / str(told["path"])).read_bytes()
        assert (told["sha256"], told["size"]) == (hashlib.sha256(data).hexdigest(), len(data))
    first = files(made.path)[0]
    assert (first["meeting_on"], first["sent_on"], first["group"]) == (
        "2018-09-04",
        "2018-08-28",
        "Styrgruppen",
    )
    assert (first["retention"], first["retention_years"], first["disposable_from"]) == (
        "dispose", 2, "2021-01-01",
    )  # fmt: skip
    text = (made.path / "index.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert [(row["Fil"], row["SHA-256"]) for row in rows] == [
        (told["path"], told["sha256"]) for told in files(made.path)
    ]


def test_the_same_archive_gives_the_same_bytes_whatever_the_day_and_language(played: Year):
    first = package(played)
    played.at(date(2024, 2, 29))
    i18n.use_language("en")
    try:
        second = package(played)
    finally:
        i18n.use_language("sv")
    assert second.path.name == "arkivpaket-trelleborg-2018-2019-2"
    assert bytes_of(first.path) == bytes_of(second.path)
    assert first.seal == second.seal == hashlib.sha256(
        (first.path / "tagmanifest-sha256.txt").read_bytes()
    ).hexdigest()  # fmt: skip


def test_a_zip_holds_the_same_files_and_is_the_same_again(played: Year):
    folder, first, second = package(played), package(played, as_zip=True), package(played, as_zip=True)
    assert second.path.name == "arkivpaket-trelleborg-2018-2019-2.zip"
    assert first.path.read_bytes() == second.path.read_bytes()
    with ZipFile(first.path) as file:
        assert {name: file.read(name) for name in file.namelist()} == {
            f"{folder.path.name}/{name}": data for name, data in bytes_of(folder.path).items()
        }


def test_the_archive_is_not_changed_and_no_journal_entry_is_made(played: Year):
    before = contents(played.path)
    package(played)
    assert contents(played.path) == before


def test_calls_that_come_out_as_they_were_sent_say_so(played: Year):
    told = {
        str(file["meeting_on"]): file["as_sent"]
        for file in files(package(played).path)
        if file["kind"] == "call"
    }
    assert told["2018-10-16"] is True
    assert all(file["as_sent"] is None for file in files(package(played).path) if file["kind"] == "minutes")


def test_the_whole_agreement_has_every_year_and_everything_as_data(played: Year):
    made = package(played, None)
    assert made.path.name == "arkivpaket-trelleborg-hela-avtalet"
    assert {str(file["period"]) for file in files(made.path)} == {"2018/2019", "2019/2020", ""}
    read = exchange.read(made.path / "data" / "utbyte" / "arkiv.json")
    assert len(read.titles) == 1


def test_an_archive_of_several_agreements_keeps_the_others_to_itself(several: Several, tmp_path: Path):
    own, other = several.agreements.values()
    made = archive_package.make(several.work, own, tmp_path / "paket")
    assert names(made.path, "minutes")
    assert not names(made.path, "data")
    assert archive_package.make(several.work, other, tmp_path / "paket").path != made.path


def test_drafts_are_left_out_and_named(held: Year):
    made = package(held)
    assert names(made.path, "minutes") == []
    assert "Anteckningarna från 2018-09-04, Styrgruppen, är inte färdigställda." in made.left_out
    assert "Uppföljningen av 2018/2019 är inte godkänd." in made.left_out
    assert index(made.path)["left_out"] == list(made.left_out)
    assert "är inte färdigställda" in (made.path / "start.html").read_text(encoding="utf-8")


def test_a_year_of_which_nothing_is_finished_is_refused_and_leaves_nothing(planned: Year):
    with pytest.raises(UserError, match="Inget dokument är färdigt"):
        package(planned)
    assert not (planned.folder / "paket").exists()


def test_a_year_that_is_not_the_agreements_is_refused(held: Year):
    with pytest.raises(UserError, match="utanför avtalets tid"):
        package(held, "2030/2031")


def test_a_correction_is_kept_beside_what_it_corrects(finished: Year):
    minutes.reopen(finished.work, finished.meeting(1))
    during = package(finished)
    assert "Anteckningarna från 2018-09-04, Styrgruppen, är öppna för rättelse." in during.left_out
    assert len(names(during.path, "minutes")) == 1
    agenda.write_notes(finished.work, finished.items(1)[0].id, "Mötet öppnades sent.")
    leave(finished.work, finished.meeting(1))
    minutes.finish(finished.work, finished.meeting(1), "Fel klockslag.")
    made = package(finished)
    stem = "2018-09-04-minnesanteckningar-styrgrupp-version"
    assert names(made.path, "minutes") == [f"{stem}-1.pdf", f"{stem}-2.pdf"]
    old, new = (made.path / "data" / "dokument" / name for name in names(made.path, "minutes"))
    assert "Mötet öppnades sent." not in text_of(old.read_bytes())
    assert "Mötet öppnades sent." in text_of(new.read_bytes())
    assert [file["note"] for file in files(made.path) if file["kind"] == "minutes"] == [
        "", "Rättelse: Fel klockslag.",
    ]  # fmt: skip


def test_each_version_has_the_day_on_which_it_was_sent(finished: Year):
    finished.at(date(2018, 9, 10))
    minutes.send(finished.work, finished.meeting(1), finished.folder / "ut")
    finished.at(date(2018, 9, 20))
    minutes.reopen(finished.work, finished.meeting(1))
    leave(finished.work, finished.meeting(1))
    minutes.finish(finished.work, finished.meeting(1), "Fel klockslag.")
    told = [file["sent_on"] for file in files(package(finished).path) if file["kind"] == "minutes"]
    assert told == ["2018-09-10", None]


def test_papers_keep_their_bytes_and_get_names_that_any_disk_can_bear(held: Year):
    contents_ = (b"%PDF-1.7 \x00\xff rapport", b"<script>alert(1)</script>", b"ingen")
    paper(held, contents_[0])
    paper(held, contents_[1], "Å=1+1;'\" utan slut", "../../etc/passwd <b>&")
    paper(held, contents_[2], "x.html", "Å" * 300)
    made = package(held)
    kept = [file for file in files(made.path) if file["kind"] == "attachment"]
    assert [(made.path / str(file["path"])).read_bytes() for file in kept] == list(contents_)
    assert [str(file["path"]).rpartition("/")[2] for file in kept] == [
        "2018-09-04-bilaga-1-styrgrupp-rapport-om-franvaro.pdf",
        "2018-09-04-bilaga-2-styrgrupp-etc-passwd-b.bin",
        f"2018-09-04-bilaga-3-styrgrupp-{'a' * 60}.html",
    ]
    assert kept[1]["original_name"] == "Å=1+1;'\" utan slut"
    assert bagit.Bag(str(made.path)).is_valid()
    page = (made.path / "start.html").read_text(encoding="utf-8")
    assert "&lt;b&gt;" in page
    assert "<b>" not in page


def test_a_paper_that_was_only_announced_is_named(held: Year):
    attachment.attach(held.work, held.items(1)[0].id, "Rapport")
    assert "Bilaga 1 Rapport till mötet 2018-09-04, Styrgruppen, har ingen fil." in package(held).left_out


def test_names_that_are_alike_become_two(held: Year):
    for _ in range(2):
        extra = meeting.schedule_extra(
            held.work, held.group_id, date(2018, 9, 4), initiator_seat_id=held.seats["F4"], reason="Bråttom."
        )
        agenda.add_item(held.work, extra, "Skäl")
        attachment.attach(
            held.work, agenda.items(held.work, extra)[-1].id, "Lika", file=_file(held.folder / "lika.txt")
        )
        meeting.begin(held.work, extra)
    assert names(package(held).path, "attachment") == [
        "2018-09-04-bilaga-1-styrgrupp-extra-lika.txt", "2018-09-04-bilaga-1-styrgrupp-extra-lika-2.txt",
    ]  # fmt: skip


def _file(path: Path) -> Path:
    path.write_bytes(b"lika")
    return path


def test_a_large_paper_is_never_in_memory_whole(held: Year):
    size = 40 << 20
    digest = hashlib.sha256(bytes(size)).hexdigest()
    made = paper(held, b"liten")
    with held.work.change("test", "test") as session:
        session.add(AttachmentContent(sha256=digest, content=bytes(size)))
        session.get_one(attachment.Attachment, made).sha256 = digest
    tracemalloc.start()
    try:
        done = package(held, as_zip=True)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert done.path.stat().st_size > size
    assert most < size / 2


class _Stopped(Exception):
    pass


@pytest.mark.parametrize("as_zip", [True, False])
@pytest.mark.parametrize("after", [0, 3, 9])
def test_one_that_is_stopped_leaves_nothing(finished: Year, as_zip: bool, after: int):
    told: list[str] = []

    def stop(_done: int, _total: int, text: str) -> None:
        told.append(text)
        if len(told) > after:
            raise _Stopped

    with pytest.raises(_Stopped):
        package(finished, as_zip=as_zip, progress=stop)
    assert list((finished.folder / "paket").iterdir()) == []
    assert told[0] == "Kallelse, Möte 1 av 6"


def test_progress_goes_from_nothing_to_all(finished: Year):
    told: list[tuple[int, int]] = []
    package(finished, progress=lambda done, total, _text: told.append((done, total)))
    assert told == sorted(told)
    assert told[0][0] == 0
    assert told[-1][0] == told[-1][1] - 1


def test_what_is_done_meanwhile_is_not_in_it(finished: Year):
    def meddle(done: int, _total: int, _text: str) -> None:
        if done == 0:
            retention.decide(finished.work, 1, RecordKind.CALL, RetentionRule.PRESERVE)

    made = package(finished, progress=meddle)
    assert files(made.path)[0]["retention"] == "dispose"
    assert files(package(finished).path)[0]["retention"] == "preserve"


def test_the_case_number_stands_in_the_index_and_on_the_page(held: Year):
    meeting.change(held.work, held.meeting(1), case_number="BUN 2018/132:60")
    made = package(held)
    assert {file["case_number"] for file in files(made.path) if file["meeting_on"]} == {"BUN 2018/132:60"}
    assert "<td>BUN 2018/132:60</td>" in (made.path / "start.html").read_text(encoding="utf-8")


def test_what_may_be_disposed_of_is_listed_with_its_day(played: Year):
    rows = archive_package.disposable(played.work, 1)
    assert [(row.title, row.disposable_from) for row in rows[:2]] == [
        ("Kallelse, Möte 1 av 6", date(2021, 1, 1)),
        ("Kallelse, Möte 2 av 6", date(2021, 1, 1)),
    ]
    assert len(rows) == 7
    retention.decide(played.work, 1, RecordKind.CALL, RetentionRule.UNDECIDED)
    assert archive_package.disposable(played.work, 1) == ()
    retention.decide(played.work, 1, RecordKind.MINUTES, RetentionRule.DISPOSE, 1)
    assert len(archive_package.disposable(played.work, 1)) == 7


def test_the_day_is_that_on_which_a_document_was_complete(played: Year):
    with played.work.still() as still, still.read() as session:
        own = session.get_one(archive_package.Agreement, 1)
        record = archive_package._kept(still, own, None).records[0]
    late = replace(record, sent_on=date(2019, 1, 2), meeting_on=date(2018, 12, 30))
    assert late.day == date(2019, 1, 2)


def test_a_protokoll_in_the_boards_form_is_kept_as_one(held: Year):
    group_writing.change(held.work, held.group_id, record_form=RecordForm.PROTOCOL)
    finish_first(held)
    (told,) = [file for file in files(package(held).path) if file["kind"] == "minutes"]
    root = held.folder / "paket" / "arkivpaket-trelleborg-2018-2019"
    assert "Beslutsdatum" in text_of((root / str(told["path"])).read_bytes())
