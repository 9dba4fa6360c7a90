from datetime import date

import pytest

from samverkan_desktop.services import school_break
from tests.services.year import HOLDS_NUMBER, NUMBER, PERIOD, Year, refused

FIRST, LAST = date(2019, 2, 25), date(2019, 3, 1)


def told(year: Year, period: str | None = PERIOD) -> list[tuple[str, date, date]]:
    return [(row.title, row.starts, row.ends) for row in school_break.listing(year.work, 1, period)]


def test_breaks_are_listed_in_order_of_day(adopted: Year):
    school_break.add(adopted.work, 1, " Sportlov ", FIRST, LAST)
    school_break.add(adopted.work, 1, "Höstlov", date(2018, 10, 29), date(2018, 11, 2))
    assert told(adopted) == [
        ("Höstlov", date(2018, 10, 29), date(2018, 11, 2)),
        ("Sportlov", FIRST, LAST),
    ]
    assert told(adopted, "2019/2020") == []
    assert len(told(adopted, None)) == 2


def test_a_break_knows_its_days(adopted: Year):
    school_break.add(adopted.work, 1, "Sportlov", FIRST, LAST)
    (row,) = school_break.listing(adopted.work, 1)
    assert FIRST in row
    assert LAST in row
    assert date(2019, 3, 2) not in row


def test_a_break_is_changed_and_taken_away_and_that_undone(adopted: Year):
    made = school_break.add(adopted.work, 1, "Sportlov", FIRST, LAST)
    school_break.change(adopted.work, made, title="Vinterlov", ends=date(2019, 3, 3))
    assert told(adopted) == [("Vinterlov", FIRST, date(2019, 3, 3))]
    school_break.remove(adopted.work, made)
    assert told(adopted) == []
    assert adopted.work.undo() == "Ett lov togs bort"
    assert len(told(adopted)) == 1


def test_an_end_before_the_start_is_refused(adopted: Year):
    with refused(adopted, "Lovet slutar innan det börjar.", field="ends"):
        school_break.add(adopted.work, 1, "Sportlov", LAST, FIRST)


def test_the_same_break_twice_is_refused(adopted: Year):
    school_break.add(adopted.work, 1, "Sportlov", FIRST, LAST)
    with refused(adopted, "Sportlov 2019-02-25–2019-03-01 finns redan.", field="starts"):
        school_break.add(adopted.work, 1, "sportlov", LAST, date(2019, 3, 8))


def test_the_same_break_another_year_and_another_break_on_its_days_are_let_be(adopted: Year):
    school_break.add(adopted.work, 1, "Sportlov", FIRST, LAST)
    school_break.add(adopted.work, 1, "Sportlov", date(2020, 2, 24), date(2020, 2, 28))
    school_break.add(adopted.work, 1, "Studiedag", LAST, LAST)
    assert len(told(adopted, None)) == 3


def test_a_break_without_a_name_or_with_a_personal_number_is_refused(adopted: Year):
    with refused(adopted, "Ange vad lovet heter.", field="title"):
        school_break.add(adopted.work, 1, " ", FIRST, LAST)
    with refused(adopted, HOLDS_NUMBER, field="title", rule="R11"):
        school_break.add(adopted.work, 1, NUMBER, FIRST, LAST)


@pytest.mark.parametrize(
    ("line", "title", "first", "last"),
    [
        ("Sportlov 2019-02-25–2019-03-01", "Sportlov", FIRST, LAST),
        ("Sportlov 2019-02-25 - 2019-03-01", "Sportlov", FIRST, LAST),
        ("Sportlov;2019-02-25;2019-03-01", "Sportlov", FIRST, LAST),
        ("Sportlov\t2019-02-25\t2019-03-01", "Sportlov", FIRST, LAST),
        ("Sportlov: 2019-02-25 till 2019-03-01.", "Sportlov", FIRST, LAST),
        ("Studiedag 2019-01-08", "Studiedag", date(2019, 1, 8), date(2019, 1, 8)),
        ("Sportlov v. 9", "Sportlov", FIRST, LAST),
        ("Sportlov, vecka 9", "Sportlov", FIRST, LAST),
        ("v9", "Lov", FIRST, LAST),
        ("Höstlov v. 44", "Höstlov", date(2018, 10, 29), date(2018, 11, 2)),
        ("Jullov v. 52–1", "Jullov", date(2018, 12, 24), date(2019, 1, 4)),
        ("Jullov v. 52-1 2018", "Jullov", date(2018, 12, 24), date(2019, 1, 4)),
        ("Sportlov v. 9 2020", "Sportlov", date(2020, 2, 24), date(2020, 2, 28)),
    ],
)
def test_a_line_is_read_as_people_write_it(adopted: Year, line: str, title: str, first: date, last: date):
    school_break.paste(adopted.work, 1, PERIOD, f"\n{line}\n")
    assert told(adopted, None) == [(title, first, last)]


def test_several_lines_are_one_thing_to_undo(adopted: Year):
    made = school_break.paste(adopted.work, 1, PERIOD, "Höstlov v. 44\n\nSportlov v. 9")
    assert len(made) == 2
    adopted.work.undo()
    assert told(adopted, None) == []


def test_lines_that_cannot_be_read_are_told_and_nothing_is_added(adopted: Year):
    text = "Sportlov v. 9\nnågon gång i mars\nPåsklov 2019-02-30\nSportlov v. 9\nLov v. 54"
    with refused(adopted, "Rad 2: skriv lovets namn och dagar", field="text"):
        school_break.paste(adopted.work, 1, PERIOD, text)
    with refused(adopted, "Rad 3: dagarna finns inte.\nRad 4: Sportlov 2019-02-25", field="text"):
        school_break.paste(adopted.work, 1, PERIOD, text)


def test_no_lines_at_all_are_refused(adopted: Year):
    with refused(adopted, "Skriv minst ett lov", field="text"):
        school_break.paste(adopted.work, 1, PERIOD, " \n")


def test_a_personal_number_in_a_line_is_refused(adopted: Year):
    with refused(adopted, "Rad 1: raden ser ut att innehålla ett personnummer.", field="text"):
        school_break.paste(adopted.work, 1, PERIOD, f"Lov för {NUMBER} v. 9")
