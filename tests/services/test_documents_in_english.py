"""Documents in English of an archive in Swedish: our own words are English, what was written is as it was."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
import pypdf
import pytest
from docx.oxml.ns import qn

from samverkan_desktop import i18n
from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import in_language
from samverkan_desktop.services import renderers, retelling
from samverkan_desktop.services.export import export
from samverkan_desktop.services.renderers import FileFormat
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import DocumentKind

#: What the example year has none of: its group keeps notes, and has begun no letter to a board.
ABSENT = (DocumentKind.PROTOCOL, DocumentKind.EXTRACT, DocumentKind.OFFICIAL_REPORT)
FORMATS = [
    (kind, wanted)
    for kind in DocumentKind
    if kind in renderers._RENDERERS and kind not in ABSENT
    for wanted in renderers.formats(kind)
]
#: Texts of ours that somebody has written too: in the agreement, in what was noted, in what was decided.
WRITTEN = {
    "Dagordningen godkändes.",
    "Styrgruppen",
    "Arbetsgruppen",
    "grundskola",
    "Grundskola",
    "förskola",
    "Förskola",
    "Styrgrupp",
    "Socialförvaltningen",
    "Bildningsförvaltningen",
    "Kvalitetschef",
    "Information",
}


def lines(path: Path) -> Iterator[str]:
    """Yield the lines, paragraphs or cells of a file."""
    match path.suffix:
        case ".pdf":
            for page in pypdf.PdfReader(path).pages:
                yield from page.extract_text().splitlines()
        case ".docx":
            for paragraph in docx.Document(path).element.iter(qn("w:p")):
                yield "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
        case ".xlsx":
            for row in openpyxl.load_workbook(path).active.iter_rows(values_only=True):
                yield from (str(cell) for cell in row if cell is not None)
        case ".csv":
            for cells in csv.reader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";"):
                yield from cells
        case _:
            for line in re.sub(r"\r?\n[ \t]", "", path.read_text("utf-8")).splitlines():
                yield from line.split(":", 1)[-1].split("\\n")


def ours(said: str) -> bool:
    """Say whether a line is Swedish that the program says itself, with or without a colon or a number."""
    bare = re.sub(r"^[\d.]+ |:$", "", said.strip())
    known = i18n.catalogue("en").get(("", bare)) or i18n.catalogue("en").get(("several", bare))
    return bare not in WRITTEN and len(bare) > 3 and known not in (None, bare)


@pytest.mark.parametrize(("kind", "wanted"), FORMATS, ids=lambda each: each.value)
def test_no_swedish_of_ours_is_left(
    kind: DocumentKind, wanted: FileFormat, played_work: Workspace, tmp_path: Path
):
    for path in export(played_work, kind, tmp_path, period="2018/2019", file_format=wanted, language="en"):
        assert [line for line in lines(path) if ours(line)] == []


def test_a_word_file_is_tagged_as_english(played_work: Workspace, tmp_path: Path):
    (path, *_) = export(played_work, DocumentKind.MINUTES, tmp_path, period="2018/2019", language="en")
    document = docx.Document(path)
    assert document.core_properties.language == "en-GB"
    assert {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))} == {"en-GB"}
    (swedish, *_) = export(played_work, DocumentKind.MINUTES, tmp_path, period="2018/2019", language="sv")
    assert docx.Document(swedish).core_properties.language == "sv-SE"
    assert swedish.name != path.name


def test_a_pdf_file_is_tagged_as_english(played_work: Workspace, tmp_path: Path):
    (path,) = export(played_work, DocumentKind.FOLLOW_UP, tmp_path, period="2018/2019", language="en")
    assert pypdf.PdfReader(path).root_object["/Lang"] == "en-GB"


def test_the_window_goes_on_in_its_own_language(played_work: Workspace, tmp_path: Path):
    export(played_work, DocumentKind.DECISIONS, tmp_path, period="2018/2019", language="en")
    assert i18n.current_language() == "sv"


def test_a_language_that_is_not_spoken_is_refused(played_work: Workspace, tmp_path: Path):
    with pytest.raises(UserError, match="Språket de finns inte"):
        export(played_work, DocumentKind.DECISIONS, tmp_path, language="de")


@pytest.mark.parametrize(
    ("stored", "told"),
    [
        ("Mötet öppnas, närvaro", "Opening of the meeting, attendance"),
        ("Föregående minnesanteckningar", "Previous minutes"),
        ("Föregående protokoll", "Previous protokoll"),
        ("Val av sammankallande och sekreterare läsåret 2019/2020",
         "Election of convenor and secretary the school year 2019/2020"),
        ("Uppföljning av samverkansavtalet läsåret 2018/2019",
         "Follow-up of the collaboration agreement the school year 2018/2019"),
        ("möte 3 av 6, läsåret 2018/2019 (ordinarie)",
         "meeting 3 of 6, the school year 2018/2019 (ordinary)"),
        ("t.o.m. punkt 5", "until item 5"),
        ("ersätter 2018/19-02", "replaces 2018/19-02"),
        ("ersätter Kvalitetschef", "substitutes for Kvalitetschef"),
        ("Delredovisning U1: problematisk skolfrånvaro", "Interim report on U1: problematisk skolfrånvaro"),
        ("Skola och hem", "Skola och hem"),
        ("Budget för gemensamma insatser", "Budget för gemensamma insatser"),
    ],
)  # fmt: skip
def test_a_stored_text_is_told_in_english_only_where_it_is_ours(stored: str, told: str):
    with in_language("en"):
        assert retelling.text(stored) == told
