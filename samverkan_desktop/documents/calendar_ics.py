"""Calendar entries (.ics) for one meeting or for a year's, which calendars update when sent again."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from samverkan_desktop.clock import LOCAL_ZONE
from samverkan_desktop.documents.call import Call, CallItem
from samverkan_desktop.i18n import clock_span, current_language, numbered, tr

_PRODUCT = "-//Samverkan//Samverkan//SV"


def render(calls: Sequence[Call], stamp: datetime) -> bytes:
    """Return one meeting or several as a calendar file.

    Args:
        calls: the meetings; the `uid` and `sequence` of each let a calendar replace an earlier entry. One
            that is cancelled is taken out of calendars; a file of none but such is a cancellation (RFC 5546
            3.2.5).
        stamp: the instant the file is made, aware.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    # Nobody is asked to answer: those called are functions, whose addresses the call does not know.
    calendar.add("method", "CANCEL" if calls and all(call.cancelled for call in calls) else "PUBLISH")
    calendar.add_component(_zone())
    for call in calls:
        calendar.add_component(_event(call, stamp.astimezone(UTC)))
    return bytes(calendar.to_ical())


def _zone() -> Timezone:
    """Return Swedish time by the rule in force since 1996.

    Not icalendar's own list of every change since 1970: calendars are known to trip over it.
    """
    zone = Timezone()
    zone.add("tzid", LOCAL_ZONE.key)
    winter, summer = timedelta(hours=1), timedelta(hours=2)
    # The last Sunday of both months of 1996, at one o'clock in universal time, as clocks showed it.
    onsets = (datetime.fromisoformat("1996-03-31T02:00"), datetime.fromisoformat("1996-10-27T03:00"))
    for part, name, onset, before, after in (
        (TimezoneDaylight(), "CEST", onsets[0], winter, summer),
        (TimezoneStandard(), "CET", onsets[1], summer, winter),
    ):
        part.add("dtstart", onset)
        part.add("rrule", {"freq": "yearly", "bymonth": onset.month, "byday": "-1SU"})
        part.add("tzname", name)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        zone.add_component(part)
    return zone


def _event(call: Call, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", call.uid)
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", call.sequence)
    event.add("summary", ", ".join(part for part in (call.group, call.occasion) if part))
    event.add("dtstart", _moment(call.day, call.starts))
    if call.starts is None:
        event.add("dtend", call.day + timedelta(days=1))
    elif call.ends is not None:
        event.add("dtend", _moment(call.day, call.ends))
    if call.place:
        event.add("location", call.place)
    event.add("description", _description(call), parameters={"language": current_language()})
    event.add("status", "CANCELLED" if call.cancelled else "CONFIRMED")
    return event


def _moment(day: date, clock: time | None) -> date:
    """Return the time of day in the local zone, or the day alone where no time is decided."""
    return day if clock is None else datetime.combine(day, clock, LOCAL_ZONE)


def _description(call: Call) -> str:
    """Return the agenda as plain text, one item a line."""
    agenda = [_line(item) for item in call.items]
    parts = [
        call.title,
        call.initiative,
        "\n".join([tr("Dagordning:"), *agenda]) if agenda else "",
        "\n".join(call.reminders),
        call.sender,
    ]
    return "\n\n".join(part for part in parts if part)


def _line(item: CallItem) -> str:
    aside = ", ".join(
        part for part in (item.kind, item.presenter, clock_span(item.starts, item.ends)) if part
    )
    return numbered(item.number, item.heading) + (f" ({aside})" if aside else "")
