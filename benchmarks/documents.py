"""Minutes against bare python-docx and docxtpl, the follow-up against bare reportlab and LibreOffice.

Run it with ``make benchmarks``, or ``python -m benchmarks.documents``. docxtpl is asked for where it is
installed, LibreOffice where there is a ``soffice``. What memory they take is asked of Linux.
"""

import importlib
import importlib.util
import io
import multiprocessing
import resource
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from docx import Document
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from samverkan_desktop.clock import SystemClock
from samverkan_desktop.documents import follow_up_docx, follow_up_pdf, minutes_docx
from samverkan_desktop.documents.follow_up import FollowUp
from samverkan_desktop.documents.minutes import Minutes
from samverkan_desktop.documents.minutes_parts import outcome
from samverkan_desktop.documents.pdf_text import escape
from samverkan_desktop.services import archive, demo, follow_up, meeting, minutes
from tests.documents import contents

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


def megabytes(work: Callable[[], object]) -> float:
    """Return how much more memory a process of its own takes at most while a call works, in megabytes."""
    reading, writing = multiprocessing.Pipe(duplex=False)

    def measure() -> None:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        work()
        writing.send((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)

    process = multiprocessing.get_context("fork").Process(target=measure)
    process.start()
    taken: float = reading.recv()
    process.join()
    return taken


#: What a docxtpl template says of minutes, a paragraph a line: the same parts as ours, in the same styles.
_TEMPLATE = (
    ("Title", "{{ m.label }}"),
    ("Subtitle", "{{ m.group }}"),
    *(("Normal", f"{name}: {{{{ m.{name} }}}}") for name in ("occasion", "day", "place", "case_number")),
    ("Heading 1", "Deltagare"),
    ("Normal", "{%p for party in m.present %}"),
    ("Heading 2", "{{ party.party }}"),
    ("Normal", "{%p for each in party.attendees %}"),
    ("Normal", "{{ each.function }}{% for note in each.notes %}, {{ note }}{% endfor %}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p endfor %}"),
    ("Heading 1", "Anteckningar"),
    ("Normal", "{%p for item in m.items %}"),
    ("Heading 2", "{{ item.number }}. {{ item.heading }}"),
    ("Normal", "{%p for line in item.notes.splitlines() %}"),
    ("Normal", "{{ line }}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p for decision in item.decisions %}"),
    ("Normal", "Beslut {{ decision.number }}: {{ decision.text }}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p for given in item.commissions %}"),
    *(("Normal", f"{{{{ given.{name} }}}}") for name in ("number", "who", "title", "how", "when")),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p endfor %}"),
)


#: Its table of what was decided.
_TABLE = (
    ("Nr", "Beslut/uppdrag", "Ansvarig", "När"),
    ("{%tr for row in rows %}", "", "", ""),
    ("{{ row[0] }}", "{{ row[1] }}", "{{ row[2] }}", "{{ row[3] }}"),
    ("{%tr endfor %}", "", "", ""),
)


def by_docxtpl(said: Minutes) -> Callable[[], bytes] | None:
    """Return a call that fills in a docxtpl template with minutes; None where docxtpl is not installed."""
    if importlib.util.find_spec("docxtpl") is None:
        return None
    docxtpl = importlib.import_module("docxtpl")
    document = Document()
    for style, text in _TEMPLATE:
        document.add_paragraph(text, style=style)
    table = document.add_table(rows=4, cols=4)
    for row, texts in zip(table.rows, _TABLE, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    template = io.BytesIO()
    document.save(template)

    def write() -> bytes:
        template.seek(0)
        filled = docxtpl.DocxTemplate(template)
        filled.render({"m": said, "rows": outcome(said.items)}, autoescape=True)
        file = io.BytesIO()
        filled.save(file)
        return file.getvalue()

    return write


def by_libreoffice(word: bytes, folder: Path) -> Callable[[], object] | None:
    """Return a call that makes a PDF file of a Word file; None where there is no LibreOffice."""
    office = shutil.which("soffice")
    if office is None:
        return None
    path = folder / "report.docx"
    path.write_bytes(word)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)]
    return lambda: subprocess.run(command, check=True, capture_output=True)


def compare_others(noted: Minutes, year: FollowUp) -> None:
    """Compare with programs that fill in templates and convert, where they are installed."""
    fill = by_docxtpl(noted)
    if fill is None:
        print("minutes / docxtpl: docxtpl is not installed")
    else:
        compare("40 items, 25 seats / docxtpl", lambda: minutes_docx.render(noted), fill, 1.0)
        ours, theirs = megabytes(lambda: minutes_docx.render(noted)), megabytes(fill)
        print(f"{'  memory':<28} {ours:8.1f} MB   docxtpl {theirs:6.1f} MB")
    with tempfile.TemporaryDirectory() as scratch:
        convert = by_libreoffice(follow_up_docx.render(year), Path(scratch))
        if convert is None:
            print("follow-up / LibreOffice: there is no soffice on this machine")
        else:
            compare("follow-up / LibreOffice", lambda: follow_up_pdf.render(year), convert, 1.0, runs=5)
    print(f"{'follow-up as PDF, memory':<28} {megabytes(lambda: follow_up_pdf.render(year)):8.1f} MB")
    print(f"{'follow-up as Word, memory':<28} {megabytes(lambda: follow_up_docx.render(year)):8.1f} MB")


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
    compare_others(contents.crowded_meeting(), year)


if __name__ == "__main__":
    main()
