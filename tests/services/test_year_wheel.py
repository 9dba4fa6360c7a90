from datetime import date

from samverkan_desktop.documents.year_wheel import Mark, MarkKind
from samverkan_desktop.register_vocabulary import MatterSubject, RoutineKind
from samverkan_desktop.services import (
    activity,
    board_matter,
    board_report,
    follow_up,
    routine,
    routine_upkeep,
)
from tests.services.year import DAYS, FIRST, PERIOD, Year

DUE = date(2019, 3, 31)
BESIDE = (MarkKind.REPORT, MarkKind.REVIEW, MarkKind.MATERIAL, MarkKind.ACTIVITY)


def marks(year: Year) -> list[Mark]:
    wheel = follow_up.content(year.work, 1, PERIOD).wheel
    return [mark for mark in wheel.marks if mark.kind in BESIDE]


def test_a_review_and_a_joint_day_lead_to_where_they_are_kept(planned: Year):
    made = routine.add(planned.work, 1, "Skolfrånvaro", review_by=DUE)
    day = activity.plan(planned.work, 1, "Heldag", DAYS[1])
    assert marks(planned) == [
        Mark(DAYS[1], MarkKind.ACTIVITY, "Heldag", f"activity:{day}"),
        Mark(DUE, MarkKind.REVIEW, "Översyn: Skolfrånvaro", f"routine:{made}"),
    ]


def test_a_report_to_a_board_leads_to_what_the_board_did(planned: Year):
    planned.at(FIRST)
    matter = board_matter.open_matter(planned.work, 1, MatterSubject.EVALUATION, "Utvärdering")
    noted = board_report.note(planned.work, matter, "Socialnämnden", reported_on=FIRST)
    board_report.note(planned.work, matter, "Bildningsnämnden")
    assert marks(planned) == [Mark(FIRST, MarkKind.REPORT, "Socialnämnden", f"board_report:{noted}")]
    only = follow_up.content(planned.work, 1, PERIOD, planned.group_id).wheel
    assert MarkKind.REPORT not in [mark.kind for mark in only.marks]


def test_material_for_one_day_is_one_mark(planned: Year):
    first = routine.add(
        planned.work, 1, "Samtycke", kind=RoutineKind.SUPPORT_MATERIAL, due="första kvartalet 2019"
    )
    assert [mark.label for mark in marks(planned)] == ["Samtycke"]
    routine.add(planned.work, 1, "Säkerhet", kind=RoutineKind.SUPPORT_MATERIAL, due="2019-03-31")
    assert marks(planned) == [Mark(DUE, MarkKind.MATERIAL, "2 stödmaterial", f"routine:{first}")]
    routine.add(planned.work, 1, "Skolfrånvaro", due="mars 2019")
    assert [mark.label for mark in marks(planned)] == ["3 rutiner och stödmaterial"]


def test_what_has_been_withdrawn_is_not_on_the_wheel(planned: Year):
    made = routine.add(planned.work, 1, "Skolfrånvaro", review_by=DUE, due="2019-03-31")
    routine_upkeep.withdraw(planned.work, made, FIRST)
    assert marks(planned) == []
