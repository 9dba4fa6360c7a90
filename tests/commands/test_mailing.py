"""Mail from the command line: shown, sent by a real server, and refused in one sentence."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from keyring.backends.fail import Keyring

from samverkan_desktop.__main__ import main
from samverkan_desktop.services import mail_password, mail_server
from tests.services.keyrings import Memory, ring
from tests.services.mail_servers import PASSWORD, SENDER, USER, Mood, certificate, serving
from tests.services.year import Year

OK, NOT_WELL, REFUSED = 0, 1, 2
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def keys() -> Iterator[Memory]:
    """Return a keyring of the test's own."""
    memory = Memory()
    with ring(memory):
        yield memory


@pytest.fixture
def archive(finished: Year, tmp_path: Path) -> Path:
    """Return an archive whose first minutes are finished, closed by whoever made it."""
    path = tmp_path / "kopia.samverkan"
    finished.work.close()
    shutil.copyfile(finished.path, path)
    return path


def run(*arguments: object) -> int:
    return main([str(each) for each in arguments])


def test_a_mail_is_shown_and_nothing_is_sent(archive: Path, capsys: Captured):
    assert run("mail", "show", archive, 1, "--document", "minutes", "--more", "r@kommun.example") == OK
    said = capsys.readouterr().out
    assert "Till:\nUtbildningschef förskola, Namn F1 <f1@example.org>" in said
    assert "Kopia:\nr@kommun.example" in said
    assert "Ämne: Minnesanteckningar 2018-09-04" in said
    assert "2018-09-04-minnesanteckningar-styrgrupp.docx (" in said


def test_a_server_is_chosen_tried_and_sent_by(
    archive: Path, capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    mood = Mood(refusals={"f2@example.org": "550 5.1.1 Unknown"})
    with serving(mood, certificate(tmp_path, monkeypatch)) as server:
        where = ("--host", server.host, "--port", server.port, "--user", USER, "--sender", SENDER)
        assert run("mail", "server", *where) == OK
        mail_password.keep(mail_server.load(), PASSWORD)
        assert run("mail", "try") == OK
        assert "fungerar" in capsys.readouterr().out
        assert run("mail", "send", archive, 1, "--document", "minutes") == NOT_WELL
    said = capsys.readouterr().out
    assert "<f2@example.org>: avvisat av servern (550 5.1.1 Unknown)" in said
    assert "<f1@example.org>: mottaget av servern" in said
    assert len(mood.got) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show", 99), "Det finns inget möte 99 i arkivet."),
        (
            ("show", 1, "--document", "agenda"),
            "Slaget agenda skickas inte som mejl. Välj bland call, minutes, calendar.",
        ),
        (("show", 1, "--document", "minutes", "--more", "kansliet"), "kansliet är ingen e-postadress."),
        (("send", 1, "--document", "minutes"), "Ingen mejlserver är vald."),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    archive: Path, capsys: Captured, arguments: tuple[object, ...], said: str
):
    verb, *others = arguments
    assert run("mail", verb, archive, *others) == REFUSED
    assert capsys.readouterr().err.startswith(said)


def test_a_password_that_nobody_knows_is_not_asked_of_a_pipe(archive: Path, capsys: Captured):
    run("mail", "server", "--host", "smtp.kommun.example", "--user", USER, "--sender", SENDER)
    with ring(Keyring()):
        assert run("mail", "try") == REFUSED
    assert "finns inte i datorns nyckelring" in capsys.readouterr().err


@pytest.mark.parametrize("wrong", [("--port", "ett"), ("--security", "none"), ("--sender", "jag")])
def test_a_server_that_is_not_whole_is_not_chosen(capsys: Captured, wrong: tuple[str, str]):
    sound = {"--host": "smtp.kommun.example", "--sender": SENDER} | dict([wrong])
    assert run("mail", "server", *(part for pair in sound.items() for part in pair)) == REFUSED
    assert not mail_server.load().is_chosen
    assert run("mail", "server") == OK
    assert capsys.readouterr().out == "Mejl öppnas i ditt mejlprogram.\n"
