"""Notes in a Word document: real headings, lists and tables, and nothing that is only space."""

import pytest

from samverkan_desktop.documents import docx_package, docx_prose, docx_style
from tests.documents import word
from tests.documents.word import W

WHOLE = """Läget **just nu** och *framåt*:

- ett
- två
  1. inuti
  2. en till

## Vad som görs

1. först
2. sedan

Därefter:

1. om igen

| Enhet | Antal |
| --- | --- |
| Förskola | **12** |
|  | 2019-03-26 |

### Till sist

Slut."""


def file(notes: str) -> bytes:
    document = docx_package.blank()
    docx_prose.write_notes(document, notes, under=2, caption="4. Läget")
    return docx_package.to_bytes(document)


def numbers(made: bytes) -> list[tuple[str, str]]:
    """Return the level and the list of each numbered line."""
    found = word.part(made, "word/document.xml").iter(f"{W}numPr")
    return [(each.find(f"{W}ilvl").get(f"{W}val"), each.find(f"{W}numId").get(f"{W}val")) for each in found]


def test_each_block_has_the_style_of_its_kind() -> None:
    assert list(word.blocks(word.opened(file(WHOLE)))) == [
        ("Normal", "Läget just nu och framåt:"),
        ("List Bullet", "ett"),
        ("List Bullet", "två"),
        ("List Number 2", "inuti"),
        ("List Number 2", "en till"),
        ("Heading 3", "Vad som görs"),
        ("List Number", "först"),
        ("List Number", "sedan"),
        ("Normal", "Därefter:"),
        ("List Number", "om igen"),
        (docx_style.TABLE, "Enhet | Antal"),
        (docx_style.TABLE, "Förskola | 12"),
        (docx_style.TABLE, "– | 2019-03-26"),
        ("Heading 4", "Till sist"),
        ("Normal", "Slut."),
    ]


def test_no_heading_skips_a_level() -> None:
    assert [
        style for style, _ in word.blocks(word.opened(file("### Djupt\n\n### Lika djupt\n\n# Ytligt")))
    ] == [
        "Heading 3",
        "Heading 4",
        "Heading 3",
    ]


def test_each_list_counts_for_itself_from_its_own_start() -> None:
    made = file(f"{WHOLE}\n\n7. sju")
    assert [level for level, _ in numbers(made)] == ["1", "1", "0", "0", "0", "0"]
    lists = [number for _, number in numbers(made)]
    assert lists[0] == lists[1] != lists[2] == lists[3] != lists[4] != lists[5]
    starts = {
        each.get(f"{W}numId"): each.find(f".//{W}startOverride").get(f"{W}val")
        for each in word.part(made, "word/numbering.xml").iter(f"{W}num")
        if each.find(f".//{W}startOverride") is not None
    }
    assert [starts[number] for number in lists] == ["1", "1", "1", "1", "1", "7"]


def test_words_are_bold_and_italic_and_the_rest_as_its_style() -> None:
    first = word.opened(file(WHOLE)).paragraphs[0]
    assert [(run.text, run.bold, run.italic) for run in first.runs] == [
        ("Läget ", None, None),
        ("just nu", True, None),
        (" och ", None, None),
        ("framåt", None, True),
        (":", None, None),
    ]


def test_words_in_a_table_are_bold() -> None:
    (table,) = word.opened(file(WHOLE)).tables
    assert table.rows[1].cells[1].paragraphs[0].runs[0].bold
    assert not table.rows[1].cells[0].paragraphs[0].runs[0].bold


def test_a_table_repeats_its_heading_and_is_as_wide_as_the_text() -> None:
    (table,) = word.opened(file(WHOLE)).tables
    rows = table._tbl.findall(f"{W}tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False]
    assert round(sum(column.width.mm for column in table.columns)) == docx_style.PAGE.text_width * 10


@pytest.mark.parametrize("notes", [WHOLE, "text\n\n\n\nmera", "| a |\n| --- |\n\nefter"])
def test_nothing_is_only_space(notes: str) -> None:
    root = word.part(file(notes), "word/document.xml")
    assert all("".join(paragraph.itertext()).strip() for paragraph in root.iter(f"{W}p"))


def test_two_tables_stay_two() -> None:
    made = word.opened(file("| a |\n| --- |\n\n| b |\n| --- |"))
    assert len(made.tables) == 2
    assert [type(block).__name__ for block in made.iter_inner_content()] == ["Table", "Paragraph", "Table"]


def test_what_leads_a_list_in_stays_on_its_page() -> None:
    first, second = word.opened(file("Vi ser:\n\n- ett\n\nSlut.")).paragraphs[::2]
    assert (first.paragraph_format.keep_with_next, second.paragraph_format.keep_with_next) == (True, None)
