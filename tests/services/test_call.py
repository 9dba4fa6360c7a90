from datetime import date, time
from pathlib import Path

import pytest

from samverkan_desktop.errors import EnvironmentFault
from samverkan_desktop.services import (
    agenda,
    agenda_builder,
    agenda_order,
    attachment,
    attendance,
    call,
    distribution,
    meeting,
)
from samverkan_desktop.vocabulary import (
    AttachmentState,
    DeliveryOutcome,
    DocumentKind,
    ItemKind,
    MeetingStatus,
    Receipt,
    SendingWay,
    Topic,
)
from tests.services.year import DAYS, LAST, NUMBER, Year, contents, refused, topic_item

SENT = date(2018, 8, 28)


def test_a_call_is_three_files_and_an_entry_in_the_log(planned: Year):
    files = planned.call(1, SENT)
    assert [file.name for file in files] == [
        "2018-09-04-kallelse-styrgrupp.pdf",
        "2018-09-04-kallelse-styrgrupp.ics",
        "2018-09-04-kallelse-styrgrupp.eml",
    ]
    (row,) = distribution.log(planned.work)
    assert (row.document, row.file_name, len(row.recipients)) == (DocumentKind.CALL, files[0].name, 6)
    details = meeting.details(planned.work, planned.meeting(1))
    assert (details.status, details.called_on) == (MeetingStatus.CALLED, SENT)
    assert len(attendance.rows(planned.work, planned.meeting(1))) == 6


def test_the_mail_goes_to_the_addresses_of_those_called(planned: Year):
    mail = planned.call(1, SENT)[2].read_text(encoding="utf-8", errors="replace")
    assert "f1@example.org" in mail
    assert "f7@example.org" not in mail


def test_without_an_agenda_nobody_is_called(planned: Year):
    with refused(planned, "Mötet har ingen dagordning. Bygg dagordningen först."):
        call.send(planned.work, planned.meeting(1), planned.folder / "ut")
    assert not (planned.folder / "ut").exists()


def test_the_last_meeting_is_not_called_without_what_it_must_take_up(held: Year):
    agenda_builder.build(held.work, held.meeting(6))
    agenda_order.remove_item(held.work, topic_item(held, 6, Topic.FOLLOW_UP))
    held.at(date(2019, 5, 21))
    with refused(held, "Sista mötet saknar punkten Uppföljning av samverkansavtalet.", rule="R06"):
        call.send(held.work, held.meeting(6), held.folder / "ut")
    assert not (held.folder / "ut").exists()


def test_a_personal_number_in_notes_stops_the_call(planned: Year):
    agenda_builder.build(planned.work, planned.meeting(1))
    agenda.write_notes(planned.work, planned.items(1)[0].id, f"Gäller {NUMBER}.")
    with refused(planned, "Texten ser ut att innehålla ett personnummer.", rule="R11"):
        call.send(planned.work, planned.meeting(1), planned.folder)


def test_a_call_may_be_sent_again(planned: Year):
    planned.call(1, SENT)
    planned.at(date(2018, 8, 30))
    call.send(planned.work, planned.meeting(1), planned.folder)
    content = call.content(planned.work, planned.meeting(1))
    assert (content.sequence, content.issued) == (2, SENT)
    assert [row.sent_at.day for row in distribution.log(planned.work)] == [30, 28]
    assert len(attendance.rows(planned.work, planned.meeting(1))) == 6


def test_a_meeting_that_was_held_is_not_called(held: Year):
    with refused(held, "Mötet är redan hållet eller inställt och kan inte kallas."):
        call.send(held.work, held.meeting(1), held.folder)


def test_a_cancelled_meeting_is_not_called(planned: Year):
    cancelled = planned.meeting(1)
    agenda_builder.build(planned.work, cancelled)
    meeting.cancel(planned.work, cancelled)
    with refused(planned, "Mötet är redan hållet eller inställt och kan inte kallas."):
        call.send(planned.work, cancelled, planned.folder)


def test_where_it_cannot_be_written_nobody_is_called(planned: Year, tmp_path: Path):
    agenda_builder.build(planned.work, planned.meeting(1))
    taken = tmp_path / "ut"
    taken.write_text("en fil")
    before = contents(planned.path)
    with pytest.raises(EnvironmentFault):
        call.send(planned.work, planned.meeting(1), taken)
    assert contents(planned.path) == before


def test_items_have_their_times_when_they_are_planned(planned: Year):
    agenda_builder.build(planned.work, planned.meeting(1))
    for row, minutes in zip(planned.items(1), (5, 10), strict=False):
        agenda.change_item(planned.work, row.id, minutes=minutes)
    items = call.content(planned.work, planned.meeting(1)).items
    assert [(item.starts, item.ends) for item in items[:3]] == [
        (time(13, 0), time(13, 5)), (time(13, 5), time(13, 15)), (None, None),
    ]  # fmt: skip


def test_papers_say_when_they_come(planned: Year):
    item = agenda.add_item(planned.work, planned.meeting(1), "Rapport", kind=ItemKind.DISCUSSION)
    attachment.attach(planned.work, item, "Underlag")
    attachment.attach(planned.work, item, "Rapport", state=AttachmentState.LATER)
    (row,) = call.content(planned.work, planned.meeting(1)).items
    assert row.attachments == ("Bilaga 1 Underlag", "Bilaga 2 Rapport (skickas senare)")
    assert row.kind == "Diskussion"


def test_the_heads_are_called_to_the_last_meeting_only(held: Year):
    assert not any("Förvaltningschef" in line for line in call.content(held.work, held.meeting(5)).called)
    last = call.content(held.work, held.meeting(6)).called
    assert sum("kallas till årets sista möte enligt avtalet" in line for line in last) == 2
    assert len(call.recipients(held.work, held.meeting(6))) == 8
    assert call.content(held.work, held.meeting(6)).day == LAST


def test_an_extra_meeting_says_who_called_it_and_why(held: Year):
    made = meeting.schedule_extra(
        held.work, held.group_id, DAYS[1], initiator_seat_id=held.seats["F2"], reason="En skola upphör."
    )
    content = call.content(held.work, made)
    assert content.initiative == (
        "Initiativ: Utbildningschef grundskola och grundsärskola. Skäl: En skola upphör."
    )
    assert content.occasion == "extra möte, läsåret 2018/2019"


def test_a_call_before_roles_are_given_has_no_sender(planned: Year):
    assert call.content(planned.work, planned.meeting(1)).sender == ""


def test_every_kind_has_its_word():
    assert [call.kind_label(kind) for kind in ItemKind] == ["Information", "Diskussion", "Beslut"]


def test_that_a_call_was_sent_elsewhere_is_noted_with_its_day(planned: Year):
    planned.at(date(2019, 6, 1))
    call.note_sent(planned.work, planned.meeting(1), SENT)
    (row,) = distribution.log(planned.work, planned.meeting(1))
    assert (row.document, row.sent_at.date(), row.file_name) == (DocumentKind.CALL, SENT, "")
    noted = meeting.details(planned.work, planned.meeting(1))
    assert (noted.status, noted.called_on) == (MeetingStatus.CALLED, SENT)
    assert len(attendance.rows(planned.work, planned.meeting(1))) == 6


def test_the_day_of_a_call_is_stated_after_the_meeting_was_held(planned: Year):
    planned.hold(1)
    assert any("2018-09-04 hölls utan" in found.message for found in planned.found("R28"))
    call.note_sent(planned.work, planned.meeting(1), SENT)
    assert not any("2018-09-04 hölls utan" in found.message for found in planned.found("R28"))
    assert meeting.details(planned.work, planned.meeting(1)).status is MeetingStatus.HELD


@pytest.mark.parametrize(
    ("day", "message"), [(date(2018, 9, 5), "Ange en dag som inte är sen"), (date(2018, 10, 1), "framåt")]
)
def test_a_call_was_not_sent_after_the_meeting_nor_tomorrow(planned: Year, day: date, message: str):
    planned.at(date(2018, 9, 10))
    with refused(planned, message, field="on"):
        call.note_sent(planned.work, planned.meeting(1), day)


def test_a_cancelled_meeting_was_not_called(planned: Year):
    cancelled = planned.meeting(1)
    meeting.cancel(planned.work, cancelled)
    with refused(planned, "Mötet är inställt och kan inte kallas."):
        call.note_sent(planned.work, cancelled, SENT)


def test_what_is_composed_is_what_would_be_sent_and_changes_nothing(planned: Year):
    agenda_builder.build(planned.work, planned.meeting(1))
    before = contents(planned.path)
    outgoing = call.compose(planned.work, planned.meeting(1))
    assert contents(planned.path) == before
    assert [name for name, _ in outgoing.files] == [
        "2018-09-04-kallelse-styrgrupp.pdf", "2018-09-04-kallelse-styrgrupp.ics",
    ]  # fmt: skip
    assert outgoing.subject == "Kallelse till styrgruppsmöte för samverkan 2018-09-04"
    assert "till mötet tisdagen den 4 september 2018 kl. 13.00–15.00, Rådhuset." in outgoing.body


def test_composing_refuses_what_sending_would(held: Year):
    agenda_builder.build(held.work, held.meeting(6))
    agenda_order.remove_item(held.work, topic_item(held, 6, Topic.FOLLOW_UP))
    held.at(date(2019, 5, 21))
    with refused(held, "Sista mötet saknar punkten Uppföljning av samverkansavtalet.", rule="R06"):
        call.compose(held.work, held.meeting(6))


def test_a_call_that_has_gone_is_noted_with_what_became_of_it(planned: Year):
    agenda_builder.build(planned.work, planned.meeting(1))
    outgoing = call.compose(planned.work, planned.meeting(1))
    gone = distribution.DeliveryRow(
        "Kvalitetschef", "f4@example.org", Receipt.TO, DeliveryOutcome.REFUSED, "550 okänd"
    )
    call.note_mailed(planned.work, outgoing, SendingWay.SERVER, (gone,))
    (row,) = distribution.log(planned.work)
    assert (row.way, row.deliveries, len(row.recipients)) == (SendingWay.SERVER, (gone,), 6)
    assert meeting.details(planned.work, planned.meeting(1)).status is MeetingStatus.CALLED
    assert len(attendance.rows(planned.work, planned.meeting(1))) == 6
    planned.work.undo()
    assert distribution.log(planned.work) == ()


def test_papers_that_are_enclosed_go_with_the_call(planned: Year, tmp_path: Path):
    file = tmp_path / "Rapport Ö.DOCX"
    file.write_bytes(b"rapport")
    item = agenda.add_item(planned.work, planned.meeting(1), "Rapport", kind=ItemKind.DISCUSSION)
    attachment.attach(planned.work, item, "Årsrapport", file=file)
    attachment.attach(planned.work, item, "Senare", state=AttachmentState.LATER)
    outgoing = call.compose(planned.work, planned.meeting(1))
    assert outgoing.files[2] == ("2018-09-04-kallelse-styrgrupp-bilaga-1-arsrapport.docx", b"rapport")
    assert len(outgoing.files) == 3


def test_those_called_are_asked_by_the_calendar_to_answer_whoever_calls(held: Year):
    content = call.content(held.work, held.meeting(6))
    assert content.organiser is not None
    assert content.organiser.name.startswith("Kvalitetschef")
    assert len(content.attendees) == 8
