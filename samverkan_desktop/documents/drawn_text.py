"""Words in drawings: one line of them, or a label broken into as many lines as it may have."""

from reportlab.graphics.shapes import String
from reportlab.lib.colors import Color
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth

from samverkan_desktop.documents import pdf_style as style

SIZE = 8.0
#: No label that is drawn is longer: what follows could not be seen.
_LONGEST = 300


def string(
    x: float,
    y: float,
    words: str,
    colour: Color = style.INK,
    anchor: str = "start",
    font: str = style.REGULAR,
    size: float = SIZE,
) -> String:
    """Return words at a place of a drawing, in points; ``anchor`` is ``start``, ``middle`` or ``end``."""
    return String(x, y, words, fillColor=colour, textAnchor=anchor, fontName=font, fontSize=size)


def width_of(words: str, font: str = style.REGULAR, size: float = SIZE) -> float:
    """Return how wide words are, in points."""
    return float(stringWidth(words, font, size))


def broken(label: str, room: float, rows: int, font: str = style.REGULAR) -> list[str]:
    """Return a label in lines, with a mark of omission where something of it did not fit.

    Args:
        label: the label.
        room: how wide a line may be, in points.
        rows: how many lines it may have.
        font: the font's name.
    """
    lines = simpleSplit(label[:_LONGEST], font, SIZE, room) or [""]
    shown = [_cut(line, room, font, omitted=False) for line in lines[:rows]]
    if len(lines) > rows or len(label) > _LONGEST:
        shown[-1] = _cut(lines[len(shown) - 1], room, font, omitted=True)
    return shown


def _cut(line: str, room: float, font: str, *, omitted: bool) -> str:
    """Return as much of a line as there is room for; ``omitted`` where more follows that is not shown."""
    if not omitted and width_of(line, font) <= room:
        return line
    while line and width_of(f"{line}…", font) > room:
        line = line[:-1].rstrip()
    return f"{line}…"
