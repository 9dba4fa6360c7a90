from datetime import date

from samverkan_desktop.documents.follow_up_registers import Registers
from samverkan_desktop.services import (
    activity,
    agenda,
    agreement,
    dissemination,
    follow_up,
    obligation,
    routine,
    routine_upkeep,
)
from tests.services.year import DAYS, FIRST, PERIOD, Year

OWN = 1
TOPICS = ["avvikelser", "gemensamma utbildningsbehov"]


def told(year: Year, period: str = PERIOD) -> Registers:
    return follow_up.content(year.work, OWN, period).registers


def test_an_agreement_that_asks_for_nothing_is_told_nothing_of(planned: Year):
    assert told(planned) == Registers()


def test_topics_are_told_with_their_days_and_the_finding(held: Year):
    held.demand("standing_topics", topics=TOPICS)
    agenda.cover_topic(held.work, held.item(1), TOPICS[0])
    agenda.cover_topic(held.work, held.item(2), TOPICS[1])
    (part,) = told(held).topics
    assert (part.group, part.findings) == (
        "Styrgruppen",
        ("1 av 2 stående frågor har behandlats 2018/2019. Återstår: gemensamma utbildningsbehov.",),
    )
    assert [(line.topic, line.covered, line.planned) for line in part.lines] == [
        ("avvikelser", (FIRST,), ()),
        ("gemensamma utbildningsbehov", (), (DAYS[1],)),
    ]


def test_each_term_has_its_finding_worst_first(held: Year):
    held.demand("standing_topics", topics=TOPICS, per="term")
    held.at(date(2019, 1, 2))
    (part,) = told(held).topics
    assert [("ht 2018" in said, "vt 2019" in said) for said in part.findings] == [
        (True, False),
        (False, True),
    ]


def test_routines_are_told_with_review_and_where_they_are_known(held: Year):
    made = routine.add(held.work, OWN, "Skolfrånvaro", number=1, owner="Rektor", review_by=date(2020, 1, 1))
    assert not told(held).dissemination
    dissemination.make_known_everywhere(held.work, made, FIRST)
    dissemination.take_back(held.work, made, dissemination.matrix(held.work, OWN).units[0].id)
    (line,) = told(held).routines
    assert (line.kind, line.name, line.owner, line.review_by) == (
        "Rutin",
        "1 Skolfrånvaro",
        "Rektor",
        date(2020, 1, 1),
    )
    assert (line.known, line.missing) == (6, ("Förskola",))
    assert told(held).dissemination


def test_where_routines_are_known_is_told_where_the_agreement_asks(held: Year):
    routine.add(held.work, OWN, "Skolfrånvaro")
    held.demand("routine_dissemination", "")
    assert told(held).dissemination


def test_a_routine_withdrawn_before_the_year_is_left_out_of_it(held: Year):
    made = routine.add(held.work, OWN, "Skolfrånvaro")
    routine_upkeep.withdraw(held.work, made, FIRST)
    assert len(told(held).routines) == 1
    assert told(held, "2019/2020").routines == ()


def test_a_routine_decided_after_the_year_is_left_out_of_it(held: Year):
    routine.establish(held.work, "Skolfrånvaro", held.decide(1))
    held.at(date(2019, 8, 1))
    assert len(told(held).routines) == 1


def test_joint_activities_are_told_with_what_is_demanded(held: Year):
    held.demand("joint_activity", "", what="gemensam dag", season="autumn")
    made = activity.plan(held.work, OWN, "Heldag", FIRST)
    activity.hold(held.work, made)
    found = told(held)
    assert [line.sentence for line in found.activities] == ["Heldag hölls 2018-09-04."]
    assert found.activity_findings == ("Gemensam dag hölls 2018-09-04.",)


def test_deviations_are_told_of_where_the_agreement_or_somebody_does(held: Year):
    for clause in agreement.clauses(held.work, OWN):
        for each in clause.obligations:
            if each.kind == "escalation":
                obligation.remove_obligation(held.work, each.id)
    content = follow_up.content(held.work, OWN, PERIOD)
    assert not content.deviations_told
    assert "avvikelser" not in content.summary[0].casefold()
    held.demand("deviation_reports", "")
    assert follow_up.content(held.work, OWN, PERIOD).deviations_told


def test_a_deviation_reported_is_told_of_whatever_the_agreement_asks(held: Year):
    held.deviate(FIRST)
    follow_up.write(
        held.work, OWN, PERIOD, judgement="", undocumented=None, improvements=(), underreporting="Fler\nän så"
    )
    content = follow_up.content(held.work, OWN, PERIOD)
    assert (content.deviations_told, content.underreporting) == (True, ("Fler", "än så"))
