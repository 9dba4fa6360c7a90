from datetime import date

import pytest

from samverkan_desktop.errors import UserError
from samverkan_desktop.services.privacy import demand, refuse, refuse_future, warning
from tests.services.year import COORDINATION, HOLDS_NUMBER, NUMBER


@pytest.mark.parametrize("number", [NUMBER, COORDINATION, "121212 1212", "1212121212"])
def test_a_number_is_warned_of_and_refused_at_its_field(number: str):
    assert "ser ut att innehålla ett personnummer" in warning(f"Gäller {number}.")
    with pytest.raises(UserError) as caught:
        refuse(title="Allt väl", text=f"Gäller {number}.")
    assert (caught.value.message, caught.value.field, caught.value.rule) == (HOLDS_NUMBER, "text", "R11")


def test_other_texts_pass():
    assert warning("Möte 2018-12-04 kl. 13.00–15.00, tel. 0410-73 30 00") == ""
    refuse(text="")


def test_what_must_be_there_is_demanded_at_its_field():
    demand("Ange något.", first="a")
    with pytest.raises(UserError) as caught:
        demand("Ange något.", rule="R21", first="a", second=" ")
    assert (caught.value.field, caught.value.rule) == ("second", "R21")


def test_today_is_not_to_come():
    refuse_future(date(2018, 9, 4), day=date(2018, 9, 4))
    with pytest.raises(UserError, match="2018-09-05 ligger framåt i tiden"):
        refuse_future(date(2018, 9, 4), day=date(2018, 9, 5))
