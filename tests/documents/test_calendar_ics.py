from dataclasses import replace
from datetime import UTC, date, datetime

from icalendar import Calendar, Event

from samverkan_desktop.clock import LOCAL_ZONE
from samverkan_desktop.documents import calendar_ics
from tests.documents import pdf_contents as contents

STAMP = datetime(2019, 5, 21, 8, 30, tzinfo=UTC)


def event_of(file: bytes) -> Event:
    (event,) = Calendar.from_ical(file).events
    return event


def test_meeting_begins_and_ends_at_the_local_time_of_day():
    event = event_of(calendar_ics.render((contents.meeting_six(),), STAMP))
    assert event.start == datetime(2019, 5, 28, 13, 0, tzinfo=LOCAL_ZONE)
    assert event.end == datetime(2019, 5, 28, 16, 0, tzinfo=LOCAL_ZONE)


def test_summer_and_winter_time_are_both_right_by_the_files_own_zone():
    zone = Calendar.from_ical(calendar_ics.render((contents.meeting_six(),), STAMP)).timezones[0].to_tz()
    offsets = [datetime(2019, month, 28, 13, tzinfo=zone).utcoffset() for month in (1, 5)]
    assert [offset.total_seconds() / 3600 for offset in offsets if offset] == [1, 2]


def test_entry_is_known_by_the_calls_uid_and_sequence():
    call = replace(contents.meeting_six(), sequence=2)
    event = event_of(calendar_ics.render((call,), STAMP))
    assert event["uid"] == call.uid
    assert event["sequence"] == 2


def test_entry_bears_the_instant_handed_in():
    assert event_of(calendar_ics.render((contents.meeting_six(),), STAMP)).DTSTAMP == STAMP


def test_entry_says_what_and_where():
    event = event_of(calendar_ics.render((contents.meeting_six(),), STAMP))
    assert event["summary"] == f"{contents.GROUP}, möte 6 av 6, läsåret 2018/2019"
    assert event["location"] == "Sammanträdesrum Eken"


def test_description_holds_the_agenda_and_the_reminders():
    description = str(event_of(calendar_ics.render((contents.meeting_six(),), STAMP))["description"])
    assert "5. Uppföljning av samverkansavtalet läsåret 2018/2019 (Beslut, " in description
    assert "13. Mötet avslutas" in description
    assert contents.INDIVIDUAL_CASES in description


def test_description_of_an_extra_meeting_says_why():
    description = str(event_of(calendar_ics.render((contents.extra_meeting(),), STAMP))["description"])
    assert contents.extra_meeting().initiative in description


def test_meeting_without_a_time_takes_the_whole_day():
    event = event_of(calendar_ics.render((contents.bare_call(),), STAMP))
    assert event.start == date(2019, 5, 28)
    assert event.end == date(2019, 5, 29)


def test_plan_holds_every_meeting_and_one_zone():
    file = calendar_ics.render((contents.meeting_six(), contents.extra_meeting()), STAMP)
    calendar = Calendar.from_ical(file)
    assert [event["uid"] for event in calendar.events] == [
        contents.meeting_six().uid,
        contents.extra_meeting().uid,
    ]
    assert len(calendar.timezones) == 1


def test_two_renders_are_the_same_to_the_byte():
    call = contents.meeting_six()
    assert calendar_ics.render((call,), STAMP) == calendar_ics.render((call,), STAMP)


def test_a_cancelled_meeting_is_taken_out_of_calendars():
    call = replace(contents.meeting_six(), cancelled=True, sequence=1)
    calendar = Calendar.from_ical(calendar_ics.render((call,), STAMP))
    assert (calendar["method"], calendar.events[0]["status"]) == ("CANCEL", "CANCELLED")


def test_a_plan_in_which_one_meeting_is_cancelled_is_still_published():
    calls = (replace(contents.meeting_six(), cancelled=True), contents.extra_meeting())
    calendar = Calendar.from_ical(calendar_ics.render(calls, STAMP))
    assert calendar["method"] == "PUBLISH"
    assert [event["status"] for event in calendar.events] == ["CANCELLED", "CONFIRMED"]
