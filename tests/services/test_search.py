from datetime import date

import pytest

from samverkan_desktop.register_vocabulary import Horizon, MatterSubject, Organiser, RoutineKind, SchoolForm
from samverkan_desktop.services import (
    activity,
    activity_plan,
    agenda,
    agenda_order,
    area,
    attachment,
    board_matter,
    board_report,
    commitment,
    coverage,
    expected_result,
    group,
    indicator,
    measurement,
    meeting,
    planned_activity,
    related_agreement,
    routine,
    routine_step,
    strategy,
)
from samverkan_desktop.services.coverage import NewSchool
from samverkan_desktop.services.search import search
from samverkan_desktop.vocabulary import AreaKind, HolderState
from tests.services.year import DAYS, PERIOD, Year


def targets(year: Year, text: str) -> list[str]:
    return [hit.target for hit in search(year.work, text)]


def test_everything_is_searched(held: Year):
    item = held.item(1, "Zebra på dagordningen")
    given = held.give(1, title="Zebra som uppdrag")
    raised = held.deviate(DAYS[0], description="Zebra som avvikelse")
    group.set_holder(held.work, held.seats["F1"], HolderState.ORDINARY, DAYS[0], name="Zebra Zetterlund")
    assert targets(held, "zebra") == [
        f"meeting:{held.meeting(1)}/item:{item}",
        f"commission:{given}",
        f"deviation:{raised}",
        f"seat:{held.seats['F1']}",
    ]


def test_registers_are_searched(held: Year):
    kept = routine.add(held.work, 1, "Skolfrånvaro", owner="Zebrachef")
    step = routine.add(held.work, 1, "Samtycke", kind=RoutineKind.SUPPORT_MATERIAL)
    routine_step.add(held.work, step, "Visa zebran", "Mentor")
    planned = activity.plan(held.work, 1, "Zebradag", DAYS[1])
    other = related_agreement.add(held.work, 1, "Zebraavtalet")
    opened = board_matter.open_matter(
        held.work, 1, MatterSubject.OTHER, "Rapport", clauses=["Zebran läggs till handlingarna."]
    )
    assert targets(held, "zebra") == [
        f"routine:{kept}",
        f"routine:{step}",
        f"activity:{planned}",
        f"related_agreement:{other}",
        f"board_matter:{opened}",
    ]


def test_plans_and_their_registers_are_searched(held: Year):
    work = held.work
    follows = strategy.add(work, 1, "Zebrastrategin")
    plan = activity_plan.draft(work, held.group_id, PERIOD)
    planned = planned_activity.add(work, plan, "Kartlägg", responsible="Zebrachef")
    promised = commitment.add(work, 1, "Zebraåtagandet")
    awaited = expected_result.add(work, 1, Horizon.SHORT, "Fler zebror")
    place = area.add(work, 1, AreaKind.PLACE, "Norr", note="Zebragatan")
    school = coverage.add(work, 1, NewSchool("Zebraskolan", SchoolForm.COMPULSORY, Organiser.MUNICIPAL))
    measured = indicator.add(work, 1, "Skolfrånvaro")
    measurement.measure(work, measured, PERIOD, 7.5, note="Utan zebror")
    assert targets(held, "zebr") == [
        f"strategy:{follows}",
        f"planned_activity:{planned}",
        f"commitment:{promised}",
        f"expected_result:{awaited}",
        f"area:{place}",
        f"coverage:{school}",
        f"indicator:{measured}",
    ]


def test_what_a_board_decided_is_found_by_its_paragraph(held: Year):
    opened = board_matter.open_matter(held.work, 1, MatterSubject.OTHER, "Rapport")
    board_report.note(held.work, opened, "Socialnämnden", reported_on=DAYS[0], paragraph="§ 8512")
    assert targets(held, "socialnämnden 8512") == [f"board_matter:{opened}"]


def test_every_word_must_be_there(held: Year):
    item = held.item(1, "Placerade barns skolgång")
    assert targets(held, "SKOLGÅNG plac") == [f"meeting:{held.meeting(1)}/item:{item}"]
    assert targets(held, "skolgång familjehem") == []


def test_marks_above_letters_matter_where_something_has_them(held: Year):
    exact, other = held.item(1, "Zål och lamm"), held.item(1, "Zal och son")
    assert targets(held, "zål") == [f"meeting:{held.meeting(1)}/item:{exact}"]
    assert targets(held, "zal") == [f"meeting:{held.meeting(1)}/item:{other}"]


def test_what_was_read_badly_from_paper_is_found_all_the_same(held: Year):
    item = held.item(1, "Forslag till samverkansöverenskommelse")
    place = [f"meeting:{held.meeting(1)}/item:{item}"]
    assert targets(held, "förslag samverkansoverenskommelse") == place
    (hit,) = search(held.work, "förslag till")
    assert hit.label.startswith("Forslag till")


@pytest.mark.parametrize("text", ["", "   "])
def test_nothing_asked_for_finds_nothing(held: Year, text: str):
    assert search(held.work, text) == ()


def test_the_words_around_are_shown(held: Year):
    item = held.item(1)
    agenda.write_notes(held.work, item, "Inledning. " * 20 + "Här står zebran. " + "Slut. " * 20)
    (hit,) = search(held.work, "zebran")
    assert "zebran" in hit.detail
    assert hit.detail.startswith("…")
    assert hit.detail.endswith("…")


def test_hits_have_an_end(held: Year):
    assert len(search(held.work, "e", limit=3)) == 3


def test_clauses_are_found_by_their_words(held: Year):
    assert targets(held, "befattning/funktion") == ["clause:7", "clause:12"]
    assert targets(held, "funktionskedjan") == []


def test_what_has_changed_is_found_as_it_is_now(held: Year):
    item = held.item(1, "Zebra på dagordningen")
    target = f"meeting:{held.meeting(1)}/item:{item}"
    assert targets(held, "zebra") == [target]
    agenda.change_item(held.work, item, heading="Lama på dagordningen")
    assert (targets(held, "zebra"), targets(held, "lama")) == ([], [target])
    held.work.undo()
    assert (targets(held, "zebra"), targets(held, "lama")) == ([target], [])
    meeting.change(held.work, held.meeting(1), day=date(2018, 9, 3))
    assert targets(held, "zebra 2018-09-03") == [target]
    agenda_order.remove_item(held.work, item)
    assert targets(held, "zebra") == []


def test_attachments_are_found_by_their_names(held: Year):
    item = held.item(1)
    attachment.attach(held.work, item, "Zebrastatistik")
    assert targets(held, "zebra") == [f"meeting:{held.meeting(1)}/item:{item}"]


def test_a_part_of_a_longer_word_is_found_where_nothing_begins_with_it(held: Year):
    item = held.item(1, "Skolzebror")
    assert targets(held, "zebror") == [f"meeting:{held.meeting(1)}/item:{item}"]


def test_many_hits_of_one_kind_leave_room_for_others(held: Year):
    for number in range(12):
        held.item(1, f"Zebra {number}")
    given = held.give(1, title="Zebra som uppdrag")
    found = targets(held, "zebra")
    assert f"commission:{given}" in [hit.target for hit in search(held.work, "zebra", limit=4)]
    assert len(found) == 13


def test_the_latest_of_a_kind_comes_first(held: Year):
    first, second = held.item(1, "Zebra"), held.item(1, "Zebra igen")
    place = f"meeting:{held.meeting(1)}"
    assert targets(held, "zebra") == [f"{place}/item:{second}", f"{place}/item:{first}"]
