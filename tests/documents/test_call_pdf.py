from dataclasses import replace

from samverkan_desktop.documents import call_pdf
from samverkan_desktop.documents.call import CallItem
from tests.documents import pdf_contents as contents
from tests.documents.pdf_reading import bookmarks_of, reader, stand_in_order, text_of


def test_call_says_everything_in_the_order_of_a_kallelse():
    text = text_of(call_pdf.render(contents.meeting_six()))
    assert stand_in_order(
        text,
        contents.MUNICIPALITY,
        "Bildningsförvaltningen · Socialförvaltningen",
        "KALLELSE",
        "1 (2)",
        "2019-05-21",
        "Kallelse till styrgruppsmöte för samverkan",
        "Möte 6 av 6, läsåret 2018/2019",
        "tisdagen den 28 maj 2019 kl. 13.00–16.00",
        "Sammanträdesrum Eken",
        "Förvaltningschef Bildningsförvaltningen (årlig uppföljning enligt avtalet)",
        "Dagordning",
        "Mötet öppnas",
        "Uppföljning av samverkansavtalet läsåret 2018/2019",
        "Mötet avslutas",
        contents.INDIVIDUAL_CASES,
        "Vänligen meddela förhinder till sammankallande senast 2019-05-24.",
        "Kvalitetschef, sammankallande",
    )


def test_item_shows_origin_attachment_proposal_presenter_kind_and_time():
    text = text_of(call_pdf.render(contents.meeting_six()))
    for part in (
        "uppdrag U2",
        "Bilaga 4 Förslag till rutin",
        "Förslag till beslut: Rutinen fastställs och ses över senast 2020-05-31.",
        "Enhetschef familjehem",
        "Beslut",
        "kl. 14.00–14.20",
    ):
        assert part in text


def test_extra_meeting_says_who_calls_and_why():
    text = text_of(call_pdf.render(contents.extra_meeting()))
    assert f"Extra möte {contents.SCHOOL} kallar till extra möte." in text


def test_ordinary_meeting_has_no_word_of_an_initiative():
    assert "Extra möte" not in text_of(call_pdf.render(contents.meeting_six()))


def test_column_that_would_stay_empty_is_left_out():
    text = text_of(call_pdf.render(contents.extra_meeting()))
    assert "Föredragande Typ" in text
    assert "Typ Tid" not in text


def test_agenda_that_is_not_made_yet_says_so():
    assert "Dagordningen är inte klar." in text_of(call_pdf.render(contents.bare_call()))


def test_head_of_the_agenda_is_repeated_once_on_every_page():
    pages = reader(call_pdf.render(contents.crowded_call())).pages
    assert len(pages) > 2
    assert [page.extract_text().count("Föredragande") for page in pages] == [1] * len(pages)


def test_no_item_is_torn_apart_between_pages():
    for page in reader(call_pdf.render(contents.crowded_call())).pages:
        text = page.extract_text()
        assert text.count("Fråga ") == text.count("Förslag till beslut:")


def test_item_longer_than_a_page_is_printed_to_its_end():
    long = "Styrgruppen ställer sig bakom förslaget. " * 250
    item = CallItem("1", "En lång fråga", proposal=f"{long}Här slutar det.")
    assert "Här slutar det." in text_of(call_pdf.render(replace(contents.meeting_six(), items=(item,))))


def test_outline_leads_to_the_agenda():
    assert bookmarks_of(call_pdf.render(contents.meeting_six())) == [
        (0, "Kallelse till styrgruppsmöte för samverkan", 1),
        (1, "Dagordning", 1),
    ]
