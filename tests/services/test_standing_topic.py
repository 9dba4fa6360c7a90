from collections.abc import Callable

import pytest

from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import agenda, agenda_builder, meeting, standing_topic
from samverkan_desktop.vocabulary import ItemOrigin
from tests.services.year import DAYS, FINISHED, FIRST, LAST, PERIOD, Year, refused

TOPICS = ["avvikelser", "gemensamma utbildningsbehov"]


@pytest.fixture
def asked(stage: Callable[[str], Year]) -> Year:
    """The first meeting held, under an agreement with two standing topics."""
    year = stage("held")
    year.demand("standing_topics", topics=TOPICS)
    return year


def named(year: Year, number: int) -> list[str]:
    return [item.standing_topic for item in year.items(number) if item.standing_topic]


def covered(year: Year) -> dict[str, list[object]]:
    rows = standing_topic.topics_covered(year.work, year.group_id, PERIOD)
    return {row.topic: [each.day for each in row.covered] for row in rows}


def test_an_item_covers_a_topic_of_the_agreement(asked: Year):
    item = asked.item(1)
    agenda.cover_topic(asked.work, item, " Avvikelser ")
    assert named(asked, 1) == ["avvikelser"]
    assert covered(asked) == {"avvikelser": [FIRST], "gemensamma utbildningsbehov": []}
    agenda.cover_topic(asked.work, item, "")
    assert named(asked, 1) == []


def test_a_topic_that_the_agreement_does_not_have_is_refused(asked: Year):
    item = asked.item(1)
    with refused(asked, "Avtalet har ingen stående fråga budget. Välj en av dem som finns.", field="topic"):
        agenda.cover_topic(asked.work, item, "budget")


def test_finished_minutes_are_left_alone(finished: Year):
    finished.demand("standing_topics", topics=TOPICS)
    item = finished.items(1)[0].id
    with refused(finished, FINISHED):
        agenda.cover_topic(finished.work, item, TOPICS[0])


def test_the_topics_to_choose_from_are_those_of_the_group(asked: Year):
    assert standing_topic.topics(asked.work, asked.meeting(2)) == tuple(TOPICS)
    crew = meeting.schedule(asked.work, asked.crew(1), DAYS[1])
    assert standing_topic.topics(asked.work, crew) == ()


def test_a_meeting_to_come_has_planned_what_stands_on_its_agenda(asked: Year):
    agenda.cover_topic(asked.work, asked.item(2), TOPICS[1])
    rows = {row.topic: row for row in standing_topic.topics_covered(asked.work, asked.group_id, PERIOD)}
    assert [each.day for each in rows[TOPICS[1]].planned] == [DAYS[1]]
    assert rows[TOPICS[1]].covered == rows[TOPICS[0]].planned == ()


def test_a_group_without_standing_topics_covers_none(held: Year):
    assert standing_topic.topics_covered(held.work, held.group_id, PERIOD) == ()


def test_the_agenda_has_what_has_not_been_taken_up(asked: Year):
    agenda.cover_topic(asked.work, asked.item(1), TOPICS[0])
    agenda_builder.build(asked.work, asked.meeting(2))
    (item,) = [item for item in asked.items(2) if item.standing_topic]
    assert (item.heading, item.standing_topic) == ("Gemensamma utbildningsbehov", TOPICS[1])
    assert (item.origin, item.origin_text) == (ItemOrigin.STANDING, "stående fråga")


def test_what_an_earlier_agenda_has_is_not_put_on_the_next(asked: Year):
    agenda_builder.build(asked.work, asked.meeting(2))
    agenda_builder.build(asked.work, asked.meeting(3))
    assert (named(asked, 2), named(asked, 3)) == (TOPICS, [])


def test_what_a_cancelled_meeting_would_have_taken_up_waits_for_the_next(asked: Year):
    agenda_builder.build(asked.work, asked.meeting(2))
    meeting.cancel(asked.work, asked.meeting(2))
    agenda_builder.build(asked.work, asked.meeting(2))
    assert named(asked, 2) == TOPICS


def test_the_last_meeting_goes_through_every_topic(asked: Year):
    agenda.cover_topic(asked.work, asked.item(1), TOPICS[0])
    agenda_builder.build(asked.work, asked.meeting(6))
    assert named(asked, 6) == TOPICS


def test_each_term_begins_anew(held: Year):
    held.demand("standing_topics", topics=TOPICS, per="term")
    for number in range(1, 7):
        agenda_builder.build(held.work, held.meeting(number))
    assert [len(named(held, number)) for number in range(1, 7)] == [2, 0, 2, 2, 0, 2]


def test_an_extra_meeting_has_only_what_it_was_called_for(asked: Year):
    seat = asked.seats["F1"]
    extra = meeting.schedule_extra(
        asked.work, asked.group_id, DAYS[1], initiator_seat_id=seat, reason="En skola läggs ned."
    )
    agenda_builder.build(asked.work, extra)
    assert not [item for item in agenda.items(asked.work, extra) if item.standing_topic]


def test_built_again_the_agenda_has_each_topic_once(asked: Year):
    agenda_builder.build(asked.work, asked.meeting(2))
    assert agenda_builder.build(asked.work, asked.meeting(2)) == 0


def test_a_topic_covered_is_what_the_rule_finds(asked: Year):
    for topic in TOPICS:
        agenda.cover_topic(asked.work, asked.item(1), topic)
    assert asked.statuses("R14", LAST) == [Status.FULFILLED]
