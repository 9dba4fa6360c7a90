"""How long documents are kept: decided for each kind, counted from the year's end, never carried out."""

from datetime import date

import pytest

from samverkan_desktop.retention_vocabulary import RecordKind, RetentionRule
from samverkan_desktop.services import exchange, retention
from samverkan_desktop.services.retention import RetentionRow
from samverkan_desktop.services.workspace import Workspace
from tests.services.year import Year, refused


def words(year: Year) -> dict[RecordKind, str]:
    return {row.kind: row.words for row in retention.rows(year.work, 1)}


def test_minutes_are_preserved_and_calls_disposed_of_where_nobody_has_decided(adopted: Year):
    assert words(adopted) == {
        RecordKind.CALL: "gallras efter 2 år",
        RecordKind.MINUTES: "bevaras",
        RecordKind.COMMISSION: "inte beslutat",
        RecordKind.FOLLOW_UP: "inte beslutat",
        RecordKind.DECISIONS: "inte beslutat",
        RecordKind.YEAR_PLAN: "inte beslutat",
        RecordKind.ATTACHMENT: "inte beslutat",
    }


def test_every_kind_has_a_name():
    assert set(retention.NAMES) == set(RecordKind)


def test_a_decision_holds_until_it_is_undone(adopted: Year):
    retention.decide(adopted.work, 1, RecordKind.ATTACHMENT, RetentionRule.DISPOSE, 1)
    retention.decide(adopted.work, 1, RecordKind.ATTACHMENT, RetentionRule.DISPOSE, 5)
    assert words(adopted)[RecordKind.ATTACHMENT] == "gallras efter 5 år"
    assert adopted.work.undo() == "Gallringen av bilagor ändrades"
    assert words(adopted)[RecordKind.ATTACHMENT] == "gallras efter 1 år"
    adopted.work.undo()
    assert words(adopted)[RecordKind.ATTACHMENT] == "inte beslutat"


def test_what_is_presumed_can_be_decided_otherwise(adopted: Year):
    retention.decide(adopted.work, 1, RecordKind.CALL, RetentionRule.UNDECIDED)
    retention.decide(adopted.work, 1, RecordKind.MINUTES, RetentionRule.DISPOSE, 10)
    assert words(adopted)[RecordKind.CALL] == "inte beslutat"
    assert words(adopted)[RecordKind.MINUTES] == "gallras efter 10 år"


def test_years_are_of_no_meaning_where_nothing_is_disposed_of(adopted: Year):
    retention.decide(adopted.work, 1, RecordKind.CALL, RetentionRule.PRESERVE, 7)
    row = retention.rows(adopted.work, 1)[0]
    assert (row.words, row.years) == ("bevaras", None)


@pytest.mark.parametrize("years", [None, 0, -1, 101])
def test_disposal_without_a_number_of_years_is_refused(adopted: Year, years: int | None):
    with refused(adopted, "Ange efter hur många år det gallras, från 1 till 100.", field="years"):
        retention.decide(adopted.work, 1, RecordKind.CALL, RetentionRule.DISPOSE, years)


def test_years_are_counted_from_the_end_of_the_calendar_year():
    rule = RetentionRow(RecordKind.CALL, RetentionRule.DISPOSE, 2)
    assert rule.disposable_from(date(2018, 1, 1)) == date(2021, 1, 1)
    assert rule.disposable_from(date(2018, 12, 31)) == date(2021, 1, 1)


@pytest.mark.parametrize(
    "rule",
    [
        RetentionRow(RecordKind.CALL, RetentionRule.PRESERVE, None),
        RetentionRow(RecordKind.CALL, RetentionRule.UNDECIDED, 3),
        RetentionRow(RecordKind.CALL, RetentionRule.DISPOSE, None),
        RetentionRow(RecordKind.CALL, RetentionRule.DISPOSE, 9_000_000),
    ],
)
def test_what_has_no_day_is_never_disposed_of(rule: RetentionRow):
    assert rule.disposable_from(date(2018, 6, 1)) is None


def test_decisions_go_with_the_exchange_file(adopted: Year, new: Workspace):
    retention.decide(adopted.work, 1, RecordKind.ATTACHMENT, RetentionRule.DISPOSE, 3)
    file = adopted.folder / "ut.json"
    exchange.dump(adopted.work, file)
    exchange.bring_in(new, exchange.read(file))
    assert retention.rows(new, 1) == retention.rows(adopted.work, 1)
