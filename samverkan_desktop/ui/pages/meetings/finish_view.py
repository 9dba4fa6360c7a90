"""The step Färdigställ: what stops it and where that is mended; and how finished minutes are corrected."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samverkan_desktop.clock import LOCAL_ZONE
from samverkan_desktop.i18n import tr
from samverkan_desktop.rules.finding import Finding
from samverkan_desktop.services import check, minutes
from samverkan_desktop.ui import icons, theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.in_place import attempt, save
from samverkan_desktop.ui.pages.meetings.state import MeetingState
from samverkan_desktop.ui.widgets.form import Field, Form
from samverkan_desktop.ui.widgets.parts import Card, button, scrolling
from samverkan_desktop.vocabulary import MeetingStatus

_FINISHED = (MeetingStatus.FINISHED, MeetingStatus.SENT)
_SIGN = 20


class FinishView(QWidget):
    """A checklist of what stops the minutes, the button that finishes them, and their versions.

    Args:
        context: what the page is given.
        mend: goes to where something is mended: an item's identity, or None for the attendance list.
    """

    def __init__(self, context: PageContext, mend: Callable[[int | None], object]) -> None:
        super().__init__()
        self._context = context
        self._mend = mend
        self._meeting_id = 0
        self._card = Card(tr("Färdigställ anteckningarna"))
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.NEAR)
        self._reason = Form(
            [Field("reason", tr("Varför rättas anteckningarna?"), help=tr("Skälet följer med rättelsen."))]
        )
        self._public = theme.label(
            tr(
                "När anteckningarna har färdigställts kan de inte ändras, bara rättas. "
                "När de skickas ut blir de normalt allmän handling."
            ),
            "small",
            wrap=True,
        )
        self.finish = button(tr("Färdigställ"), self.carry_out, "primary", "check")
        self.reopen = button(tr("Öppna för rättelse"), self._reopen, "", "pencil")
        self._versions = theme.label("", "small", wrap=True)
        self._lay_out()

    def _lay_out(self) -> None:
        body = self._card.body
        body.addLayout(self._list)
        body.addWidget(self._reason)
        body.addWidget(self._public)
        row = QHBoxLayout()
        row.addWidget(self.finish)
        row.addWidget(self.reopen)
        row.addStretch(1)
        body.addLayout(row)
        body.addWidget(self._versions)
        self._card.setMaximumWidth(180 * theme.GRID)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside))

    def show_state(self, state: MeetingState) -> None:
        """Show what stops a meeting's minutes."""
        work = self._context.workspace
        if state.meeting.id != self._meeting_id:
            self._reason.show_values({"reason": ""})
            self._reason.clear_errors()
        self._meeting_id = state.meeting.id
        finished = state.meeting.status in _FINISHED
        sentences = () if finished else minutes.hindrances(work, self._meeting_id)
        versions = minutes.versions(work, self._meeting_id)
        self._show_list(state, sentences, finished)
        self._reason.setVisible(bool(versions) and not finished)
        self._public.setVisible(not finished)
        self.finish.setVisible(not finished)
        self.finish.setEnabled(not sentences)
        self.reopen.setVisible(finished)
        lines = [
            tr("Version {number}, {day}", number=version.number, day=_moment(version))
            + (f": {version.reason}" if version.reason else "")
            for version in versions
        ]
        self._versions.setText("\n".join(lines))
        self._versions.setVisible(bool(lines))

    def _show_list(self, state: MeetingState, sentences: tuple[str, ...], finished: bool) -> None:
        while entry := self._list.takeAt(0):
            if (gone := entry.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        if finished:
            self._list.addWidget(_line("check", tr("Anteckningarna är färdigställda.")))
        elif not sentences:
            self._list.addWidget(_line("check", tr("Inget saknas. Anteckningarna kan färdigställas.")))
        findings = check.findings(self._context.workspace) if sentences else ()
        for sentence in sentences:
            item_id = _item_of(sentence, findings, state)
            go = button(tr("Gå dit"), partial(self._mend, item_id), "quiet", "arrow-right")
            go.setAccessibleName(tr("Gå dit: {sentence}", sentence=sentence))
            self._list.addWidget(_line("triangle-alert", sentence, go))

    def carry_out(self) -> None:
        """Finish the minutes."""
        work, meeting_id = self._context.workspace, self._meeting_id
        reason = str(self._reason.value("reason"))
        if save(self._context, self._reason, lambda: minutes.finish(work, meeting_id, reason)):
            self._reason.show_values({"reason": ""})
            self._context.messages.say(tr("Anteckningarna är färdigställda."), undo=True)

    def _reopen(self) -> None:
        attempt(self._context, lambda: minutes.reopen(self._context.workspace, self._meeting_id))


def _moment(version: minutes.VersionRow) -> str:
    return f"{version.finished_at.astimezone(LOCAL_ZONE):%Y-%m-%d kl. %H.%M}"


def _line(icon: str, text: str, *beside: QWidget) -> QWidget:
    result = QWidget()
    row = QHBoxLayout(result)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.NEAR)
    sign = theme.label("")
    sign.setPixmap(icons.icon(icon, "accent").pixmap(_SIGN))
    row.addWidget(sign)
    row.addWidget(theme.label(text, wrap=True), 1)
    for widget in beside:
        row.addWidget(widget)
    return result


def _item_of(sentence: str, findings: tuple[Finding, ...], state: MeetingState) -> int | None:
    """Return the item where a hindrance is mended; None where it is the attendance list."""
    items = {item.id for item in state.items}
    by_commission = {c.id: c.decision_id for c in state.commissions}
    by_decision = {d.id: d.item_id for d in state.decisions}
    for finding in findings:
        if finding.message != sentence:
            continue
        for each in finding.evidence:
            if each.kind == "item" and each.id in items:
                return each.id
            decision_id = by_commission.get(each.id) if each.kind == "commission" else None
            if each.kind == "decision":
                decision_id = each.id
            if decision_id in by_decision:
                return by_decision[decision_id]
    return None
