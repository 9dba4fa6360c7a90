from datetime import date
from typing import Any

import pytest

from samverkan_desktop.register_vocabulary import BoardOutcome, Instance, MatterSubject, UnionStep
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import board_matter, board_report, board_words
from samverkan_desktop.services.board_rows import BoardReportRow
from tests.services.registers import AGREEMENT, demand
from tests.services.year import HOLDS_NUMBER, NUMBER, Year, refused

BOARD = "Barn- och utbildningsnämnden"
OPENED, PROPOSED, DECIDED = date(2018, 8, 21), date(2018, 9, 5), date(2018, 9, 19)
LATER = date(2018, 10, 20)
BEFORE = "Välj 2018-09-19 eller en senare dag."


@pytest.fixture
def matter(held: Year) -> int:
    """A matter with two clauses, opened in August."""
    held.at(LATER)
    return board_matter.open_matter(
        held.work, AGREEMENT, MatterSubject.OTHER, "Rapport", opened_on=OPENED, clauses=["Ett.", "Två."],
        distribution=["Socialnämnden", "Skolchef"],
    )  # fmt: skip


def chain(year: Year, matter_id: int) -> tuple[BoardReportRow, ...]:
    return board_matter.row(year.work, matter_id).chain


def decided(year: Year, matter_id: int, **values: Any) -> int:  # noqa: ANN401  as the use case takes them
    told: dict[str, Any] = {"reported_on": DECIDED, "outcome": BoardOutcome.APPROVED}
    return board_report.note(year.work, matter_id, BOARD, **(told | values))


# --- The chain of instances ---


def test_a_matter_goes_from_the_committee_to_the_board(held: Year, matter: int):
    decided(held, matter, paragraph="§ 85", page="167", text="Rapporten läggs till handlingarna.")
    board_report.note(
        held.work, matter, BOARD, instance=Instance.COMMITTEE, reported_on=PROPOSED, paragraph="§ 60:1",
        outcome=BoardOutcome.PROPOSED,
    )  # fmt: skip
    assert [(each.place, each.outcome_text) for each in chain(held, matter)] == [
        ("Barn- och utbildningsnämnden, arbetsutskott 2018-09-05 § 60:1", "Föreslår"),
        ("Barn- och utbildningsnämnden 2018-09-19 § 85 s. 167", "Godkänner"),
    ]


@pytest.mark.parametrize("written", ["§ 85", "85", "§85", " § 85 "])
def test_a_paragraph_is_told_with_its_sign(held: Year, matter: int, written: str):
    decided(held, matter, paragraph=written)
    assert chain(held, matter)[0].place == "Barn- och utbildningsnämnden 2018-09-19 § 85"


def test_what_is_still_to_be_dealt_with_comes_last(held: Year, matter: int):
    board_report.note(held.work, matter, "Socialnämnden")
    decided(held, matter)
    assert [each.board for each in chain(held, matter)] == [BOARD, "Socialnämnden"]


def test_a_delegate_says_by_what_it_decides(held: Year, matter: int):
    with refused(held, "Ange vem som beslutar, och punkten i delegationsordningen.", field="delegation"):
        decided(held, matter, instance=Instance.DELEGATE)
    decided(held, matter, instance=Instance.DELEGATE, delegation="Förvaltningschef, punkt 4.2")
    (shown,) = chain(held, matter)
    assert shown.delegation == "Förvaltningschef, punkt 4.2"
    assert shown.place == "Barn- och utbildningsnämnden, delegat 2018-09-19"


def test_the_next_instance_is_noted_by_its_own_name(held: Year, matter: int):
    decided(held, matter, outcome=BoardOutcome.FORWARDED)
    board_report.note(
        held.work, matter, "Kommunstyrelsen", instance=Instance.EXECUTIVE_BOARD, reported_on=LATER,
        outcome=BoardOutcome.APPROVED,
    )  # fmt: skip
    assert chain(held, matter)[-1].place == "Kommunstyrelsen 2018-10-20"


def test_the_law_counts_from_what_is_noted(held: Year, matter: int):
    made = decided(held, matter)
    board_report.change(held.work, made, attested_on=date(2018, 9, 25), notice_up_on=date(2018, 9, 26))
    (shown,) = chain(held, matter)
    assert [(each.label, each.day) for each in shown.law] == [
        ("Protokollet justeras senast", date(2018, 10, 3)),
        ("Justeringen anslås senast", date(2018, 9, 27)),
        ("Beslutet kan överklagas till och med", date(2018, 10, 17)),
        ("Anslaget tas ned tidigast", date(2018, 10, 18)),
        ("Laga kraft tidigast", date(2018, 10, 18)),
    ]


# --- What is refused ---


@pytest.mark.parametrize(
    ("values", "sentence", "field"),
    [
        ({"board": " "}, "Ange vilken nämnd.", "board"),
        ({"reported_on": date(2019, 1, 1)}, "ligger framåt i tiden", "reported_on"),
        ({"reported_on": date(2018, 8, 20)}, "Ärendet öppnades 2018-08-21.", "reported_on"),
        ({"reported_on": None}, "Ange vilken dag beslutet fattades.", "reported_on"),
        ({"clause": 3}, "Välj en punkt från 1 till 2.", "clause"),
        ({"clause": 0}, "Välj en punkt från 1 till 2.", "clause"),
        ({"instance": Instance.COMMITTEE}, "Utskottet bereder ärendet.", "outcome"),
        ({"outcome": BoardOutcome.PROPOSED}, "Bara ett utskott föreslår.", "outcome"),
        ({"attested_on": date(2018, 9, 18)}, BEFORE, "attested_on"),
        ({"notice_up_on": date(2018, 9, 18)}, BEFORE, "notice_up_on"),
        ({"notice_down_on": date(2018, 9, 18)}, BEFORE, "notice_down_on"),
        ({"distributed_on": date(2018, 9, 18)}, BEFORE, "distributed_on"),
        ({"attested_on": date(2019, 1, 1)}, "ligger framåt i tiden", "attested_on"),
    ],
)
def test_what_cannot_have_been_is_refused(
    held: Year, matter: int, values: dict[str, Any], sentence: str, field: str
):
    made = decided(held, matter)
    with refused(held, sentence, field=field):
        board_report.change(held.work, made, **values)


def test_each_day_follows_the_one_before(held: Year, matter: int):
    made = decided(held, matter, attested_on=date(2018, 9, 25))
    with refused(held, "Välj 2018-09-25 eller en senare dag.", field="notice_up_on"):
        board_report.change(held.work, made, notice_up_on=date(2018, 9, 24))


def test_days_need_the_day_it_was_dealt_with(held: Year, matter: int):
    made = board_report.note(held.work, matter, BOARD)
    with refused(held, "Ange först vilken dag ärendet behandlades.", field="reported_on"):
        board_report.change(held.work, made, attested_on=DECIDED)


def test_a_clause_needs_a_numbered_one(held: Year, matter: int):
    board_matter.change_matter(held.work, matter, clauses=[])
    with refused(held, "Ärendet har inga numrerade punkter.", field="clause"):
        decided(held, matter, clause=1)


@pytest.mark.parametrize("field", ["board", "paragraph", "text", "rider", "delegation"])
def test_a_personal_number_is_refused(held: Year, matter: int, field: str):
    made = decided(held, matter)
    with refused(held, HOLDS_NUMBER, field=field, rule="R11"):
        board_report.change(held.work, made, **{field: NUMBER})


# --- Sent out, and taken away ---


def test_what_a_board_decided_is_noted_as_sent(held: Year, matter: int):
    demand(held, "decision_distribution", group="")
    decided(held, matter, clause=1, attested_on=DECIDED)
    decided(held, matter, clause=2, attested_on=DECIDED)
    assert held.statuses("R47") == [Status.AT_RISK, Status.AT_RISK]
    assert board_report.distribute(held.work, matter, BOARD.upper(), LATER) == 2
    assert held.statuses("R47") == [Status.FULFILLED]
    with refused(held, "har inget beslut att skicka", field="day"):
        board_report.distribute(held.work, matter, BOARD, LATER)


def test_nothing_is_sent_without_somebody_to_send_it_to(held: Year, matter: int):
    decided(held, matter)
    board_matter.change_matter(held.work, matter, distribution=[])
    with refused(held, "Skriv först vilka beslutet ska skickas till.", field="distribution"):
        board_report.distribute(held.work, matter, BOARD, LATER)


def test_nothing_is_sent_before_it_is_decided(held: Year, matter: int):
    decided(held, matter)
    with refused(held, "har inget beslut att skicka 2018-09-18", field="day"):
        board_report.distribute(held.work, matter, BOARD, date(2018, 9, 18))


def test_what_was_noted_is_taken_away_and_brought_back(held: Year, matter: int):
    made = decided(held, matter)
    board_report.remove(held.work, made)
    assert chain(held, matter) == ()
    held.work.undo()
    assert [each.id for each in chain(held, matter)] == [made]


# --- Words ---


@pytest.mark.parametrize(
    ("name", "members"),
    [
        (board_words.subject_name, MatterSubject),
        (board_words.instance_name, Instance),
        (board_words.outcome_name, BoardOutcome),
        (board_words.step_name, UnionStep),
    ],
)
def test_every_word_has_a_name_of_its_own(name: Any, members: Any):  # noqa: ANN401  a function of each
    names = [name(member) for member in members]
    assert len(set(names)) == len(names)


def test_phrases_to_begin_from_are_sentences():
    assert all(phrase.endswith(".") for phrase in board_words.phrases())
