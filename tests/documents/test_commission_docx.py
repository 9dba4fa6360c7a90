from dataclasses import replace
from datetime import UTC, datetime

from samverkan_desktop.documents import commission_docx, docx_style
from tests.documents import contents, golden_files, word


def test_a_brief_says_what_the_golden_file_says() -> None:
    actual = word.transcript(commission_docx.render(contents.brief()))
    assert actual == golden_files.expected("commission.txt", actual)


def test_the_same_brief_gives_the_same_bytes() -> None:
    assert commission_docx.render(contents.brief()) == commission_docx.render(contents.brief())


def test_properties_tell_of_the_commission_and_the_day_it_was_given() -> None:
    core = word.opened(commission_docx.render(contents.brief())).core_properties
    assert core.title.startswith("Uppdragsbeskrivning U1 Kartläggning av problematisk skolfrånvaro")
    assert core.created == datetime(2018, 9, 4, 12, tzinfo=UTC)


def test_how_and_when_it_is_reported_stand_under_their_own_heading() -> None:
    said = list(word.blocks(word.opened(commission_docx.render(contents.brief()))))
    place = said.index(("Heading 1", "Redovisning"))
    assert [text.split("\t")[0] for _, text in said[place + 1 : place + 3]] == ["Hur", "När"]


def test_a_commission_without_a_work_group_has_no_heading_for_it() -> None:
    brief = replace(contents.brief(), members=(), convenor="", secretary="", background="", status="")
    file = commission_docx.render(brief)
    assert word.texts(file, "Heading 1") == ["Ansvarig", "Redovisning"]
    assert all(not text.startswith("Sammankallande") for text in word.texts(file, docx_style.FACT))
