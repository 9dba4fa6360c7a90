"""Every kind of obligation as a sentence in Swedish: nothing is missing, nothing stands twice."""

import re
from dataclasses import fields, replace
from enum import StrEnum
from typing import get_args, get_type_hints

import pytest

from samverkan_desktop.errors import UserError
from samverkan_desktop.rules import parameters as rules
from samverkan_desktop.rules.registry import KINDS
from samverkan_desktop.ui.pages.agreement import parameters, sentences
from samverkan_desktop.ui.pages.agreement.obligation_form import begun
from samverkan_desktop.ui.pages.agreement.setting import GroupChoice, Setting, concern, concerned
from samverkan_desktop.ui.widgets.form import Kind
from samverkan_desktop.vocabulary import Grade, GroupKind
from samverkan_desktop.words import Words

SETTING = Setting(
    (
        GroupChoice("styr", GroupKind.STEERING_GROUP, "Styrgruppen", (("A", "Skolchef"), ("B", "Rektor"))),
        GroupChoice("ledning", GroupKind.TWO_PLUS_TWO, "Ledningen", ()),
    ),
    ("Skolnämnden",),
    ("avtalet om KAA",),
)


def templates(kind: str) -> list[tuple[str, str]]:
    return [(way, sentences.template(kind, way)) for way in (KINDS[kind].ways or [""])]


def test_every_kind_is_in_one_family_with_a_sentence_on_what_it_is_for():
    listed = [kind for family in sentences.FAMILIES for kind in family.kinds]
    assert sorted(listed) == sorted(KINDS)
    assert all(about.endswith(".") for family in sentences.FAMILIES for about in family.kinds.values())


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_has_a_sentence_whose_places_are_its_parameters(kind: str):
    known = {each.name for each in fields(KINDS[kind].parameters)} | {"group", "grade", "record"}
    for way, template in templates(kind):
        places = re.findall(r"\{(\w+)\}", template)
        assert set(places) <= known
        assert len(places) == len(set(places))
        assert "grade" in places or kind == "individual_cases"
        assert not template.endswith(".")
        assert not way or way in places


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_value_in_a_sentence_is_called_something_there(kind: str):
    for field in parameters.declaration(kind, SETTING, "styr"):
        if any(f"{{{field.name}}}" in template for _, template in templates(kind)):
            placed = parameters.placed(kind, field)
            assert placed.kind not in (Kind.CHECK, Kind.CHECKS, Kind.LINES, Kind.MULTILINE)
            assert all(text and text != value for value, text in placed.choices)
    strength = parameters.Field("grade", "", Kind.CHOICE, choices=[(grade, "") for grade in Grade])
    assert [text for _, text in parameters.placed(kind, strength).choices] == ["ska", "ska normalt", "bör"]


#: What only the user can say of a new obligation.
LEFT = {
    "joint_activity": "what", "mandatory_items": "topics", "role_function": "seats",
    "standing_topics": "topics", "yearly_deadline": "what",
}  # fmt: skip


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_new_obligation_says_all_but_what_only_the_user_can(kind: str):
    demand = begun(kind, SETTING)
    try:
        rules.parse(kind, demand.parameters)
    except Exception as error:  # noqa: BLE001  whatever the rules say
        assert kind in LEFT
        assert rules.complaints(error)[0][0] == LEFT[kind]  # type: ignore[arg-type]
    else:
        assert kind not in LEFT


@pytest.mark.parametrize("kind", [kind for kind in sorted(KINDS) if KINDS[kind].ways])
def test_an_obligation_can_be_meant_in_each_of_its_ways(kind: str):
    for way in KINDS[kind].ways:
        data = parameters.in_another_way(kind, way, SETTING, "styr")
        assert rules.parse(kind, data)
        assert parameters.way(kind, data) == way


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_has_a_form_in_swedish(kind: str):
    declared = parameters.declaration(kind)
    assert [each.name for each in declared] == [each.name for each in fields(KINDS[kind].parameters)]
    assert all(each.label and each.label != each.name for each in declared)
    for wanted in get_type_hints(KINDS[kind].parameters).values():
        for member in (wanted, *get_args(wanted)):
            if isinstance(member, type) and issubclass(member, StrEnum):
                assert all(parameters.value_name(value) != value.value for value in member)


def test_a_parameter_left_out_is_shown_with_its_default():
    assert parameters.shown("designated_attendance", {}) == {"demands": ["called", "present"]}
    assert parameters.shown("minutes_distribution", {}) == {"within_days": None}
    assert parameters.shown("follow_up", {"every": 1}) == {"every": 1, "at": ""}


def test_a_fault_is_told_without_the_parameters_english_name():
    error = UserError("Count ska vara ett heltal, inte text.", field="count")
    assert parameters.at_its_field(error).message == "Ska vara ett heltal, inte text."


def test_whom_an_obligation_concerns_is_one_choice():
    values = [value for value, _ in SETTING.concerns()]
    assert values == ["styr", "ledning", "*steering_group", "*work_group", "*two_plus_two", ""]
    for value in values:
        assert concern(*concerned(str(value))) == value


def test_a_group_that_is_no_more_is_still_what_its_obligation_concerns():
    assert ("gammal", "gammal") in SETTING.concerns("gammal")


def test_what_means_nothing_in_a_way_is_not_asked_there():
    asked = {way: parameters.beside("meeting_frequency", way) for way in KINDS["meeting_frequency"].ways}
    assert asked == {
        "count": ("count", "bound", "per"),
        "every_months": ("every_months",),
        "every_weeks": ("every_weeks",),
        "relative_to": ("relative_to", "when", "within_days"),
        "words": ("words",),
    }


def test_roles_and_records_are_called_by_the_agreements_own_words():
    own = replace(SETTING, words=Words({"chair": "samordnare", "record": "protokoll"}))
    field = parameters.declaration("role_term", own, "styr")[0]
    assert [text for _, text in field.choices] == ["Sammankallande", "Sekreterare", "Samordnare"]
    assert sentences.said("minutes_distribution", "", own.words).startswith("Protokoll från {group}")
    assert KINDS["minutes_distribution"].called(own.words) == "Utskick av protokoll"


@pytest.mark.parametrize(
    ("group", "offered"),
    [
        ("styr", [("A", "Skolchef"), ("B", "Rektor")]),
        ("ledning", []),
        ("", [("A", "Skolchef, Styrgruppen"), ("B", "Rektor, Styrgruppen")]),
    ],
)
def test_seats_and_other_groups_are_chosen_not_typed(group: str, offered: list[tuple[str, str]]):
    seats = parameters.declaration("role_function", SETTING, group)[1]
    assert (seats.kind, list(seats.choices)) == (Kind.CHECKS, offered)
    assert bool(seats.help) == (not offered)
    declared = {each.name: each for each in parameters.declaration("meeting_frequency", SETTING, "styr")}
    beside = declared["relative_to"]
    assert (beside.kind, list(beside.choices)) == (Kind.CHOICE, [("ledning", "Ledningen")])
