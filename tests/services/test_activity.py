from datetime import date

import pytest

from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import activity
from tests.services.year import DAYS, FIRST, HOLDS_NUMBER, NUMBER, Year, refused

OWN = 1
WHAT = "gemensam dag för uppföljning"


@pytest.fixture
def asked(held: Year) -> Year:
    """The first meeting held, under an agreement with a joint day every autumn."""
    held.demand("joint_activity", "", what=WHAT, season="autumn")
    return held


def row(year: Year) -> activity.ActivityRow:
    (found,) = activity.listing(year.work, OWN)
    return found


def test_an_activity_is_held_on_its_day(held: Year):
    made = activity.plan(held.work, OWN, " Utbildningsdag ", DAYS[1], decision_id=held.decide(1))
    with refused(held, "Aktiviteten är 2018-10-16, längre fram."):
        activity.hold(held.work, made)
    held.at(DAYS[1])
    activity.hold(held.work, made)
    assert (row(held).title, row(held).held, row(held).decision) == ("Utbildningsdag", True, "2018/19-03")
    activity.take_back(held.work, made)
    assert not row(held).held


def test_an_activity_that_cannot_be_is_refused(held: Year):
    with refused(held, "Ange vad aktiviteten heter.", field="title"):
        activity.plan(held.work, OWN, " ", DAYS[1])
    with refused(held, HOLDS_NUMBER, field="title", rule="R11"):
        activity.plan(held.work, OWN, NUMBER, DAYS[1])


def test_an_activity_can_be_one_that_the_agreement_demands(asked: Year):
    assert activity.demanded(asked.work, OWN, DAYS[1]) == (WHAT,)
    made = activity.plan(asked.work, OWN, "Heldag", DAYS[1], answers_to=WHAT)
    assert row(asked).answers_to == WHAT
    with refused(asked, "Avtalet kräver ingen julfest den dagen.", field="answers_to"):
        activity.change(asked.work, made, answers_to="julfest")
    assert asked.statuses("R37", DAYS[1]) == [Status.UPCOMING]
    asked.at(DAYS[1])
    activity.hold(asked.work, made)
    assert asked.statuses("R37", DAYS[1]) == [Status.FULFILLED]


def test_an_activity_is_moved_and_called_something_else(asked: Year):
    made = activity.plan(asked.work, OWN, "Heldag", DAYS[1])
    activity.change(asked.work, made, title=" Halvdag ", day=FIRST)
    assert (row(asked).title, row(asked).day) == ("Halvdag", FIRST)
    activity.hold(asked.work, made)
    with refused(asked, "Aktiviteten är hållen. Välj en dag som har varit.", field="day"):
        activity.change(asked.work, made, day=date(2018, 12, 1))
    with refused(asked, "Ange vad aktiviteten heter.", field="title"):
        activity.change(asked.work, made, title="")


def test_an_activity_is_taken_off_the_calendar_unless_it_was_held(held: Year):
    made = activity.plan(held.work, OWN, "Heldag", FIRST)
    activity.hold(held.work, made)
    with refused(held, "Heldag är hållen. Ångra först att den hölls."):
        activity.remove(held.work, made)
    activity.take_back(held.work, made)
    activity.remove(held.work, made)
    assert activity.listing(held.work) == ()
