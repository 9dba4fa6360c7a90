from samverkan_desktop.services import commission
from samverkan_desktop.services.commission_content import brief
from tests.services.year import DAYS, LAST, Year, refused


def test_its_brief_says_who_how_and_when(held: Year):
    crew = held.crew(1)
    given = held.give(1, DAYS[4], interim=(DAYS[2],), work_group_id=crew, responsible="AG; Kvalitetschef")
    commission.new_date(held.work, given, LAST, held.decide(2))
    content = brief(held.work, given)
    assert (content.responsible, content.convenor, content.secretary) == (
        ("AG", "Kvalitetschef"), "Funktion BF", "Funktion SF",
    )  # fmt: skip
    assert content.when == (
        "delredovisning 2018-12-04, slutredovisning 2019-05-28 (först beslutat 2019-03-26)"
    )
    assert (content.status, content.background) == ("pågår", "Frånvaron ökar.")
    assert content.members == ("Funktion BF, Bildningsförvaltningen", "Funktion SF, Socialförvaltningen")


def test_the_brief_of_one_approved_says_by_which_decision(held: Year):
    given = held.give(1)
    commission.report(held.work, given, held.item(2))
    commission.approve(held.work, given, held.decide(2))
    assert brief(held.work, given).status == "redovisad i tid 2018-10-16, godkänd genom beslut 2018/19-04"


def test_there_is_no_brief_of_what_is_not(held: Year):
    with refused(held, "Det finns inget uppdrag med nummer 99."):
        brief(held.work, 99)
