"""What comes by itself can be left out this time; it is offered again, and comes at the next meeting."""

from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import agenda, agenda_builder, agenda_order, deviation, skipped_item
from samverkan_desktop.vocabulary import EscalationGround, Topic
from tests.services.year import DAYS, FINISHED, Year, refused, topic_item


def build(year: Year, number: int) -> list[str]:
    agenda_builder.build(year.work, year.meeting(number))
    return [row.heading for row in year.items(number)]


def test_what_is_skipped_does_not_come_back_when_it_is_built_again(held: Year):
    build(held, 2)
    skipped_item.skip(held.work, topic_item(held, 2, Topic.OPEN_ITEMS))
    assert "Uppföljning av beslut och uppdrag" not in build(held, 2)
    assert "Uppföljning av beslut och uppdrag" in build(held, 3)
    (row,) = skipped_item.listing(held.work, held.meeting(2))
    assert (row.heading, row.demanded) == ("Uppföljning av beslut och uppdrag", False)


def test_it_is_taken_back_to_where_it_would_have_stood(held: Year):
    before = build(held, 2)
    skipped_item.skip(held.work, topic_item(held, 2, Topic.OPEN_ITEMS))
    skipped_item.skip(held.work, topic_item(held, 2, Topic.OPENING))
    for row in skipped_item.listing(held.work, held.meeting(2)):
        skipped_item.take_back(held.work, row.id)
    assert [row.heading for row in held.items(2)] == before
    assert skipped_item.listing(held.work, held.meeting(2)) == ()


def test_a_question_raised_that_is_skipped_comes_at_the_next_meeting(held: Year):
    raised = held.deviate(DAYS[0])
    deviation.escalate(held.work, raised, DAYS[0], EscalationGround.GENERAL, held.group_id)
    build(held, 2)
    skipped_item.skip(held.work, next(row.id for row in held.items(2) if row.deviation_id))
    assert not any("A1" in heading for heading in build(held, 2))
    assert any("A1" in heading for heading in build(held, 3))


def test_a_question_raised_that_is_skipped_says_so_in_its_finding(held: Year):
    raised = held.deviate(DAYS[0])
    deviation.escalate(held.work, raised, DAYS[0], EscalationGround.GENERAL, held.group_id)
    build(held, 2)
    skipped_item.skip(held.work, next(row.id for row in held.items(2) if row.deviation_id))
    (finding,) = held.found("R23")
    assert finding.status is Status.AT_RISK
    assert finding.message.endswith(f"Den är överhoppad på mötet {DAYS[1]}.")


def test_a_commission_due_that_is_skipped_says_so_in_its_finding(held: Year):
    held.give(1, DAYS[1])
    build(held, 2)
    skipped_item.skip(held.work, next(row.id for row in held.items(2) if row.commission_id))
    (finding,) = held.found("R09")
    assert finding.status is Status.AT_RISK
    assert f"Den är överhoppad på mötet {DAYS[1]}." in finding.message


def test_what_the_agreement_demands_is_not_skipped_silently(held: Year):
    build(held, 6)
    assert skipped_item.skip(held.work, topic_item(held, 6, Topic.FOLLOW_UP)) is True
    (row,) = skipped_item.listing(held.work, held.meeting(6))
    assert row.demanded
    finding = next(each for each in held.found("R06") if "uppföljning" in each.required.casefold())
    assert finding.status is Status.AT_RISK
    assert finding.message.endswith(f"Den är överhoppad på mötet {DAYS[5]}.")


def test_skipping_is_undone_as_anything_else(held: Year):
    before = build(held, 2)
    skipped_item.skip(held.work, topic_item(held, 2, Topic.OPEN_ITEMS))
    held.work.undo()
    assert [row.heading for row in held.items(2)] == before
    assert skipped_item.listing(held.work, held.meeting(2)) == ()


def test_an_item_added_by_hand_is_removed_instead(held: Year):
    item = held.item(2)
    with refused(held, "Punkten har lagts till för hand."):
        skipped_item.skip(held.work, item)


def test_an_item_with_notes_or_sub_items_is_not_skipped(held: Year):
    build(held, 2)
    item = topic_item(held, 2, Topic.OPEN_ITEMS)
    agenda.write_notes(held.work, item, "Balanslistan.")
    with refused(held, "Punkten har anteckningar."):
        skipped_item.skip(held.work, item)
    agenda.write_notes(held.work, item, "")
    under = agenda.add_item(held.work, held.meeting(2), "Under", position=5)
    agenda_order.nest_item(held.work, under)
    with refused(held, "Punkten har underpunkter."):
        skipped_item.skip(held.work, item)


def test_a_finished_agenda_skips_nothing(finished: Year):
    with refused(finished, FINISHED):
        skipped_item.skip(finished.work, finished.items(1)[0].id)
