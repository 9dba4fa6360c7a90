"""The convenor's running script says what comes when, and who has the floor."""

from datetime import time
from pathlib import Path

import pytest

from samverkan_desktop.services import agenda, agenda_order, attachment, export, group, running_script
from samverkan_desktop.vocabulary import AttachmentState, DocumentKind, ItemKind
from tests.services.year import Year


@pytest.fixture
def prepared(held: Year) -> Year:
    """The second meeting with a question and one under it."""
    first = agenda.add_item(
        held.work, held.meeting(2), "Lokaler", kind=ItemKind.DECISION, presenter="Kvalitetschef",
        minutes=30, proposal="Lokalerna hyrs.",
    )  # fmt: skip
    second = agenda.add_item(held.work, held.meeting(2), "Budget", minutes=100)
    agenda_order.nest_item(held.work, second)
    attachment.attach(held.work, first, "Ritning", state=AttachmentState.AT_MEETING)
    return held


def test_each_item_says_when_who_and_what(prepared: Year):
    first, second = running_script.content(prepared.work, prepared.meeting(2)).items
    assert (first.starts, first.ends, first.minutes) == (time(13), time(13, 30), 30)
    assert (first.kind, first.floor, first.proposal) == ("Beslut", "Kvalitetschef", "Lokalerna hyrs.")
    assert first.papers == ("Bilaga 1 Ritning (delas ut på mötet)",)
    assert (second.number, second.sub) == ("1.1", True)


def test_it_says_who_leads_and_when_the_meeting_will_be_over(prepared: Year):
    script = running_script.content(prepared.work, prepared.meeting(2))
    chosen = next(row for row in group.groups(prepared.work) if row.id == prepared.group_id)
    seats = {seat.key: seat.function for seat in chosen.seats}
    assert (script.leader, script.recorder) == (seats["F4"], seats["F6"])
    assert (script.finish, script.over) == (time(15, 10), 10)


def test_it_is_exported_as_a_file(prepared: Year, tmp_path: Path):
    (path,) = export.export(prepared.work, DocumentKind.SCRIPT, tmp_path, meeting_id=prepared.meeting(2))
    assert path.name == "2018-10-16-korschema-styrgrupp.pdf"
    assert path.read_bytes().startswith(b"%PDF")
