from datetime import date

import pytest

from samverkan_desktop.register_vocabulary import Organiser, SchoolForm
from samverkan_desktop.services import area, coverage
from samverkan_desktop.services.coverage_paste import paste
from samverkan_desktop.vocabulary import AreaKind
from tests.services.registers import AGREEMENT
from tests.services.year import NUMBER, Year, refused

LINES = """\
Skola;Skolform;Huvudman;Område;Datum
Ekskolan;grundskola;kommunal;Norr;2018-09-03

Friskolan; Grundskola ; Fristående
Gymnasiet\tgymnasium\tkommun\t\t
"""


def test_every_line_becomes_a_school(held: Year):
    area.add(held.work, AGREEMENT, AreaKind.PLACE, "Norr")
    assert len(paste(held.work, AGREEMENT, LINES)) == 3
    found = [
        (row.name, row.form, row.organiser, row.area, row.agreed_on)
        for row in coverage.listing(held.work, AGREEMENT)
    ]
    assert found == [
        ("Ekskolan", SchoolForm.COMPULSORY, Organiser.MUNICIPAL, "Norr", date(2018, 9, 3)),
        ("Friskolan", SchoolForm.COMPULSORY, Organiser.INDEPENDENT, "", None),
        ("Gymnasiet", SchoolForm.UPPER_SECONDARY, Organiser.MUNICIPAL, "", None),
    ]
    held.work.undo()
    assert coverage.listing(held.work, AGREEMENT) == ()


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("Ekskolan", "Rad 2: skriv namn;skolform;huvudman;område;datum."),
        ("E;grundskola;kommunal;Norr;2018-09-03;mer", "Rad 2: skriv namn;skolform;huvudman;område;datum."),
        (";grundskola;kommunal", "Rad 2: namnet saknas."),
        (f"{NUMBER};grundskola;kommunal", "Rad 2: namnet ser ut att innehålla ett personnummer."),
        (
            "E;folkhögskola;kommunal",
            "Rad 2: skolformen folkhögskola är okänd. Skriv någon av: förskola, grundskola, anpassad skola",
        ),
        (
            "E;grundskola;statlig",
            "Rad 2: huvudmannen statlig är okänd. Skriv någon av: kommunal, fristående.",
        ),
        ("E;grundskola;kommunal;Väster", "Rad 2: området Väster finns inte bland avtalets områden."),
        (
            "E;grundskola;kommunal;;3/9-18",
            "Rad 2: datumet 3/9-18 går inte att läsa. Skriv det som 2018-09-04.",
        ),
        ("E;grundskola;kommunal;;2018-09-05", "Rad 2: 2018-09-05 ligger framåt i tiden."),
        ("först;grundskola;kommunal", "Rad 2: först finns redan med den skolformen."),
    ],
)
def test_a_line_that_is_not_as_it_should_be_stops_them_all(held: Year, line: str, message: str):
    with refused(held, message, field="text"):
        paste(held.work, AGREEMENT, f"Först;grundskola;kommunal\n{line}\nSist;grundskola;kommunal")


def test_a_school_that_is_there_already_is_told(held: Year):
    paste(held.work, AGREEMENT, "Ekskolan;grundskola;kommunal")
    with refused(held, "Rad 1: Ekskolan finns redan med den skolformen.", field="text"):
        paste(held.work, AGREEMENT, "Ekskolan;grundskola;fristående")
    paste(held.work, AGREEMENT, "Ekskolan;särskola;kommunal")
    assert len(coverage.listing(held.work, AGREEMENT)) == 2


def test_several_faults_are_told_at_once_and_the_rest_counted(held: Year):
    with refused(held, "Rad 1: namnet saknas.\nRad 2: namnet saknas.", field="text"):
        paste(held.work, AGREEMENT, ";grundskola;kommunal\n;grundskola;kommunal")
    with refused(held, "Rad 5: namnet saknas.\n… och 3 rader till.", field="text"):
        paste(held.work, AGREEMENT, ";grundskola;kommunal\n" * 8)


def test_nothing_pasted_is_refused(held: Year):
    with refused(held, "Klistra in minst en rad: namn;skolform;huvudman;område;datum.", field="text"):
        paste(held.work, AGREEMENT, "\nSkola;Skolform;Huvudman\n\n")
