"""Notes in Qt's own document: how their blocks are shown in it, and read back from it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtGui import (
    QBrush,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextList,
    QTextListFormat,
    QTextTable,
    QTextTableFormat,
)

from samverkan_desktop.prose_blocks import (
    Block,
    Gathering,
    Heading,
    ListBlock,
    Paragraph,
    Row,
    Table,
    table_of,
)
from samverkan_desktop.prose_runs import Run, Runs, tidied
from samverkan_desktop.ui import theme

#: Sizes of the letters of headings in pixels, by level.
_SIZES = (theme.LARGE, theme.BODY + 1, theme.BODY)
#: How heavy bold letters are; what is pasted may be heavier.
BOLD = QFont.Weight.DemiBold


def block_format(level: int = 0) -> QTextBlockFormat:
    """Return how a paragraph is laid out, or a heading of a level."""
    result = QTextBlockFormat()
    result.setHeadingLevel(level)
    result.setTopMargin(theme.NEAR if level else 0)
    result.setBottomMargin(theme.GRID)
    return result


def char_format(level: int = 0, *, bold: bool = False, italic: bool = False) -> QTextCharFormat:
    """Return how letters look, in a paragraph or a heading."""
    result = QTextCharFormat()
    result.setFontWeight(BOLD if bold or level else QFont.Weight.Normal)
    result.setFontItalic(italic)
    if level:
        result.setProperty(QTextCharFormat.Property.FontPixelSize, theme.enlarged(_SIZES[level - 1]))
    return result


def list_format(*, numbered: bool, nested: bool = False, start: int = 1) -> QTextListFormat:
    """Return how a list looks."""
    result = QTextListFormat()
    styles = QTextListFormat.Style
    result.setStyle(styles.ListDecimal if numbered else styles.ListCircle if nested else styles.ListDisc)
    result.setIndent(2 if nested else 1)
    result.setStart(start)
    return result


def table_format(columns: int) -> QTextTableFormat:
    """Return how a table looks in the colours of the theme."""
    result = QTextTableFormat()
    result.setHeaderRowCount(1)
    result.setCellPadding(theme.GRID)
    result.setCellSpacing(0)
    result.setBorder(1)
    result.setBorderCollapse(True)
    result.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    result.setBorderBrush(QBrush(theme.colour("edge")))
    result.setBottomMargin(theme.NEAR)
    share = QTextLength(QTextLength.Type.PercentageLength, 100 / columns)
    result.setColumnWidthConstraints([share] * columns)
    result.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    return result


def tables(document: QTextDocument) -> list[QTextTable]:
    """Return the tables of a document."""
    return [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]


def is_numbered(lines: QTextList) -> bool:
    """Return whether a list has numbers."""
    return lines.format().style() == QTextListFormat.Style.ListDecimal


def is_nested(lines: QTextList) -> bool:
    """Return whether a list stands under a line of another."""
    return lines.format().indent() > 1


def fill(document: QTextDocument, blocks: Iterable[Block]) -> None:
    """Show blocks in a document instead of what stands in it."""
    document.clear()
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    Filling(cursor, fresh=True).add(blocks)
    cursor.endEditBlock()


def insert_blocks(cursor: QTextCursor, blocks: Iterable[Block]) -> None:
    """Put blocks where a cursor stands, on lines of their own but for the first in an empty line."""
    if not cursor.atBlockEnd():
        cursor.insertBlock()
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    empty = not cursor.block().text() and cursor.currentList() is None
    Filling(cursor, fresh=empty).add(blocks)


class Filling:
    """Blocks being put into a document where a cursor stands.

    Args:
        cursor: where; it stands after them at the end.
        fresh: whether the block it stands in is empty and is to be used.
    """

    def __init__(self, cursor: QTextCursor, *, fresh: bool) -> None:
        self._cursor = cursor
        self._fresh = fresh

    def add(self, blocks: Iterable[Block]) -> None:
        """Put blocks in, one after the other."""
        for block in blocks:
            match block:
                case Paragraph(runs):
                    self._line(runs)
                case Heading(level, runs):
                    self._line(runs, level)
                case ListBlock():
                    self._list(block, nested=False)
                case Table(heading, rows):
                    self._table((heading, *rows))

    def _line(self, runs: Runs, level: int = 0) -> None:
        if self._fresh:
            self._cursor.setBlockFormat(block_format(level))
            self._cursor.setBlockCharFormat(char_format(level))
        else:
            self._cursor.insertBlock(block_format(level), char_format(level))
        self._fresh = False
        insert_runs(self._cursor, runs, level)

    def _list(self, block: ListBlock, *, nested: bool) -> None:
        lines: QTextList | None = None
        for entry in block.entries:
            self._line(entry.runs)
            if lines is None:
                look = list_format(numbered=block.numbered, nested=nested, start=block.start)
                lines = self._cursor.createList(look)
            else:
                lines.add(self._cursor.block())
            for each in entry.below:
                self._list(each, nested=True)

    def _table(self, rows: Sequence[Row]) -> None:
        table = self._cursor.insertTable(len(rows), len(rows[0]), table_format(len(rows[0])))
        for at, row in enumerate(rows):
            for column, runs in enumerate(row):
                cursor = table.cellAt(at, column).firstCursorPosition()
                cursor.setBlockFormat(QTextBlockFormat())
                cursor.setBlockCharFormat(char_format(bold=at == 0))
                insert_runs(cursor, runs, bold=at == 0)
        self._cursor.setPosition(table.lastPosition() + 1)
        self._cursor.setBlockFormat(block_format())
        self._cursor.setBlockCharFormat(char_format())
        self._fresh = True


def insert_runs(cursor: QTextCursor, runs: Runs, level: int = 0, *, bold: bool = False) -> None:
    """Put words where a cursor stands; ``bold`` where all of them are shown so, as in a table's heading."""
    for run in runs:
        cursor.insertText(run.text, char_format(level, bold=run.bold or bold, italic=run.italic))


def read(document: QTextDocument, said: Callable[[QTextBlock], Runs] | None = None) -> tuple[Block, ...]:
    """Return the blocks of a document, in order.

    Args:
        document: the document.
        said: tells what a line says; else it is read.
    """
    said = said or runs_of
    gathering = Gathering()
    within = {table.firstPosition(): table for table in tables(document)}
    numbers: dict[bool, int] = {}
    block = document.begin()
    while block.isValid():
        table = within.get(block.position())
        if table is not None:
            numbers.clear()
            gathering.add(_read_table(table, said))
            block = document.findBlock(table.lastPosition() + 1)
            continue
        _read_block(gathering, block, said(block), numbers)
        block = block.next()
    return gathering.done()


def _read_block(gathering: Gathering, block: QTextBlock, runs: Runs, numbers: dict[bool, int]) -> None:
    """Add a block; ``numbers`` holds the list that goes on at each level."""
    if not runs:
        return
    level, lines = block.blockFormat().headingLevel(), block.textList()
    if lines is None:
        numbers.clear()
        gathering.add(Heading(min(level, len(_SIZES)), runs) if level else Paragraph(runs))
        return
    nested, identity = is_nested(lines), lines.objectIndex()
    goes_on = numbers.get(nested) == identity
    if not nested:
        numbers.clear()
    numbers[nested] = identity
    number = None if goes_on else lines.format().start()
    gathering.add_line(runs, numbered=is_numbered(lines), nested=nested, number=number)


def runs_of(block: QTextBlock) -> Runs:
    """Return what a paragraph, a heading or a line of a list says."""
    return tidied(_runs(block, all_bold=block.blockFormat().headingLevel() > 0))


def _read_table(table: QTextTable, said: Callable[[QTextBlock], Runs]) -> Table:
    rows = [
        tuple(_read_cell(table, at, column, said) for column in range(table.columns()))
        for at in range(table.rows())
    ]
    return table_of(rows)


def _read_cell(table: QTextTable, at: int, column: int, said: Callable[[QTextBlock], Runs]) -> Runs:
    cell = table.cellAt(at, column)
    block, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().position()
    runs: list[Run] = []
    while block.isValid() and block.position() <= last:
        runs += [*said(block), Run(" ")]
        block = block.next()
    # A heading is bold by itself.
    return tidied(replace(run, bold=False) for run in runs) if at == 0 else tidied(runs)


def _runs(block: QTextBlock, *, all_bold: bool) -> Iterator[Run]:
    """Yield the runs of a block; what is bold as a whole is not bold by its words."""
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        look = fragment.charFormat()
        bold = look.fontWeight() >= BOLD and not all_bold
        yield Run(fragment.text(), bold, look.fontItalic())
        place += 1


class Lines:
    """What the lines of a document say, each read once until it changes.

    Args:
        document: the document, whose owner tells of every change.
    """

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._said: list[Runs | None] = [None] * document.blockCount()

    def changed(self, position: int, _removed: int, added: int) -> None:
        """Be told where something was taken away and put in, as `QTextDocument.contentsChange` says it."""
        first, last = self._document.findBlock(position), self._document.findBlock(position + added)
        count = self._document.blockCount()
        begin = max(first.blockNumber(), 0)
        end = last.blockNumber() + 1 if last.isValid() else count
        before = end - (count - len(self._said))
        if before < begin:
            self._said = [None] * count
        else:
            self._said[begin:before] = [None] * (end - begin)

    def said(self, block: QTextBlock) -> Runs:
        """Return what a line says."""
        number = block.blockNumber()
        runs = self._said[number]
        if runs is None:
            runs = self._said[number] = runs_of(block)
        return runs
