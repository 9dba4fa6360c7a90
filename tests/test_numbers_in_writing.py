"""Numbers as people write them, read and written."""

import pytest

from samverkan_desktop.i18n import exact_decimal, in_language, read_decimal


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("72,5", 72.5),
        ("72.5", 72.5),
        (" 72 ", 72.0),
        ("1 234,5", 1234.5),
        ("1\u00a0234\u202f567", 1234567.0),
        ("-3,2", -3.2),
        ("\N{MINUS SIGN}3,2", -3.2),
        ("+4", 4.0),
        ("0,125", 0.125),
    ],
)
def test_a_number_is_read_with_a_comma_or_a_point(text: str, value: float):
    assert read_decimal(text) == value


@pytest.mark.parametrize(
    "text",
    ["", "många", "72,5,1", "1.234,5", "1e5", "inf", "nan", "12 34", "7 %", ",5", "5,", "--1", "9" * 400],
)
def test_what_is_no_number_is_not_read(text: str):
    with pytest.raises(ValueError):
        read_decimal(text)


@pytest.mark.parametrize("value", [72.0, 72.5, 71.123456, -0.5, 1234567.25, 0.0])
def test_a_number_is_written_so_that_it_is_read_as_the_same(value: float):
    assert read_decimal(exact_decimal(value)) == value
    with in_language("en"):
        assert read_decimal(exact_decimal(value)) == value


def test_a_number_has_a_decimal_comma_in_swedish_and_a_point_in_english():
    assert exact_decimal(1234.5678) == "1234,5678"
    with in_language("en"):
        assert exact_decimal(1234.5678) == "1234.5678"
