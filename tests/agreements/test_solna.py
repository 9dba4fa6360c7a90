"""The agreement of Solna: a year in which it was followed, and one in which it was not."""

from collections.abc import Callable
from datetime import date

import pytest

from samverkan_desktop.register_vocabulary import Instance, Renegotiation
from samverkan_desktop.services import (
    agenda,
    agreement,
    area,
    board_matter,
    call,
    dissemination,
    group,
    group_writing,
    legal_reference,
    meeting,
    party,
    related_agreement,
    renegotiation,
    role,
    standing_topic,
)
from samverkan_desktop.vocabulary import AreaKind, PartyKind, Role
from tests.agreements.example import Example, expected, group_id

#: On each day: how many findings each rule has, by how they stand.
STANDING = {
    "2016-12-31": {
        "at_risk": "R35:4 R53:1",
        "upcoming": "R13:1",
        "fulfilled": "R04:1 R05:1 R11:1 R12:1 R13:2 R14:1 R16:1 R30:1 R32:1 R35:1 R47:1 R52:1",
        "not_countable": "R13:2",
    },
    "2018-01-01": {
        "breached": "R04:1 R05:1 R13:1 R14:1 R16:1 R20:2 R32:1",
        "at_risk": "R04:1 R05:1 R14:1 R35:4 R47:1 R53:1",
        "upcoming": "R13:2 R52:1",
        "fulfilled": "R04:1 R05:1 R11:1 R12:1 R14:1 R16:1 R30:3 R32:1 R35:1 R47:1 R52:1",
        "not_due": "R32:1",
        "not_countable": "R13:2",
    },
}


@pytest.fixture
def played(example: Callable[[str], Example]) -> Example:
    return example("solna")


@pytest.mark.parametrize("on", STANDING)
def test_the_rules_stand_as_the_story_tells(played: Example, on: str):
    assert played.standing(on) == STANDING[on]


@pytest.mark.parametrize("on", STANDING)
def test_every_rule_says_what_is_so(played: Example, on: str):
    told = played.told(on)
    assert told == expected("solna", on, told)


def test_three_seats_one_and_two(played: Example):
    rows = group.groups(played.work, agreement_id=played.agreement_id)
    seats = next(row.seats for row in rows if row.key == "styrgrupp")
    assert [(seat.party, seat.function) for seat in seats] == [
        ("Socialförvaltningen", "Chef Barnenheten"),
        ("Socialförvaltningen", "Chef Ungdomsenheten"),
        ("Barn- och utbildningsförvaltningen", "Chef Verksamhetsnära stöd"),
    ]


def test_the_convenor_is_known_by_function_without_any_choice(played: Example):
    terms = role.terms(played.work, group_id(played, "styrgrupp"))
    assert [(term.role, term.function, term.clause) for term in terms] == [
        (Role.CONVENOR, "Chef Barnenheten", "S04")
    ]


def test_the_call_is_sent_by_that_function_and_reminds_of_confidentiality(played: Example):
    first = meeting.listing(played.work, "2016", group_id=group_id(played, "styrgrupp"))[0]
    sent = call.content(played.work, first.id)
    assert sent.sender.startswith("Chef Barnenheten")
    assert "Var och en beaktar den sekretess som gäller inom sitt yrkesområde." in sent.reminders


def test_which_of_the_seven_topics_were_taken_up_is_told_year_by_year(played: Example):
    own = group_id(played, "styrgrupp")
    covered = {
        year: [row.topic for row in standing_topic.topics_covered(played.work, own, year) if row.covered]
        for year in ("2016", "2017")
    }
    assert len(covered["2016"]) == 7
    assert covered["2017"] == ["Uppföljning av samverkansöverenskommelsen", "Gemensamma problem"]


def test_routines_stand_against_the_local_units(played: Example):
    found = dissemination.matrix(played.work, played.agreement_id)
    assert [unit.name for unit in found.units] == [
        "Barnenheten", "Ungdomsenheten", "Förskolorna", "Skolorna", "Verksamhetsnära stöd",
    ]  # fmt: skip
    assert [row.missing for row in found.rows] == [0, 5, 3, 5, 5]


def test_task_groups_have_purpose_target_and_division_and_costs_of_their_own(played: Example):
    rows = {row.key: row for row in group_writing.details(played.work, played.agreement_id)}
    komet, placed = rows["komet"], rows["placerade"]
    assert komet.target == "Föräldrar till barn i åldern 3-12 år"
    assert komet.costs == ""
    assert placed.purpose.endswith("förbättra deras skolresultat.")
    assert "specialpedagogisk resurs" in placed.division
    assert placed.costs == "Eventuella kostnader ersätts av socialförvaltningen."


def test_a_group_has_more_parties_than_two_and_a_state_authority(played: Example):
    rows = group.groups(played.work, agreement_id=played.agreement_id)
    parties = [seat.party for row in rows if row.key == "kaa" for seat in row.seats]
    assert len(set(parties)) == 5
    bodies = {row.name: row.kind for row in party.details(played.work, played.agreement_id)}
    assert bodies["Arbetsförmedlingen"] is PartyKind.STATE_AUTHORITY


def test_only_those_it_binds_are_called_its_parties(played: Example):
    bound = ("Socialförvaltningen", "Barn- och utbildningsförvaltningen")
    assert agreement.head(played.work, played.agreement_id).parties == bound
    others = meeting.listing(played.work, "2016", group_id=group_id(played, "kaa"))[0]
    assert call.content(played.work, others.id).parties == bound


def test_joint_financing_is_planned_and_then_decided_by_each_by_delegation_or_itself(played: Example):
    planned = next(
        row
        for row in board_matter.listing(played.work, played.agreement_id)
        if row.title == "Gemensam föräldrautbildning"
    )
    assert planned.planning_meeting == "Tjänstemannamötet 2016-05-24"
    assert [(each.board, each.instance, each.delegation) for each in planned.chain] == [
        ("Socialnämnden", Instance.DELEGATE, "Förvaltningschef, delegationsordningen punkt 3.2"),
        ("Barn- och utbildningsnämnden", Instance.BOARD, ""),
    ]


def test_fields_of_collaboration_say_which_are_to_be_documented(played: Example):
    fields = area.listing(played.work, played.agreement_id, AreaKind.FIELD)
    assert len(fields) == 9
    assert [row.name for row in fields if row.documented] == [
        "Barn och ungdomar som far illa",
        "Barn och ungdomar i behov av särskilt stöd",
        "Barn och ungdomar med insatser",
    ]


def test_other_agreements_have_parties_and_level(played: Example):
    rows = {row.title: row for row in related_agreement.listing(played.work, played.agreement_id)}
    assert len(rows) == 5
    assert not any(row.excluded for row in rows.values())
    together = rows["Samordningsgrupp för stadens arbete med ensamkommande flyktingbarn"]
    assert "Överförmyndarkansliet" in together.parties
    assert together.level == "representanter på ledningsnivå"


def test_consent_stands_with_the_item_and_says_only_where_it_is_kept(played: Example):
    autumn = meeting.listing(played.work, "2016", group_id=group_id(played, "styrgrupp"))[1]
    (case,) = [item for item in agenda.items(played.work, autumn.id) if item.individual_case]
    assert (case.consent_on, case.consent_kept) == (date(2016, 10, 5), "Barnenhetens akt")


def test_it_is_valid_until_further_notice_and_nobody_has_signed_it(played: Example):
    head = agreement.head(played.work, played.agreement_id)
    assert head.ends is None
    assert head.validity == "från 2016, tills vidare"
    assert head.signed == "Solna den X/X-16"


def test_requests_for_renegotiation_are_told_with_what_came_of_them(played: Example):
    rows = renegotiation.listing(played.work, played.agreement_id)
    assert {(row.party, row.outcome) for row in rows} == {
        ("Socialförvaltningen", Renegotiation.UNCHANGED),
        ("Barn- och utbildningsförvaltningen", None),
    }


def test_a_board_commissions_somebody_to_sign_and_its_decision_is_sent(played: Example):
    adoption = board_matter.listing(played.work, played.agreement_id)[0]
    assert (adoption.signing_by, adoption.signed_on) == ("Förvaltningschef", None)
    assert adoption.distribution == ("Socialförvaltningen",)
    assert adoption.chain[0].distributed_on == date(2016, 3, 22)


def test_the_laws_it_cites_stand_in_a_list_to_be_kept(played: Example):
    assert [row.title for row in legal_reference.listing(played.work, played.agreement_id)] == [
        "Föräldrabalken",
        "Socialtjänstlagen",
        "LVU",
        "Skollagen med tillhörande förordningar och läroplaner",
        "Sekretesslagen",
    ]
