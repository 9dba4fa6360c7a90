from samverkan_desktop.services import activity
from tests.services.year import DAYS, HOLDS_NUMBER, NUMBER, Year, refused


def test_an_activity_is_held_on_its_day(held: Year):
    made = activity.plan(held.work, 1, " Utbildningsdag ", DAYS[1], decision_id=held.decide(1))
    with refused(held, "Aktiviteten är 2018-10-16, längre fram."):
        activity.hold(held.work, made)
    held.at(DAYS[1])
    activity.hold(held.work, made)
    (row,) = activity.listing(held.work)
    assert (row.title, row.held, row.decision) == ("Utbildningsdag", True, "2018/19-03")


def test_an_activity_that_cannot_be_is_refused(held: Year):
    with refused(held, "Ange vad aktiviteten heter.", field="title"):
        activity.plan(held.work, 1, " ", DAYS[1])
    with refused(held, HOLDS_NUMBER, field="title", rule="R11"):
        activity.plan(held.work, 1, NUMBER, DAYS[1])
