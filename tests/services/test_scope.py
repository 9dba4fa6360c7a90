"""Several agreements and groups in one archive: what is listed, judged, numbered and found of each."""

import pytest

from samverkan_desktop.services import (
    activity,
    agreement,
    check,
    commission,
    decision,
    deviation,
    group,
    inbox,
    meeting,
    organisation,
    overview,
    routine,
    scope,
)
from samverkan_desktop.services.export import export
from samverkan_desktop.services.search import search
from samverkan_desktop.services.work_group import close_work_group
from samverkan_desktop.vocabulary import DocumentKind
from tests.services.several import YEARS, Several
from tests.services.year import Year, refused

FIRST, SECOND = 1, 2


# --- What there is to choose between ---


def test_every_agreement_is_offered_with_its_groups_and_years(several: Several):
    first, second = scope.scopes(several.work)
    assert [name for _, name in first.groups] == [
        "Styrgruppen",
        "Skolfrånvaro",
        "Övergångar mellan skolformerna",
    ]
    assert [name for _, name in second.groups][:2] == ["Styrgruppen", "Två plus två"]
    assert (first.period, first.periods) == ("2018/2019", ("2018/2019", "2019/2020", "2020/2021"))
    assert (second.period, second.periods) == ("2018", ("2018", "2019", "2020"))


def test_a_group_that_is_closed_says_so(several: Several):
    close_work_group(several.work, several.groups["Skolfrånvaro"], several.work.today)
    assert scope.scopes(several.work)[0].groups[1][1] == "Skolfrånvaro (avslutad)"


def test_an_empty_archive_offers_nothing(empty: Year):
    assert scope.scopes(empty.work) == ()


# --- What a place is about ---


def test_a_meeting_is_of_its_agreement_group_and_year(several: Several):
    meeting_id = several.meetings("tva-plus-tva")[0]
    expected = scope.Place(SECOND, several.groups["tva-plus-tva"], "2018")
    assert scope.place(several.work, f"meeting:{meeting_id}") == expected
    assert scope.place(several.work, f"meeting:{meeting_id}/item:1") == expected


def test_a_decision_is_of_the_meeting_it_was_taken_at(several: Several):
    row = decision.log(several.work, agreement_id=FIRST)[0]
    expected = scope.Place(FIRST, several.groups["first"], "2018/2019")
    assert scope.place(several.work, f"decision:{row.id}") == expected


@pytest.mark.parametrize("kind", ["commission", "deviation", "matter", "routine", "activity"])
def test_what_has_no_year_is_of_its_agreement(several: Several, kind: str):
    work = several.work
    found = {
        "commission": commission.listing(work, agreement_id=SECOND),
        "deviation": deviation.listing(work, SECOND),
        "matter": inbox.matters(work, SECOND),
        "routine": routine.listing(work, SECOND),
        "activity": activity.listing(work, SECOND),
    }[kind]
    place = scope.place(work, f"{kind}:{found[0].id}")
    assert place is not None
    assert (place.agreement_id, place.period) == (SECOND, None)


def test_a_seat_is_of_its_group(several: Several):
    own = next(row for row in group.groups(several.work) if row.id == several.groups["lokal"])
    seat = own.seats[0]
    assert scope.place(several.work, f"seat:{seat.id}") == scope.Place(SECOND, several.groups["lokal"], None)


def test_a_clause_is_of_its_agreement(several: Several):
    clause = agreement.clauses(several.work, SECOND)[0]
    assert scope.place(several.work, f"clause:{clause.id}") == scope.Place(SECOND, None, None)


def test_a_label_says_whose_it_is(several: Several):
    assert scope.place(several.work, "plan:2018/2019@1.3") == scope.Place(1, 3, "2018/2019")
    assert scope.place(several.work, "report:2018@2") == scope.Place(2, None, "2018")
    assert scope.place(several.work, "agreement:T14@1") == scope.Place(1, None, None)


@pytest.mark.parametrize("target", ["overview", "plan:2018/2019", "agreement:T14", "meeting:99", "nothing:1"])
def test_other_places_are_about_whatever_is_shown(several: Several, target: str):
    assert scope.place(several.work, target) is None


# --- Listings ---


def test_every_listing_is_of_one_agreement_where_one_is_asked_for(several: Several):
    work = several.work
    assert {row.group_id for row in meeting.listing(work, agreement_id=FIRST)} == {several.groups["first"]}
    assert {row.period for row in decision.log(work, agreement_id=SECOND)} == {"2018"}
    assert [row.title for row in commission.listing(work, agreement_id=SECOND)] == ["Rutin för orosanmälan"]
    assert [row.arose_in for row in deviation.listing(work, SECOND)] == ["Regionen"]
    assert [row.sender for row in inbox.matters(work, SECOND)] == ["Områdespolis"]
    assert [row.title for row in routine.listing(work, SECOND)] == ["Rutin för samtycke"]
    assert routine.listing(work, FIRST) == ()
    assert [row.title for row in activity.listing(work, SECOND)] == ["Gemensam studiedag"]
    assert [row.key for row in organisation.parties(work, SECOND)] == ["KOM", "POL", "REG"]
    assert len(group.groups(work, agreement_id=FIRST)) == 3


def test_every_listing_is_of_one_group_where_one_is_asked_for(several: Several):
    work, own = several.work, several.groups["tva-plus-tva"]
    assert {row.group for row in meeting.listing(work, group_id=own)} == {"Två plus två"}
    assert {row.group for row in decision.log(work, group_id=own)} == {"Två plus två"}
    assert commission.listing(work, group_id=own) == ()
    assert inbox.matters(work, SECOND, own) == ()
    assert [row.arose_in for row in deviation.listing(work, SECOND, own)] == ["Regionen"]


def test_without_a_choice_everything_is_listed(several: Several):
    work = several.work
    assert {row.period for row in meeting.listing(work)} == {"2018", "2018/2019"}
    assert len(deviation.listing(work)) == 2


# --- Numbers ---


def test_deviations_and_commissions_are_numbered_in_each_agreement(several: Several):
    work = several.work
    assert [row.number for row in deviation.listing(work)] == ["A1", "A1"]
    assert [row.number for row in commission.listing(work)] == ["U1", "U1"]


# --- What is judged ---


def test_findings_say_which_agreement_they_are_of(several: Several):
    found = check.findings(several.work)
    assert {each.agreement_id for each in found} == {FIRST, SECOND}
    assert all(each.agreement for each in found)


def test_findings_are_of_one_agreement_or_group_where_one_is_asked_for(several: Several):
    second = check.findings(several.work, agreement_id=SECOND)
    assert {each.agreement_id for each in second} == {SECOND}
    own = several.groups["tva-plus-tva"]
    assert {each.group for each in check.findings(several.work, agreement_id=SECOND, group_id=own)} == {
        "Två plus två"
    }


def test_a_year_is_judged_by_its_own_agreement(several: Several):
    shown = overview.overview(several.work, SECOND, "2018")
    assert {each.agreement_id for each in shown.findings} == {SECOND}
    assert {each.agreement_id for each in shown.elsewhere} == {FIRST}
    assert {each.period for each in shown.elsewhere} >= {"2018/2019"}


def test_the_wheel_and_the_next_meeting_are_of_the_agreement_and_group_chosen(several: Several):
    own = several.groups["tva-plus-tva"]
    shown = overview.overview(several.work, SECOND, "2018", own)
    assert shown.next_meeting is not None
    assert (shown.next_meeting.group, shown.next_meeting.number) == ("Två plus två", 2)
    assert len([mark for mark in shown.wheel.marks if mark.target.startswith("meeting:")]) == 2


# --- What is found and handed out ---


def test_a_hit_opens_where_it_belongs(several: Several):
    (hit,) = search(several.work, "orosanmälan muntlig")
    place = scope.place(several.work, hit.target)
    assert place is not None
    assert place.agreement_id == SECOND


def test_what_is_written_out_needs_an_agreement_where_there_are_several(several: Several):
    with refused(several.year, "Arkivet har flera avtal. Ange vilket av dem: trelleborg, gemensam."):
        export(several.work, DocumentKind.FOLLOW_UP, several.year.folder)


def test_what_is_written_out_is_of_the_agreement_and_group_named(several: Several):
    folder = several.year.folder / "ut"
    written = export(several.work, DocumentKind.CALENDAR, folder, agreement_id=SECOND, period=YEARS[SECOND])
    assert len(written) == 7
    own = several.groups["tva-plus-tva"]
    assert len(export(several.work, DocumentKind.CALENDAR, folder, group_id=own)) == 2


def test_a_meeting_says_which_agreement_it_is_of(several: Several):
    folder, meeting_id = several.year.folder / "ut", several.meetings("lokal")[0]
    (file,) = export(several.work, DocumentKind.MINUTES, folder, meeting_id=meeting_id)
    assert "lokal" in file.name
