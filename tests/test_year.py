"""The whole example year, played through the use cases and held against what is known to have happened."""

from collections import Counter, defaultdict
from datetime import date, time
from pathlib import Path

import pytest

from samverkan_desktop.rules.finding import Finding
from samverkan_desktop.services import (
    activity,
    agenda,
    agreement,
    archive,
    attendance,
    attendance_summary,
    check,
    commission,
    commission_history,
    decision,
    deviation,
    distribution,
    follow_up,
    group,
    history,
    meeting,
    role,
    routine,
    search,
    year_plan,
)
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import (
    CommissionStatus,
    DocumentKind,
    EscalationGround,
    HolderState,
    MeetingKind,
    MeetingStatus,
    PlanStatus,
    Role,
)

PERIOD, COMING = "2018/2019", "2019/2020"
#: Day of each meeting, of its call and of its minutes.
MEETINGS = (
    ("2018-09-04", "ordinary", "2018-08-28", "2018-09-11"),
    ("2018-10-16", "ordinary", "2018-10-09", "2018-10-23"),
    ("2018-11-15", "extra", "2018-11-13", "2018-11-16"),
    ("2018-12-04", "ordinary", "2018-11-27", "2018-12-18"),
    ("2019-02-05", "ordinary", "2019-01-29", "2019-02-12"),
    ("2019-03-26", "ordinary", "2019-03-19", "2019-04-02"),
    ("2019-05-28", "ordinary", "2019-05-21", "2019-06-04"),
)
#: Each function's marks at those meetings: N there, F excused, V vacant, T acting, D in part, – not called.
ATTENDANCE = {
    "Utbildningschef förskola": "NNFNNDN",
    "Utbildningschef grundskola och grundsärskola": "NFNNNNN",
    "Utbildningschef gymnasiet och vuxenutbildningen": "NNDNVTT",
    "Kvalitetschef": "NNNNNNN",
    "Förvaltningschef Bildningsförvaltningen": "––––––N",
    "Avdelningschef Individ- och familjeomsorg": "NNNFNNN",
    "Verksamhetsutvecklare Individ- och familjeomsorg": "NNNNFNN",
    "Förvaltningschef Socialförvaltningen": "––––––N",
}
#: Number, day, item and words of every decision.
DECISIONS = (
    ("01", "2018-09-04", 4, "Kvalitetschef utses till sammankallande"),
    ("02", "2018-09-04", 5, "planen beslutas därför vid årets första möte"),
    ("03", "2018-09-04", 6, "Skolfrånvaro utses och får uppdrag U1"),
    ("04", "2018-09-04", 7, "dokumenteras avidentifierat"),
    ("05", "2018-10-16", 5, "Placerade barns skolgång utses och får uppdrag U2"),
    ("06", "2018-10-16", 7, "psykisk ohälsa regleras i den lokala överenskommelsen"),
    ("07", "2018-11-15", 4, "Utbildningschef grundskola och Avdelningschef IFO får uppdrag U4"),
    ("08", "2018-12-04", 6, "gemensam mötesstruktur (U5)"),
    ("09", "2018-12-04", 7, "U4 läggs med godkännande till handlingarna"),
    ("10", "2018-12-04", 8, "Kompetensutveckling utses och får uppdrag U3"),
    ("11", "2019-02-05", 5, "Ny redovisningstid för U2 bestäms till mötet 2019-03-26"),
    ("12", "2019-02-05", 6, "Kvalitetschef och Avdelningschef IFO får uppdrag U6"),
    ("13", "2019-02-05", 8, "underlag till den årliga uppföljningen"),
    ("14", "2019-03-26", 5, "Slutrapporten för U1 godkänns"),
    ("15", "2019-03-26", 6, "skickas på remiss till enheterna till och med 2019-04-30"),
    ("16", "2019-03-26", 7, "gäller från och med 2019-08-01"),
    ("17", "2019-05-28", 5, "Uppföljningen av samverkansavtalet läsåret 2018/2019 godkänns"),
    ("18", "2019-05-28", 6, "Rutinen ses över senast 2020-05-31"),
    ("19", "2019-05-28", 7, "görs känt på enheterna senast 2019-09-30"),
    ("20", "2019-05-28", 8, "Gemensam utbildningsdag hålls 2019-10-22"),
    ("21", "2019-05-28", 9, "Utbildningschef grundskola får uppdrag U7"),
    ("22", "2019-05-28", 10, "Mötesplanen för läsåret 2019/2020 fastställs"),
    ("23", "2019-05-28", 11, "Avdelningschef IFO utses till sammankallande"),
)
#: Of each commission: day given, how, due, first due, reported, outcome, approved by.
COMMISSIONS = {
    "U1": ("2018-09-04", "Skriftlig rapport och muntlig föredragning", "2019-03-26", None, "2019-03-26",
           "redovisad i tid", "14"),
    "U2": ("2018-10-16", "Förslag till rutin", "2019-03-26", "2019-02-05", "2019-03-26",
           "redovisad efter beslutad ny tid", "18"),
    "U3": ("2018-12-04", "Programförslag med kostnadsfördelning", "2019-05-28", None, "2019-05-28",
           "redovisad i tid", "20"),
    "U4": ("2018-11-15", "Muntlig redovisning och checklista", "2018-12-04", None, "2018-12-04",
           "redovisad i tid", "09"),
    "U5": ("2018-12-04", "Skriftligt förslag, högst två sidor", "2019-03-26", None, "2019-03-26",
           "redovisad i tid", "16"),
    "U6": ("2019-02-05", "Stödmaterial och muntlig föredragning", "2019-05-28", None, "2019-05-28",
           "redovisad i tid", "19"),
    "U7": ("2019-05-28", "Skriftlig nulägesbeskrivning med förslag", "2019-10-15", None, None, "pågår", ""),
}  # fmt: skip
#: Of each deviation: day, from where, what became of it, and meeting and item that took it up.
DEVIATIONS = {
    "A1": ("2018-09-24", "Grundskola", "IFO, mottagning", "hanterad 2018-10-05", None),
    "A2": ("2018-11-06", "Förskola", "Förskola/grundskola", "lyft 2018-11-20, på dagordningen",
           ("2018-12-04", 6)),
    "A3": ("2018-12-12", "IFO", "Grundskola", "hanterad 2019-01-14", None),
    "A4": ("2019-01-17", "Gymnasiet", "IFO/gymnasiet", "lyft 2019-01-24, på dagordningen",
           ("2019-02-05", 6)),
    "A5": ("2019-03-04", "IFO", "Grundskola", "hanterad 2019-03-20", None),
    "A6": ("2019-04-29", "Grundskola", "IFO, mottagning", "lyft 2019-05-06, på dagordningen",
           ("2019-05-28", 9)),
}  # fmt: skip
#: On each day: how the rules stand that are not fulfilled or not yet due. R05:2 says two findings.
STANDING = {
    "2018-08-15": {"at_risk": "R03:2 R04:2 R05:1", "upcoming": "R03:2"},
    "2018-10-01": {"upcoming": "R03:2 R04:1 R05:1 R06:2 R07:2 R09:1 R20:1 R28:1"},
    "2019-02-10": {
        "at_risk": "R22:1 R24:1", "upcoming": "R03:2 R04:1 R05:1 R06:2 R07:2 R09:5 R20:1 R28:1",
    },
    "2019-05-30": {"at_risk": "R24:1", "upcoming": "R09:1"},
    "2019-06-30": {"upcoming": "R09:1"},
    "2019-12-31": {
        "breached": "R09:1", "at_risk": "R05:1 R28:1", "upcoming": "R03:2 R04:1 R06:2 R07:2 R20:1",
    },
    "2021-07-01": {
        "breached": "R03:2 R04:2 R05:2 R06:3 R07:4 R09:1 R19:1 R20:2", "at_risk": "R20:2 R28:1",
    },
}  # fmt: skip
#: How often each use case was carried out in the year.
USE_CASES = {
    "adoption.adopt": 1, "group.set_holder": 10, "year_plan.draft": 2, "agenda_builder.build": 7,
    "call.send": 7, "meeting.begin": 7, "decision.take": 23, "group.assign_roles": 2, "year_plan.decide": 2,
    "group.set_up_work_group": 3, "commission.give": 7, "commission.report": 7, "commission.approve": 6,
    "commission.new_date": 1, "minutes.finish": 7, "minutes.send": 7, "deviation.report": 6,
    "deviation.handle": 3, "deviation.escalate": 3, "meeting.schedule_extra": 1, "follow_up.write": 1,
    "follow_up.approve": 1, "routine.establish": 2, "activity.plan": 1, "attendance.invite": 1,
}  # fmt: skip


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def meeting_on(played_work: Workspace, text: str) -> int:
    return next(row.id for row in meeting.listing(played_work) if row.day == day(text))


def told(findings: tuple[Finding, ...], rule: str) -> list[str]:
    return [finding.message for finding in findings if finding.rule == rule]


# --- Meetings ---


def test_seven_meetings_were_called_held_and_their_minutes_sent(played_work: Workspace):
    rows = [
        (str(row.day), row.kind.value, str(row.called_on), str(row.minutes_sent_on))
        for row in meeting.listing(played_work, PERIOD)
    ]
    assert rows == list(MEETINGS)
    assert {row.status for row in meeting.listing(played_work, PERIOD)} == {MeetingStatus.SENT}


def test_they_are_numbered_and_the_extra_one_is_not(played_work: Workspace):
    titles = [row.title for row in meeting.listing(played_work, PERIOD)]
    assert titles == [
        "Möte 1 av 6", "Möte 2 av 6", "Extra möte", "Möte 3 av 6", "Möte 4 av 6", "Möte 5 av 6",
        "Möte 6 av 6",
    ]  # fmt: skip
    assert [row.last for row in meeting.listing(played_work, PERIOD)] == [False] * 6 + [True]


def test_they_were_held_at_the_times_of_the_story(played_work: Workspace):
    times = {row.number: (row.starts, row.ends) for row in meeting.listing(played_work, PERIOD)}
    assert times[0] == (time(8, 30), time(9, 30))
    assert times[1] == (time(13), time(15))
    assert times[6] == (time(13), time(16))


def test_the_extra_meeting_was_called_by_somebody_other_than_the_convenor(played_work: Workspace):
    row = meeting.details(played_work, meeting_on(played_work, "2018-11-15"))
    assert row.kind is MeetingKind.EXTRA
    assert row.initiator == "Utbildningschef grundskola och grundsärskola"
    assert "kan inte vänta till 4 december" in row.reason


def test_the_next_year_is_planned(played_work: Workspace):
    row = year_plan.plan_row(played_work, 1, COMING)
    assert row is not None
    assert (row.status, row.decided_on, row.decision) == (
        PlanStatus.DECIDED, date(2019, 5, 28), "2018/19-22",
    )  # fmt: skip
    assert [str(each) for each in row.days] == [
        "2019-09-03", "2019-10-15", "2019-12-03", "2020-02-04", "2020-03-24", "2020-05-26",
    ]  # fmt: skip


def test_each_agenda_has_as_many_items_as_in_the_story(played_work: Workspace):
    assert [row.items for row in meeting.listing(played_work, PERIOD)] == [9, 9, 5, 10, 10, 10, 13]


def test_everything_that_was_sent_stands_in_the_log(played_work: Workspace):
    log = distribution.log(played_work)
    assert Counter(row.document for row in log) == {DocumentKind.CALL: 7, DocumentKind.MINUTES: 7}
    last = [row for row in log if row.meeting_id == meeting_on(played_work, "2019-05-28")]
    assert {len(row.recipients) for row in last} == {8}
    assert {len(row.recipients) for row in log if row not in last} == {6}
    assert [row.sender for row in last] == [
        "Verksamhetsutvecklare Individ- och familjeomsorg", "Kvalitetschef, sammankallande",
    ]  # fmt: skip


# --- Attendance ---


def test_who_was_there(played_work: Workspace):
    with played_work.read() as session:
        lines = attendance_summary.attendance_lines(session, 1, meeting.listing(played_work, PERIOD))
    assert {line.function: "".join(line.cells) for line in lines} == ATTENDANCE


def test_attendance_is_counted_at_the_ordinary_meetings(played_work: Workspace):
    lines = follow_up.content(played_work, 1, PERIOD).groups[0].attendance
    counted = {line.function: (line.present, line.possible, line.vacant, line.partly) for line in lines}
    assert list(counted.values()) == [
        (6, 6, 0, 1), (5, 6, 0, 0), (5, 6, 1, 0), (6, 6, 0, 0), (1, 1, 0, 0), (5, 6, 0, 0), (5, 6, 0, 0),
        (1, 1, 0, 0),
    ]  # fmt: skip


def test_part_attendance_is_told_by_items(played_work: Workspace):
    rows = {
        row.short_name: row for row in attendance.rows(played_work, meeting_on(played_work, "2018-11-15"))
    }
    assert rows["Utbildningschef gymnasiet"].from_item == "3"
    rows = {
        row.short_name: row for row in attendance.rows(played_work, meeting_on(played_work, "2019-03-26"))
    }
    assert rows["Utbildningschef förskola"].to_item == "5"


def test_a_guest_came_to_one_item(played_work: Workspace):
    guests = [
        row
        for row in attendance.rows(played_work, meeting_on(played_work, "2018-12-04"))
        if row.seat_id is None
    ]
    assert [(row.function, row.party, row.from_item, row.to_item) for row in guests] == [
        ("Chef elevhälsan", "Bildningsförvaltningen", "5", "5")
    ]


def test_a_function_was_vacant_and_then_acting(played_work: Workspace):
    seat = next(seat for seat in group.groups(played_work)[0].seats if seat.key == "F3")
    assert [(row.state, str(row.since), str(row.until)) for row in group.holdings(played_work, seat.id)] == [
        (HolderState.ACTING, "2019-03-01", "None"),
        (HolderState.VACANT, "2019-01-01", "2019-02-28"),
        (HolderState.ORDINARY, "2018-07-01", "2018-12-31"),
    ]


def test_roles_changed_party_with_the_year(played_work: Workspace):
    rows = [
        (row.role, row.function, str(row.since), str(row.until), row.decision)
        for row in role.terms(played_work, 1)
    ]
    assert rows == [
        (
            Role.CONVENOR, "Avdelningschef Individ- och familjeomsorg", "2019-07-01", "2020-06-30",
            "2018/19-23",
        ),
        (Role.SECRETARY, "Kvalitetschef", "2019-07-01", "2020-06-30", "2018/19-23"),
        (Role.CONVENOR, "Kvalitetschef", "2018-09-04", "2019-06-30", "2018/19-01"),
        (
            Role.SECRETARY, "Verksamhetsutvecklare Individ- och familjeomsorg", "2018-09-04", "2019-06-30",
            "2018/19-01",
        ),
    ]  # fmt: skip


# --- Decisions, commissions, deviations ---


@pytest.mark.parametrize(("number", "on", "item", "words"), DECISIONS)
def test_a_decision(played_work: Workspace, number: str, on: str, item: int, words: str):
    row = next(row for row in decision.log(played_work, PERIOD) if row.number == f"2018/19-{number}")
    places = {each.id: each.number for each in agenda.items(played_work, row.meeting_id)}
    assert (str(row.day), places[row.item_id]) == (on, str(item))
    assert words in row.text


def test_there_are_twenty_three_decisions_in_order(played_work: Workspace):
    assert [row.number for row in decision.log(played_work)] == [f"2018/19-{n:02d}" for n in range(1, 24)]


@pytest.mark.parametrize("number", COMMISSIONS)
def test_a_commission(played_work: Workspace, number: str):
    given, how, due, first, reported, outcome, approved = COMMISSIONS[number]
    row = next(row for row in commission.listing(played_work) if row.number == number)
    assert row.how.startswith(how)
    assert (row.given_on, row.due, row.first_due, row.reported_on) == (
        day(given), day(due), day(first), day(reported),
    )  # fmt: skip
    assert (row.outcome, row.approved_by) == (outcome, f"2018/19-{approved}" if approved else "")
    assert row.status is (CommissionStatus.APPROVED if approved else CommissionStatus.ONGOING)


def test_the_second_commission_got_a_new_day_by_decision(played_work: Workspace):
    row = next(row for row in commission.listing(played_work) if row.number == "U2")
    dues = [
        (str(due.due), due.decision, str(due.decided_on))
        for due in commission_history.dues(played_work, row.id)
    ]
    assert dues == [
        ("2019-02-05", "2018/19-05", "2018-10-16"),
        ("2019-03-26", "2018/19-11", "2019-02-05"),
    ]


def test_the_first_commission_was_reported_in_part_and_in_full(played_work: Workspace):
    row = next(row for row in commission.listing(played_work) if row.number == "U1")
    assert row.work_group == "Skolfrånvaro"
    reports = [(each.kind.value, str(each.day)) for each in commission_history.reports(played_work, row.id)]
    assert reports == [("interim", "2018-12-04"), ("final", "2019-03-26")]


def test_one_commission_is_open_at_the_end(played_work: Workspace):
    assert [row.number for row in commission.listing(played_work, open_only=True)] == ["U7"]


@pytest.mark.parametrize("number", DEVIATIONS)
def test_a_deviation(played_work: Workspace, number: str):
    on, by, arose, outcome, taken_up = DEVIATIONS[number]
    row = next(row for row in deviation.listing(played_work) if row.number == number)
    assert (str(row.reported_on), row.reported_by, row.arose_in, row.outcome) == (on, by, arose, outcome)
    place = None
    if row.meeting_id is not None:
        numbers = {each.id: each.number for each in agenda.items(played_work, row.meeting_id)}
        day = meeting.details(played_work, row.meeting_id).day
        place = (str(day), int(numbers[row.item_id or 0]))
    assert place == taken_up


def test_three_deviations_were_raised_on_both_grounds(played_work: Workspace):
    grounds = {row.number: row.ground for row in deviation.listing(played_work) if row.ground}
    assert grounds == {
        "A2": EscalationGround.GENERAL,
        "A4": EscalationGround.PRINCIPLE,
        "A6": EscalationGround.GENERAL,
    }


def test_three_work_groups_have_both_parties_and_split_their_roles(played_work: Workspace):
    crews = [row for row in group.groups(played_work) if row.parent_id == 1]
    assert [(row.name, row.decision, len(row.seats)) for row in crews] == [
        ("Skolfrånvaro", "2018/19-03", 4),
        ("Placerade barns skolgång", "2018/19-05", 4),
        ("Kompetensutveckling", "2018/19-10", 2),
    ]
    for row in crews:
        assert len({seat.party for seat in row.seats}) == 2
        assert len({seat.party for seat in row.seats if seat.roles}) == 2


def test_a_routine_and_support_material_were_established(played_work: Workspace):
    rows = [
        (r.kind.value, r.title, r.decision, r.review_by, r.known_by) for r in routine.listing(played_work)
    ]
    assert rows == [
        ("routine", "Skolgång vid placering i familjehem och HVB", "2018/19-18", date(2020, 5, 31), None),
        ("support_material", "Informationsutbyte och samtycke", "2018/19-19", None, date(2019, 9, 30)),
    ]


def test_a_joint_day_is_planned(played_work: Workspace):
    assert [(a.title, str(a.day), a.held, a.decision) for a in activity.listing(played_work)] == [
        ("Gemensam utbildningsdag", "2019-10-22", False, "2018/19-20")
    ]


# --- Findings ---


@pytest.mark.parametrize("on", STANDING)
def test_how_the_obligations_stand_on_a_day(played_work: Workspace, on: str):
    standing: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for finding in check.findings(played_work, day(on)):
        standing[finding.status.value][finding.rule] += 1
    shown = {
        status: " ".join(f"{rule}:{number}" for rule, number in sorted(standing[status].items()))
        for status in ("breached", "at_risk", "upcoming")
        if standing[status]
    }
    assert shown == STANDING[on]


@pytest.mark.parametrize(
    ("on", "rule", "message"),
    [
        ("2018-08-15", "R04", "0 av 6 möten är planerade för 2018/2019."),
        ("2018-10-01", "R05", "1 av 6 fastlagda möten har hållits 2018/2019."),
        ("2019-02-04", "R09", "Uppdraget U2 ska redovisas 2019-02-05."),
        ("2019-02-10", "R09", "Uppdraget U2 ska redovisas 2019-03-26 efter beslutad ny tid."),
        ("2019-02-10", "R22", "Funktionen Utbildningschef gymnasiet och vuxenutbildningen är vakant sedan"),
        ("2018-12-10", "R24", "Minnesanteckningar från 2018-12-04 är inte utskickade."),
        ("2019-06-30", "R24", "som längst efter 14 dagar (2018-12-04)"),
        ("2019-06-30", "R05", "6 av 6 fastlagda möten har hållits 2018/2019."),
        ("2019-06-30", "R23", "Frågan A6 togs upp 2019-05-28."),
        ("2019-06-30", "R27", "genom beslut 2018/19-06."),
        ("2019-12-31", "R09", "Uppdraget U7 skulle redovisas 2019-10-15."),
        ("2021-07-01", "R19", "Avtalet löpte ut 2021-06-30. Utvärdering är inte gjord."),
    ],
)
def test_a_finding_says_what_is_so(played_work: Workspace, on: str, rule: str, message: str):
    assert any(message in each for each in told(check.findings(played_work, day(on)), rule))


# --- History ---


def test_the_journal_has_every_use_case_as_often_as_it_was_carried_out(played_work: Workspace):
    counted = Counter(entry.use_case for entry in history.entries(played_work, 1000))
    assert {name: counted[name] for name in USE_CASES} == USE_CASES


def test_the_journal_reads_like_the_year(played_work: Workspace):
    entries = list(reversed(history.entries(played_work, 1000)))
    assert [entry.at for entry in entries] == sorted(entry.at for entry in entries)
    days = {name: [str(e.at.date()) for e in entries if e.use_case == name] for name in USE_CASES}
    assert days["adoption.adopt"] == ["2018-06-11"]
    assert days["year_plan.draft"] == ["2018-08-20", "2019-03-20"]
    assert days["call.send"] == [called for _, _, called, _ in MEETINGS]
    assert days["meeting.begin"] == [held for held, _, _, _ in MEETINGS]
    assert days["minutes.finish"] == days["minutes.send"] == [sent for _, _, _, sent in MEETINGS]
    assert days["deviation.report"] == [told[0] for told in DEVIATIONS.values()]
    assert days["deviation.escalate"] == ["2018-11-20", "2019-01-24", "2019-05-06"]
    assert days["meeting.schedule_extra"] == ["2018-11-12"]
    assert not any(entry.undone for entry in entries)


def test_the_archive_is_whole(played_year: Path):
    assert archive.verify(played_year) == []


def test_what_was_said_can_be_found(played_work: Workspace):
    targets = [hit.target for hit in search.search(played_work, "orosanmälan")]
    assert any(target.startswith("deviation:") for target in targets)
    assert any(target.startswith("commission:") for target in targets)


def test_the_agreement_has_three_years(played_work: Workspace):
    assert agreement.periods(played_work, 1) == ("2018/2019", "2019/2020", "2020/2021")
