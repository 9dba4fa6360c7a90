"""The year is planned, meetings are added, moved and cancelled, and every mistake is told at its field."""

from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from samverkan_desktop.services import adoption, group, meeting, school_break, year_plan
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.pages.meetings.in_place import InPlaceForm
from samverkan_desktop.ui.pages.meetings.new_meeting import ExtraMeetingPanel
from samverkan_desktop.ui.pages.meetings.page import MeetingsPage
from samverkan_desktop.ui.pages.meetings.plan_panel import PlanPanel
from samverkan_desktop.ui.pages.meetings.steps import At
from samverkan_desktop.ui.widgets.fields import TextField
from samverkan_desktop.vocabulary import MeetingKind, MeetingStatus
from tests.ui import hands
from tests.ui.conftest import Recorded
from tests.ui.pages.meetings.looking import said_at
from tests.ui.year import DAYS, PERIOD, Year


def days(page: MeetingsPage) -> list[str]:
    model = page.table.view.model()
    return [model.index(row, 2).data() for row in range(model.rowCount())]


@pytest.fixture
def planning(page: MeetingsPage) -> PlanPanel:
    page.lay_plan()
    assert isinstance(page.panel, PlanPanel)
    page.panel.form.field("period").set_value("2019/2020")
    page.panel.form.field("period").committed.emit("2019/2020")
    return page.panel


def test_the_year_is_listed_in_order(page: MeetingsPage):
    assert days(page) == [str(day) for day in DAYS]


def test_a_plan_proposes_the_year_before_on_the_same_weekdays(planning: PlanPanel):
    proposed = planning.days.days()
    assert len(proposed) == 6
    assert proposed[0] == date(2019, 9, 3)
    assert said_at(planning, "6 av 6 möten som avtalet kräver")


def test_the_way_to_a_year_plan_opens_its_panel(page: MeetingsPage):
    page.open("plan:2019/2020")
    assert isinstance(page.panel, PlanPanel)
    assert page.panel.form.values()["period"] == "2019/2020"
    assert len(page.panel.days.days()) == 6


def test_a_weekend_is_told_but_not_refused(planning: PlanPanel):
    planning.days.rows()[0].field.setText("2019-09-07")
    assert planning.days.rows()[0].told.text().endswith("Dagen är en lördag.")


def test_too_few_days_are_counted(planning: PlanPanel):
    planning.days.rows()[0].field.setText("")
    assert said_at(planning, "5 av 6 möten som avtalet kräver")


def test_a_plan_is_saved_as_a_draft_and_its_year_shown(planning: PlanPanel, page: MeetingsPage):
    planning.form.field("starts").setText("13.00")
    planning.form.field("ends").setText("15.00")
    hands.type_text(planning.form.field("place"), "Rådhuset, rum Åsen")
    hands.picture(page.window(), "meetings-plan")
    hands.press(planning, "Spara som utkast")
    assert page.context.period() == "2019/2020"
    assert len(days(page)) == 6
    made = meeting.listing(page.context.workspace, "2019/2020")
    assert {row.place for row in made} == {"Rådhuset, rum Åsen"}
    assert page.panel is None


def test_a_plan_with_a_day_outside_the_year_is_refused_under_the_days(planning: PlanPanel):
    planning.days.rows()[0].field.setText("2018-09-04")
    hands.press(planning, "Spara som utkast")
    assert said_at(planning, "ligger utanför 2019/2020")


def test_a_plan_whose_day_cannot_be_read_is_refused(planning: PlanPanel):
    planning.days.rows()[2].field.setText("någon tisdag")
    hands.press(planning, "Spara som utkast")
    assert said_at(planning, "Rätta datumet som inte går att läsa.")


def test_the_drafting_can_be_undone(planning: PlanPanel, page: MeetingsPage):
    hands.press(planning, "Spara som utkast")
    page.context.workspace.undo()
    assert days(page) == []


@pytest.fixture
def extra(page: MeetingsPage) -> ExtraMeetingPanel:
    page.add_extra()
    assert isinstance(page.panel, ExtraMeetingPanel)
    return page.panel


def test_an_extra_meeting_without_who_calls_it_is_refused_at_the_field(
    extra: ExtraMeetingPanel, page: MeetingsPage
):
    hands.press(extra, "Lägg in extra möte")
    assert said_at(extra, "Ange vad som inträffat och vilken funktion som kallar.")
    assert extra.form.field("initiator_seat_id").property("wrong")
    hands.picture(page.window(), "meetings-extra-refused")


def test_an_extra_meeting_without_a_reason_is_refused_at_the_field(extra: ExtraMeetingPanel, begun: Year):
    extra.form.field("initiator_seat_id").set_value(begun.seat("Utbildningschef grundskola").id)
    hands.press(extra, "Lägg in extra möte")
    assert extra.form.field("reason").property("wrong")


def test_an_extra_meeting_without_a_day_is_refused_at_the_field(extra: ExtraMeetingPanel, begun: Year):
    extra.form.field("initiator_seat_id").set_value(begun.seat("Utbildningschef grundskola").id)
    hands.type_text(extra.form.field("reason"), "En skola upphör.")
    hands.press(extra, "Lägg in extra möte")
    assert extra.form.field("day").property("wrong")


def test_an_extra_meeting_is_made_and_opened(extra: ExtraMeetingPanel, page: MeetingsPage, begun: Year):
    extra.form.field("initiator_seat_id").set_value(begun.seat("Utbildningschef grundskola").id)
    hands.type_text(extra.form.field("reason"), "En fristående skola upphör vid årsskiftet.")
    hands.type_text(extra.form.field("day"), "2019-04-11")
    hands.press(extra, "Lägg in extra möte")
    state = page.workspace.state
    assert state is not None
    assert state.meeting.kind is MeetingKind.EXTRA
    assert state.meeting.initiator.startswith("Utbildningschef grundskola")


def test_one_more_meeting_is_made(page: MeetingsPage):
    page.add_meeting()
    assert page.panel is not None
    hands.type_text(page.panel.form.field("day"), "2019-06-11")
    hands.press(page.panel, "Lägg in mötet")
    page.show_list()
    assert days(page)[-1] == "2019-06-11"


def test_a_meeting_is_moved_in_place(page: MeetingsPage, begun: Year):
    page.open(f"meeting:{begun.meetings[4]}")
    page.workspace.go(At.PLAN)
    field = page.workspace.plan.form.field("day")
    field.setText("2019-03-28")
    field.commit()
    assert meeting.details(begun.work, begun.meetings[4]).day == date(2019, 3, 28)


def test_a_day_outside_the_agreement_is_refused_at_the_field(page: MeetingsPage, begun: Year):
    page.open(f"meeting:{begun.meetings[4]}")
    page.workspace.go(At.PLAN)
    field = page.workspace.plan.form.field("day")
    field.setText("2031-03-28")
    field.commit()
    assert said_at(page.workspace.plan, "utanför avtalets tid")


def test_a_meeting_is_cancelled_and_that_undone(page: MeetingsPage, begun: Year, recorded: Recorded):
    page.open(f"meeting:{begun.meetings[4]}")
    page.workspace.go(At.PLAN)
    hands.press(page.workspace, "Ställ in mötet")
    why = page.workspace.plan.findChild(InPlaceForm)
    assert why is not None
    hands.type_text(why.form.field("reason"), "Samordnas med nästa möte.")
    hands.picture(page.window(), "meetings-cancel")
    hands.press(page.workspace, "Ställ in mötet")
    row = meeting.details(begun.work, begun.meetings[4])
    assert (row.status, row.reason) == (MeetingStatus.CANCELLED, "Inställt: Samordnas med nästa möte.")
    assert recorded.said[-1][1]
    assert said_at(page.workspace.plan, "Mötet är inställt.\nInställt: Samordnas med nästa möte.")
    begun.work.undo()
    assert meeting.details(begun.work, begun.meetings[4]).status is MeetingStatus.PLANNED


def test_a_meeting_that_was_taken_back_leads_to_the_list(page: MeetingsPage, begun: Year):
    page.open(f"meeting:{meeting.schedule(begun.work, begun.group_id, date(2019, 6, 11))}")
    begun.work.undo()
    assert page.list.isVisible()


def test_the_page_asked_for_again_shows_the_list(page: MeetingsPage, begun: Year):
    page.open(f"meeting:{begun.meetings[4]}")
    page.begin_again()
    assert page.list.isVisible()


def test_a_year_without_meetings_says_what_to_do(page: MeetingsPage, qtbot: QtBot):
    page.context.scope.choose_period("2020/2021")
    assert said_at(page, "Börja med att lägga upp årsplanen.")
    hands.picture(page.window(), "meetings-empty")


def test_the_groups_of_an_agreement_can_be_planned(work: Workspace):
    adoption.adopt(work, "trelleborg")
    assert [each.name for each in group.groups(work)] == ["Styrgruppen"]


def choose(panel: PlanPanel, name: str, value: object) -> None:
    """Choose in a field of the panel as a hand does."""
    field = panel.form.field(name)
    field.set_value(value)
    field.committed.emit(value)


def test_a_weekday_and_a_pattern_are_proposed(planning: PlanPanel):
    choose(planning, "weekdays", [3])
    choose(planning, "nth", 1)
    assert len(planning.days.days()) == 6
    assert all(day.weekday() == 3 and day.day <= 7 for day in planning.days.days())


def test_another_number_of_meetings_is_proposed(planning: PlanPanel):
    choose(planning, "count", 8)
    assert len(planning.days.days()) == 8
    assert said_at(planning, "8 av 6 möten som avtalet kräver")


def test_the_time_is_that_of_the_last_meeting(planning: PlanPanel):
    values = planning.form.values()
    assert (values["starts"], values["ends"]) == (time(13), time(15))


def test_breaks_are_pasted_and_the_proposal_keeps_clear_of_them(planning: PlanPanel, page: MeetingsPage):
    planning.breaks.text.setPlainText("Höstlov v. 42\nSportlov v. 9")
    hands.press(planning, "Lägg till lov")
    hands.picture(page.window(), "meetings-plan-breaks")
    assert len(planning.breaks.rows) == 2
    assert date(2019, 10, 15) not in planning.days.days()
    assert len(school_break.listing(page.context.workspace, 1, "2019/2020")) == 2


def test_a_day_that_one_has_written_stays_and_says_that_it_lies_in_a_break(planning: PlanPanel):
    field = planning.days.rows()[0].field
    field.selectAll()
    hands.type_text(field, "2020-02-25")
    planning.breaks.text.setPlainText("Sportlov v. 9")
    hands.press(planning, "Lägg till lov")
    assert date(2020, 2, 25) in planning.days.days()
    assert said_at(planning, "Dagen ligger i Sportlov.")


def test_a_day_that_was_chosen_in_a_calendar_stays_when_the_time_is_changed(planning: PlanPanel):
    field = planning.days.rows()[0].field
    field.setText("2019-09-05")
    field.commit()
    choose(planning, "starts", time(9))
    assert planning.days.days()[0] == date(2019, 9, 5)


def test_a_break_that_cannot_be_read_is_said(planning: PlanPanel):
    planning.breaks.text.setPlainText("någon gång")
    hands.press(planning, "Lägg till lov")
    assert said_at(planning, "Rad 1: skriv lovets namn och dagar")


def test_a_break_is_changed_and_taken_away_in_place(planning: PlanPanel, page: MeetingsPage):
    work = page.context.workspace
    school_break.paste(work, 1, "2019/2020", "Sportlov v. 9")
    choose(planning, "period", "2019/2020")
    title = planning.breaks.rows[0].findChildren(TextField)[0]
    title.setText("Vinterlov")
    title.commit()
    assert school_break.listing(work, 1)[0].title == "Vinterlov"
    buttons = planning.breaks.rows[0].findChildren(QToolButton)
    next(each for each in buttons if each.accessibleName() == "Ta bort Vinterlov").click()
    assert school_break.listing(work, 1) == ()


def test_a_meeting_moved_to_a_holiday_says_so_and_is_moved(page: MeetingsPage, begun: Year):
    page.open(f"meeting:{begun.meetings[4]}")
    page.workspace.go(At.PLAN)
    field = page.workspace.plan.form.field("day")
    field.setText("2019-04-19")
    field.commit()
    assert meeting.details(begun.work, begun.meetings[4]).day == date(2019, 4, 19)
    assert said_at(page.workspace.plan, "Dagen är långfredagen.")


def test_a_new_meeting_on_an_eve_says_so_before_it_is_made(page: MeetingsPage):
    page.add_meeting()
    assert page.panel is not None
    day = page.panel.form.field("day")
    hands.type_text(day, "2019-04-30")
    day.commit()
    assert said_at(page.panel, "Dagen är valborgsmässoafton.")


def test_a_decided_plan_says_what_has_been_changed_since(page: MeetingsPage, begun: Year):
    work = begun.work
    plan = year_plan.plan_row(work, begun.group_id, PERIOD)
    assert plan is not None
    year_plan.decide(work, plan.id, begun.decide(1, "Årsplanen", "Planen fastställs."))
    meeting.change(work, begun.meetings[5], day=date(2019, 6, 4))
    page.open(f"plan:{PERIOD}")
    assert page.panel is not None
    assert said_at(
        page.panel, "Den har ändrats efter beslutet:\nMötet 2019-05-28 har flyttats till 2019-06-04."
    )
    hands.picture(page.window(), "meetings-plan-changed")


def test_a_plan_is_written_as_one_calendar_file(page: MeetingsPage, tmp_path: Path, qtbot: QtBot):
    page.open(f"plan:{PERIOD}")
    assert isinstance(page.panel, PlanPanel)
    page.panel.files.choose_folder = lambda: tmp_path
    page.panel.files.start()
    qtbot.waitUntil(lambda: not page.context.tasks.busy)
    (path,) = tmp_path.glob("*.ics")
    assert path.read_bytes().count(b"BEGIN:VEVENT") == 6
