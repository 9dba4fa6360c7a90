"""The guide: what is answered is what stands in the archive, and each answer is one step to undo."""

from collections.abc import Callable
from datetime import date

import pytest

from samverkan_desktop.errors import UserError
from samverkan_desktop.services import adoption, agreement_writing, group, guide, meeting, party, seat
from samverkan_desktop.services.guide import Question
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import AgreementKind, HolderState, WorkingYear
from tests.services.year import NUMBER, Year


@pytest.fixture
def adopted(stage: Callable[[str], Year]) -> Workspace:
    begun = stage("empty").work
    adoption.adopt(begun, "trelleborg")
    return begun


@pytest.fixture
def bare(adopted: Workspace) -> int:
    """Begin an agreement that has nothing but a name."""
    return agreement_writing.create(
        adopted, "Eget avtal", AgreementKind.COLLABORATION_AGREEMENT, "", date(2018, 7, 1), None,
        WorkingYear.SCHOOL_YEAR,
    )  # fmt: skip


def test_a_template_answers_what_it_says(adopted: Workspace):
    known = guide.state(adopted, 1)
    assert known.answered == {Question.MUNICIPALITY, Question.PARTIES, Question.FUNCTIONS}
    assert known.next is Question.HOLDERS
    assert not known.begun


def test_an_agreement_from_nothing_has_everything_left(adopted: Workspace, bare: int):
    known = guide.state(adopted, bare)
    assert (known.answered, known.next) == (frozenset(), Question.MUNICIPALITY)
    assert known.group is None


def test_holders_and_a_meeting_are_the_last_answers(adopted: Workspace):
    own = guide.state(adopted, 1).group
    assert own is not None
    for each in own.seats:
        group.set_holder(adopted, each.id, HolderState.VACANT, date(2018, 8, 1))
    assert guide.state(adopted, 1).next is Question.MEETING
    meeting.schedule(adopted, own.id, date(2018, 9, 4))
    assert guide.state(adopted, 1).next is None


def test_parties_are_renamed_and_added_in_one_step(adopted: Workspace):
    first, second = party.details(adopted, 1)
    guide.write_parties(
        adopted,
        1,
        {first.id: ("Skolförvaltningen", "Skolnämnden"), second.id: (second.name, second.board)},
        [("Region Syd", "")],
    )
    names = [each.name for each in party.details(adopted, 1)]
    assert names == ["Skolförvaltningen", second.name, "Region Syd"]
    assert adopted.undo() == "Parterna skrevs in"
    assert party.details(adopted, 1) == (first, second)


def test_what_is_wrong_with_a_party_is_said_at_its_field(adopted: Workspace):
    first, second = party.details(adopted, 1)
    with pytest.raises(UserError) as told:
        guide.write_parties(adopted, 1, {first.id: ("Nytt", ""), second.id: ("", "")})
    assert told.value.field == f"name-{second.id}"
    with pytest.raises(UserError) as told:
        guide.write_parties(adopted, 1, {}, [(f"Region {NUMBER}", "")])
    assert told.value.field == "more"
    assert party.details(adopted, 1) == (first, second)


def test_functions_are_renamed_and_added_in_one_step(adopted: Workspace):
    own = guide.state(adopted, 1).group
    assert own is not None
    quality = next(each for each in own.seats if each.function == "Kvalitetschef")
    named = {each.id: each.function for each in own.seats} | {quality.id: "Utvecklingschef"}
    guide.write_functions(adopted, 1, own.id, named, {quality.party_id: ["Rektor", "Skolchef"]})
    functions = [each.function for each in seat.details(adopted, own.id)]
    assert functions[-2:] == ["Rektor", "Skolchef"]
    assert "Utvecklingschef" in functions and "Kvalitetschef" not in functions
    assert adopted.undo() == "Funktionerna skrevs in"
    assert len(seat.details(adopted, own.id)) == len(own.seats)


def test_the_first_functions_make_their_group(adopted: Workspace, bare: int):
    own = party.add(adopted, bare, "Skolan")
    made = guide.write_functions(adopted, bare, None, {}, {own: ["Rektor"]}, "Styrgruppen")
    known = guide.state(adopted, bare)
    assert known.group is not None
    assert (known.group.id, known.group.name) == (made, "Styrgruppen")
    assert [each.function for each in known.seats] == ["Rektor"]
    with pytest.raises(UserError) as told:
        guide.write_functions(adopted, bare, made, {}, {own: ["Rektor"]})
    assert told.value.field == f"more-{own}"
