"""The agreements that are shipped: each reads, is adopted whole, and says every clause that it has."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from samverkan_desktop.clock import FixedClock
from samverkan_desktop.services import adoption, agreement, archive, check, preset
from samverkan_desktop.services.preset_tables import Preset
from samverkan_desktop.services.workspace import Workspace

#: Of each agreement: what its clauses are called, and how many there are.
CLAUSES = {
    "trelleborg": ("T", 27),
    "maldokument-2007": ("B", 20),
    "solna": ("S", 23),
    "lekeberg": ("L", 14),
    "stockholm": ("ST", 20),
}


@pytest.fixture(params=CLAUSES)
def shipped(request: pytest.FixtureRequest) -> Preset:
    return preset.find(request.param)


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Workspace]:
    path = tmp_path / "avtal.samverkan"
    archive.create_archive(path)
    opened = archive.open_archive(path, FixedClock(datetime(2026, 1, 12, tzinfo=UTC)), keep_backups=False)
    yield opened
    opened.close()


def test_these_are_shipped():
    assert {row.key for row in adoption.presets()} == set(CLAUSES)


def test_its_file_bears_the_name_of_its_key(shipped: Preset):
    assert preset.find(shipped.agreement.key) == shipped


def test_every_clause_of_its_list_stands_in_it(shipped: Preset):
    letters, count = CLAUSES[shipped.agreement.key]
    references = [clause.ref for clause, _ in shipped.clauses]
    assert references[:count] == [f"{letters}{number:02}" for number in range(1, count + 1)]


def test_every_obligation_has_a_clause_with_a_heading_and_words(shipped: Preset):
    for clause, _ in shipped.clauses:
        assert clause.heading.strip(), clause.ref
        assert clause.text.strip(), clause.ref


def test_it_is_adopted_whole(work: Workspace, shipped: Preset):
    adopted = adoption.adopt(work, shipped.agreement.key)
    rows = agreement.clauses(work, adopted)
    told = [(row.reference, row.text, [o.kind for o in row.obligations]) for row in rows]
    assert told == [
        (clause.ref, clause.text.strip(), [o.kind for o in obligations])
        for clause, obligations in shipped.clauses
    ]


def test_what_is_found_cites_a_clause_that_demands_it(work: Workspace, shipped: Preset):
    adopted = adoption.adopt(work, shipped.agreement.key)
    judged = {found.clause for found in check.findings(work, agreement_id=adopted)}
    assert judged <= {clause.ref for clause, obligations in shipped.clauses if obligations}


def test_all_of_them_go_into_one_archive(work: Workspace):
    for key in CLAUSES:
        adoption.adopt(work, key)
    assert [row.key for row in agreement.listing(work)] == list(CLAUSES)
    assert {found.agreement_id for found in check.findings(work)} == {
        row.id for row in agreement.listing(work)
    }
