from datetime import date

from samverkan_desktop.services import (
    agenda,
    agenda_builder,
    agenda_order,
    agreement,
    commission,
    deviation,
    inbox,
    meeting,
    obligation,
)
from samverkan_desktop.vocabulary import EscalationGround, ItemOrigin, ReportKind, Topic
from tests.services.year import CANCELLED, DAYS, FINISHED, LAST, Year, refused


def built(year: Year, number: int) -> list[str]:
    agenda_builder.build(year.work, year.meeting(number))
    return [item.heading for item in year.items(number)]


def test_the_first_meeting_takes_up_roles_and_plan(planned: Year):
    assert built(planned, 1) == [
        "Mötet öppnas, närvaro",
        "Godkännande av dagordning",
        "Val av sammankallande och sekreterare 2018/2019",
        "Mötesplan 2018/2019",
        "Övriga frågor",
        "Nästa möte",
    ]


def test_a_later_meeting_looks_back(held: Year):
    assert built(held, 2) == [
        "Mötet öppnas, närvaro",
        "Godkännande av dagordning",
        "Föregående minnesanteckningar",
        "Uppföljning av beslut och uppdrag",
        "Övriga frågor",
        "Nästa möte",
    ]


def test_the_last_meeting_takes_up_what_the_agreement_demands(held: Year):
    assert built(held, 6)[4:] == [
        "Uppföljning av samverkansavtalet 2018/2019",
        "Planering av 2019/2020",
        "Val av sammankallande och sekreterare 2019/2020",
        "Övriga frågor",
        "Mötet avslutas",
    ]
    assert {row.origin for row in held.items(6)[4:7]} == {ItemOrigin.DEMANDED}


def test_an_extra_meeting_says_why(held: Year):
    made = meeting.schedule_extra(
        held.work, held.group_id, date(2018, 11, 15), initiator_seat_id=held.seats["F2"], reason="En skola."
    )
    agenda_builder.build(held.work, made)
    assert [item.topic for item in agenda.items(held.work, made)] == [
        Topic.OPENING, Topic.REASON_FOR_EXTRA, Topic.CLOSING,
    ]  # fmt: skip


def test_built_twice_it_adds_nothing(held: Year):
    first = built(held, 6)
    assert agenda_builder.build(held.work, held.meeting(6)) == 0
    assert built(held, 6) == first


def test_built_again_it_adds_only_what_has_come_since(held: Year):
    built(held, 2)
    inbox.submit(held.work, held.group_id, "Ny fråga", "Rektor")
    assert agenda_builder.build(held.work, held.meeting(2)) == 1
    assert [item.origin_text for item in held.items(2)][4] == "inlämnat av Rektor"


def test_a_commission_comes_on_the_agenda_when_it_is_due(held: Year):
    held.give(1, DAYS[4], interim=(DAYS[2],), title="Skolfrånvaro")
    assert "Delredovisning U1: Skolfrånvaro" in built(held, 3)
    assert not any("U1" in heading for heading in built(held, 2))
    assert "Redovisning U1: Skolfrånvaro" in built(held, 5)


def test_an_interim_report_given_is_not_asked_for_again(held: Year):
    given = held.give(1, DAYS[4], interim=(DAYS[2],))
    commission.report(held.work, given, held.item(3), kind=ReportKind.INTERIM)
    assert not any("Delredovisning" in heading for heading in built(held, 4))


def test_a_commission_reported_is_not_asked_for_again(held: Year):
    given = held.give(1, DAYS[2])
    commission.report(held.work, given, held.item(3))
    assert not any("U1" in heading for heading in built(held, 4))


def test_a_question_raised_comes_on_the_next_agenda_once(held: Year):
    raised = held.deviate(DAYS[0])
    deviation.escalate(held.work, raised, DAYS[0], EscalationGround.GENERAL, held.group_id)
    assert "Lyft fråga A1, övergripande natur" in built(held, 2)
    assert not any("A1" in heading for heading in built(held, 3))


def test_what_stood_on_a_cancelled_meetings_agenda_comes_on_the_next(held: Year):
    raised = held.deviate(DAYS[0])
    deviation.escalate(held.work, raised, DAYS[0], EscalationGround.GENERAL, held.group_id)
    inbox.submit(held.work, held.group_id, "Ny fråga", "Rektor")
    built(held, 2)
    meeting.cancel(held.work, held.meeting(2))
    assert {"Lyft fråga A1, övergripande natur", "Ny fråga"} <= set(built(held, 2))
    assert held.meeting(2) == next(r.id for r in meeting.listing(held.work) if r.day == DAYS[2])


def test_a_demanded_topic_of_any_kind_gets_its_heading(held: Year):
    (chosen,) = [
        each
        for clause in agreement.clauses(held.work, 1)
        for each in clause.obligations
        if each.kind == "mandatory_items" and each.parameters["topics"] == ["follow_up"]
    ]
    topics = ["roles", "follow_up", "other_business"]
    obligation.change_obligation(held.work, chosen.id, {"at": "last_meeting", "topics": topics})
    assert built(held, 6)[4:] == [
        "Uppföljning av samverkansavtalet 2018/2019",
        "Planering av 2019/2020",
        "Val av sammankallande och sekreterare",
        "Övriga frågor",
        "Mötet avslutas",
    ]


def test_an_item_taken_off_comes_back_when_it_is_built_again(held: Year):
    built(held, 2)
    agenda_order.remove_item(held.work, held.items(2)[0].id)
    assert built(held, 2)[0] != "Mötet öppnas, närvaro"
    assert "Mötet öppnas, närvaro" in built(held, 2)


def test_building_is_one_thing_to_undo(planned: Year):
    built(planned, 1)
    assert planned.work.undo() == "Dagordningen byggdes"
    assert planned.items(1) == ()
    planned.work.redo()
    assert len(planned.items(1)) == 6


def test_the_agenda_of_finished_minutes_is_not_built(finished: Year):
    with refused(finished, FINISHED):
        agenda_builder.build(finished.work, finished.meeting(1))


def test_the_agenda_of_a_cancelled_meeting_is_not_built(planned: Year):
    cancelled = planned.meeting(6)
    meeting.cancel(planned.work, cancelled)
    planned.at(LAST)
    with refused(planned, CANCELLED):
        agenda_builder.build(planned.work, cancelled)


def test_a_plan_is_not_said_to_be_demanded_where_no_clause_demands_it(planned: Year):
    for clause in agreement.clauses(planned.work, 1):
        for each in clause.obligations:
            if each.kind == "year_plan":
                obligation.remove_obligation(planned.work, each.id)
    built(planned, 1)
    (item,) = (row for row in planned.items(1) if row.heading == "Mötesplan 2018/2019")
    assert (item.origin, item.origin_text) == (ItemOrigin.STANDING, "")
