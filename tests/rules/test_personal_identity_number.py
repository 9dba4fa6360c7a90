import random
from datetime import date, timedelta

import pytest
from stdnum import luhn

from samverkan_desktop.rules.personal_identity_number import Span, find, worth_a_look


def invented(day: date, serial: int, coordination: int = 0) -> str:
    """Return twelve digits with a right check digit."""
    short = f"{day:%y%m}{day.day + coordination:02}{serial:03}"
    return f"{day:%Y}"[:2] + short + luhn.calc_check_digit(short)


@pytest.mark.parametrize(
    "text",
    [
        "811228-9874",
        "19811228-9874",
        "811228+9874",
        "811228 9874",
        "811228–9874",
        "811228−9874",
        "8112289874",
        "198112289874",
        "811228 - 9874",
        "811288-9871",
        "(811228-9874)",
        "pnr:811228-9874,",
    ],
)
def test_every_way_of_writing_a_number_is_found(text: str):
    assert len(find(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2018-09-04",
        "2018-09-04 kl. 13.00–15.00",
        "KS-2018/451.181",
        "dnr 2018-451.181",
        "BUN 2010/132:60",
        "0410-733000",
        "0410-73 30 00",
        "+46 410 73 30 00",
        "1234567890",
        "811228-9875",
        "811328-9872",
        "810229-9870",
        "212000-1199",
        "18112289874123",
        "läsåret 2018/2019",
    ],
)
def test_what_is_no_number_is_left_alone(text: str):
    assert find(text) == ()


def test_where_it_stands_is_told():
    text = "Frågan om 811228-9874 och 19811228-9874."
    assert [text[span.start : span.end] for span in find(text)] == ["811228-9874", "19811228-9874"]
    assert find(text)[0] == Span(10, 21)


@pytest.mark.parametrize("coordination", [0, 60])
def test_any_invented_number_is_found_and_none_with_a_wrong_check_digit(coordination: int):
    chance = random.Random(2018)  # noqa: S311  the same numbers every time
    for _ in range(300):
        day = date(1920, 1, 1) + timedelta(days=chance.randrange(38000))
        number = invented(day, chance.randrange(1000), coordination)
        wrong = number[:-1] + str((int(number[-1]) + 1 + chance.randrange(9)) % 10)
        separator = chance.choice(["", "-", "+", " ", "–"])
        cut = chance.choice([0, 2])
        assert find(f"x {number[cut:8]}{separator}{number[8:]} y"), number
        assert not find(f"x {wrong[cut:8]}{separator}{wrong[8:]} y"), wrong


@pytest.mark.parametrize("month", range(1, 13))
def test_a_number_of_any_month_is_found_among_very_many_texts(month: int):
    text = invented(date(2222, month, 22), 222, coordination=60 * (month % 2))
    others = [f"Punkt {n} den 4/9 2018" for n in range(200)]
    assert text in worth_a_look([*others[:150], text, *others[150:]])


def test_texts_without_numbers_are_not_looked_at_closely():
    assert list(worth_a_look(["Gruppen kom överens.", "Kl. 13.00 den 2018-09-04", "073-123 45"] * 100)) == []
