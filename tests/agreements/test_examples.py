"""What holds for every example year, whichever agreement it follows."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from samverkan_desktop.services import archive, demo_examples, demo_story, history, meeting, preset
from samverkan_desktop.vocabulary import MeetingStatus
from tests.agreements.example import Example, play

KEYS = ("maldokument-2007", "stockholm", "solna", "lekeberg")


def test_every_agreement_that_is_shipped_has_an_example_in_order_of_time():
    shipped = [preset.read(path).agreement for path in preset.shipped()]
    assert demo_examples.keys() == tuple(table.key for table in sorted(shipped, key=lambda each: each.starts))


def test_the_default_example_is_offered_first_and_all_of_them_last():
    keys = [row.key for row in demo_examples.examples()]
    assert (keys[0], keys[-1]) == (demo_examples.DEFAULT, demo_examples.ALL)
    assert len(keys) == len(demo_examples.keys()) + 1


@pytest.mark.parametrize("key", KEYS)
def test_its_archive_is_whole(example: Callable[[str], Example], key: str):
    assert archive.verify(example(key).work.path) == []


@pytest.mark.parametrize("key", KEYS)
def test_every_meeting_of_the_story_is_held_and_its_minutes_sent_where_they_were_written(
    example: Callable[[str], Example], key: str
):
    told = demo_story.read(key).meeting
    written = [each for each in told if each.minutes_sent_on is not None]
    played = example(key)
    held = Counter(row.status for row in meeting.listing(played.work) if row.called_on is not None)
    assert held[MeetingStatus.SENT] == len(written)
    assert held[MeetingStatus.HELD] == len(told) - len(written)
    files = Counter(file.parent.name for file in played.documents if file.suffix in {".pdf", ".docx"})
    assert (files["kallelser"], files["dagordningar"]) == (len(told), len(told))
    assert files["anteckningar"] == len(written)


@pytest.mark.parametrize("key", KEYS)
def test_its_history_runs_forward(example: Callable[[str], Example], key: str):
    entries = list(reversed(history.entries(example(key).work, 1000)))
    assert [entry.at for entry in entries] == sorted(entry.at for entry in entries)


@pytest.mark.slow
def test_in_one_archive_each_agreement_is_judged_as_it_is_alone(
    example: Callable[[str], Example], tmp_path: Path
):
    together = play(demo_examples.ALL, tmp_path)
    for key, among in zip(demo_examples.keys(), together, strict=True):
        assert among.told("2021-01-01") == example(key).told("2021-01-01"), key
    together[0].work.close()
