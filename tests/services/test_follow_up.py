from dataclasses import replace
from datetime import date

import pytest

from samverkan_desktop.documents.follow_up import GroupYear
from samverkan_desktop.register_vocabulary import RoutineKind
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import (
    activity,
    board_report,
    commission,
    follow_up,
    meeting,
    routine,
    task,
)
from samverkan_desktop.services.follow_up_summary import number_word, summary
from samverkan_desktop.vocabulary import DecisionKind
from tests.services.year import (
    COMING,
    DAYS,
    FIRST,
    HOLDS_NUMBER,
    LAST,
    NUMBER,
    PERIOD,
    Year,
    refused,
)


def write(year: Year, period: str = PERIOD, **values: object) -> None:
    told: dict[str, object] = {"judgement": "Gott.", "undocumented": 3, "improvements": ("Ett", " ", "Två")}
    follow_up.write(year.work, 1, period, **(told | values))  # type: ignore[arg-type]  as a form gives them


# --- What the group judges ---


def test_nothing_is_judged_before_it_is_written(planned: Year):
    row = follow_up.row(planned.work, 1, PERIOD)
    assert (row.judgement, row.undocumented, row.improvements, row.approved_on) == ("", None, (), None)


def test_what_is_judged_is_kept(planned: Year):
    write(planned)
    row = follow_up.row(planned.work, 1, PERIOD)
    assert (row.judgement, row.undocumented, row.improvements) == ("Gott.", 3, ("Ett", "Två"))


def test_what_was_never_reported_is_judged_in_words(planned: Year):
    planned.demand("deviation_reports", "", judgement=True)
    write(planned, undocumented=None, underreporting=" Behovet är större. ")
    assert follow_up.row(planned.work, 1, PERIOD).underreporting == "Behovet är större."
    assert planned.statuses("R38", LAST) == [Status.FULFILLED]
    write(planned, undocumented=None)
    assert planned.statuses("R38", LAST) == [Status.UPCOMING]


def test_a_short_label_is_the_same_year(planned: Year):
    write(planned, "2018/19")
    assert follow_up.row(planned.work, 1, PERIOD).judgement == "Gott."
    assert follow_up.row(planned.work, 1, "2018/19").period == PERIOD


@pytest.mark.parametrize("period", ["2021/2022", "2017/2018"])
def test_a_year_outside_the_agreement_is_refused(planned: Year, period: str):
    with refused(planned, f"{period} ligger utanför avtalets tid.", field="period"):
        write(planned, period)


def test_a_year_that_cannot_be_read_is_refused(planned: Year):
    with refused(planned, "Året i fjol går inte att läsa. Skriv det som 2018/2019.", field="period"):
        write(planned, "i fjol")


def test_less_than_none_is_refused(planned: Year):
    with refused(planned, "Ange noll eller fler.", field="undocumented"):
        write(planned, undocumented=-1)


@pytest.mark.parametrize("field", ["judgement", "improvements", "underreporting"])
def test_a_personal_number_is_refused(planned: Year, field: str):
    value = ("Ett", NUMBER) if field == "improvements" else NUMBER
    with refused(planned, HOLDS_NUMBER, field=field, rule="R11"):
        write(planned, **{field: value})


def test_it_is_approved_by_a_decision(held: Year):
    follow_up.approve(held.work, PERIOD, held.decide(1, kind=DecisionKind.FOLLOW_UP))
    row = follow_up.row(held.work, 1, PERIOD)
    assert (row.approved_on, row.decision) == (FIRST, "2018/19-03")


# --- What it says ---


def test_tasks_are_told_of_with_what_has_become_of_them(held: Year):
    item = held.item(1)
    made = task.note(held.work, item, "Boka lokal", responsible="Rektor; Kurator", due="ht 2018")
    task.note(held.work, item, "Skicka mötestider", responsible="Sekreterare")
    task.done(held.work, made)
    told = follow_up.content(held.work, 1, PERIOD).tasks
    assert [(each.text, each.responsible, each.when, each.outcome) for each in told] == [
        ("Boka lokal", "Rektor, Kurator", "ht 2018", "klar 2018-09-04"),
        ("Skicka mötestider", "Sekreterare", "", "pågår"),
    ]
    assert follow_up.content(held.work, 1, COMING).tasks[0].text == "Skicka mötestider"


def test_a_year_not_begun_has_held_nothing(planned: Year):
    content = follow_up.content(planned.work, 1, PERIOD)
    assert (content.groups[0].required, content.groups[0].held, content.groups[0].extra) == (6, 0, 0)
    assert "Gruppen har inte hållit något av de sex möten som är fastlagda i avtalet." in content.summary[0]
    assert "Inga avvikelser har dokumenterats." in content.summary[0]
    assert {line.state for line in content.groups[0].meetings} == {"planerat"}
    assert content.groups[0].attendance[0].cells == ("",) * 6


def test_a_cancelled_meeting_is_left_out(held: Year):
    meeting.cancel(held.work, held.meeting(6))
    content = follow_up.content(held.work, 1, PERIOD)
    assert len(content.groups[0].meetings) == 5
    assert content.groups[0].meetings[-1].kind == "ordinarie (sista, uppföljning)"


def test_another_year_has_its_own_figures(held: Year):
    held.give(1)
    content = follow_up.content(held.work, 1, COMING)
    assert (content.groups[0].meetings, content.decisions, content.groups[0].held) == ((), (), 0)
    assert [line.number for line in content.commissions] == ["U1"]


def test_routines_and_activities_are_told(held: Year):
    routine.establish(held.work, "Rutin A", held.decide(1), review_by=LAST)
    routine.establish(
        held.work, "Material B", held.decide(1), kind=RoutineKind.SUPPORT_MATERIAL, known_by=LAST
    )
    activity.plan(held.work, 1, "Utbildningsdag", DAYS[4], decision_id=held.decide(1))
    content = follow_up.content(held.work, 1, PERIOD)
    assert content.registers.routines[0].sentence == (
        "Rutin: Rutin A, beslut 2018/19-03 2018-09-04, ses över senast 2019-05-28."
    )
    assert tuple(line.sentence for line in content.registers.activities) == (
        "Utbildningsdag är planerad till 2019-03-26.",
    )
    assert "En rutin och ett stödmaterial har fastställts." in content.summary[0]


def test_commissions_are_told_of_in_words_that_agree_with_their_number(held: Year):
    held.give(1, DAYS[1])
    said = "Ett uppdrag har varit öppet; det ska redovisas 2018-10-16."
    assert said in follow_up.content(held.work, 1, PERIOD).summary[0]
    held.give(1, DAYS[2], title="Annat")
    said = "Inget av två uppdrag är slutredovisat; två ska redovisas 2018-10-16 och 2018-12-04."
    assert said in follow_up.content(held.work, 1, PERIOD).summary[0]
    held.hold(2)
    commission.report(held.work, commission.listing(held.work)[0].id, held.item(2))
    assert (
        "Av två uppdrag är ett slutredovisat; ett ska redovisas"
        in follow_up.content(held.work, 1, PERIOD).summary[0]
    )


@pytest.mark.parametrize(("number", "word"), [(0, "inga"), (1, "en"), (12, "tolv"), (13, "13"), (-1, "-1")])
def test_numbers_in_running_text(number: int, word: str):
    assert number_word(number) == word


# --- Reports to the boards ---


def test_a_report_to_a_board_is_noted(planned: Year):
    planned.at(date(2021, 8, 20))
    assert planned.statuses("R20").count(Status.FULFILLED) == 0
    board_report.report_evaluation(planned.work, 1, "Bildningsnämnden", date(2021, 8, 19), "§ 71")
    (row,) = board_report.listing(planned.work, 1)
    assert (row.board, row.reported_on, row.paragraph) == ("Bildningsnämnden", date(2021, 8, 19), "§ 71")
    assert planned.statuses("R20").count(Status.FULFILLED) == 1


def test_a_report_that_cannot_be_is_refused(planned: Year):
    day = date(2018, 8, 20)
    with refused(planned, "Ange vilken nämnd.", field="board"):
        board_report.report_evaluation(planned.work, 1, " ", day, "")
    with refused(planned, "ligger framåt i tiden", field="day"):
        board_report.report_evaluation(planned.work, 1, "Socialnämnden", LAST, "")
    for field in ("board", "paragraph"):
        values = {"board": "Socialnämnden", "paragraph": ""} | {field: NUMBER}
        with refused(planned, HOLDS_NUMBER, field=field, rule="R11"):
            board_report.report_evaluation(planned.work, 1, values["board"], day, values["paragraph"])


def test_a_commission_late_at_the_years_end_is_told_so(held: Year):
    held.give(1, DAYS[1])
    held.at(date(2019, 6, 30))
    assert follow_up.content(held.work, 1, PERIOD).commissions[0].outcome == "försenad"
    assert commission.listing(held.work)[0].late


@pytest.mark.parametrize(
    ("held", "sentence"),
    [
        (0, "Gruppen har inte hållit det möte som är fastlagt i avtalet."),
        (1, "Gruppen har hållit det möte som är fastlagt i avtalet."),
        (2, "Gruppen har hållit två möten; ett är fastlagt i avtalet."),
    ],
)
def test_one_meeting_demanded_is_told_of_in_the_singular(planned: Year, held: int, sentence: str):
    year = GroupYear("Styrgruppen", 1, held, 0, (), (), ())
    content = replace(follow_up.content(planned.work, 1, PERIOD), groups=(year,))
    with planned.work.read() as session:
        told = summary(content, session, (1, None), ())
    assert told.summary[0].startswith(sentence)
