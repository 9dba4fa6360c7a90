"""Whatever stands in the texts, every document comes out, and is a file that others can read."""

import csv
import email
import io
import re
from collections.abc import Callable
from dataclasses import replace
from email import policy

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from openpyxl import load_workbook
from pypdf.generic import ContentStream

from samverkan_desktop.documents import (
    agenda_pdf,
    call_pdf,
    commission_pdf,
    follow_up_pdf,
    minutes_pdf,
    year_plan_pdf,
)
from samverkan_desktop.documents import pdf_style as style
from samverkan_desktop.documents.clean import clean, cleaned
from samverkan_desktop.documents.pdf_font import SparingFont
from tests.documents import contents
from tests.documents import follow_up_contents as years
from tests.documents import pdf_contents as calls
from tests.documents.bad_input import KINDS, TEXTS, made
from tests.documents.pdf_reading import reader
from tests.documents.word import transcript

#: A word that is longer than a page is wide, many times over.
LONG = "Ö" * 10_000


def read(kind: str, data: bytes) -> None:
    """Read a file as others do; fails where it is not what it says."""
    match kind.rpartition(".")[2]:
        case "pdf":
            for page in reader(data).pages:
                page.extract_text()
                assert isinstance(page.get_contents(), ContentStream)
            packet = reader(data).trailer["/Root"]["/Metadata"].get_data().decode()
            assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", packet)
        case "docx":
            assert transcript(data)
        case "xlsx":
            assert load_workbook(io.BytesIO(data)).active is not None
        case "csv":
            assert list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
        case "ics":
            assert len(Calendar.from_ical(data).events) == 1
        case _:
            assert email.message_from_bytes(data, policy=policy.default)["X-Unsent"] == "1"


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_document_comes_out_with_bad_texts_in_every_place(kind: str, text: str):
    read(kind, made(kind, TEXTS[text]))


@pytest.mark.parametrize("kind", [kind for kind in KINDS if not kind.endswith(".pdf")])
def test_a_word_of_ten_thousand_letters_in_every_place_comes_out(kind: str):
    read(kind, made(kind, LONG))


#: In PDF files such a word is broken letter by letter, which takes time: it stands in one place.
LONG_PLACES: dict[str, Callable[[], bytes]] = {
    "title": lambda: call_pdf.render(replace(calls.meeting_six(), title=LONG)),
    "heading": lambda: call_pdf.render(
        replace(calls.meeting_six(), items=(replace(calls.meeting_six().items[0], heading=LONG),))
    ),
    "footer": lambda: call_pdf.render(replace(calls.bare_call(), group=LONG, agreement=LONG)),
    "agenda": lambda: agenda_pdf.render(
        replace(calls.meeting_six(), items=(replace(calls.meeting_six().items[0], heading=LONG),))
    ),
    "letterhead": lambda: commission_pdf.render(replace(contents.brief(), organisation=LONG)),
    "fact": lambda: commission_pdf.render(replace(contents.brief(), background=LONG)),
    "notes": lambda: minutes_pdf.render(
        replace(
            contents.third_meeting(),
            items=(replace(contents.third_meeting().items[0], notes=LONG, heading=LONG),),
        )
    ),
    "function": lambda: follow_up_pdf.render(
        replace(
            years.empty_year(),
            groups=(
                replace(
                    years.steering_group(),
                    attendance=(replace(years.steering_group().attendance[0], function=LONG),),
                ),
            ),
        )
    ),
    "wheel": lambda: year_plan_pdf.render(
        replace(
            years.year_plan(),
            wheel=replace(years.wheel(), marks=(replace(years.wheel().marks[0], label=LONG),)),
        )
    ),
}


@pytest.mark.parametrize("place", LONG_PLACES)
def test_a_word_of_ten_thousand_letters_is_broken_in_a_pdf_file(place: str):
    read("a.pdf", LONG_PLACES[place]())


def test_no_spreadsheet_finds_a_formula():
    table = made("list.csv", TEXTS["formula"]).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(table), delimiter=";"))
    assert any(cell.startswith("'=") for row in rows for cell in row)
    assert not any(cell.startswith("=") for row in rows for cell in row)
    sheet = load_workbook(io.BytesIO(made("list.xlsx", TEXTS["formula"]))).active
    assert sheet is not None
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} <= {"s", "d"}


_QUICK = ("agenda.pdf", "brief.pdf", "brief.docx", "list.xlsx", "meeting.ics", "mail.eml")
_ANY = st.text(alphabet=st.characters(exclude_categories=()), min_size=1, max_size=40)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(text=_ANY, kind=st.sampled_from(_QUICK))
def test_any_text_at_all_comes_out(text: str, kind: str):
    read(kind, made(kind, text))


@given(text=_ANY)
def test_what_is_cleaned_can_stand_in_xml_and_stays_as_it_is(text: str):
    once = cleaned(text)
    assert not re.search("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", once)
    assert cleaned(once) == once
    once.encode()


def test_what_needs_no_cleaning_is_the_very_same():
    call = calls.meeting_six()
    assert clean(call) is call
    assert cleaned("Åäö – “x”\tb\nc") == "Åäö – “x”\tb\nc"


@pytest.fixture
def font() -> SparingFont:
    style.register_fonts()
    found = style.pdfmetrics.getFont(style.REGULAR)
    assert isinstance(found, SparingFont)
    return found


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Åäö – § 5 “x” …", "Åäö – § 5 “x” …"),
        ("a\tb\u2003c", "a b c"),
        ("a\x01\u200d\ufe0fb", "ab"),
        ("①", "1"),
        ("👩", "□"),
        ("中文", "□□"),
    ],
)
def test_a_font_draws_only_what_it_has(font: SparingFont, text: str, drawn: str):
    assert font.drawn(text) == drawn
    assert font.stringWidth(text, 10) == font.stringWidth(drawn, 10)
    assert all(ord(letter) in font.face.charToGlyph for letter in font.drawn(text))
