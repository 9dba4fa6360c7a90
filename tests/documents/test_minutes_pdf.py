"""Minutes and commission briefs as PDF files say what the Word files say."""

from dataclasses import replace

from samverkan_desktop.documents import commission_pdf, minutes_pdf
from tests.documents import contents
from tests.documents.pdf_reading import bookmarks_of, reader, stand_in_order, text_of
from tests.documents.test_pdf_structure import root_of, walk

NOTES = """Sammankallande redogjorde.

- En punkt
  - under den
- **Viktig** punkt

1. Först
2. Sedan

## Siffror

| Skola | Antal |
| --- | --- |
| Ekskolan | 12 |
"""


def test_minutes_say_who_was_there_what_was_said_and_what_came_of_it():
    said = text_of(minutes_pdf.render(contents.third_meeting()))
    assert stand_in_order(
        said,
        "Minnesanteckningar",
        "Möte 3 av 6",
        "BIN 2018/114",
        "Närvarande",
        "Kvalitetschef, sammankallande",
        "Anmält förhinder",
        "1. Mötet öppnas",
        "Föredragande: Chef elevhälsan",
        "Beslut och uppdrag från mötet",
        "Vid anteckningarna",
        "Sändlista",
    )


def test_the_outline_has_every_item():
    file = minutes_pdf.render(contents.third_meeting())
    headings = [heading for level, heading, _ in bookmarks_of(file) if level == 2]
    items = contents.third_meeting().items
    assert [heading for heading in headings if heading[0].isdigit()] == [
        f"{item.number}. {item.heading}" for item in items
    ]


def test_notes_keep_their_lists_and_tables():
    minutes = contents.third_meeting()
    file = minutes_pdf.render(replace(minutes, items=(replace(minutes.items[0], notes=NOTES),)))
    roles = [str(element["/S"]) for element in walk(root_of(file))]
    assert roles.count("/H4") == 1
    assert roles.count("/LI") >= 5
    assert stand_in_order(text_of(file), "• En punkt", "• under den", "1. Först", "2. Sedan", "Ekskolan 12")


def test_a_draft_and_a_correction_say_so():
    minutes = replace(contents.third_meeting(), draft=True, correction="1: fel datum")
    said = text_of(minutes_pdf.render(minutes))
    assert "UTKAST – arbetsmaterial" in said
    assert "Rättelse 1: fel datum" in said


def test_a_protokoll_has_matters_and_is_kept_by_somebody():
    said = text_of(minutes_pdf.render(replace(contents.third_meeting(), label="Protokoll")))
    assert stand_in_order(said, "Protokoll", "Ärenden", "1. Mötet öppnas", "Vid protokollet")
    assert "nteckningarna Verk" not in said


def test_forty_items_and_twenty_five_seats_are_all_there():
    minutes = contents.crowded_meeting()
    file = minutes_pdf.render(minutes)
    said = text_of(file)
    assert len(reader(file).pages) > 5
    assert all(f"{item.number}. {item.heading.split()[0]}" in said for item in minutes.items)


def test_the_same_minutes_give_the_same_bytes():
    assert minutes_pdf.render(contents.third_meeting()) == minutes_pdf.render(contents.third_meeting())


def test_a_brief_says_who_how_and_when():
    brief = contents.brief()
    said = text_of(commission_pdf.render(brief))
    assert stand_in_order(said, f"{brief.number} {brief.title}", "Ansvarig", "Redovisning", "Hur", "När")


def test_a_bare_brief_has_no_empty_heading():
    brief = replace(contents.brief(), members=(), convenor="", secretary="", background="", status="")
    headings = [heading for _, heading, _ in bookmarks_of(commission_pdf.render(brief))]
    assert headings[1:] == ["Ansvarig", "Redovisning"]
