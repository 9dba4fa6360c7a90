import pytest
from reportlab.platypus import Paragraph

from samverkan_desktop.documents import pdf_style
from samverkan_desktop.documents.pdf_text import escape, text

CONTENTS = (
    "Utbildningschef gymnasiet och vuxenutbildningen",
    "  Blanksteg  runt och\u00a0mellan   ord ",
    "Mindre < större > och & samt <b>märken</b>",
    "Ett rättoch\u00adslättavstavat samverkansuppföljningsprotokollsjusteringsförfarande till",
    "",
    " ",
)


@pytest.fixture(autouse=True)
def fonts() -> None:
    pdf_style.register_fonts()


def lines(paragraph: Paragraph, width: float) -> list[str]:
    """Lay a paragraph out and return its lines."""
    paragraph.wrap(width, 1000)
    laid = paragraph.blPara
    if laid.kind == 0:
        return [" ".join(words) for _, words in laid.lines]
    return ["".join(fragment.text for fragment in line.words).strip() for line in laid.lines]


@pytest.mark.parametrize("content", CONTENTS)
@pytest.mark.parametrize("width", [60, 200])
def test_text_is_broken_where_the_library_would_break_it(content: str, width: float):
    ours, bare = text(content, pdf_style.CELL), Paragraph(escape(content), pdf_style.CELL)
    assert lines(ours, width) == lines(bare, width)
    assert ours.height == bare.height


def test_line_ends_are_kept():
    assert lines(text("Rad ett\nrad två", pdf_style.CELL), 200) == ["Rad ett", "rad två"]


def test_text_is_broken_anew_for_another_width():
    paragraph = text("Utbildningschef gymnasiet och vuxenutbildningen", pdf_style.CELL)
    assert len(lines(paragraph, 300)) == 1
    assert len(lines(paragraph, 120)) > 1
    assert len(lines(paragraph, 300)) == 1


def test_part_of_a_split_text_has_its_own_height():
    paragraph = text("ord " * 100, pdf_style.CELL)
    _, height = paragraph.wrap(100, 1000)
    first, second = paragraph.split(100, height / 2)
    assert first.wrap(100, 1000)[1] + second.wrap(100, 1000)[1] == pytest.approx(height)
