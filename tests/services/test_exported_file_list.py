"""How the files that were handed out stand: as they were left, changed, gone, or older than what is known."""

from pathlib import Path

import pytest

from samverkan_desktop.errors import UserError
from samverkan_desktop.services import agenda_builder, exported_file_list, meeting, minutes
from samverkan_desktop.services.export import export
from samverkan_desktop.services.exported_file_list import ExportedFileRow, FileState
from samverkan_desktop.vocabulary import DocumentKind
from tests.services.year import Year


def listed(year: Year, number: int = 1) -> dict[str, ExportedFileRow]:
    rows = exported_file_list.listing(year.work, meeting_id=year.meeting(number))
    return {row.path.name: row for row in rows if row.path.parent == year.folder / "ut"}


def agenda(year: Year, number: int = 1) -> Path:
    (path,) = export(year.work, DocumentKind.AGENDA, year.folder / "ut", meeting_id=year.meeting(number))
    return path


def test_a_file_that_is_as_it_was_left_is_current(held: Year):
    path = agenda(held)
    row = listed(held)[path.name]
    assert (row.state, row.older, row.said) == (FileState.AS_LEFT, False, "Aktuell")
    assert row.can_be_made


def test_what_changes_elsewhere_makes_no_file_older(held: Year):
    path = agenda(held)
    agenda_builder.build(held.work, held.meeting(2))
    assert not listed(held)[path.name].older


def test_what_it_says_changed_since(held: Year):
    path = agenda(held)
    meeting.change(held.work, held.meeting(1), place="Folkets hus")
    assert listed(held)[path.name].said == "Äldre än uppgifterna"
    held.work.undo()
    assert listed(held)[path.name].said == "Aktuell"


def test_that_days_go_by_makes_no_file_older(held: Year):
    path = agenda(held)
    agenda_builder.build(held.work, held.meeting(2))
    held.at(held.work.today.replace(year=2019))
    assert listed(held)[path.name].said == "Aktuell"


def test_a_file_changed_by_hand_and_one_that_is_gone(held: Year):
    path = agenda(held)
    path.write_bytes(b"andrad")
    assert listed(held)[path.name].said == "Ändrad för hand"
    meeting.change(held.work, held.meeting(1), place="Folkets hus")
    assert listed(held)[path.name].said == "Ändrad för hand, Äldre än uppgifterna"
    path.unlink()
    assert listed(held)[path.name].said == "Saknas"


#: What tells of every meeting of the year, and so of one whose agenda was made.
OF_ALL = (DocumentKind.FOLLOW_UP, DocumentKind.YEAR_PLAN, DocumentKind.CALENDAR)


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_a_document_of_any_kind_is_current_until_something_else_is_known(held: Year, kind: DocumentKind):
    held.give(1, title="Kartläggning")
    try:
        written = export(held.work, kind, held.folder / "ut")
    except UserError:
        pytest.skip("the year has no such document")
    agenda_builder.build(held.work, held.meeting(4))
    rows = [row for row in exported_file_list.listing(held.work) if row.path in written]
    assert len(rows) == len(written)
    if kind not in OF_ALL:
        assert [row.said for row in rows] == ["Aktuell"] * len(rows)


def test_each_path_is_listed_once_and_only_for_its_own_meeting(held: Year):
    path = agenda(held)
    meeting.change(held.work, held.meeting(1), place="Folkets hus")
    agenda(held)
    agenda_builder.build(held.work, held.meeting(2))
    agenda(held, 2)
    assert list(listed(held)) == [path.name]
    assert len(listed(held, 2)) == 1


def test_what_was_sent_is_listed_and_its_mail_is_not_made_again(finished: Year):
    word, *others = minutes.send(finished.work, finished.meeting(1), finished.folder / "ut")
    rows = listed(finished)
    assert rows[word.name].can_be_made
    assert rows[word.name].said == "Aktuell"
    mail = next(path for path in others if path.suffix == ".eml")
    assert not rows[mail.name].can_be_made
    with pytest.raises(UserError, match="skapas när dokumentet skickas"):
        exported_file_list.make_again(finished.work, rows[mail.name].id)


def test_it_is_made_again_where_it_was(held: Year):
    path = agenda(held)
    meeting.change(held.work, held.meeting(1), place="Folkets hus")
    before = path.read_bytes()
    assert exported_file_list.make_again(held.work, listed(held)[path.name].id) == (path,)
    assert path.read_bytes() != before
    assert listed(held)[path.name].said == "Aktuell"


def test_a_version_is_made_again_and_never_grows_old(finished: Year):
    (path,) = minutes.save_version(finished.work, finished.meeting(1), 1, finished.folder / "ut")
    minutes.reopen(finished.work, finished.meeting(1))
    path.unlink()
    row = listed(finished)[path.name]
    assert row.said == "Saknas"
    assert exported_file_list.make_again(finished.work, row.id) == (path,)
    assert listed(finished)[path.name].said == "Aktuell"
