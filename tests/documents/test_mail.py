"""Messages and drafts, read back by Python's own parser."""

from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import getaddresses

import pytest

from samverkan_desktop.documents import mail_eml
from samverkan_desktop.documents.mail import Mail, message
from samverkan_desktop.mail_address import MailAddress

AT = datetime(2018, 8, 28, 10, tzinfo=UTC)
LONG = "Utbildningschef för gymnasiet och vuxenutbildningen, Öberg"
CALENDAR = b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:M\xc3\xb6te\r\nEND:VCALENDAR\r\n"
FILES = (("kallelse.pdf", b"%PDF-1.7\x00\xff"), ("kallelse.ics", CALENDAR))


def mail(**changes: object) -> Mail:
    given: dict[str, object] = {
        "subject": "Kallelse till styrgruppsmöte 2018-09-04",
        "body": "Hej!\n\nHär kommer kallelsen.",
        "to": (MailAddress("asa@kommun.example", LONG), MailAddress("bo@kommun.example")),
        "copy": (MailAddress("c@malmö.example", 'Chef "C", Å'),),
        "enclosures": FILES,
        "sender": MailAddress("s@kommun.example", "Sekreteraren"),
        "method": "REQUEST",
    }
    return Mail(**(given | changes))  # type: ignore[arg-type]  fields of a mail


def read(data: bytes) -> EmailMessage:
    found = message_from_bytes(data, policy=policy.default)
    assert isinstance(found, EmailMessage)
    assert not found.defects
    return found


def addresses(found: EmailMessage, header: str) -> list[tuple[str, str]]:
    # The new parser puts a space where one name is two encoded words; the old one reads RFC 2047 as it is.
    written = message_from_bytes(found.as_bytes(), policy=policy.compat32)[header]
    return [(str(make_header(decode_header(name))), address) for name, address in getaddresses([written])]


def test_recipients_keep_their_names_and_addresses_whatever_the_names_hold():
    found = read(message(mail(), at=AT, identity="1@kommun.example"))
    assert addresses(found, "From") == [("Sekreteraren", "s@kommun.example")]
    assert addresses(found, "To") == [(LONG, "asa@kommun.example"), ("", "bo@kommun.example")]
    assert addresses(found, "Cc") == [('Chef "C", Å', "c@xn--malm-8qa.example")]


def test_twenty_five_long_names_are_twenty_five_recipients():
    to = tuple(MailAddress(f"f{number}@kommun.example", LONG) for number in range(25))
    data = message(mail(to=to), at=AT)
    assert [each[1] for each in addresses(read(data), "To")] == [each.address for each in to]
    assert max(map(len, data.split(b"\r\n"))) <= 78


def test_an_address_that_is_not_ascii_is_written_as_it_is():
    data = message(mail(to=(MailAddress("åsa@kommun.example", "Åsa"),)), at=AT)
    assert "<åsa@kommun.example>".encode() in data


@pytest.mark.parametrize("bad", ["Möte\r\nBcc: x@y.example", "Möte\nBcc: x@y.example", "Möte\r\n\r\nText"])
def test_a_newline_begins_no_header(bad: str):
    found = read(message(mail(subject=bad, to=(MailAddress("a@b.example", bad),)), at=AT))
    assert found["Bcc"] is None
    assert "\n" not in found["Subject"]
    assert [each[1] for each in addresses(found, "To")] == ["a@b.example"]


def test_a_blind_copy_stands_nowhere():
    secret = MailAddress("registrator@kommun.example", "Registrator")
    for data in (message(mail(blind=(secret,)), at=AT), mail_eml.render(mail(blind=(secret,)))):
        assert b"registrator" not in data.lower()
        assert b"bcc" not in data.lower()


def test_an_invitation_stands_beside_the_text_and_as_a_file():
    found = read(message(mail(), at=AT))
    body, *files = found.iter_parts()
    text, invitation = body.iter_parts()
    assert text.get_content().replace("\r\n", "\n") == "Hej!\n\nHär kommer kallelsen.\n"
    assert invitation.get_content_type() == "text/calendar"
    assert invitation.get_param("method") == "REQUEST"
    assert invitation.get_content() == CALENDAR.decode()
    assert [each.get_filename() for each in files] == [name for name, _ in FILES]
    assert files[0].get_content() == FILES[0][1]


def test_a_calendar_that_only_tells_is_a_file_alone():
    parts = list(read(message(mail(method="PUBLISH"), at=AT)).iter_parts())
    assert parts[0].get_content_type() == "text/plain"
    assert parts[2].get_param("method") == "PUBLISH"


def test_a_draft_is_unsent_and_comes_from_whoever_opens_it():
    found = read(mail_eml.render(mail()))
    assert found["X-Unsent"] == "1"
    assert (found["From"], found["Date"], found["Message-ID"]) == (None, None, None)
    assert [part.get_content_type() for part in found.iter_parts()] == [
        "text/plain", "application/pdf", "text/calendar",
    ]  # fmt: skip


def test_a_message_says_when_and_by_what_it_is_known():
    found = read(message(mail(), at=AT, identity="1@kommun.example"))
    assert (found["Date"].datetime, found["Message-ID"]) == (AT, "<1@kommun.example>")
    assert found["X-Unsent"] is None


def test_the_same_mail_is_the_same_to_the_byte():
    assert message(mail(), at=AT, identity="1@b") == message(mail(), at=AT, identity="1@b")
    assert mail_eml.render(mail()) == mail_eml.render(mail())


def test_what_is_sent_is_ascii_where_its_addresses_are():
    assert message(mail(), at=AT).isascii()
