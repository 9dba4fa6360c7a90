"""What the window tells in passing: a banner for trouble, a toast for what was done, a bar for work."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.ui import icons, theme
from samverkan_desktop.ui.accessible import Role, announce, tell_role
from samverkan_desktop.ui.widgets.parts import button, icon_button

#: How long a toast is shown, in milliseconds: long enough to read it and reach for its button.
_TOAST = 7000


class Banner(QFrame):
    """Trouble, told at the top of the page; it stands until it is mended or put away."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        tell_role(self, Role.AlertMessage)
        self.setAccessibleName(tr("Meddelande"))
        self._report = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.MARGIN, theme.NEAR, theme.NEAR, theme.NEAR)
        row.setSpacing(theme.NEAR + theme.GRID)
        self.text = theme.label("", wrap=True)
        self.copy = button(tr("Kopiera rapport"), self._copy)
        row.addWidget(_sign("triangle-alert"))
        row.addWidget(self.text, 1)
        row.addWidget(self.copy)
        row.addWidget(icon_button("x", tr("Stäng meddelandet"), self.hide))
        self.hide()

    def tell(self, text: str) -> None:
        """Say what is wrong and what to do; an empty text takes it away."""
        self._show(text, "")

    def tell_bug(self, report: str) -> None:
        """Say that the program failed."""
        text = tr(
            "Något gick fel i programmet. Det du har skrivit är sparat och du kan arbeta vidare. "
            "Rapporten innehåller inget ur arkivet."
        )
        self._show(text, report)

    def _show(self, text: str, report: str) -> None:
        self._report = report
        self.text.setText(text)
        self.copy.setVisible(bool(report))
        self.setVisible(bool(text))
        if text:
            announce(self, text)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.copy.setText(tr("Kopierad"))
        QTimer.singleShot(_TOAST, self.copy, lambda: self.copy.setText(tr("Kopiera rapport")))


def _sign(name: str) -> QPushButton:
    """Return an icon that cannot be pressed."""
    result = button("", role="link")
    icons.put(result, name)
    result.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    result.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    result.setAccessibleName(tr("Viktigt"))
    return result


class Toast(QFrame):
    """What was done, told at the foot of the window for a while, with *Ångra* beside it."""

    undo = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("role", "toast")
        tell_role(self, Role.Notification)
        self.setAccessibleName(tr("Meddelande"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.APART, theme.NEAR, theme.NEAR, theme.NEAR)
        row.setSpacing(theme.APART)
        self.text = theme.label("")
        self.button = button(tr("Ångra"), self._undo)
        row.addWidget(self.text)
        row.addWidget(self.button)
        self._timer = QTimer(self, singleShot=True, interval=_TOAST)
        self._timer.timeout.connect(self.hide)
        window.installEventFilter(self)
        self.hide()

    def tell(self, text: str, undo: bool) -> None:
        """Say what was done."""
        self.text.setText(text)
        self.button.setVisible(undo)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the window when it changes size."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        window, row = self._window, self.layout()
        if row is not None:
            row.activate()
        self.adjustSize()
        # Above the bar that tells of background work, whether or not it is shown.
        foot = window.height() - self.height() - 3 * theme.MARGIN
        self.move((window.width() - self.width()) // 2, foot)

    def _undo(self) -> None:
        self.hide()
        self.undo.emit()


class WorkBar(QFrame):
    """What is being done in the background, how far it has come, and *Avbryt*."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "topbar")
        tell_role(self, Role.StatusBar)
        self.setAccessibleName(tr("Pågår"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.MARGIN, theme.NEAR, theme.MARGIN, theme.NEAR)
        row.setSpacing(theme.APART)
        self.text = theme.label("")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(60 * theme.GRID)
        row.addWidget(self.text)
        row.addWidget(self.bar, 1)
        row.addStretch(1)
        row.addWidget(button(tr("Avbryt"), self.cancelled.emit))
        self._label = ""
        self.hide()

    def start(self, label: str) -> None:
        """Show that something is being done."""
        self._label = label
        self.text.setText(label)
        self.bar.setAccessibleName(label)
        self.bar.setRange(0, 0)
        self.show()

    def step(self, done: int, total: int, text: str) -> None:
        """Show how far it has come."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.text.setText(f"{self._label}: {text}" if text else self._label)
