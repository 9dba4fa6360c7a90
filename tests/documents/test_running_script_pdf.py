"""The running script on paper: everything whoever leads the meeting needs, in order."""

from dataclasses import replace
from datetime import time

from samverkan_desktop.documents import running_script_pdf
from samverkan_desktop.documents.running_script import ScriptItem
from tests.documents import pdf_contents as contents
from tests.documents.pdf_reading import reader, stand_in_order, text_of


def test_it_says_when_what_and_who():
    text = text_of(running_script_pdf.render(contents.script()))
    assert stand_in_order(text, "13.05–13.10", "Fråga 1", "Fråga 2", "2.1", "Fråga 3")
    for said in ("Ge ordet till", "Verksamhetsutvecklare", "Att besluta:", "Beslut 1 fattas.", "delas ut"):
        assert said in text


def test_it_says_that_the_meeting_will_be_late():
    late = contents.script()
    assert running_script_pdf.finishing(late) == "beräknat slut 15.10, 10 min efter utsatt tid"
    assert running_script_pdf.finishing(replace(late, over=0)) == "beräknat slut 15.10"
    assert running_script_pdf.finishing(replace(late, finish=None)) == ""


def test_what_is_not_known_takes_no_room():
    item = ScriptItem("1", "Fråga")
    bare = replace(contents.script(), items=(item,), called=(), leader="", place="", finish=None, minutes=0)
    text = text_of(running_script_pdf.render(bare))
    assert "Fråga" in text
    for left_out in ("Ge ordet till", "Typ", "Leder mötet", "Plats", "Planerat"):
        assert left_out not in text


def test_without_an_agenda_it_says_so():
    bare = replace(contents.script(), items=(), starts=time(9))
    assert "Dagordningen är inte klar." in text_of(running_script_pdf.render(bare))


def test_forty_items_run_over_pages_with_the_head_on_each():
    pages = reader(running_script_pdf.render(contents.script(40))).pages
    assert len(pages) > 1
    assert all("Ge ordet till" in page.extract_text() for page in list(pages)[:-1])
