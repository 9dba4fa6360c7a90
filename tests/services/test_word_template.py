import json
from datetime import date
from pathlib import Path

import pytest

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.services import archive, exchange, minutes, renderers, template_sample, word_template
from samverkan_desktop.services.export import export
from samverkan_desktop.services.renderers import FileFormat
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import DocumentKind
from tests.documents import templates, word
from tests.services import exchange_content as content
from tests.services.year import HOLDS_NUMBER, NUMBER, Year, refused

LETTERHEAD = "Ekköpings kommun"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Brevmall åäö.dotx"
    path.write_bytes(templates.dotx(templates.swedish(templates.bytes_of(templates.english()))))
    return path


def other(tmp_path: Path) -> Path:
    document = templates.english()
    document.sections[0].header.paragraphs[0].runs[0].text = "Annan mall"
    path = tmp_path / "annan.docx"
    path.write_bytes(templates.bytes_of(document))
    return path


def letterhead(path: Path) -> str:
    return word.opened(path.read_bytes()).sections[0].header.paragraphs[0].text


def briefs(year: Year) -> tuple[Path, ...]:
    return export(year.work, DocumentKind.MINUTES, year.folder / "ut", meeting_id=year.meeting(1))


def test_documents_are_written_in_the_template_that_is_chosen(held: Year, file: Path):
    word_template.choose(held.work, 1, None, file)
    file.unlink()
    (written,) = briefs(held)
    assert letterhead(written).startswith(f"{LETTERHEAD}\tDatum: 2018-09-04")


def test_a_template_for_one_kind_comes_before_the_one_for_all(held: Year, file: Path, tmp_path: Path):
    word_template.choose(held.work, 1, None, other(tmp_path))
    word_template.choose(held.work, 1, DocumentKind.MINUTES, file)
    (written,) = briefs(held)
    (listed,) = export(held.work, DocumentKind.DECISIONS, held.folder / "ut", file_format="docx")
    assert letterhead(written).startswith(LETTERHEAD)
    assert letterhead(listed).startswith("Annan mall")


def test_other_kinds_of_file_are_as_they_were(held: Year, file: Path):
    word_template.choose(held.work, 1, None, file)
    (written,) = export(
        held.work, DocumentKind.MINUTES, held.folder / "ut", meeting_id=held.meeting(1), file_format="pdf"
    )
    assert written.read_bytes().startswith(b"%PDF")


def test_minutes_that_are_sent_are_written_in_the_template(finished: Year, file: Path):
    word_template.choose(finished.work, 1, None, file)
    sent = minutes.send(finished.work, finished.meeting(1), finished.folder / "ut")
    assert letterhead(next(path for path in sent if path.suffix == ".docx")).startswith(LETTERHEAD)
    (version,) = minutes.save_version(finished.work, finished.meeting(1), 1, finished.folder / "ut")
    assert letterhead(version).startswith(LETTERHEAD)


def test_templates_are_listed_with_what_they_are_for_and_since_when(held: Year, file: Path, tmp_path: Path):
    word_template.choose(held.work, 1, DocumentKind.MINUTES, other(tmp_path))
    word_template.choose(held.work, 1, None, file)
    shown = [(row.label, row.file_name, row.since) for row in word_template.listing(held.work, 1)]
    day = held.work.today
    assert shown == [("Alla dokument", "Brevmall åäö.dotx", day), ("Anteckningar", "annan.docx", day)]


def test_another_template_takes_the_place_of_the_one_before(held: Year, file: Path, tmp_path: Path):
    first = word_template.choose(held.work, 1, None, file)
    assert word_template.choose(held.work, 1, None, other(tmp_path)) == first
    assert [row.file_name for row in word_template.listing(held.work, 1)] == ["annan.docx"]
    held.work.undo()
    assert [row.file_name for row in word_template.listing(held.work, 1)] == ["Brevmall åäö.dotx"]
    (written,) = briefs(held)
    assert letterhead(written).startswith(LETTERHEAD)


def test_a_template_can_be_taken_away_and_that_undone(held: Year, file: Path):
    made = word_template.choose(held.work, 1, None, file)
    word_template.remove(held.work, made)
    assert word_template.listing(held.work, 1) == ()
    (written,) = briefs(held)
    assert not letterhead(written).startswith(LETTERHEAD)
    held.work.undo()
    (written,) = briefs(held)
    assert letterhead(written).startswith(LETTERHEAD)


def test_what_is_no_template_is_not_chosen(held: Year, tmp_path: Path):
    path = tmp_path / "mall.docx"
    path.write_bytes(b"%PDF-1.7")
    with refused(
        held,
        "mall.docx är en PDF-fil. Spara mallen som Word-fil (.docx eller .dotx) och välj den.",
        field="file",
    ):
        word_template.choose(held.work, 1, None, path)


def test_a_template_that_is_not_there_says_so(held: Year, tmp_path: Path):
    with pytest.raises(EnvironmentFault, match="finns inte"):
        word_template.choose(held.work, 1, None, tmp_path / "saknas.docx")


def test_a_personal_number_in_the_file_name_is_refused(held: Year, file: Path):
    named = file.rename(file.with_name(f"{NUMBER}.docx"))
    with refused(held, HOLDS_NUMBER, field="file", rule="R11"):
        word_template.choose(held.work, 1, None, named)


@pytest.mark.parametrize("document", [None, *word_template.kinds()])
def test_a_sample_shows_what_a_template_makes_of_each_document(
    document: DocumentKind | None, file: Path, tmp_path: Path
):
    written = word_template.try_file(file, tmp_path / "ut", document)
    assert letterhead(written).startswith(LETTERHEAD)
    assert written.name.startswith("prov-")
    assert written.name.isascii()


def test_a_sample_of_the_template_that_is_chosen(held: Year, file: Path):
    made = word_template.choose(held.work, 1, DocumentKind.COMMISSION, file)
    written = word_template.try_chosen(held.work, made, held.folder / "ut")
    assert written.name == "prov-uppdragsbeskrivning-brevmall-aao.docx"
    assert letterhead(written).startswith(LETTERHEAD)


def test_every_document_that_can_be_a_word_file_has_a_name_in_words():
    assert [kind for kind in word_template.kinds() if word_template.name_of(kind) == kind.value] == []


@pytest.mark.parametrize("kind", word_template.kinds())
def test_every_sample_is_of_a_kind_that_can_be_a_word_file(kind: DocumentKind):
    of, said = template_sample.of(kind)
    assert renderers.render(of, FileFormat.WORD, said).startswith(b"PK")


def test_a_kind_that_is_never_a_word_file_has_no_template():
    with pytest.raises(UserError, match="calendar finns inte som Word-fil"):
        word_template.kind_named("calendar")


def test_an_exchange_file_carries_the_template_and_not_one_taken_away(
    held: Year, file: Path, tmp_path: Path, new: Workspace
):
    word_template.choose(held.work, 1, None, file)
    gone = word_template.choose(held.work, 1, DocumentKind.MINUTES, other(tmp_path))
    word_template.remove(held.work, gone)
    found = json.loads(content.dumped(held.work, tmp_path))
    assert [row["file_name"] for row in found["word_templates"]] == ["Brevmall åäö.dotx"]
    assert found["attachment_contents"] == [content.paper(file.read_bytes())]
    path = tmp_path / "in.json"
    path.write_text(json.dumps(found), encoding="utf-8")
    exchange.bring_in(new, exchange.read(path))
    (row,) = word_template.listing(new, 1)
    assert row.since == date(2018, 9, 4)
    assert word_template.try_chosen(new, row.id, tmp_path / "ut").exists()


def test_a_template_that_is_missing_is_found_by_verify(held: Year, file: Path):
    word_template.choose(held.work, 1, None, file)
    assert archive.verify(held.path) == []
    with held.work.change("prov", "prov") as session:
        session.get_one(word_template.StoredTemplate, 1).sha256 = "0" * 64
    assert archive.verify(held.path) == [
        "Innehållet i dokumentmallen Brevmall åäö.dotx saknas eller är skadat."
    ]
    with pytest.raises(EnvironmentFault, match=r"Mallen Brevmall åäö.dotx finns inte i arkivet"):
        briefs(held)
