from collections.abc import Callable

import pytest

from samverkan_desktop.documents import agenda_docx, call_docx, docx_style, municipal_template
from samverkan_desktop.documents.call import Call
from samverkan_desktop.documents.word_template import OWN
from tests.documents import golden_files, pdf_contents, templates, word
from tests.documents.word import W

CALLS: dict[str, Callable[[], Call]] = {
    "last": pdf_contents.meeting_six,
    "extra": pdf_contents.extra_meeting,
    "crowded": pdf_contents.crowded_call,
    "bare": pdf_contents.bare_call,
}
TEMPLATES = {
    "own": lambda: OWN,
    "municipal": lambda: municipal_template.read("mall.docx", templates.bytes_of(templates.english())),
}


@pytest.mark.parametrize("name", ["last", "extra", "bare"])
def test_calls_say_what_the_golden_file_says(name: str) -> None:
    actual = word.transcript(call_docx.render(CALLS[name]()))
    assert actual == golden_files.expected(f"call_{name}.txt", actual)


def test_an_agenda_says_what_the_golden_file_says() -> None:
    actual = word.transcript(agenda_docx.render(pdf_contents.meeting_six()))
    assert actual == golden_files.expected("agenda_last.txt", actual)


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("render", [call_docx.render, agenda_docx.render])
@pytest.mark.parametrize("name", CALLS)
def test_no_paragraph_is_empty_and_every_table_repeats_its_head(
    name: str, render: Callable[..., bytes], template: str
) -> None:
    root = word.part(render(CALLS[name](), TEMPLATES[template]()), "word/document.xml")
    assert all("".join(p.itertext()).strip() for p in root.iter(f"{W}p"))
    for table in root.iter(f"{W}tbl"):
        assert table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
        assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") == "Dagordning"


def test_a_column_of_which_nothing_is_known_is_left_out() -> None:
    (table,) = word.opened(call_docx.render(pdf_contents.extra_meeting())).tables
    assert [cell.text for cell in table.rows[0].cells] == ["Nr", "Ärende", "Föredragande", "Typ"]


def test_a_matter_has_its_papers_and_what_is_proposed_under_it() -> None:
    (table,) = word.opened(call_docx.render(pdf_contents.meeting_six())).tables
    said = table.rows[6].cells[1].text.splitlines()
    assert said[:3] == [
        "Rutin: skolgång vid placering i familjehem och HVB", "uppdrag U2", "Bilaga 4 Förslag till rutin",
    ]  # fmt: skip
    assert said[3].startswith("Förslag till beslut: Rutinen fastställs")


def test_all_25_called_and_40_items_are_there() -> None:
    file = call_docx.render(pdf_contents.crowded_call())
    assert len(word.texts(file, docx_style.ATTENDEE)) == 25
    (table,) = word.opened(file).tables
    assert len(table.rows) == 41


def test_few_items_are_written_in_large_letters_and_many_in_small() -> None:
    styles = []
    for name in ("last", "crowded"):
        (table,) = word.opened(agenda_docx.render(CALLS[name]())).tables
        styles.append(table.rows[1].cells[1].paragraphs[0].style.name)
    assert styles == [docx_style.AGENDA_ITEM, docx_style.CELL]


def test_a_call_tells_when_and_where_in_its_templates_fields() -> None:
    document = templates.english()
    document.add_paragraph("Plats: ")._p.append(templates.control("x", tag="Plats"))
    document.add_paragraph("Tid: ")._p.append(templates.control("x", tag="tid"))
    template = municipal_template.read("mall.docx", templates.bytes_of(document))
    said = [
        text for _, text in word.blocks(word.opened(call_docx.render(pdf_contents.meeting_six(), template)))
    ]
    assert said[:2] == ["Plats: Sammanträdesrum Eken", "Tid: kl. 13.00–16.00"]
