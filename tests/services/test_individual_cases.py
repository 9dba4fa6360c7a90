from datetime import date
from pathlib import Path

import pytest
from docx import Document

from samverkan_desktop.documents import minutes_docx
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import agenda, agreement, area, call, individual_cases, minutes, obligation
from samverkan_desktop.services.agenda import ItemRow
from samverkan_desktop.vocabulary import AreaKind, Policy
from tests.services.registers import AGREEMENT, another_agreement
from tests.services.year import DAYS, FINISHED, HOLDS_NUMBER, NUMBER, Year, refused

BANNED = "Individärenden behandlas inte i styrgruppen. Hänvisa till närmsta chef."
MISSING = "Punkt {number} är ett individärende utan anteckning om samtycke."
CONFIDENTIAL = "Var och en beaktar den sekretess som gäller inom sitt yrkesområde."
ONLY_THERE = "Individärenden behandlas i styrgruppen bara inom Barn som far illa."
KEPT = "Diariet hos socialförvaltningen"


def set_policy(year: Year, policy: Policy) -> None:
    """Change what the agreement says of individual cases."""
    rows = [o for clause in agreement.clauses(year.work, AGREEMENT) for o in clause.obligations]
    found = next(row for row in rows if row.kind == "individual_cases")
    obligation.change_obligation(year.work, found.id, {"policy": policy.value})


def field(year: Year, policy: Policy | None, name: str = "Barn som far illa") -> int:
    return area.add(year.work, AGREEMENT, AreaKind.FIELD, name, policy=policy)


def case(year: Year, number: int = 1) -> int:
    """Put an individual case on an agenda."""
    item = year.item(number, "Ett ärende")
    agenda.write_notes(year.work, item, "Ärendet gicks igenom.")
    agenda.change_item(year.work, item, individual_case=True)
    return item


def row(year: Year, item: int, number: int = 1) -> ItemRow:
    return next(each for each in year.items(number) if each.id == item)


# --- Which policy goes for an item ---


@pytest.mark.parametrize("policy", list(Policy))
def test_an_item_knows_whether_it_may_take_up_a_case(planned: Year, policy: Policy):
    set_policy(planned, policy)
    shown = row(planned, planned.item(1))
    assert (shown.policy, shown.case_hint) == (policy, individual_cases.hint(policy))
    assert policy is Policy.BAN or "aldrig namn eller andra personuppgifter" in shown.case_hint


def test_the_policy_of_the_field_goes_before_the_groups(planned: Year):
    item = planned.item(1)
    agenda.set_area(planned.work, item, field(planned, Policy.ALLOWED))
    shown = row(planned, item)
    assert (shown.area, shown.policy) == ("Barn som far illa", Policy.ALLOWED)
    agenda.change_item(planned.work, item, individual_case=True)
    assert planned.statuses("R12") == [Status.FULFILLED]


def test_a_field_without_a_policy_changes_nothing(planned: Year):
    item = planned.item(1)
    agenda.set_area(planned.work, item, field(planned, None))
    assert row(planned, item).policy is Policy.BAN


def test_a_case_cannot_be_moved_to_where_cases_are_banned(planned: Year):
    allowed = field(planned, Policy.ALLOWED)
    item = planned.item(1)
    agenda.set_area(planned.work, item, allowed)
    agenda.change_item(planned.work, item, individual_case=True)
    with refused(planned, BANNED, field="area_id", rule="R12"):
        agenda.set_area(planned.work, item, None)
    banned = field(planned, Policy.BAN, "Generella frågor")
    with refused(
        planned, "Individärenden behandlas inte inom Generella frågor.", field="area_id", rule="R12"
    ):
        agenda.set_area(planned.work, item, banned)


def test_another_agreements_field_is_refused(planned: Year):
    foreign = area.add(planned.work, another_agreement(planned), AreaKind.FIELD, "Yngre barn")
    item = planned.item(1)
    with refused(planned, "Välj ett område som hör till avtalet.", field="area_id"):
        agenda.set_area(planned.work, item, foreign)


# --- Consent ---


def test_consent_is_noted_with_its_day_and_where_it_is_kept(planned: Year):
    set_policy(planned, Policy.CONSENT_NOTE)
    item = case(planned)
    assert planned.statuses("R12") == [Status.AT_RISK]
    individual_cases.note_consent(planned.work, item, planned.work.today, f" {KEPT} ")
    shown = row(planned, item)
    assert (shown.consent_on, shown.consent_kept) == (planned.work.today, KEPT)
    assert planned.statuses("R12") == [Status.FULFILLED]


def test_consent_that_is_taken_back_is_missing_again(planned: Year):
    set_policy(planned, Policy.CONSENT_NOTE)
    item = case(planned)
    individual_cases.note_consent(planned.work, item, planned.work.today, KEPT)
    individual_cases.withdraw_consent(planned.work, item)
    assert row(planned, item).consent_on is None
    assert planned.statuses("R12") == [Status.AT_RISK]


def test_a_note_of_consent_that_cannot_be_is_refused(held: Year):
    item, today = held.item(1), held.work.today
    with refused(held, "Ange var samtycket förvaras", field="kept"):
        individual_cases.note_consent(held.work, item, today, " ")
    with refused(held, HOLDS_NUMBER, field="kept", rule="R11"):
        individual_cases.note_consent(held.work, item, today, f"Akt {NUMBER}")
    with refused(held, "ligger framåt i tiden", field="day"):
        individual_cases.note_consent(held.work, item, DAYS[1], KEPT)
    held.at(date(2018, 9, 10))
    with refused(held, "Samtycke ska ha lämnats senast mötesdagen 2018-09-04.", field="day"):
        individual_cases.note_consent(held.work, item, date(2018, 9, 5), KEPT)


def test_finished_minutes_keep_their_note(finished: Year):
    item = finished.items(1)[0].id
    with refused(finished, FINISHED):
        individual_cases.note_consent(finished.work, item, DAYS[0], KEPT)
    with refused(finished, FINISHED):
        individual_cases.withdraw_consent(finished.work, item)


# --- The gates ---


def test_no_call_is_sent_while_consent_is_missing(planned: Year):
    set_policy(planned, Policy.CONSENT_NOTE)
    item = case(planned)
    number = row(planned, item).number
    with refused(planned, MISSING.format(number=number), rule="R12"):
        call.send(planned.work, planned.meeting(1), planned.folder)
    individual_cases.note_consent(planned.work, item, planned.work.today, KEPT)
    assert call.send(planned.work, planned.meeting(1), planned.folder)


def test_no_minutes_are_finished_while_consent_is_missing(held: Year):
    set_policy(held, Policy.CONSENT_NOTE)
    item = case(held)
    sentence = MISSING.format(number=row(held, item).number)
    assert minutes.hindrances(held.work, held.meeting(1)) == (sentence,)
    with refused(held, sentence):
        held.finish(1)
    individual_cases.note_consent(held.work, item, DAYS[0], KEPT)
    held.finish(1)


def test_a_number_is_stopped_whatever_the_policy(held: Year):
    set_policy(held, Policy.ALLOWED)
    item = case(held)
    agenda.write_notes(held.work, item, f"Gäller {NUMBER}.")
    with refused(held, "Texten ser ut att innehålla ett personnummer."):
        held.finish(1)


# --- What documents remind of ---


@pytest.mark.parametrize(
    ("own", "of_field", "said"),
    [
        (Policy.BAN, None, ("Individärenden behandlas inte i styrgruppen.",)),
        (
            Policy.BAN,
            Policy.ALLOWED,
            (ONLY_THERE,),
        ),
        (
            Policy.BAN,
            Policy.CONSENT_NOTE,
            (ONLY_THERE, CONFIDENTIAL),
        ),
        (Policy.ALLOWED, Policy.BAN, ("Individärenden behandlas inte inom Barn som far illa.",)),
        (Policy.CONSENT_NOTE, None, (CONFIDENTIAL,)),
        (Policy.ALLOWED, None, ()),
    ],
)
def test_the_call_reminds_of_what_the_agreement_says(
    planned: Year, own: Policy, of_field: Policy | None, said: tuple[str, ...]
):
    set_policy(planned, own)
    field(planned, of_field)
    reminders = call.content(planned.work, planned.meeting(1)).reminders
    assert reminders == (*said, "Vänligen meddela förhinder till sammankallande.")


def test_minutes_remind_of_confidentiality_where_cases_need_consent(held: Year, tmp_path: Path):
    assert minutes.content(held.work, held.meeting(1)).reminders == ()
    set_policy(held, Policy.CONSENT_NOTE)
    content = minutes.content(held.work, held.meeting(1))
    assert content.reminders == (CONFIDENTIAL,)
    path = tmp_path / "minutes.docx"
    path.write_bytes(minutes_docx.render(content))
    paragraphs = [each.text for each in Document(str(path)).paragraphs]
    assert paragraphs[paragraphs.index("Sekretess") + 1] == CONFIDENTIAL
