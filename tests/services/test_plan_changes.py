"""A plan is changed after it was decided, and a calendar after it was published."""

from datetime import date, time
from pathlib import Path
from typing import Any

import vobject

from samverkan_desktop.services import call, exchange, meeting, plan_changes, year_plan
from samverkan_desktop.services.export import export
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import DecisionKind, DocumentKind
from tests.services import exchange_content as content
from tests.services.year import DAYS, PERIOD, Year


def told(year: Year) -> tuple[str, ...]:
    return plan_changes.since_decision(year.work, year.group_id, PERIOD)


def published(year: Year, name: str = "ut") -> dict[str, Any]:
    """Return what another library reads in the plan's file, by the entries' identity."""
    (path,) = export(year.work, DocumentKind.CALENDAR, year.folder / name, group_id=year.group_id)
    calendar = vobject.readOne(Path(path).read_text(encoding="utf-8"))
    return {entry.uid.value: entry for entry in calendar.vevent_list}


def test_a_plan_that_is_as_it_was_decided_says_nothing(held: Year):
    assert told(held) == ()


def test_a_draft_says_nothing(planned: Year):
    meeting.change(planned.work, planned.meeting(2), day=date(2018, 10, 17))
    assert told(planned) == ()


def test_what_is_moved_added_and_cancelled_after_the_decision_is_said(held: Year):
    meeting.change(held.work, held.meeting(2), day=date(2018, 10, 17))
    meeting.change(held.work, held.meeting(3), place="Biblioteket")
    meeting.cancel(held.work, held.meeting(4))
    meeting.schedule(held.work, held.group_id, date(2019, 6, 11))
    assert told(held) == (
        "Mötet 2018-10-16 har flyttats till 2018-10-17.",
        "Mötet 2019-02-05 är inställt.",
        "Mötet 2019-06-11 har lagts till.",
    )


def test_a_meeting_moved_back_is_as_it_was_decided(held: Year):
    meeting.change(held.work, held.meeting(2), day=date(2018, 10, 17))
    held.at(DAYS[1])
    meeting.change(held.work, held.meeting(2), day=DAYS[1])
    assert told(held) == ()


def test_what_is_undone_is_not_said(held: Year):
    meeting.cancel(held.work, held.meeting(4))
    held.work.undo()
    assert told(held) == ()


def test_deciding_anew_settles_it(held: Year):
    meeting.change(held.work, held.meeting(2), day=date(2018, 10, 17))
    plan = year_plan.plan_row(held.work, held.group_id, PERIOD)
    assert plan is not None
    year_plan.decide(held.work, plan.id, held.decide(1, kind=DecisionKind.PLAN))
    assert told(held) == ()


def test_another_library_reads_the_plan_as_it_is(planned: Year):
    entries = published(planned)
    assert sorted(entry.dtstart.value.date() for entry in entries.values()) == list(DAYS)
    first = next(iter(entries.values()))
    assert first.dtstart.value.utcoffset().total_seconds() == 7200
    assert (first.dtstart.value.time(), first.dtend.value.time()) == (time(13), time(15))
    assert first.location.value == "Rådhuset"
    assert {entry.sequence.value for entry in entries.values()} == {"0"}


def test_a_moved_meeting_keeps_its_identity_and_raises_its_sequence(planned: Year):
    before = published(planned)
    meeting.change(planned.work, planned.meeting(2), day=date(2018, 10, 17))
    after = published(planned, "igen")
    assert before.keys() == after.keys()
    raised = {uid for uid in after if after[uid].sequence.value != before[uid].sequence.value}
    assert [after[uid].dtstart.value.date() for uid in raised] == [date(2018, 10, 17)]
    assert [after[uid].sequence.value for uid in raised] == ["1"]


def test_a_cancelled_meeting_is_sent_as_a_cancellation(planned: Year):
    meeting.cancel(planned.work, planned.meeting(2), "Samordnas med nästa möte.")
    (gone,) = [each for each in published(planned).values() if each.status.value == "CANCELLED"]
    assert gone.sequence.value == "1"
    assert "Samordnas med nästa möte." in gone.description.value


def test_a_meeting_moved_and_called_is_told_in_the_order_it_happened(planned: Year):
    meeting_id = planned.meeting(1)
    numbers = [call.content(planned.work, meeting_id).sequence]
    meeting.change(planned.work, meeting_id, starts=time(9))
    numbers.append(call.content(planned.work, meeting_id).sequence)
    planned.call(1, date(2018, 8, 28))
    numbers.append(call.content(planned.work, meeting_id).sequence)
    planned.at(date(2018, 8, 29))
    meeting.change(planned.work, meeting_id, place="Biblioteket")
    numbers.append(call.content(planned.work, meeting_id).sequence)
    assert numbers == [0, 1, 2, 3]


def test_what_is_undone_never_lowers_the_sequence(planned: Year):
    meeting_id = planned.meeting(2)
    meeting.change(planned.work, meeting_id, day=date(2018, 10, 17))
    planned.work.undo()
    assert call.content(planned.work, meeting_id).sequence == 1


def moved_to_another_archive(year: Year, folder: Path, into: Workspace) -> Workspace:
    exchange.dump(year.work, folder / "allt.json")
    exchange.bring_in(into, exchange.read(folder / "allt.json"))
    return into


def test_a_meeting_in_another_archive_is_the_same_to_calendars_and_goes_on_counting(
    planned: Year, new: Workspace, tmp_path: Path
):
    meeting_id = planned.meeting(1)
    meeting.change(planned.work, meeting_id, starts=time(9))
    planned.call(1, date(2018, 8, 28))
    before = call.content(planned.work, meeting_id)
    moved_to_another_archive(planned, tmp_path, new)
    after = call.content(new, meeting_id)
    assert (after.uid, after.sequence) == (before.uid, before.sequence) == (before.uid, 2)
    meeting.change(new, meeting_id, place="Biblioteket")
    assert call.content(new, meeting_id).sequence == 3


def test_a_meeting_that_gets_another_identity_stays_itself_to_calendars(
    planned: Year, new: Workspace, tmp_path: Path
):
    own = {row.id: call.content(planned.work, row.id).uid for row in meeting.listing(planned.work)}
    other = {"agreements": [content.agreement(1, "ett")], "groups": [content.group(1)]}
    content.taken_in(new, content.file(tmp_path, {**other, "meetings": [content.meeting(7, 1)]}))
    moved_to_another_archive(planned, tmp_path, new)
    known = {row.id: call.content(new, row.id).uid for row in meeting.listing(new)}
    assert set(own.values()) <= set(known.values())
    assert len(set(known.values())) == len(own) + 1
    assert own.items().isdisjoint(known.items())


def test_a_call_that_was_undone_never_lowers_the_sequence(planned: Year):
    planned.call(1, date(2018, 8, 28))
    planned.work.undo()
    assert call.content(planned.work, planned.meeting(1)).sequence == 1
