import pytest

from samverkan_desktop.services import agenda, group
from samverkan_desktop.services.search import search
from samverkan_desktop.vocabulary import HolderState
from tests.services.year import DAYS, Year


def targets(year: Year, text: str) -> list[str]:
    return [hit.target for hit in search(year.work, text)]


def test_everything_is_searched(held: Year):
    item = held.item(1, "Zebra på dagordningen")
    given = held.give(1, title="Zebra som uppdrag")
    raised = held.deviate(DAYS[0], description="Zebra som avvikelse")
    group.set_holder(held.work, held.seats["F1"], HolderState.ORDINARY, DAYS[0], name="Zebra Zetterlund")
    assert targets(held, "zebra") == [
        f"meeting:{held.meeting(1)}/item:{item}",
        f"commission:{given}",
        f"deviation:{raised}",
        f"seat:{held.seats['F1']}",
    ]


def test_every_word_must_be_there(held: Year):
    item = held.item(1, "Placerade barns skolgång")
    assert targets(held, "SKOLGÅNG plac") == [f"meeting:{held.meeting(1)}/item:{item}"]
    assert targets(held, "skolgang placerade") == []


@pytest.mark.parametrize("text", ["", "   "])
def test_nothing_asked_for_finds_nothing(held: Year, text: str):
    assert search(held.work, text) == ()


def test_the_words_around_are_shown(held: Year):
    item = held.item(1)
    agenda.write_notes(held.work, item, "Inledning. " * 20 + "Här står zebran. " + "Slut. " * 20)
    (hit,) = search(held.work, "zebran")
    assert "zebran" in hit.detail
    assert hit.detail.startswith("…")
    assert hit.detail.endswith("…")


def test_hits_have_an_end(held: Year):
    assert len(search(held.work, "e", limit=3)) == 3


def test_clauses_are_found_by_their_words(held: Year):
    assert targets(held, "befattning/funktion") == ["clause:7"]
