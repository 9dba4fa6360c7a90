"""Notes as they are kept and undone: by word, however often they are stored."""

from datetime import date

from samverkan_desktop.services import agenda, agenda_order
from tests.services.year import Year, open_year


def test_notes_are_undone_word_by_word_however_often_they_are_kept(held: Year):
    item = held.items(1)[2].id
    for end in range(1, len("Två ord") + 1):
        agenda.write_notes(held.work, item, "Två ord"[:end].strip())
    seen = []
    for step in (held.work.undo, held.work.undo, held.work.redo, held.work.redo):
        step()
        seen.append(held.items(1)[2].notes)
    assert seen == ["Två", "", "Två", "Två ord"]


def test_a_word_goes_on_after_the_archive_was_closed_and_the_clock_set_back(held: Year):
    item = held.items(1)[2].id
    agenda.write_notes(held.work, item, "Sam")
    held.work.close()
    again = open_year(held.path, date(2018, 9, 3), held.folder)
    agenda.write_notes(again.work, item, "Samverkan")
    again.work.undo()
    assert again.items(1)[2].notes == ""
    again.work.close()


def test_a_word_is_not_undone_together_with_what_was_done_before_it_went_on(held: Year):
    first, item = held.items(1)[1].id, held.items(1)[2].id
    agenda.write_notes(held.work, item, "Sam")
    agenda_order.move_item(held.work, first, 1)
    agenda.write_notes(held.work, item, "Samverkan")
    held.work.undo()
    assert agenda.items(held.work, held.meeting(1))[2].notes == "Sam"
