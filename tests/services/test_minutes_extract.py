"""An extract of the record of a meeting: of one decision, of a meeting, of a year."""

from pathlib import Path

import pytest

from samverkan_desktop.services import agenda, decision, group_writing, minutes_extract, numbering
from samverkan_desktop.services.export import export
from samverkan_desktop.vocabulary import DocumentKind, Numbering, RecordForm
from tests.documents import word
from tests.services.year import Year, refused


@pytest.fixture
def decided(held: Year) -> Year:
    """The first meeting held, with a matter decided at it."""
    item_id = agenda.add_item(held.work, held.meeting(1), "Rapport")
    decision.take(held.work, item_id, "Rapporten godkänns.", distribution=["Kvalitetschef"])
    return held


def found(year: Year, number: str) -> int:
    return minutes_extract.find(year.work, number, None, None, None)


def names(files: tuple[Path, ...]) -> list[str]:
    return [file.name for file in files]


def test_an_extract_is_of_the_item_a_decision_was_taken_under(decided: Year):
    extract = minutes_extract.content(decided.work, found(decided, "2018/19-03"))
    assert extract.item.heading == "Rapport"
    assert [taken.text for taken in extract.item.decisions] == ["Rapporten godkänns."]
    assert extract.item.paragraph == f"Punkt {extract.item.number}"
    assert (extract.page, extract.minutes.draft) == ("", True)


def test_a_finished_record_is_extracted_as_it_was_finished(decided: Year):
    decided.finish(1)
    group_writing.change(decided.work, decided.group_id, full_name="Ett annat namn")
    extract = minutes_extract.content(decided.work, found(decided, "2018/19-03"))
    assert not extract.minutes.draft
    assert extract.minutes.group != "Ett annat namn"


def test_in_the_boards_form_it_says_paragraph_and_page(decided: Year):
    group_writing.change(decided.work, decided.group_id, record_form=RecordForm.PROTOCOL)
    numbering.change(
        decided.work, decided.group_id, numbering=Numbering.CALENDAR_YEAR, number_prefix="§", number_start=85
    )
    item_id = agenda.add_item(decided.work, decided.meeting(1), "Nästa fråga")
    decision.take(decided.work, item_id, "Frågan bordläggs.")
    extract = minutes_extract.content(decided.work, found(decided, "85"))
    assert extract.item.paragraph == "§ 85"
    assert int(extract.page) > 1
    (file,) = export(
        decided.work, DocumentKind.EXTRACT, decided.folder / "ut", item_id=item_id, file_format="docx"
    )
    assert file.name == "2018-09-04-protokollsutdrag-styrgrupp-paragraf-85.docx"
    assert "Rätt utdraget intygar" in word.transcript(file.read_bytes())


def test_of_a_meeting_there_is_one_for_each_item_under_which_something_was_decided(decided: Year):
    written = export(decided.work, DocumentKind.EXTRACT, decided.folder / "ut", meeting_id=decided.meeting(1))
    assert len(written) == 3
    assert all(
        name.startswith("2018-09-04-utdrag-ur-minnesanteckningar-styrgrupp-punkt-") for name in names(written)
    )


def test_of_a_year_there_are_those_of_every_meeting_held(decided: Year):
    assert len(export(decided.work, DocumentKind.EXTRACT, decided.folder / "ut")) == 3


def test_a_number_that_nobody_has_is_told(decided: Year):
    with refused(decided, "Det finns inget beslut med nummer § 99."):
        found(decided, "§ 99")


def test_a_number_that_several_groups_have_is_told(decided: Year):
    numbering.change(decided.work, decided.group_id, numbering=Numbering.MEETING, number_prefix="§")
    decided.decide(1)
    decided.hold(2)
    decided.decide(2)
    with refused(decided, "Flera beslut har nummer 1. Ange också vilket möte."):
        found(decided, "1")
    assert minutes_extract.find(decided.work, "1", None, None, decided.meeting(2))
