from datetime import date

from samverkan_desktop.services import meeting, school_break
from samverkan_desktop.services.year_calendar import YearCalendar, year_calendar
from tests.services.year import DAYS, PERIOD, Year


def shown(year: Year, group_id: int | None = None) -> YearCalendar:
    return year_calendar(year.work, 1, PERIOD, meeting.listing(year.work, PERIOD, 1, group_id))


def test_meetings_lie_on_their_days(planned: Year):
    calendar = shown(planned)
    assert [day for day, each in sorted(calendar.days.items()) if each.meetings] == list(DAYS)
    assert calendar.of(DAYS[0]).text == ("tis 4 sep. 2018: Möte 1 av 6, Styrgruppen, kl. 13.00–15.00.")
    assert calendar.today == date(2018, 8, 20)


def test_a_day_of_which_nothing_is_kept_has_its_name(planned: Year):
    calendar = shown(planned)
    assert calendar.of(date(2018, 12, 25)).text == "tis 25 dec. 2018, juldagen"
    assert calendar.of(date(2019, 4, 30)).eve == "valborgsmässoafton"


def test_a_break_lies_on_each_of_its_days(planned: Year):
    school_break.paste(planned.work, 1, PERIOD, "Jullov v. 52–1")
    days = shown(planned).days
    assert days[date(2018, 12, 24)].breaks == days[date(2019, 1, 4)].breaks == ("Jullov",)
    assert date(2019, 1, 5) not in days


def test_what_is_cancelled_is_not_there_and_what_was_held_is_not_moved(held: Year):
    meeting.cancel(held.work, held.meeting(6))
    calendar = shown(held)
    assert DAYS[5] not in calendar.days
    assert [calendar.of(day).meetings[0].movable for day in DAYS[:3]] == [False, True, True]


def test_another_groups_meetings_are_left_out_where_one_is_shown(held: Year):
    crew = held.crew(1)
    meeting.schedule(held.work, crew, date(2018, 11, 20))
    assert date(2018, 11, 20) in shown(held).days
    assert date(2018, 11, 20) not in shown(held, held.group_id).days


def test_a_working_year_has_twelve_months(planned: Year):
    months = shown(planned).months()
    assert (len(months), months[0], months[-1]) == (12, date(2018, 7, 1), date(2019, 6, 1))
