from collections.abc import Callable

import pytest

from samverkan_desktop.services import (
    agenda,
    agreement_writing,
    call,
    check,
    group,
    minutes,
    own_words,
    role,
)
from samverkan_desktop.vocabulary import AgreementKind, Role, Topic, Word
from samverkan_desktop.words import Words
from tests.services.year import DAYS, PERIOD, Year, refused, tie_role


@pytest.fixture
def say(planned: Year) -> Callable[[Word, str], None]:
    def say(word: Word, text: str) -> None:
        agreement_writing.set_word(planned.work, 1, word, text)

    return say


def messages(year: Year, rule: str) -> str:
    return " ".join(f"{finding.message} {finding.mend}" for finding in year.found(rule, DAYS[0]))


def test_the_convenors_own_word_is_said_everywhere(planned: Year, say: Callable[[Word, str], None]):
    say(Word.CONVENOR, "sammanställande")
    assert "Sammanställande är inte utsedd för 2018/2019." in messages(planned, "R03")
    planned.call(1, DAYS[0])
    headings = {item.topic: item.heading for item in agenda.items(planned.work, planned.meeting(1))}
    assert headings[Topic.ROLES] == "Val av sammanställande och sekreterare 2018/2019"
    planned.assign("F4", "F6")
    sent = call.content(planned.work, planned.meeting(1))
    assert sent.sender == "Kvalitetschef, sammanställande"
    assert sent.reminders[-1] == "Vänligen meddela förhinder till sammanställande."
    assert [row.name for row in role.terms(planned.work, planned.group_id)] == [
        "sammanställande",
        "sekreterare",
    ]
    held = {seat.key: seat.role_names for seat in group.groups(planned.work, DAYS[0])[0].seats}
    assert held["F4"] == ("sammanställande",)


def test_the_minutes_call_the_roles_by_their_own_words(planned: Year, say: Callable[[Word, str], None]):
    say(Word.SECRETARY, "antecknare")
    planned.assign("F4", "F6")
    planned.hold(1)
    content = minutes.content(planned.work, planned.meeting(1))
    assert (content.convenor_label, content.secretary_label) == ("Sammankallande", "Antecknare")
    notes = [attendee.notes for party in content.present for attendee in party.attendees]
    assert ("antecknare",) in notes


def test_a_partys_own_word_is_said_in_the_rules(planned: Year, say: Callable[[Word, str], None]):
    say(Word.PARTY, "sektor")
    with refused(planned, "ska finnas i olika sektorer, men", field="roles", rule="R01"):
        planned.assign("F4", "F1")


def test_the_records_own_word_is_said(planned: Year, say: Callable[[Word, str], None]):
    say(Word.RECORD, "protokoll")
    planned.hold(1)
    planned.hold(2)
    (finding,) = (each for each in check.findings(planned.work) if each.rule == "R24")
    assert finding.message == "Protokoll från 2018-09-04 är inte utskickade."
    assert finding.mend == "Skicka ut protokollet."


def test_the_agreement_calls_itself_by_its_own_word(planned: Year, say: Callable[[Word, str], None]):
    say(Word.AGREEMENT, "överenskommelse")
    planned.call(6, DAYS[5])
    headings = [item.heading for item in agenda.items(planned.work, planned.meeting(6))]
    assert "Uppföljning av överenskommelsen 2018/2019" in headings
    assert "Sista mötet har punkten Uppföljning av överenskommelsen." in messages(planned, "R06")


def test_each_agreement_has_its_words(planned: Year, say: Callable[[Word, str], None]):
    say(Word.PARTY, "nämnd")
    assert own_words.words(planned.work, 1).parties == "nämnder"
    assert own_words.words(planned.work, None) == Words()
    agreement_writing.change_head(planned.work, 1, kind=AgreementKind.GOAL_DOCUMENT)
    assert own_words.words(planned.work, 1).the_agreement == "måldokumentet"


def test_a_refusal_says_it_too(planned: Year, say: Callable[[Word, str], None]):
    say(Word.CONVENOR, "sammanställande")
    tie_role(planned, "convenor", "F5")
    with refused(planned, "Sammanställande är Avdelningschef", field="roles", rule="R30"):
        role.assign_roles(planned.work, planned.group_id, {Role.CONVENOR: planned.seats["F4"]}, PERIOD)
