"""The desktop's mail portal: a message bus of the test's own, with a portal that keeps what it is told."""

import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from samverkan_desktop.documents.mail import Mail
from samverkan_desktop.mail_address import MailAddress

pytest.importorskip("jeepney", reason="it is for Linux alone")
from jeepney import DBusAddress, message_bus, new_method_return, new_signal
from jeepney.io.blocking import Proxy, open_dbus_connection

from samverkan_desktop.services import mail_portal
from samverkan_desktop.services.mail_ways import Opened, WayFailed

pytestmark = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="there is no dbus-daemon")


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Return the address of a bus that nobody else is at."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address
        daemon.terminate()


class Portal(threading.Thread):
    """A portal that answers one call."""

    def __init__(self, bus: str, answer: int) -> None:
        super().__init__()
        self.bus, self.answer = bus, answer
        self.ready = threading.Event()
        self.told: dict[str, Any] = {}
        self.files: list[bytes] = []

    def run(self) -> None:
        with open_dbus_connection(bus=self.bus, enable_fds=True) as connection:
            Proxy(message_bus, connection).RequestName(mail_portal.PORTAL)
            self.ready.set()
            call = connection.receive(timeout=10)
            while call.header.message_type.name != "method_call":
                call = connection.receive(timeout=10)
            self.told = {name: value for name, (_, value) in call.body[1].items()}
            for each in self.told["attachment_fds"]:
                with each.to_file("rb") as file:
                    self.files.append(file.read())
            caller = call.header.fields[7]
            request = f"/org/freedesktop/portal/desktop/request/{caller[1:].replace('.', '_')}/samverkan"
            connection.send(new_method_return(call, "o", (request,)))
            place = DBusAddress(request, interface="org.freedesktop.portal.Request")
            connection.send(new_signal(place, "Response", "ua{sv}", (self.answer, {})))
            connection.send_and_get_reply(message_bus.GetId(), timeout=10)  # all is on its way


@pytest.fixture
def mail() -> Mail:
    """Return a mail with a copy."""
    to, copy = MailAddress("bo@malmö.example", "Bo"), MailAddress("c@kommun.example")
    return Mail("Möte\nett", "Hej!\n\nÅ", (to,), (), copy=(copy,))


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, ...]:
    """Return an enclosure on the disk."""
    (tmp_path / "kallelse.pdf").write_bytes(b"%PDF")
    return (tmp_path / "kallelse.pdf",)


def test_the_portal_is_told_everything_and_given_the_files(bus: str, mail: Mail, files: tuple[Path, ...]):
    portal = Portal(bus, answer=0)
    portal.start()
    assert portal.ready.wait(10)
    assert mail_portal.open_mail(mail, files) is Opened.SHOWN
    portal.join(10)
    del portal.told["attachment_fds"]
    assert portal.told == {
        "handle_token": "samverkan",
        "addresses": ["bo@xn--malm-8qa.example"],
        "cc": ["c@kommun.example"],
        "subject": "Möte ett",
        "body": "Hej!\n\nÅ",
    }
    assert portal.files == [b"%PDF"]


def test_a_portal_without_a_mail_program_is_no_way(bus: str, mail: Mail, files: tuple[Path, ...]):
    portal = Portal(bus, answer=2)
    portal.start()
    assert portal.ready.wait(10)
    with pytest.raises(WayFailed, match="inget mejlprogram"):
        mail_portal.open_mail(mail, files)
    portal.join(10)


def test_a_bus_without_a_portal_is_no_way(bus: str, mail: Mail, files: tuple[Path, ...]):
    with pytest.raises(WayFailed, match="finns inte på datorn"):
        mail_portal.open_mail(mail, files)
