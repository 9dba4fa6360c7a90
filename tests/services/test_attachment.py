from pathlib import Path

import pytest

from samverkan_desktop.errors import EnvironmentFault
from samverkan_desktop.services import agenda_order, archive, attachment
from samverkan_desktop.vocabulary import AttachmentState
from tests.services.year import FINISHED, HOLDS_NUMBER, NUMBER, Year, refused


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "rapport.pdf"
    path.write_bytes(b"%PDF-1.7 rapport")
    return path


def test_a_papers_bytes_are_kept(held: Year, paper: Path):
    made = attachment.attach(held.work, held.item(1), " Rapport ", file=paper)
    paper.unlink()
    (row,) = attachment.rows(held.work, held.meeting(1))
    assert (row.label, row.file_name, row.kept) == ("Bilaga 1 Rapport", "rapport.pdf", True)
    assert attachment.content(held.work, made) == b"%PDF-1.7 rapport"


def test_the_same_bytes_are_kept_once(held: Year, paper: Path):
    for title in ("Ett", "Två"):
        attachment.attach(held.work, held.item(1), title, file=paper)
    assert len(attachment.rows(held.work, held.meeting(1))) == 2
    assert archive.verify(held.path) == []


def test_a_paper_may_only_be_announced(held: Year):
    made = attachment.attach(held.work, held.item(1), "Rapport", state=AttachmentState.LATER)
    assert not attachment.rows(held.work, held.meeting(1))[0].kept
    with pytest.raises(EnvironmentFault, match="Bilagan har ingen fil i arkivet"):
        attachment.content(held.work, made)


def test_papers_are_numbered_in_the_order_of_the_agenda(held: Year):
    first, second = held.item(1), held.item(1)
    attachment.attach(held.work, second, "Sist")
    attachment.attach(held.work, first, "Först")
    assert [row.title for row in attachment.rows(held.work, held.meeting(1))] == ["Först", "Sist"]
    agenda_order.move_item(held.work, second, 1)
    assert [row.label for row in attachment.rows(held.work, held.meeting(1))] == [
        "Bilaga 1 Sist", "Bilaga 2 Först",
    ]  # fmt: skip


def test_a_paper_without_a_title_is_refused(held: Year):
    item = held.item(1)
    with refused(held, "Ange vad bilagan heter.", field="title"):
        attachment.attach(held.work, item, " ")


def test_a_personal_number_is_refused_in_title_and_file_name(held: Year, paper: Path):
    item = held.item(1)
    with refused(held, HOLDS_NUMBER, field="title", rule="R11"):
        attachment.attach(held.work, item, NUMBER)
    named = paper.rename(paper.with_name(f"{NUMBER}.pdf"))
    with refused(held, HOLDS_NUMBER, field="file", rule="R11"):
        attachment.attach(held.work, item, "Rapport", file=named)


@pytest.mark.parametrize("name", ["saknas.pdf", "."])
def test_a_file_that_cannot_be_read_is_told_of(held: Year, tmp_path: Path, name: str):
    item = held.item(1)
    with pytest.raises(EnvironmentFault, match="går inte att läsa"):
        attachment.attach(held.work, item, "Rapport", file=tmp_path / name)
    assert attachment.rows(held.work, held.meeting(1)) == ()


def test_a_paper_is_taken_off_and_put_back_with_its_bytes(held: Year, paper: Path):
    made = attachment.attach(held.work, held.item(1), "Rapport", file=paper)
    attachment.remove(held.work, made)
    assert attachment.rows(held.work, held.meeting(1)) == ()
    held.work.undo()
    assert attachment.content(held.work, made) == b"%PDF-1.7 rapport"
    assert archive.verify(held.path) == []


def test_the_papers_of_finished_minutes_stay(held: Year, paper: Path):
    item = held.item(1)
    made = attachment.attach(held.work, item, "Rapport", file=paper)
    held.finish(1)
    for tried in (
        lambda: attachment.attach(held.work, item, "Ny", file=paper),
        lambda: attachment.remove(held.work, made),
    ):
        with refused(held, FINISHED):
            tried()


def test_every_state_has_its_word():
    assert [attachment.state_label(state) for state in AttachmentState] == [
        "bifogas", "skickas senare", "tidigare utsänd", "delas ut på mötet",
    ]  # fmt: skip


def test_a_file_that_is_too_large_is_refused_with_what_to_do(held: Year, tmp_path: Path):
    large = tmp_path / "film.mp4"
    with large.open("wb") as file:
        file.truncate(attachment.LARGEST + 1)
    item = held.item(1)
    with refused(held, "Filen film.mp4 är större än 50 MB.", field="file"):
        attachment.attach(held.work, item, "Film", file=large)


def test_a_paper_that_was_announced_gets_its_file_and_is_enclosed(held: Year, paper: Path):
    made = attachment.attach(held.work, held.item(1), "Rapport", state=AttachmentState.LATER)
    attachment.supply(held.work, made, paper)
    (row,) = attachment.rows(held.work, held.meeting(1))
    assert (row.kept, row.state, row.file_name) == (True, AttachmentState.ENCLOSED, "rapport.pdf")
    assert attachment.content(held.work, made) == b"%PDF-1.7 rapport"


def test_when_a_paper_reaches_the_members_can_change(held: Year):
    made = attachment.attach(held.work, held.item(1), "Rapport")
    attachment.set_state(held.work, made, AttachmentState.AT_MEETING)
    assert attachment.rows(held.work, held.meeting(1))[0].state is AttachmentState.AT_MEETING
    held.work.undo()
    assert attachment.rows(held.work, held.meeting(1))[0].state is AttachmentState.ENCLOSED
