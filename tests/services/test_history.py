from samverkan_desktop.services import history
from tests.services.year import Year


def test_the_newest_comes_first_and_what_is_undone_is_marked(held: Year):
    held.item(1, "Behov")
    held.work.undo()
    first, second = history.entries(held.work, 2)
    assert (first.use_case, first.label, first.undone) == (
        "agenda.add_item", "Punkten Behov lades till", True,
    )  # fmt: skip
    assert not second.undone
    assert first.at == held.clock.now()


def test_an_empty_archive_has_no_history(empty: Year):
    assert history.entries(empty.work) == ()
