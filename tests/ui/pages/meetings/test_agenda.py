"""The agenda is built, sorted, changed and given papers."""

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from samverkan_desktop.services import agenda, attachment
from samverkan_desktop.ui.pages.meetings.page import MeetingsPage
from samverkan_desktop.ui.pages.meetings.steps import At
from samverkan_desktop.ui.pages.meetings.workspace import MeetingWorkspace
from samverkan_desktop.vocabulary import AttachmentState, ItemKind
from tests.ui import hands
from tests.ui.conftest import Recorded
from tests.ui.pages.meetings.looking import said_at
from tests.ui.year import Year


@pytest.fixture
def desk(page: MeetingsPage, begun: Year) -> MeetingWorkspace:
    page.open(f"meeting:{begun.meetings[4]}")
    page.workspace.go(At.AGENDA)
    QApplication.processEvents()
    return page.workspace


@pytest.fixture
def built(desk: MeetingWorkspace) -> MeetingWorkspace:
    hands.press(desk, "Bygg dagordning")
    return desk


def headings(desk: MeetingWorkspace) -> list[str]:
    return [line.item.heading for line in desk.agenda.model.lines]


def choose(desk: MeetingWorkspace, heading: str) -> int:
    row = headings(desk).index(heading)
    desk.agenda.view.setCurrentIndex(desk.agenda.model.index(row))
    item_id = desk.agenda.current()
    assert item_id is not None
    return item_id


def test_the_agenda_is_built_of_what_belongs_there(built: MeetingWorkspace):
    assert headings(built)[0] == "Mötet öppnas, närvaro"
    assert headings(built)[-1] == "Nästa möte"
    assert "Mötesplan 2018/2019" in headings(built)


def test_building_again_adds_nothing(built: MeetingWorkspace, recorded: Recorded):
    before = headings(built)
    hands.press(built, "Bygg dagordning")
    assert headings(built) == before
    assert recorded.said[-1] == ("Inget saknas.", False)


def test_an_item_is_added_before_the_closing_ones_and_chosen(built: MeetingWorkspace, qtbot: QtBot):
    hands.type_text(built.agenda.new, "Övergång förskola–förskoleklass")
    qtbot.keyClick(built.agenda.new, Qt.Key.Key_Return)
    assert headings(built)[-3] == "Övergång förskola–förskoleklass"
    assert built.item.form.value("heading") == "Övergång förskola–förskoleklass"
    assert built.agenda.new.text() == ""


def test_an_item_is_sorted_with_alt_and_arrows(built: MeetingWorkspace, qtbot: QtBot):
    choose(built, "Övriga frågor")
    qtbot.keyClick(built.agenda.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert headings(built)[-3] == "Övriga frågor"
    qtbot.keyClick(built.agenda.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert headings(built)[-2] == "Övriga frågor"


def test_an_item_is_sorted_by_dragging(built: MeetingWorkspace, qtbot: QtBot):
    last = len(headings(built)) - 1
    with qtbot.waitSignal(built.agenda.model.moved):
        assert built.agenda.model.moveRow(QModelIndex(), last, QModelIndex(), 1)
    assert headings(built)[1] == "Nästa möte"
    with qtbot.waitSignal(built.agenda.model.moved):
        built.agenda.model.moveRow(QModelIndex(), 1, QModelIndex(), last + 1)
    assert headings(built)[last] == "Nästa möte"


def test_an_item_that_was_moved_is_still_chosen(built: MeetingWorkspace, qtbot: QtBot):
    chosen = choose(built, "Övriga frågor")
    qtbot.keyClick(built.agenda.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert built.agenda.current() == chosen


def test_an_item_is_taken_away_and_that_undone(built: MeetingWorkspace, qtbot: QtBot, begun: Year):
    choose(built, "Övriga frågor")
    qtbot.keyClick(built.agenda.view, Qt.Key.Key_Delete)
    assert "Övriga frågor" not in headings(built)
    begun.work.undo()
    assert "Övriga frågor" in headings(built)


def test_the_form_of_an_item_saves_itself(built: MeetingWorkspace, begun: Year, page: MeetingsPage):
    item_id = choose(built, "Mötesplan 2018/2019")
    form = built.item.form
    form.field("presenter").setFocus()
    hands.type_text(form.field("presenter"), "Kvalitetschef")
    form.field("presenter").commit()
    form.field("minutes").setValue(20)
    form.field("minutes").commit()
    form.field("kind").setCurrentIndex(1)
    form.field("kind").activated.emit(1)
    stored = next(item for item in agenda.items(begun.work, begun.meetings[4]) if item.id == item_id)
    assert (stored.presenter, stored.minutes, stored.kind) == ("Kvalitetschef", 20, ItemKind.DISCUSSION)
    assert said_at(built.agenda, "20 min, beräknat slut 13.20")
    hands.picture(page.window(), "meetings-agenda")


def test_what_is_typed_is_saved_when_another_item_is_chosen(built: MeetingWorkspace, begun: Year):
    item_id = choose(built, "Övriga frågor")
    hands.type_text(built.item.form.field("presenter"), "Ordföranden")
    choose(built, "Nästa möte")
    stored = next(item for item in agenda.items(begun.work, begun.meetings[4]) if item.id == item_id)
    assert stored.presenter == "Ordföranden"
    assert built.item.form.value("presenter") == ""


def test_what_cannot_be_saved_keeps_its_item_open(built: MeetingWorkspace):
    item_id = choose(built, "Övriga frågor")
    hands.type_text(built.item.form.field("presenter"), "811218-9876")
    built.choose(next(line.item.id for line in built.agenda.model.lines))
    assert built.item_id == item_id
    assert said_at(built.item, "personnummer")


def test_an_individual_case_is_stopped_at_its_box(built: MeetingWorkspace):
    choose(built, "Övriga frågor")
    box = built.item.form.field("individual_case")
    box.click()
    assert said_at(built.item, "Individärenden behandlas inte")
    assert not box.isChecked()


def test_what_was_said_of_the_box_is_gone_when_something_else_is_written(built: MeetingWorkspace):
    choose(built, "Övriga frågor")
    built.item.form.field("individual_case").click()
    presenter = built.item.form.field("presenter")
    hands.type_text(presenter, "Ordföranden")
    presenter.commit()
    assert not said_at(built.item, "Individärenden behandlas inte")


def test_a_question_of_another_agreement_says_so(built: MeetingWorkspace, begun: Year):
    item_id = choose(built, "Övriga frågor")
    field = built.item.form.field("referred_agreement")
    field.setCurrentIndex(1)
    field.activated.emit(1)
    stored = next(item for item in agenda.items(begun.work, begun.meetings[4]) if item.id == item_id)
    assert stored.referred_agreement == "avtalet om USSP"
    assert "regleras i annat avtal" in built.agenda.model.lines[built.agenda.model.row_of(item_id)].detail


def test_a_paper_is_attached_and_taken_away(built: MeetingWorkspace, begun: Year, tmp_path: Path):
    choose(built, "Övriga frågor")
    file = tmp_path / "Balanslista åäö.pdf"
    file.write_bytes(b"%PDF")
    built.item.papers.choose_file = lambda: file
    hands.press(built.item.papers, "Lägg till fil…")
    QApplication.processEvents()
    hands.press(built.item.papers, "Lägg till")
    assert said_at(built.item.papers, "Bilaga 1 Balanslista åäö")
    paper = attachment.rows(begun.work, begun.meetings[4])[0]
    assert (paper.kept, paper.state) == (True, AttachmentState.ENCLOSED)
    built.item.papers._remove(paper)
    assert said_at(built.item.papers, "Inga bilagor.")


def test_a_paper_without_a_name_is_refused_at_the_field(built: MeetingWorkspace):
    choose(built, "Övriga frågor")
    built.item.papers.ask(None)
    QApplication.processEvents()
    hands.press(built.item.papers, "Lägg till")
    assert said_at(built.item.papers, "Ange vad bilagan heter.")


def test_an_item_is_opened_by_its_address(page: MeetingsPage, built: MeetingWorkspace, begun: Year):
    item = agenda.items(begun.work, begun.meetings[4])[2]
    page.show_list()
    page.open(f"meeting:{begun.meetings[4]}/item:{item.id}")
    assert page.workspace.item_id == item.id
    page.show_list()
    page.open(f"item:{item.id}")
    assert page.workspace.agenda.current() == item.id


def test_the_model_keeps_qts_rules(built: MeetingWorkspace, qtmodeltester: ModelTester):
    qtmodeltester.check(built.agenda.model)
