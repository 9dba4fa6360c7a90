"""An agreement nobody has seen: written from nothing, judged, given to a colleague and judged the same."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.services import (
    adoption,
    agreement,
    agreement_term,
    agreement_writing,
    archive,
    check,
    clause,
    group_writing,
    obligation,
    party,
    preset,
    preset_writer,
    seat,
    year_plan,
)
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import (
    AgreementKind,
    Grade,
    GroupKind,
    PartyKind,
    SeatAttendance,
    Word,
    WorkingYear,
)
from tests.services.year import Year, open_year

DAYS = (date(2026, 2, 10), date(2026, 6, 9), date(2026, 11, 10))
TODAY = date(2026, 3, 1)


def write(work: Workspace) -> int:
    """Write an agreement as a secretary would: head, parties, groups with seats, clauses, obligations."""
    own = agreement_writing.create(
        work, "Överenskommelse om tidiga insatser", AgreementKind.JOINT_AGREEMENT, "Ådala kommun",
        date(2026, 1, 1), date(2028, 12, 31), WorkingYear.CALENDAR_YEAR,
        [("Sektor lärande", "Lärandenämnden"), ("Sektor omsorg", "Omsorgsnämnden")], "Tidigt stöd till barn.",
    )  # fmt: skip
    agreement_writing.set_word(work, own, Word.PARTY, "sektor")
    region = party.add(work, own, "Regionen", kind=PartyKind.REGION, signs=False)
    first, second = (row.id for row in party.details(work, own)[:2])
    lead = group_writing.add(work, own, GroupKind.STEERING_GROUP, "Ledningsgruppen", record="Protokoll")
    local = group_writing.add(work, own, GroupKind.LOCAL_TASK_GROUP, "Barnteamet")
    seat.add(work, lead, first, "Skolchef")
    seat.add(work, lead, second, "Socialchef", attendance=SeatAttendance.EVERY)
    seat.add(work, local, first, "Samtliga rektorer", collective=True, size=7, grade=Grade.NORMALLY)
    seat.add(work, local, region, "Barnhälsovårdssamordnare", grade=Grade.SHOULD)
    meets = clause.add_clause(work, own, "§ 1", "Möten", "Ledningsgruppen möts minst tre gånger per år.")
    obligation.add_obligation(
        work, meets, "meeting_frequency", {"count": 3, "bound": "at_least"}, "ledningsgruppen"
    )
    obligation.add_obligation(
        work, meets, "meeting_frequency", {"every_months": 4}, "barnteamet", grade=Grade.SHOULD
    )
    leads = clause.add_clause(work, own, "§ 2", "Roller", "Skolchefen är sammankallande.")
    obligation.add_obligation(
        work, leads, "role_function", {"role": "convenor", "seats": ["skolchef"]}, "ledningsgruppen"
    )
    ends = clause.add_clause(work, own, "§ 3", "Giltighet", "Avtalet ses över före 2028 års utgång.")
    obligation.add_obligation(work, ends, "agreement_term", {"warn_months": 6, "review": "Översyn"})
    obligation.add_obligation(work, ends, "signature", {})
    year_plan.draft(work, lead, "2026", DAYS)
    return own


@pytest.fixture
def colleague(templates: dict[str, Path], tmp_path: Path) -> Iterator[Year]:
    """An archive of somebody else's, without an agreement."""
    path = tmp_path / "kollegans.samverkan"
    archive.create_archive(path)
    year = open_year(path, TODAY, tmp_path)
    yield year
    year.work.close()


def told(work: Workspace) -> dict[tuple[str, str, str], list[Status]]:
    """Return how each rule stands, by clause and group."""
    found: dict[tuple[str, str, str], list[Status]] = {}
    for each in check.findings(work):
        found.setdefault((each.clause, each.rule, each.group), []).append(each.status)
    return found


def of(work: Workspace, rule: str, group: str) -> list[Finding]:
    return [each for each in check.findings(work) if (each.rule, each.group) == (rule, group)]


def test_what_was_written_is_judged_at_once(empty: Year):
    empty.at(TODAY)
    write(empty.work)
    (planned,) = of(empty.work, "R04", "Ledningsgruppen")
    assert (planned.status, planned.clause) == (Status.FULFILLED, "§ 1")
    assert all(each.grade is Grade.SHOULD for each in of(empty.work, "R05", "Barnteamet"))
    assert Status.BREACHED not in [each.status for each in of(empty.work, "R05", "Barnteamet")]
    assert told(empty.work)["§ 3", "R53", ""] == [Status.AT_RISK]
    agreement_term.sign(empty.work, 1, "Ådala den 2/1-26", date(2026, 1, 2))
    assert told(empty.work)["§ 3", "R53", ""] == [Status.FULFILLED]


def test_a_colleague_who_is_given_the_file_has_the_same_agreement(empty: Year, colleague: Year):
    empty.at(TODAY)
    path = empty.folder / "mall.toml"
    preset_writer.save(empty.work, write(empty.work), path)
    own = adoption.adopt(colleague.work, str(path))
    (lead, _) = group_writing.details(colleague.work, own)
    year_plan.draft(colleague.work, lead.id, "2026", DAYS)
    assert told(colleague.work) == told(empty.work)
    preset_writer.save(colleague.work, own, colleague.folder / "igen.toml")
    assert preset.read(colleague.folder / "igen.toml") == preset.read(path)


def test_a_year_later_it_is_revised_and_the_first_year_stays_as_it_was(empty: Year):
    empty.at(TODAY)
    own = write(empty.work)
    empty.at(date(2026, 12, 1))
    version = agreement_term.revise(empty.work, own, date(2027, 1, 1), "Färre möten räcker.")
    newest = agreement_term.versions(empty.work, own)[-1]
    assert newest.id == version
    first = agreement.clauses(empty.work, own, version)[0]
    obligation.change_obligation(empty.work, first.obligations[0].id, {"count": 1, "bound": "at_least"})
    empty.at(date(2027, 2, 1))
    asked = {each.period: each.required for each in of(empty.work, "R04", "Ledningsgruppen")}
    assert asked == {"2026": 3, "2027": 1}
