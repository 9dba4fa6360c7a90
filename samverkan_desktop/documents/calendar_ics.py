"""Calendar entries (.ics) for one meeting or for a year's, which calendars update when sent again."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import quote

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vCalAddress

from samverkan_desktop.clock import LOCAL_ZONE
from samverkan_desktop.documents.call import Attendee, Call, CallItem
from samverkan_desktop.documents.clean import clean
from samverkan_desktop.i18n import clock_span, current_language, numbered, tr
from samverkan_desktop.mail_address import MailAddress

#: What may stand in an address in a link as it is (RFC 6068 2).
_AS_IT_IS = "@+-._~!$'*"
_PRODUCT = "-//Samverkan//Samverkan//SV"


def method_of(calls: Sequence[Call], *, asks: bool) -> str:
    """Return what a calendar file does (RFC 5546 3.2).

    It asks those called to come, where it is one meeting's and somebody's address is known to ask and to
    answer to; takes a cancelled one out of calendars; and else tells of what there is.

    Args:
        calls: the meetings.
        asks: whether the file goes to those called, and not to whoever wants to see what there is.
    """
    if len(calls) != 1:
        return "PUBLISH"
    if calls[0].cancelled:
        return "CANCEL"
    return "REQUEST" if asks and calls[0].organiser and calls[0].attendees else "PUBLISH"


def render(calls: Sequence[Call], stamp: datetime, *, asks: bool = False) -> bytes:
    """Return one meeting or several as a calendar file.

    Args:
        calls: the meetings; the `uid` and `sequence` of each let a calendar replace an earlier entry. One
            that is cancelled is taken out of calendars.
        stamp: the instant the file is made, aware.
        asks: whether it goes to those called, who are asked to answer.
    """
    method = method_of(calls, asks=asks)
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    calendar.add_component(_zone())
    for call in clean(tuple(calls)):
        event = _event(call, stamp.astimezone(UTC))
        _add_people(event, call, method)
        calendar.add_component(event)
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


def _add_people(event: Event, call: Call, method: str) -> None:
    """Add who calls, and who is called; a file that only tells names nobody called (RFC 5546 3.2.1)."""
    if call.organiser is None:
        return
    event.add("organizer", _person(call.organiser))
    if method == "PUBLISH":
        return
    for each in call.attendees:
        leads = each.address.casefold() == call.organiser.address.casefold()
        person = _person(each)
        person.params["cutype"] = "INDIVIDUAL"
        person.params["role"] = "CHAIR" if leads else _role(each)
        person.params["partstat"] = "ACCEPTED" if leads else "NEEDS-ACTION"
        answers = method == "REQUEST" and not leads and not each.informed
        person.params["rsvp"] = "TRUE" if answers else "FALSE"
        event.add("attendee", person)


def _person(who: Attendee) -> vCalAddress:
    person = vCalAddress("mailto:" + quote(MailAddress(who.address).wire, safe=_AS_IT_IS))
    # A double quote may not stand in a parameter, whatever is done to it (RFC 5545 3.2).
    person.params["cn"] = who.name.replace('"', "'")
    return person


def _role(each: Attendee) -> str:
    if each.informed:
        return "NON-PARTICIPANT"
    return "REQ-PARTICIPANT" if each.required else "OPT-PARTICIPANT"


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
