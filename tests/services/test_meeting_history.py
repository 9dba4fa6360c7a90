"""The history of one meeting, and the way back to any point of it."""

from datetime import timedelta

from samverkan_desktop.services import (
    agenda,
    agenda_order,
    attendance,
    commission,
    decision,
    meeting,
    meeting_history,
    meeting_restore,
)
from samverkan_desktop.services.meeting_history import Difference, HistoryRow
from samverkan_desktop.vocabulary import AttendanceStatus, CommissionStatus
from tests.services.year import CANCELLED, FINISHED, Year, refused, state


def newest(year: Year, number: int = 1) -> HistoryRow:
    return meeting_history.listing(year.work, year.meeting(number))[0]


def content(year: Year) -> dict[str, list[object]]:
    return {name: rows for name, rows in state(year.path).items() if name != "item_opening"}


def test_what_is_written_in_one_go_is_told_once_with_its_words(held: Year):
    item = held.items(1)[2].id
    agenda.write_notes(held.work, item, "Frågan bereds")
    held.clock.instant += timedelta(hours=1)
    for text in ("Frågan", "Frågan avgörs", "Frågan avgörs nu"):
        agenda.write_notes(held.work, item, text)
    heading = held.items(1)[2].heading
    told = [row for row in meeting_history.listing(held.work, held.meeting(1)) if row.differences][:2]
    what = f"Punkt {heading}, anteckningar"
    assert [row.differences for row in told] == [
        (Difference(what, "bereds", "avgörs nu"),),
        (Difference(what, "", "Frågan bereds"),),
    ]


def test_only_what_is_of_the_meeting_is_told(held: Year):
    before = newest(held)
    held.item(2, "Vid ett annat möte")
    assert newest(held) == before
    assert newest(held, 2).label == "Punkten Vid ett annat möte lades till"


def test_what_was_removed_and_what_was_undone(held: Year):
    made = held.item(1, "Tas bort")
    agenda_order.remove_item(held.work, made)
    assert Difference("Punkt", "Tas bort", "") in newest(held).differences
    held.work.undo()
    assert newest(held).label == "Punkten Tas bort lades till"


def test_a_meeting_goes_back_to_a_point_and_that_is_undone_as_one_thing(held: Year):
    item = held.items(1)[2].id
    agenda.write_notes(held.work, item, "Som det var. " * 30)
    point, was = newest(held), content(held)
    agenda.write_notes(held.work, item, "Som det var. " * 29 + "Och blev.")
    made = held.item(1, "Ny fråga")
    agenda_order.move_item(held.work, made, 1)
    decision.take(held.work, made, "Ett beslut.")
    attendance.note(held.work, attendance.rows(held.work, held.meeting(1))[0].id, AttendanceStatus.ABSENT)
    is_now = content(held)
    meeting_restore.restore(held.work, held.meeting(1), point.entry_id)
    assert content(held) == was
    assert newest(held).label == f"Mötet återställdes till {meeting_restore.moment(point.at)}"
    held.work.undo()
    assert content(held) == is_now
    held.work.redo()
    assert content(held) == was


def test_a_commission_that_was_reported_since_is_open_again(held: Year):
    given = held.give(1)
    point = newest(held)
    commission.report(held.work, given, held.items(1)[2].id)
    meeting_restore.restore(held.work, held.meeting(1), point.entry_id)
    (row,) = commission.listing(held.work)
    assert row.status is CommissionStatus.ONGOING


def test_finished_minutes_do_not_go_back(finished: Year):
    point = meeting_history.listing(finished.work, finished.meeting(1))[-1]
    with refused(finished, FINISHED):
        meeting_restore.restore(finished.work, finished.meeting(1), point.entry_id)


def test_a_cancelled_meeting_does_not_go_back(held: Year):
    point, chosen = newest(held, 2), held.meeting(2)
    meeting.cancel(held.work, chosen)
    with refused(held, CANCELLED):
        meeting_restore.restore(held.work, chosen, point.entry_id)


def test_what_something_else_rests_on_is_not_taken_away(held: Year):
    point = newest(held)
    given = held.give(1)
    held.hold(2)
    commission.report(held.work, given, held.items(2)[0].id)
    with refused(held, "Mötet kan inte återställas dit"):
        meeting_restore.restore(held.work, held.meeting(1), point.entry_id)


def test_the_history_of_everything_is_told_for_a_played_year(held: Year):
    rows = meeting_history.listing(held.work, held.meeting(1))
    assert [row.at for row in rows] == sorted((row.at for row in rows), reverse=True)
    assert rows[-1].label
