import re

import pytest

from samverkan_desktop.documents import agenda_pdf
from tests.documents import pdf_contents as contents
from tests.documents.pdf_reading import reader, stand_in_order, text_of


def largest_heading(file: bytes, heading: str) -> float:
    """Return the size of the letters in which a heading is set."""
    sizes: list[float] = []

    def visit(text: str, _cm: object, _tm: object, _font: object, size: float) -> None:
        if heading in text:
            sizes.append(size)

    reader(file).pages[0].extract_text(visitor_text=visit)
    return max(sizes)


def test_agenda_lists_the_items_in_order():
    call = contents.meeting_six()
    text = text_of(agenda_pdf.render(call))
    assert stand_in_order(text, "Dagordning", "Möte 6 av 6", *(item.heading for item in call.items))


def test_agenda_says_when_and_where():
    text = text_of(agenda_pdf.render(contents.meeting_six()))
    assert "Tisdagen den 28 maj 2019 kl. 13.00–16.00 · Sammanträdesrum Eken" in text


@pytest.mark.parametrize("items", [1, 5, 13, 20, 30])
def test_agenda_is_one_page(items: int):
    assert len(reader(agenda_pdf.render(contents.crowded_call(items))).pages) == 1


def test_few_items_are_set_in_letters_to_read_at_arms_length():
    assert largest_heading(agenda_pdf.render(contents.meeting_six()), "Övriga frågor") >= 16


def test_many_items_are_set_in_smaller_letters_that_can_still_be_read():
    size = largest_heading(agenda_pdf.render(contents.crowded_call(30)), "Fråga 7")
    assert 8 <= size < 16


def test_presenter_is_shown_where_there_is_room():
    assert "Enhetschef familjehem" in text_of(agenda_pdf.render(contents.meeting_six()))


def test_more_items_than_a_page_holds_run_on():
    file = agenda_pdf.render(contents.crowded_call(90))
    assert len(reader(file).pages) > 1
    assert set(re.findall(r"Fråga (\d+):", text_of(file))) == {str(number) for number in range(1, 91)}


def test_agenda_that_is_not_made_yet_says_so():
    assert "Dagordningen är inte klar." in text_of(agenda_pdf.render(contents.bare_call()))
