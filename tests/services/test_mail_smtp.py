"""Sending by a real mail server: what it takes, what it refuses, and how it dies."""

import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.mail_address import MailAddress
from samverkan_desktop.services import mail_smtp
from samverkan_desktop.services.mail_server import MailServer, Security
from samverkan_desktop.vocabulary import DeliveryOutcome
from tests.services.mail_servers import HOST, PASSWORD, SENDER, Mood, certificate, free_port, serving

ASA, BO = MailAddress("asa@kommun.example"), MailAddress("bo@malmö.example")
MESSAGE = b"From: s@kommun.example\r\nSubject: Kallelse\r\n\r\nHej\r\n.\r\n..punkter\r\n"


@pytest.fixture
def context(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """Return a certificate that the computer trusts."""
    return certificate(tmp_path, monkeypatch)


@pytest.fixture
def mood() -> Mood:
    """Return how the server behaves: well, until a test says otherwise."""
    return Mood()


@pytest.fixture
def server(mood: Mood, context: ssl.SSLContext) -> Iterator[MailServer]:
    """Return a server that is running."""
    with serving(mood, context) as chosen:
        yield chosen


def send(server: MailServer, *recipients: MailAddress, password: str = PASSWORD) -> dict[str, str]:
    verdicts = mail_smtp.deliver(server, password, MESSAGE, recipients or (ASA, BO), timeout=5)
    return {each.address.address: f"{each.outcome.value}: {each.said}" for each in verdicts}


@pytest.mark.parametrize("security", Security)
def test_a_mail_goes_encrypted_to_everyone(mood: Mood, context: ssl.SSLContext, security: Security):
    with serving(mood, context, security=security) as server:
        assert send(server) == {
            "asa@kommun.example": "accepted: 250 2.0.0 Tack",
            "bo@malmö.example": "accepted: 250 2.0.0 Tack",
        }
    (got,) = mood.got
    assert (got.mail_from, got.rcpt_tos) == (SENDER, ["asa@kommun.example", "bo@xn--malm-8qa.example"])
    assert got.content == MESSAGE


def test_it_is_said_of_each_whom_the_server_did_not_take(mood: Mood, server: MailServer):
    mood.refusals = {"asa@kommun.example": "550 5.1.1 Okänd mottagare".encode().decode("latin-1")}
    mood.refusals["c@kommun.example"] = "451 4.7.1 Greylisted, try again"
    found = send(server, ASA, BO, MailAddress("c@kommun.example"))
    assert found["asa@kommun.example"].startswith("refused: 550 5.1.1 Ok")
    assert found["bo@malmö.example"].startswith("accepted: 250")
    assert found["c@kommun.example"] == "deferred: 451 4.7.1 Greylisted, try again"
    assert mood.got[0].rcpt_tos == ["bo@xn--malm-8qa.example"]


def test_nothing_goes_where_nobody_is_taken(mood: Mood, server: MailServer):
    mood.refusals = dict.fromkeys(("asa@kommun.example", "bo@xn--malm-8qa.example"), "550 No")
    assert set(send(server).values()) == {"refused: 550 No"}
    assert mood.got == []


@pytest.mark.parametrize(
    ("final", "outcome"), [("554 5.7.1 Spam", "refused: 554 5.7.1 Spam"), ("452 Full", "deferred: 452 Full")]
)
def test_the_whole_mail_may_be_refused_in_the_end(mood: Mood, server: MailServer, final: str, outcome: str):
    mood.final = final
    assert set(send(server).values()) == {outcome}


def test_where_the_server_dies_before_it_answers_nobody_knows(mood: Mood, server: MailServer):
    mood.dies = True
    found = mail_smtp.deliver(server, PASSWORD, MESSAGE, (ASA,), timeout=5)
    assert found[0].outcome is DeliveryOutcome.UNCERTAIN


def test_a_wrong_password_is_told_at_its_field(server: MailServer):
    with pytest.raises(UserError, match="godtog inte användarnamnet eller lösenordet") as refusal:
        send(server, password="fel")  # noqa: S106  it is meant to be wrong
    assert refusal.value.field == "password"


@pytest.mark.parametrize(("said", "kind"), [("550 Not you", UserError), ("451 Later", EnvironmentFault)])
def test_a_sender_may_be_refused(mood: Mood, server: MailServer, said: str, kind: type[Exception]):
    mood.sender = said
    with pytest.raises(kind, match=said):
        send(server)


def test_a_server_that_is_not_who_it_says_gets_neither_password_nor_mail(
    mood: Mood, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    with (
        serving(mood, certificate(tmp_path, monkeypatch, trusted=False)) as server,
        pytest.raises(EnvironmentFault, match=r"är inte säkert 127\.0\.0\.1"),
    ):
        send(server)
    assert mood.got == []


def test_a_server_without_encryption_gets_nothing(mood: Mood):
    with (
        serving(mood, None, login=False) as server,
        pytest.raises(UserError, match=r"krypterar inte med STARTTLS .* Pröva TLS"),
    ):
        send(server)
    assert mood.got == []


def test_encryption_of_the_wrong_kind_says_which_to_try(mood: Mood):
    with (
        serving(mood, None, login=False, security=Security.TLS) as server,
        pytest.raises(EnvironmentFault, match=r"krypterar inte med TLS .* Pröva STARTTLS"),
    ):
        send(server)


def test_a_server_that_takes_no_logins_says_what_to_do(mood: Mood, context: ssl.SSLContext):
    with (
        serving(mood, context, login=False) as server,
        pytest.raises(UserError, match="tar inte emot inloggning"),
    ):
        mail_smtp.probe(MailServer(HOST, server.port, user="någon", sender=SENDER), PASSWORD, 5)


def test_a_server_that_wants_no_login_gets_none(mood: Mood, context: ssl.SSLContext):
    with serving(mood, context, login=False) as server:
        assert "accepted" in send(server)["asa@kommun.example"]


def test_nobody_listening_is_told(context: ssl.SSLContext):
    with pytest.raises(EnvironmentFault, match="svarar inte som den ska på port"):
        send(MailServer(HOST, free_port(), sender=SENDER))


def test_a_server_that_is_not_found_is_told():
    with pytest.raises(EnvironmentFault, match="hittas inte"):
        send(MailServer("finns-inte.invalid", 587, sender=SENDER))


def test_a_mail_that_is_too_large_is_not_begun(mood: Mood, context: ssl.SSLContext):
    with (
        serving(mood, context, limit=2_000_000) as server,
        pytest.raises(UserError, match="Mejlet är 4 MB och servern tar högst 2 MB"),
    ):
        mail_smtp.deliver(server, PASSWORD, b"x" * 3_500_000, (ASA,), timeout=5)
    assert mood.got == []


def test_an_address_with_swedish_letters_goes_where_the_server_takes_them(mood: Mood, server: MailServer):
    assert "accepted" in send(server, MailAddress("åsa@kommun.example"))["åsa@kommun.example"]
    assert mood.got[0].rcpt_tos == ["åsa@kommun.example"]


def test_such_an_address_alone_is_left_out_where_it_does_not(mood: Mood, context: ssl.SSLContext):
    with serving(mood, context, utf8=False) as server:
        found = send(server, ASA, MailAddress("åsa@kommun.example"))
    assert found["asa@kommun.example"].startswith("accepted")
    assert found["åsa@kommun.example"].startswith("refused: servern tar inte emot adresser med å, ä och ö")


def test_one_who_stops_it_in_time_sends_nothing(mood: Mood, server: MailServer):
    steps = iter([None, None, None])

    def go_on() -> None:
        if next(steps, StopIteration) is StopIteration:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        mail_smtp.deliver(server, PASSWORD, MESSAGE, (ASA, BO), timeout=5, go_on=go_on)
    assert mood.got == []


def test_a_connection_is_tried_without_anything_being_sent(mood: Mood, server: MailServer):
    said = mail_smtp.probe(server, PASSWORD, 5)
    assert said == "Anslutningen till 127.0.0.1 fungerar. Servern tar emot mejl på högst 1 MB."
    assert mood.got == []
    with pytest.raises(UserError):
        mail_smtp.probe(server, "fel", 5)
