"""The follow-up report's section on findings: each with its clause word for word."""

from collections import Counter
from collections.abc import Sequence

from reportlab.graphics.shapes import Circle, Drawing, Line, Polygon, PolyLine, Rect
from reportlab.platypus import Flowable

from samverkan_desktop.documents import pdf_style as style
from samverkan_desktop.documents.follow_up import FindingLine, FollowUp
from samverkan_desktop.documents.pdf_list import bullets
from samverkan_desktop.documents.pdf_parts import Section
from samverkan_desktop.documents.pdf_table import Cell, data_table
from samverkan_desktop.documents.pdf_text import text
from samverkan_desktop.i18n import tr, tr_as

_SIZE = 11.0


def findings(follow_up: FollowUp) -> Section | None:
    """Return the section on how the agreement is followed, worst first as they were handed in."""
    if not follow_up.findings:
        return None
    counted = Counter(line.status_label for line in follow_up.findings)
    counts = " · ".join(f"{label} {number}" for label, number in counted.items())
    header = ("", tr("Läge"), tr_as("clause", "Punkt"), tr("Iakttagelse och avtalets ord"))
    rows = [_row(line) for line in follow_up.findings]
    table = data_table(header, rows, (22, 82, 46, None))
    return Section(tr("Läget mot avtalet"), [text(counts), table])


def _row(line: FindingLine) -> list[Cell]:
    said: list[Flowable] = _message(line.message.splitlines())
    if line.source:
        said.append(text(f"”{line.source}”", style.QUOTE))
    return [[status_mark(line.status)], text(line.status_label, style.CELL_BOLD), line.clause, said]


def _message(lines: Sequence[str]) -> list[Flowable]:
    """Return what was found: a sentence as it is, several as a list, so that each is seen to begin."""
    if len(lines) == 1:
        return [text(lines[0], style.CELL)]
    return bullets(lines, style.CELL_LISTED)


def status_mark(status: str) -> Drawing:
    """Return the mark of a finding's status, a form of its own for each, so that grey print tells."""
    mark = Drawing(_SIZE, _SIZE)
    half, light = _SIZE / 2, {"strokeColor": style.PAPER, "strokeWidth": 1.3}
    filled = {"fillColor": style.INK, "strokeColor": style.INK, "strokeWidth": 0.9}
    hollow = {"fillColor": style.PAPER, "strokeColor": style.MUTED, "strokeWidth": 1}
    if status == "fulfilled":
        mark.add(Circle(half, half, 5, fillColor=style.ACCENT, strokeColor=None))
        mark.add(PolyLine([3, 5.6, 4.8, 3.8, 8, 7.4], **light))
    elif status == "breached":
        mark.add(Rect(0.8, 0.8, 9.4, 9.4, **filled))
        mark.add(Line(3.3, 3.3, 7.7, 7.7, **light))
        mark.add(Line(3.3, 7.7, 7.7, 3.3, **light))
    elif status == "at_risk":
        mark.add(Polygon([half, 10.4, 0.5, 0.8, _SIZE - 0.5, 0.8], **filled))
        mark.add(Line(half, 4.1, half, 7.4, **light))
        mark.add(Line(half, 2.1, half, 3.2, **light))
    elif status == "upcoming":
        mark.add(Polygon([half, 10.4, 10.4, half, half, 0.6, 0.6, half], **hollow))
    elif status == "not_due":
        mark.add(Circle(half, half, 4.6, **hollow))
    else:
        mark.add(Circle(half, half, 4.6, strokeDashArray=[1.4, 1.4], **hollow))
    return mark
