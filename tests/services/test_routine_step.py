import pytest

from samverkan_desktop.services import routine, routine_step
from tests.services.year import HOLDS_NUMBER, NUMBER, Year, refused


@pytest.fixture
def steps(adopted: Year) -> list[int]:
    """A routine of three steps."""
    made = routine.add(adopted.work, 1, "Skolfrånvaro")
    return [
        routine_step.add(adopted.work, made, activity, responsible)
        for activity, responsible in ((" Ring hem ", "Mentor"), ("Kalla till möte", "Rektor"), ("Anmäl", ""))
    ]


def told(year: Year) -> list[tuple[int, str, str]]:
    (made,) = routine.listing(year.work, 1)
    rows = routine_step.listing(year.work, made.id)
    assert made.steps == len(rows)
    return [(row.position, row.activity, row.responsible) for row in rows]


def test_steps_stand_in_order_with_who_is_responsible(adopted: Year, steps: list[int]):
    assert told(adopted) == [(1, "Ring hem", "Mentor"), (2, "Kalla till möte", "Rektor"), (3, "Anmäl", "")]
    routine_step.move(adopted.work, steps[2], 1)
    assert [activity for _, activity, _ in told(adopted)] == ["Anmäl", "Ring hem", "Kalla till möte"]


def test_a_step_is_changed_and_taken_out(adopted: Year, steps: list[int]):
    routine_step.change(adopted.work, steps[1], responsible="Biträdande rektor")
    routine_step.remove(adopted.work, steps[0])
    assert told(adopted) == [(1, "Kalla till möte", "Biträdande rektor"), (2, "Anmäl", "")]


def test_a_step_that_cannot_be_is_refused(adopted: Year, steps: list[int]):
    (made,) = routine.listing(adopted.work, 1)
    with refused(adopted, "Skriv vad som görs i steget.", field="activity"):
        routine_step.add(adopted.work, made.id, " ")
    with refused(adopted, "Skriv vad som görs i steget.", field="activity"):
        routine_step.change(adopted.work, steps[0], activity="")
    for field in ("activity", "responsible"):
        with refused(adopted, HOLDS_NUMBER, field=field, rule="R11"):
            routine_step.change(adopted.work, steps[0], **{field: NUMBER})
