"""Keeping in the window: packages made and checked, how long documents are kept, what may be disposed of."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from samverkan_desktop.retention_vocabulary import RecordKind, RetentionRule
from samverkan_desktop.services import call, retention
from samverkan_desktop.ui.pages.agreement.page import AgreementPage
from tests.ui import hands
from tests.ui.conftest import Recorded
from tests.ui.year import Shown, Year


@pytest.fixture
def page(
    played: Year, opened: Callable[[], AgreementPage], given: Shown, qtbot: QtBot, recorded: Recorded
) -> Iterator[AgreementPage]:
    """Return the page at what is kept."""
    call.note_sent(played.work, played.meetings[0], date(2018, 8, 28))
    page = opened()
    page.open("archive")
    wait(given, qtbot)
    yield page
    assert recorded.bugs == []


def wait(given: Shown, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not given.context.tasks.busy, timeout=20_000)


def words(year: Year) -> dict[RecordKind, str]:
    return {row.kind: row.words for row in retention.rows(year.work, 1)}


def make(page: AgreementPage, folder: Path, given: Shown, qtbot: QtBot) -> str:
    page.keeping.package.choose_folder = lambda: folder
    hands.press(page, "Gör arkivpaket…")
    wait(given, qtbot)
    return page.keeping.package.result.text()


def test_a_package_of_the_year_shown_is_made_and_where_it_lies_is_told(
    page: AgreementPage, given: Shown, tmp_path: Path, qtbot: QtBot, recorded: Recorded
):
    opened: list[Path] = []
    page.keeping.package.open_folder = opened.append
    said = make(page, tmp_path / "ut", given, qtbot)
    name = "arkivpaket-trelleborg-2018-2019"
    assert said.startswith(f"{name} ligger i {tmp_path / 'ut'}.\nArkivpaketet innehåller ")
    assert "Inte med: " in said
    assert (tmp_path / "ut" / name / "start.html").exists()
    assert recorded.said[-1][0] == f"Arkivpaketet {name} är gjort."
    hands.press(page, "Öppna mapp")
    assert opened == [tmp_path / "ut"]
    hands.picture(page, "agreement-keeping")


def test_the_whole_agreement_can_be_a_zip(page: AgreementPage, given: Shown, tmp_path: Path, qtbot: QtBot):
    page.keeping.package.form.show_values({"period": "", "as_zip": True})
    assert make(page, tmp_path, given, qtbot).startswith("arkivpaket-trelleborg-hela-avtalet.zip ligger i ")


def test_a_folder_dialog_that_is_left_does_nothing(page: AgreementPage, given: Shown):
    page.keeping.package.choose_folder = lambda: None
    hands.press(page, "Gör arkivpaket…")
    assert not given.context.tasks.busy
    assert not page.keeping.package.result.isVisible()


def test_a_package_is_checked_and_every_fault_listed(
    page: AgreementPage,
    given: Shown,
    tmp_path: Path,
    qtbot: QtBot,
    recorded: Recorded,
    monkeypatch: pytest.MonkeyPatch,
):
    make(page, tmp_path, given, qtbot)
    folder = tmp_path / "arkivpaket-trelleborg-2018-2019"
    chosen = str(folder / "index.json")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (chosen, ""))
    hands.press(page, "Kontrollera ett arkivpaket…")
    wait(given, qtbot)
    assert page.keeping.package.result.text().startswith("index.json:\nArkivpaketet är helt: ")
    shutil.rmtree(folder / "data")
    hands.press(page, "Kontrollera ett arkivpaket…")
    wait(given, qtbot)
    said = page.keeping.package.result.text().splitlines()
    assert said[1].startswith("Arkivpaketet har ")
    assert said[2].endswith(".pdf saknas.")
    assert recorded.said[-1][0] == said[1]


def test_a_year_without_anything_finished_is_told(
    page: AgreementPage, given: Shown, tmp_path: Path, qtbot: QtBot, recorded: Recorded
):
    page.keeping.package.form.show_values({"period": "2020/2021"})
    assert make(page, tmp_path / "ut", given, qtbot) == ""
    assert recorded.troubles[-1].startswith("Inget dokument är färdigt")


def test_a_rule_is_chosen_with_its_years_and_undone(
    page: AgreementPage, played: Year, given: Shown, qtbot: QtBot
):
    form = page.keeping.retention.form
    years = form.field("attachment_years")
    assert not years.isVisible()
    form.field("attachment").set_value(RetentionRule.DISPOSE)
    form.committed.emit("attachment", RetentionRule.DISPOSE)
    wait(given, qtbot)
    assert words(played)[RecordKind.ATTACHMENT] == "gallras efter 2 år"
    assert years.isVisible()
    years.setValue(10)
    years.commit()
    wait(given, qtbot)
    assert words(played)[RecordKind.ATTACHMENT] == "gallras efter 10 år"
    played.work.undo()
    wait(given, qtbot)
    assert form.value("attachment_years") == 2


def test_years_out_of_range_are_told_at_their_field(
    page: AgreementPage, played: Year, recorded: Recorded, given: Shown, qtbot: QtBot
):
    years = page.keeping.retention.form.field("call_years")
    years.setValue(500)
    years.commit()
    assert words(played)[RecordKind.CALL] == "gallras efter 2 år"
    assert years.property("wrong")
    assert recorded.troubles == []


def test_years_say_to_a_screen_reader_what_they_are_of(page: AgreementPage):
    field = page.keeping.retention.form.field("call_years")
    name = QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Name)
    assert name == "Kallelser med dagordning: antal år"


def test_what_may_be_disposed_of_is_listed_when_a_rule_changes(
    page: AgreementPage, played: Year, given: Shown, qtbot: QtBot
):
    part = page.keeping.disposable
    assert [(row.title, str(row.disposable_from)) for row in part.model.rows] == [
        ("Kallelse, Möte 1 av 6", "2021-01-01")
    ]
    assert part.count.text() == "0 av 1 får gallras redan i dag."
    hands.picture(part, "agreement-disposable")
    retention.decide(played.work, 1, RecordKind.CALL, RetentionRule.PRESERVE)
    wait(given, qtbot)
    assert not part.model.rows
    assert part.nothing.isVisible()
