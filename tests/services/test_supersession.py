"""Decisions that replace or revoke earlier ones."""

from datetime import date

from samverkan_desktop.services import agenda, decision, meeting, numbering, supersession
from samverkan_desktop.vocabulary import Numbering, Supersession
from tests.services.year import FINISHED, Year, refused


def rows(year: Year) -> dict[int, decision.DecisionRow]:
    return {row.id: row for row in decision.log(year.work)}


def test_an_earlier_decision_is_revoked_and_both_say_so(held: Year):
    later = held.decide(2)
    supersession.supersede(held.work, later, 1, Supersession.REVOKED)
    assert rows(held)[1].standing == "upphävt genom 2018/19-03"
    assert rows(held)[later].standing == "upphäver 2018/19-01"


def test_one_decision_can_replace_several(held: Year):
    later = held.decide(2)
    for earlier in (1, 2):
        supersession.supersede(held.work, later, earlier)
    assert rows(held)[later].standing == "ersätter 2018/19-01, ersätter 2018/19-02"


def test_it_can_be_changed_how(held: Year):
    later = held.decide(2)
    supersession.supersede(held.work, later, 1)
    supersession.supersede(held.work, later, 1, Supersession.REVOKED)
    assert rows(held)[1].standing == "upphävt genom 2018/19-03"


def test_an_earlier_decision_can_stand_again(held: Year):
    later = held.decide(2)
    supersession.supersede(held.work, later, 1)
    supersession.release(held.work, later, 1)
    assert (rows(held)[1].standing, rows(held)[later].standing) == ("", "")


def test_a_number_without_a_year_is_cited_with_its_day(held: Year):
    numbering.change(held.work, held.group_id, numbering=Numbering.MEETING, number_prefix="§")
    earlier, later = held.decide(1), held.decide(2)
    supersession.supersede(held.work, later, earlier)
    assert rows(held)[later].standing == "ersätter § 1 (2018-09-04)"
    assert rows(held)[later].cited == "§ 1 (2018-10-16)"


def test_itself_is_refused(held: Year):
    with refused(held, "Ett beslut kan inte ersätta sig självt.", field="supersedes_id"):
        supersession.supersede(held.work, 1, 1)


def test_a_later_one_is_refused(held: Year):
    later = held.decide(2)
    with refused(held, "Beslut 2018/19-03 är senare än det här.", field="supersedes_id"):
        supersession.supersede(held.work, 1, later)


def test_another_groups_is_refused(held: Year):
    made = meeting.schedule(held.work, held.crew(1), date(2018, 9, 20))
    item = agenda.add_item(held.work, made, "Fråga")
    with refused(held, "togs av en annan grupp", field="supersedes_id"):
        decision.take(held.work, item, "Beslut.", supersedes_id=1)


def test_one_that_another_has_superseded_is_refused(held: Year):
    supersession.supersede(held.work, held.decide(2), 1)
    later = held.decide(2)
    with refused(held, "Beslut 2018/19-01 är redan ersatt av 2018/19-03.", field="supersedes_id"):
        supersession.supersede(held.work, later, 1)


def test_finished_minutes_are_not_touched(finished: Year):
    with refused(finished, FINISHED):
        supersession.supersede(finished.work, 2, 1)


def test_the_minutes_of_the_earlier_one_may_be_finished(finished: Year):
    later = finished.decide(2)
    supersession.supersede(finished.work, later, 1)
    assert rows(finished)[1].superseded_by is not None


def test_what_can_be_superseded_stands_newest_first(held: Year):
    supersession.supersede(held.work, held.decide(2), 1)
    later = held.decide(3)
    held.decide(4)
    assert [row.number for row in decision.supersedable(held.work, later)] == ["2018/19-03", "2018/19-02"]
