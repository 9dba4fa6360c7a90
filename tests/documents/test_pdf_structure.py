"""PDF files say what their words are: headings, paragraphs, lists, tables, figures, in reading order."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from pypdf.generic import ArrayObject, DictionaryObject

from samverkan_desktop.documents import (
    agenda_pdf,
    call_pdf,
    commission_pdf,
    follow_up_pdf,
    listing_pdf,
    minutes_extract_pdf,
    minutes_pdf,
    official_report_pdf,
    protocol_pdf,
    running_script_pdf,
    year_plan_pdf,
)
from samverkan_desktop.documents.minutes_extract import MinutesExtract
from tests.documents import contents
from tests.documents import follow_up_contents as years
from tests.documents import official_report_contents as reports
from tests.documents import pdf_contents as calls
from tests.documents import protocol_contents as protocols
from tests.documents.pdf_reading import reader
from tests.documents.test_listing import CROWDED

FILES = {
    "call": lambda: call_pdf.render(calls.crowded_call()),
    "bare call": lambda: call_pdf.render(calls.bare_call()),
    "agenda": lambda: agenda_pdf.render(calls.meeting_six()),
    "follow-up": lambda: follow_up_pdf.render(years.played_year()),
    "crowded follow-up": lambda: follow_up_pdf.render(years.crowded_year()),
    "empty follow-up": lambda: follow_up_pdf.render(years.empty_year()),
    "minutes": lambda: minutes_pdf.render(contents.crowded_meeting()),
    "extra minutes": lambda: minutes_pdf.render(contents.extra_meeting()),
    "protocol": lambda: protocol_pdf.render(protocols.protocol()),
    "unattested protocol": lambda: protocol_pdf.render(protocols.unattested_protocol()),
    "bare protocol": lambda: protocol_pdf.render(protocols.bare_protocol()),
    "crowded protocol": lambda: protocol_pdf.render(protocols.crowded_protocol()),
    "extract": lambda: minutes_extract_pdf.render(
        MinutesExtract(protocols.protocol(), protocols.reported_item(), "169")
    ),
    "official report": lambda: official_report_pdf.render(reports.report()),
    "numbered official report": lambda: official_report_pdf.render(reports.numbered_report()),
    "bare official report": lambda: official_report_pdf.render(reports.bare_report()),
    "crowded official report": lambda: official_report_pdf.render(reports.crowded_report()),
    "brief": lambda: commission_pdf.render(contents.brief()),
    "year plan": lambda: year_plan_pdf.render(years.year_plan()),
    "list": lambda: listing_pdf.render(CROWDED),
    "script": lambda: running_script_pdf.render(calls.script()),
}


@pytest.fixture(params=FILES, scope="module")
def file(request: pytest.FixtureRequest) -> bytes:
    return FILES[request.param]()


def root_of(file: bytes) -> DictionaryObject:
    return reader(file).trailer["/Root"]["/StructTreeRoot"]["/K"][0].get_object()


def kids_of(element: DictionaryObject) -> list[object]:
    kids = element.get("/K", ArrayObject())
    kids = kids.get_object()
    kids = kids if isinstance(kids, ArrayObject) else [kids]
    return [kid.get_object() for kid in kids]


def walk(element: DictionaryObject) -> Iterator[DictionaryObject]:
    """Yield an element and all that are parts of it, in the order one reads."""
    yield element
    for kid in kids_of(element):
        if isinstance(kid, DictionaryObject) and "/S" in kid:
            yield from walk(kid)


def parts(element: DictionaryObject, role: str) -> list[DictionaryObject]:
    return [kid for kid in kids_of(element) if isinstance(kid, DictionaryObject) and kid.get("/S") == role]


def roles(file: bytes) -> list[str]:
    return [str(element["/S"])[1:] for element in walk(root_of(file))]


def figures(file: bytes) -> list[DictionaryObject]:
    return [element for element in walk(root_of(file)) if element["/S"] == "/Figure"]


def test_headings_are_headings_and_none_skips_a_level(file: bytes):
    levels = [int(role[1]) for role in roles(file) if re.fullmatch(r"H\d", role)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_word_drawn_is_somebodys_or_decoration(file: bytes):
    for page in reader(file).pages:
        depth, told = 0, []
        for _, operator in page.get_contents().operations:
            depth += {b"BDC": 1, b"BMC": 1, b"EMC": -1}.get(operator, 0)
            if operator in (b"Tj", b"TJ", b"Do"):
                told.append(depth)
        assert depth == 0
        assert told
        assert set(told) == {1}


def test_each_mark_on_a_page_leads_back_to_the_element_that_has_it(file: bytes):
    document = reader(file)
    tree = document.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    owners = {tree[place]: tree[place + 1].get_object() for place in range(0, len(tree), 2)}
    for page in document.pages:
        found = re.findall(rb"/MCID (\d+)", page.get_contents().get_data())
        assert [int(number) for number in found] == list(range(len(owners[page["/StructParents"]])))


def test_every_row_of_a_table_has_as_many_cells(file: bytes):
    for table in (element for element in walk(root_of(file)) if element["/S"] == "/Table"):
        widths = set()
        for row in (element for element in walk(table) if element["/S"] == "/TR"):
            cells = parts(row, "/TD") + parts(row, "/TH")
            widths.add(sum(int(cell.get("/A", {}).get("/ColSpan", 1)) for cell in cells))
        assert len(widths) == 1


def test_a_table_over_several_pages_is_one_table_with_one_head():
    call = calls.crowded_call()
    file = call_pdf.render(call)
    tables = [element for element in walk(root_of(file)) if element["/S"] == "/Table"]
    assert len(reader(file).pages) > 2
    assert len(tables) == 1
    (head,), (body,) = parts(tables[0], "/THead"), parts(tables[0], "/TBody")
    assert len(parts(head, "/TR")) == 1
    assert {cell["/A"]["/Scope"] for cell in parts(parts(head, "/TR")[0], "/TH")} == {"/Column"}
    assert len(parts(body, "/TR")) == len(call.items)


def test_a_cell_over_two_pages_is_one_paragraph_of_one_row():
    item = replace(calls.meeting_six().items[0], heading="Ord på många rader. " * 600)
    root = root_of(call_pdf.render(replace(calls.meeting_six(), items=(item,))))
    long = [
        element
        for element in walk(root)
        if element["/S"] == "/P" and any(isinstance(kid, DictionaryObject) for kid in kids_of(element))
    ]
    assert len(long) == 1
    assert len([element for element in walk(root) if element["/S"] == "/TR"]) == 2


def test_a_list_has_its_numbers_apart_from_its_lines():
    lists = [e for e in walk(root_of(follow_up_pdf.render(years.played_year()))) if e["/S"] == "/L"]
    (improvements,) = lists[-1:]
    lines = parts(improvements, "/LI")
    assert len(lines) == len(years.played_year().improvements)
    assert [[str(part["/S"]) for part in kids_of(line)] for line in lines] == [["/Lbl", "/LBody"]] * len(
        lines
    )


def test_the_wheel_is_told_in_words():
    file = follow_up_pdf.render(years.played_year())
    wheel = figures(file)[0]
    assert "4 sep: Möte 1 (hållet möte)." in wheel["/Alt"]
    assert len(wheel["/A"]["/BBox"]) == 4


@pytest.mark.parametrize(
    "shown",
    [
        "möten som är fastlagda och hållna. Styrgruppen: hållna 6 av 6, extra 1.",
        "närvaro per funktion. Bildningsförvaltningen. Utbildningschef förskola: 6 av 6, i del 1.",
        "uppdrag efter utfall. Redovisad i tid: 5. Redovisad efter beslutad ny tid: 1. Pågår: 1.",
        "dokumenterade avvikelser per verksamhet. Grundskola: 2. IFO: 2. Förskola: 1. Gymnasiet: 1.",
    ],
)
def test_each_chart_is_told_in_words(shown: str):
    told = [figure["/Alt"] for figure in figures(follow_up_pdf.render(years.played_year()))]
    assert [words for words in told if shown in words]


def test_the_file_says_that_it_can_be_kept_and_read_aloud(file: bytes):
    document = reader(file)
    catalogue = document.trailer["/Root"]
    packet = catalogue["/Metadata"].get_data().decode()
    for claim in (
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
    ):
        assert claim in packet
    assert document.metadata.title in packet
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"


def test_a_title_with_marks_of_xml_can_be_read_back():
    file = call_pdf.render(replace(calls.meeting_six(), title="Kallelse <A&B>"))
    packet = reader(file).trailer["/Root"]["/Metadata"].get_data().decode()
    assert "Kallelse &lt;A&amp;B&gt;" in packet
