import pytest

from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import agreement, obligation
from samverkan_desktop.services import clause as clauses
from samverkan_desktop.services.agreement import ClauseRow, ObligationRow
from samverkan_desktop.vocabulary import Grade, GroupKind
from tests.services.lock import lock
from tests.services.year import DAYS, HOLDS_NUMBER, NUMBER, Year, refused


def clause(year: Year, reference: str) -> ClauseRow:
    return next(row for row in agreement.clauses(year.work, 1) if row.reference == reference)


def found(year: Year, kind: str) -> ObligationRow:
    return next(o for row in agreement.clauses(year.work, 1) for o in row.obligations if o.kind == kind)


def count(year: Year, number: int) -> dict[str, object]:
    return found(year, "meeting_frequency").parameters | {"count": number}


# --- Changing ---


def test_a_changed_obligation_changes_the_findings_at_once(planned: Year):
    obligation.change_obligation(planned.work, found(planned, "meeting_frequency").id, count(planned, 7))
    assert "6 av 7 möten är planerade för 2018/2019." in [f.message for f in planned.found("R04", DAYS[0])]
    planned.work.undo()
    assert "6 av 6 möten är planerade för 2018/2019." in [f.message for f in planned.found("R04", DAYS[0])]


@pytest.mark.parametrize(
    ("data", "field"),
    [({}, "policy"), ({"policy": "kanske"}, "policy"), ({"policy": "ban", "flyg": 1}, "flyg")],
)
def test_a_parameter_that_cannot_be_is_refused(adopted: Year, data: dict[str, object], field: str):
    with refused(adopted, "", field=field):
        obligation.change_obligation(adopted.work, found(adopted, "individual_cases").id, data)


def test_a_personal_number_in_a_parameter_is_refused(adopted: Year):
    chosen = found(adopted, "excluded_scope")
    with refused(adopted, HOLDS_NUMBER, field="agreements", rule="R11"):
        obligation.change_obligation(adopted.work, chosen.id, {"agreements": [f"avtal {NUMBER}"]})


def test_what_is_only_recommended_is_never_a_breach(planned: Year):
    chosen = found(planned, "meeting_frequency")
    obligation.change_obligation(planned.work, chosen.id, count(planned, 9), grade=Grade.SHOULD)
    assert found(planned, "meeting_frequency").grade is Grade.SHOULD
    assert Status.BREACHED not in planned.statuses("R04", DAYS[0])
    assert Status.AT_RISK in planned.statuses("R04", DAYS[0])


def test_it_can_concern_every_group_of_a_kind_instead(adopted: Year):
    chosen = found(adopted, "vacancy")
    obligation.change_obligation(adopted.work, chosen.id, group_key="", group_kind=GroupKind.WORK_GROUP)
    row = found(adopted, "vacancy")
    assert (row.group, row.group_key, row.group_kind) == ("varje arbetsgrupp", "", GroupKind.WORK_GROUP)
    assert row.parameters == chosen.parameters


def test_it_cannot_concern_a_group_that_is_not_there(adopted: Year):
    with refused(adopted, "Gruppen ledning finns inte i avtalet.", field="group"):
        obligation.change_obligation(adopted.work, found(adopted, "vacancy").id, group_key="ledning")


# --- Adding ---


def test_an_added_obligation_stands_last_in_its_clause_and_is_judged(planned: Year):
    chosen = clause(planned, "T14")
    made = obligation.add_obligation(planned.work, chosen.id, "extra_meeting", {}, "styrgrupp")
    rows = clause(planned, "T14").obligations
    assert [row.kind for row in rows] == ["meeting_frequency", "extra_meeting"]
    assert (rows[-1].id, rows[-1].group, rows[-1].grade) == (made, "Styrgruppen", Grade.MUST)


def test_an_obligation_of_no_kind_is_refused(adopted: Year):
    with refused(adopted, "Välj vad åtagandet gäller.", field="kind"):
        obligation.add_obligation(adopted.work, clause(adopted, "T14").id, "flyg", {})


def test_a_number_of_meetings_that_contradicts_another_clause_is_refused(adopted: Year):
    sentence = "Här står 8 men i T14 står 6; ändra eller ta bort det ena åtagandet."
    with refused(adopted, sentence, field="count"):
        obligation.add_obligation(
            adopted.work, clause(adopted, "T15").id, "meeting_frequency", {"count": 8}, "styrgrupp"
        )


def test_a_contradiction_elsewhere_does_not_stop_what_has_no_part_in_it(adopted: Year):
    with adopted.work.change("test", "test") as session:
        from samverkan_desktop.models.agreement import StoredObligation

        stored = session.get_one(StoredObligation, found(adopted, "meeting_frequency").id)
        copy = {"agreement_id": 1, "clause_id": stored.clause_id, "position": 99, "kind": stored.kind}
        session.add(StoredObligation(**copy, group_key="styrgrupp", parameters={"count": 9}))
    obligation.change_obligation(adopted.work, found(adopted, "vacancy").id, grade=Grade.NORMALLY)
    assert found(adopted, "vacancy").grade is Grade.NORMALLY


# --- Taking away ---


def test_a_removed_obligation_is_judged_no_more_and_comes_back_by_undo(planned: Year):
    obligation.remove_obligation(planned.work, found(planned, "meeting_frequency").id)
    assert planned.found("R04", DAYS[0]) == [f for f in planned.found("R04") if "planerade" not in f.message]
    assert clause(planned, "T14").obligations == ()
    planned.work.undo()
    assert clause(planned, "T14").obligations


def test_a_minimum_rule_of_a_template_is_neither_changed_nor_added_to_nor_taken_away(adopted: Year):
    lock(adopted, "T14")
    chosen = found(adopted, "meeting_frequency")
    sentence = "T14 är en miniminivå i mallen och ändras inte. Lägg till ett eget stycke bredvid."
    with refused(adopted, sentence):
        obligation.change_obligation(adopted.work, chosen.id, {"count": 2})
    with refused(adopted, sentence):
        obligation.add_obligation(adopted.work, clause(adopted, "T14").id, "vacancy", {})
    with refused(adopted, sentence):
        obligation.remove_obligation(adopted.work, chosen.id)
    assert clauses.suggested_reference(adopted.work, 1) == "T28"
