"""A call goes out: by the user's mail program, or by a real mail server; the log says what became of it."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import NamedTuple

import pytest
import vobject

from samverkan_desktop import paths
from samverkan_desktop.documents.mail import Mail
from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.services import agenda_builder, distribution, group, mailing, meeting, minutes, seat
from samverkan_desktop.services.mail_server import MailServer
from samverkan_desktop.services.mail_ways import Opened, WayFailed
from samverkan_desktop.services.outgoing import Outgoing
from samverkan_desktop.services.recipients import pasted
from samverkan_desktop.vocabulary import (
    DeliveryOutcome,
    DocumentKind,
    HolderState,
    MeetingStatus,
    Receipt,
    SendingWay,
)
from tests.services.mail_servers import PASSWORD, SENDER, Mood, certificate, serving
from tests.services.year import NUMBER, Year, contents, refused


class Program:
    """A mail program as a way to it knows it; remembers what it was given."""

    name = "mejlprogrammet"

    def __init__(self, opened: Opened = Opened.SHOWN, reason: str = "") -> None:
        self.opened, self.reason = opened, reason
        self.mails: list[Mail] = []
        self.files: list[Path] = []

    def open(self, mail: Mail, files: tuple[Path, ...]) -> Opened:
        if self.reason:
            raise WayFailed(self.reason)
        self.mails.append(mail)
        self.files += files
        return self.opened


class Setting(NamedTuple):
    """A server with its mood."""

    server: MailServer
    mood: Mood


@pytest.fixture
def setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Setting]:
    """Return a server that is running."""
    mood = Mood()
    with serving(mood, certificate(tmp_path, monkeypatch)) as server:
        yield Setting(server, mood)


@pytest.fixture
def outgoing(planned: Year) -> Outgoing:
    """Return a call that is ready to go; one seat has no address, one is a copy, one is informed."""
    group.set_holder(planned.work, planned.seats["F1"], HolderState.VACANT, date(2018, 8, 1))
    planned.assign("F4", "F6")
    seat.change(planned.work, planned.seats["F2"], receipt=Receipt.COPY)
    seat.change(planned.work, planned.seats["F3"], receipt=Receipt.INFORMATION)
    agenda_builder.build(planned.work, planned.meeting(1))
    return mailing.compose(planned.work, planned.meeting(1), DocumentKind.CALL)


def outcomes(year: Year) -> dict[str, DeliveryOutcome]:
    return {each.address: each.outcome for each in distribution.log(year.work)[0].deliveries}


def test_a_mail_opens_whole_in_the_mail_program_and_is_logged(planned: Year, outgoing: Outgoing):
    program = Program()
    mailed = mailing.open_in_program(planned.work, outgoing, (program,))
    (mail,) = program.mails
    assert [each.address for each in mail.to] == ["f4@example.org", "f5@example.org", "f6@example.org"]
    assert [each.address for each in mail.copy] == ["f2@example.org", "f3@example.org"]
    assert mail.body.endswith("För kännedom: Utbildningschef gymnasiet och vuxenutbildningen.")
    assert [path.read_bytes() for path in program.files] == [data for _, data in outgoing.files]
    (row,) = distribution.log(planned.work)
    assert (row.id, row.way, row.deliveries) == (mailed.sending_id, SendingWay.PROGRAM, mailed.deliveries)
    assert outcomes(planned)["f4@example.org"] is DeliveryOutcome.HANDED_OVER
    assert outcomes(planned)[""] is DeliveryOutcome.NO_ADDRESS
    assert meeting.details(planned.work, planned.meeting(1)).status is MeetingStatus.CALLED


def test_a_mail_that_the_user_closes_is_not_logged(planned: Year, outgoing: Outgoing):
    before = contents(planned.path)
    mailed = mailing.open_in_program(planned.work, outgoing, (Program(Opened.LEFT),))
    assert mailed.notices == ("Mejlet stängdes utan att skickas, så inget är noterat som skickat.",)
    assert contents(planned.path) == before


def test_where_no_program_opens_nothing_is_logged(planned: Year, outgoing: Outgoing):
    before = contents(planned.path)
    with pytest.raises(EnvironmentFault, match="Inget mejlprogram kunde öppnas: det är borta"):
        mailing.open_in_program(planned.work, outgoing, (Program(reason="det är borta"),))
    assert contents(planned.path) == before


def test_files_of_earlier_days_are_taken_away(planned: Year, outgoing: Outgoing):
    old = paths.data_folder() / "outgoing" / "gammalt"
    old.mkdir(parents=True)
    (old / "a.pdf").write_bytes(b"")
    os.utime(old, (0, 0))
    mailing.open_in_program(planned.work, outgoing, (Program(),))
    assert not old.exists()
    assert (paths.data_folder() / "outgoing" / "2018-09-04-kallelse-styrgrupp").is_dir()


def test_a_mail_goes_by_the_server_with_what_it_says_of_each(
    planned: Year, outgoing: Outgoing, setting: Setting
):
    setting.mood.refusals = {"f4@example.org": "550 5.1.1 Okand", "f5@example.org": "451 4.7.1 Later"}
    mailed = mailing.send_by_server(planned.work, outgoing, setting.server, PASSWORD)
    assert outcomes(planned) == {
        "f2@example.org": DeliveryOutcome.ACCEPTED,
        "f3@example.org": DeliveryOutcome.ACCEPTED,
        "f4@example.org": DeliveryOutcome.REFUSED,
        "f5@example.org": DeliveryOutcome.DEFERRED,
        "f6@example.org": DeliveryOutcome.ACCEPTED,
        "": DeliveryOutcome.NO_ADDRESS,
    }
    assert [each.detail for each in mailed.missed] == ["550 5.1.1 Okand", "451 4.7.1 Later"]
    assert distribution.log(planned.work)[0].way is SendingWay.SERVER
    read = message_from_bytes(setting.mood.got[0].original_content, policy=policy.default)
    assert read["From"].addresses[0].addr_spec == SENDER
    assert read["Message-ID"].endswith("@kommun.example>")
    invitation = next(part for part in read.walk() if part.get_content_type() == "text/calendar")
    assert "ATTENDEE" in invitation.get_content()


def test_what_the_server_put_off_is_sent_again_to_those_alone(
    planned: Year, outgoing: Outgoing, setting: Setting
):
    setting.mood.refusals = {"f5@example.org": "451 4.7.1 Later"}
    mailed = mailing.send_by_server(planned.work, outgoing, setting.server, PASSWORD)
    setting.mood.refusals = {}
    assert mailed.sending_id is not None
    again = mailing.send_again(planned.work, mailed.sending_id, outgoing, setting.server, PASSWORD)
    assert again.missed == ()
    assert outcomes(planned)["f5@example.org"] is DeliveryOutcome.ACCEPTED
    assert len(distribution.log(planned.work)) == 1
    first, second = setting.mood.got
    assert second.rcpt_tos == ["f5@example.org"]
    assert first.original_content == second.original_content


def test_where_the_server_takes_it_for_nobody_nothing_is_logged(
    planned: Year, outgoing: Outgoing, setting: Setting
):
    setting.mood.final = "554 5.7.1 Spam"
    before = contents(planned.path)
    with pytest.raises(EnvironmentFault, match="Servern tog inte emot mejlet för någon"):
        mailing.send_by_server(planned.work, outgoing, setting.server, PASSWORD)
    assert contents(planned.path) == before


def test_where_the_server_dies_at_the_end_it_is_logged_as_uncertain(
    planned: Year, outgoing: Outgoing, setting: Setting
):
    setting.mood.dies = True
    mailed = mailing.send_by_server(planned.work, outgoing, setting.server, PASSWORD)
    assert outcomes(planned)["f4@example.org"] is DeliveryOutcome.UNCERTAIN
    assert mailed.missed == ()


def test_a_wrong_password_logs_nothing(planned: Year, outgoing: Outgoing, setting: Setting):
    with refused(planned, "Servern godtog inte", field="password"):
        mailing.send_by_server(planned.work, outgoing, setting.server, "fel")


def test_a_hidden_copy_goes_and_is_seen_by_nobody(planned: Year, outgoing: Outgoing, setting: Setting):
    server = replace(setting.server, blind_copy="registrator@kommun.example; f4@example.org")
    mailing.send_by_server(planned.work, outgoing, server, PASSWORD)
    (got,) = setting.mood.got
    assert got.rcpt_tos[-1] == "registrator@kommun.example"
    assert got.rcpt_tos.count("f4@example.org") == 1
    assert isinstance(got.original_content, bytes)
    assert b"registrator" not in got.original_content
    assert outcomes(planned)["registrator@kommun.example"] is DeliveryOutcome.ACCEPTED


def test_others_get_a_copy_each_address_once(outgoing: Outgoing):
    more = mailing.with_more(outgoing, pasted("F4@example.org, ny@kommun.example"))
    assert [one.address for one in more.mail().copy] == [
        "f2@example.org", "f3@example.org", "ny@kommun.example",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"subject": " "}, "Skriv ett ämne"),
        ({"body": f"Om {NUMBER}"}, "ett personnummer"),
        ({"recipients": ()}, "Ingen mottagare har en e-postadress"),
    ],
)
def test_what_may_not_go_is_refused(
    planned: Year, outgoing: Outgoing, changes: dict[str, object], message: str
):
    with refused(planned, message, rule="R11" if "body" in changes else None, field=next(iter(changes), None)
                 if "recipients" not in changes else None):  # fmt: skip
        mailing.open_in_program(planned.work, replace(outgoing, **changes), (Program(),))  # type: ignore[arg-type]  fields


def test_large_files_are_warned_of(outgoing: Outgoing):
    assert mailing.warning(outgoing) == ""
    large = replace(outgoing, files=(("stor.pdf", b"x" * 31_000_000),))
    assert mailing.warning(large).startswith("Bilagorna är 31 MB.")


def test_finished_minutes_go_the_same_way(finished: Year):
    outgoing = mailing.compose(finished.work, finished.meeting(1), DocumentKind.MINUTES)
    mailing.open_in_program(finished.work, outgoing, (Program(),))
    assert meeting.details(finished.work, finished.meeting(1)).status is MeetingStatus.SENT
    row = distribution.log(finished.work, finished.meeting(1))[0]
    assert (row.document, row.way) == (DocumentKind.MINUTES, SendingWay.PROGRAM)


def test_minutes_that_are_not_finished_are_not_composed(held: Year):
    with pytest.raises(UserError, match="Färdigställ anteckningarna"):
        minutes.compose(held.work, held.meeting(1))


def test_those_called_are_told_that_the_meeting_is_cancelled_and_it_leaves_their_calendars(
    planned: Year, outgoing: Outgoing, setting: Setting
):
    mailing.send_by_server(planned.work, outgoing, setting.server, PASSWORD)
    meeting.cancel(planned.work, outgoing.meeting_id, "Samordnas med nästa möte.")
    told = mailing.compose(planned.work, outgoing.meeting_id, DocumentKind.CALENDAR)
    assert (
        "Mötet tisdagen den 4 september 2018 är inställt.\n\nInställt: Samordnas med nästa möte." in told.body
    )
    mailing.send_by_server(planned.work, told, setting.server, PASSWORD)
    first, second = (
        vobject.readOne(_calendar(envelope.original_content).get_content()) for envelope in setting.mood.got
    )
    assert (first.method.value, second.method.value) == ("REQUEST", "CANCEL")
    assert first.vevent.uid.value == second.vevent.uid.value
    assert int(second.vevent.sequence.value) > int(first.vevent.sequence.value)
    assert _calendar(setting.mood.got[1].original_content).get_param("method") == "CANCEL"
    assert [row.document for row in distribution.log(planned.work)] == [
        DocumentKind.CALENDAR,
        DocumentKind.CALL,
    ]


@pytest.mark.parametrize("cancelled", [True, False])
def test_nobody_is_told_of_a_meeting_that_goes_on_or_that_nobody_was_called_to(
    planned: Year, cancelled: bool
):
    meeting_id = planned.meeting(1)
    if cancelled:
        meeting.cancel(planned.work, meeting_id)
    with refused(planned, "ingen behöver besked"):
        mailing.compose(planned.work, meeting_id, DocumentKind.CALENDAR)


def _calendar(mail: bytes | str | None) -> EmailMessage:
    assert isinstance(mail, bytes)
    read = message_from_bytes(mail, policy=policy.default)
    (found, *_) = (part for part in read.walk() if part.get_content_type() == "text/calendar")
    assert isinstance(found, EmailMessage)
    return found
