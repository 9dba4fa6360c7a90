import io
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from zipfile import ZipFile

import pytest

from samverkan_desktop.documents import docx_style, minutes_docx
from samverkan_desktop.documents.minutes import Attendee, MinutedDecision, MinutedItem, Minutes
from tests.documents import contents, golden_files, word
from tests.documents.word import W

MEETINGS = {
    "third": contents.third_meeting,
    "extra": contents.extra_meeting,
    "crowded": contents.crowded_meeting,
}


@pytest.fixture(scope="module", params=MEETINGS)
def file(request: pytest.FixtureRequest) -> bytes:
    return minutes_docx.render(MEETINGS[request.param]())


def rendered(**changes: object) -> bytes:
    return minutes_docx.render(replace(contents.third_meeting(), **changes))


def bare_meeting() -> Minutes:
    return replace(
        contents.extra_meeting(),
        **dict.fromkeys(("present", "absent", "vacant", "items"), ()),
        **dict.fromkeys(("initiative", "convenor", "secretary", "recorded_by"), ""),
        draft=False,
    )


@pytest.mark.parametrize("name", ["third", "extra"])
def test_minutes_say_what_the_golden_file_says(name: str) -> None:
    actual = word.transcript(minutes_docx.render(MEETINGS[name]()))
    assert actual == golden_files.expected(f"minutes_{name}.txt", actual)


def test_the_same_minutes_give_the_same_bytes() -> None:
    assert rendered() == rendered()


def test_no_part_of_the_file_bears_the_time_of_rendering(file: bytes) -> None:
    with ZipFile(io.BytesIO(file)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_properties_tell_of_the_meeting_and_not_of_the_library() -> None:
    core = word.opened(rendered()).core_properties
    assert core.title == f"Minnesanteckningar 2018-12-04 – {contents.GROUP}"
    assert (core.subject, core.language) == (contents.AGREEMENT, "sv-SE")
    assert core.author == core.last_modified_by == "Ekköpings kommun"
    assert core.keywords.endswith("2018-12-04, BIN 2018/114")
    assert core.created == core.modified == datetime(2018, 12, 4, 12, tzinfo=UTC)
    assert core.comments == ""


def test_a_long_title_fits_what_a_property_can_hold() -> None:
    core = word.opened(rendered(group="Styrgruppen " * 40)).core_properties
    assert len(core.title) == 255


def test_all_text_is_swedish(file: bytes) -> None:
    defaults = word.part(file, "word/styles.xml").find(f"{W}docDefaults")
    assert [lang.get(f"{W}val") for lang in defaults.iter(f"{W}lang")] == ["sv-SE"]
    settings = word.part(file, "word/settings.xml")
    assert settings.find(f"{W}themeFontLang").get(f"{W}val") == "sv-SE"
    assert not list(word.part(file, "word/document.xml").iter(f"{W}lang"))


def test_word_does_not_open_it_as_an_old_document(file: bytes) -> None:
    found = word.part(file, "word/settings.xml").find(f"{W}compat/{W}compatSetting")
    assert (found.get(f"{W}name"), found.get(f"{W}val")) == ("compatibilityMode", "15")


def test_the_page_is_a4_and_the_right_tab_stands_at_its_margin() -> None:
    document = word.opened(rendered())
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    between = section.page_width - section.left_margin - section.right_margin
    stops = document.styles["Footer"].paragraph_format.tab_stops
    assert [round(stop.position.mm) for stop in stops] == [round(between / 36000)]


def test_headings_descend_one_level_at_a_time(file: bytes) -> None:
    levels = [int(style[-1]) for style, _ in word.blocks(word.opened(file)) if style.startswith("Heading")]
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_no_paragraph_is_empty(file: bytes) -> None:
    parts = [word.part(file, f"word/{name}.xml") for name in ("document", "header1", "footer1")]
    paragraphs = [paragraph for root in parts for paragraph in root.iter(f"{W}p")]
    assert all("".join(p.itertext()).strip() for p in paragraphs)


def test_every_table_has_one_marked_heading_row_and_rows_that_do_not_split(file: bytes) -> None:
    for table in word.part(file, "word/document.xml").iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        marks = [row.find(f"{W}trPr/{W}tblHeader") for row in rows]
        assert marks[0] is not None and not marks[0].attrib
        assert marks[1:] == [None] * (len(rows) - 1)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_the_table_is_as_wide_as_the_text() -> None:
    (table,) = word.opened(rendered()).tables
    assert round(sum(column.width.mm for column in table.columns)) == docx_style.PAGE.text_width * 10


def test_the_table_lists_all_decisions_and_commissions_in_the_order_of_the_meeting() -> None:
    numbers = [row.split(" | ")[0] for row in word.texts(rendered(), docx_style.TABLE)]
    assert numbers == ["Nr", "2018/19-08", "U5", "2018/19-09", "2018/19-10", "U3", "–"]


def test_a_day_in_the_table_is_not_parted_at_its_hyphens() -> None:
    (table,) = word.part(rendered(), "word/document.xml").iter(f"{W}tbl")
    assert "2019-03-26" not in "".join(table.itertext())
    assert "Styrgruppens möte 2019-03-26" in word.texts(rendered(), docx_style.TABLE)[2]


def test_a_meeting_without_decisions_has_no_table() -> None:
    file = minutes_docx.render(contents.extra_meeting())
    assert not word.opened(file).tables
    assert "Beslut och uppdrag från mötet" not in word.texts(file, "Heading 1")


def test_what_there_is_nothing_to_say_of_has_no_heading() -> None:
    said = [style for style, _ in word.blocks(word.opened(minutes_docx.render(bare_meeting())))]
    assert not [style for style in said if style.startswith("Heading")]


def test_a_draft_says_so_above_its_text_and_on_every_page() -> None:
    file = rendered(draft=True)
    assert word.texts(file, docx_style.MARK) == ["UTKAST – arbetsmaterial"]
    assert "UTKAST – arbetsmaterial" in word.opened(file).sections[0].header.paragraphs[1].text
    assert word.opened(file).core_properties.content_status == "Utkast"


def test_finished_minutes_bear_no_draft_mark() -> None:
    assert "UTKAST" not in word.transcript(rendered())


def test_a_correction_is_told_before_the_text() -> None:
    file = rendered(correction="1: tiden är ändrad.")
    assert word.texts(file, docx_style.MARK) == ["Rättelse 1: tiden är ändrad."]


def test_who_sent_word_is_told_from_who_did_not() -> None:
    said = word.transcript(minutes_docx.render(contents.extra_meeting()))
    excused, absent = said.index("Anmält förhinder"), said.index("Ej närvarande")
    assert (
        excused < said.index(f"] {contents.PRESCHOOL}\n") < absent < said.index(f"] {contents.DEVELOPER}\n")
    )


def test_a_function_comes_first_then_holder_then_notes() -> None:
    coopted = (Attendee("Kurator", "Kim Exempel", ("punkt 5", "via länk")),)
    assert "Kurator (Kim Exempel), punkt 5, via länk" in word.texts(rendered(coopted=coopted), "Deltagare")


def test_an_item_that_was_raised_says_from_where() -> None:
    assert "Lyft fråga, övergripande natur" in word.texts(rendered(), docx_style.ORIGIN)


def test_a_commission_says_who_what_how_and_when() -> None:
    said = [text.split("\t")[0] for text in word.texts(rendered(), docx_style.COMMISSION)]
    brief = ["Vem", "Vad", "Hur", "När"]
    assert said[:10] == ["Uppdrag U5", *brief, "Uppdrag U3", *brief]


def test_a_task_says_who_what_and_when() -> None:
    said = [text.split("\t")[0] for text in word.texts(rendered(), docx_style.COMMISSION)]
    assert said[10:] == ["Uppgift", "Vem", "Vad", "När"]


def test_a_decision_has_its_proposal_before_it_and_who_is_told_after() -> None:
    said = [text.partition(":")[0] for text in word.texts(rendered(), docx_style.DECISION)]
    assert said[-3:] == ["Förslag till beslut", "Beslut 2018/19-10", "Beslut sänds till"]


def test_a_decision_is_set_off_by_more_than_colour() -> None:
    style = word.opened(rendered()).styles[docx_style.DECISION].element
    assert style.find(f".//{W}pBdr/{W}left") is not None
    assert word.texts(rendered(), docx_style.DECISION)[0].startswith("Beslut 2018/19-08: ")


def test_numbers_of_items_are_text() -> None:
    headings = word.texts(rendered(items=(MinutedItem("§ 12", "Nästa möte"),)), "Heading 2")
    assert headings[-1] == "§ 12 Nästa möte"
    assert word.texts(rendered(), "Heading 2")[-1] == "10. Nästa möte"


def test_lines_that_begin_with_a_dash_are_bullets_even_within_a_paragraph() -> None:
    item = MinutedItem("1", "Läget", notes="Vi ser:\n- ett\n - två\n\nSedan slut.")
    file = rendered(items=(item,), distribution=(), attachments=())
    assert word.texts(file, "List Bullet") == ["ett", "två"]
    assert word.texts(file, "Normal")[:2] == ["Vi ser:", "Sedan slut."]


def test_text_pasted_with_control_characters_is_written_without_them() -> None:
    decisions = (MinutedDecision("1", "Rad ett\x0brad\x07 två & <slut>\x00"),)
    file = rendered(items=(MinutedItem("1", "A\x02B", decisions=decisions),))
    assert word.texts(file, docx_style.DECISION) == ["Beslut 1: Rad ett\nrad två & <slut>"]
    assert word.texts(file, "Heading 2")[-1] == "1. AB"


def test_a_crowded_meeting_keeps_all_its_seats_and_items() -> None:
    file = minutes_docx.render(contents.crowded_meeting())
    assert len(word.texts(file, docx_style.ATTENDEE)) == 25 + 2
    assert sum(heading[0].isdigit() for heading in word.texts(file, "Heading 2")) == 40
