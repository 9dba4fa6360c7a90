from datetime import date

import pytest

from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import level_report, meeting
from samverkan_desktop.services.level_report import LevelReportRow
from tests.services.levels import above
from tests.services.registers import AGREEMENT, demand
from tests.services.year import HOLDS_NUMBER, NUMBER, Year, refused

TEXT = "Läget i arbetet med skolfrånvaro."
DAY = date(2018, 9, 20)


@pytest.fixture
def top(planned: Year) -> int:
    """A group above the steering group, in October."""
    made = above(planned)
    planned.at(date(2018, 10, 5))
    return made


def report(year: Year, superior: int, **values: object) -> int:
    return level_report.report(year.work, year.group_id, superior, TEXT, **values)  # type: ignore[arg-type]  as a form gives them


def rows(year: Year) -> tuple[LevelReportRow, ...]:
    return level_report.listing(year.work, AGREEMENT)


def test_a_report_upwards_is_noted_with_its_day(planned: Year, top: int):
    report(planned, top, reported_on=DAY)
    (shown,) = rows(planned)
    assert (shown.group, shown.superior, shown.reported_on, shown.text, shown.meeting_id) == (
        "Styrgruppen", "2+2-mötet", DAY, TEXT, None,
    )  # fmt: skip


def test_a_report_at_a_meeting_is_of_its_day(planned: Year, top: int):
    at = meeting.schedule(planned.work, top, DAY)
    report(planned, top, meeting_id=at)
    assert (rows(planned)[0].reported_on, rows(planned)[0].meeting_day) == (DAY, DAY)


def test_reports_are_asked_for(planned: Year, top: int):
    demand(planned, "level_report", {"count": 1, "per": "working_year"})
    assert planned.statuses("R48") == [Status.UPCOMING]
    made = report(planned, top, reported_on=DAY)
    assert planned.statuses("R48") == [Status.FULFILLED]
    level_report.remove(planned.work, made)
    assert planned.statuses("R48") == [Status.UPCOMING]


def test_a_report_that_cannot_be_is_refused(planned: Year, top: int):
    with refused(planned, "Skriv vad som redovisades.", field="text"):
        level_report.report(planned.work, planned.group_id, top, " ")
    with refused(planned, HOLDS_NUMBER, field="text", rule="R11"):
        level_report.report(planned.work, planned.group_id, top, NUMBER)
    with refused(planned, "2+2-mötet svarar inte inför Styrgruppen.", field="superior_id"):
        level_report.report(planned.work, top, planned.group_id, TEXT)
    with refused(planned, "ligger framåt i tiden", field="reported_on"):
        report(planned, top, reported_on=date(2018, 10, 6))
    with refused(planned, "Välj ett möte i den grupp som redovisningen gäller.", field="meeting_id"):
        report(planned, top, meeting_id=planned.meeting(1))


def test_the_day_is_that_of_the_meeting(planned: Year, top: int):
    made = report(planned, top, meeting_id=meeting.schedule(planned.work, top, DAY))
    with refused(planned, "Mötet är 2018-09-20.", field="reported_on"):
        level_report.change(planned.work, made, reported_on=date(2018, 9, 21))


def test_a_report_is_corrected(planned: Year, top: int):
    made = report(planned, top, reported_on=DAY)
    level_report.change(planned.work, made, text=" Kort. ", reported_on=date(2018, 9, 21))
    assert (rows(planned)[0].text, rows(planned)[0].reported_on) == ("Kort.", date(2018, 9, 21))
    with refused(planned, HOLDS_NUMBER, field="text", rule="R11"):
        level_report.change(planned.work, made, text=NUMBER)


def test_reports_are_listed_by_group(planned: Year, top: int):
    other = above(planned, "Ledningsgruppen")
    report(planned, top, reported_on=DAY)
    report(planned, other, reported_on=DAY)
    listed = level_report.listing(planned.work, AGREEMENT, superior_id=other)
    assert [each.superior for each in listed] == ["Ledningsgruppen"]
    assert len(level_report.listing(planned.work, AGREEMENT, group_id=planned.group_id)) == 2
