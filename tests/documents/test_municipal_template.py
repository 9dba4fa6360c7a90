import io
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from samverkan_desktop.documents import commission_docx, docx_style, minutes_docx, municipal_template
from samverkan_desktop.documents.municipal_template import MunicipalTemplate
from samverkan_desktop.errors import UserError
from tests.documents import contents, golden_files, templates, word
from tests.documents.word import W

#: A template as each of Word's languages writes it, with a place for the content told in each of its ways.
TEMPLATES = {
    "english": lambda: templates.bytes_of(templates.english()),
    "swedish": lambda: templates.swedish(templates.bytes_of(templates.english())),
    "control": lambda: templates.swedish(templates.bytes_of(templates.with_control(templates.english()))),
    "bookmark": lambda: templates.dotx(templates.bytes_of(templates.with_bookmark(templates.english()))),
}


def read(document: Document) -> MunicipalTemplate:
    return municipal_template.read("mall.docx", templates.bytes_of(document))


def written(document: Document, **changes: object) -> bytes:
    return minutes_docx.render(replace(contents.third_meeting(), **changes), read(document))


@pytest.fixture(scope="module", params=TEMPLATES)
def file(request: pytest.FixtureRequest) -> bytes:
    template = municipal_template.read("mall.docx", TEMPLATES[request.param]())
    return minutes_docx.render(contents.third_meeting(), template)


@pytest.mark.parametrize("name", TEMPLATES)
def test_minutes_in_a_template_say_what_the_golden_file_says(name: str) -> None:
    template = municipal_template.read("mall.docx", TEMPLATES[name]())
    actual = word.transcript(minutes_docx.render(contents.extra_meeting(), template))
    assert actual == golden_files.expected(f"minutes_in_template_{name}.txt", actual)


def test_content_is_the_same_with_and_without_a_template(file: bytes) -> None:
    own = [text for _, text in word.blocks(word.opened(minutes_docx.render(contents.third_meeting())))]
    said = [text for _, text in word.blocks(word.opened(file))]
    assert [text for text in said if "innehållet" not in text] == own


def test_content_takes_the_styles_of_the_template(file: bytes) -> None:
    document = word.opened(file)
    assert document.styles["Normal"].font.name == "Georgia"
    used = next(p for p in document.paragraphs if p.text == "Deltagare").style
    assert used.name == "Heading 1"
    assert str(used.font.color.rgb) == "A01030"
    assert len([style for style in document.styles if style.name == "Heading 1"]) == 1


def test_no_style_is_named_that_the_file_does_not_have(file: bytes) -> None:
    defined = {each.get(f"{W}styleId") for each in word.part(file, "word/styles.xml").iter(f"{W}style")}
    naming = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
    parts = [word.part(file, f"word/{name}.xml") for name in ("document", "styles", "header1", "numbering")]
    named = {each.get(f"{W}val") for root in parts for tag in naming for each in root.iter(f"{W}{tag}")}
    assert named <= defined


def test_styles_that_the_template_lacks_are_written_in_its_own_letters(file: bytes) -> None:
    style = word.opened(file).styles[docx_style.DECISION]
    assert style.base_style.name == "Normal"
    assert style.font.name is None
    assert style.font.size == Pt(12)
    assert style.element.find(f".//{W}left").get(f"{W}color") == "A01030"


def test_headers_and_footers_stay_and_their_fields_are_filled(file: bytes) -> None:
    section = word.opened(file).sections[0]
    assert section.header.paragraphs[0].text == "Ekköpings kommun\tDatum: 2018-12-04\tDnr: BIN 2018/114"
    fields = [each.get(f"{W}instr") for each in word.part(file, "word/footer1.xml").iter(f"{W}fldSimple")]
    assert fields == ["PAGE", "NUMPAGES"]
    assert round(section.left_margin.cm) == 4


def test_a_field_of_which_nothing_is_known_is_left_empty() -> None:
    header = word.opened(written(templates.english(), case_number="")).sections[0].header
    assert header.paragraphs[0].text.endswith("Dnr: ")


@pytest.mark.parametrize("name", ["control", "bookmark"])
def test_content_goes_where_the_template_says(name: str) -> None:
    template = municipal_template.read("mall.docx", TEMPLATES[name]())
    said = [text for _, text in word.blocks(word.opened(commission_docx.render(contents.brief(), template)))]
    assert said[0] == "Före innehållet."
    assert said[1] == "Uppdragsbeskrivning"
    assert said[-1] == "Efter innehållet."


def test_tables_are_as_wide_as_the_templates_text(file: bytes) -> None:
    (table,) = word.opened(file).tables
    assert abs(sum(column.width.cm for column in table.columns) - 14) < 0.05


def test_tables_take_the_templates_grid() -> None:
    document = templates.english()
    document.styles["Table Grid"].element.find(qn("w:name")).set(qn("w:val"), "Tabellrutnät")
    (table,) = word.opened(written(document)).tables
    assert table.style.name == "Tabellrutnät"


def test_a_title_that_the_template_places_is_not_said_twice() -> None:
    document = templates.english()
    document.add_paragraph()._p.append(templates.control("Rubrik", tag="titel"))
    said = [text for _, text in word.blocks(word.opened(written(document)))]
    assert said.count("Minnesanteckningar") == 1
    assert said[0] == "Minnesanteckningar"


def test_a_style_is_known_by_its_level_where_its_name_says_nothing() -> None:
    document = templates.english()
    heading = document.styles["Heading 1"]
    heading.element.find(qn("w:name")).set(qn("w:val"), "Ekköping stor rubrik")
    heading.style_id = "EkStor"
    used = next(p for p in word.opened(written(document)).paragraphs if p.text == "Deltagare").style
    assert used.name == "Ekköping stor rubrik"


def test_a_template_without_lists_and_numbering_gets_them() -> None:
    parts = templates.unpacked(templates.bytes_of(templates.english()))
    del parts["word/numbering.xml"]
    for name in ("word/_rels/document.xml.rels", "[Content_Types].xml"):
        parts[name] = b"".join(
            piece for piece in parts[name].replace(b"/>", b"/>\n").splitlines() if b"numbering" not in piece
        )
    styles = word.etree.fromstring(parts["word/styles.xml"])
    for style in list(styles.iter(f"{W}style")):
        if style.get(f"{W}styleId").startswith("List"):
            styles.remove(style)
    parts["word/styles.xml"] = word.etree.tostring(styles)
    template = municipal_template.read("mall.docx", templates.packed(parts))
    item = replace(contents.third_meeting().items[0], notes="- en\n- två\n\n1. ett\n2. tu")
    file = minutes_docx.render(replace(contents.third_meeting(), items=(item,)), template)
    assert word.texts(file, "List Bullet")[:2] == ["en", "två"]
    assert word.texts(file, "List Number") == ["ett", "tu"]
    formats = [each.get(f"{W}val") for each in word.part(file, "word/numbering.xml").iter(f"{W}numFmt")]
    assert formats == ["decimal", "decimal", "bullet", "bullet"]


def test_a_numbering_of_the_templates_own_keeps_its_lists() -> None:
    document = templates.english()
    numbering = document.part.numbering_part.element
    scheme = numbering.find(qn("w:abstractNum"))
    old, used = scheme.get(qn("w:abstractNumId")), list(numbering.iter(qn("w:abstractNumId")))
    scheme.set(qn("w:abstractNumId"), "90")
    for each in used:
        if each.get(qn("w:val")) == old:
            each.set(qn("w:val"), "90")
    root = word.part(written(document), "word/numbering.xml")
    schemes = [each.get(f"{W}abstractNumId") for each in root.iter(f"{W}abstractNum")]
    assert len(schemes) == len(set(schemes))
    assert {each.get(f"{W}val") for each in root.iter(f"{W}abstractNumId")} <= set(schemes)


def test_a_template_of_empty_lines_leaves_none() -> None:
    document = templates.english()
    document.add_paragraph()
    document.add_paragraph()
    root = word.part(written(document), "word/document.xml")
    assert all("".join(p.itertext()).strip() for p in root.iter(f"{W}p"))


def test_headings_descend_one_level_at_a_time(file: bytes) -> None:
    levels = [int(style[-1]) for style, _ in word.blocks(word.opened(file)) if style.startswith("Heading")]
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_the_file_tells_of_the_meeting_and_not_of_the_template(file: bytes) -> None:
    core = word.opened(file).core_properties
    assert core.title.startswith("Minnesanteckningar 2018-12-04")
    assert (core.identifier, core.language) == ("BIN 2018/114", "sv-SE")
    languages = word.part(file, "word/styles.xml").find(f"{W}docDefaults").iter(f"{W}lang")
    assert {each.get(f"{W}val") for each in languages} == {"sv-SE"}


def test_the_same_content_in_the_same_template_gives_the_same_bytes() -> None:
    assert written(templates.english()) == written(templates.english())


def test_content_on_a_page_of_its_own_is_as_wide_as_that_page() -> None:
    document = templates.english()
    templates.with_bookmark(document)
    document.add_section()
    document.sections[1].left_margin = Cm(9)
    (table,) = word.opened(written(document)).tables
    assert abs(sum(column.width.cm for column in table.columns) - 14) < 0.05


def test_a_document_of_ours_can_be_the_template_of_the_next() -> None:
    own = minutes_docx.render(contents.extra_meeting())
    template = municipal_template.read("egen.docx", own)
    file = minutes_docx.render(contents.third_meeting(), template)
    names = [style.name for style in word.opened(file).styles]
    assert len(names) == len(set(names))


def _place_in_header(document: Document) -> None:
    document.sections[0].header.paragraphs[0]._p.append(templates.control("x", tag="innehåll"))


def _place_in_table(document: Document) -> None:
    document.add_table(1, 1).cell(0, 0).paragraphs[0]._p.append(templates.control("x", tag="innehåll"))


def _two_places(document: Document) -> None:
    templates.with_control(templates.with_control(document))


def _narrow(document: Document) -> None:
    document.sections[0].left_margin = Cm(14)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_place_in_header, "sidhuvud"),
        (_place_in_table, "tabell"),
        (_two_places, "mer än ett ställe"),
        (_narrow, "smalare än 8 cm"),
    ],
)
def test_a_template_without_what_is_needed_is_refused(spoil: Callable[[Document], None], said: str) -> None:
    document = templates.english()
    spoil(document)
    with pytest.raises(UserError, match=said):
        read(document)


def test_a_template_without_styles_is_refused() -> None:
    parts = templates.unpacked(templates.bytes_of(templates.english()))
    del parts["word/styles.xml"]
    with pytest.raises(UserError, match="saknar formatmallar"):
        municipal_template.read("mall.docx", templates.packed(parts))


def test_every_picture_is_no_wider_than_the_text() -> None:
    from PIL import Image

    from samverkan_desktop.documents import template_place

    document = templates.english()
    file = io.BytesIO()
    Image.new("RGB", (100, 20)).save(file, "PNG")
    document.add_picture(file, width=Cm(20))
    template_place.fit([document.paragraphs[-1]._p], Cm(14).twips, Cm(16).twips)
    assert round(document.inline_shapes[0].width.cm, 1) == 14.0
    assert round(document.inline_shapes[0].height.cm, 1) == 2.8
