"""The overview: what comes next, what needs doing, how the agreement stands."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from samverkan_desktop.rules.finding import Status, worst_first
from samverkan_desktop.services import adoption, commission, overview
from samverkan_desktop.services.trend import YearStanding
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.colours import Look
from samverkan_desktop.ui.pages.overview.next_meeting import days_left
from samverkan_desktop.ui.pages.overview.page import OverviewPage
from samverkan_desktop.ui.pages.overview.standing import by_clause
from samverkan_desktop.ui.tasks import Tasks
from samverkan_desktop.ui.theme import Theme
from samverkan_desktop.vocabulary import MeetingStatus
from tests.ui import hands, year
from tests.ui.year import PERIOD, Shown, Year

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def opened(given: Shown, shown: Show) -> Callable[[], OverviewPage]:
    def open_it() -> OverviewPage:
        page = OverviewPage(given.context)
        page.resize(1174, 708)
        given.bind(page)
        shown(page)
        return page

    return open_it


@pytest.fixture
def page(played: Year, opened: Callable[[], OverviewPage]) -> OverviewPage:
    return opened()


def texts(within: QWidget) -> list[str]:
    return [each.text().strip() for each in within.findChildren(QPushButton) if each.isVisible()]


def test_the_next_meeting_is_told_with_its_day_and_place_in_the_year(page: OverviewPage):
    assert page.next_meeting.name.text() == "Möte 1 av 6 · Styrgruppen"
    assert page.next_meeting.when.text() == "Tisdagen den 4 september 2018, kl. 13.00–15.00"
    assert page.next_meeting.left.text() == "Dagen har passerat"


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "I dag"),
        (1, "I morgon"),
        (-1, "I går"),
        (12, "Om 12 dagar"),
        (-14, "För 14 dagar sedan"),
        (-15, "Dagen har passerat"),
    ],
)
def test_how_far_off_the_meeting_is_stands_in_words(days: int, said: str):
    assert days_left(days) == said


def test_the_next_meeting_opens(page: OverviewPage, given: Shown, played: Year):
    hands.press(page, "Öppna mötet")
    assert given.targets == [f"meeting:{played.meetings[0]}"]


def test_each_step_opens_the_meeting_and_says_whether_it_is_done(page: OverviewPage, given: Shown):
    steps = page.next_meeting.steps.findChildren(QPushButton)
    assert [step.accessibleName() for step in steps] == [
        "1. Planera, kvar",
        "2. Dagordning, klart",
        "3. Kalla, kvar",
        "4. Genomför, kvar",
        "5. Färdigställ, kvar",
        "6. Skicka, kvar",
    ]
    assert [step.isChecked() for step in steps].index(True) == 0
    steps[2].click()
    assert given.targets[0].startswith("meeting:")


def test_a_meeting_that_has_begun_stands_where_its_own_page_opens(page: OverviewPage, played: Year):
    read = overview.overview(played.work, 1, PERIOD)
    assert read.next_meeting
    begun = replace(read.next_meeting, status=MeetingStatus.HELD)
    page.next_meeting.show_overview(replace(read, next_meeting=begun), PERIOD)
    QApplication.processEvents()
    assert page.next_meeting.accessibleName() == "Mötet att avsluta"
    links = page.next_meeting.steps.findChildren(QPushButton)
    chosen = [each.accessibleName() for each in links if each.isChecked() and each.isVisible()]
    assert chosen == ["4. Genomför, kvar"]


def test_an_archive_without_an_agreement_says_the_next_step(given: Shown, opened: Callable[[], OverviewPage]):
    hands.press(opened(), "Lägg in avtalet")
    assert given.targets == ["agreement"]


def test_a_year_without_meetings_says_the_next_step(
    work: Workspace, given: Shown, opened: Callable[[], OverviewPage]
):
    adoption.adopt(work, "trelleborg")
    hands.press(opened(), "Lägg upp årsplanen för 2018/2019")
    assert given.targets == ["plan:2018/2019"]


def test_a_year_that_is_over_leads_to_its_follow_up(page: OverviewPage, played: Year, given: Shown):
    read = overview.overview(played.work, 1, PERIOD)
    page.next_meeting.show_overview(replace(read, next_meeting=None, days_left=None), PERIOD)
    QApplication.processEvents()
    hands.press(page, "Se uppföljningen")
    assert given.targets == ["follow_up"]


def test_what_needs_doing_is_shown_worst_first(page: OverviewPage):
    findings = [row.finding for row in page.pressing.rows]
    assert {each.status for each in findings} <= {Status.BREACHED, Status.AT_RISK}
    assert findings == sorted(findings, key=worst_first)
    assert findings[0].message == "Uppdraget U3 skulle redovisas 2019-01-31."


def test_one_button_goes_to_where_it_is_mended(page: OverviewPage, given: Shown):
    hands.press(page.pressing.rows[0], "Öppna uppdraget")
    assert given.targets == ["commission:3"]


def test_what_is_mended_is_gone_at_once(page: OverviewPage, played: Year):
    decided = played.decide(4, "Ny tid för samtycke", "Redovisas den 28 maj.")
    commission.new_date(played.work, 3, date(2019, 5, 28), decided)
    assert not [row for row in page.pressing.rows if "U3" in row.finding.message]
    played.work.undo()
    played.work.undo()
    assert [row for row in page.pressing.rows if "U3" in row.finding.message]


def test_where_nothing_needs_doing_it_says_so(page: OverviewPage, played: Year):
    read = overview.overview(played.work, 1, PERIOD)
    calm = tuple(each for each in read.findings if each.status is Status.FULFILLED)
    page._show(replace(read, findings=calm), PERIOD)
    assert page.calm.isVisible()
    assert not page.pressing.isVisible()


def test_the_count_is_that_of_the_service(page: OverviewPage, played: Year):
    read = overview.overview(played.work, 1, PERIOD)
    assert page.standing.count.text() == f"{read.fulfilled} av {read.total} åtaganden uppfyllda"
    assert page.standing.bar.value() == read.fulfilled


def test_every_finding_stands_under_its_status(page: OverviewPage, played: Year):
    read = overview.overview(played.work, 1, PERIOD)
    for group in page.standing.groups.values():
        group.set_open(True)
    listed = [row.finding for group in page.standing.groups.values() for row in group.list.rows]
    assert sorted(listed, key=worst_first) == sorted(dict.fromkeys(read.findings), key=worst_first)


def test_a_group_is_made_into_lines_when_it_is_opened(page: OverviewPage):
    group = page.standing.groups[Status.FULFILLED]
    assert not group.list.rows
    group.head.click()
    assert group.list.rows


def test_a_link_to_a_clause_opens_its_findings(page: OverviewPage):
    page.open("finding:T17")
    group = page.standing.groups[Status.FULFILLED]
    assert group.is_open()
    assert {row.clause.isChecked() for row in group.list.rows if row.finding.clause == "T17"} == {True}


def test_a_mark_on_the_wheel_opens_what_it_stands_for(page: OverviewPage, given: Shown):
    page.wheel.opened.emit("commission:2")
    assert given.targets == ["commission:2"]


def test_another_year_is_read_when_it_is_chosen(page: OverviewPage, given: Shown):
    given.context.scope.choose_period("2019/2020")
    QApplication.processEvents()
    assert "Lägg upp årsplanen för 2019/2020" in texts(page.next_meeting)


def test_the_focus_stays_when_the_page_reads_again(page: OverviewPage, played: Year, qtbot: QtBot):
    with qtbot.waitActive(page):
        page.activateWindow()
    page.next_meeting.open_it.setFocus()
    played.decide(5, "En sak till", "Så blir det.")
    assert page.next_meeting.open_it.hasFocus()


def test_each_clause_stands_with_its_worst_status_and_opens_its_findings(page: OverviewPage, played: Year):
    read = overview.overview(played.work, 1, PERIOD)
    marked = by_clause(read.findings)
    chips = [each for each in page.standing.clauses.findChildren(QToolButton) if each.isVisible()]
    assert [chip.text() for chip in chips] == [clause for clause, _, _ in marked]
    chosen = next(chip for chip in chips if chip.text() == "T22")
    assert chosen.accessibleName().startswith("T22: inte uppfyllt")
    chosen.click()
    assert page.standing.groups[Status.BREACHED].is_open()


def test_clauses_stand_in_the_order_of_the_agreement(played: Year):
    read = overview.overview(played.work, 1, PERIOD)
    worst = read.findings[0]
    found = tuple(replace(worst, clause=clause) for clause in ("T14", "T2", "§ 10", "§ 9", "T14"))
    assert [(clause, count) for clause, _, count in by_clause(found)] == [
        ("T2", 1), ("T14", 2), ("§ 9", 1), ("§ 10", 1),
    ]  # fmt: skip


def test_the_wheel_is_also_a_list_of_links(page: OverviewPage, played: Year, given: Shown):
    read = overview.overview(played.work, 1, PERIOD)
    assert not page.wheel_list.lines
    page.wheel_list.set_open(True)
    QApplication.processEvents()
    assert len(page.wheel_list.lines) == len(read.wheel.marks)
    hands.press(page.wheel_list, "tis 4 sep. 2018: Möte 1 (möte som saknas)")
    assert given.targets == [f"meeting:{played.meetings[0]}"]


def test_one_year_is_no_trend(page: OverviewPage):
    assert not page.trend.isVisible()


def test_the_years_are_counted_when_one_asks_for_them(
    page: OverviewPage, played: Year, tasks: Tasks, qtbot: QtBot
):
    read = overview.overview(played.work, 1, PERIOD)
    page._show(replace(read, years=("2017/2018", "2018/2019")), PERIOD)
    assert page.trend.more.head.text() == "Visa åren 2017/2018 till 2018/2019"
    with qtbot.waitSignal(tasks.idle, timeout=30_000):
        page.trend.more.set_open(True)
    page.trend.show_trend([YearStanding("2017/2018", 6, 8, 30, 40), YearStanding("2018/2019", 9, 10, 36, 40)])
    assert page.trend.fulfilled.series.words() == "2017/2018: 75\u00a0%; 2018/2019: 90\u00a0%"
    assert page.trend.present.accessibleDescription() == "2017/2018: 75\u00a0%; 2018/2019: 90\u00a0%"


@pytest.mark.journey
@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK, Look.HIGH_CONTRAST])
@pytest.mark.parametrize("size", [(1174, 1400), (584, 2400)])
def test_the_whole_overview_is_painted(
    page: OverviewPage, played: Year, theme: Theme, look: Look, size: tuple[int, int], tasks: Tasks
):
    theme.wear(look)
    page.resize(*size)
    read = overview.overview(played.work, 1, PERIOD)
    page._show(replace(read, years=("2017/2018", "2018/2019")), PERIOD)
    page.wheel_list.set_open(True)
    page.trend.more.set_open(True)
    tasks.finish()
    QApplication.processEvents()
    page.trend.show_trend([YearStanding(f"20{n}/20{n + 1}", n, 20, 2 * n + 3, 40) for n in range(10, 19)])
    hands.picture(page, f"overview-whole-{look.value}-{size[0]}")
    assert page.trend.fulfilled.isVisible()


@pytest.mark.journey
@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK, Look.HIGH_CONTRAST])
def test_the_overview_is_painted_in_every_look(page: OverviewPage, theme: Theme, look: Look):
    theme.wear(look)
    hands.picture(page, f"overview-{look.value}")
    page.pressing.rows[0].open()
    page.standing.groups[Status.FULFILLED].set_open(True)
    QApplication.processEvents()
    page.findChildren(QScrollArea)[0].verticalScrollBar().setValue(400)
    hands.picture(page, f"overview-opened-{look.value}")
    assert page.pressing.rows[0].clause.isChecked()


def test_an_empty_archive_offers_no_choice_of_agreements(opened: Callable[[], OverviewPage], work: Workspace):
    assert not opened().every_agreement.isVisible()


@pytest.mark.journey
def test_the_overview_is_painted_empty(opened: Callable[[], OverviewPage], work: Workspace):
    hands.picture(opened(), "overview-no-agreement")
    adoption.adopt(work, "trelleborg")
    page = opened()
    hands.picture(page, "overview-no-meetings")
    assert page.pressing.rows


@pytest.mark.journey
def test_the_overview_is_painted_crowded(page: OverviewPage, played: Year):
    read = overview.overview(played.work, 1, PERIOD)
    worst = read.findings[0]
    long = "Utbildningschef för gymnasiet och vuxenutbildningen har inte deltagit vid mötet. "
    many = tuple(replace(worst, message=f"{number}. {long * 2}") for number in range(40))
    page._show(replace(read, findings=many), PERIOD)
    hands.picture(page, "overview-crowded")
    hands.press(page.pressing, "Visa 34 till")
    assert len(page.pressing.rows) == 40


def test_the_year_begun_is_shown_too(work: Workspace, opened: Callable[[], OverviewPage]):
    year.begun(work)
    assert opened().next_meeting.left.text() == "I dag"
