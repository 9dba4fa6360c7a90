"""A protokoll in the board's form at its meeting: pages, attestation, notice, an item's matter, extracts."""

from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from samverkan_desktop.register_vocabulary import MatterSubject
from samverkan_desktop.services import (
    agenda,
    agenda_builder,
    attendance,
    board_matter,
    decision,
    group_writing,
    meeting,
    protocol,
)
from samverkan_desktop.ui.pages.meetings.decision_card import DecisionCard
from samverkan_desktop.ui.pages.meetings.item_pane import ItemPane
from samverkan_desktop.ui.pages.meetings.page import MeetingsPage
from samverkan_desktop.ui.pages.meetings.protocol_card import ProtocolCard
from samverkan_desktop.ui.pages.meetings.steps import At
from samverkan_desktop.vocabulary import RecordForm
from tests.ui import hands
from tests.ui.pages.meetings.looking import said_at
from tests.ui.year import Year


def keep(begun: Year) -> None:
    group_writing.change(begun.work, 1, record_form=RecordForm.PROTOCOL)


@pytest.fixture
def held(begun: Year) -> Year:
    """The fifth meeting held, with everyone there and every item noted."""
    meeting_id = begun.meetings[4]
    agenda_builder.build(begun.work, meeting_id)
    meeting.begin(begun.work, meeting_id)
    attendance.note_everyone_present(begun.work, meeting_id)
    for item in agenda.items(begun.work, meeting_id):
        agenda.write_notes(begun.work, item.id, "Punkten gicks igenom.")
    return begun


def card(page: MeetingsPage, begun: Year) -> ProtocolCard:
    page.open(f"meeting:{begun.meetings[4]}")
    page.workspace.go(At.FINISH)
    QApplication.processEvents()
    return page.workspace.finish.protocol


def noted(begun: Year) -> protocol.ProtocolRow:
    found = protocol.row(begun.work, begun.meetings[4])
    assert found is not None
    return found


def test_notes_have_no_card(held: Year, page: MeetingsPage):
    assert not card(page, held).isVisible()


def test_the_pages_and_the_attestation_are_written_there(held: Year, page: MeetingsPage):
    keep(held)
    shown = card(page, held)
    assert shown.isVisible()
    assert shown.pages.text() == "Protokollet börjar på sida 1."
    for name, value in (
        ("first_page", 166),
        ("attestation_place", "Rådhuset"),
        ("attestation_day", date(2019, 4, 2)),
        ("attestation_time", time(15)),
        ("kept_at", "Kansliet"),
    ):
        shown.form.committed.emit(name, value)
    assert (noted(held).begins_on, noted(held).attestation_place) == (166, "Rådhuset")
    assert (noted(held).attestation_day, noted(held).attestation_time) == (date(2019, 4, 2), time(15))
    QApplication.processEvents()
    assert shown.pages.text() == "Protokollet börjar på sida 166."
    assert said_at(shown, "Protokollet justeras senast 2019-04-09.")
    hands.picture(page.window(), "meetings-protocol")


def test_nought_lets_the_pages_go_on(held: Year, page: MeetingsPage):
    keep(held)
    protocol.change(held.work, held.meetings[4], first_page=166)
    shown = card(page, held)
    shown.form.committed.emit("first_page", 0)
    assert noted(held).first_page is None


def test_what_cannot_be_is_said_at_its_field(held: Year, page: MeetingsPage):
    keep(held)
    shown = card(page, held)
    shown.form.committed.emit("notice_down_on", date(2019, 3, 26))
    assert said_at(shown, "Ange först vilken dag anslaget sattes upp.")
    assert noted(held).notice_down_on is None


def test_a_finished_protokoll_says_its_pages_and_takes_its_notice(held: Year, page: MeetingsPage):
    keep(held)
    shown = card(page, held)
    hands.press(page.workspace.finish, "Färdigställ")
    QApplication.processEvents()
    assert shown.pages.text() == f"Sida 1 till {noted(held).ends_on}."
    assert not shown.form.field("first_page").isEnabled()
    shown.form.committed.emit("notice_up_on", date(2019, 3, 26))
    assert noted(held).notice_up_on == date(2019, 3, 26)


def test_an_item_takes_up_a_matter_where_the_record_has_the_boards_form(begun: Year, page: MeetingsPage):
    item_id = agenda.add_item(begun.work, begun.meetings[4], "Ett ärende")
    made = board_matter.open_matter(begun.work, 1, MatterSubject.OTHER, "Rapporten", case_number="05.155 60")
    page.open(f"meeting:{begun.meetings[4]}/item:{item_id}")
    page.workspace.go(At.AGENDA)
    QApplication.processEvents()
    pane = page.workspace.findChildren(ItemPane)[0]
    field = pane.form.field("board_matter_id")
    assert not field.isVisible()
    keep(begun)
    QApplication.processEvents()
    page.workspace.go(At.AGENDA)
    assert field.isVisible()
    pane.form.committed.emit("board_matter_id", made)
    items = {item.id: item for item in agenda.items(begun.work, begun.meetings[4])}
    assert items[item_id].board_matter_id == made
    assert field.value() == made


def test_an_extract_is_made_from_the_decision_at_the_meeting(
    held: Year, page: MeetingsPage, qtbot: QtBot, tmp_path: Path
):
    item = agenda.items(held.work, held.meetings[4])[0]
    decision.take(held.work, item.id, "Dagordningen godkänns.")
    page.open(f"meeting:{held.meetings[4]}/item:{item.id}")
    page.workspace.go(At.HOLD)
    QApplication.processEvents()
    shown = page.workspace.findChildren(DecisionCard)[0]
    shown.extract.choose_folder = lambda: tmp_path / "ut"
    assert shown.extract.accessibleName() == "Utdrag"
    (word,) = [each for each in shown.extract.menu().actions() if each.text() == "Word-fil…"]
    word.trigger()
    qtbot.waitUntil(lambda: any((tmp_path / "ut").glob("*.docx")), timeout=20_000)
    (made,) = (tmp_path / "ut").iterdir()
    assert made.name == "2019-03-26-utdrag-ur-minnesanteckningar-styrgrupp-punkt-1.docx"
