"""A mail is composed, looked at, and sent with the last click; the log says what became of it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from samverkan_desktop.documents.mail import Mail
from samverkan_desktop.services import agenda_builder, distribution, group, mail_server, meeting
from samverkan_desktop.services.mail_server import MailServer
from samverkan_desktop.services.mail_ways import Opened
from samverkan_desktop.ui.pages.meetings.mail_letter import MailLetter
from samverkan_desktop.ui.pages.meetings.mail_panel import MailPanel
from samverkan_desktop.ui.pages.meetings.page import MeetingsPage
from samverkan_desktop.ui.pages.meetings.steps import At
from samverkan_desktop.ui.widgets.fields import TextField
from samverkan_desktop.vocabulary import HolderState, MeetingStatus, SendingWay
from tests.services.keyrings import Memory, ring
from tests.services.mail_servers import PASSWORD, Mood, certificate, serving
from tests.ui import hands
from tests.ui.conftest import Recorded
from tests.ui.pages.meetings.looking import said_at
from tests.ui.year import Year


class Program:
    """A mail program that remembers what it was given."""

    name = "mejlprogrammet"

    def __init__(self, opened: Opened = Opened.SHOWN) -> None:
        self.opened = opened
        self.mails: list[Mail] = []

    def open(self, mail: Mail, _files: tuple[Path, ...]) -> Opened:
        self.mails.append(mail)
        return self.opened


@pytest.fixture(autouse=True)
def keys() -> Iterator[Memory]:
    """Return a keyring of the test's own."""
    memory = Memory()
    with ring(memory):
        yield memory


@pytest.fixture
def panel(page: MeetingsPage, begun: Year) -> MailPanel:
    """Return where a call is sent from: to all but one who has no address."""
    begun.go_to(date(2019, 3, 19))
    for number, seat in enumerate(group.groups(begun.work)[0].seats):
        group.set_holder(
            begun.work, seat.id, HolderState.ORDINARY, date(2018, 7, 1), name=f"Åsa Öberg {number}",
            email=f"f{number}@kommun.example" if number else "",
        )  # fmt: skip
    agenda_builder.build(begun.work, begun.meetings[4])
    page.open(f"meeting:{begun.meetings[4]}")
    page.workspace.go(At.CALL)
    return page.workspace.call.mail


def composed(panel: MailPanel, qtbot: QtBot) -> MailLetter:
    hands.press(panel, "Skicka…")
    qtbot.waitUntil(lambda: panel.letter is not None and panel.letter.open_it.isEnabled(), timeout=20000)
    assert panel.letter is not None
    return panel.letter


def write(letter: MailLetter, name: str, text: str) -> None:
    field = letter.form.field(name)
    assert isinstance(field, TextField)
    field.setText(text)


def texts(within: QWidget) -> list[str]:
    return [label.text() for label in within.findChildren(QLabel) if label.isVisible()]


def test_a_mail_is_shown_whole_before_it_goes(
    panel: MailPanel, page: MeetingsPage, begun: Year, qtbot: QtBot
):
    letter = composed(panel, qtbot)
    told = "\n".join(texts(letter))
    assert "Utbildningschef grundskola och grundsärskola, Åsa Öberg 1 <f1@kommun.example>" in told
    assert "Saknar e-postadress och får inget mejl: Utbildningschef förskola." in told
    assert "2019-03-26-kallelse-styrgrupp.pdf (" in told
    assert letter.form.value("subject") == "Kallelse till styrgruppsmöte för samverkan 2019-03-26"
    assert not letter.send_it.isVisible()
    assert meeting.details(begun.work, begun.meetings[4]).status is MeetingStatus.PLANNED
    hands.picture(page.window(), "meetings-mail")


def test_it_opens_in_the_mail_program_as_it_was_written(
    panel: MailPanel, begun: Year, page: MeetingsPage, qtbot: QtBot
):
    program = Program()
    panel.ways = lambda: (program,)
    letter = composed(panel, qtbot)
    write(letter, "subject", "Ändrat ämne")
    write(letter, "more", "registrator@kommun.example, F1@kommun.example")
    hands.press(letter, "Öppna i mejlprogrammet")
    qtbot.waitUntil(panel.result.isVisible, timeout=10000)
    (mail,) = program.mails
    assert mail.subject == "Ändrat ämne"
    assert [each.address for each in mail.copy] == ["registrator@kommun.example"]
    assert "Mejlet öppnades i mejlprogrammet och är noterat." in panel.result.text()
    assert "Utbildningschef förskola: saknar e-postadress" in panel.result.text()
    assert distribution.log(begun.work, begun.meetings[4])[0].way is SendingWay.PROGRAM
    qtbot.waitUntil(lambda: said_at(page.workspace.call, "Kallelsen skapades 2019-03-19"))
    assert panel.letter is None
    hands.picture(page.window(), "meetings-mail-opened")


def test_one_that_is_closed_unsent_is_not_noted(panel: MailPanel, begun: Year, qtbot: QtBot):
    panel.ways = lambda: (Program(Opened.LEFT),)
    hands.press(composed(panel, qtbot), "Öppna i mejlprogrammet")
    qtbot.waitUntil(panel.result.isVisible, timeout=10000)
    assert panel.result.text() == "Mejlet stängdes utan att skickas, så inget är noterat som skickat."
    assert distribution.log(begun.work, begun.meetings[4]) == ()


def test_a_wrong_address_is_told_at_its_field(panel: MailPanel, qtbot: QtBot):
    letter = composed(panel, qtbot)
    write(letter, "more", "registrator")
    hands.press(letter, "Öppna i mejlprogrammet")
    assert letter.form.field("more").property("wrong")
    assert any(text.startswith("registrator är ingen e-postadress") for text in texts(letter))


def test_leaving_sends_nothing_and_goes_back_to_the_button(panel: MailPanel, begun: Year, qtbot: QtBot):
    hands.press(composed(panel, qtbot), "Avbryt")
    assert panel.letter is None
    assert panel.go.hasFocus()
    assert distribution.log(begun.work, begun.meetings[4]) == ()


def test_what_cannot_be_sent_yet_is_told(page: MeetingsPage, begun: Year, qtbot: QtBot, recorded: Recorded):
    page.open(f"meeting:{begun.meetings[5]}")
    page.workspace.go(At.CALL)
    hands.press(page.workspace.call.mail, "Skicka…")
    qtbot.waitUntil(lambda: bool(recorded.troubles), timeout=20000)
    assert "Bygg dagordningen först" in recorded.troubles[0]
    assert page.workspace.call.mail.go.isEnabled()


def test_another_meeting_has_a_letter_of_its_own(
    panel: MailPanel, page: MeetingsPage, begun: Year, qtbot: QtBot
):
    composed(panel, qtbot)
    page.open(f"meeting:{begun.meetings[5]}")
    page.workspace.go(At.CALL)
    assert panel.letter is None


class Served:
    """A server that is chosen, with its mood."""

    def __init__(self, server: MailServer, mood: Mood) -> None:
        self.server, self.mood = server, mood


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    """Return a server that runs, and is chosen in the settings."""
    mood = Mood()
    with serving(mood, certificate(tmp_path, monkeypatch)) as server:
        mail_server.save(server)
        yield Served(server, mood)


def test_it_is_sent_by_the_server_and_those_not_reached_are_tried_again(
    served: Served, panel: MailPanel, begun: Year, page: MeetingsPage, keys: Memory, qtbot: QtBot
):
    served.mood.refusals = {"f2@kommun.example": "451 4.7.1 Greylisted"}
    letter = composed(panel, qtbot)
    assert letter.form.field("password").isVisible()
    hands.picture(page.window(), "meetings-mail-server")
    write(letter, "password", "fel")
    hands.press(letter, "Skicka nu via 127.0.0.1")
    qtbot.waitUntil(lambda: bool(letter.form.field("password").property("wrong")), timeout=10000)
    assert served.mood.got == []
    write(letter, "password", PASSWORD)
    hands.press(letter, "Skicka nu via 127.0.0.1")
    qtbot.waitUntil(panel.result.isVisible, timeout=10000)
    assert "servern vill ha det senare (451 4.7.1 Greylisted)" in panel.result.text()
    assert list(keys.entries.values()) == [PASSWORD]
    hands.picture(page.window(), "meetings-mail-sent")
    served.mood.refusals = {}
    qtbot.waitUntil(panel.again.isEnabled)
    hands.press(panel, "Försök igen med dem som inte nåddes")
    qtbot.waitUntil(lambda: not panel.again.isVisible(), timeout=10000)
    (row,) = distribution.log(begun.work, begun.meetings[4])
    assert [each.address for each in row.deliveries if "451" in each.detail] == []
    assert [each.rcpt_tos for each in served.mood.got][1] == ["f2@kommun.example"]


def test_a_known_password_is_not_asked_for(served: Served, panel: MailPanel, keys: Memory, qtbot: QtBot):
    keys.entries[f"Samverkan {served.server.host}:{served.server.port}", served.server.user] = PASSWORD
    letter = composed(panel, qtbot)
    assert not letter.form.field("password").isVisible()
    hands.press(letter, "Skicka nu via 127.0.0.1")
    qtbot.waitUntil(panel.result.isVisible, timeout=10000)
    assert len(served.mood.got) == 1


def test_the_log_tells_how_it_went_to_each(
    served: Served, panel: MailPanel, page: MeetingsPage, keys: Memory, qtbot: QtBot
):
    keys.entries[f"Samverkan {served.server.host}:{served.server.port}", served.server.user] = PASSWORD
    served.mood.refusals = {"f3@kommun.example": "550 5.1.1 Unknown"}
    hands.press(composed(panel, qtbot), "Skicka nu via 127.0.0.1")
    qtbot.waitUntil(panel.result.isVisible, timeout=10000)
    page.workspace.go(At.SEND)
    QApplication.processEvents()
    send = page.workspace.send
    assert said_at(send, "Via kommunens mejlserver")
    assert said_at(send, "avvisat av servern (550 5.1.1 Unknown)")
    hands.picture(page.window(), "meetings-mail-log")


def test_every_button_is_reached_by_keyboard(panel: MailPanel, qtbot: QtBot):
    letter = composed(panel, qtbot)
    assert letter.form.field("more").hasFocus()
    assert all(each.focusPolicy() for each in letter.findChildren(QPushButton))


def test_those_called_are_told_that_it_is_cancelled(
    panel: MailPanel, page: MeetingsPage, begun: Year, qtbot: QtBot
):
    program = Program()
    call_view = page.workspace.call
    panel.ways = call_view.off.ways = lambda: (program,)
    assert not call_view.off.isVisible()
    hands.press(composed(panel, qtbot), "Öppna i mejlprogrammet")
    qtbot.waitUntil(panel.result.isVisible, timeout=10000)
    meeting.cancel(begun.work, begun.meetings[4], "Samordnas.")
    qtbot.waitUntil(call_view.off.isVisible)
    hands.press(call_view.off, "Skicka besked om inställt möte…")
    qtbot.waitUntil(lambda: call_view.off.letter is not None, timeout=20000)
    hands.picture(page.window(), "meetings-mail-cancelled")
    qtbot.waitUntil(lambda: bool(call_view.off.letter and call_view.off.letter.open_it.isEnabled()))
    hands.press(call_view.off, "Öppna i mejlprogrammet")
    qtbot.waitUntil(call_view.off.result.isVisible, timeout=10000)
    assert program.mails[1].subject.startswith("Inställt 2019-03-26: Styrgruppen")
