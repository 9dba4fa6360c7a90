"""A group of any kind, with a state authority at the table, goes the whole way of a meeting."""

from datetime import date

import pytest

from samverkan_desktop.documents.minutes import Minutes
from samverkan_desktop.services import (
    agenda,
    agenda_builder,
    attendance,
    call,
    decision,
    group,
    group_writing,
    meeting,
    minutes,
    party,
    role,
    seat,
    year_plan,
)
from samverkan_desktop.services.export import export
from samverkan_desktop.vocabulary import (
    DecisionKind,
    DocumentKind,
    GroupKind,
    HolderState,
    MeetingStatus,
    PartyKind,
    Role,
)
from tests.services.year import PERIOD, Year, leave

DAYS = (date(2018, 10, 2), date(2018, 12, 4))
#: A work group is set up by a decision, not written.
KINDS = [kind for kind in GroupKind if kind is not GroupKind.WORK_GROUP]


def written(year: Year, kind: GroupKind) -> dict[str, int]:
    """Write a group of a kind with three seats of three parties; return its seats by function."""
    police = party.add(year.work, 1, "Polismyndigheten", kind=PartyKind.STATE_AUTHORITY, signs=False)
    own = year.group_id = group_writing.add(year.work, 1, kind, "Den nya gruppen", record="Protokoll")
    seats = {
        function: seat.add(year.work, own, party_id, function)[0]
        for function, party_id in (
            ("Rektor", year.parties["BF"]),
            ("Enhetschef", year.parties["SF"]),
            ("Områdespolis", police),
        )
    }
    for function, seat_id in seats.items():
        group.set_holder(year.work, seat_id, HolderState.ORDINARY, date(2018, 7, 1), name=f"Namn {function}")
    return seats


def held(year: Year, seats: dict[str, int]) -> Minutes:
    """Plan the group's year, call, hold and minute its first meeting; return its minutes."""
    work = year.work
    plan = year_plan.draft(work, year.group_id, PERIOD, DAYS)
    first = meeting.listing(work, group_id=year.group_id)[0].id
    agenda_builder.build(work, first)
    year.at(date(2018, 9, 25))
    call.send(work, first, year.folder / "kallelser")
    year.at(DAYS[0], 16)
    meeting.begin(work, first)
    attendance.note_everyone_present(work, first)
    item = agenda.items(work, first)[0].id
    chosen = decision.take(work, item, "Roller utses.", kind=DecisionKind.ELECTION)
    holders = {Role.CONVENOR: seats["Rektor"], Role.SECRETARY: seats["Enhetschef"]}
    role.assign_roles(work, year.group_id, holders, PERIOD, decision_id=chosen)
    year_plan.decide(work, plan, decision.take(work, item, "Planen fastställs.", kind=DecisionKind.PLAN))
    leave(work, first)
    minutes.finish(work, first)
    minutes.send(work, first, year.folder / "protokoll")
    assert meeting.details(work, first).status is MeetingStatus.SENT
    return minutes.content(work, first)


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_planned_called_held_and_minuted(adopted: Year, kind: GroupKind):
    said = held(adopted, written(adopted, kind))
    assert (said.label, said.group) == ("Protokoll", "Den nya gruppen")
    assert [part.party for part in said.present][-1] == "Polismyndigheten"
    assert [each.number for item in said.items for each in item.decisions] == [
        "DNG 2018/19-01",
        "DNG 2018/19-02",
    ]


def test_its_call_goes_to_its_own_seats(adopted: Year):
    held(adopted, written(adopted, GroupKind.TWO_PLUS_TWO))
    second = meeting.listing(adopted.work, group_id=adopted.group_id)[1].id
    assert call.recipients(adopted.work, second) == (
        "Rektor, Bildningsförvaltningen",
        "Enhetschef, Socialförvaltningen",
        "Områdespolis, Polismyndigheten",
    )


def test_its_next_agenda_begins_with_its_own_record(adopted: Year):
    held(adopted, written(adopted, GroupKind.OFFICIALS))
    second = meeting.listing(adopted.work, group_id=adopted.group_id)[1].id
    agenda_builder.build(adopted.work, second)
    assert "Föregående protokoll" in [item.heading for item in agenda.items(adopted.work, second)]


def test_its_documents_are_filed_by_its_name(adopted: Year):
    held(adopted, written(adopted, GroupKind.REFERENCE_GROUP))
    (file,) = export(
        adopted.work, DocumentKind.MINUTES, adopted.folder / "ut", group_id=adopted.group_id, period=PERIOD
    )
    assert file.name == "2018-10-02-protokoll-den-nya-gruppen.docx"
