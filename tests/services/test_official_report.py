"""The officials' letter to boards: written once, one variant a board (L13, ST03, ST19), and undone."""

from datetime import date

import pytest

from samverkan_desktop.register_vocabulary import MatterSubject, UnionStep
from samverkan_desktop.services import (
    agreement_writing,
    board_matter,
    facts_of_registers,
    follow_up,
    official_report,
    official_report_content,
)
from samverkan_desktop.services.export import export
from samverkan_desktop.vocabulary import DocumentKind, Word
from tests.services.registers import AGREEMENT
from tests.services.year import HOLDS_NUMBER, NUMBER, PERIOD, Year, refused

SCHOOLS, SOCIAL = "Bildningsnämnden", "Socialnämnden"
DAY = date(2018, 9, 10)


@pytest.fixture
def matter(held: Year) -> int:
    return board_matter.open_matter(
        held.work, AGREEMENT, MatterSubject.OTHER, "Plan för [nämnden]", case_number="SN 18/0098",
        clauses=["[Nämnden] antar planen."], enclosures=["Planen"], earlier=["SN 2018-02-01, § 3"],
        distribution=["Revisorerna"], statement="Vi ställer oss bakom.", negotiation=UnionStep.NOT_CONCERNED,
    )  # fmt: skip


def test_nothing_is_written_to_begin_with(held: Year, matter: int):
    row = official_report.row(held.work, matter)
    assert (row.written, row.summary, row.dated) == (False, "", None)
    assert [variant.board for variant in row.variants] == [SCHOOLS, SOCIAL]


def test_each_board_gets_a_letter_of_its_own(held: Year, matter: int):
    official_report.change(
        held.work, matter, handler="Kvalitetschef", dated=DAY, summary="Till [nämnden].",
        basis=["Utredning"], signatories=["Kvalitetschef"],
    )  # fmt: skip
    official_report.change_variant(held.work, matter, SCHOOLS, case_number="BIN 2018/4")
    schools, social = official_report_content.contents(held.work, matter)
    assert (schools.board, schools.title, schools.summary) == (
        SCHOOLS, f"Plan för {SCHOOLS}", f"Till {SCHOOLS}.",
    )  # fmt: skip
    assert (schools.your_number, social.your_number) == ("BIN 2018/4", "")
    assert (schools.clauses, social.clauses) == ((f"{SCHOOLS} antar planen.",), (f"{SOCIAL} antar planen.",))
    assert (schools.administration, schools.handler) == ("Bildningsförvaltningen", "Namn F4, Kvalitetschef")
    assert schools.basis == ("Utredning", "Planen", "SN 2018-02-01, § 3")
    assert schools.signatories[-1].holder == "Namn F4"
    assert (schools.negotiation, schools.receivers) == ("", ("Revisorerna",))


def test_a_board_has_a_proposal_of_its_own(held: Year, matter: int):
    official_report.change_variant(held.work, matter, SOCIAL, clauses=["Nämnden avvaktar.", " "])
    _, social = official_report_content.contents(held.work, matter)
    assert social.clauses == ("Nämnden avvaktar.",)


def test_a_board_is_left_out(held: Year, matter: int):
    official_report.change_variant(held.work, matter, SCHOOLS, left_out=True)
    assert [letter.board for letter in official_report_content.contents(held.work, matter)] == [SOCIAL]
    official_report.change_variant(held.work, matter, SOCIAL, left_out=True)
    with refused(held, "Välj minst en nämnd som skrivelsen går till."):
        official_report_content.contents(held.work, matter)


def test_it_is_called_what_the_agreement_calls_it(held: Year, matter: int):
    agreement_writing.set_word(held.work, AGREEMENT, Word.OFFICIAL_REPORT, "tjänsteutlåtande")
    assert official_report_content.contents(held.work, matter)[0].name == "Tjänsteutlåtande"


def test_what_is_written_is_taken_back(held: Year, matter: int):
    official_report.change(held.work, matter, summary="Kort.")
    held.work.undo()
    assert not official_report.row(held.work, matter).written
    official_report.change_variant(held.work, matter, SOCIAL, case_number="1")
    held.work.undo()
    assert official_report.row(held.work, matter).variants[1].case_number == ""


@pytest.mark.parametrize("values", [{"summary": NUMBER}, {"basis": [NUMBER]}], ids=["text", "list"])
def test_a_personal_identity_number_is_refused(held: Year, matter: int, values: dict[str, object]):
    with refused(held, HOLDS_NUMBER, field=next(iter(values)), rule="R11"):
        official_report.change(held.work, matter, **values)


def test_what_is_written_is_watched_for_such_numbers(held: Year, matter: int):
    official_report.change(held.work, matter, analysis="En analys.", basis=["Utredning"])
    with held.work.read() as session:
        (fact,) = facts_of_registers.board_matters(session, AGREEMENT)
    assert {"En analys.", "Utredning"} <= set(fact.texts)


def test_it_goes_with_its_matter(held: Year, matter: int):
    official_report.change(held.work, matter, summary="Kort.")
    official_report.change_variant(held.work, matter, SOCIAL, case_number="1")
    board_matter.remove_matter(held.work, matter)
    held.work.undo()
    assert official_report.row(held.work, matter).summary == "Kort."


def test_one_file_is_made_for_each_board(held: Year, matter: int):
    official_report.change(held.work, matter, dated=DAY)
    written = export(held.work, DocumentKind.OFFICIAL_REPORT, held.folder / "ut", matter_id=matter)
    assert [file.name for file in written] == [
        "2018-09-10-tjansteskrivelse-bildningsnamnden-plan-for-namnden.docx",
        "2018-09-10-tjansteskrivelse-socialnamnden-plan-for-namnden.docx",
    ]


def test_without_a_matter_those_that_are_begun_are_made(held: Year, matter: int):
    with refused(held, "Det finns inget av det slaget att skriva ut för 2018/2019."):
        export(held.work, DocumentKind.OFFICIAL_REPORT, held.folder / "ut")
    official_report.change(held.work, matter, summary="Kort.")
    assert len(export(held.work, DocumentKind.OFFICIAL_REPORT, held.folder / "ut", file_format="pdf")) == 2


def test_a_letter_is_begun_from_the_follow_up(held: Year):
    made = official_report.from_follow_up(held.work, AGREEMENT, PERIOD)
    told = follow_up.content(held.work, AGREEMENT, PERIOD)
    row = official_report.row(held.work, made)
    assert row.summary == "\n\n".join(told.summary)
    assert row.basis == (f"Uppföljning {PERIOD}",)
    (letter, _) = official_report_content.contents(held.work, made)
    assert letter.clauses == (f"{SCHOOLS} lägger rapporten med godkännande till handlingarna.",)
    held.work.undo()
    assert board_matter.listing(held.work, AGREEMENT) == ()


def test_a_letter_that_is_begun_is_not_written_over(held: Year):
    made = official_report.from_follow_up(held.work, AGREEMENT, PERIOD)
    official_report.change(held.work, made, summary="Egna ord.")
    assert official_report.from_follow_up(held.work, AGREEMENT, PERIOD) == made
    assert official_report.row(held.work, made).summary == "Egna ord."
