"""Invitations: who calls and who is called, read back by another library than the one that wrote them."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
import vobject

from samverkan_desktop.documents import calendar_ics
from samverkan_desktop.documents.call import Attendee, Call
from tests.documents import pdf_contents as contents
from tests.documents.golden_files import expected

STAMP = datetime(2019, 5, 21, 8, 30, tzinfo=UTC)
CONVENOR = Attendee("Kvalitetschef, Åsa Öberg", "asa.oberg@kommun.example")
CALLED = (
    CONVENOR,
    Attendee('Utbildningschef för gymnasiet; "vux", Bo Ek', "bo.ek@malmö.example"),
    Attendee("Verksamhetsutvecklare", "vu@kommun.example", required=False),
    Attendee("Ersättare för utbildningschefen", "ers@kommun.example", informed=True),
)


def invitation(**changes: object) -> Call:
    return replace(contents.meeting_six(), organiser=CONVENOR, attendees=CALLED, **changes)  # type: ignore[arg-type]  fields of a call


def read(file: bytes) -> vobject.base.Component:
    return vobject.readOne(file.decode())


def test_those_called_are_asked_to_answer_to_the_one_who_calls():
    calendar = read(calendar_ics.render((invitation(),), STAMP, asks=True))
    assert calendar.method.value == "REQUEST"
    organiser = calendar.vevent.organizer
    assert (organiser.value, organiser.params["CN"]) == (
        "mailto:asa.oberg@kommun.example", ["Kvalitetschef, Åsa Öberg"],
    )  # fmt: skip
    people = [
        (each.value, each.params["ROLE"][0], each.params["PARTSTAT"][0], each.params["RSVP"][0])
        for each in calendar.vevent.attendee_list
    ]
    assert people == [
        ("mailto:asa.oberg@kommun.example", "CHAIR", "ACCEPTED", "FALSE"),
        ("mailto:bo.ek@xn--malm-8qa.example", "REQ-PARTICIPANT", "NEEDS-ACTION", "TRUE"),
        ("mailto:vu@kommun.example", "OPT-PARTICIPANT", "NEEDS-ACTION", "TRUE"),
        ("mailto:ers@kommun.example", "NON-PARTICIPANT", "NEEDS-ACTION", "FALSE"),
    ]


def test_a_name_with_marks_of_its_own_is_one_name():
    calendar = read(calendar_ics.render((invitation(),), STAMP, asks=True))
    assert calendar.vevent.attendee_list[1].params["CN"] == ["Utbildningschef för gymnasiet; 'vux', Bo Ek"]


def test_who_only_looks_at_the_calendar_is_not_told_who_is_called():
    calendar = read(calendar_ics.render((invitation(),), STAMP))
    assert calendar.method.value == "PUBLISH"
    assert calendar.vevent.organizer.value == "mailto:asa.oberg@kommun.example"
    assert "attendee" not in calendar.vevent.contents


def test_a_years_file_asks_nobody():
    calls = (invitation(), replace(invitation(), uid="another"))
    calendar = read(calendar_ics.render(calls, STAMP, asks=True))
    assert calendar.method.value == "PUBLISH"
    assert all("attendee" not in each.contents for each in calendar.vevent_list)


@pytest.mark.parametrize("missing", [{"organiser": None}, {"attendees": ()}])
def test_without_addresses_a_call_tells_and_asks_nobody(missing: dict[str, object]):
    call = replace(invitation(), **missing)  # type: ignore[arg-type]  fields of a call
    assert read(calendar_ics.render((call,), STAMP, asks=True)).method.value == "PUBLISH"


def test_a_cancelled_meeting_is_taken_back_from_everyone_called():
    file = calendar_ics.render((invitation(cancelled=True, sequence=3),), STAMP, asks=True)
    calendar = read(file)
    assert calendar.method.value == "CANCEL"
    assert (calendar.vevent.sequence.value, calendar.vevent.status.value) == ("3", "CANCELLED")
    assert {each.params["RSVP"][0] for each in calendar.vevent.attendee_list} == {"FALSE"}
    assert len(calendar.vevent.attendee_list) == len(CALLED)


@pytest.mark.parametrize(
    ("day", "offset"),
    [(date(2019, 3, 30), 1), (date(2019, 3, 31), 2), (date(2019, 10, 26), 2), (date(2019, 10, 27), 1)],
)
def test_the_meeting_is_at_its_own_time_on_both_sides_of_daylight_saving(day: date, offset: int):
    call = invitation(day=day, starts=time(13), ends=time(15))
    event = read(calendar_ics.render((call,), STAMP, asks=True)).vevent
    start = event.dtstart.value
    assert (start.hour, start.utcoffset().total_seconds() / 3600) == (13, offset)


def test_no_line_is_longer_than_calendars_may_read():
    file = calendar_ics.render((invitation(),), STAMP, asks=True)
    assert max(len(line) for line in file.split(b"\r\n")) <= 75
    assert file.count(b"\n") == file.count(b"\r\n")


def test_the_invitation_is_as_it_was():
    file = calendar_ics.render((invitation(sequence=1),), STAMP, asks=True).decode().replace("\r\n", "\n")
    assert file == expected("invitation.txt", file)
