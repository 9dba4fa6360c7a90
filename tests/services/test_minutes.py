import copy
import hashlib
from dataclasses import replace
from datetime import date

import pytest
from docx import Document
from sqlalchemy import select

from samverkan_desktop import prose
from samverkan_desktop.models.meeting import MinutesVersion
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import (
    agenda,
    agenda_builder,
    attendance,
    decision,
    distribution,
    group,
    meeting,
    minutes,
)
from samverkan_desktop.vocabulary import AttendanceStatus, DocumentKind, HolderState, MeetingStatus
from tests.services.year import COORDINATION, DAYS, FIRST, HOLDS_NUMBER, NUMBER, Year, leave, refused

EXCUSED = AttendanceStatus.EXCUSED


def note(year: Year, key: str, status: AttendanceStatus | None, number: int = 1) -> None:
    rows = attendance.rows(year.work, year.meeting(number))
    entry = next(row.id for row in rows if row.seat_id == year.seats[key])
    attendance.note(year.work, entry, status)


def status(year: Year) -> MeetingStatus:
    return meeting.details(year.work, year.meeting(1)).status


# --- What stops them ---


def test_minutes_ready_to_be_finished_have_no_hindrance(held: Year):
    assert minutes.hindrances(held.work, held.meeting(1)) == ()


def test_missing_attendance_is_named(held: Year):
    note(held, "F1", None)
    note(held, "F5", None)
    with refused(held, "Närvaro saknas för Utbildningschef förskola, Avdelningschef IFO."):
        held.finish(1)


def test_when_the_secretary_was_away_somebody_is_named(held: Year):
    note(held, "F6", EXCUSED)
    with refused(held, "Sekreteraren var inte närvarande. Ange vem som förde anteckningarna."):
        held.finish(1)
    meeting.change(held.work, held.meeting(1), recorder_seat_id=held.seats["F5"])
    held.finish(1)
    content = minutes.content(held.work, held.meeting(1))
    assert content.recorded_by == "Avdelningschef Individ- och familjeomsorg (tillfällig)"


def test_without_a_secretary_somebody_is_named(planned: Year):
    planned.hold(1)
    leave(planned.work, planned.meeting(1))
    with refused(planned, "Ange vem som förde anteckningarna."):
        planned.finish(1)


def test_somebody_who_was_away_took_no_notes(held: Year):
    meeting.change(held.work, held.meeting(1), recorder_seat_id=held.seats["F5"])
    note(held, "F5", EXCUSED)
    with refused(held, "Den som anges ha fört anteckningarna var inte närvarande."):
        held.finish(1)


def test_the_secretary_named_as_recorder_is_not_temporary(held: Year):
    meeting.change(held.work, held.meeting(1), recorder_seat_id=held.seats["F6"])
    content = minutes.content(held.work, held.meeting(1))
    assert content.recorded_by == "Verksamhetsutvecklare Individ- och familjeomsorg"


@pytest.mark.parametrize("number", [NUMBER, COORDINATION])
def test_a_personal_number_in_the_notes_stops_them(held: Year, number: str):
    agenda.write_notes(held.work, held.items(1)[1].id, f"Gäller {number}.")
    with refused(held, "Texten ser ut att innehålla ett personnummer."):
        held.finish(1)


def test_a_personal_number_at_another_meeting_does_not(held: Year):
    agenda.write_notes(held.work, held.item(2), f"Gäller {NUMBER}.")
    held.finish(1)
    assert status(held) is MeetingStatus.FINISHED


def test_a_meeting_not_begun_has_nothing_to_finish(planned: Year):
    planned.call(1)
    with refused(planned, "Mötet är inte genomfört än. Inled mötet först."):
        planned.finish(1)


def test_a_cancelled_meeting_has_nothing_to_finish(planned: Year):
    cancelled = planned.meeting(1)
    meeting.cancel(planned.work, cancelled)
    with refused(planned, "Mötet är inställt."):
        minutes.finish(planned.work, cancelled)


def test_minutes_are_finished_once(finished: Year):
    with refused(finished, "Anteckningarna är redan färdigställda."):
        finished.finish(1)


# --- What they leave for the next meeting ---


def test_commissions_due_at_the_next_meeting_come_onto_its_agenda(held: Year):
    agenda_builder.build(held.work, held.meeting(2))
    held.give(1, due=DAYS[1], title="Kartläggning")
    held.give(1, due=DAYS[4], title="Senare")
    held.finish(1)
    headings = [row.heading for row in held.items(2)]
    assert "Redovisning U1: Kartläggning" in headings
    assert not any("Senare" in heading for heading in headings)


def test_an_agenda_that_is_not_built_yet_is_left_alone(held: Year):
    held.give(1, due=DAYS[1])
    held.finish(1)
    assert held.items(2) == ()


def test_what_comes_onto_the_next_agenda_is_undone_with_the_finishing(held: Year):
    agenda_builder.build(held.work, held.meeting(2))
    held.give(1, due=DAYS[1])
    leave(held.work, held.meeting(1))
    before = held.items(2)
    minutes.finish(held.work, held.meeting(1))
    assert len(held.items(2)) == len(before) + 1
    held.work.undo()
    assert held.items(2) == before


# --- Frozen ---


def test_a_new_holder_next_year_does_not_change_finished_minutes(finished: Year):
    before = minutes.content(finished.work, finished.meeting(1))
    group.set_holder(
        finished.work, finished.seats["F1"], HolderState.ORDINARY, date(2018, 7, 1), name="En annan"
    )
    assert minutes.content(finished.work, finished.meeting(1)) == before
    assert before.present[0].attendees[0].holder == "Namn F1"


def test_a_renamed_function_does_not_change_finished_minutes(finished: Year):
    before = minutes.content(finished.work, finished.meeting(1))
    with finished.work.change("test.rename", "Nytt namn") as session:
        session.get_one(group.Seat, finished.seats["F4"]).function = "Chef för kvalitet"
        session.get_one(group.Party, finished.parties["BF"]).name = "Barn och utbildning"
    assert minutes.content(finished.work, finished.meeting(1)) == before
    assert before.convenor == "Kvalitetschef"


def test_a_later_meeting_does_not_change_what_finished_minutes_say_comes_next(finished: Year):
    meeting.schedule(finished.work, finished.group_id, date(2018, 9, 18))
    assert minutes.content(finished.work, finished.meeting(1)).next_meeting == DAYS[1]


def test_a_draft_follows_what_is_noted(held: Year):
    item = held.items(1)[0].id
    agenda.write_notes(held.work, item, "Mötet öppnades.\n\n- en sak\n- en till")
    content = minutes.content(held.work, held.meeting(1))
    assert content.draft
    assert content.items[0].notes == "Mötet öppnades.\n\n- en sak\n- en till"


# --- Corrected ---


def test_a_correction_is_a_new_version_with_its_reason(finished: Year):
    minutes.reopen(finished.work, finished.meeting(1))
    assert status(finished) is MeetingStatus.HELD
    decision.change(finished.work, 1, text="Kvalitetschef utses.")
    finished.at(date(2018, 9, 12))
    minutes.finish(finished.work, finished.meeting(1), "Fel i beslut 1.")
    rows = minutes.versions(finished.work, finished.meeting(1))
    assert [(row.number, row.reason) for row in rows] == [(1, ""), (2, "Fel i beslut 1.")]
    content = minutes.content(finished.work, finished.meeting(1))
    assert (content.correction, content.draft) == ("1, 2018-09-12: Fel i beslut 1.", False)
    assert content.items[2].decisions[0].text == "Kvalitetschef utses."


def test_the_version_that_was_corrected_can_still_be_read_and_saved(finished: Year):
    first = minutes.content(finished.work, finished.meeting(1))
    minutes.reopen(finished.work, finished.meeting(1))
    decision.change(finished.work, 1, text="Kvalitetschef utses.")
    minutes.finish(finished.work, finished.meeting(1), "Fel i beslut 1.")
    assert minutes.version(finished.work, finished.meeting(1), 1) == first
    told = {}
    for number in (1, 2):
        (file,) = minutes.save_version(finished.work, finished.meeting(1), number, finished.folder / "ut")
        assert file.name == f"2018-09-04-minnesanteckningar-styrgrupp-version-{number}.docx"
        told[number] = "\n".join(paragraph.text for paragraph in Document(str(file)).paragraphs)
    assert "Roller utses." in told[1]
    assert "Rättelse" not in told[1]
    assert "Rättelse 1, 2018-09-04: Fel i beslut 1." in told[2]
    assert distribution.log(finished.work, finished.meeting(1))[0].document is DocumentKind.CALL


def test_a_version_that_is_not_there_cannot_be_read(finished: Year):
    with refused(finished, "Det finns ingen version 2 av anteckningarna."):
        minutes.version(finished.work, finished.meeting(1), 2)


@pytest.mark.parametrize("reason", ["", " "])
def test_a_correction_without_a_reason_is_refused(finished: Year, reason: str):
    minutes.reopen(finished.work, finished.meeting(1))
    with refused(finished, "Ange varför anteckningarna rättas.", field="reason"):
        minutes.finish(finished.work, finished.meeting(1), reason)


def test_a_personal_number_in_the_reason_is_refused(finished: Year):
    minutes.reopen(finished.work, finished.meeting(1))
    with refused(finished, HOLDS_NUMBER, field="reason", rule="R11"):
        minutes.finish(finished.work, finished.meeting(1), f"Tog bort {NUMBER}.")


def test_the_first_version_has_no_reason(held: Year):
    minutes.finish(held.work, held.meeting(1), "Klart.")
    assert minutes.versions(held.work, held.meeting(1))[0].reason == ""


def test_open_minutes_are_not_opened(held: Year):
    with refused(held, "Anteckningarna är inte färdigställda och kan redan ändras."):
        minutes.reopen(held.work, held.meeting(1))


# --- Sent ---


def test_minutes_that_are_sent_stand_in_the_log(finished: Year):
    finished.at(date(2018, 9, 11), 11)
    files = minutes.send(finished.work, finished.meeting(1), finished.folder / "ut")
    assert [file.name for file in files] == [
        "2018-09-04-minnesanteckningar-styrgrupp.docx", "2018-09-04-minnesanteckningar-styrgrupp.eml",
    ]  # fmt: skip
    assert all(file.stat().st_size for file in files)
    (row,) = distribution.log(finished.work, finished.meeting(1))[:1]
    assert (row.document, row.sender, row.file_name) == (
        DocumentKind.MINUTES, "Verksamhetsutvecklare Individ- och familjeomsorg", files[0].name,
    )  # fmt: skip
    assert len(row.recipients) == 6
    assert status(finished) is MeetingStatus.SENT
    assert meeting.details(finished.work, finished.meeting(1)).minutes_sent_on == date(2018, 9, 11)


def test_the_log_has_the_hash_of_the_file_that_was_sent(finished: Year):
    file = minutes.send(finished.work, finished.meeting(1), finished.folder / "ut")[0]
    row = distribution.log(finished.work, finished.meeting(1))[0]
    assert row.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()


def test_that_minutes_were_sent_elsewhere_is_noted_with_its_day(finished: Year):
    finished.at(date(2019, 6, 1))
    minutes.note_sent(finished.work, finished.meeting(1), date(2018, 9, 11))
    row = distribution.log(finished.work, finished.meeting(1))[0]
    assert (row.document, row.sent_at.date(), row.file_name) == (DocumentKind.MINUTES, date(2018, 9, 11), "")
    assert len(row.recipients) == 6
    assert status(finished) is MeetingStatus.SENT
    assert meeting.details(finished.work, finished.meeting(1)).minutes_sent_on == date(2018, 9, 11)


@pytest.mark.parametrize(
    ("day", "message"),
    [(date(2018, 9, 3), "Ange en dag som inte är tidigare"), (date(2018, 9, 20), "framåt")],
)
def test_minutes_were_not_sent_before_the_meeting_nor_tomorrow(finished: Year, day: date, message: str):
    finished.at(date(2018, 9, 10))
    with refused(finished, message, field="on"):
        minutes.note_sent(finished.work, finished.meeting(1), day)


def test_open_minutes_were_not_sent(held: Year):
    with refused(held, "Färdigställ anteckningarna innan de skickas."):
        minutes.note_sent(held.work, held.meeting(1), FIRST)


def test_the_day_of_a_sending_is_stated_afterwards(finished: Year):
    finished.demand("minutes_distribution", within_days=14)
    finished.at(date(2019, 6, 1))
    minutes.send(finished.work, finished.meeting(1), finished.folder / "ut")
    row = distribution.log(finished.work, finished.meeting(1))[0]
    distribution.redate(finished.work, row.id, date(2018, 9, 11))
    after = distribution.log(finished.work, finished.meeting(1))[0]
    assert after == replace(row, sent_at=after.sent_at)
    assert after.sent_at.date() == date(2018, 9, 11)
    assert Status.BREACHED not in finished.statuses("R24")
    with refused(finished, "framåt", field="on"):
        distribution.redate(finished.work, row.id, date(2019, 6, 2))


def test_minutes_can_be_sent_again(finished: Year):
    for day in (10, 11):
        finished.at(date(2018, 9, day))
        minutes.send(finished.work, finished.meeting(1), finished.folder / "ut")
    sent = [row for row in distribution.log(finished.work) if row.document is DocumentKind.MINUTES]
    assert [row.sent_at.day for row in sent] == [11, 10]
    assert meeting.details(finished.work, finished.meeting(1)).minutes_sent_on == date(2018, 9, 10)


def test_open_minutes_are_not_sent(held: Year):
    with refused(held, "Färdigställ anteckningarna innan de skickas."):
        minutes.send(held.work, held.meeting(1), held.folder / "ut")
    assert not (held.folder / "ut").exists()


def test_minutes_open_for_correction_are_not_sent(finished: Year):
    minutes.send(finished.work, finished.meeting(1), finished.folder / "ut")
    minutes.reopen(finished.work, finished.meeting(1))
    with refused(finished, "Färdigställ anteckningarna innan de skickas."):
        minutes.send(finished.work, finished.meeting(1), finished.folder / "ut")


def test_where_they_cannot_be_written_nothing_is_noted(finished: Year):
    from samverkan_desktop.errors import EnvironmentFault
    from tests.services.year import contents

    taken = finished.folder / "ut"
    taken.write_text("en fil")
    before = contents(finished.path)
    with pytest.raises(EnvironmentFault):
        minutes.send(finished.work, finished.meeting(1), taken)
    assert contents(finished.path) == before


def test_finishing_and_sending_can_be_undone_and_redone(held: Year):
    held.finish(1)
    content = minutes.content(held.work, held.meeting(1))
    minutes.send(held.work, held.meeting(1), held.folder / "ut")
    assert held.work.undo() == "Anteckningarna skickades"
    assert status(held) is MeetingStatus.FINISHED
    assert held.work.undo() == "Anteckningarna färdigställdes"
    assert minutes.versions(held.work, held.meeting(1)) == ()
    assert minutes.content(held.work, held.meeting(1)).draft
    held.work.redo()
    held.work.redo()
    assert status(held) is MeetingStatus.SENT
    assert minutes.content(held.work, held.meeting(1)) == content
    assert content.day == FIRST


def test_a_decision_names_who_carries_it_out(held: Year):
    item = agenda.items(held.work, held.meeting(1))[0].id
    decision.take(held.work, item, "Frågan bereds.", responsible="Kvalitetschef")
    noted = minutes.content(held.work, held.meeting(1)).items[0].decisions
    assert [(each.text, each.responsible) for each in noted] == [("Frågan bereds.", "Kvalitetschef")]


def test_minutes_finished_by_an_earlier_build_say_what_they_said(finished: Year):
    with finished.work.change("test.older", "Äldre") as session:
        version = session.scalars(select(MinutesVersion)).one()
        content = copy.deepcopy(version.content)
        content["items"][0].pop("notes")
        content["items"][0]["paragraphs"] = ["Ett *litet* ord.", "- en sak", "- en till", "1. Ej lista"]
        version.content = content
    assert minutes.is_readable(content)
    first = minutes.content(finished.work, finished.meeting(1)).items[0]
    assert prose.plain(first.notes) == "Ett *litet* ord.\nen sak\nen till\n1. Ej lista"
    assert first.notes == "Ett \\*litet\\* ord.\n\n- en sak\n- en till\n\n1\\. Ej lista"


@pytest.mark.parametrize("paragraphs", [None, 3, [1], "x"])
def test_lines_that_are_none_cannot_be_read(finished: Year, paragraphs: object):
    with finished.work.read() as session:
        content = copy.deepcopy(session.scalars(select(MinutesVersion)).one().content)
    content["items"][0]["paragraphs"] = paragraphs
    assert not minutes.is_readable(content)
