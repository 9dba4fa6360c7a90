"""A finished PDF as pages: every kind opens, and is drawn, read and taken apart."""

import pytest

from samverkan_desktop.documents.pdf_pages import PdfPages
from tests.documents.pdf_reading import reader
from tests.documents.test_pdf_structure import FILES


@pytest.mark.parametrize("kind", FILES)
def test_every_kind_is_drawn_and_read_page_by_page(kind: str):
    data = FILES[kind]()
    pages = PdfPages(data)
    assert pages.count == len(reader(data).pages)
    for number in range(pages.count):
        assert sorted(round(mm) for mm in pages.sizes[number]) == [210, 297]
        drawn = pages.picture(number, 48)
        assert len(drawn.data) == drawn.stride * drawn.height
        assert len(set(drawn.data)) > 4, "the page is blank"
        assert pages.text(number)
    pages.close()


def test_the_words_of_a_page_come_line_by_line():
    pages = PdfPages(FILES["agenda"]())
    said = pages.text(0)
    pages.close()
    assert "Dagordning" in said
    assert "\r" not in said
    assert len(said.splitlines()) > 5


def test_some_pages_are_a_file_of_their_own_and_all_are_the_file_itself():
    data = FILES["call"]()
    pages = PdfPages(data)
    assert pages.count > 2
    assert pages.part(0, pages.count - 1) is data
    apart = PdfPages(pages.part(1, 2))
    assert apart.count == 2
    assert apart.text(0) == pages.text(1)
    apart.close()
    pages.close()
