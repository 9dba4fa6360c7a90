from datetime import date, time

import pytest

from samverkan_desktop.services import clash, group, group_writing, meeting, seat
from samverkan_desktop.services.clash import Clash
from samverkan_desktop.vocabulary import GroupKind, HolderState, SeatAttendance
from tests.services.year import DAYS, Year


@pytest.fixture
def beside(planned: Year) -> int:
    """Set up another group in which one function of the steering group sits too, and one of its holders."""
    made = group_writing.add(planned.work, 1, GroupKind.LOCAL_TASK_GROUP, "Lokala gruppen")
    own = next(each for each in group.groups(planned.work) if each.id == planned.group_id)
    shared = own.seats[0]
    seat.add(planned.work, made, shared.party_id, shared.function, attendance=SeatAttendance.EVERY)
    return made


def found(year: Year, day: date = DAYS[1], *at: time) -> tuple[Clash, ...]:
    with year.work.read() as session:
        return clash.clashes(session, year.group_id, day, *at)


def function(year: Year) -> str:
    return next(each for each in group.groups(year.work) if each.id == year.group_id).seats[0].function


def test_groups_that_share_a_function_of_a_party_clash(planned: Year, beside: int):
    meeting.schedule(planned.work, beside, DAYS[1], starts=time(14), ends=time(16))
    (one,) = found(planned, DAYS[1], time(13), time(15))
    assert one.text == (
        f"Krockar med Lokala gruppen kl. 14.00–16.00: {function(planned)} ska vara på båda mötena."
    )


def test_one_after_the_other_is_no_clash(planned: Year, beside: int):
    meeting.schedule(planned.work, beside, DAYS[1], starts=time(15), ends=time(16))
    assert found(planned, DAYS[1], time(13), time(15)) == ()


def test_another_day_is_no_clash(planned: Year, beside: int):
    meeting.schedule(planned.work, beside, date(2018, 10, 17), starts=time(13), ends=time(15))
    assert found(planned, DAYS[1], time(13), time(15)) == ()


def test_without_times_it_is_the_same_day(planned: Year, beside: int):
    meeting.schedule(planned.work, beside, DAYS[1])
    (one,) = found(planned, DAYS[1], time(13), time(15))
    assert one.text == f"Lokala gruppen möts samma dag: {function(planned)} ska vara på båda mötena."


def test_a_meeting_without_an_end_goes_on(planned: Year, beside: int):
    meeting.schedule(planned.work, beside, DAYS[1], starts=time(9))
    assert len(found(planned, DAYS[1], time(13), time(15))) == 1


def test_a_cancelled_meeting_is_no_clash(planned: Year, beside: int):
    meeting.cancel(planned.work, meeting.schedule(planned.work, beside, DAYS[1]))
    assert found(planned) == ()


def test_groups_that_share_nobody_do_not_clash(planned: Year):
    alone = group_writing.add(planned.work, 1, GroupKind.LOCAL_TASK_GROUP, "Ensamma gruppen")
    seat.add(planned.work, alone, planned.parties["SF"], "En annan", attendance=SeatAttendance.EVERY)
    meeting.schedule(planned.work, alone, DAYS[1])
    assert found(planned) == ()


def test_the_same_holder_with_another_function_is_a_clash(planned: Year):
    made = group_writing.add(planned.work, 1, GroupKind.LOCAL_TASK_GROUP, "Lokala gruppen")
    (other,) = seat.add(
        planned.work, made, planned.parties["SF"], "Samordnare", attendance=SeatAttendance.EVERY
    )
    group.set_holder(planned.work, other, HolderState.ORDINARY, date(2018, 7, 1), name="namn  f1")
    meeting.schedule(planned.work, made, DAYS[1])
    (one,) = found(planned)
    assert one.seats[0].endswith("(Namn F1)")


def test_a_seat_that_nobody_fills_is_not_awaited(planned: Year, beside: int):
    (row,) = next(each for each in group.groups(planned.work) if each.id == beside).seats
    group.set_holder(planned.work, row.id, HolderState.VACANT, date(2018, 7, 1))
    meeting.schedule(planned.work, beside, DAYS[1])
    assert found(planned) == ()
