"""The guide: begun when an agreement is adopted, answered in part, left, taken up again, and undone."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from samverkan_desktop.services import agreement, agreement_writing, group, meeting, party
from samverkan_desktop.services.guide import Question
from samverkan_desktop.ui.colours import Look
from samverkan_desktop.ui.pages.agreement.guide import Guide
from samverkan_desktop.ui.pages.agreement.guide_holders import HoldersAnswer
from samverkan_desktop.ui.pages.agreement.page import AgreementPage
from samverkan_desktop.ui.theme import Theme
from samverkan_desktop.ui.widgets.entry import Entry
from samverkan_desktop.ui.widgets.fields import TextField
from samverkan_desktop.vocabulary import AgreementKind, HolderState, Word, WorkingYear
from tests.journeys.tree import faults
from tests.ui import hands
from tests.ui.conftest import Recorded
from tests.ui.year import Shown

LIST = (
    "Ada Alm (Kvalitetschef) <ada.alm@kommun.se>; Bo Björk, Utbildningschef förskola <bo.bjork@kommun.se>; "
    "Cai Ceder <cai.ceder@kommun>"
)


@pytest.fixture
def page(opened: Callable[[], AgreementPage]) -> AgreementPage:
    made = opened()
    hands.press(made, "Använd Trelleborgsmodellen")
    return made


def form(guide: Guide) -> Entry:
    assert isinstance(guide.answer, Entry)
    return guide.answer


def pasted(guide: Guide, text: str) -> HoldersAnswer:
    guide.ask(Question.HOLDERS)
    answer = guide.answer
    assert isinstance(answer, HoldersAnswer)
    answer.text.setPlainText(text)
    hands.press(answer, "Läs listan")
    return answer


def test_adopting_begins_the_guide_with_what_the_template_says(page: AgreementPage):
    assert page.guide.isVisible()
    assert page.guide.question is Question.MUNICIPALITY
    assert form(page.guide).form.value("municipality")
    names = [b.accessibleName() for b in page.guide.stepper._buttons.values()]
    assert names == [
        "1. Kommun, här är du", "2. Parter, klart", "3. Funktioner, klart", "4. Innehavare, kvar",
        "5. Första mötet, kvar",
    ]  # fmt: skip


def test_an_answer_leads_to_the_next_and_is_one_step_to_undo(
    page: AgreementPage, given: Shown, recorded: Recorded
):
    work = given.context.workspace
    before = agreement.head(work, 1).municipality
    field = form(page.guide).form.field("municipality")
    assert isinstance(field, TextField)
    field.setText("Åby kommun")
    hands.press(page.guide, "Spara svaret")
    assert agreement.head(work, 1).municipality == "Åby kommun"
    assert page.guide.question is Question.PARTIES
    assert recorded.said == [("Svaret är sparat.", True)]
    work.undo()
    assert agreement.head(work, 1).municipality == before


def test_every_question_can_be_passed_over(page: AgreementPage, given: Shown):
    for _ in Question:
        hands.press(page.guide, "Hoppa över")
    assert page.guide.question is None
    hands.press(page.guide, "Till översikten")
    hands.press(page.guide, "Lägg upp årsplanen")
    assert given.targets == ["overview", "plan:2018/2019"]


def test_it_is_left_and_taken_up_where_an_answer_is_missing(page: AgreementPage):
    hands.press(page.guide, "Fortsätt senare")
    assert page.head.name.isVisible()
    page.open("guide")
    assert page.guide.isVisible()
    assert page.guide.question is Question.HOLDERS


def test_asking_for_the_page_by_name_leaves_the_guide(page: AgreementPage):
    page.begin_again()
    assert page.head.name.isVisible()


def test_parties_are_renamed_and_added(page: AgreementPage, given: Shown):
    page.guide.ask(Question.PARTIES)
    first = party.details(given.context.workspace, 1)[0]
    entry = form(page.guide)
    entry.form.show_values({f"name-{first.id}": "Skolförvaltningen", "more": ["Region Syd; Regionstyrelsen"]})
    hands.press(page.guide, "Spara svaret")
    names = [(each.name, each.board) for each in party.details(given.context.workspace, 1)]
    assert names[0][0] == "Skolförvaltningen"
    assert names[-1] == ("Region Syd", "Regionstyrelsen")


def test_what_is_wrong_is_said_at_its_field(page: AgreementPage, given: Shown):
    page.guide.ask(Question.FUNCTIONS)
    entry = form(page.guide)
    quality = next(s for s in group.groups(given.context.workspace)[0].seats if s.function == "Kvalitetschef")
    entry.form.show_values({f"seat-{quality.id}": ""})
    hands.press(page.guide, "Spara svaret")
    assert page.guide.question is Question.FUNCTIONS
    assert entry.form.field(f"seat-{quality.id}").property("wrong")


def test_a_list_is_shown_as_it_was_read_corrected_and_noted_in_one_step(page: AgreementPage, given: Shown):
    answer = pasted(page.guide, LIST)
    seats = {each.id: each for each in group.groups(given.context.workspace)[0].seats}
    read = [
        (row.name.text(), seats[row.seat.value()].function if row.seat.value() else "") for row in answer.rows
    ]
    assert read == [("Ada Alm", "Kvalitetschef"), ("Bo Björk", "Utbildningschef förskola"), ("Cai Ceder", "")]
    assert answer.told.text() == "2 av 3 rader fick en plats. Rätta det som blev fel."
    assert "ingen e-postadress" in answer.rows[2].fault.text()
    leader = next(each for each in seats.values() if each.function.startswith("Avdelningschef"))
    answer.rows[2].seat.set_value(leader.id)
    hands.press(answer, "Spara innehavarna")
    assert "ingen e-postadress" in answer.rows[2].fault.text()
    answer.rows[2].email.setText("cai.ceder@kommun.se")
    hands.press(answer, "Spara innehavarna")
    held = {s.function: s.holder for s in group.groups(given.context.workspace)[0].seats if s.holder}
    assert held == {"Kvalitetschef": "Ada Alm", "Utbildningschef förskola": "Bo Björk",
                    leader.function: "Cai Ceder"}  # fmt: skip
    assert page.guide.question is Question.MEETING
    given.context.workspace.undo()
    assert all(s.state is None for s in group.groups(given.context.workspace)[0].seats)


def test_a_list_that_cannot_be_read_says_so(page: AgreementPage):
    answer = pasted(page.guide, "  ")
    assert answer.trouble.isVisible()
    assert not answer.rows


def test_what_is_being_written_outlives_a_change_elsewhere(page: AgreementPage, given: Shown):
    page.guide.ask(Question.HOLDERS)
    answer = page.guide.answer
    assert isinstance(answer, HoldersAnswer)
    answer.text.setPlainText("Ada Alm")
    agreement_writing.set_word(given.context.workspace, 1, Word.PARTY, "förvaltning")
    page.guide.read()
    assert page.guide.answer is answer
    assert answer.text.toPlainText() == "Ada Alm"


def test_the_first_meeting_is_put_on_the_calendar(page: AgreementPage, given: Shown):
    page.guide.ask(Question.MEETING)
    form(page.guide).form.show_values({"day": date(2018, 9, 4)})
    hands.press(page.guide, "Spara svaret")
    assert [str(row.day) for row in meeting.listing(given.context.workspace)] == ["2018-09-04"]
    assert page.guide.question is None


def test_an_agreement_from_nothing_is_led_from_parties_to_functions(
    opened: Callable[[], AgreementPage], given: Shown
):
    page = opened()
    agreement_writing.create(
        given.context.workspace, "Eget avtal", AgreementKind.COLLABORATION_AGREEMENT, "", date(2018, 7, 1),
        None, WorkingYear.SCHOOL_YEAR,
    )  # fmt: skip
    page.open("guide")
    page.guide.ask(Question.MEETING)
    hands.press(page.guide, "Funktioner")
    hands.press(page.guide, "Parter")
    assert page.guide.question is Question.PARTIES
    form(page.guide).form.show_values({"more": ["Skolan", "Socialtjänsten"]})
    hands.press(page.guide, "Spara svaret")
    own = party.details(given.context.workspace, 1)
    form(page.guide).form.show_values({f"more-{own[0].id}": ["Rektor"]})
    hands.press(page.guide, "Spara svaret")
    made = group.groups(given.context.workspace)[0]
    assert (made.name, [each.function for each in made.seats]) == ("Styrgruppen", ["Rektor"])
    assert isinstance(page.guide.answer, HoldersAnswer)


def test_the_steps_are_reached_by_keyboard(page: AgreementPage):
    step = page.guide.stepper._buttons[Question.HOLDERS.value]
    step.setFocus()
    QTest.keyClick(step, Qt.Key.Key_Space)
    assert page.guide.question is Question.HOLDERS


def test_every_question_is_told_to_a_screen_reader(page: AgreementPage):
    for question in (*Question, None):
        page.guide.ask(question)
        if question is Question.HOLDERS:
            pasted(page.guide, LIST)
        assert faults(page) == []


@pytest.mark.journey
@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK, Look.HIGH_CONTRAST])
@pytest.mark.parametrize("size", [(1146, 700), (584, 480)])
def test_every_question_is_painted(page: AgreementPage, theme: Theme, look: Look, size: tuple[int, int]):
    theme.wear(look)
    page.resize(*size)
    for question in Question:
        page.guide.ask(question)
        if question is Question.HOLDERS:
            pasted(page.guide, LIST)
        hands.picture(page, f"guide-{question.value}-{look.value}-{size[0]}")
    page.guide.ask(None)
    hands.picture(page, f"guide-after-{look.value}-{size[0]}")
    assert page.guide.isVisible()


def test_holders_that_are_there_are_told(page: AgreementPage, given: Shown):
    work = given.context.workspace
    for each in group.groups(work)[0].seats:
        group.set_holder(work, each.id, HolderState.VACANT, work.today)
    page.guide.ask(Question.HOLDERS)
    assert Question.HOLDERS.value in page.guide.stepper._buttons
    assert page.guide.stepper._buttons["holders"].accessibleName() == "4. Innehavare, här är du"
