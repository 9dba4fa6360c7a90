import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning

from samverkan_desktop import paths
from samverkan_desktop.ui import crash
from samverkan_desktop.ui.crash import CrashReporter, report_of, start_log
from samverkan_desktop.ui.messages import Messages
from tests.ui.conftest import Recorded


@pytest.fixture
def installed(messages: Messages) -> Iterator[CrashReporter]:
    hooks = sys.excepthook, threading.excepthook
    before = qInstallMessageHandler(None)
    reporter = CrashReporter(messages)
    reporter.install()
    yield reporter
    sys.excepthook, threading.excepthook = hooks
    qInstallMessageHandler(before)
    for handler in crash.log.handlers[:]:
        crash.log.removeHandler(handler)
        handler.close()


def failed() -> BaseException:
    try:
        int("Chef elevhälsan anmälde förhinder")
    except ValueError as error:
        return error
    raise AssertionError


def test_a_report_says_where_and_what_but_nothing_of_the_archive():
    report = report_of(failed())
    assert "ValueError" in report
    assert "test_crash.py" in report
    assert "elevhälsan" not in report


def test_a_report_names_the_cause():
    try:
        raise RuntimeError from failed()
    except RuntimeError as error:
        assert "ValueError" in report_of(error)


def test_an_uncaught_error_is_told_and_logged(installed: CrashReporter, recorded: Recorded):
    start_log()
    error = failed()
    sys.excepthook(type(error), error, error.__traceback__)

    assert "ValueError" in recorded.bugs[0]
    assert "ValueError" in (paths.log_folder() / "samverkan.log").read_text(encoding="utf-8")


def test_what_qt_complains_of_is_logged(installed: CrashReporter, caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.WARNING):
        qWarning("ett ord från Qt")
    assert "ett ord från Qt" in caplog.text


def test_a_log_that_cannot_be_written_stops_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, installed: CrashReporter
):
    (tmp_path / "log").touch()
    monkeypatch.setenv("SAMVERKAN_HOME", str(tmp_path))
    start_log()
    assert isinstance(crash.log.handlers[-1], logging.StreamHandler)
