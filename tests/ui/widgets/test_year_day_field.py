"""A day that comes every year, as people write it."""

import pytest

from samverkan_desktop.ui.theme import Theme
from samverkan_desktop.ui.widgets.year_day_field import YearDayField


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1 mars", "03-01"), ("den 31 december", "12-31"), ("5 Maj", "05-05"), ("15 okt.", "10-15"),
        ("1:a juli", "07-01"), ("1/3", "03-01"), ("03-01", "03-01"), ("", None),
    ],
)  # fmt: skip
def test_a_day_is_read_as_people_write_it(theme: Theme, written: str, meant: str | None):
    field = YearDayField()
    field.setText(written)
    assert field.value() == meant


@pytest.mark.parametrize("written", ["29 februari", "31 april", "1 ma", "mars", "13-01", "0 mars", "snart"])
def test_what_is_no_day_is_said(theme: Theme, written: str):
    field, said, told = YearDayField(), [], []
    field.misread.connect(said.append)
    field.committed.connect(told.append)
    field.setText(written)
    field.commit()
    assert said == ["Skriv en dag som finns varje år, till exempel 1 mars."]
    assert told == []


def test_a_stored_day_is_shown_in_words(theme: Theme):
    field = YearDayField()
    field.set_value("03-01")
    assert field.text() == "1 mars"
    assert field.value() == "03-01"
    field.set_value("när som helst")
    assert field.text() == "när som helst"
