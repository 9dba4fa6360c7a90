"""The ways to the user's mail program, each as far as it is seen without one, and the next when one fails."""

import stat
import sys
import threading
from collections.abc import Iterator, Sequence
from ctypes import sizeof
from email import message_from_bytes
from pathlib import Path

import pytest

from samverkan_desktop.documents.mail import Mail
from samverkan_desktop.errors import EnvironmentFault
from samverkan_desktop.mail_address import MailAddress
from samverkan_desktop.services import mail_apple, mail_draft, mail_mapi, mail_portal, mail_ways, mail_xdg
from samverkan_desktop.services.mail_ways import Opened, Way, WayFailed

TO = (MailAddress("asa@kommun.example", "Åsa Öberg"), MailAddress("bo@malmö.example"))
COPY = (MailAddress("c@kommun.example", "Chef"),)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, ...]:
    """Return what is enclosed, as it lies on the disk."""
    paths = (tmp_path / "ut" / "kallelse ö.pdf", tmp_path / "ut" / "kallelse ö.ics")
    paths[0].parent.mkdir()
    for path in paths:
        path.write_bytes(b"BEGIN:VCALENDAR\r\n")
    return paths


def mail(**changes: object) -> Mail:
    given: dict[str, object] = {
        "subject": 'Möte "ett"',
        "body": "Hej!\n\nÅ; `id` $(id)",
        "to": TO,
        "copy": COPY,
    }
    return Mail(enclosures=(), **(given | changes))  # type: ignore[arg-type]  fields of a mail


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a folder that alone is searched for commands."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    yield folder


def command(folder: Path, name: str, code: int = 0) -> Path:
    """Make a command that writes down its arguments and what it is given; returns where."""
    told = folder / f"{name}.told"
    path = folder / name
    written = "'\\0'.join(sys.argv[1:]) + '\\1' + sys.stdin.read()"
    path.write_text(
        f"#!{sys.executable}\nimport sys\nopen({str(told)!r}, 'w').write({written})\nsys.exit({code})\n"
    )
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return told


def arguments(told: Path) -> list[str]:
    return told.read_text().partition("\1")[0].split("\0")


def test_each_system_has_its_ways_and_a_draft_in_the_end():
    assert [way.where for way in mail_ways.ways("win32")] == ["mail_mapi", "mail_draft"]
    assert [way.where for way in mail_ways.ways("darwin")] == ["mail_apple", "mail_draft"]
    assert [way.where for way in mail_ways.ways("linux")] == ["mail_portal", "mail_xdg", "mail_draft"]


def test_a_way_that_fails_is_followed_by_the_next_and_said(commands: Path, files: Sequence[Path]):
    told = command(commands, "xdg-open")
    handed = mail_ways.open_mail(mail(), files, mail_ways.ways("linux")[1:])
    assert handed.opened is Opened.SHOWN
    assert handed.notices == (
        "Det gick inte med xdg-email: kommandot finns inte på datorn. I stället öppnades ett utkast.",
    )
    assert arguments(told) == [str(files[0].with_suffix(".eml"))]
    draft = message_from_bytes(files[0].with_suffix(".eml").read_bytes())
    assert draft["X-Unsent"] == "1"


def test_where_nothing_works_the_files_are_still_there(commands: Path, files: Sequence[Path]):
    with pytest.raises(EnvironmentFault) as fault:
        mail_ways.open_mail(mail(), files, mail_ways.ways("linux")[1:])
    assert fault.value.message == (
        "Inget mejlprogram kunde öppnas: inget program är valt för mejlutkast (.eml). "
        f"Filerna ligger i {files[0].parent}."
    )


def test_xdg_email_is_given_everything_as_arguments_of_their_own(commands: Path, files: Sequence[Path]):
    told = command(commands, "xdg-email")
    assert mail_xdg.open_mail(mail(), files) is Opened.SHOWN
    assert arguments(told) == [
        "--utf8", "--subject", 'Möte "ett"', "--body", "Hej!\n\nÅ; `id` $(id)", "--cc", "c@kommun.example",
        "--attach", str(files[0]), "--attach", str(files[1]), "asa@kommun.example", "bo@xn--malm-8qa.example",
    ]  # fmt: skip


def test_xdg_email_without_a_mail_program_is_no_way(commands: Path, files: Sequence[Path]):
    command(commands, "xdg-email", code=3)
    with pytest.raises(WayFailed, match="inget mejlprogram"):
        mail_xdg.open_mail(mail(), files)


def test_a_list_that_is_too_long_for_one_address_goes_another_way(commands: Path, files: Sequence[Path]):
    command(commands, "xdg-email")
    many = tuple(MailAddress(f"fornamn.efternamn{number}@kommun.example") for number in range(80))
    with pytest.raises(WayFailed, match="för många mottagare"):
        mail_xdg.open_mail(mail(to=many), files)


def test_mail_on_a_mac_is_given_everything_as_arguments_and_nothing_as_script(
    commands: Path, files: Sequence[Path]
):
    told = command(commands, "osascript")
    assert mail_apple.open_mail(mail(), files) is Opened.SHOWN
    assert arguments(told) == [
        "-", 'Möte "ett"', "Hej!\n\nÅ; `id` $(id)", "2", "1", "2", "asa@kommun.example",
        "bo@xn--malm-8qa.example", "c@kommun.example", str(files[0]), str(files[1]),
    ]  # fmt: skip
    script = told.read_text().partition("\1")[2]
    assert 'tell application "Mail"' in script
    assert "kommun" not in script


def test_a_mac_that_does_not_let_mail_be_steered_says_where_it_is_allowed(
    commands: Path, files: Sequence[Path]
):
    command(commands, "osascript", code=1)
    with pytest.raises(WayFailed, match="Automatisering"):
        mail_apple.open_mail(mail(), files)


def test_a_computer_without_a_portal_goes_on(monkeypatch: pytest.MonkeyPatch, files: Sequence[Path]):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={files[0].parent}/ingen")
    with pytest.raises(WayFailed, match="svarar inte"):
        mail_portal.open_mail(mail(), files)


def test_mapi_is_laid_out_as_windows_has_it():
    if sizeof(mail_mapi.c_void_p) != 8:
        pytest.skip("the sizes are those of 64 bits")
    sizes = (mail_mapi.FileDescription, mail_mapi.RecipientDescription, mail_mapi.MessageDescription)
    assert [sizeof(each) for each in sizes] == [40, 40, 96]


def test_mapi_is_given_recipients_copies_and_files(files: Sequence[Path]):
    seen: list[tuple[object, ...]] = []

    def send(message: mail_mapi.MessageDescription, flags: int) -> int:
        people = [message.recipients[n] for n in range(message.recipient_count)]
        papers = [message.files[n] for n in range(message.file_count)]
        seen.append((message.subject, message.text, flags, threading.current_thread().name))
        seen.append(tuple((each.kind, each.name, each.address) for each in people))
        seen.append(tuple((each.path, each.name) for each in papers))
        return 0

    assert mail_mapi.open_mail(mail(), files, send) is Opened.SENT
    assert seen[0] == ('Möte "ett"', "Hej!\n\nÅ; `id` $(id)", 9, "mapi")
    assert seen[1] == (
        (1, "Åsa Öberg", "SMTP:asa@kommun.example"),
        (1, "bo@xn--malm-8qa.example", "SMTP:bo@xn--malm-8qa.example"),
        (2, "Chef", "SMTP:c@kommun.example"),
    )
    assert seen[2] == tuple((str(path), path.name) for path in files)


def test_a_mail_that_the_user_closes_in_mapi_is_left(files: Sequence[Path]):
    assert mail_mapi.open_mail(mail(), files, lambda _message, _flags: 1) is Opened.LEFT


@pytest.mark.parametrize(("code", "said"), [(10, "så många mottagare"), (99, "MAPI-kod 99")])
def test_mapi_says_why_it_does_not_work(files: Sequence[Path], code: int, said: str):
    with pytest.raises(WayFailed, match=said):
        mail_mapi.open_mail(mail(), files, lambda _message, _flags: code)


def test_a_mail_program_that_wanders_off_leaves_us_where_we_were(
    files: Sequence[Path], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(files[0].parent.parent)

    def send(_message: object, _flags: int) -> int:
        monkeypatch.chdir(files[0].parent)
        return 0

    mail_mapi.open_mail(mail(), files, send)
    assert Path.cwd() == files[0].parent.parent


def test_without_windows_mapi_is_no_way(files: Sequence[Path]):
    if sys.platform == "win32":
        pytest.skip("here it is one")
    with pytest.raises(WayFailed, match="bara på Windows"):
        Way("MAPI", "mail_mapi").open(mail(), files)


def test_a_draft_opens_with_what_the_computer_opens_drafts_with(commands: Path, files: Sequence[Path]):
    command(commands, "xdg-open", code=4)
    with pytest.raises(WayFailed, match="inget program är valt"):
        mail_draft.open_mail(mail(), files)
