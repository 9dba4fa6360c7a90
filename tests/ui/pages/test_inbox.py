"""The inbox: matters submitted, taken up, declined."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.modeltest import ModelTester

from samverkan_desktop.services import attachment, inbox
from samverkan_desktop.ui.colours import Look
from samverkan_desktop.ui.pages.deviations.page import DeviationsPage
from samverkan_desktop.ui.theme import Theme
from tests.ui import hands
from tests.ui.year import Shown, Year

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def page(played: Year, given: Shown, shown: Show) -> DeviationsPage:
    inbox.submit(played.work, played.group_id, "Gemensam utbildningsdag hösten 2019", "Kvalitetschef")
    inbox.submit(played.work, played.group_id, "Första linjen för psykisk ohälsa", "Chef elevhälsan")
    made = DeviationsPage(given.context)
    made.resize(1120, 680)
    given.bind(made)
    shown(made)
    made.receive()
    return made


def texts(within: QWidget) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in within.findChildren(QLabel) if label.isVisible()]


def titles(page: DeviationsPage) -> list[str]:
    model = page.inbox.table.view.model()
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def write(page: DeviationsPage, **values: str) -> None:
    for name, text in values.items():
        field = page.inbox.entry.form.field(name)
        field.setFocus()
        hands.type_text(field, text)


def test_a_matter_is_received(page: DeviationsPage, played: Year):
    write(page, title="Övergång förskola–förskoleklass", sender="Förskolechef", text="Vem kallar?")
    hands.press(page.inbox.entry, "Ta emot")
    newest = inbox.matters(played.work)[0]
    assert (newest.title, newest.sender, newest.text) == (
        "Övergång förskola–förskoleklass",
        "Förskolechef",
        "Vem kallar?",
    )
    assert titles(page)[0] == "Övergång förskola–förskoleklass"
    assert page.inbox.entry.form.value("title") == ""


def test_a_missing_sender_is_said_at_its_field(page: DeviationsPage):
    write(page, title="Övergång")
    hands.press(page.inbox.entry, "Ta emot")
    assert "Ange vilken funktion ärendet kommer från." in texts(page.inbox.entry)
    assert page.inbox.entry.form.value("title") == "Övergång"


def test_a_matter_is_taken_up_at_the_next_meeting(page: DeviationsPage, played: Year, given: Shown):
    page.open("matter:1")
    hands.press(page.inbox.details, "Ta upp på ett möte…")
    hands.press(page.inbox.details, "Ta upp på mötet")
    assert inbox.matters(played.work)[1].meeting_id == played.meetings[4]
    hands.press(page.inbox.details, "Möte 5 av 6, 2019-03-26")
    assert given.targets == [f"meeting:{played.meetings[4]}"]


def test_declining_demands_a_reason(page: DeviationsPage, played: Year):
    page.open("matter:2")
    hands.press(page.inbox.details, "Avböj…")
    hands.press(page.inbox.details, "Avböj ärendet")
    assert "Ange varför ärendet inte tas upp." in texts(page.inbox.details)
    field = page.inbox.details.steps._entries["decline"].form.field("reason")
    hands.type_text(field, "Regleras i den lokala överenskommelsen.")
    hands.press(page.inbox.details, "Avböj ärendet")
    assert inbox.matters(played.work)[0].declined == "Regleras i den lokala överenskommelsen."
    assert "Avböjda" in [page.inbox.table.view.model().index(row, 3).data() for row in range(2)]


def test_undo_is_seen_at_once(page: DeviationsPage, played: Year):
    inbox.decline(played.work, 2, "Hör inte hit")
    page.open("matter:2")
    assert "Hör inte hit" in texts(page.inbox.details)
    played.work.undo()
    assert "Hör inte hit" not in texts(page.inbox.details)


def test_it_filters_as_one_types_with_swedish_letters(page: DeviationsPage):
    hands.type_text(page.inbox.table.filter, "OHÄLSA")
    assert titles(page) == ["Första linjen för psykisk ohälsa"]


def test_its_table_model_keeps_qts_rules(page: DeviationsPage, qtmodeltester: ModelTester):
    qtmodeltester.check(page.inbox.table.model)
    qtmodeltester.check(page.inbox.table.view.model())


@pytest.mark.journey
@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK])
def test_it_is_painted_in_every_look(page: DeviationsPage, theme: Theme, look: Look):
    theme.wear(look)
    hands.picture(page, f"inbox-{look.value}")
    page.open("matter:2")
    hands.press(page.inbox.details, "Avböj…")
    hands.picture(page, f"inbox-chosen-{look.value}")
    assert page.inbox.details.isVisible()


def test_papers_come_with_a_matter_and_go_with_its_being_undone(
    page: DeviationsPage, played: Year, tmp_path: Path
):
    file = tmp_path / "Skrivelse åäö.pdf"
    file.write_bytes(b"%PDF")
    page.inbox.papers.choose_file = lambda: file
    hands.press(page.inbox.papers, "Lägg till bilaga…")
    write(page, title="Övergång", sender="Förskolechef")
    hands.press(page.inbox.entry, "Ta emot")
    assert [paper.file_name for paper in inbox.matters(played.work)[0].papers] == ["Skrivelse åäö.pdf"]
    assert page.inbox.papers.files == []
    played.work.undo()
    assert "Övergång" not in titles(page)


def test_a_paper_is_added_to_a_matter_and_taken_away(page: DeviationsPage, played: Year, tmp_path: Path):
    file = tmp_path / "Skrivelse.pdf"
    file.write_bytes(b"%PDF")
    page.open("matter:1")
    papers = page.inbox.details.papers
    papers.add_files([file])
    assert "Bilaga 1 Skrivelse (Skrivelse.pdf)" in texts(papers)
    papers._remove(inbox.matters(played.work)[1].papers[0].id)
    assert "Bilaga 1 Skrivelse (Skrivelse.pdf)" not in texts(papers)


def test_a_file_that_is_too_large_keeps_the_matter_from_being_received(
    page: DeviationsPage, played: Year, tmp_path: Path
):
    file = tmp_path / "film.mp4"
    with file.open("wb") as large:
        large.truncate(attachment.LARGEST + 1)
    page.inbox.papers.add_files([file])
    before = len(inbox.matters(played.work))
    write(page, title="Övergång", sender="Förskolechef")
    hands.press(page.inbox.entry, "Ta emot")
    assert len(inbox.matters(played.work)) == before
    assert page.inbox.entry.form.value("title") == "Övergång"
