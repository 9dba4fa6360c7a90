from datetime import date
from typing import Any

import pytest

from samverkan_desktop.register_vocabulary import BoardOutcome, Instance, MatterSubject, UnionStep
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import agreement, board_matter, board_report, decision
from samverkan_desktop.services.board_rows import BoardMatterRow
from tests.services.registers import AGREEMENT, another_agreement, demand
from tests.services.year import HOLDS_NUMBER, NUMBER, Year, refused

SCHOOLS, SOCIAL = "Bildningsnämnden", "Socialnämnden"
OPENED, NEGOTIATED, PROPOSED, DECIDED = (
    date(2018, 8, 21), date(2018, 9, 3), date(2018, 9, 5), date(2018, 9, 19),
)  # fmt: skip
LATER = date(2018, 10, 1)


def opened(year: Year, subject: MatterSubject = MatterSubject.OTHER, **values: Any) -> int:  # noqa: ANN401  as the use case takes them
    year.at(LATER)
    told: dict[str, Any] = {"opened_on": OPENED, "title": "Rapport om fortsatt arbete"}
    return board_matter.open_matter(year.work, AGREEMENT, subject, **(told | values))


def row(year: Year, matter_id: int) -> BoardMatterRow:
    return board_matter.row(year.work, matter_id)


# --- Opened and changed ---


def test_a_matter_keeps_what_its_heading_and_statement_say(held: Year):
    made = opened(
        held, case_number="05.155 60", statement="Rapporten läggs med godkännande till handlingarna.",
        enclosures=["3 beskrivningar av samverkan", " "], earlier=["BUN 2005-09-25, § 100"],
        distribution=[SOCIAL, "Skolchef"], answers="Skrivelse Dnr 409-0086/2008", period="2018/19",
    )  # fmt: skip
    shown = row(held, made)
    assert (shown.case_number, shown.enclosures) == ("05.155 60", ("3 beskrivningar av samverkan",))
    assert (shown.earlier, shown.distribution) == (("BUN 2005-09-25, § 100",), (SOCIAL, "Skolchef"))
    assert (shown.answers, shown.period, shown.chain) == ("Skrivelse Dnr 409-0086/2008", "2018/2019", ())


def test_a_matter_is_opened_today_unless_another_day_is_given(held: Year):
    made = board_matter.open_matter(held.work, AGREEMENT, MatterSubject.OTHER, "Ett ärende")
    assert row(held, made).opened_on == held.work.today


def test_a_matter_is_changed_and_the_change_taken_back(held: Year):
    made = opened(held)
    board_matter.change_matter(
        held.work, made, title=" Slutrapport ", clauses=["Godkänna.", "", "Expediera."]
    )
    assert (row(held, made).title, row(held, made).clauses) == ("Slutrapport", ("Godkänna.", "Expediera."))
    held.work.undo()
    assert (row(held, made).title, row(held, made).clauses) == ("Rapport om fortsatt arbete", ())


@pytest.mark.parametrize(
    ("values", "sentence", "field"),
    [
        ({"title": " "}, "Ange vad ärendet gäller.", "title"),
        ({"opened_on": date(2019, 1, 1)}, "ligger framåt i tiden", "opened_on"),
        ({"period": "2030/2031"}, "ligger utanför avtalets tid", "period"),
        ({"negotiation": UnionStep.NEGOTIATED}, "Ange vilken dag det skedde.", "negotiated_on"),
        ({"negotiated_on": date(2019, 1, 1)}, "ligger framåt i tiden", "negotiated_on"),
        ({"subject": MatterSubject.MEETING}, "Ange vilket möte som redovisas.", "meeting_id"),
    ],
)
def test_a_matter_that_cannot_be_is_refused(held: Year, values: dict[str, Any], sentence: str, field: str):
    made = opened(held)
    with refused(held, sentence, field=field):
        board_matter.change_matter(held.work, made, **values)


@pytest.mark.parametrize("field", ["title", "statement", "case_number", "signing_by", "answers"])
def test_a_personal_number_in_a_text_is_refused(held: Year, field: str):
    made = opened(held)
    with refused(held, HOLDS_NUMBER, field=field, rule="R11"):
        board_matter.change_matter(held.work, made, **{field: f"Gäller {NUMBER}"})


@pytest.mark.parametrize("field", ["clauses", "distribution", "enclosures", "earlier"])
def test_a_personal_number_in_a_list_is_refused(held: Year, field: str):
    made = opened(held)
    with refused(held, HOLDS_NUMBER, field=field, rule="R11"):
        board_matter.change_matter(held.work, made, **{field: ["Allt väl", f"Gäller {NUMBER}"]})


def test_meetings_and_decisions_are_the_agreements_own(held: Year):
    chosen = held.decide(1)
    other = another_agreement(held)
    held.at(LATER)
    foreign = board_matter.open_matter(held.work, other, MatterSubject.OTHER, "Ett ärende")
    for field in ("planning_meeting_id", "meeting_id"):
        with refused(held, "Välj ett möte som hör till avtalet.", field=field):
            board_matter.change_matter(held.work, foreign, **{field: held.meeting(1)})
    with refused(held, "Välj ett beslut som hör till avtalet.", field="decision_id"):
        board_matter.change_matter(held.work, foreign, decision_id=chosen)


def test_what_a_matter_names_is_told_in_words(held: Year):
    chosen = held.decide(1)
    made = opened(held, planning_meeting_id=held.meeting(1), decision_id=chosen)
    shown = row(held, made)
    assert (shown.planning_meeting, shown.decision) == ("Styrgruppen 2018-09-04", "2018/19-03")


def test_a_decision_that_a_matter_rests_on_is_not_taken_away(held: Year):
    chosen = held.decide(1)
    opened(held, decision_id=chosen)
    with refused(held, "vilar på beslutet"):
        decision.remove(held.work, chosen)


# --- The unions ---


def test_the_day_of_a_negotiation_says_that_it_was_held(held: Year):
    made = opened(held, negotiated_on=NEGOTIATED)
    shown = row(held, made)
    assert shown.negotiation is UnionStep.NEGOTIATED
    assert shown.negotiation_text == "Förhandlingar enligt § 11 MBL har hållits 2018-09-03."


def test_whom_with_and_whether_they_agreed_is_told(held: Year):
    made = opened(
        held, negotiated_on=NEGOTIATED, negotiated_with="lärarorganisationerna", negotiated_agreed=False
    )
    assert row(held, made).negotiation_text == (
        "Förhandlingar enligt § 11 MBL har hållits 2018-09-03 med lärarorganisationerna. "
        "Parterna var inte eniga."
    )


def test_what_needs_no_negotiation_keeps_nothing_of_one(held: Year):
    made = opened(held, negotiated_on=NEGOTIATED, negotiated_with="facken")
    board_matter.change_matter(held.work, made, negotiation=UnionStep.NOT_CONCERNED)
    shown = row(held, made)
    assert (shown.negotiated_on, shown.negotiated_with) == (None, "")
    assert shown.negotiation_text == "Förhandling enligt MBL är inte aktuell."


# --- Findings follow ---


def test_negotiation_after_the_decision_is_found(held: Year):
    demand(held, "union_negotiation", group="")
    made = opened(held, negotiated_on=NEGOTIATED)
    board_report.note(held.work, made, SOCIAL, reported_on=PROPOSED, outcome=BoardOutcome.APPROVED)
    assert held.statuses("R17") == [Status.FULFILLED]
    board_matter.change_matter(held.work, made, negotiated_on=date(2018, 9, 6))
    assert held.statuses("R17") == [Status.BREACHED]


def test_joint_financing_without_a_planning_meeting_is_found(held: Year):
    demand(held, "joint_financing", {"boards": [SCHOOLS, SOCIAL]}, group="")
    made = opened(held, MatterSubject.JOINT_FINANCING)
    for board in (SCHOOLS, SOCIAL):
        board_report.note(held.work, made, board, reported_on=DECIDED, outcome=BoardOutcome.APPROVED)
    assert held.statuses("R16") == [Status.BREACHED]
    board_matter.change_matter(held.work, made, planning_meeting_id=held.meeting(1))
    assert held.statuses("R16") == [Status.FULFILLED]


def test_a_meeting_reported_is_found(held: Year):
    demand(held, "meeting_report", {"boards": [SOCIAL], "within_days": 30})
    made = opened(held, MatterSubject.MEETING, meeting_id=held.meeting(1))
    assert held.statuses("R45", LATER) == [Status.UPCOMING]
    board_report.note(held.work, made, SOCIAL, reported_on=DECIDED, outcome=BoardOutcome.FILED)
    assert held.statuses("R45", LATER) == [Status.FULFILLED]


# --- Clause by clause ---


def test_each_board_decides_on_each_clause(held: Year):
    made = opened(held, MatterSubject.ADOPTION, clauses=["Anta riktlinjerna.", "Ge uppdrag."])
    board_report.note(held.work, made, SCHOOLS, reported_on=DECIDED, outcome=BoardOutcome.APPROVED)
    board_report.note(
        held.work, made, SOCIAL, clause=2, reported_on=DECIDED, outcome=BoardOutcome.REFERRED_BACK,
        rider="med tillägget att skolorna hörs",
    )  # fmt: skip
    first, second = row(held, made).standing
    assert [(board, each and each.outcome_text) for board, each in first.decided] == [
        (SCHOOLS, "Godkänner"),
        (SOCIAL, None),
    ]
    assert [(board, each and each.rider) for board, each in second.decided] == [
        (SCHOOLS, ""),
        (SOCIAL, "med tillägget att skolorna hörs"),
    ]
    assert (first.number, first.text, second.text) == (1, "Anta riktlinjerna.", "Ge uppdrag.")


def test_a_matter_without_clauses_stands_as_a_whole(held: Year):
    (whole,) = row(held, opened(held)).standing
    assert (whole.number, whole.text) == (None, "Rapport om fortsatt arbete")


def test_a_clause_that_has_been_decided_on_is_not_lost(held: Year):
    made = opened(held, clauses=["Ett.", "Två."])
    board_report.note(held.work, made, SOCIAL, clause=2, reported_on=DECIDED)
    with refused(held, "Punkt 2 är behandlad.", field="clauses"):
        board_matter.change_matter(held.work, made, clauses=["Ett."])


def test_boards_to_choose_from_are_those_of_the_parties_and_those_met(held: Year):
    assert board_matter.boards(held.work, AGREEMENT) == (SCHOOLS, SOCIAL)
    board_report.note(held.work, opened(held), "Kommunstyrelsen", instance=Instance.EXECUTIVE_BOARD)
    assert board_matter.boards(held.work, AGREEMENT) == (SCHOOLS, SOCIAL, "Kommunstyrelsen")


# --- Signing ---


def adopted_by_a_board(year: Year, **values: Any) -> int:  # noqa: ANN401  as the use case takes them
    made = opened(year, MatterSubject.ADOPTION, signing_by="Förvaltningschef", **values)
    board_report.note(year.work, made, SOCIAL, reported_on=DECIDED, outcome=BoardOutcome.APPROVED)
    return made


def test_a_commission_to_sign_is_carried_out_and_signs_the_agreement(held: Year):
    made = adopted_by_a_board(held)
    assert row(held, made).to_sign
    board_matter.sign(held.work, made, date(2018, 9, 25), "Exempelköping den 25/9-18")
    shown, signed = row(held, made), agreement.listing(held.work)[0]
    assert (shown.to_sign, shown.signed_on) == (False, date(2018, 9, 25))
    assert (signed.signed_on, signed.signed) == (date(2018, 9, 25), "Exempelköping den 25/9-18")
    held.work.undo()
    assert row(held, made).to_sign


def test_only_the_adoption_of_the_agreement_signs_it(held: Year):
    before = agreement.listing(held.work)[0].signed_on
    made = adopted_by_a_board(held)
    board_matter.change_matter(held.work, made, subject=MatterSubject.OTHER)
    board_matter.sign(held.work, made, date(2018, 9, 25))
    assert agreement.listing(held.work)[0].signed_on == before


def test_a_signature_that_cannot_be_is_refused(held: Year):
    made = adopted_by_a_board(held)
    with refused(held, "Ingen nämnd har beslutat i ärendet 2018-09-18.", field="day"):
        board_matter.sign(held.work, made, date(2018, 9, 18))
    with refused(held, "ligger framåt i tiden", field="day"):
        board_matter.sign(held.work, made, date(2019, 1, 1))
    with refused(held, HOLDS_NUMBER, field="words", rule="R11"):
        board_matter.sign(held.work, made, DECIDED, NUMBER)
    board_matter.change_matter(held.work, made, signing_by="")
    with refused(held, "Ange vem som har i uppdrag att underteckna.", field="signing_by"):
        board_matter.sign(held.work, made, DECIDED)


def test_a_matter_is_taken_away_with_its_chain(held: Year):
    made = opened(held)
    board_report.note(held.work, made, SOCIAL, reported_on=DECIDED)
    board_matter.remove_matter(held.work, made)
    assert board_matter.listing(held.work, AGREEMENT) == ()
    assert board_report.listing(held.work, AGREEMENT) == ()
    held.work.undo()
    assert len(row(held, made).chain) == 1
