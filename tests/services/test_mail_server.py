import json

import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring

from samverkan_desktop import paths, settings
from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.services import mail_password, mail_server
from samverkan_desktop.services.mail_server import MailServer, Security
from tests.services.keyrings import Locked, Memory, Plain, ring

WHOLE = MailServer(
    "smtp.kommun.example", 465, Security.TLS, "sekr", "s@kommun.example", "Sekreteraren", "r@kommun.example"
)


def test_nothing_is_chosen_at_first():
    assert mail_server.load() == MailServer()
    assert not mail_server.load().is_chosen


def test_a_server_is_kept_and_given_up():
    mail_server.save(WHOLE)
    assert mail_server.load() == WHOLE
    mail_server.save(MailServer())
    assert not mail_server.load().is_chosen


def test_what_is_written_is_kept_without_what_surrounds_it():
    mail_server.save(MailServer(" smtp.kommun.example ", sender=" S <s@kommun.example>", sender_name="A\nB"))
    kept = mail_server.load()
    assert (kept.host, kept.sender, kept.sender_name) == ("smtp.kommun.example", "s@kommun.example", "A B")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"host": "smtp://kommun.example"}, "host"), ({"host": "smtp kommun"}, "host"),
        ({"port": 0}, "port"), ({"port": 70000}, "port"), ({"sender": ""}, "sender"),
        ({"sender": "sekreteraren"}, "sender"), ({"blind_copy": "registrator"}, "blind_copy"),
    ],
)  # fmt: skip
def test_what_is_not_whole_is_refused_at_its_field(changes: dict[str, object], field: str):
    server = MailServer(**({"host": "smtp.kommun.example", "sender": "s@kommun.example"} | changes))  # type: ignore[arg-type]  fields
    with pytest.raises(UserError) as refusal:
        mail_server.save(server)
    assert refusal.value.field == field


@pytest.mark.parametrize("stored", [{"host": 7}, {"security": "none"}, {"host": "a.example"}, {"x": 1}])
def test_what_somebody_wrote_into_the_file_is_no_server(stored: dict[str, object]):
    settings.change(mail_server=stored)
    assert mail_server.load() == MailServer()


def test_a_password_lies_in_the_keyring_and_in_no_file():
    with ring(Memory()):
        mail_server.save(WHOLE)
        mail_password.keep(WHOLE, "hemligt")
        assert mail_password.can_be_kept()
        assert mail_password.kept(WHOLE) == "hemligt"
        assert "hemligt" not in json.dumps((paths.config_folder() / "settings.json").read_text())
        mail_password.keep(WHOLE, "")
        mail_password.keep(WHOLE, "")
        assert mail_password.kept(WHOLE) == ""


@pytest.mark.parametrize("backend", [NoKeyring, Plain])
def test_where_no_keyring_hides_it_a_password_is_not_kept(backend: type[KeyringBackend]):
    with ring(backend()):
        assert not mail_password.can_be_kept()
        assert mail_password.kept(WHOLE) == ""
        with pytest.raises(EnvironmentFault, match="ingen nyckelring"):
            mail_password.keep(WHOLE, "hemligt")


def test_a_locked_keyring_says_what_to_do():
    with ring(Locked()):
        assert mail_password.kept(WHOLE) == ""
        with pytest.raises(EnvironmentFault, match="Lås upp den"):
            mail_password.keep(WHOLE, "hemligt")
