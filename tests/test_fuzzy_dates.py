import re
from datetime import date

import pytest

from samverkan_desktop.fuzzy_dates import read
from samverkan_desktop.periods import Calendar, Period


@pytest.mark.parametrize(
    ("text", "label", "first", "last"),
    [
        ("2010-03-01", "2010-03-01", date(2010, 3, 1), date(2010, 3, 1)),
        ("första kvartalet 2010", "kvartal 1 2010", date(2010, 1, 1), date(2010, 3, 31)),
        ("under första kvartalet 2010", "kvartal 1 2010", date(2010, 1, 1), date(2010, 3, 31)),
        ("Kvartal 4, 2010", "kvartal 4 2010", date(2010, 10, 1), date(2010, 12, 31)),
        ("2010-Q1", "kvartal 1 2010", date(2010, 1, 1), date(2010, 3, 31)),
        ("2010 q2", "kvartal 2 2010", date(2010, 4, 1), date(2010, 6, 30)),
        ("Q3 2010", "kvartal 3 2010", date(2010, 7, 1), date(2010, 9, 30)),
        ("ht 2019", "ht 2019", date(2019, 8, 1), date(2019, 12, 31)),
        ("hösten 2019", "ht 2019", date(2019, 8, 1), date(2019, 12, 31)),
        ("vårterminen 2020", "vt 2020", date(2020, 1, 1), date(2020, 7, 31)),
        ("mars 2010", "mars 2010", date(2010, 3, 1), date(2010, 3, 31)),
        ("senast feb. 2012", "februari 2012", date(2012, 2, 1), date(2012, 2, 29)),
        ("2010-12", "december 2010", date(2010, 12, 1), date(2010, 12, 31)),
        ("v. 1 2021", "v. 1 2021", date(2021, 1, 4), date(2021, 1, 10)),
        ("vecka 53 2020", "v. 53 2020", date(2020, 12, 28), date(2021, 1, 3)),
        ("2020-W53", "v. 53 2020", date(2020, 12, 28), date(2021, 1, 3)),
        ("andra halvåret 2020", "andra halvåret 2020", date(2020, 7, 1), date(2020, 12, 31)),
        ("2010", "2010", date(2010, 1, 1), date(2010, 12, 31)),
        ("läsåret 2018/19", "2018/2019", date(2018, 7, 1), date(2019, 6, 30)),
    ],
)
def test_a_time_has_a_name_and_a_first_and_a_last_day(text: str, label: str, first: date, last: date):
    assert read(text) == Period(first, last, label)


def test_a_school_agreement_says_where_its_terms_begin():
    assert read("ht 2019", Calendar(start=(8, 15))).starts == date(2019, 8, 15)
    assert read("vt 2020", Calendar(start=(8, 15))).ends == date(2020, 8, 14)


@pytest.mark.parametrize(
    "text",
    [
        "", "snart", "nästa år", "femte kvartalet 2010", "kvartal 5 2010", "2010-13", "2010-02-30", "2010-Q0",
        "v. 54 2019", "v. 53 2019", "marsch 2010", "10", "0010", "9999", "2018/2020", "före mars 2010",
        "2010-03-01 2010-04-01", "tredje halvåret 2010",
    ],
)  # fmt: skip
def test_nonsense_is_refused(text: str):
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        read(text)


@pytest.mark.parametrize(
    ("text", "swedish"),
    [
        ("first quarter of 2010", "första kvartalet 2010"),
        ("quarter 3 of 2019", "kvartal 3 2019"),
        ("by May 2019", "maj 2019"),
        ("October 2019", "oktober 2019"),
        ("autumn term 2019", "höstterminen 2019"),
        ("spring 2019", "vt 2019"),
        ("second half of 2019", "andra halvåret 2019"),
        ("the school year 2018/2019", "läsåret 2018/2019"),
        ("week 36 2019", "v. 36 2019"),
    ],
)
def test_a_time_in_english_means_what_it_means_in_swedish(text: str, swedish: str):
    told, meant = read(text), read(swedish)
    assert (told.starts, told.ends) == (meant.starts, meant.ends)
