"""Notes as Markdown: what is read, that nothing is lost, and that what is written is read as the same."""

import re
import time
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from samverkan_desktop import prose
from samverkan_desktop.prose_blocks import (
    Block,
    Entry,
    Heading,
    ListBlock,
    Paragraph,
    Table,
    in_order,
    said_by,
)
from samverkan_desktop.prose_runs import Run, tidied

#: Letters and blanks, and as often what may be taken for markup.
_SIGNS = ["*", "**", "***", "\\", "|", "# ", "#", "- ", "1. ", "12", ".", "_", "---", "|---|\n", "\n", "\n  "]
_LETTERS = [
    *"abåé߷<&>`~!+)",
    "ord ",
    " ",
    "\u00a0",
    "\t",
    "\r",
    "\u2028",
    "\x00",
    "\x1f",
    "\U0001f600",
    "a\u0308",
]
TEXTS = st.lists(st.sampled_from(_SIGNS) | st.sampled_from(_LETTERS), max_size=20).map("".join)
_RUNS = st.lists(st.tuples(TEXTS, st.booleans(), st.booleans()), max_size=5)
_LINES = st.lists(st.tuples(_RUNS, st.booleans(), st.booleans(), st.integers(-1, 1200)), max_size=6)
_ROWS = st.lists(st.lists(_RUNS, max_size=4), min_size=1, max_size=4)


def runs(drawn: list[tuple[str, bool, bool]]) -> tuple[Run, ...]:
    return tuple(Run(*each) for each in drawn)


def lists(drawn: list[tuple[list[tuple[str, bool, bool]], bool, bool, int]]) -> list[ListBlock]:
    """Return each line as a list of its own, some under the one before."""
    made: list[ListBlock] = []
    for said, numbered, nested, start in drawn:
        one = ListBlock(numbered, (Entry(runs(said)),), start)
        if nested and made:
            above = made[-1]
            entry = above.entries[0]
            made[-1] = replace(above, entries=(replace(entry, below=(*entry.below, one)),))
        else:
            made.append(one)
    return made


# Not `st.builds`: it takes minutes to tell of a nested example that fails.
@st.composite
def some_blocks(draw: st.DrawFn) -> list[Block]:
    """Return blocks with all that may be out of order in them."""
    made: list[Block] = []
    for kind in draw(st.lists(st.sampled_from("phlt"), max_size=5)):
        if kind == "p":
            made.append(Paragraph(runs(draw(_RUNS))))
        elif kind == "h":
            made.append(Heading(draw(st.integers(0, 5)), runs(draw(_RUNS))))
        elif kind == "l":
            made += lists(draw(_LINES))
        else:
            heading, *rows = [tuple(map(runs, row)) for row in draw(_ROWS)]
            made.append(Table(heading, tuple(rows)))
    return made


def said(text: str) -> list[str]:
    """Return the letters of a text that no markup is made of."""
    return re.findall(r"[^\W\d_]+", text)


@given(some_blocks())
def test_what_is_written_is_read_as_the_same(blocks: list[Block]):
    assert prose.parse(prose.write(blocks)) == in_order(blocks)


@given(TEXTS)
def test_what_is_read_is_written_and_read_as_the_same(text: str):
    blocks = prose.parse(text)
    assert in_order(blocks) == blocks
    assert prose.parse(prose.write(blocks)) == blocks


@given(TEXTS)
def test_no_word_is_lost_and_each_keeps_its_place(text: str):
    # What stands between two words may be markup alone: *a*b is read as ab.
    assert "".join(said(prose.plain(text))) == "".join(said(text))


@given(some_blocks())
def test_what_is_plain_says_the_same_as_what_is_marked(blocks: list[Block]):
    assert prose.plain(prose.write(blocks)) == "\n".join(
        line for block in in_order(blocks) for line in said_by(block)
    )


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("En rad\nEn till", (Paragraph((Run("En rad"),)), Paragraph((Run("En till"),)))),
        ("## Läget\nBra", (Heading(2, (Run("Läget"),)), Paragraph((Run("Bra"),)))),
        (
            "- ett\n\n - två",
            (ListBlock(numbered=False, entries=(Entry((Run("ett"),)), Entry((Run("två"),)))),),
        ),
        (
            "1. ett\n   - under\n2. två",
            (
                ListBlock(
                    numbered=True,
                    entries=(
                        Entry((Run("ett"),), (ListBlock(numbered=False, entries=(Entry((Run("under"),)),)),)),
                        Entry((Run("två"),)),
                    ),
                ),
            ),
        ),
        (
            "3. tre\n5. fem",
            (
                ListBlock(numbered=True, entries=(Entry((Run("tre"),)),), start=3),
                ListBlock(numbered=True, entries=(Entry((Run("fem"),)),), start=5),
            ),
        ),
        (
            "**Obs** i *dag*",
            (Paragraph((Run("Obs", bold=True), Run(" i "), Run("dag", italic=True))),),
        ),
        ("***a** b*", (Paragraph((Run("a", bold=True, italic=True), Run(" b", italic=True))),)),
        ("ord**(inom)**", (Paragraph((Run("ord"), Run("(inom)", bold=True))),)),
        (
            "| År | Antal |\n| --- | ---: |\n| 2018 | *12* |\n| 2019 |",
            (
                Table(
                    ((Run("År"),), (Run("Antal"),)),
                    (((Run("2018"),), (Run("12", italic=True),)), ((Run("2019"),), ())),
                ),
            ),
        ),
    ],
)
def test_markup_is_read(text: str, blocks: tuple[Block, ...]):
    assert prose.parse(text) == blocks


@pytest.mark.parametrize(
    "line",
    [
        "2018. Då började det.",
        "#sammankallande",
        "####  Fyra",
        "* stjärna",
        "3 * 4 * 5",
        "**ett öppnat",
        "ett öppnat ** till",
        "****fyra****",
        "en_liten_fil",
        "1) ett",
        "-utan blank",
        "01. noll",
        r"\\server\share\fil.docx",
        "| en | rad |",
        "<b>fet</b> &amp; [länk](http://x) ![bild](y) `kod`",
        "> citat",
        "---",
        "===",
    ],
)
def test_what_is_no_markup_stands_as_it_is(line: str):
    assert prose.parse(line) == (Paragraph((Run(line),)),)
    assert prose.plain(line) == line


def test_a_row_with_more_cells_than_its_heading_keeps_them():
    assert prose.plain("| a |\n|---|\n| b | kvar |") == "a\t\nb\tkvar"


def test_a_number_is_found_though_half_of_it_is_bold():
    assert prose.plain("811218-**9876**") == "811218-9876"


def test_backslashes_take_the_meaning_from_markup():
    text = "\\# ett\n\\- två\n1\\. tre\n\\*fyra\\*\n\\| fem |"
    assert prose.plain(text) == "# ett\n- två\n1. tre\n*fyra*\n| fem |"


def test_a_list_goes_on_beyond_the_highest_number_it_may_begin_with():
    entries = tuple(Entry((Run(str(n)),)) for n in range(1200))
    assert prose.parse(prose.write([ListBlock(numbered=True, entries=entries)])) == (
        ListBlock(numbered=True, entries=entries),
    )


SHAPES = {
    "lines": "Frågan **föredrogs** och diskuterades.\n",
    "bullets": "- ett\n  - två\n",
    "rows": "| a | b |\n| --- | --- |\n",
    "cells": "| a ",
    "stars": "**a ",
    "many stars": "*",
    "backslashes": "\\",
    "escaped": "\\*",
    "signs": "- - # 1. ",
    "numbers": "1",
    "blanks": " ",
    "lines of blanks": " \t\n",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_ten_times_as_much_takes_ten_times_as_long(shape: str):
    def needed(size: int) -> float:
        text = (SHAPES[shape] * size)[:size]
        before = time.process_time()
        blocks = prose.parse(text)
        prose.plain(text)
        prose.write(blocks)
        return time.process_time() - before

    # What grows with the square takes a hundred times as long.
    assert needed(200_000) < 30 * needed(20_000) + 0.2


@pytest.mark.slow
def test_five_megabytes_are_read():
    text = SHAPES["lines"] * (5_000_000 // len(SHAPES["lines"]))
    assert len(prose.parse(text)) == text.count("\n")


# What an independent reader of Markdown makes of it.


def ordinary(chance: Random) -> list[Block]:
    """Return notes such as people write, a paragraph after each block."""

    def words() -> tuple[Run, ...]:
        marked = [(chance.choice(["ord", "två ord", "åäö."]), chance.random() < 0.5) for _ in range(3)]
        return tuple(
            part for said, bold in marked for part in (Run(said, bold, chance.random() < 0.3), Run(" och "))
        )

    def entries(most: int) -> tuple[Entry, ...]:
        return tuple(Entry(words()) for _ in range(chance.randint(1, most)))

    def block() -> Block:
        match chance.randint(1, 4):
            case 1:
                return Heading(chance.randint(1, 3), words())
            case 2:
                return Table(
                    (words(), words()), tuple((words(), words()) for _ in range(chance.randint(0, 3)))
                )
        below = (ListBlock(chance.random() < 0.5, entries(3)),)
        own = tuple(replace(each, below=chance.choice([(), below])) for each in entries(12))
        return ListBlock(chance.random() < 0.5, own, chance.randint(1, 999))

    return [part for _ in range(4) for part in (block(), Paragraph(words()))]


def shown_elsewhere(node: SyntaxTreeNode) -> object:
    """Return what another reader made of a text, as our blocks."""
    inside = [shown_elsewhere(each) for each in node.children]
    make = {
        "root": lambda: tuple(inside),
        "paragraph": lambda: Paragraph(inside[0]),
        "heading": lambda: Heading(int(node.tag[1]), inside[0]),
        "bullet_list": lambda: ListBlock(numbered=False, entries=tuple(inside)),
        "ordered_list": lambda: ListBlock(
            numbered=True, entries=tuple(inside), start=int(node.attrs.get("start", 1))
        ),
        "list_item": lambda: Entry(inside[0].runs, tuple(inside[1:])),
        "table": lambda: Table(inside[0][0], tuple(row for part in inside[1:] for row in part)),
        "inline": lambda: tidied(run for runs in inside for run in runs),
        "strong": lambda: [replace(run, bold=True) for runs in inside for run in runs],
        "em": lambda: [replace(run, italic=True) for runs in inside for run in runs],
        "text": lambda: [Run(node.content)],
        "th": lambda: inside[0],
        "td": lambda: inside[0],
    }
    return make.get(node.type, lambda: tuple(inside))()


@pytest.mark.parametrize("seed", range(40))
def test_another_reader_of_markdown_reads_the_same(seed: int):
    blocks = ordinary(Random(seed))  # noqa: S311  no secret
    reader = MarkdownIt("commonmark").enable("table")
    assert shown_elsewhere(SyntaxTreeNode(reader.parse(prose.write(blocks)))) == in_order(blocks)
