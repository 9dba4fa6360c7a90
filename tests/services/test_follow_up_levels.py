from datetime import date
from typing import Any

from samverkan_desktop.documents.follow_up_levels import Levels, MatterPart
from samverkan_desktop.register_vocabulary import BoardOutcome, Instance, MatterSubject
from samverkan_desktop.services import (
    agenda_builder,
    board_matter,
    board_report,
    direction,
    follow_up,
    inbox,
    level_report,
)
from tests.services.levels import above
from tests.services.registers import AGREEMENT
from tests.services.year import COMING, DAYS, PERIOD, Year

SOCIAL = "Socialnämnden"
OPENED, PROPOSED, DECIDED = date(2018, 9, 1), date(2019, 5, 10), date(2019, 5, 24)
AFTER = date(2019, 9, 10)


def levels(year: Year, period: str = PERIOD) -> Levels:
    return follow_up.content(year.work, AGREEMENT, period).levels


def matter(year: Year, subject: MatterSubject = MatterSubject.FOLLOW_UP, **values: Any) -> int:  # noqa: ANN401  as the use case takes them
    year.at(AFTER)
    told: dict[str, Any] = {"opened_on": OPENED, "title": "Rapport om fortsatt arbete"}
    return board_matter.open_matter(year.work, AGREEMENT, subject, **(told | values))


def only(year: Year, period: str = PERIOD) -> MatterPart:
    (found,) = levels(year, period).matters
    return found


def test_an_agreement_without_them_has_nothing_to_say(planned: Year):
    assert levels(planned) == Levels()


def test_a_matter_is_told_with_what_stands_in_its_heading(planned: Year):
    matter(
        planned, case_number="05.155 60", answers="skrivelse 409/2008", earlier=["2005-09-25, § 100"],
        negotiated_on=date(2019, 5, 8), planning_meeting_id=planned.meeting(1), clauses=["Ett.", "Två."],
        signing_by="Förvaltningschef",
    )  # fmt: skip
    told = only(planned)
    assert told.about == (
        "Uppföljning av avtalet",
        "dnr 05.155 60",
        "svar på skrivelse 409/2008",
        "tidigare beslut 2005-09-25, § 100",
    )
    assert told.notes == (
        "Förhandlingar enligt § 11 MBL har hållits 2019-05-08.",
        "Gemensam planering: Styrgruppen 2018-09-04.",
        "Förvaltningschef har i uppdrag att underteckna.",
    )
    assert (told.clauses, told.chain) == (("Ett.", "Två."), ())


def test_the_chain_of_instances_is_told_in_order(planned: Year):
    made = matter(planned, distribution=["Skolchef"])
    board_report.note(
        planned.work, made, SOCIAL, reported_on=DECIDED, paragraph="§ 85", page="167",
        outcome=BoardOutcome.FILED, text="Rapporten läggs till handlingarna.",
    )  # fmt: skip
    board_report.note(
        planned.work, made, SOCIAL, instance=Instance.COMMITTEE, reported_on=PROPOSED,
        outcome=BoardOutcome.PROPOSED,
    )  # fmt: skip
    board_report.distribute(planned.work, made, SOCIAL, date(2019, 6, 3))
    first, second = only(planned).chain
    assert (first.place, first.outcome) == ("Socialnämnden, arbetsutskott 2019-05-10", "Föreslår")
    assert (second.place, second.text, second.sent) == (
        "Socialnämnden 2019-05-24 § 85 s. 167", "Rapporten läggs till handlingarna.", date(2019, 6, 3),
    )  # fmt: skip


def test_clauses_decided_alike_stand_in_one_line(planned: Year):
    made = matter(planned, clauses=["Ett.", "Två.", "Tre."])
    for clause, outcome in (
        (1, BoardOutcome.APPROVED),
        (2, BoardOutcome.APPROVED),
        (3, BoardOutcome.REJECTED),
    ):
        board_report.note(planned.work, made, SOCIAL, clause=clause, reported_on=DECIDED, outcome=outcome)
    assert [(line.clauses, line.outcome) for line in only(planned).chain] == [
        ((1, 2), "Godkänner"),
        ((3,), "Avslår"),
    ]


def test_a_registry_number_is_called_one_once(planned: Year):
    matter(planned, case_number="Dnr 409-0086/2008")
    assert only(planned).about[-1] == "Dnr 409-0086/2008"


def test_what_a_delegate_decides_by_is_told(planned: Year):
    made = matter(planned)
    board_report.note(
        planned.work, made, SOCIAL, instance=Instance.DELEGATE, reported_on=DECIDED,
        outcome=BoardOutcome.APPROVED, delegation="Förvaltningschef, punkt 4.2", text="Insatsen godkänns.",
    )  # fmt: skip
    assert only(planned).chain[0].text == "Förvaltningschef, punkt 4.2. Insatsen godkänns."


def test_a_year_is_told_as_it_stood_at_its_end(planned: Year):
    made = matter(planned)
    board_report.note(planned.work, made, SOCIAL, reported_on=date(2019, 8, 20), outcome=BoardOutcome.FILED)
    assert only(planned).chain == ()
    assert len(only(planned, COMING).chain) == 1


def test_a_matter_settled_in_an_earlier_year_is_not_told_again(planned: Year):
    made = matter(planned)
    board_report.note(planned.work, made, SOCIAL, reported_on=DECIDED, outcome=BoardOutcome.FILED)
    assert levels(planned, COMING).matters == ()


def test_a_signature_is_told_once_it_is_there(planned: Year):
    made = matter(planned, MatterSubject.ADOPTION, signing_by="Förvaltningschef")
    board_report.note(planned.work, made, SOCIAL, reported_on=DECIDED, outcome=BoardOutcome.APPROVED)
    board_matter.sign(planned.work, made, date(2019, 6, 1))
    assert only(planned).notes == ("Förvaltningschef undertecknade 2019-06-01.",)


def test_meetings_are_told_with_where_they_were_reported(planned: Year):
    made = matter(planned, MatterSubject.MEETING, meeting_id=planned.meeting(1))
    matter(planned, MatterSubject.MEETING, meeting_id=planned.meeting(2))
    board_report.note(planned.work, made, SOCIAL, reported_on=DECIDED, paragraph="§ 9")
    assert [(each.meeting, each.place) for each in levels(planned).reported] == [
        ("Styrgruppen 2018-09-04", "Socialnämnden 2019-05-24 § 9"),
        ("Styrgruppen 2018-10-16", ""),
    ]
    assert levels(planned).matters == ()


def test_directions_are_told_with_what_became_of_them(planned: Year):
    top = above(planned)
    planned.at(date(2018, 9, 20))
    for text in ("Den första.", "Den andra.", "Den tredje."):
        direction.give(planned.work, top, planned.group_id, text)
    declined, waiting, taken = (each.id for each in inbox.matters(planned.work))
    inbox.take_up(planned.work, taken, planned.meeting(2))
    inbox.decline(planned.work, declined, "regleras i annat avtal")
    assert waiting
    outcomes = [each.outcome for each in levels(planned).directions]
    assert outcomes == ["tas upp 2018-10-16", "väntar", "tas inte upp: regleras i annat avtal"]
    planned.at(DAYS[1])
    agenda_builder.build(planned.work, planned.meeting(2))
    assert [each.outcome for each in levels(planned).directions][:2] == ["togs upp 2018-10-16"] * 2


def test_reports_upwards_are_told_in_their_year(planned: Year):
    top = above(planned)
    planned.at(AFTER)
    level_report.report(planned.work, planned.group_id, top, "Läget.", reported_on=date(2019, 1, 15))
    (told,) = levels(planned).reports
    assert (told.day, told.group, told.superior, told.text) == (
        date(2019, 1, 15), "Styrgruppen", "2+2-mötet", "Läget.",
    )  # fmt: skip
    assert levels(planned, COMING).reports == ()
