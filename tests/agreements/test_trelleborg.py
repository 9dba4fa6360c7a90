"""The agreement of Trelleborg beside its played year: what stands in it, and how it comes to its end."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from shutil import copyfile

import pytest

from samverkan_desktop.clock import FixedClock
from samverkan_desktop.register_vocabulary import EvaluationOutcome
from samverkan_desktop.services import (
    agreement,
    archive,
    board_report,
    check,
    follow_up,
    group,
    party,
    related_agreement,
    role,
)
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import Role, SeatAttendance

#: A day in the last term of the agreement, and the day after its last.
LAST_TERM, OVER = date(2021, 5, 20), date(2021, 7, 1)


@pytest.fixture
def ending(played_year: Path, tmp_path: Path) -> Iterator[Workspace]:
    path = tmp_path / "sista.samverkan"
    copyfile(played_year, path)
    clock = FixedClock(datetime(2021, 5, 20, 12, tzinfo=UTC))
    work = archive.open_archive(path, clock, keep_backups=False)
    yield work
    work.close()


def messages(work: Workspace, clause: str, on: date = OVER) -> list[tuple[str, str]]:
    return [
        (found.status.value, found.message) for found in check.findings(work, on) if found.clause == clause
    ]


def test_it_is_valid_for_three_school_years_and_signed_by_the_heads(played_work: Workspace):
    head = agreement.head(played_work, 1)
    assert head.validity == "läsåren 2018/2019–2020/2021"
    assert head.signed == "Trelleborg den 18/5-18"
    assert [row.signatory for row in party.details(played_work, 1)] == [
        "Förvaltningschef",
        "Förvaltningschef",
    ]


def test_its_purpose_stands_in_the_follow_up(played_work: Workspace):
    content = follow_up.content(played_work, 1, "2018/2019")
    assert content.purpose.startswith("Samverkansavtalets syfte är att ge en tydlig struktur")


def test_two_other_agreements_are_left_out_of_it(played_work: Workspace):
    rows = related_agreement.listing(played_work, 1)
    assert len(rows) == 2
    assert all(row.excluded for row in rows)


def test_four_seats_and_two_and_the_heads_once_a_year(played_work: Workspace):
    seats = group.groups(played_work)[0].seats
    ordinary = [seat.party for seat in seats if seat.attendance is SeatAttendance.EVERY]
    assert (ordinary.count("Bildningsförvaltningen"), ordinary.count("Socialförvaltningen")) == (4, 2)
    assert len(seats) - len(ordinary) == 2


def test_the_roles_changed_hands_between_the_administrations(played_work: Workspace):
    convenors = [term.party for term in role.terms(played_work, 1) if term.role is Role.CONVENOR]
    assert convenors == ["Socialförvaltningen", "Bildningsförvaltningen"]


def test_an_agreement_never_evaluated_is_told_of_when_its_term_is_over(ending: Workspace):
    assert messages(ending, "T25") == [
        ("breached", "Avtalet löpte ut 2021-06-30. Utvärdering är inte gjord.")
    ]
    assert [status for status, _ in messages(ending, "T26")] == ["at_risk", "at_risk"]


def test_an_evaluation_is_begun_reported_to_both_boards_and_finished(ending: Workspace):
    agreement.begin_evaluation(ending, 1, date(2021, 4, 6))
    agreement.finish_evaluation(ending, 1, LAST_TERM, EvaluationOutcome.EXTENDED, "Samverkan fungerar.")
    for board in ("Bildningsnämnden", "Socialnämnden"):
        board_report.report_evaluation(ending, 1, board, LAST_TERM, "§ 40")
    assert [status for status, _ in messages(ending, "T25")] == ["fulfilled"]
    assert [status for status, _ in messages(ending, "T26")] == ["fulfilled", "fulfilled"]
