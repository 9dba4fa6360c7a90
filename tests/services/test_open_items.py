"""The list of what is open."""

from datetime import date

from samverkan_desktop.services import commission, open_items, task
from samverkan_desktop.services.open_items import OpenItem
from samverkan_desktop.vocabulary import ReportKind
from tests.services.year import DAYS, Year


def listed(year: Year) -> list[OpenItem]:
    return list(open_items.listing(year.work, agreement_id=1))


def test_commissions_and_tasks_stand_by_when_they_are_due(held: Year):
    held.give(1, DAYS[4])
    item = held.item(1)
    task.note(held.work, item, "När som helst", responsible="Rektor")
    task.note(held.work, item, "Boka lokal", responsible="Kvalitetschef", due=DAYS[1])
    assert [(row.number, row.text, row.when) for row in listed(held)] == [
        ("", "Boka lokal", "2018-10-16"),
        ("U1", "Kartläggning", "2019-03-26"),
        ("", "När som helst", ""),
    ]


def test_days_over_are_counted_from_the_last_day(held: Year):
    held.give(1, DAYS[1])
    held.at(date(2018, 10, 20))
    assert [row.days_over for row in listed(held)] == [4]
    held.at(DAYS[1])
    assert [row.days_over for row in listed(held)] == [0]


def test_the_latest_report_is_told(held: Year):
    given = held.give(1)
    commission.report(held.work, given, held.item(1), kind=ReportKind.INTERIM, note="Halva är klar.")
    assert [row.latest_report for row in listed(held)] == ["2018-09-04. Halva är klar."]


def test_what_is_reported_waits_for_the_groups_approval(held: Year):
    given = held.give(1, DAYS[1])
    commission.report(held.work, given, held.item(1))
    held.at(date(2018, 12, 1))
    assert [(row.state, row.days_over) for row in listed(held)] == [("väntar på godkännande", 0)]


def test_what_is_approved_or_done_is_left_out(held: Year):
    given, item = held.give(1), held.item(1)
    made = task.note(held.work, item, "Boka lokal", responsible="Rektor")
    commission.report(held.work, given, item)
    commission.approve(held.work, given, held.decide(1))
    task.done(held.work, made)
    assert listed(held) == []


def test_another_group_has_its_own(held: Year):
    held.give(1)
    assert open_items.listing(held.work, group_id=held.crew(1)) == ()
