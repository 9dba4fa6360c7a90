"""A protokoll in the board's form says the same in Word and PDF, its table on every page (B01, B02)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from docx.oxml.ns import qn

from samverkan_desktop.documents import municipal_template, protocol_docx, protocol_parts, protocol_pdf
from samverkan_desktop.documents.minutes import Minutes
from samverkan_desktop.documents.protocol import Notice, ProtocolFront
from tests.documents import contents, golden_files, templates, word
from tests.documents import protocol_contents as protocols
from tests.documents.pdf_reading import bookmarks_of, reader, stand_in_order, text_of
from tests.documents.test_pdf_structure import root_of, walk

PROTOCOLS = {
    "attested": protocols.protocol,
    "unattested": protocols.unattested_protocol,
    "bare": protocols.bare_protocol,
    "crowded": protocols.crowded_protocol,
}
every_protocol = pytest.mark.parametrize("content", PROTOCOLS.values(), ids=PROTOCOLS)
IN_ORDER = (
    "Beslutsdatum", "§§ 85–86", "Sammanträdesprotokoll", "Protokollet är justerat 2007-06-01",
    "Sammanträdesdatum",
    "Plats och tid", "Kommunhuset, sal Åäö, kl. 13.00–16.30", "Beslutande", "Ledamot (Åsa Prov)",
    "Övriga närvarande", "Skolchef, § 85", "Utses att justera", "Justeringens plats och tid",
    "Underskrifter", "Sekreterare", "Ordförande", "Justerare", "Anslag/bevis",
    "Justeringen har tillkännagivits genom anslag.", "2007-06-25", "Kansliet", "Utdragsbestyrkande",
    "Ärendelista", "§ 85 Samverkan mellan skola", "Diarienummer: 05.155 60",
    "Bilaga 1: 3 beskrivningar av samverkan", "Ärendebeskrivning", "Tidigare beslut",
    "2005-09-25, § 100", "Förvaltningens yttrande", "Förhandlingar enligt § 11 MBL har hållits 2007-05-08.",
    "Förslag från Barn- och utbildningsnämnden, arbetsutskott", "Beslut", "Beslutsexpediering",
    "Chef kansliet",
)  # fmt: skip


def heads(file: bytes) -> list[list[str]]:
    """The rows of the table at the head of each section's pages."""
    document = word.opened(file)
    return [
        [" | ".join(cell.text for cell in row.cells) for row in section.header.tables[0].rows[1:]]
        for section in document.sections
    ]


def first_pages(file: bytes) -> list[str | None]:
    settings = word.part(file, "word/document.xml").iter(qn("w:sectPr"))
    numberings = [each.find(qn("w:pgNumType")) for each in settings]
    return [None if each is None else each.get(qn("w:start")) for each in numberings]


def test_a_protokoll_says_what_the_golden_file_says():
    actual = word.transcript(protocol_docx.render(protocols.protocol()))
    assert actual == golden_files.expected("protocol.txt", actual)


def test_the_pdf_file_says_the_same_in_the_same_order():
    assert stand_in_order(text_of(protocol_pdf.render(protocols.protocol())), *IN_ORDER)


def test_each_page_of_the_pdf_file_bears_the_table_with_its_page_of_the_year():
    pages = [page.extract_text() for page in reader(protocol_pdf.render(protocols.protocol())).pages]
    assert len(pages) == 6
    for number, page in enumerate(pages, 166):
        assert "Beslutsdatum" in page and "2007-05-24" in page
        assert str(number) in page.split("2007-05-24")[1][:20]
        assert "Justerandes sign" in page


def test_the_table_of_a_paragraph_names_it_and_the_instances_before():
    pages = [page.extract_text() for page in reader(protocol_pdf.render(protocols.protocol())).pages]
    on = next(page for page in pages if "§ 85 Samverkan" in page)
    assert stand_in_order(on, "§ 85", "169", protocols.COMMITTEE, "2007-05-10", "§ 60:1", "§ 85 Samverkan")


def test_the_table_is_read_out_once_for_each_leaf_however_many_pages_it_has():
    content = protocols.crowded_protocol()
    file = protocol_pdf.render(content)
    leaves = protocol_parts.leaves(content)
    tables = [each for each in walk(root_of(file)) if each["/S"] == "/Table"]
    assert len(reader(file).pages) > len(leaves) + 4
    assert len(tables) == len(leaves) + 1  # the list of items is one too


def test_the_list_of_items_says_on_which_page_each_begins():
    content = protocols.crowded_protocol()
    pages = [page.extract_text() for page in reader(protocol_pdf.render(content)).pages]
    said = protocol_pdf.pages_of(content)
    assert len(said) == 40
    for item in content.items:
        assert item.heading[:20] in pages[said[item.number] - 201]


def test_every_item_is_in_the_outline():
    content = protocols.crowded_protocol()
    headings = [heading for _, heading, _ in bookmarks_of(protocol_pdf.render(content))]
    assert [h for h in headings if h.startswith("§")] == [
        protocol_parts.item_heading(item) for item in content.items if item.paragraph
    ]


@every_protocol
def test_a_protokoll_is_laid_out_the_same_each_time(content: Callable[[], Minutes]):
    assert protocol_pdf.render(content()) == protocol_pdf.render(content())
    assert protocol_docx.render(content()) == protocol_docx.render(content())


def test_each_paragraph_is_a_section_of_its_own_with_its_table():
    file = protocol_docx.render(protocols.protocol())
    own = f"{protocols.BOARD} | 2007-05-24"
    assert [rows[0].rsplit(" |", 1)[0] for rows in heads(file)] == [
        f"{own} | §§ 85–86", f"{own} | –", f"{own} | § 85", f"{own} | § 86", f"{own} | –",
    ]  # fmt: skip
    assert heads(file)[2][1:] == [f"{protocols.COMMITTEE} | 2007-05-10 | § 60:1 | –"]


def test_pages_are_numbered_from_the_first_section_on():
    assert first_pages(protocol_docx.render(protocols.protocol())) == ["166", None, None, None, None]


def test_the_page_of_each_item_is_asked_of_word():
    root = word.part(protocol_docx.render(protocols.protocol()), "word/document.xml")
    asked = [each.get(qn("w:instr")) for each in root.iter(qn("w:fldSimple"))]
    places = [each.get(qn("w:name")) for each in root.iter(qn("w:bookmarkStart"))]
    assert asked == [f"PAGEREF {name}" for name in places] == [f"PAGEREF item{n}" for n in range(1, 6)]


@every_protocol
def test_no_paragraph_of_a_head_or_of_the_text_is_empty(content: Callable[[], Minutes]):
    file = protocol_docx.render(content())
    document = word.opened(file)
    paragraphs = [p for section in document.sections for p in section.header.paragraphs]
    assert all(p.text.strip() for p in paragraphs)
    for paragraph in word.part(file, "word/document.xml").iter(qn("w:p")):
        ends_section = paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None
        assert ends_section or "".join(paragraph.itertext()).strip()


def test_what_nobody_has_attested_says_so_and_has_lines_to_fill_in():
    for said in (
        word.transcript(protocol_docx.render(protocols.unattested_protocol())),
        text_of(protocol_pdf.render(protocols.unattested_protocol())),
    ):
        assert "Protokollet är inte justerat" in said
        assert "Anslaget sätts upp när det är justerat." in said
        assert "tillkännagivits" not in said
        assert said.count("_" * 34) >= 10


def test_what_is_attested_and_not_announced_does_not_say_that_it_is():
    front = ProtocolFront(attested_on=date(2007, 6, 1), notice=Notice())
    said = text_of(protocol_pdf.render(replace(protocols.protocol(), front=front)))
    assert "Justeringen tillkännages genom anslag." in said


def test_a_draft_is_marked_on_every_page():
    draft = replace(protocols.protocol(), draft=True)
    assert all(
        "UTKAST – arbetsmaterial" in page.extract_text() for page in reader(protocol_pdf.render(draft)).pages
    )
    for section in word.opened(protocol_docx.render(draft)).sections:
        assert section.header.paragraphs[-1].text == "UTKAST – arbetsmaterial"


def test_decisions_that_share_a_paragraph_bear_their_own_numbers():
    said = text_of(protocol_pdf.render(protocols.protocol()))
    assert stand_in_order(
        said, "§ 86 Gemensam", "§ 86:1 Dagen hålls i oktober.", "§ 86:2 Kostnaden delas lika."
    )
    assert "§ 85 Rapporten läggs" not in said


def test_items_without_a_paragraph_share_a_page():
    shared = [leaf for leaf in protocol_parts.leaves(protocols.protocol()) if len(leaf.items) == 2]
    assert [item.heading for item in shared[0].items] == ["Nästa möte", "Mötet avslutas"]


def test_a_municipalitys_letterhead_stays_above_the_table_of_the_front_page():
    template = municipal_template.read("mall.docx", templates.bytes_of(templates.english()))
    document = word.opened(protocol_docx.render(protocols.protocol(), template))
    first, second = document.sections[0], document.sections[1]
    assert "Ekköpings kommun" in first.header.paragraphs[0].text
    assert first.header.tables and second.header.tables
    room = first.page_width - first.left_margin - first.right_margin
    assert abs(sum(column.width for column in first.header.tables[0].columns) - room) < 20000


def test_notes_of_a_group_of_officials_have_nothing_of_it():
    from samverkan_desktop.documents import minutes_docx, minutes_pdf

    for said in (
        word.transcript(minutes_docx.render(contents.third_meeting())),
        text_of(minutes_pdf.render(contents.third_meeting())),
    ):
        assert not [each for each in ("Anslag", "Utses att justera", "Beslutsdatum") if each in said]
