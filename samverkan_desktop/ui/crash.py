"""A bug never closes the window: it is logged, told, and offered as a report to copy."""

import logging
import platform
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qVersion

from samverkan_desktop import __version__, paths
from samverkan_desktop.ui.messages import Messages

log = logging.getLogger("samverkan_desktop")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def report_of(error: BaseException) -> str:
    """Return what a developer needs to know of a bug: version, platform and places in the code.

    The error's own words are left out, since they may quote what stands in the archive.
    """
    lines = [
        f"Samverkan {__version__}",
        f"{platform.platform()}, Python {platform.python_version()}, Qt {qVersion()}",
        "",
    ]
    seen: BaseException | None = error
    while seen is not None:
        for frame in traceback.extract_tb(seen.__traceback__):
            place = frame.filename.replace("\\", "/").rpartition("/samverkan_desktop/")[2]
            lines.append(f"  {place.rpartition('/site-packages/')[2]}:{frame.lineno} {frame.name}")
        lines.append(type(seen).__qualname__)
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return "\n".join(lines)


def start_log() -> None:
    """Write the log to the user's log folder; a folder that cannot be written to is no reason to stop."""
    from logging.handlers import RotatingFileHandler

    try:
        folder = paths.log_folder()
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            folder / "samverkan.log", maxBytes=500_000, backupCount=3, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)


class CrashReporter:
    """Catches what nobody else caught.

    Args:
        messages: where it is told.
    """

    def __init__(self, messages: Messages) -> None:
        self._messages = messages

    def install(self) -> None:
        """Catch errors in every thread, and what Qt complains of."""
        sys.excepthook = self._caught
        threading.excepthook = lambda args: self._caught(args.exc_type, args.exc_value, args.exc_traceback)
        qInstallMessageHandler(_qt_said)

    def report(self, error: BaseException) -> None:
        """Log a bug and tell of it."""
        text = report_of(error)
        log.error("%s", text)
        self._messages.bug(text)

    def _caught(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        self.report(error if error is not None else kind())


def _qt_said(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    log.log(_LEVELS.get(kind, logging.WARNING), "Qt %s: %s", context.category or "", text)
