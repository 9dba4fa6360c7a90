"""Several agreements and groups in one archive: what is listed, judged, numbered and found of each."""

import pytest

from samverkan_desktop.models.group import Group
from samverkan_desktop.services import (
    activity,
    activity_plan,
    agenda,
    agreement,
    board_report,
    check,
    commission,
    decision,
    deviation,
    follow_up,
    group,
    inbox,
    meeting,
    obligation,
    organisation,
    overview,
    place,
    planned_activity,
    routine,
    scope,
)
from samverkan_desktop.services.export import export
from samverkan_desktop.services.group_letters import letters_of
from samverkan_desktop.services.search import search
from samverkan_desktop.services.work_group import close_work_group
from samverkan_desktop.vocabulary import DocumentKind
from tests.services.several import YEARS, Several
from tests.services.year import DAYS, Year, refused

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


def test_the_last_day_an_agreement_met_is_told(several: Several):
    for each in scope.scopes(several.work):
        rows = meeting.listing(several.work, agreement_id=each.id)
        assert each.latest == max(row.day for row in rows if row.day <= several.work.today)


def test_a_group_that_is_closed_says_so(several: Several):
    close_work_group(several.work, several.groups["Skolfrånvaro"], several.work.today)
    assert scope.scopes(several.work)[0].groups[1][1] == "Skolfrånvaro (avslutad)"


def test_an_empty_archive_offers_nothing(empty: Year):
    assert scope.scopes(empty.work) == ()


# --- What a place is about ---


def test_a_meeting_is_of_its_agreement_group_and_year(several: Several):
    meeting_id = several.meetings("tva-plus-tva")[0]
    expected = place.Place(SECOND, several.groups["tva-plus-tva"], "2018")
    assert place.place(several.work, f"meeting:{meeting_id}") == expected
    assert place.place(several.work, f"meeting:{meeting_id}/item:1") == expected


def test_a_decision_is_of_the_meeting_it_was_taken_at(several: Several):
    row = decision.log(several.work, agreement_id=FIRST)[0]
    expected = place.Place(FIRST, several.groups["first"], "2018/2019")
    assert place.place(several.work, f"decision:{row.id}") == expected


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
    about = place.place(work, f"{kind}:{found[0].id}")
    assert about is not None
    assert (about.agreement_id, about.period) == (SECOND, None)


def test_a_seat_is_of_its_group(several: Several):
    own = next(row for row in group.groups(several.work) if row.id == several.groups["lokal"])
    seat = own.seats[0]
    assert place.place(several.work, f"seat:{seat.id}") == place.Place(SECOND, several.groups["lokal"], None)


def test_a_clause_is_of_its_agreement(several: Several):
    clause = agreement.clauses(several.work, SECOND)[0]
    assert place.place(several.work, f"clause:{clause.id}") == place.Place(SECOND, None, None)


def test_what_a_board_has_done_is_of_the_matters_agreement(several: Several):
    noted = board_report.report_evaluation(several.work, SECOND, "Socialnämnden", several.work.today, "§ 85")
    assert place.place(several.work, f"board_report:{noted}") == place.Place(SECOND, None, None)


def test_a_label_says_whose_it_is(several: Several):
    assert place.place(several.work, "plan:2018/2019@1.3") == place.Place(1, 3, "2018/2019")
    assert place.place(several.work, "report:2018@2") == place.Place(2, None, "2018")
    assert place.place(several.work, "activity_plan:2018@2.3") == place.Place(2, 3, "2018")
    assert place.place(several.work, "agreement:T14@1") == place.Place(1, None, None)


def test_an_activity_plan_is_about_its_group_and_its_year(several: Several):
    plan = activity_plan.draft(several.work, several.groups["tva-plus-tva"], "2018")
    planned = planned_activity.add(several.work, plan, "Kartlägg frånvaro")
    expected = place.Place(SECOND, several.groups["tva-plus-tva"], "2018")
    assert place.place(several.work, f"activity_plan:{plan}") == expected
    assert place.place(several.work, f"planned_activity:{planned}") == expected


@pytest.mark.parametrize("target", ["overview", "plan:2018/2019", "agreement:T14", "meeting:99", "nothing:1"])
def test_other_places_are_about_whatever_is_shown(several: Several, target: str):
    assert place.place(several.work, target) is None


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


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Skolfrånvaro", "SKO"),
        ("Två plus två", "TPT"),
        ("2+2", "2+2"),
        ("Lokala uppdragsgruppen för stadsdelarna i norr", "LUSN"),
        ("AG Placerade barns skolgång", "PBS"),
    ],
)
def test_a_group_is_told_by_a_few_letters(name: str, letters: str):
    assert letters_of(name) == letters


def test_decisions_of_groups_beside_the_main_one_have_letters_of_their_own(several: Several):
    def numbers(name: str) -> list[str]:
        return [row.number for row in decision.log(several.work, group_id=several.groups[name])]

    assert numbers("styrgrupp") == ["2018-01", "2018-02", "2018-03"]
    assert numbers("tva-plus-tva") == ["TPT 2018-01", "TPT 2018-02", "TPT 2018-03"]
    assert numbers("lokal")[0] == "LUSN 2018-01"


def test_groups_that_would_have_the_same_letters_are_told_apart(held: Year):
    crews = [held.crew(1, name) for name in ("Skolfrånvaro", "Skolgång")]
    for crew in crews:
        made = meeting.schedule(held.work, crew, DAYS[0])
        decision.take(held.work, agenda.add_item(held.work, made, "Fråga"), "Beslut.")
    numbers = [row.number for crew in crews for row in decision.log(held.work, group_id=crew)]
    assert numbers == ["SKO 2018/19-01", "SKO2 2018/19-01"]


def test_a_group_that_is_renamed_keeps_its_letters_within_the_year(held: Year):
    made = meeting.schedule(held.work, held.crew(1), DAYS[0])
    item = agenda.add_item(held.work, made, "Fråga")
    decision.take(held.work, item, "Beslut.")
    with held.work.change("test.rename", "Gruppen bytte namn") as session:
        session.get_one(Group, 2).name = "Närvaro"
    decision.take(held.work, item, "Ett till.")
    numbers = [row.number for row in decision.log(held.work, meeting_id=made)]
    assert numbers == ["SKO 2018/19-01", "SKO 2018/19-02"]


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
    assert hit.agreement.startswith("Överenskommelse")
    found = place.place(several.work, hit.target)
    assert found is not None
    assert found.agreement_id == SECOND


def test_what_is_written_out_needs_an_agreement_where_there_are_several(several: Several):
    with refused(several.year, "Arkivet har flera avtal. Ange vilket av dem: trelleborg, gemensam."):
        export(several.work, DocumentKind.FOLLOW_UP, several.year.folder)


def test_what_is_written_out_is_of_the_agreement_and_group_named(several: Several):
    folder = several.year.folder / "ut"
    own = several.groups["tva-plus-tva"]
    for chosen, meetings in (({"agreement_id": SECOND, "period": YEARS[SECOND]}, 7), ({"group_id": own}, 2)):
        (written,) = export(several.work, DocumentKind.CALENDAR, folder, **chosen)
        assert written.read_bytes().count(b"BEGIN:VEVENT") == meetings


def test_files_of_groups_with_the_same_name_say_which_agreement_they_are_of(several: Several):
    folder = several.year.folder / "ut"
    for agreement_id in (FIRST, SECOND):
        written = export(several.work, DocumentKind.MINUTES, folder, agreement_id=agreement_id)
        assert len(written) == {FIRST: 1, SECOND: 3}[agreement_id]
    assert sorted(file.name for file in folder.iterdir()) == [
        "2018-09-04-minnesanteckningar-styrgrupp-trelleborg.docx",
        "2018-09-04-motesanteckningar-styrgrupp-gemensam.docx",
        "2018-10-02-protokoll-tva-plus-tva.docx",
        "2018-11-06-minnesanteckningar-lokal.docx",
    ]


def test_a_work_groups_files_go_by_its_name(held: Year):
    made = meeting.schedule(held.work, held.crew(1), DAYS[0])
    (file,) = export(held.work, DocumentKind.CALENDAR, held.folder / "ut", meeting_id=made)
    assert file.name == "2018-09-04-kalender-skolfranvaro.ics"


def test_the_follow_up_tells_of_every_group_that_meets(several: Several):
    content = follow_up.content(several.work, SECOND, "2018")
    assert content.group == "Styrgruppen för överenskommelsen"
    assert [(group.name, group.required, group.held) for group in content.groups] == [
        ("Styrgruppen", 4, 1),
        ("Två plus två", 2, 1),
        ("Lokala uppdragsgruppen för stadsdelarna i norr", 1, 1),
    ]
    assert [line.function for line in content.groups[1].attendance] == [
        "Ordförande i Utbildningsnämnden", "Ordförande i regionens utskott för barn och unga",
    ]  # fmt: skip
    assert "Två plus två har hållit ett av de två möten som är fastlagda i avtalet." in content.summary[0]


def test_the_follow_up_tells_of_one_meeting_where_no_number_is_fixed(several: Several):
    for clause in agreement.clauses(several.work, SECOND):
        for each in clause.obligations:
            if each.kind == "meeting_frequency":
                obligation.remove_obligation(several.work, each.id)
    content = follow_up.content(several.work, SECOND, "2018")
    assert "Två plus två har hållit ett möte." in content.summary[0]


def test_the_follow_up_of_one_group_tells_of_that_group(several: Several):
    own = several.groups["tva-plus-tva"]
    content = follow_up.content(several.work, SECOND, "2018", own)
    assert [group.name for group in content.groups] == ["Två plus två"]
    assert {line.number[:3] for line in content.decisions} == {"TPT"}
    folder = several.year.folder / "ut"
    (file,) = export(several.work, DocumentKind.FOLLOW_UP, folder, group_id=own)
    assert file.name == "uppfoljning-gemensam-tva-plus-tva-2018.pdf"


def test_work_groups_without_meetings_are_not_followed_up(several: Several):
    content = follow_up.content(several.work, FIRST, "2018/2019")
    assert [group.name for group in content.groups] == ["Styrgruppen"]


def test_the_wheel_says_which_group_meets_where_several_do(several: Several):
    labels = [mark.label for mark in overview.overview(several.work, SECOND, "2018").wheel.marks]
    assert "Möte 1, Två plus två" in labels
    own = overview.overview(several.work, FIRST, "2018/2019").wheel.marks
    assert own[0].label == "Möte 1"


def test_a_meeting_says_which_agreement_it_is_of(several: Several):
    folder, meeting_id = several.year.folder / "ut", several.meetings("lokal")[0]
    (file,) = export(several.work, DocumentKind.MINUTES, folder, meeting_id=meeting_id)
    assert "lokal" in file.name
