"""Tables in PDF files: how they are split over pages, and what a screen reader is told of them."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, ExitStack
from typing import TypeAlias

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Table, TableStyle

from samverkan_desktop.documents import pdf_style as style
from samverkan_desktop.documents.pdf_structure import Attribute, Element, TaggedCanvas
from samverkan_desktop.documents.pdf_text import text

#: One cell of a table: text in the usual style, or flowables one under the other.
Cell: TypeAlias = str | Flowable | Sequence[Flowable]
TableCommand = tuple[object, ...]

#: What is no higher than this is begun on the page where it ends, where that leaves little empty.
KEPT_WHOLE = 320.0
#: A third of a page: more is not left empty to keep something whole.
LEFT_EMPTY = 230.0


class _TableElements:
    """What a table is in the document's structure: its rows and cells, whichever pages they are on."""

    def __init__(self, head: int) -> None:
        self.table = Element("Table")
        self._head = head
        self._sections = {"THead": Element("THead", self.table), "TBody": Element("TBody", self.table)}
        self._rows: dict[int, Element] = {}
        self._cells: dict[tuple[int, int], Element] = {}

    def cell(self, row: int, column: int, spans: tuple[int, int]) -> Element:
        """Return a cell, by the row and column it has in the whole table, and how many of them it covers."""
        if (row, column) not in self._cells:
            self._cells[row, column] = self._made(row, spans)
        return self._cells[row, column]

    def _made(self, row: int, spans: tuple[int, int]) -> Element:
        heads = row < self._head
        if row not in self._rows:
            self._rows[row] = Element("TR", self._sections["THead" if heads else "TBody"])
        attributes: dict[str, Attribute] = {"Scope": "Column"} if heads else {}
        attributes |= {
            name: span for name, span in zip(("RowSpan", "ColSpan"), spans, strict=True) if span > 1
        }
        return Element("TH" if heads else "TD", self._rows[row], attributes=attributes)


class SplitTable(Table):
    """A table that is split between rows, and within a row only where the row is higher than a page."""

    #: What it is in the document's structure; None for one that only puts things beside one another.
    elements: _TableElements | None = None
    #: For each row on this page, its number in the whole table.
    rows: Sequence[int] = ()
    _continued = False

    def __init__(self, *args: object, **keywords: object) -> None:
        super().__init__(*args, **{**keywords, "renderCB": _tell})
        self._cell = ExitStack()

    def drawing(self, event: str, row: int = 0, column: int = 0, *_: object) -> None:
        """Let the cell that is about to be drawn be a cell of the document's structure.

        Args:
            event: what is about to be drawn, or has been: ``startCell``.
            row: of a cell, its row on this page.
            column: of a cell, its column.
        """
        if self.elements is None or not isinstance(self.canv, TaggedCanvas):
            return
        if event == "startCell":
            self._cell.enter_context(self._as_cell(self.canv, self.elements, row, column))
        elif event == "endCell":
            self._cell.close()

    def _as_cell(
        self, canvas: TaggedCanvas, elements: _TableElements, row: int, column: int
    ) -> AbstractContextManager[None]:
        if self._continued and row < self.repeatRows:
            return canvas.silent()
        first_column, first_row, last_column, last_row = column, row, column, row
        if self._spanCmds:
            first_column, first_row, last_column, last_row = self._spanRanges[column, row]
        spans = (last_row - first_row + 1, last_column - first_column + 1)
        return canvas.inside(elements.cell(self.rows[row], column, spans))

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Return the parts for this page and the next; none where all of it belongs on the next."""
        self.splitInRow = 0
        parts = super().split(available_width, available_height)
        if available_height > style.PAGE_HEIGHT * 0.7 and not _goes_on(parts, self.repeatRows):
            self.splitInRow = 1
            # A row that no page holds is not kept with the one above it: the page would never end.
            self._nosplitCmds: list[TableCommand] = []
            parts = super().split(available_width, available_height)
        if len(parts) == 2:
            self._hand_on(*parts)
        return list(parts)

    def _hand_on(self, here: "SplitTable", there: "SplitTable") -> None:
        """Let the parts be one table in the document's structure, and a row that was cut one row."""
        head, ends = self.repeatRows, here.count
        cut = ends + there.count - head - self.count
        here.be(self.elements, self.rows[:ends], self._continued)
        there.be(self.elements, [*self.rows[:head], *self.rows[ends - cut :]], continued=True)

    @property
    def cells(self) -> Sequence[Sequence[object]]:
        """Its cells, row by row, the head first."""
        return list(self._cellvalues)

    @property
    def widths(self) -> Sequence[float]:
        """The widths of its columns, in points."""
        return [float(width) for width in self._colWidths]

    @property
    def count(self) -> int:
        """How many rows it has on this page."""
        return len(self._cellvalues)

    def be(self, elements: _TableElements | None, rows: Sequence[int], continued: bool = False) -> None:
        """Let it be some rows of a table in the structure; if continued, the table's head has been drawn."""
        self.elements, self.rows, self._continued = elements, rows, continued

    def opening(self) -> tuple[float, float]:
        """Return the height of its head and first row, two where they are low, and of all where it is."""
        _, height = self.wrap(style.MEASURE, style.PAGE_HEIGHT)
        one, two = (sum(self._rowHeights[: self.repeatRows + rows]) for rows in (1, 2))
        least = two if two <= LEFT_EMPTY / 2 else min(one, KEPT_WHOLE)
        return least, height if height <= KEPT_WHOLE else least


def _goes_on(parts: Sequence[Flowable], head: int) -> bool:
    """Return whether what a table was split into has anything but its head on this page."""
    return bool(parts) and (not isinstance(parts[0], SplitTable) or parts[0].count > head)


def _tell(table: SplitTable, event: str, *about: int) -> None:
    table.drawing(event, *about)


def plain_table(
    cells: Sequence[Sequence[Flowable | list[Flowable]]],
    widths: Sequence[float],
    commands: Iterable[TableCommand] = (),
) -> Table:
    """Return a table that shows nothing of itself but what the commands say."""
    table = SplitTable(cells, colWidths=widths)
    table.setStyle(TableStyle([*_bare(), *commands]))
    return table


def data_table(
    header: Sequence[Cell],
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[float | None],
    commands: Iterable[TableCommand] = (),
) -> Table:
    """Return a table whose head is repeated on each page.

    Args:
        header: the columns' names.
        rows: the cells.
        widths: the columns' widths; the one that is None takes what is left of the page.
        commands: further commands of reportlab's table style.
    """
    rest = style.MEASURE - sum(width or 0 for width in widths)
    cells = [[_cell(cell, style.COLUMN) for cell in header]]
    cells += [[_cell(cell, style.CELL) for cell in row] for row in rows]
    table = SplitTable(
        cells,
        colWidths=[rest if width is None else width for width in widths],
        repeatRows=1,
        spaceBefore=2,
        spaceAfter=8,
    )
    table.be(_TableElements(head=1), range(len(cells)))
    look: list[TableCommand] = [
        *_bare(),
        ("TOPPADDING", (0, 0), (-1, -1), 4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
        ("RIGHTPADDING", (0, 0), (-2, -1), 9),
        ("LINEBELOW", (0, 0), (-1, 0), 1, style.ACCENT),
        ("LINEBELOW", (0, 1), (-1, -1), 0.5, style.RULE),
        *commands,
    ]
    table.setStyle(TableStyle(look))
    return table


def _cell(cell: Cell, look: ParagraphStyle) -> Flowable | list[Flowable]:
    if isinstance(cell, str):
        return text(cell, look)
    return cell if isinstance(cell, Flowable) else list(cell)


def _bare() -> list[TableCommand]:
    """Return the look of a table that shows nothing of itself."""
    return [
        ("FONT", (0, 0), (-1, -1), style.REGULAR, 9),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        *((f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")),
    ]
