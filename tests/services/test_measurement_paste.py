from datetime import date

import pytest

from samverkan_desktop.services import indicator, measurement
from samverkan_desktop.services.measurement_paste import paste
from tests.services.registers import AGREEMENT
from tests.services.year import COMING, NUMBER, PERIOD, Year, refused

LINES = """\
Läsår\tVärde
2018/2019\t71,5 %

2019/20\t
2020/2021;1 073.25;Preliminärt
"""


@pytest.fixture
def measured(adopted: Year) -> Year:
    """Return the archive with an indicator, three years on."""
    indicator.add(adopted.work, AGREEMENT, "Andel med plan", unit="%")
    adopted.at(date(2020, 9, 1))
    return adopted


def values(year: Year) -> list[tuple[str, float, str]]:
    (row,) = indicator.listing(year.work, AGREEMENT)
    return [(each.period, each.value, each.note) for each in row.values]


def test_every_line_with_a_value_is_noted(measured: Year):
    assert paste(measured.work, 1, LINES) == 2
    assert values(measured) == [(PERIOD, 71.5, ""), ("2020/2021", 1073.25, "Preliminärt")]
    measured.work.undo()
    assert values(measured) == []


def test_a_line_without_a_note_leaves_the_one_that_is_there(measured: Year):
    measurement.measure(measured.work, 1, PERIOD, 60.0, note="Enkät")
    paste(measured.work, 1, "2018/2019;61")
    assert values(measured) == [(PERIOD, 61.0, "Enkät")]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("2019/2020", "Rad 2: skriv år;värde."),
        ("2019/2020;7;a;b", "Rad 2: skriv år;värde."),
        ("2019/2020;många", "Rad 2: värdet många är inget tal. Skriv det som 72,5."),
        ("2019/2020;;preliminärt", "Rad 2: värdet saknas."),
        ("i fjol;7", "Rad 2: Året i fjol går inte att läsa. Skriv det som 2018/2019."),
        ("2021/2022;7", "Rad 2: 2021/2022 ligger utanför avtalets tid."),
        ("2018/19;7", "Rad 2: 2018/2019 står på två rader."),
        (f"2019/2020;7;{NUMBER}", "Rad 2: Texten ser ut att innehålla ett personnummer."),
    ],
)
def test_a_line_that_is_not_as_it_should_be_stops_them_all(measured: Year, line: str, message: str):
    with refused(measured, message, field="text"):
        paste(measured.work, 1, f"2018/2019;71,5\n{line}")
    assert values(measured) == []


def test_of_many_faults_the_first_are_told(measured: Year):
    for count, told in ((6, "… och en rad till."), (7, "… och 2 rader till.")):
        with refused(measured, told, field="text"):
            paste(measured.work, 1, "\n".join(["2018/2019;x"] * count))


def test_a_year_that_has_not_begun_has_no_value(measured: Year):
    measured.at(date(2019, 5, 1))
    with refused(measured, "Rad 1: 2019/2020 har inte börjat.", field="text"):
        paste(measured.work, 1, f"{COMING};7")


@pytest.mark.parametrize("text", ["", "Läsår;Värde", "2018/2019;"])
def test_without_values_nothing_is_done(measured: Year, text: str):
    with refused(measured, "Klistra in minst en rad: år;värde.", field="text"):
        paste(measured.work, 1, text)
