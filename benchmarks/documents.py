"""Minutes against bare python-docx, the follow-up against bare reportlab, writing the same text.

Run it with ``make benchmarks``, or ``python -m benchmarks.documents``.
"""

import io
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from docx import Document
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from samverkan_desktop.clock import SystemClock
from samverkan_desktop.documents import follow_up_pdf, minutes_docx
from samverkan_desktop.documents.pdf_text import escape
from samverkan_desktop.services import archive, demo, follow_up, meeting, minutes

RUNS = 15
PERIOD = "2018/2019"


def seconds(work: Callable[[], object]) -> float:
    """Return how long a call takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def compare(
    name: str, ours: Callable[[], object], floor: Callable[[], object], aim: float, runs: int = RUNS
) -> None:
    """Print the median of ours and of the floor, run in turn after one warm-up, and their ratio."""
    ours()
    floor()
    pairs = [(seconds(ours), seconds(floor)) for _ in range(runs)]
    mine = statistics.median(pair[0] for pair in pairs)
    bare = statistics.median(pair[1] for pair in pairs)
    ratio = statistics.median(pair[0] / pair[1] for pair in pairs)
    print(f"{name:<28} {mine * 1000:8.1f} ms   floor {bare * 1000:8.1f} ms   ratio {ratio:5.2f}   aim {aim}")


def bare_docx(data: bytes) -> Callable[[], bytes]:
    """Return a call that writes the paragraphs and table cells of a Word file with bare python-docx."""
    source = Document(io.BytesIO(data))
    paragraphs = [paragraph.text for paragraph in source.paragraphs]
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in source.tables]

    def write() -> bytes:
        document = Document()
        for text in paragraphs:
            document.add_paragraph(text)
        for rows in tables:
            table = document.add_table(rows=len(rows), cols=len(rows[0]))
            for row, texts in zip(table.rows, rows, strict=True):
                for cell, text in zip(row.cells, texts, strict=True):
                    cell.text = text
        file = io.BytesIO()
        document.save(file)
        return file.getvalue()

    return write


def bare_pdf(data: bytes) -> Callable[[], bytes]:
    """Return a call that writes the lines of a PDF file with bare reportlab."""
    from pypdf import PdfReader

    lines = [line for page in PdfReader(io.BytesIO(data)).pages for line in page.extract_text().splitlines()]
    style = getSampleStyleSheet()["BodyText"]

    def write() -> bytes:
        file = io.BytesIO()
        SimpleDocTemplate(file).build([Paragraph(escape(line), style) for line in lines])
        return file.getvalue()

    return write


def main() -> None:
    """Build the example year once, and compare."""
    with tempfile.TemporaryDirectory() as scratch:
        path = demo.build(Path(scratch))[0]
        work = archive.open_to_read(path, SystemClock())
        last = next(row for row in meeting.listing(work, PERIOD) if row.last)
        noted = minutes.content(work, last.id)
        year = follow_up.content(work, 1, PERIOD)
        work.close()
    word, pdf = minutes_docx.render(noted), follow_up_pdf.render(year)
    compare("minutes / python-docx", lambda: minutes_docx.render(noted), bare_docx(word), 2.0)
    compare("follow-up / reportlab", lambda: follow_up_pdf.render(year), bare_pdf(pdf), 2.0)


if __name__ == "__main__":
    main()
