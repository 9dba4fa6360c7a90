"""How a group numbers its decisions."""

from datetime import date

import pytest

from samverkan_desktop.services import agenda, decision, meeting, minutes, numbering
from samverkan_desktop.vocabulary import Numbering
from tests.services.year import HOLDS_NUMBER, NUMBER, Year, leave, refused


def taken(year: Year) -> list[str]:
    """Return the numbers of what the tests themselves decided, in order."""
    return [row.number for row in decision.log(year.work)][2:]


def choose(year: Year, **values: object) -> None:
    numbering.change(year.work, year.group_id, **values)


def test_each_meeting_begins_anew(held: Year):
    choose(held, numbering=Numbering.MEETING, number_prefix="§ ")
    held.decide(1)
    held.decide(1)
    held.decide(2)
    assert taken(held) == ["§ 1", "§ 2", "§ 1"]


def test_without_a_prefix_the_day_tells_meetings_apart(held: Year):
    choose(held, numbering=Numbering.MEETING)
    held.decide(1)
    held.decide(2)
    assert taken(held) == ["2018-09-04/1", "2018-10-16/1"]


def test_a_calendar_year_has_numbers_of_its_own(held: Year):
    choose(held, numbering=Numbering.CALENDAR_YEAR)
    held.decide(3)
    held.decide(4)
    held.decide(4)
    assert taken(held) == ["2018-01", "2019-01", "2019-02"]


def test_numbers_run_on_into_the_next_year(held: Year):
    choose(held, numbering=Numbering.RUNNING, number_prefix="§", number_start=85)
    held.decide(1)
    made = meeting.schedule(held.work, held.group_id, date(2019, 9, 3))
    decision.take(held.work, agenda.add_item(held.work, made, "Fråga"), "Beslut.")
    assert taken(held) == ["§ 85", "§ 86"]


def test_decisions_of_one_item_share_their_number(held: Year):
    choose(held, numbering=Numbering.RUNNING, number_prefix="§", number_start=60, sub_numbers=True)
    item = held.item(1)
    decision.take(held.work, item, "Ett.")
    held.decide(1)
    decision.take(held.work, item, "Två.")
    assert taken(held) == ["§ 60:1", "§ 61:1", "§ 60:2"]


def test_a_change_leaves_the_numbers_that_were_given(held: Year):
    choose(held, numbering=Numbering.RUNNING, number_prefix="§")
    held.decide(1)
    choose(held, numbering=Numbering.WORKING_YEAR, number_prefix="")
    held.decide(1)
    assert taken(held) == ["§ 1", "2018/19-03"]


def test_a_prefix_that_ends_in_a_hyphen_stands_close(held: Year):
    choose(held, numbering=Numbering.RUNNING, number_prefix="SAM-")
    held.decide(1)
    assert taken(held) == ["SAM-1"]


def test_another_group_runs_by_itself(held: Year):
    crew = held.crew(1)
    choose(held, numbering=Numbering.RUNNING)
    numbering.change(held.work, crew, numbering=Numbering.RUNNING)
    made = meeting.schedule(held.work, crew, date(2018, 9, 5))
    decision.take(held.work, agenda.add_item(held.work, made, "Fråga"), "Beslut.")
    held.decide(2)
    assert taken(held)[1:] == ["SKO 1", "1"]


def test_the_next_number_is_shown(held: Year):
    assert numbering.example(held.work, held.group_id) == "2018/19-03"
    choose(held, number_prefix="§", sub_numbers=True)
    assert numbering.example(held.work, held.group_id) == "§ 1:1"
    held.decide(1)
    assert numbering.example(held.work, held.group_id) == "§ 2:1"


def test_the_scheme_is_told(held: Year):
    assert numbering.scheme(held.work, held.group_id) == numbering.Scheme(
        Numbering.WORKING_YEAR, "", 1, sub_numbers=False
    )


@pytest.mark.parametrize("prefix", ["§ 1", "KS:"])
def test_a_prefix_that_the_number_would_drown_in_is_refused(held: Year, prefix: str):
    with refused(held, "Avsluta det som står före numret", field="number_prefix"):
        choose(held, number_prefix=prefix)


def test_a_start_below_one_is_refused(held: Year):
    with refused(held, "Numreringen börjar på 1 eller högre.", field="number_start"):
        choose(held, number_start=0)


def test_a_start_that_has_been_given_is_refused(held: Year):
    choose(held, numbering=Numbering.RUNNING, number_prefix="§", number_start=60)
    held.decide(1)
    with refused(held, "Nummer 60 är redan taget. Börja på 61 eller högre.", field="number_start"):
        choose(held, number_start=60)


def test_a_personal_number_is_refused(held: Year):
    with refused(held, HOLDS_NUMBER, field="number_prefix", rule="R11"):
        choose(held, number_prefix=NUMBER)


def test_a_number_in_finished_minutes_is_not_given_again(held: Year):
    last = held.decide(1)
    held.finish(1)
    minutes.reopen(held.work, held.meeting(1))
    decision.remove(held.work, last)
    held.decide(1)
    assert taken(held) == ["2018/19-04"]


def test_it_is_not_given_again_after_the_correction_either(held: Year):
    last = held.decide(1)
    held.finish(1)
    minutes.reopen(held.work, held.meeting(1))
    decision.remove(held.work, last)
    leave(held.work, held.meeting(1))
    minutes.finish(held.work, held.meeting(1), reason="Beslutet togs inte.")
    held.decide(2)
    assert taken(held) == ["2018/19-04"]


def test_a_decision_that_was_never_minuted_gives_its_number_back(held: Year):
    decision.remove(held.work, held.decide(1))
    held.decide(1)
    held.work.undo()
    held.decide(1)
    assert taken(held) == ["2018/19-03"]


def test_the_last_part_of_a_shared_number_can_go(held: Year):
    choose(held, numbering=Numbering.RUNNING, number_prefix="§", sub_numbers=True)
    item = held.item(1)
    first = decision.take(held.work, item, "Ett.")
    second = decision.take(held.work, item, "Två.")
    with refused(held, "Bara det senaste beslutet kan tas bort, annars bryts nummerföljden."):
        decision.remove(held.work, first)
    decision.remove(held.work, second)
    assert taken(held) == ["§ 1:1"]


def test_the_last_of_a_meeting_can_go_though_a_later_meeting_has_decided(held: Year):
    choose(held, numbering=Numbering.MEETING, number_prefix="§")
    first = held.decide(1)
    held.decide(2)
    held.decide(2)
    decision.remove(held.work, first)
    assert taken(held) == ["§ 1", "§ 2"]
