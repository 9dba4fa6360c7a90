"""The municipality's own Word templates in the window: chosen, tried, used, taken away."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from samverkan_desktop.services import word_template
from samverkan_desktop.ui.pages.agreement.document_templates import DocumentTemplates
from samverkan_desktop.ui.pages.agreement.page import AgreementPage
from samverkan_desktop.vocabulary import DocumentKind
from tests.documents import templates, word
from tests.ui import hands
from tests.ui.conftest import Recorded
from tests.ui.pages.agreement.acts import choose
from tests.ui.year import Shown, Year


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Brevmall för bildning och social omsorg i Ekköpings kommun.dotx"
    path.write_bytes(templates.dotx(templates.bytes_of(templates.english())))
    return path


@pytest.fixture
def page(played: Year, opened: Callable[[], AgreementPage]) -> AgreementPage:
    """The page at the agreement's documents."""
    page = opened()
    page.open("documents")
    return page


@pytest.fixture
def part(page: AgreementPage) -> DocumentTemplates:
    return page.documents.templates


def told(part: DocumentTemplates) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible()]


def press_named(part: DocumentTemplates, name: str) -> None:
    (found,) = [each for each in part.findChildren(QAbstractButton) if each.accessibleName() == name]
    found.click()


def begin(part: DocumentTemplates, file: Path | None) -> None:
    part.choose_file = lambda: file
    hands.press(part, "Välj mall…")


def test_it_says_where_no_template_is_chosen(part: DocumentTemplates):
    assert "Ingen mall är vald. Dokumenten skrivs på programmets eget papper." in told(part)


def test_a_template_is_chosen_and_shown_with_since_when(
    part: DocumentTemplates, file: Path, played: Year, recorded: Recorded
):
    begin(part, file)
    assert f"{file.name} används inte än. Gäller: Alla dokument" in told(part)
    assert word_template.listing(played.work, 1) == ()
    hands.picture(part.window(), "template_pending")
    hands.press(part, "Använd mallen")
    assert f"{file.name}, sedan {played.work.today}" in told(part)
    hands.picture(part.window(), "template_chosen")
    assert not part.pending.isVisible()
    assert recorded.said[-1] == (f"Mallen {file.name} används nu.", True)


def test_a_template_is_chosen_for_one_kind(part: DocumentTemplates, file: Path, played: Year):
    choose(part.document, "minutes")
    begin(part, file)
    hands.press(part, "Använd mallen")
    (row,) = word_template.listing(played.work, 1)
    assert row.document is DocumentKind.MINUTES


def test_a_template_is_tried_before_it_is_used(
    part: DocumentTemplates, file: Path, played: Year, given: Shown, qtbot: QtBot
):
    shown: list[Path] = []
    part.show_sample = shown.append
    begin(part, file)
    with qtbot.waitSignal(given.context.tasks.idle):
        hands.press(part, "Prova med exempeldata")
    assert word.opened(shown[0].read_bytes()).sections[0].header.paragraphs[0].text.startswith("Ekköpings")
    assert word_template.listing(played.work, 1) == ()
    assert part.pending.isVisible()


def test_what_is_no_template_is_told_where_it_was_chosen(
    part: DocumentTemplates, tmp_path: Path, recorded: Recorded
):
    wrong = tmp_path / "mall.docx"
    wrong.write_bytes(b"%PDF-1.7")
    begin(part, wrong)
    hands.press(part, "Använd mallen")
    assert part.error.text() == (
        "mall.docx är en PDF-fil. Spara mallen som Word-fil (.docx eller .dotx) och välj den."
    )
    assert part.error.isVisible()
    hands.press(part, "Avbryt")
    assert not part.error.isVisible()


def test_leaving_the_dialog_changes_nothing(part: DocumentTemplates):
    begin(part, None)
    assert not part.pending.isVisible()


def test_a_template_is_tried_and_taken_away(
    part: DocumentTemplates, file: Path, played: Year, given: Shown, qtbot: QtBot, recorded: Recorded
):
    begin(part, file)
    hands.press(part, "Använd mallen")
    shown: list[Path] = []
    part.show_sample = shown.append
    with qtbot.waitSignal(given.context.tasks.idle):
        press_named(part, f"Prova {file.name} med exempeldata")
    assert shown[0].name.startswith("prov-alla-dokument")
    press_named(part, f"Ta bort mallen {file.name}")
    assert word_template.listing(played.work, 1) == ()
    assert recorded.said[-1] == (f"Mallen {file.name} togs bort.", True)


def test_a_template_is_used_by_the_keyboard_alone(
    part: DocumentTemplates, file: Path, played: Year, qtbot: QtBot
):
    part.choose_file = lambda: file
    part.choose.setFocus()
    qtbot.keyClick(part.choose, Qt.Key.Key_Space)
    assert part.pending.use.hasFocus()
    qtbot.keyClick(part.pending.use, Qt.Key.Key_Space)
    assert len(word_template.listing(played.work, 1)) == 1
