"""The list of what has been handed out, in the agreement and in the meeting's last step."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from samverkan_desktop.services import agenda_builder, meeting
from samverkan_desktop.services.export import export
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.colours import Look
from samverkan_desktop.ui.exported_files import ExportedFiles
from samverkan_desktop.ui.pages.agreement.page import AgreementPage
from samverkan_desktop.ui.tasks import Tasks
from samverkan_desktop.vocabulary import DocumentKind
from tests.ui import hands, year
from tests.ui.conftest import Recorded
from tests.ui.pages.conftest import given, played, work  # noqa: F401  fixtures


@pytest.fixture
def written(played: year.Year, tmp_path: Path) -> list[Path]:  # noqa: F811  the fixture of that name
    """Return three agendas: one as it was left and older since, one changed by hand, one gone."""
    files = []
    for number in (1, 2, 3):
        own = played.meetings[number]
        if not meeting.details(played.work, own).items:
            agenda_builder.build(played.work, own)
        files += export(played.work, DocumentKind.AGENDA, tmp_path / "ut", meeting_id=own)
    meeting.change(played.work, played.meetings[1], place="Sammanträdesrum Eken i Folkets hus")
    files[1].write_bytes(b"andrad")
    files[2].unlink()
    return files


@pytest.fixture
def page(
    given: year.Shown,  # noqa: F811
    written: list[Path],
    shown: Callable[[QWidget], QWidget],
    tasks: Tasks,
    qtbot: QtBot,
) -> AgreementPage:
    made = AgreementPage(given.context)
    made.resize(1174, 720)
    shown(made)
    made.open("written")
    qtbot.waitUntil(lambda: not tasks.busy and made.written.table.model.rowCount() > 2, timeout=20_000)
    return made


def standing(files: ExportedFiles) -> dict[str, str]:
    return {row.path.name: row.said for row in files.table.model.rows}


def test_how_each_file_stands_is_said(page: AgreementPage, written: list[Path]):
    told = standing(page.written)
    assert [told[path.name] for path in written] == ["Äldre än uppgifterna", "Ändrad för hand", "Saknas"]
    hands.picture(page, "exported-files-light")
    theme.current().wear(Look.DARK)
    hands.picture(page, "exported-files-dark")


def test_a_file_and_its_folder_are_opened(page: AgreementPage, written: list[Path]):
    opened: list[Path] = []
    page.written.open_path = opened.append
    page.written.table.select(str(written[1]))
    page.written.file.click()
    page.written.folder.click()
    assert opened == [written[1], written[1].parent]
    page.written.table.select(str(written[2]))
    assert not page.written.file.isEnabled()
    assert page.written.folder.isEnabled()


def test_one_that_is_gone_is_made_again(
    page: AgreementPage, written: list[Path], tasks: Tasks, qtbot: QtBot, recorded: Recorded
):
    page.written.table.select(str(written[2]))
    page.written.again.click()
    qtbot.waitUntil(lambda: bool(recorded.said), timeout=20_000)
    QApplication.processEvents()
    assert written[2].exists()
    assert written[2].name in recorded.said[0][0]
    page.refresh()
    qtbot.waitUntil(lambda: standing(page.written)[written[2].name] == "Aktuell", timeout=20_000)


def test_it_is_among_the_commands_of_the_page(page: AgreementPage):
    assert "Utskrivna filer" in [action.text() for action in page.actions()]
