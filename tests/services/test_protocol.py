"""A group may keep a protokoll in the board's form: pages of the year, attestation, notice (B02, 4.7)."""

from datetime import date, time

import pytest

from samverkan_desktop.documents import protocol_docx, protocol_pdf
from samverkan_desktop.documents.protocol import Notice
from samverkan_desktop.register_vocabulary import BoardOutcome, Instance, MatterSubject, UnionStep
from samverkan_desktop.services import (
    agenda,
    approval,
    attendance,
    board_matter,
    board_report,
    decision,
    group_writing,
    instance_matter,
    meeting,
    minutes,
    numbering,
    protocol,
)
from samverkan_desktop.services.export import export
from samverkan_desktop.vocabulary import (
    Approval,
    AttendanceStatus,
    DocumentKind,
    MeetingStatus,
    Numbering,
    RecordForm,
)
from tests.documents import word
from tests.services.registers import AGREEMENT, another_agreement
from tests.services.year import DAYS, HOLDS_NUMBER, NUMBER, Year, refused

BOARD = "Bildningsnämnden"
ATTESTED, LATER = date(2018, 9, 12), date(2018, 10, 9)


@pytest.fixture
def kept(held: Year) -> Year:
    """The first meeting held, its record a protokoll whose decisions are paragraphs of the calendar year."""
    group_writing.change(
        held.work, held.group_id, record_form=RecordForm.PROTOCOL, record="Protokoll", approval=Approval.NAMED
    )
    numbering.change(
        held.work, held.group_id, numbering=Numbering.CALENDAR_YEAR, number_prefix="§", sub_numbers=True
    )
    return held


def take(year: Year, text: str = "Rapporten godkänns.", heading: str = "Rapport") -> int:
    """Take a decision under an item of its own; returns the item."""
    item_id = agenda.add_item(year.work, year.meeting(1), heading)
    decision.take(year.work, item_id, text)
    return item_id


def row(year: Year) -> protocol.ProtocolRow:
    found = protocol.row(year.work, year.meeting(1))
    assert found is not None
    return found


def front(year: Year):
    found = minutes.content(year.work, year.meeting(1)).front
    assert found is not None
    return found


def matter(year: Year) -> int:
    """A matter that a committee has prepared, negotiated and sent to two."""
    year.at(DAYS[0], 17)
    made = board_matter.open_matter(
        year.work, AGREEMENT, MatterSubject.OTHER, "Rapport om fortsatt arbete", opened_on=date(2018, 8, 21),
        case_number="05.155 60", statement="Rapporten läggs till handlingarna.",
        enclosures=["3 beskrivningar"], earlier=["BUN 2005-09-25, § 100"], distribution=["Socialnämnden"],
        negotiation=UnionStep.NEGOTIATED, negotiated_on=date(2018, 8, 30),
    )  # fmt: skip
    board_report.note(
        year.work, made, BOARD, instance=Instance.COMMITTEE, reported_on=date(2018, 9, 3), paragraph="60:1",
        outcome=BoardOutcome.PROPOSED, text="Utskottet föreslår bifall.",
    )  # fmt: skip
    return made


# --- The form is chosen ---


def test_a_group_keeps_notes_until_it_chooses_the_boards_form(held: Year):
    assert protocol.row(held.work, held.meeting(1)) is None
    assert minutes.content(held.work, held.meeting(1)).front is None
    with refused(held, "Gruppen för inte protokoll i nämndens form. Välj det i avtalets grupper först."):
        protocol.change(held.work, held.meeting(1), kept_at="Kansliet")


def test_the_choice_is_taken_back(kept: Year):
    group_writing.change(kept.work, kept.group_id, record_form=RecordForm.NOTES)
    assert protocol.row(kept.work, kept.meeting(1)) is None
    kept.work.undo()
    assert row(kept).begins_on == 1


def test_finished_notes_stay_notes_when_the_group_changes_its_form(finished: Year):
    group_writing.change(finished.work, finished.group_id, record_form=RecordForm.PROTOCOL)
    assert minutes.content(finished.work, finished.meeting(1)).front is None


# --- What it says ---


def test_paragraphs_are_those_of_the_decisions(kept: Year):
    take(kept)
    item = take(kept, heading="Två beslut")
    decision.take(kept.work, item, "Kostnaden delas lika.")
    said = minutes.content(kept.work, kept.meeting(1))
    own = {each.heading: each.paragraph for each in said.items}
    assert (own["Rapport"], own["Två beslut"], own[said.items[0].heading]) == ("§ 1", "§ 2", "")
    assert said.front is not None
    assert said.front.paragraphs.endswith("§§ 1–2")


def test_part_attendance_is_told_by_paragraphs(kept: Year):
    first, last = take(kept), take(kept, heading="En till")
    guest = attendance.invite(kept.work, kept.meeting(1), "Chef elevhälsan", "")
    attendance.note(kept.work, guest, AttendanceStatus.PRESENT, from_item_id=first, to_item_id=first)
    said = minutes.content(kept.work, kept.meeting(1))
    assert said.coopted[0].notes == ("§ 1",)
    attendance.note(kept.work, guest, AttendanceStatus.PRESENT, from_item_id=first, to_item_id=last)
    assert minutes.content(kept.work, kept.meeting(1)).coopted[0].notes == ("§ 1 till § 2",)
    attendance.note(kept.work, guest, AttendanceStatus.PRESENT, from_item_id=last, to_item_id=None)
    assert minutes.content(kept.work, kept.meeting(1)).coopted[0].notes == ("fr.o.m. § 2",)


def test_secretary_and_convenor_sign_with_their_names(kept: Year):
    assert [(one.task, one.holder) for one in front(kept).signers] == [
        ("Sekreterare", "Namn F6"),
        ("Sammankallande", "Namn F4"),
    ]


def test_an_item_that_takes_up_a_matter_has_its_chain_and_what_was_proposed(kept: Year):
    item_id = take(kept)
    instance_matter.take_up(kept.work, item_id, matter(kept))
    said = next(
        each for each in minutes.content(kept.work, kept.meeting(1)).items if each.heading == "Rapport"
    )
    assert said.matter is not None
    assert said.matter.case_number == "05.155 60"
    assert said.matter.negotiation == "Förhandlingar enligt § 11 MBL har hållits 2018-08-30."
    (before,) = said.matter.instances
    assert (before.organ, before.paragraph, before.proposes) == (f"{BOARD}, arbetsutskott", "§ 60:1", True)
    assert (said.matter.enclosures, said.matter.distribution) == (("3 beskrivningar",), ("Socialnämnden",))


def test_a_matter_whose_own_decision_was_taken_under_an_item_is_taken_up_there(kept: Year):
    item_id = take(kept)
    made = matter(kept)
    own = next(each.id for each in decision.log(kept.work) if each.item_id == item_id)
    board_matter.change_matter(kept.work, made, decision_id=own)
    with kept.work.read() as session:
        from samverkan_desktop.models.meeting import Meeting

        taken = instance_matter.of_items(session, session.get_one(Meeting, kept.meeting(1)))
    assert list(taken) == [item_id]


def test_what_an_instance_does_after_the_meeting_is_not_in_its_protokoll(kept: Year):
    item_id, made = take(kept), matter(kept)
    instance_matter.take_up(kept.work, item_id, made)
    kept.at(LATER)
    board_report.note(
        kept.work, made, BOARD, reported_on=date(2018, 9, 19), paragraph="85", outcome=BoardOutcome.APPROVED
    )
    said = next(each for each in minutes.content(kept.work, kept.meeting(1)).items if each.matter)
    assert said.matter is not None
    assert len(said.matter.instances) == 1


def test_a_matter_of_another_agreement_is_not_taken_up(kept: Year):
    item_id, other = take(kept), another_agreement(kept)
    made = board_matter.open_matter(kept.work, other, MatterSubject.OTHER, "Ett annat")
    with refused(kept, "Välj ett ärende som hör till avtalet.", field="board_matter_id"):
        instance_matter.take_up(kept.work, item_id, made)


def test_a_matter_that_is_taken_away_is_no_longer_taken_up(kept: Year):
    item_id, made = take(kept), matter(kept)
    instance_matter.take_up(kept.work, item_id, made)
    board_matter.remove_matter(kept.work, made)
    assert [each.board_matter_id for each in kept.items(1) if each.id == item_id] == [None]
    kept.work.undo()
    assert [each.board_matter_id for each in kept.items(1) if each.id == item_id] == [made]


# --- Pages through the year ---


def test_the_pages_of_the_next_protokoll_go_on(kept: Year):
    take(kept)
    kept.finish(1)
    pages = protocol_pdf.pages(minutes.content(kept.work, kept.meeting(1)))
    assert (row(kept).begins_on, row(kept).ends_on) == (1, pages)
    following = protocol.row(kept.work, kept.meeting(2))
    assert following is not None
    assert following.begins_on == pages + 1


def test_pages_begin_anew_with_the_calendar_year(kept: Year):
    kept.finish(1)
    in_spring = protocol.row(kept.work, kept.meeting(4))
    assert in_spring is not None
    assert in_spring.begins_on == 1


def test_the_first_page_is_said(kept: Year):
    protocol.change(kept.work, kept.meeting(1), first_page=166)
    assert row(kept).begins_on == 166
    protocol.change(kept.work, kept.meeting(1), first_page=None)
    assert row(kept).begins_on == 1


def test_pages_are_numbered_from_one(kept: Year):
    with refused(kept, "Sidorna numreras från 1 eller högre.", field="first_page"):
        protocol.change(kept.work, kept.meeting(1), first_page=-1)


def test_the_first_page_of_a_finished_protokoll_stays(kept: Year):
    kept.finish(1)
    with refused(kept, "Anteckningarna är färdigställda. Öppna dem för rättelse innan något ändras."):
        protocol.change(kept.work, kept.meeting(1), first_page=2)


# --- Attestation and notice ---


def test_attestation_and_notice_are_noted_when_the_protokoll_is_finished(kept: Year):
    approval.name_approvers(kept.work, kept.meeting(1), [kept.seats["F5"]])
    protocol.change(
        kept.work, kept.meeting(1), attestation_place="Rådhuset", attestation_day=ATTESTED,
        attestation_time=time(15),
    )  # fmt: skip
    kept.finish(1)
    before = minutes.content(kept.work, kept.meeting(1))
    assert front(kept).attested_on is None
    kept.at(LATER)
    (who,) = approval.standing(kept.work, kept.meeting(1)).approvers
    approval.approve(kept.work, who.id, ATTESTED)
    protocol.change(
        kept.work, kept.meeting(1), notice_up_on=ATTESTED, notice_down_on=LATER, kept_at="Kansliet"
    )
    assert front(kept).attestation == "Rådhuset, 2018-09-12 kl. 15.00"
    assert front(kept).attested_on == ATTESTED
    assert front(kept).notice == Notice(ATTESTED, LATER, "Kansliet")
    after = minutes.content(kept.work, kept.meeting(1))
    assert (after.items, after.present, front(kept).last_page) == (
        before.items,
        before.present,
        before.front.last_page if before.front else None,
    )


def test_the_law_counts_from_the_meeting_the_attestation_and_the_notice(kept: Year):
    assert [(day.label, day.day) for day in row(kept).law] == [
        ("Protokollet justeras senast", date(2018, 9, 18))
    ]


def test_a_notice_comes_down_after_it_went_up(kept: Year):
    kept.at(LATER)
    with refused(kept, "Ange först vilken dag anslaget sattes upp.", field="notice_up_on"):
        protocol.change(kept.work, kept.meeting(1), notice_down_on=ATTESTED)
    with refused(kept, "Välj 2018-09-12 eller en senare dag.", field="notice_down_on"):
        protocol.change(kept.work, kept.meeting(1), notice_up_on=ATTESTED, notice_down_on=date(2018, 9, 11))
    with refused(kept, "Välj 2018-09-04 eller en senare dag.", field="attestation_day"):
        protocol.change(kept.work, kept.meeting(1), attestation_day=date(2018, 9, 1))
    with refused(kept, "2018-11-01 ligger framåt i tiden. Välj en dag som har varit.", field="notice_up_on"):
        protocol.change(kept.work, kept.meeting(1), notice_up_on=date(2018, 11, 1))


def test_a_personal_identity_number_is_refused(kept: Year):
    with refused(kept, HOLDS_NUMBER, field="kept_at", rule="R11"):
        protocol.change(kept.work, kept.meeting(1), kept_at=NUMBER)


def test_what_is_noted_is_taken_back(kept: Year):
    protocol.change(kept.work, kept.meeting(1), kept_at="Kansliet")
    kept.work.undo()
    assert row(kept).kept_at == ""


# --- Handed out ---


def test_the_record_is_exported_in_the_form_of_its_group(kept: Year):
    take(kept)
    (file,) = export(kept.work, DocumentKind.MINUTES, kept.folder / "ut", meeting_id=kept.meeting(1))
    assert file.name == "2018-09-04-protokoll-styrgrupp.docx"
    assert file.read_bytes() == protocol_docx.render(minutes.content(kept.work, kept.meeting(1)))
    (same,) = export(kept.work, DocumentKind.PROTOCOL, kept.folder / "ut", file_format="pdf")
    assert same.name == "2018-09-04-protokoll-styrgrupp.pdf"


def test_notes_are_no_protokoll(finished: Year):
    with refused(finished, "Det finns inget av det slaget att skriva ut för 2018/2019."):
        export(finished.work, DocumentKind.PROTOCOL, finished.folder / "ut")


def test_what_is_sent_has_the_boards_form(kept: Year):
    take(kept)
    kept.finish(1)
    files = minutes.send(kept.work, kept.meeting(1), kept.folder / "ut")
    said = word.transcript(next(file for file in files if file.suffix == ".docx").read_bytes())
    assert "Utses att justera" in said
    assert meeting.details(kept.work, kept.meeting(1)).status is MeetingStatus.SENT


def test_numbers_of_decisions_are_one_paragraph():
    assert numbering.paragraph_of(["§ 60:1", "§ 60:2"]) == "§ 60"
    assert numbering.paragraph_of(["§ 85", "§ 87", "§ 86"]) == "§§ 85–87"
    assert numbering.paragraph_of(["BUN § 80"]) == "BUN § 80"
    assert numbering.paragraph_of(["2018/19-08", "2018/19-10"]) == "2018/19-08–10"
    assert numbering.paragraph_of(["2018/19-08", "§ 1"]) == "2018/19-08, § 1"
    assert numbering.paragraph_of([]) == ""
