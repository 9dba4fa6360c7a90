from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from cattrs.errors import BaseValidationError

from samverkan_desktop.rules.obligation import RuleKind
from samverkan_desktop.rules.parameters import complaints, parse, structure
from samverkan_desktop.rules.registry import KINDS
from samverkan_desktop.vocabulary import Role, Topic

ROLES = {"roles": ["convenor", "secretary"]}


def faults(kind: str, data: dict[str, object]) -> list[tuple[str, str]]:
    with pytest.raises(BaseValidationError) as caught:
        parse(kind, data)
    return complaints(caught.value)


def test_right_parameters_become_typed():
    assert parse("role_parties", ROLES).roles == (Role.CONVENOR, Role.SECRETARY)
    topics = parse("mandatory_items", {"at": "last_meeting", "topics": ["follow_up"]}).topics
    assert topics == (Topic.FOLLOW_UP,)


def test_the_same_parameters_are_read_once():
    assert parse("role_parties", ROLES) is parse("role_parties", dict(ROLES))


@pytest.mark.parametrize(
    ("kind", "data", "name", "sentence"),
    [
        ("year_plan", {}, "decided_at", "parametern decided_at saknas"),
        ("meeting_frequency", {"count": "6"}, "count", "count ska vara ett heltal, inte text"),
        ("meeting_frequency", {"count": 6.5}, "count", "count ska vara ett heltal, inte ett decimaltal"),
        ("meeting_frequency", {"count": 6.0}, "count", "count ska vara ett heltal, inte ett decimaltal"),
        ("meeting_frequency", {"count": True}, "count", "count ska vara ett heltal, inte sant eller falskt"),
        ("meeting_frequency", {"count": [6]}, "count", "count ska vara ett heltal, inte en lista"),
        ("meeting_frequency", {"count": 0}, "count", "count ska vara minst 1"),
        ("meeting_frequency", {"count": 6, "cuont": 7}, "cuont", "okänd parameter cuont"),
        (
            "minutes_distribution",
            {"within_days": "7"},
            "within_days",
            "within_days ska vara ett heltal, inte text",
        ),
        ("minutes_distribution", {"within_days": 0}, "within_days", "within_days ska vara minst 1"),
        ("vacancy", {"count": 1}, "count", "okänd parameter count"),
        (
            "role_parties",
            {"roles": ["convenor", "xyz"]},
            "roles",
            "okänt värde 'xyz' för roles; tillåtna: convenor, secretary, chair",
        ),
        ("role_parties", {"roles": "convenor"}, "roles", "roles ska vara en lista, inte text"),
        ("role_parties", {"roles": ["convenor"]}, "roles", "roles ska ha minst två roller"),
        ("role_parties", {"roles": []}, "roles", "roles får inte vara tom"),
        (
            "role_parties",
            {"roles": ["chair", "chair"]},
            "roles",
            "roles säger samma sak mer än en gång",
        ),
        (
            "individual_cases",
            {"policy": 1},
            "policy",
            "okänt värde 1 för policy; tillåtna: ban, consent_note, allowed",
        ),
        ("evaluation_report", {"boards": [7]}, "boards", "boards ska vara text, inte ett heltal"),
        ("evaluation_report", {"boards": [" "]}, "boards", "boards får inte vara tom"),
    ],
)
def test_a_fault_is_told_with_the_parameters_name(
    kind: str, data: dict[str, object], name: str, sentence: str
):
    assert faults(kind, data) == [(name, sentence)]


def test_every_fault_is_told_at_once():
    found = faults("agreement_term", {"warn_months": "12", "reviw": "Utvärdering"})
    assert sorted(name for name, _ in found) == ["review", "reviw", "warn_months"]


def test_a_date_is_refused_where_a_number_is_wanted():
    ((name, sentence),) = faults("meeting_frequency", {"count": date(2018, 9, 4)})
    assert name == "count"
    assert sentence == "count ska vara ett heltal, inte ett datum (2018-07-01)"


def test_an_unknown_kind_is_a_key_error():
    with pytest.raises(KeyError):
        parse("meeting_freqency", {})


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_every_kind_documents_its_parameters(kind: RuleKind[Any]):
    assert kind.parameters.__doc__.startswith(("Parameters.", "Takes no parameters"))
    assert kind.title


@dataclass(frozen=True)
class Line:
    label: str
    day: date


@dataclass(frozen=True)
class Paper:
    lines: tuple[Line, ...]


def test_other_plain_data_is_read_as_strictly():
    day = date(2018, 9, 4)
    assert structure({"lines": [{"label": "a", "day": day}]}, Paper) == Paper((Line("a", day),))


def test_a_fault_inside_a_list_has_the_name_of_the_innermost_field():
    with pytest.raises(BaseValidationError) as caught:
        structure({"lines": [{"label": "a", "day": "2018-09-04"}, {"label": 1, "dag": 2}]}, Paper)
    assert [name for name, _ in complaints(caught.value)] == ["day", "label", "day", "dag"]
