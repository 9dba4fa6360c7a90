"""What was written of the example year: calls, minutes and the follow-up, and the files."""

import re
from datetime import date, time
from pathlib import Path

from samverkan_desktop.documents.minutes import MinutedItem, Minutes
from samverkan_desktop.services import attachment, call, follow_up, meeting, minutes, overview
from samverkan_desktop.services.workspace import Workspace

PERIOD = "2018/2019"
DAYS = (
    "2018-09-04", "2018-10-16", "2018-11-15", "2018-12-04", "2019-02-05", "2019-03-26", "2019-05-28",
)  # fmt: skip


def meeting_on(played_work: Workspace, text: str) -> int:
    return next(row.id for row in meeting.listing(played_work) if str(row.day) == text)


def minutes_of(played_work: Workspace, text: str) -> Minutes:
    return minutes.content(played_work, meeting_on(played_work, text))


def minuted(played_work: Workspace, text: str, number: int) -> MinutedItem:
    return minutes_of(played_work, text).items[number - 1]


# --- What was written ---


def test_the_minutes_of_the_third_meeting_say_who_was_there(played_work: Workspace):
    content = minutes_of(played_work, "2018-12-04")
    assert content.occasion == "möte 3 av 6, läsåret 2018/2019 (ordinarie)"
    assert [(p.party, [a.function for a in p.attendees]) for p in content.absent] == [
        ("Socialförvaltningen", ["Avdelningschef Individ- och familjeomsorg"])
    ]
    assert [(each.function, each.notes) for each in content.coopted] == [
        ("Chef elevhälsan", ("Bildningsförvaltningen", "punkt 5"))
    ]
    assert content.present[0].attendees[3].notes == ("sammankallande",)
    assert (content.next_meeting, content.distribution) == (date(2019, 2, 5), ("Styrgruppen",))
    assert content.attachments == ("Bilaga 1 Delredovisning U1", "Bilaga 2 Checklista U4")
    assert not content.draft


def test_they_say_where_a_raised_question_came_from_and_what_was_decided(played_work: Workspace):
    item = minuted(played_work, "2018-12-04", 6)
    assert item.origin == "lyft fråga, övergripande natur"
    assert [each.number for each in item.decisions] == ["2018/19-08"]
    (given,) = item.commissions
    assert (given.number, given.how, given.when) == (
        "U5",
        "Skriftligt förslag, högst två sidor",
        "2019-03-26",
    )


def test_they_keep_the_day_first_decided_for_a_commission(played_work: Workspace):
    (given,) = minuted(played_work, "2018-10-16", 5).commissions
    assert (given.number, given.when) == ("U2", "2019-02-05")
    (given,) = minuted(played_work, "2018-09-04", 6).commissions
    assert given.when == "delredovisning 2018-12-04, slutredovisning 2019-03-26"


def test_who_took_the_notes_when_the_secretary_was_away(played_work: Workspace):
    content = minutes_of(played_work, "2019-02-05")
    assert content.recorded_by == "Avdelningschef Individ- och familjeomsorg (tillfällig)"
    assert content.secretary == "Verksamhetsutvecklare Individ- och familjeomsorg"
    (vacant,) = content.vacant
    assert [each.function for each in vacant.attendees] == ["Utbildningschef gymnasiet och vuxenutbildningen"]


def test_the_minutes_of_the_extra_meeting_say_why_it_was_called(played_work: Workspace):
    content = minutes_of(played_work, "2018-11-15")
    assert content.occasion == "extra möte, läsåret 2018/2019"
    assert content.initiative.startswith("Initiativ: Utbildningschef grundskola och grundsärskola. Skäl: En")
    notes = {each.function: each.notes for party in content.present for each in party.attendees}
    assert notes["Utbildningschef gymnasiet och vuxenutbildningen"] == ("fr.o.m. punkt 3",)


def test_an_acting_holder_and_an_early_leave_are_told(played_work: Workspace):
    content = minutes_of(played_work, "2019-03-26")
    notes = {each.function: each.notes for party in content.present for each in party.attendees}
    assert notes["Utbildningschef förskola"] == ("t.o.m. punkt 5",)
    assert notes["Utbildningschef gymnasiet och vuxenutbildningen"] == ("tf",)


def test_the_minutes_of_the_last_meeting_name_the_first_of_the_coming_year(played_work: Workspace):
    assert minutes_of(played_work, "2019-05-28").next_meeting == date(2019, 9, 3)


def test_every_meeting_has_one_version_of_its_minutes(played_work: Workspace):
    assert [len(minutes.versions(played_work, row.id)) for row in meeting.listing(played_work, PERIOD)] == [
        1
    ] * 7


def test_the_call_to_the_last_meeting_calls_the_heads(played_work: Workspace):
    content = call.content(played_work, meeting_on(played_work, "2019-05-28"))
    assert (content.occasion, content.issued) == ("möte 6 av 6, läsåret 2018/2019", date(2019, 5, 21))
    assert content.called[-1] == (
        "Förvaltningschef Socialförvaltningen (kallas till årets sista möte enligt avtalet)"
    )
    assert content.sender == "Kvalitetschef, sammankallande"
    assert (content.items[4].starts, content.items[4].ends) == (time(13, 20), time(14, 5))
    assert content.items[-1].ends == time(16)
    assert content.items[4].attachments == ("Bilaga 3 Uppföljning läsåret 2018/2019",)
    assert "Individärenden behandlas inte i styrgruppen." in content.reminders


def test_papers_are_numbered_through_a_meeting(played_work: Workspace):
    rows = attachment.rows(played_work, meeting_on(played_work, "2019-05-28"))
    assert [row.number for row in rows] == [1, 2, 3, 4, 5]


# --- The follow-up ---


def test_the_follow_up_says_the_year_in_sentences(played_work: Workspace):
    content = follow_up.content(played_work, 1, PERIOD)
    summary = " ".join(content.summary)
    for sentence in (
        "Gruppen har hållit de sex möten som är fastlagda i avtalet samt ett extra möte.",
        "Alla parter har varit företrädda",
        "Av sju uppdrag är sex slutredovisade, ett av dem efter beslutad ny tid;",
        "ett ska redovisas 2019-10-15.",
        "En rutin och ett stödmaterial har fastställts.",
        "Sex avvikelser har dokumenterats, varav tre lyfts till gruppen.",
        "Ytterligare tre bedöms vara kända men inte dokumenterade.",
        "Gemensam utbildningsdag är planerad till 2019-10-22.",
    ):
        assert sentence in summary


def test_the_follow_up_has_the_years_figures(played_work: Workspace):
    content = follow_up.content(played_work, 1, PERIOD)
    assert (content.groups[0].required, content.groups[0].held, content.groups[0].extra) == (6, 6, 1)
    assert (content.escalated, content.undocumented, len(content.deviations)) == (3, 3, 6)
    assert [(each.label, each.number) for each in content.deviations_by_unit] == [
        ("Grundskola", 2), ("IFO", 2), ("Förskola", 1), ("Gymnasiet", 1),
    ]  # fmt: skip
    assert [line.minutes_days for line in content.groups[0].meetings] == [7, 7, 1, 14, 7, 7, 7]
    assert [(line.present, line.called) for line in content.groups[0].meetings] == [
        (6, 6), (5, 6), (5, 6), (5, 6), (4, 5), (6, 6), (8, 8),
    ]  # fmt: skip
    assert (len(content.decisions), len(content.commissions)) == (23, 7)


def test_the_follow_up_has_the_groups_own_words_and_decision(played_work: Workspace):
    content = follow_up.content(played_work, 1, PERIOD)
    assert content.improvements == (
        "Återkoppling efter orosanmälan",
        "Att avvikelser dokumenteras",
        "Att minnesanteckningar skickas ut inom sju dagar",
    )
    assert (content.decision, content.issued) == ("2018/19-17", date(2019, 5, 28))
    assert content.judgement[0].startswith("Samverkan har fått en tydlig struktur")


def test_everything_agreed_was_followed(played_work: Workspace):
    shown = overview.overview(played_work, 1, PERIOD)
    assert shown.next_meeting is None
    assert shown.fulfilled == shown.total
    assert {line.status for line in follow_up.content(played_work, 1, PERIOD).findings} <= {
        "fulfilled", "upcoming", "not_due",
    }  # fmt: skip


# --- Files ---


def test_the_documents_of_the_year_lie_beside_it(played_folder: Path):
    stems = [f"{day}-{{1}}-styrgrupp" + ("-extra" if day == "2018-11-15" else "") for day in DAYS]
    names = {
        folder.name: sorted(file.name for file in folder.iterdir())
        for folder in played_folder.iterdir()
        if folder.is_dir()
    }
    assert names["kallelser"] == sorted(
        stem.replace("{1}", "kallelse") + end for stem in stems for end in (".eml", ".ics", ".pdf")
    )
    assert names["dagordningar"] == sorted(stem.replace("{1}", "dagordning") + ".pdf" for stem in stems)
    assert names["anteckningar"] == sorted(
        stem.replace("{1}", "minnesanteckningar") + end for stem in stems for end in (".docx", ".eml")
    )
    assert [re.sub(r"(u\d).*", r"\1", name) for name in names["uppdrag"]] == [
        f"uppdrag-u{n}" for n in range(1, 8)
    ]
    assert names["uppfoljning"] == ["uppfoljning-2018-2019.pdf"]
    assert all(file.stat().st_size > 500 for file in played_folder.glob("*/*"))
