"""The municipality's mail server is chosen, tried and given up, by mouse and by keyboard."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from samverkan_desktop.services import mail_password, mail_server
from samverkan_desktop.services.mail_server import Security
from samverkan_desktop.ui.pages.settings.mail_part import MailPart
from samverkan_desktop.ui.pages.settings.page import SettingsPage
from tests.services.keyrings import Memory, ring
from tests.services.mail_servers import PASSWORD, SENDER, USER, Mood, certificate, serving
from tests.ui import hands
from tests.ui.year import Shown

VALUES = {
    "host": "smtp.kommun.example", "port": "465", "security": Security.TLS, "user": "sekr",
    "password": "hemligt", "sender": "s@kommun.example", "sender_name": "Åsa Öberg", "blind_copy": "",
}  # fmt: skip


@pytest.fixture
def keys() -> Iterator[Memory]:
    """Return a keyring of the test's own."""
    memory = Memory()
    with ring(memory):
        yield memory


@pytest.fixture
def page(keys: Memory, given: Shown, shown: Callable[[QWidget], QWidget]) -> SettingsPage:
    """Return the page, as large as in a window."""
    page = SettingsPage(given.context)
    page.resize(1100, 700)
    shown(page)
    page.read()
    return page


@pytest.fixture
def part(page: SettingsPage) -> MailPart:
    """Return the part about mail."""
    found = page.parts["mail"]
    assert isinstance(found, MailPart)
    return found


def fill(part: MailPart, **changes: object) -> None:
    for name, value in (VALUES | changes).items():
        part.entry.form.field(name).set_value(value)


def test_without_a_server_mail_goes_by_the_users_own_program(part: MailPart, page: SettingsPage):
    assert part.standing.text() == "Mejl öppnas i ditt mejlprogram."
    assert not part.give_up.isVisible()
    hands.picture(page, "settings-empty")


def test_a_server_is_chosen_and_its_password_kept_where_nobody_sees_it(
    part: MailPart, page: SettingsPage, keys: Memory
):
    fill(part)
    hands.press(part, "Spara")
    server = mail_server.load()
    assert (server.host, server.port, server.security) == ("smtp.kommun.example", 465, Security.TLS)
    assert list(keys.entries.values()) == ["hemligt"]
    field = part.entry.form.field("password")
    assert isinstance(field, QLineEdit)
    assert (field.text(), field.echoMode()) == ("", QLineEdit.EchoMode.Password)
    assert part.standing.text() == "Mejl kan skickas via smtp.kommun.example."
    assert "nyckelring" in part.keyring.text()
    hands.picture(page, "settings-mail")


def test_a_password_that_is_kept_stays_when_something_else_is_changed(part: MailPart):
    fill(part)
    hands.press(part, "Spara")
    fill(part, sender_name="Sekreteraren", password="")
    hands.press(part, "Spara")
    assert mail_server.load().sender_name == "Sekreteraren"
    assert mail_password.kept(mail_server.load()) == "hemligt"


@pytest.mark.parametrize(
    ("changes", "field"), [({"port": "ett"}, "port"), ({"host": "a b"}, "host"), ({"sender": ""}, "sender")]
)
def test_what_is_wrong_is_said_at_its_field(part: MailPart, changes: dict[str, object], field: str):
    fill(part, **changes)
    hands.press(part, "Spara")
    assert part.entry.form.field(field).property("wrong")
    assert not mail_server.load().is_chosen


def test_a_server_is_given_up_with_its_password(part: MailPart, keys: Memory):
    fill(part)
    hands.press(part, "Spara")
    hands.press(part, "Ta bort servern")
    assert not mail_server.load().is_chosen
    assert keys.entries == {}
    assert part.entry.form.value("host") == ""


def test_the_connection_is_tried_as_it_stands_and_nothing_is_sent(
    part: MailPart, page: SettingsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
):
    mood = Mood()
    with serving(mood, certificate(tmp_path, monkeypatch)) as server:
        known = {"host": server.host, "port": str(server.port), "security": server.security, "sender": SENDER}
        fill(part, **known, user=USER, password=PASSWORD)
        hands.press(part, "Prova anslutningen")
        assert not part.probe.isEnabled()
        qtbot.waitUntil(part.answer.isVisible, timeout=10000)
        assert part.answer.text().startswith("Anslutningen till 127.0.0.1 fungerar.")
        hands.picture(page, "settings-tried")
        fill(part, **known, user=USER, password=PASSWORD.upper())
        hands.press(part, "Prova anslutningen")
        qtbot.waitUntil(lambda: "godtog inte" in part.answer.text(), timeout=10000)
    hands.press(part, "Prova anslutningen")
    qtbot.waitUntil(lambda: "svarar inte som den ska" in part.answer.text(), timeout=10000)
    assert mood.got == []
    assert not mail_server.load().is_chosen


def test_where_there_is_no_keyring_it_is_said_and_the_password_is_for_the_session(
    given: Shown, shown: Callable[[QWidget], QWidget]
):
    from keyring.backends.fail import Keyring

    with ring(Keyring()):
        page = SettingsPage(given.context)
        shown(page)
        page.read()
        part = page.parts["mail"]
        assert isinstance(part, MailPart)
        assert part.keyring.text().startswith("Datorn har ingen nyckelring")
        fill(part)
        hands.press(part, "Spara")
        assert given.context.passwords == {"smtp.kommun.example": "hemligt"}
        assert mail_server.load().is_chosen


def test_enter_saves(part: MailPart):
    fill(part)
    field = part.entry.form.field("sender_name")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert mail_server.load().host == "smtp.kommun.example"


def test_a_link_leads_to_the_part(page: SettingsPage, part: MailPart):
    page.open("mail")
    assert part.entry.form.field("host").hasFocus()


def test_every_field_says_what_it_is(part: MailPart):
    labels = {label.text() for label in part.findChildren(QLabel) if label.buddy() is not None}
    assert {"Server", "Port", "Kryptering", "Användarnamn", "Lösenord"} <= labels
