import io
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from zipfile import ZipFile

import pytest
from docx.shared import Cm

from samverkan_desktop.documents import docx_style, follow_up_docx, follow_up_pdf, municipal_template
from samverkan_desktop.documents.follow_up import FollowUp
from samverkan_desktop.documents.word_template import OWN
from tests.documents import (
    follow_up_contents,
    golden_files,
    level_contents,
    pdf_reading,
    plan_contents,
    register_contents,
    templates,
    word,
)
from tests.documents.word import W

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def full_year() -> FollowUp:
    """A year of two groups with everything that a report can have."""
    return replace(
        follow_up_contents.year_of_two_groups(),
        plans=plan_contents.plans(),
        levels=level_contents.levels(),
        registers=register_contents.registers(),
    )


YEARS: dict[str, Callable[[], FollowUp]] = {
    "full": full_year,
    "empty": follow_up_contents.empty_year,
    "crowded": follow_up_contents.crowded_year,
}


@pytest.fixture(scope="module", params=YEARS)
def file(request: pytest.FixtureRequest) -> bytes:
    return follow_up_docx.render(YEARS[request.param]())


@pytest.fixture(scope="module")
def full() -> bytes:
    return follow_up_docx.render(full_year())


@pytest.mark.parametrize("name", ["full", "empty"])
def test_the_report_says_what_the_golden_file_says(name: str) -> None:
    actual = word.transcript(follow_up_docx.render(YEARS[name]()))
    assert actual == golden_files.expected(f"follow_up_{name}.txt", actual)


def test_it_has_every_part_that_the_pdf_file_has(full: bytes) -> None:
    bookmarks = pdf_reading.bookmarks_of(follow_up_pdf.render(full_year()))
    outline = [title for level, title, _ in bookmarks if level == 1]
    assert word.texts(full, "Heading 1") == outline
    assert len(outline) == 20


def test_every_finding_stands_with_its_clause_word_for_word(full: bytes) -> None:
    said = word.transcript(full)
    for finding in full_year().findings:
        assert finding.clause in said
        assert f"”{finding.source}”" in said


def test_every_chart_says_in_words_what_it_shows(full: bytes) -> None:
    told = [each.get("descr") for each in word.part(full, "word/document.xml").iter(f"{_WP}docPr")]
    assert all(told)
    assert told[0].startswith("Årshjul 2018/2019.")
    assert any(each.startswith("Linje: ") for each in told)
    assert "75 %" in told
    assert len(told) >= 10


def test_no_two_pictures_share_a_number_and_none_is_wider_than_the_text(file: bytes) -> None:
    root = word.part(file, "word/document.xml")
    numbers = [each.get("id") for each in root.iter(f"{_WP}docPr")]
    assert len(numbers) == len(set(numbers))
    assert all(int(each.get("cx")) <= Cm(16) for each in root.iter(f"{_WP}extent"))


def test_pictures_are_small_enough_to_mail(file: bytes) -> None:
    with ZipFile(io.BytesIO(file)) as package:
        assert all(
            entry.file_size < 200_000 for entry in package.infolist() if entry.filename.endswith("png")
        )


def test_headings_descend_one_level_at_a_time(file: bytes) -> None:
    levels = [int(style[-1]) for style, _ in word.blocks(word.opened(file)) if style.startswith("Heading")]
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_no_paragraph_is_empty_and_every_table_repeats_its_head(file: bytes) -> None:
    root = word.part(file, "word/document.xml")
    drawn = f"{W}drawing"
    assert all("".join(p.itertext()).strip() or p.find(f".//{drawn}") is not None for p in root.iter(f"{W}p"))
    for table in root.iter(f"{W}tbl"):
        assert table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
        assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val")


def test_a_party_stands_as_a_heading_across_its_functions(full: bytes) -> None:
    table = next(t for t in word.opened(full).tables if t.rows[0].cells[0].text == "Funktion")
    assert table.rows[1].cells[0].text == "Bildningsförvaltningen"
    assert table.rows[1]._tr.tc_lst[0].grid_span == len(table.columns)


def test_a_column_that_only_marks_is_left_out(full: bytes) -> None:
    table = next(t for t in word.opened(full).tables if t.rows[0].cells[0].text == "Läge")
    assert [cell.text for cell in table.rows[0].cells] == ["Läge", "Punkt", "Iakttagelse och avtalets ord"]


def test_improvements_are_numbered_by_word_itself(full: bytes) -> None:
    assert word.texts(full, "List Number")[-3:] == list(full_year().improvements)


def test_a_draft_says_so_on_every_page() -> None:
    draft = replace(full_year(), decision="")
    header = word.opened(follow_up_docx.render(draft)).sections[0].header
    assert header.paragraphs[1].text.endswith("UTKAST – arbetsmaterial")


def test_in_a_template_its_tables_and_pictures_are_as_wide_as_its_text() -> None:
    template = municipal_template.read("mall.docx", templates.bytes_of(templates.english()))
    file = follow_up_docx.render(full_year(), template)
    document = word.opened(file)
    assert all(abs(sum(c.width.cm for c in table.columns) - 14) < 0.1 for table in document.tables)
    assert all(shape.width <= Cm(14.01) for shape in document.inline_shapes)
    assert document.styles[docx_style.CELL].font.size.pt == 8.5


def test_the_same_year_gives_the_same_bytes() -> None:
    assert follow_up_docx.render(full_year(), OWN) == follow_up_docx.render(full_year())
