import threading

import pytest
from pytestqt.qtbot import QtBot

from samverkan_desktop.errors import EnvironmentFault
from samverkan_desktop.ui.tasks import Progress, Tasks
from tests.ui.conftest import Recorded


def test_the_result_comes_back_to_the_windows_thread(tasks: Tasks, qtbot: QtBot):
    seen: list[tuple[str, threading.Thread]] = []
    workers: list[threading.Thread] = []

    def work(_progress: Progress) -> str:
        workers.append(threading.current_thread())
        return "klart"

    tasks.run(work, lambda result: seen.append((result, threading.current_thread())), "Arbetar")
    qtbot.waitUntil(lambda: bool(seen))

    assert seen == [("klart", threading.main_thread())]
    assert workers != [threading.main_thread()]


def test_one_thing_is_done_at_a_time_in_order(tasks: Tasks, qtbot: QtBot):
    seen: list[int] = []
    for number in range(4):
        tasks.run(lambda _progress, number=number: number, seen.append, "Arbetar")
    qtbot.waitUntil(lambda: len(seen) == 4)
    assert seen == [0, 1, 2, 3]
    assert not tasks.busy


def test_progress_is_told(tasks: Tasks, qtbot: QtBot):
    with qtbot.waitSignal(tasks.progressed) as told:
        tasks.run(lambda progress: progress.step(1, 3, "möte 1"), lambda _none: None, "Arbetar")
    assert told.args == [1, 3, "möte 1"]


def test_cancelled_work_ends_at_its_next_step_and_says_nothing(
    tasks: Tasks, recorded: Recorded, qtbot: QtBot
):
    begun, go_on = threading.Event(), threading.Event()
    done: list[object] = []

    def work(progress: Progress) -> None:
        begun.set()
        go_on.wait(5)
        progress.step(1, 2)

    tasks.run(work, done.append, "Arbetar")
    begun.wait(5)
    tasks.cancel()
    with qtbot.waitSignal(tasks.idle):
        go_on.set()

    assert (done, recorded.troubles, recorded.bugs) == ([], [], [])


def test_a_failing_surrounding_is_told_and_the_next_thing_is_done(
    tasks: Tasks, recorded: Recorded, qtbot: QtBot
):
    def fail(_progress: Progress) -> None:
        raise EnvironmentFault("Disken är full.")

    done: list[str] = []
    tasks.run(fail, done.append, "Arbetar")
    tasks.run(lambda _progress: "nästa", done.append, "Arbetar")
    qtbot.waitUntil(lambda: done == ["nästa"])

    assert recorded.troubles == ["Disken är full."]


def test_a_bug_in_the_background_is_reported(tasks: Tasks, recorded: Recorded, qtbot: QtBot):
    def fail(_progress: Progress) -> None:
        raise ZeroDivisionError

    with qtbot.waitSignal(tasks.idle):
        tasks.run(fail, lambda _none: pytest.fail("it failed"), "Arbetar")

    qtbot.waitUntil(lambda: bool(recorded.bugs))
    assert "ZeroDivisionError" in recorded.bugs[0]
