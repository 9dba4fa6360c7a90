from datetime import date
from pathlib import Path

import pytest

from samverkan_desktop.services import agenda_builder, agenda_order, attachment, inbox, meeting
from samverkan_desktop.services.inbox import MatterRow
from samverkan_desktop.vocabulary import ItemKind
from tests.services.year import DAYS, FINISHED, FIRST, HOLDS_NUMBER, NUMBER, Year, refused


def submit(year: Year, **values: object) -> int:
    told: dict[str, object] = {"title": "Ny fråga", "sender": "Rektor"} | values
    return inbox.submit(year.work, year.group_id, **told)  # type: ignore[arg-type]  as a form gives them


def only(year: Year) -> MatterRow:
    (row,) = inbox.matters(year.work)
    return row


def test_a_matter_waits_in_the_inbox(held: Year):
    submit(held, text="Vad gäller?", kind=ItemKind.DECISION)
    row = only(held)
    assert (row.title, row.sender, row.text, row.kind) == (
        "Ny fråga",
        "Rektor",
        "Vad gäller?",
        ItemKind.DECISION,
    )
    assert (row.received_on, row.meeting_id, row.declined) == (FIRST, None, "")


@pytest.mark.parametrize(
    ("field", "message"),
    [("title", "Ange vad ärendet gäller."), ("sender", "Ange vilken funktion ärendet kommer från.")],
)
def test_what_is_missing_is_refused(held: Year, field: str, message: str):
    with refused(held, message, field=field):
        submit(held, **{field: " "})


@pytest.mark.parametrize("field", ["title", "sender", "text"])
def test_a_personal_number_is_refused(held: Year, field: str):
    with refused(held, HOLDS_NUMBER, field=field, rule="R11"):
        submit(held, **{field: NUMBER})


def test_a_day_to_come_is_refused(held: Year):
    with refused(held, "ligger framåt i tiden", field="received_on"):
        submit(held, received_on=date(2018, 9, 5))


def test_it_is_taken_up_once(held: Year):
    matter = submit(held)
    item = inbox.take_up(held.work, matter, held.meeting(2))
    assert only(held).meeting_id == held.meeting(2)
    assert next(row.origin_text for row in held.items(2) if row.id == item) == "inlämnat av Rektor"
    other = held.meeting(3)
    with refused(held, "Ärendet står redan på en dagordning."):
        inbox.take_up(held.work, matter, other)


def test_taken_off_the_agenda_it_waits_again(held: Year):
    item = inbox.take_up(held.work, submit(held), held.meeting(2))
    agenda_order.remove_item(held.work, item)
    assert only(held).meeting_id is None


def test_a_cancelled_meeting_takes_nothing_up(held: Year):
    inbox.take_up(held.work, submit(held), held.meeting(2))
    meeting.cancel(held.work, held.meeting(2))
    assert only(held).meeting_id is None


def test_it_can_be_declined_with_a_reason(held: Year):
    inbox.decline(held.work, submit(held), " Regleras i annat avtal. ")
    assert only(held).declined == "Regleras i annat avtal."


def test_declining_takes_a_reason(held: Year):
    matter = submit(held)
    with refused(held, "Ange varför ärendet inte tas upp.", field="reason"):
        inbox.decline(held.work, matter, " ")
    with refused(held, HOLDS_NUMBER, field="reason", rule="R11"):
        inbox.decline(held.work, matter, NUMBER)


def test_what_is_on_an_agenda_is_not_declined(held: Year):
    matter = submit(held)
    inbox.take_up(held.work, matter, held.meeting(2))
    with refused(held, "Ärendet står på en dagordning. Ta bort punkten först."):
        inbox.decline(held.work, matter, "Nej.")


def test_one_declined_can_be_taken_up_after_all(held: Year):
    matter = submit(held)
    inbox.decline(held.work, matter, "Nej.")
    inbox.take_up(held.work, matter, held.meeting(2))
    assert (only(held).declined, only(held).meeting_id) == ("", held.meeting(2))


def test_another_group_does_not_take_it_up(held: Year):
    matter = submit(held)
    other = meeting.schedule(held.work, held.crew(1), DAYS[1])
    with refused(held, "Ärendet är inlämnat till en annan grupp.", field="meeting_id"):
        inbox.take_up(held.work, matter, other)


def test_finished_minutes_take_nothing_up(finished: Year):
    matter = submit(finished)
    with refused(finished, FINISHED):
        inbox.take_up(finished.work, matter, finished.meeting(1))


def test_its_papers_follow_it_onto_the_agenda_and_back(held: Year, tmp_path: Path):
    file = tmp_path / "skrivelse.pdf"
    file.write_bytes(b"%PDF")
    matter = submit(held)
    attachment.submit(held.work, matter, "Skrivelse", file=file)
    assert [paper.label for paper in only(held).papers] == ["Bilaga 1 Skrivelse"]
    item = inbox.take_up(held.work, matter, held.meeting(2))
    (paper,) = attachment.rows(held.work, held.meeting(2))
    assert (paper.item_id, paper.title, paper.kept) == (item, "Skrivelse", True)
    agenda_order.remove_item(held.work, item)
    assert [paper.label for paper in only(held).papers] == ["Bilaga 1 Skrivelse"]
    assert attachment.rows(held.work, held.meeting(2)) == ()


def test_its_papers_follow_it_when_the_agenda_is_built(held: Year):
    attachment.submit(held.work, submit(held), "Skrivelse")
    agenda_builder.build(held.work, held.meeting(2))
    assert [paper.title for paper in attachment.rows(held.work, held.meeting(2))] == ["Skrivelse"]


def test_its_papers_leave_a_cancelled_meeting_with_it(held: Year):
    matter = submit(held)
    attachment.submit(held.work, matter, "Skrivelse")
    inbox.take_up(held.work, matter, held.meeting(2))
    meeting.cancel(held.work, held.meeting(2))
    inbox.take_up(held.work, matter, held.meeting(2))
    assert [paper.title for paper in attachment.rows(held.work, held.meeting(2))] == ["Skrivelse"]


def test_its_papers_stay_with_it_when_it_is_declined(held: Year):
    matter = submit(held)
    attachment.submit(held.work, matter, "Skrivelse")
    inbox.decline(held.work, matter, "Regleras i annat avtal.")
    assert [paper.title for paper in only(held).papers] == ["Skrivelse"]


def test_what_is_on_an_agenda_gets_its_papers_there(held: Year):
    matter = submit(held)
    inbox.take_up(held.work, matter, held.meeting(2))
    with refused(held, "Ärendet står redan på en dagordning."):
        attachment.submit(held.work, matter, "Skrivelse")
