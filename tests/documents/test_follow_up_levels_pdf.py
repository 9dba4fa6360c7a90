from dataclasses import replace

import pytest

from samverkan_desktop.documents import follow_up_pdf
from samverkan_desktop.documents.follow_up_levels import Levels
from tests.documents import follow_up_contents, level_contents
from tests.documents.pdf_reading import bookmarks_of, stand_in_order, text_of

HEADINGS = ["Mellan nivåerna", "Ärenden i nämnderna"]


def rendered(levels: Levels) -> bytes:
    return follow_up_pdf.render(replace(follow_up_contents.played_year(), levels=levels))


@pytest.fixture(scope="module")
def made() -> bytes:
    return rendered(level_contents.levels())


def headings(file: bytes) -> list[str]:
    return [heading.lstrip("0123456789 ") for level, heading, _ in bookmarks_of(file) if level == 1]


def test_levels_and_boards_have_sections_of_their_own(made: bytes):
    assert [heading for heading in headings(made) if heading in HEADINGS] == HEADINGS


def test_an_agreement_without_them_has_no_such_sections():
    assert not set(headings(rendered(Levels()))) & set(HEADINGS)


def test_a_matter_stands_with_its_chain_of_instances(made: bytes):
    assert stand_in_order(
        text_of(made),
        "Rapport om fortsatt arbete",
        "dnr 05.155 60", "2005-09-25, § 100",
        "Förhandlingar enligt § 11 MBL har hållits 2019-05-08.",
        "Instans", "Beslut", "Expedierat",
        "arbetsutskott 2019-05-10", "Föreslår",
        "§ 85 s. 167", "Lägger till handlingarna", "2019-06-03",
    )  # fmt: skip


def test_clauses_are_numbered_and_told_apart(made: bytes):
    assert stand_in_order(
        text_of(made),
        "Riktlinjer för samverkan",
        *level_contents.CLAUSES,
        "Utbildningsnämnden 2019-03-12", "Punkt 1, 2: godkänner", "2019-03-20",
        "Socialnämnden 2019-03-14", "Punkt 2: återremitterar", "Tillägg: att skolorna hörs",
        "Inte behandlat än",
    )  # fmt: skip


def test_meetings_stand_with_where_they_were_reported(made: bytes):
    assert stand_in_order(
        text_of(made),
        "Möten som redovisas för nämnd",
        "Styrgruppen 2018-09-04", "Stadsdelsnämnden 2018-10-02",
        "Styrgruppen 2018-10-16", "Inte redovisat",
    )  # fmt: skip


def test_directions_and_reports_stand_with_their_days(made: bytes):
    assert stand_in_order(
        text_of(made),
        "Styrning",
        "2018-09-20", "2+2-mötet", "Se över vägen in till stöd.", "Togs upp",
        "2019-05-02", "Ta fram en tidplan.", "Väntar",
        "Redovisningar",
        "2019-01-15", "Läget i arbetet.",
    )  # fmt: skip


def test_a_matter_nobody_has_dealt_with_says_so():
    waiting = replace(level_contents.report_on_cooperation(), chain=())
    assert "Ärendet har inte behandlats än." in text_of(rendered(Levels(matters=(waiting,))))
