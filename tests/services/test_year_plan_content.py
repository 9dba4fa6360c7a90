"""The plan of a working year to print: meetings, the wheel, and whether it has been decided."""

from samverkan_desktop.documents import year_plan_pdf
from samverkan_desktop.services import meeting, year_plan_content
from tests.documents.pdf_reading import reader, stand_in_order, text_of
from tests.services.year import DAYS, PERIOD, Year


def test_it_has_the_years_meetings_and_the_wheel(planned: Year):
    plan = year_plan_content.content(planned.work, 1, PERIOD)
    assert plan.title == "Årsplan 2018/2019"
    assert [each.day for each in plan.meetings] == list(DAYS)
    assert [each.name for each in plan.meetings] == ["1", "2", "3", "4", "5", "6"]
    assert len(plan.wheel.marks) == 6
    assert plan.state == ("Styrgruppen: utkast, inte beslutad än.",)


def test_what_has_been_decided_and_held_is_said(held: Year):
    plan = year_plan_content.content(held.work, 1, PERIOD, held.group_id)
    assert plan.meetings[0].remark == "hållet"
    assert plan.state[0].startswith("Styrgruppen: beslutad 2018-09-04, 2018/19-")
    assert plan.group.startswith("Styrgruppen")


def test_a_cancelled_meeting_is_left_out(held: Year):
    meeting.cancel(held.work, held.meeting(6))
    assert len(year_plan_content.content(held.work, 1, PERIOD).meetings) == 5


def test_it_is_printed_on_one_page(planned: Year):
    file = year_plan_pdf.render(year_plan_content.content(planned.work, 1, PERIOD))
    assert len(reader(file).pages) == 1
    assert stand_in_order(text_of(file), "Årsplan 2018/2019", "Möte", "Dag", "Tisdagen den 4 september 2018")
