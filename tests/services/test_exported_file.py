"""What was written as a file is known, and a file that was changed by hand is never taken."""

import hashlib
from pathlib import Path

import pytest
from sqlalchemy import select

from samverkan_desktop.errors import EnvironmentFault
from samverkan_desktop.models.exported_file import ExportedFile
from samverkan_desktop.services import agenda_builder, archive, call, history, meeting, minutes
from samverkan_desktop.services.export import export
from samverkan_desktop.services.exported_file import ChangedByHand, WhenChanged, Written
from samverkan_desktop.vocabulary import DocumentKind, MeetingStatus
from tests.services.year import Year


def recorded(year: Year) -> list[ExportedFile]:
    """Return what is recorded of the folder that the tests write to."""
    inside = ExportedFile.path.startswith(str(year.folder / "ut"))
    with year.work.read() as session:
        return list(session.scalars(select(ExportedFile).where(inside).order_by(ExportedFile.id)))


def agenda(year: Year, number: int = 1, changed: WhenChanged = WhenChanged.BESIDE) -> Written:
    meeting_id = year.meeting(number)
    return export(year.work, DocumentKind.AGENDA, year.folder / "ut", meeting_id=meeting_id, changed=changed)


def by_hand(path: Path) -> bytes:
    path.write_bytes(path.read_bytes() + b"\n% en rad till")
    return path.read_bytes()


def test_a_file_is_recorded_with_its_bytes_its_time_and_what_it_is_of(held: Year):
    (path,) = agenda(held)
    (row,) = recorded(held)
    newest = history.entries(held.work, 1)[0]
    assert (row.path, row.sha256) == (str(path), hashlib.sha256(path.read_bytes()).hexdigest())
    assert (row.document, row.format, row.subject) == (
        DocumentKind.AGENDA,
        "pdf",
        {"meeting_id": held.meeting(1)},
    )
    assert (row.written_at, row.entry_id) == (held.work.clock.now(), newest.id)
    assert row.agreement_id is not None


def test_what_is_written_stands_not_in_the_journal_and_leaves_what_can_be_redone(held: Year):
    agenda_builder.build(held.work, held.meeting(2))
    held.work.undo()
    before = history.entries(held.work)
    agenda(held)
    assert history.entries(held.work) == before
    assert held.work.redo() is not None


def test_a_file_that_is_as_it_was_left_is_replaced(held: Year):
    (path,) = agenda(held)
    old = path.read_bytes()
    meeting.change(held.work, held.meeting(1), place="Folkets hus")
    written = agenda(held)
    assert written == (path,)
    assert written.notices == ()
    assert path.read_bytes() != old
    assert [row.sha256 for row in recorded(held)][-1] == hashlib.sha256(path.read_bytes()).hexdigest()


def test_what_would_be_the_same_is_not_written_again(held: Year):
    (path,) = agenda(held)
    before = path.stat()
    agenda(held)
    after = path.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert len(recorded(held)) == 1


def test_beside_a_file_that_was_changed_by_hand_stands_the_new_one(held: Year):
    (path,) = agenda(held)
    own = by_hand(path)
    written = agenda(held)
    assert [each.name for each in written] == ["2018-09-04-dagordning-styrgrupp-2.pdf"]
    assert " ".join(written.notices) == (
        "2018-09-04-dagordning-styrgrupp.pdf är ändrad för hand och behölls. "
        "Den nya heter 2018-09-04-dagordning-styrgrupp-2.pdf."
    )
    assert path.read_bytes() == own


def test_the_one_beside_is_replaced_in_its_turn_until_it_too_is_changed(held: Year):
    (path,) = agenda(held)
    by_hand(path)
    (second,) = agenda(held)
    meeting.change(held.work, held.meeting(1), place="Folkets hus")
    assert agenda(held) == (second,)
    own = by_hand(second)
    (third,) = agenda(held)
    assert third.name == "2018-09-04-dagordning-styrgrupp-3.pdf"
    assert second.read_bytes() == own


def test_a_file_that_was_changed_by_hand_may_be_kept_alone(held: Year):
    (path,) = agenda(held)
    own = by_hand(path)
    written = agenda(held, changed=WhenChanged.KEEP)
    assert written == (path,)
    assert "behölls. Ingen ny version skrevs." in written.notices[0]
    assert path.read_bytes() == own
    assert len(list(path.parent.iterdir())) == 1
    assert len(recorded(held)) == 1


def test_where_it_is_asked_nothing_is_written_first(held: Year):
    agenda_builder.build(held.work, held.meeting(2))
    (path,) = agenda(held)
    by_hand(path)
    with pytest.raises(ChangedByHand) as caught:
        export(held.work, DocumentKind.AGENDA, path.parent, changed=WhenChanged.ASK)
    assert caught.value.names == (path.name,)
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_file_that_is_not_ours_is_kept(held: Year):
    stranger = held.folder / "ut" / "2018-09-04-dagordning-styrgrupp.pdf"
    stranger.parent.mkdir()
    stranger.write_bytes(b"nagon annans")
    (written,) = agenda(held)
    assert written.name.endswith("-2.pdf")
    assert stranger.read_bytes() == b"nagon annans"


def test_another_document_of_ours_under_the_same_name_is_kept(held: Year):
    (path,) = agenda(held)
    with held.work.change("test", "test") as session:
        row = session.get_one(ExportedFile, recorded(held)[0].id)
        row.subject = {"meeting_id": held.meeting(2)}
    meeting.change(held.work, held.meeting(1), place="Folkets hus")
    (written,) = agenda(held)
    assert written != path


def test_what_is_sent_is_recorded_and_heeds_what_was_changed_by_hand(finished: Year):
    folder = finished.folder / "ut"
    word, mail = minutes.send(finished.work, finished.meeting(1), folder)
    assert [row.path for row in recorded(finished)] == [str(word), str(mail)]
    own = by_hand(word)
    with pytest.raises(ChangedByHand):
        minutes.send(finished.work, finished.meeting(1), folder, WhenChanged.ASK)
    again = minutes.send(finished.work, finished.meeting(1), folder)
    assert again[0].name == f"{word.stem}-2.docx"
    assert word.read_bytes() == own


def test_a_call_that_may_not_take_a_file_is_not_sent(planned: Year):
    meeting_id = planned.meeting(1)
    agenda_builder.build(planned.work, meeting_id)
    folder = planned.folder / "ut"
    folder.mkdir()
    (folder / "2018-09-04-kallelse-styrgrupp.pdf").write_bytes(b"nagon annans")
    with pytest.raises(ChangedByHand):
        call.send(planned.work, meeting_id, folder, WhenChanged.ASK)
    assert meeting.details(planned.work, meeting_id).status is MeetingStatus.PLANNED
    assert recorded(planned) == []


def test_a_saved_version_is_recorded(finished: Year):
    (path,) = minutes.save_version(finished.work, finished.meeting(1), 1, finished.folder / "ut")
    row = recorded(finished)[-1]
    assert (row.path, row.subject["version"], row.content) == (str(path), 1, "")


def test_a_file_open_in_word_stops_all_and_nothing_is_recorded(held: Year):
    agenda_builder.build(held.work, held.meeting(2))
    (path,) = agenda(held)
    meeting.change(held.work, held.meeting(1), place="Folkets hus")
    before = path.read_bytes()
    (path.parent / f"~${path.name[2:]}").touch()
    with pytest.raises(EnvironmentFault, match="är öppen i ett annat program"):
        export(held.work, DocumentKind.AGENDA, path.parent)
    assert path.read_bytes() == before
    assert len(recorded(held)) == 1
    assert len(list(path.parent.iterdir())) == 2


def test_from_an_archive_open_for_reading_files_are_written_and_it_is_told_that_they_are_not_recorded(
    held: Year,
):
    held.work.close()
    reading = archive.open_to_read(held.work.path, held.work.clock)
    written = export(reading, DocumentKind.AGENDA, held.folder / "ut", meeting_id=1)
    reading.close()
    assert written[0].exists()
    assert "kunde inte antecknas" in written.notices[0]


def test_the_command_line_records_unless_somebody_works_in_the_archive(held: Year):
    beside = archive.open_to_hand_out(held.work.path, held.work.clock)
    assert beside.read_only
    beside.close()
    held.work.close()
    alone = archive.open_to_hand_out(held.work.path, held.work.clock)
    assert not alone.read_only
    alone.close()
    assert not archive.is_open(held.work.path)
