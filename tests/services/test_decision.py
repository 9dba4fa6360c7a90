from datetime import date

import pytest

from samverkan_desktop.services import activity, agenda, commission, decision, follow_up, meeting, routine
from samverkan_desktop.vocabulary import DecisionKind
from tests.services.year import DAYS, FINISHED, FIRST, HOLDS_NUMBER, LAST, NUMBER, PERIOD, Year, refused

RESTS = "Uppdrag, plan, roller eller annat vilar på beslutet."


def numbers(year: Year) -> list[str]:
    return [row.number for row in decision.log(year.work)]


def test_numbers_run_through_the_working_year(held: Year):
    held.decide(1)
    held.decide(2)
    assert numbers(held) == ["2018/19-01", "2018/19-02", "2018/19-03", "2018/19-04"]


def test_numbers_begin_again_in_a_new_year(held: Year):
    made = meeting.schedule(held.work, held.group_id, date(2019, 9, 3))
    held.decide(2)
    assert made == held.meeting(1, "2019/2020")
    decision.take(held.work, agenda.add_item(held.work, made, "Fråga"), "Beslut.")
    assert numbers(held)[-1] == "2019/20-01"


def test_a_work_group_numbers_its_own_decisions(held: Year):
    made = meeting.schedule(held.work, held.crew(1), DAYS[0])
    decision.take(held.work, agenda.add_item(held.work, made, "Fråga"), "Beslut.")
    assert [row.number for row in decision.log(held.work, meeting_id=made)] == ["SKO 2018/19-01"]


def test_the_log_tells_where_each_was_taken(held: Year):
    row = decision.log(held.work, PERIOD)[0]
    assert (row.day, row.period, row.group, row.kind) == (FIRST, PERIOD, "Styrgruppen", DecisionKind.ELECTION)
    assert (row.item, row.text) == ("Val av sammankallande och sekreterare 2018/2019", "Roller utses.")
    assert decision.log(held.work, "2019/2020") == ()
    assert len(decision.log(held.work, meeting_id=held.meeting(1))) == 2


@pytest.mark.parametrize("text", ["", "  "])
def test_a_decision_without_words_is_refused(held: Year, text: str):
    item = held.item(1)
    with refused(held, "Skriv vad gruppen beslutar.", field="text"):
        decision.take(held.work, item, text)
    with refused(held, "Skriv vad gruppen beslutar.", field="text"):
        decision.change(held.work, 1, text=text)


@pytest.mark.parametrize("field", ["text", "responsible"])
def test_a_personal_number_is_refused(held: Year, field: str):
    item = held.item(1)
    with refused(held, HOLDS_NUMBER, field=field, rule="R11"):
        decision.take(held.work, item, **{"text": "Beslut.", field: f"Gäller {NUMBER}"})
    with refused(held, HOLDS_NUMBER, field=field, rule="R11"):
        decision.change(held.work, 1, **{field: f"Gäller {NUMBER}"})


def test_a_decision_can_be_changed_while_the_minutes_are_open(held: Year):
    decision.change(held.work, 1, text="Nya ord.", kind=DecisionKind.DECISION, responsible="Kvalitetschef")
    row = decision.log(held.work)[0]
    assert (row.text, row.kind, row.responsible) == ("Nya ord.", DecisionKind.DECISION, "Kvalitetschef")


def test_a_newer_decision_takes_anothers_place(held: Year):
    newer = decision.take(held.work, held.item(2), "I stället.", supersedes_id=1)
    rows = {row.id: row for row in decision.log(held.work)}
    later = rows[1].superseded_by
    assert later and (later.id, later.by_later) == (newer, "ersatt av 2018/19-03")
    assert [each.of_earlier for each in rows[newer].supersedes] == ["ersätter 2018/19-01"]


def test_a_decision_is_replaced_once(held: Year):
    decision.take(held.work, held.item(2), "I stället.", supersedes_id=1)
    item = held.item(2)
    message = "Beslut 2018/19-01 är redan ersatt av 2018/19-03. Ersätt det i stället."
    with refused(held, message, field="supersedes_id"):
        decision.take(held.work, item, "Igen.", supersedes_id=1)


def test_the_last_decision_can_be_removed(held: Year):
    taken = decision.take(held.work, held.item(2), "I stället.", supersedes_id=1)
    decision.remove(held.work, taken)
    assert numbers(held) == ["2018/19-01", "2018/19-02"]
    assert decision.log(held.work)[0].superseded_by is None


def test_the_proposal_is_kept_apart_from_what_was_decided(held: Year):
    item = held.item(1)
    agenda.change_item(held.work, item, proposal="Rapporten godkänns.")
    decision.take(held.work, item, "Rapporten återremitteras.", kind=DecisionKind.REFERRED_BACK)
    decision.take(held.work, item, "Den tas upp i december.")
    one, two = decision.log(held.work)[2:]
    assert (one.proposal, one.text) == ("Rapporten godkänns.", "Rapporten återremitteras.")
    assert two.proposal == ""


def test_it_says_when_and_to_whom(held: Year):
    taken = decision.take(
        held.work,
        held.item(1),
        "Beslut.",
        due="första kvartalet 2019",
        distribution=("Rektor", " Rektor ", ""),
    )
    row = decision.log(held.work)[-1]
    assert (row.due, row.when, row.distribution) == (
        date(2019, 3, 31), "första kvartalet 2019", ("Rektor",),
    )  # fmt: skip
    decision.change(held.work, taken, due=LAST, distribution=["Kvalitetschef", "Rektor"], proposal="Annat.")
    row = decision.log(held.work)[-1]
    assert (row.when, row.distribution, row.proposal) == (
        LAST.isoformat(), ("Kvalitetschef", "Rektor"), "Annat.",
    )  # fmt: skip
    decision.change(held.work, taken, due=None)
    assert decision.log(held.work)[-1].when == ""


def test_a_day_before_the_meeting_is_refused(held: Year):
    item = held.item(1)
    with refused(held, "Tiden ligger före mötet.", field="due"):
        decision.take(held.work, item, "Beslut.", due=date(2018, 9, 3))
    with refused(held, "Tiden ligger före mötet.", field="due"):
        decision.change(held.work, 1, due=date(2018, 9, 3))


@pytest.mark.parametrize("field", ["proposal", "due", "distribution"])
def test_a_personal_number_is_refused_in_what_is_told_besides(held: Year, field: str):
    text = f"Gäller {NUMBER}"
    with refused(held, HOLDS_NUMBER, field=field, rule="R11"):
        decision.change(held.work, 1, **{field: [text] if field == "distribution" else text})


def test_every_kind_has_a_word():
    assert len({decision.kind_label(kind) for kind in DecisionKind}) == len(DecisionKind)


def test_a_gap_in_the_numbers_is_refused(held: Year):
    earlier = held.decide(1)
    held.decide(1)
    with refused(held, "Bara det senaste beslutet kan tas bort, annars bryts nummerföljden."):
        decision.remove(held.work, earlier)


@pytest.mark.parametrize(
    "what",
    ["commission", "new_date", "approval", "plan", "roles", "routine", "activity", "follow_up", "work_group"],
)
def test_a_decision_that_something_rests_on_stays(held: Year, what: str):
    if what == "commission":
        held.give(1)
        rested = 3
    elif what in ("new_date", "approval"):
        given = held.give(1)
        if what == "approval":
            commission.report(held.work, given, held.item(1))
        rested = held.decide(1)
        if what == "approval":
            commission.approve(held.work, given, rested)
        else:
            commission.new_date(held.work, given, LAST, rested)
    elif what in ("plan", "roles"):
        rested = 2 if what == "plan" else 1
    elif what == "work_group":
        held.crew(1)
        rested = 3
    else:
        rested = held.decide(1)
        if what == "routine":
            routine.establish(held.work, "Rutin", rested)
        elif what == "activity":
            activity.plan(held.work, 1, "Utbildningsdag", LAST, decision_id=rested)
        else:
            follow_up.approve(held.work, PERIOD, rested)
    with refused(held, RESTS):
        decision.remove(held.work, rested)


def test_a_finished_decision_is_not_touched(finished: Year):
    for tried in (
        lambda: decision.change(finished.work, 1, text="Nya ord."),
        lambda: decision.remove(finished.work, 2),
    ):
        with refused(finished, FINISHED):
            tried()
