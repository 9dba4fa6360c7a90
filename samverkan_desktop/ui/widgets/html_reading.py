"""HTML read for the little of it that notes know; all else is passed over, and its words kept."""

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

from samverkan_desktop.prose_blocks import Block, Gathering, Heading, Paragraph, Row, table_of
from samverkan_desktop.prose_runs import Run, Runs, text_of, tidied

#: Elements whose contents are not for reading.
_PASSED_OVER = frozenset(
    ("script", "style", "head", "title", "noscript", "template", "svg", "object", "xml", "select", "textarea")
)
#: Elements without an end.
_VOID = frozenset(("br", "hr", "img", "meta", "link", "input", "col", "area", "base", "wbr", "source"))
#: Elements that begin a line of their own.
_BLOCKS = frozenset(
    ("p", "div", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "td", "th", "caption")
).union(
    ("h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "section", "article", "header", "footer"),
    ("address", "figure", "body", "form", "hr"),
)
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_WEIGHT = re.compile(r"(?<![-\w])font-weight\s*:\s*(\w+)")
_SLANT = re.compile(r"(?<![-\w])font-style\s*:\s*(\w+)")
_WORD_LIST = re.compile(r"mso-list\s*:\s*l\d+\s+level(\d+)")
_MOST_COLUMNS = 60

Look = tuple[bool, bool]


class Reading(HTMLParser):
    """The blocks of a page, gathered while it is read."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._gathering = Gathering()
        self._open: list[tuple[str, Look]] = []
        self._names: Counter[str] = Counter()
        self._over = 0
        self._runs: list[Run] = []
        self._heading = 0
        #: Lists that are open: whether each is numbered, and the number of its next line.
        self._lists: list[tuple[bool, int | None]] = []
        self._in_item = False
        #: How deep in Word's own lists the line stands, and the sign that stood before it.
        self._word_level, self._word_sign = 0, ""
        self._in_sign = 0
        self._tables, self._in_cell, self._span = 0, False, 1
        self._rows: list[list[Runs]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        values = {name: value or "" for name, value in attrs}
        style = values.get("style", "").lower()
        if tag in _BLOCKS or tag == "br":
            self._begin_block(tag, values, style)
        if tag in _VOID:
            return
        if tag in _PASSED_OVER:
            self._over += 1
        if "mso-list:ignore" in style.replace(" ", ""):
            self._in_sign = len(self._open) + 1
        self._open.append((tag, self._look_of(tag, style)))
        self._names[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        """End an element, and those that were left open within it."""
        while self._names[tag]:
            name, _ = self._open.pop()
            self._names[name] -= 1
            self._over -= name in _PASSED_OVER
            if len(self._open) < self._in_sign:
                self._in_sign = 0
            if name in _BLOCKS:
                self._end_block(name)
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        """Add words."""
        if self._over:
            return
        if self._in_sign:
            self._word_sign += data
            return
        bold, italic = self._open[-1][1] if self._open else (False, False)
        self._runs.append(Run(_BLANKS.sub(" ", data), bold and not self._heading, italic))

    def done(self) -> tuple[Block, ...]:
        """Return the blocks."""
        while self._open:
            self.handle_endtag(self._open[-1][0])
        self._end_line()
        return self._gathering.done()

    def _look_of(self, tag: str, style: str) -> Look:
        bold, italic = self._open[-1][1] if self._open else (False, False)
        bold = bold or tag in ("b", "strong")
        italic = italic or tag in ("i", "em")
        if found := _WEIGHT.search(style):
            bold = found[1] in ("bold", "bolder", "600", "700", "800", "900")
        if found := _SLANT.search(style):
            italic = found[1] in ("italic", "oblique")
        return bold, italic

    def _begin_block(self, tag: str, values: dict[str, str], style: str) -> None:
        if self._tables:
            self._begin_in_table(tag, values)
            return
        self._end_line()
        if tag in ("ul", "ol"):
            start = values.get("start", "1")
            self._lists.append((tag == "ol", int(start) if re.fullmatch(r"[0-9]{1,3}", start) else 1))
        elif tag == "li":
            self._in_item = True
        elif tag == "table":
            self._tables, self._rows = 1, []
        elif re.fullmatch("h[1-6]", tag):
            self._heading = min(int(tag[1]), 3)
        if found := _WORD_LIST.search(style):
            self._word_level, self._word_sign = int(found[1]), ""

    def _begin_in_table(self, tag: str, values: dict[str, str]) -> None:
        self._runs.append(Run(" "))
        if tag == "table":
            self._tables += 1
        if self._tables > 1:
            return
        if tag in ("tr", "td", "th"):
            self._end_cell()
        if tag == "tr":
            self._rows.append([])
        elif tag in ("td", "th"):
            self._in_cell = True
            span = values.get("colspan", "1")
            self._span = int(span) if re.fullmatch(r"[0-9]{1,2}", span) else 1
            self._span = max(self._span, 1)

    def _end_block(self, tag: str) -> None:
        if self._tables:
            self._end_in_table(tag)
            return
        self._end_line()
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._in_item = False
        elif re.fullmatch("h[1-6]", tag):
            self._heading = 0

    def _end_in_table(self, tag: str) -> None:
        self._runs.append(Run(" "))
        if tag == "table":
            self._tables -= 1
            if not self._tables:
                self._add_table()
        elif self._tables == 1 and tag in ("td", "th", "tr", "caption"):
            self._end_cell()

    def _end_cell(self) -> None:
        """Put what was read into the row; what stands in no cell, as a caption, before the table."""
        runs, self._runs = _collapsed(self._runs), []
        if not self._in_cell:
            self._gathering.add(Paragraph(runs))
            return
        self._in_cell = False
        if not self._rows:
            self._rows.append([])
        if len(self._rows) == 1:
            # A heading is bold by itself.
            runs = tidied(replace(run, bold=False) for run in runs)
        empty: list[Runs] = [()] * min(self._span - 1, _MOST_COLUMNS)
        self._rows[-1] += [runs, *empty]

    def _add_table(self) -> None:
        self._end_cell()
        rows: list[Row] = [tuple(row) for row in self._rows if any(text_of(cell).strip() for cell in row)]
        if len(rows) == 1 and len(rows[0]) == 1:
            self._gathering.add(Paragraph(rows[0][0]))
        elif rows:
            self._gathering.add(table_of(rows))

    def _end_line(self) -> None:
        runs, self._runs = _collapsed(self._runs), []
        if not runs:
            return
        if self._heading:
            self._gathering.add(Heading(self._heading, runs))
        elif self._word_level:
            number = re.match(r"\s*([1-9][0-9]{0,2})[.)]", self._word_sign)
            self._gathering.add_line(
                runs,
                numbered=number is not None,
                nested=self._word_level > 1,
                number=int(number[1]) if number else None,
            )
            self._word_level = 0
        elif self._in_item and self._lists:
            numbered, number_of_line = self._lists[-1]
            nested = len(self._lists) > 1
            self._gathering.add_line(runs, numbered=numbered, nested=nested, number=number_of_line)
            self._lists[-1] = (numbered, None)
        else:
            self._gathering.add(Paragraph(runs))


def _collapsed(runs: list[Run]) -> Runs:
    return tidied(replace(run, text=_BLANKS.sub(" ", run.text)) for run in tidied(runs))
