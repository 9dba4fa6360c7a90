"""Several use cases carried out as one: all or none, one entry to undo, one event."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from samverkan_desktop.errors import UserError
from samverkan_desktop.events import ArchiveChanged
from samverkan_desktop.services import agenda, meeting
from samverkan_desktop.services.workspace import Workspace
from tests.ui import year
from tests.ui.year import Year


@pytest.fixture
def begun(tmp_path: Path) -> Iterator[Year]:
    with year.empty(tmp_path) as work:
        yield year.begun(work)


def headings(work: Workspace, meeting_id: int) -> list[str]:
    return [item.heading for item in agenda.items(work, meeting_id)]


def both(begun: Year) -> None:
    with begun.work.together("test.both", "Två saker gjordes"):
        agenda.add_item(begun.work, begun.meetings[1], "Första frågan")
        meeting.change(begun.work, begun.meetings[1], place="Rådhuset")


def test_they_are_one_thing_to_undo(begun: Year):
    both(begun)
    assert begun.work.undo() == "Två saker gjordes"
    assert headings(begun.work, begun.meetings[1]) == []
    assert meeting.details(begun.work, begun.meetings[1]).place == ""


def test_they_are_told_of_once(begun: Year):
    heard: list[ArchiveChanged] = []
    begun.work.events.subscribe(heard.append)
    both(begun)
    assert [event.label for event in heard] == ["Två saker gjordes"]
    assert heard[0].rooms >= {"agenda_item", "meeting"}


def test_where_one_is_refused_none_is_done(begun: Year):
    with pytest.raises(UserError), begun.work.together("test.both", "Två saker gjordes"):
        agenda.add_item(begun.work, begun.meetings[1], "Första frågan")
        agenda.add_item(begun.work, begun.meetings[1], "")
    assert headings(begun.work, begun.meetings[1]) == []


def test_what_comes_after_stands_alone_again(begun: Year):
    both(begun)
    agenda.add_item(begun.work, begun.meetings[1], "Andra frågan")
    begun.work.undo()
    assert headings(begun.work, begun.meetings[1]) == ["Första frågan"]
