"""An extract bears what the record says of one item, unchanged, and lines to certify it (conventions 3.4)."""

from dataclasses import replace

import pytest

from samverkan_desktop.documents import minutes_extract_docx, minutes_extract_pdf
from samverkan_desktop.documents.minutes_extract import MinutesExtract
from tests.documents import contents, golden_files, word
from tests.documents import protocol_contents as protocols
from tests.documents.pdf_reading import reader, stand_in_order, text_of


def of_protocol() -> MinutesExtract:
    return MinutesExtract(protocols.protocol(), protocols.reported_item(), "169")


def of_notes() -> MinutesExtract:
    minutes = contents.third_meeting()
    return MinutesExtract(minutes, replace(minutes.items[7], paragraph="Punkt 8"))


def of_draft() -> MinutesExtract:
    minutes = contents.extra_meeting()
    return MinutesExtract(replace(minutes, recorded_by=""), replace(minutes.items[0], paragraph="Punkt 1"))


def long() -> MinutesExtract:
    minutes = protocols.crowded_protocol()
    return MinutesExtract(minutes, minutes.items[1], "208")


EXTRACTS = {"protocol": of_protocol, "notes": of_notes, "draft": of_draft, "long": long}


def both(extract: MinutesExtract) -> tuple[str, str]:
    return (
        word.transcript(minutes_extract_docx.render(extract)),
        text_of(minutes_extract_pdf.render(extract)),
    )


@pytest.mark.parametrize("name", ["protocol", "notes"])
def test_an_extract_says_what_the_golden_file_says(name: str):
    actual = word.transcript(minutes_extract_docx.render(EXTRACTS[name]()))
    assert actual == golden_files.expected(f"extract_{name}.txt", actual)


def test_it_says_organ_day_paragraph_decision_and_receivers_and_is_certified():
    for said in both(of_protocol()):
        assert stand_in_order(
            said,
            "Protokollsutdrag",
            "Protokollet är justerat 2007-06-01",
            "Barn- och utbildningsnämnden",
            "2007-05-24",
            "§ 85",
            "169",
            "§ 60:1",
            "§ 85 Samverkan mellan skola och socialförvaltning",
            "Diarienummer: 05.155 60",
            "Bilaga 1: 3 beskrivningar av samverkan",
            "Beslut",
            "Rapporten läggs med godkännande till handlingarna.",
            "Beslutsexpediering",
            "Socialnämnden",
            "Om protokollet",
            "Ledamot, justerat 2007-06-01",
            "Rätt utdraget intygar",
            "Namnförtydligande",
            "Expedierat den",
        )


def test_an_extract_of_notes_names_the_item_and_the_number_of_the_decision():
    for said in both(of_notes()):
        assert stand_in_order(
            said,
            "Utdrag ur minnesanteckningar",
            "8",
            "2018/19-10",
            "Punkt 8 Gemensam utbildningsdag hösten 2019",
            "2018/19-10 Ett program för en gemensam utbildningsdag tas fram.",
            "Om anteckningarna",
            "Rätt utdraget intygar",
        )
        assert "justerat" not in said


def test_an_extract_of_a_draft_says_that_it_is_one():
    for said in both(of_draft()):
        assert "UTKAST – arbetsmaterial" in said
        assert "Om anteckningarna" not in said


def test_a_long_item_is_on_pages_that_say_which_they_are():
    pages = reader(minutes_extract_pdf.render(long())).pages
    assert len(pages) >= 4
    for number, page in enumerate(pages, 1):
        assert f"sida {number} ({len(pages)})" in page.extract_text()


def test_an_extract_says_word_for_word_what_the_record_says():
    from samverkan_desktop.documents import protocol_docx

    whole = word.transcript(protocol_docx.render(protocols.protocol()))
    taken = word.transcript(minutes_extract_docx.render(of_protocol()))
    own = taken[taken.index("[Heading 1] § 85") : taken.index("[Heading 1] Om protokollet")]
    assert own in whole
