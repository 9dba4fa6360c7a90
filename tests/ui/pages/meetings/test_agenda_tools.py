"""Items are set under one another, left out, carried over; agendas are kept as templates; files dropped."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from samverkan_desktop.services import agenda, agenda_template, attachment
from samverkan_desktop.ui.pages.meetings.agenda_tools import AgendaTools
from samverkan_desktop.ui.pages.meetings.page import MeetingsPage
from samverkan_desktop.ui.pages.meetings.steps import At
from samverkan_desktop.ui.pages.meetings.workspace import MeetingWorkspace
from samverkan_desktop.vocabulary import AttachmentState
from tests.ui import hands
from tests.ui.conftest import Recorded
from tests.ui.pages.meetings.looking import said_at
from tests.ui.year import Year


@pytest.fixture
def desk(page: MeetingsPage, begun: Year) -> MeetingWorkspace:
    page.open(f"meeting:{begun.meetings[4]}")
    page.workspace.go(At.AGENDA)
    hands.press(page.workspace, "Bygg dagordning")
    QApplication.processEvents()
    return page.workspace


def shown(desk: MeetingWorkspace) -> list[str]:
    return [f"{line.item.number} {line.item.heading}" for line in desk.agenda.model.lines]


def choose(desk: MeetingWorkspace, heading: str) -> int:
    row = [line.item.heading for line in desk.agenda.model.lines].index(heading)
    desk.agenda.view.setCurrentIndex(desk.agenda.model.index(row))
    return desk.agenda.model.lines[row].item.id


def pick(tools: AgendaTools, text: str) -> None:
    next(each for each in tools.menu.menu().actions() if each.text() == text).trigger()


def test_tab_sets_an_item_under_the_one_before_and_back(desk: MeetingWorkspace, qtbot: QtBot):
    before = shown(desk)
    item_id = choose(desk, "Övriga frågor")
    desk.agenda.view.setFocus()
    qtbot.keyClick(desk.agenda.view, Qt.Key.Key_Tab)
    assert shown(desk)[-2].endswith(".1 Övriga frågor")
    assert desk.agenda.current() == item_id
    qtbot.keyClick(desk.agenda.view, Qt.Key.Key_Backtab)
    assert shown(desk) == before


def test_tab_with_nothing_to_do_and_escape_leave_the_list(desk: MeetingWorkspace, qtbot: QtBot):
    choose(desk, "Mötet öppnas, närvaro")
    desk.agenda.view.setFocus()
    before = shown(desk)
    qtbot.keyClick(desk.agenda.view, Qt.Key.Key_Tab)
    assert not desk.agenda.view.hasFocus()
    desk.agenda.view.setFocus()
    qtbot.keyClick(desk.agenda.view, Qt.Key.Key_Escape)
    assert not desk.agenda.view.hasFocus()
    assert shown(desk) == before


def test_an_item_dragged_aside_stands_under_the_one_before(desk: MeetingWorkspace, begun: Year):
    item_id = choose(desk, "Övriga frågor")
    before = shown(desk)
    desk.agenda.view.dropped.emit(item_id, 0, 1)
    assert shown(desk)[-2].endswith(".1 Övriga frågor")
    desk.agenda.view.dropped.emit(item_id, 0, -1)
    assert shown(desk) == before
    desk.agenda.view.dropped.emit(item_id, 2, 1)
    assert shown(desk)[1] == "1.1 Övriga frågor"
    begun.work.undo()
    assert shown(desk) == before


def test_a_drop_in_its_own_place_but_aside_is_told(desk: MeetingWorkspace, qtbot: QtBot):
    choose(desk, "Övriga frågor")
    view = desk.agenda.view
    place = view.visualRect(view.currentIndex()).center()
    view._pressed = place.x() - 60
    data = desk.agenda.model.mimeData([view.currentIndex()])
    event = QDropEvent(
        QPointF(place), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    with qtbot.waitSignal(view.dropped) as told:
        view.dropEvent(event)
    assert told.args is not None
    assert told.args[1:] == [0, 1]


def test_a_drag_with_all_under_it_moves_all(desk: MeetingWorkspace, qtbot: QtBot):
    choose(desk, "Godkännande av dagordning")
    desk.agenda.nest(1)
    with qtbot.waitSignal(desk.agenda.view.dropped):
        assert desk.agenda.model.moveRow(QModelIndex(), 0, QModelIndex(), len(shown(desk)))
    last = len(shown(desk)) - 1
    assert shown(desk)[-2:] == [f"{last} Mötet öppnas, närvaro", f"{last}.1 Godkännande av dagordning"]


def test_each_item_says_when_and_the_meeting_how_late(desk: MeetingWorkspace, begun: Year):
    for heading, minutes in (("Mötet öppnas, närvaro", 30), ("Övriga frågor", 100)):
        agenda.change_item(begun.work, choose(desk, heading), minutes=minutes)
    assert said_at(desk.agenda, "130 min, beräknat slut 15.10, 10 min efter utsatt tid")
    assert "13.00–13.30" in desk.agenda.model.lines[0].detail


def test_an_item_is_left_out_and_taken_back(desk: MeetingWorkspace, recorded: Recorded):
    before = shown(desk)
    choose(desk, "Övriga frågor")
    pick(desk.agenda.tools, "Hoppa över denna gång")
    assert recorded.said[-1] == ("Punkten hoppades över denna gång.", True)
    assert said_at(desk.agenda.tools, "Övriga frågor")
    hands.press(desk, "Bygg dagordning")
    assert not any("Övriga frågor" in each for each in shown(desk))
    hands.press(desk.agenda.tools, "Ta tillbaka")
    assert shown(desk) == before
    assert not desk.agenda.tools.skipped.isVisible()


def test_much_that_is_left_out_is_folded_away(desk: MeetingWorkspace):
    for heading in ("Mötet öppnas, närvaro", "Godkännande av dagordning", "Övriga frågor"):
        choose(desk, heading)
        desk.agenda.tools.skip()
    assert not said_at(desk.agenda.tools, "Övriga frågor")
    hands.press(desk.agenda.tools, "Överhoppat (3)")
    QApplication.processEvents()
    assert said_at(desk.agenda.tools, "Övriga frågor")


def test_what_is_demanded_is_left_out_with_a_word(desk: MeetingWorkspace, recorded: Recorded):
    demanded = next(
        line.item for line in desk.agenda.model.lines if line.item.origin_text == "krävs av avtalet"
    )
    choose(desk, demanded.heading)
    desk.agenda.tools.skip()
    assert recorded.said[-1] == ("Punkten hoppades över, men avtalet kräver den på det här mötet.", True)
    assert said_at(desk.agenda.tools, f"{demanded.heading} (krävs av avtalet)")


def test_an_item_goes_on_at_the_next_meeting_and_says_so(
    desk: MeetingWorkspace, begun: Year, recorded: Recorded
):
    item_id = choose(desk, "Övriga frågor")
    pick(desk.agenda.tools, "Fortsätter nästa möte")
    assert "fortsätter nästa möte" in desk.agenda.model.lines[desk.agenda.model.row_of(item_id)].detail
    assert said_at(desk.item, "Fortsätter nästa möte")
    pick(desk.agenda.tools, "Fortsätter inte")
    assert recorded.said[-1] == ("Punkten fortsätter inte.", True)


def test_an_item_that_came_from_another_meeting_leads_there(
    page: MeetingsPage, desk: MeetingWorkspace, begun: Year
):
    item_id = choose(desk, "Övriga frågor")
    desk.agenda.tools.carry_over()
    page.open(f"meeting:{begun.meetings[5]}")
    page.workspace.go(At.AGENDA)
    hands.press(page.workspace, "Bygg dagordning")
    choose(desk, "Från 2019-03-26: Övriga frågor")
    QApplication.processEvents()
    hands.press(desk.item, "Från mötet 2019-03-26")
    assert page.workspace.item_id == item_id
    assert desk.state is not None
    assert desk.state.meeting.id == begun.meetings[4]


def test_an_agenda_is_kept_as_a_template_and_used(page: MeetingsPage, desk: MeetingWorkspace, begun: Year):
    agenda.add_item(begun.work, begun.meetings[4], "Läget", minutes=20)
    pick(desk.agenda.tools, "Spara som mall…")
    form = desk.agenda.tools.form
    assert form is not None
    hands.type_text(form.form.field("name"), "Vanligt möte")
    hands.press(desk.agenda.tools, "Spara mall")
    page.open(f"meeting:{begun.meetings[5]}")
    page.workspace.go(At.AGENDA)
    pick(desk.agenda.tools, "Bygg av mall…")
    hands.press(desk.agenda.tools, "Bygg")
    assert any(each.endswith(" Läget") for each in shown(desk))


def test_a_template_is_renamed_and_taken_away(desk: MeetingWorkspace, begun: Year, recorded: Recorded):
    desk.agenda.tools.manage_templates()
    assert recorded.said[-1] == ("Gruppen har ingen mall än. Spara en dagordning som mall först.", False)
    agenda_template.save(begun.work, begun.meetings[4], "Vanligt möte")
    pick(desk.agenda.tools, "Mallar…")
    form = desk.agenda.tools.form
    assert form is not None
    hands.type_text(form.form.field("name"), "Kort möte")
    hands.press(desk.agenda.tools, "Byt namn")
    group_id = desk.agenda.tools._state.group.id if desk.agenda.tools._state else 0
    assert [row.name for row in agenda_template.listing(begun.work, group_id)] == ["Kort möte"]
    pick(desk.agenda.tools, "Mallar…")
    hands.press(desk.agenda.tools, "Ta bort mallen")
    assert agenda_template.listing(begun.work, group_id) == ()
    assert desk.agenda.tools.form is None


def test_the_groups_functions_are_suggested_as_presenters(desk: MeetingWorkspace):
    choose(desk, "Övriga frågor")
    completer = desk.item.form.field("presenter").completer()
    completer.setCompletionPrefix("kvalitet")
    assert completer.currentCompletion() == "Kvalitetschef"


def test_several_files_dropped_become_papers(desk: MeetingWorkspace, begun: Year, tmp_path: Path):
    choose(desk, "Övriga frågor")
    files = [tmp_path / name for name in ("Ett.pdf", "Två.pdf")]
    for file in files:
        file.write_bytes(b"%PDF")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    desk.item.dropEvent(event)
    assert [paper.title for paper in attachment.rows(begun.work, begun.meetings[4])] == ["Ett", "Två"]
    begun.work.undo()
    assert attachment.rows(begun.work, begun.meetings[4]) == ()


def test_a_file_that_is_too_large_is_refused_with_a_sentence(desk: MeetingWorkspace, tmp_path: Path):
    choose(desk, "Övriga frågor")
    large = tmp_path / "film.mp4"
    with large.open("wb") as file:
        file.truncate(attachment.LARGEST + 1)
    desk.item.papers.add_files([large])
    QApplication.processEvents()
    hands.press(desk.item.papers, "Lägg till")
    assert said_at(desk.item.papers, "Filen film.mp4 är större än 50 MB.")


def test_a_paper_announced_gets_its_file_and_another_state(
    desk: MeetingWorkspace, begun: Year, tmp_path: Path
):
    item_id = choose(desk, "Övriga frågor")
    attachment.attach(begun.work, item_id, "Rapport", state=AttachmentState.LATER)
    file = tmp_path / "rapport.pdf"
    file.write_bytes(b"%PDF")
    papers = desk.item.papers
    papers.choose_file = lambda: file
    papers.choose_target = lambda name: tmp_path / f"kopia-{name}"
    _menu(desk, "Lägg till filen…")
    _menu(desk, "Ändra till: delas ut på mötet")
    assert attachment.rows(begun.work, begun.meetings[4])[0].state is AttachmentState.AT_MEETING
    _menu(desk, "Spara en kopia…")
    assert (tmp_path / "kopia-rapport.pdf").read_bytes() == b"%PDF"


def _menu(desk: MeetingWorkspace, text: str) -> None:
    from samverkan_desktop.ui.widgets.parts import MenuButton

    QApplication.processEvents()
    (menu,) = [each for each in desk.item.papers.findChildren(MenuButton) if each.isVisible()]
    next(each for each in menu.menu().actions() if each.text() == text).trigger()


def command(page: MeetingsPage, text: str) -> None:
    next(each for each in page.actions() if each.text() == text).trigger()


def test_a_command_does_nothing_where_its_meeting_is_not_shown(
    page: MeetingsPage, desk: MeetingWorkspace, begun: Year
):
    choose(desk, "Övriga frågor")
    page.show_list()
    command(page, "Hoppa över punkten denna gång")
    assert "Övriga frågor" in [item.heading for item in agenda.items(begun.work, begun.meetings[4])]
    page.open(f"meeting:{begun.meetings[4]}")
    desk.go(At.AGENDA)
    choose(desk, "Övriga frågor")
    command(page, "Hoppa över punkten denna gång")
    assert "Övriga frågor" not in [item.heading for item in agenda.items(begun.work, begun.meetings[4])]


def test_the_running_script_is_written_from_the_window(
    page: MeetingsPage, desk: MeetingWorkspace, tmp_path: Path, qtbot: QtBot
):
    desk.call.script.choose_folder = lambda: tmp_path
    command(page, "Skapa körschema")
    qtbot.waitUntil(lambda: any(tmp_path.glob("*korschema*.pdf")), timeout=10000)
    qtbot.waitUntil(desk.call.script.show_folder.isVisible, timeout=10000)
