from datetime import date

import pytest

from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import indicator, measurement
from samverkan_desktop.services.indicator import IndicatorRow
from tests.services.registers import AGREEMENT, demand
from tests.services.year import COMING, DAYS, HOLDS_NUMBER, LAST, NUMBER, PERIOD, Year, refused

NEXT_AUTUMN = date(2019, 9, 10)


def add(year: Year, name: str = "Andel med plan", **values: object) -> int:
    return indicator.add(year.work, AGREEMENT, name, **values)  # type: ignore[arg-type]  as a form gives them


def row(year: Year) -> IndicatorRow:
    return indicator.listing(year.work, AGREEMENT)[0]


def test_an_indicator_is_added_with_what_is_measured(adopted: Year):
    add(adopted, " Andel ", definition="Barn med plan", unit="%", source="Statistik", target=80.0)
    found = row(adopted)
    assert (found.name, found.definition, found.unit, found.source, found.target, found.on_trial) == (
        "Andel",
        "Barn med plan",
        "%",
        "Statistik",
        80.0,
        False,
    )
    assert (found.values, found.series, found.latest) == ((), ((PERIOD, None),), None)


def test_an_indicator_that_cannot_be_is_refused(adopted: Year):
    add(adopted)
    with refused(adopted, "Ange vad indikatorn heter.", field="name"):
        add(adopted, " ")
    with refused(adopted, "Det finns redan en indikator som heter andel med plan.", field="name"):
        add(adopted, "andel med plan")
    with refused(adopted, "Ange ett tal, till exempel 72,5.", field="target"):
        add(adopted, "Väntetid", target=float("inf"))
    with refused(adopted, HOLDS_NUMBER, field="source", rule="R11"):
        add(adopted, "Väntetid", source=NUMBER)


def test_an_indicator_is_changed_field_by_field(adopted: Year):
    made, other = add(adopted, unit="%", target=80.0), add(adopted, "Väntetid")
    indicator.change(adopted.work, made, name=" Andel ", target=None)
    assert (row(adopted).name, row(adopted).target, row(adopted).unit) == ("Andel", None, "%")
    with refused(adopted, "Det finns redan en indikator som heter Andel.", field="name"):
        indicator.change(adopted.work, other, name="Andel")
    with refused(adopted, "Ange vad indikatorn heter.", field="name"):
        indicator.change(adopted.work, other, name="")
    with refused(adopted, HOLDS_NUMBER, field="definition", rule="R11"):
        indicator.change(adopted.work, other, definition=NUMBER)


# --- Measured ---


def test_a_value_is_noted_for_a_working_year_and_can_be_corrected(adopted: Year):
    made = add(adopted)
    measurement.measure(adopted.work, made, "2018/19", 72.5, note="Preliminärt")
    adopted.at(LAST)
    measurement.measure(adopted.work, made, PERIOD, 74.0)
    (value,) = row(adopted).values
    assert (value.period, value.value, value.note, value.measured_on) == (PERIOD, 74.0, "", date(2018, 8, 20))
    assert row(adopted).latest == value


def test_the_note_of_a_value_that_is_corrected_can_be_left_as_it_is(adopted: Year):
    made = add(adopted)
    measurement.measure(adopted.work, made, PERIOD, 72.5, note="Preliminärt")
    measurement.measure(adopted.work, made, PERIOD, 74.0, note=None)
    (value,) = row(adopted).values
    assert (value.value, value.note) == (74.0, "Preliminärt")


def test_a_series_has_every_year_begun_whether_measured_or_not(adopted: Year):
    made = add(adopted)
    adopted.at(date(2020, 9, 1))
    measurement.measure(adopted.work, made, PERIOD, 60.0, measured_on=LAST)
    measurement.measure(adopted.work, made, "2020/2021", 80.0)
    assert row(adopted).series == ((PERIOD, 60.0), (COMING, None), ("2020/2021", 80.0))


def test_a_series_begins_with_the_indicator_and_ends_when_it_is_dropped(adopted: Year):
    late, early = add(adopted, since=date(2019, 7, 1)), add(adopted, "Väntetid")
    adopted.at(date(2020, 9, 1))
    indicator.drop(adopted.work, early, LAST)
    assert [each.series for each in indicator.listing(adopted.work, AGREEMENT)] == [
        ((COMING, None), ("2020/2021", None)),
        ((PERIOD, None),),
    ]
    measurement.measure(adopted.work, late, PERIOD, 50.0)
    assert row(adopted).series[0] == (PERIOD, 50.0)


@pytest.mark.parametrize(
    ("period", "value", "message", "field"),
    [
        (COMING, 1.0, "2019/2020 har inte börjat. Välj ett år som har börjat.", "period"),
        ("2021/2022", 1.0, "2021/2022 ligger utanför avtalets tid.", "period"),
        (PERIOD, float("nan"), "Ange ett tal, till exempel 72,5.", "value"),
    ],
)
def test_a_value_that_cannot_be_is_refused(
    adopted: Year, period: str, value: float, message: str, field: str
):
    made = add(adopted)
    with refused(adopted, message, field=field):
        measurement.measure(adopted.work, made, period, value)


def test_a_note_holds_no_personal_identity_number_and_a_day_is_not_to_come(adopted: Year):
    made = add(adopted)
    with refused(adopted, HOLDS_NUMBER, field="note", rule="R11"):
        measurement.measure(adopted.work, made, PERIOD, 1.0, note=NUMBER)
    with refused(adopted, "ligger framåt i tiden", field="measured_on"):
        measurement.measure(adopted.work, made, PERIOD, 1.0, measured_on=DAYS[0])


def test_a_value_is_taken_away(adopted: Year):
    made = add(adopted)
    measurement.measure(adopted.work, made, PERIOD, 1.0)
    measurement.clear(adopted.work, made, PERIOD)
    assert row(adopted).values == ()
    adopted.work.undo()
    assert row(adopted).values[0].value == 1.0


# --- Tried out, kept, dropped ---


def test_an_indicator_is_tried_out_and_then_kept(adopted: Year):
    demand(adopted, "indicators", group="")
    made = add(adopted, on_trial=True)
    adopted.at(NEXT_AUTUMN)
    assert adopted.statuses("R42") == [Status.NOT_COUNTABLE]
    indicator.keep(adopted.work, made, NEXT_AUTUMN)
    assert (row(adopted).on_trial, row(adopted).since) == (False, NEXT_AUTUMN)
    assert [(each.period, each.status) for each in adopted.found("R42")] == [(COMING, Status.UPCOMING)]
    with refused(adopted, "Indikatorn Andel med plan prövas inte; den används redan."):
        indicator.keep(adopted.work, made, NEXT_AUTUMN)
    indicator.try_out(adopted.work, made)
    assert row(adopted).on_trial


def test_an_indicator_that_is_dropped_is_no_longer_asked_for(adopted: Year):
    demand(adopted, "indicators", group="")
    made = add(adopted)
    adopted.at(NEXT_AUTUMN)
    assert adopted.statuses("R42") == [Status.BREACHED, Status.UPCOMING]
    indicator.drop(adopted.work, made, LAST)
    assert adopted.statuses("R42") == []
    indicator.resume(adopted.work, made)
    assert row(adopted).until is None
    with refused(adopted, "ligger framåt i tiden", field="day"):
        indicator.drop(adopted.work, made, date(2019, 9, 11))


def test_a_value_noted_late_mends_the_year(adopted: Year):
    demand(adopted, "indicators", group="")
    made = add(adopted)
    adopted.at(NEXT_AUTUMN)
    measurement.measure(adopted.work, made, PERIOD, 72.5)
    assert [(each.period, each.status) for each in adopted.found("R42")] == [
        (COMING, Status.UPCOMING),
        (PERIOD, Status.FULFILLED),
    ]


def test_indicators_are_moved_and_taken_away_until_they_are_measured(adopted: Year):
    first, second = add(adopted, "A"), add(adopted, "B")
    indicator.move(adopted.work, second, 1)
    measurement.measure(adopted.work, second, PERIOD, 1.0)
    with refused(adopted, "Indikatorn B har värden. Avsluta den i stället."):
        indicator.remove(adopted.work, second)
    indicator.remove(adopted.work, first)
    assert [(each.position, each.name) for each in indicator.listing(adopted.work, AGREEMENT)] == [(1, "B")]
