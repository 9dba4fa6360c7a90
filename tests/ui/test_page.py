from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from samverkan_desktop.errors import UserError
from samverkan_desktop.ui.messages import Messages
from samverkan_desktop.ui.page import Page, PageContext
from samverkan_desktop.ui.scope import Scope
from samverkan_desktop.ui.tasks import Tasks
from tests.ui.conftest import Recorded
from tests.ui.fake_archives import FakeWorkspace


class Counting(Page):
    rooms = frozenset({"meeting"})
    reads = 0

    def refresh(self) -> None:
        self.reads += 1


@pytest.fixture
def page(tmp_path: Path, tasks: Tasks, messages: Messages, qtbot: QtBot) -> Counting:
    workspace = FakeWorkspace(tmp_path / "a.samverkan")
    context = PageContext(workspace, tasks, messages, lambda _target: None, Scope(1, "2018/2019"))  # type: ignore[arg-type]
    made = Counting(context, "Möten")
    qtbot.addWidget(made)
    return made


def test_a_page_reads_first_when_it_is_shown(page: Counting):
    assert page.reads == 0
    page.show()
    assert page.reads == 1


def test_a_page_reads_again_at_once_while_it_is_seen(page: Counting):
    page.show()
    page.heard(frozenset({"meeting"}))
    assert page.reads == 2


def test_a_hidden_page_reads_once_when_it_is_shown_again(page: Counting):
    page.show()
    page.hide()
    page.heard(frozenset({"meeting"}))
    page.heard(frozenset({"meeting"}))
    assert page.reads == 1
    page.show()
    assert page.reads == 2


def test_a_page_does_not_read_what_does_not_concern_it(page: Counting):
    page.show()
    page.heard(frozenset({"deviation"}))
    assert page.reads == 1


def test_a_page_reads_again_when_another_year_is_chosen(page: Counting):
    page.show()
    page.context.scope.choose_period("2019/2020")
    assert page.reads == 2
    assert page.context.period() == "2019/2020"


def test_what_the_user_can_mend_is_told_on_the_page(page: Counting, recorded: Recorded):
    def fail() -> int:
        raise UserError("Ange en dag för mötet.")

    assert page.attempt(fail) is None
    assert recorded.troubles == ["Ange en dag för mötet."]


def test_a_use_case_that_succeeds_gives_its_answer(page: Counting):
    assert page.attempt(lambda: 7) == 7
