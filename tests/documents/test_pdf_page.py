from collections.abc import Callable
from dataclasses import replace

import pytest

from samverkan_desktop import i18n
from samverkan_desktop.documents import agenda_pdf, call_pdf, follow_up_pdf, running_script_pdf
from tests.documents import follow_up_contents as years
from tests.documents import pdf_contents as contents
from tests.documents.pdf_reading import fonts_of, reader, text_of

Render = Callable[[], bytes]

DOCUMENTS = {
    "call": lambda: call_pdf.render(contents.meeting_six()),
    "crowded-call": lambda: call_pdf.render(contents.crowded_call()),
    "bare-call": lambda: call_pdf.render(contents.bare_call()),
    "agenda": lambda: agenda_pdf.render(contents.meeting_six()),
    "script": lambda: running_script_pdf.render(contents.script(40)),
    "follow-up": lambda: follow_up_pdf.render(years.played_year()),
    "empty-follow-up": lambda: follow_up_pdf.render(years.empty_year()),
}

every_document = pytest.mark.parametrize("render", DOCUMENTS.values(), ids=DOCUMENTS)


@every_document
def test_every_font_is_embedded(render: Render):
    fonts = list(fonts_of(render()))
    assert fonts
    for font in fonts:
        assert "SourceSans3" in font["/BaseFont"]
        assert "/FontFile2" in font["/FontDescriptor"]


@every_document
def test_two_renders_are_the_same_to_the_byte(render: Render):
    assert render() == render()


@every_document
def test_every_page_says_which_of_how_many_it_is(render: Render):
    pages = reader(render()).pages
    for number, page in enumerate(pages, 1):
        assert f"sida {number} ({len(pages)})" in page.extract_text()


@every_document
def test_language_is_swedish(render: Render):
    assert reader(render()).trailer["/Root"]["/Lang"] == "sv-SE"


def test_language_follows_the_language_in_use(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(i18n, "catalogue", lambda _code: {})
    with i18n.in_language("en"):
        file = DOCUMENTS["call"]()
    assert reader(file).trailer["/Root"]["/Lang"] == "en-GB"


def test_properties_name_the_document_and_its_agreement():
    about = reader(DOCUMENTS["call"]()).metadata
    assert about is not None
    assert about.title == "Kallelse till styrgruppsmöte för samverkan, möte 6 av 6, läsåret 2018/2019"
    assert about.subject == contents.AGREEMENT
    assert about.creator == "Samverkan"


def test_footer_names_group_and_agreement_on_every_page():
    for page in reader(DOCUMENTS["crowded-call"]()).pages:
        assert f"{contents.GROUP} · {contents.AGREEMENT}" in " ".join(page.extract_text().split())


def test_what_looks_like_markup_is_printed_as_it_stands():
    call = replace(contents.meeting_six(), place="Rum <b>A & B</b>")
    assert "Rum <b>A & B</b>" in text_of(call_pdf.render(call))
