"""How to go on: with the guide of an agreement that is new, and after a long time away."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samverkan_desktop.i18n import long_date, tr
from samverkan_desktop.services.guide import GuideState, Question
from samverkan_desktop.services.meeting import MeetingRow
from samverkan_desktop.services.overview import Overview
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.pages.agreement.guide_answers import asked
from samverkan_desktop.ui.pages.meetings.steps import At, next_step
from samverkan_desktop.ui.widgets.parts import Card, button, icon_button


@dataclass(frozen=True)
class GoingOn:
    """One thing to do next, and how.

    Args:
        text: what and how, in a few sentences.
        step: what the button says; empty for no button.
        target: where it leads.
    """

    text: str
    step: str = ""
    target: str = ""


class GuideCard(Card):
    """What is left of the guide, with the way back to it; not there when nothing is, or the group has met.

    Args:
        navigate: goes to a place in the window.
    """

    def __init__(self, navigate: Callable[[str], None]) -> None:
        super().__init__(tr("Kom igång"))
        self.told = theme.label("", wrap=True)
        self.body.addWidget(self.told)
        go_on = button(tr("Fortsätt guiden"), lambda: navigate("agreement:guide"), "", "play")
        self.body.addWidget(go_on, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_state(self, known: GuideState | None) -> None:
        """Show how far the guide has come; None for nothing to guide in."""
        following = known.next if known and not known.begun else None
        self.setVisible(following is not None)
        if known and following is not None:
            self.told.setText(
                tr(
                    "{n} av {m} frågor är besvarade. Nästa: {question}",
                    n=len(known.answered),
                    m=len(Question),
                    question=asked(following),
                )
            )


class WelcomeBack(Card):
    """What is next and how, for who has been away for so long that it is forgotten; put away with its cross.

    Args:
        navigate: goes to a place in the window.
    """

    def __init__(self, navigate: Callable[[str], None]) -> None:
        super().__init__(tr("Välkommen tillbaka"))
        self._navigate = navigate
        self._put_away = False
        self._shown: tuple[object, ...] = ()
        self.title.add(icon_button("x", tr("Dölj Välkommen tillbaka"), self._close))
        self.since = theme.label("", "muted", wrap=True)
        self.body.addWidget(self.since)
        self._things = QWidget()
        self.body.addWidget(self._things)
        self.hide()

    def _close(self) -> None:
        self._put_away = True
        self.hide()

    def show_overview(self, overview: Overview, period: str, since: date | None, pressing: int) -> None:
        """Show what is next.

        Args:
            overview: the state of the working year.
            period: its label.
            since: the day the archive was last open; None where that is not long ago.
            pressing: how many findings ask for action.
        """
        self.setVisible(since is not None and not self._put_away)
        if since is None or self._put_away:
            return
        self.since.setText(tr("Arkivet var senast öppet {day}. Så här går du vidare:", day=long_date(since)))
        things = tuple(going_on(overview, period, pressing))
        if things != self._shown:
            self._shown = things
            self._show(things)

    def _show(self, things: Sequence[GoingOn]) -> None:
        self.body.removeWidget(self._things)
        self._things.hide()
        self._things.deleteLater()
        self._things = QWidget()
        column = QVBoxLayout(self._things)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.NEAR)
        for number, thing in enumerate(things, 1):
            row = QHBoxLayout()
            row.setSpacing(theme.NEAR)
            row.addWidget(theme.label(f"{number}.", "strong"), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(theme.label(thing.text, wrap=True), 1)
            if thing.step:
                press = button(thing.step, partial(self._navigate, thing.target))
                row.addWidget(press, 0, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        self.body.addWidget(self._things)


def going_on(overview: Overview, period: str, pressing: int) -> list[GoingOn]:
    """Return what is next in a working year, and how it is done: first the meeting, then what presses."""
    things = [_meeting(overview, period)]
    if pressing:
        said = tr("En sak kräver åtgärd.") if pressing == 1 else tr("{n} saker kräver åtgärd.", n=pressing)
        how = tr("De står här under, den mest brådskande först, med en knapp dit där var och en avhjälps.")
        things.append(GoingOn(f"{said} {how}"))
    things.append(
        GoingOn(
            tr("Minns du inte var något finns? Tryck Ctrl+K: rutan söker i allt, och kan alla kommandon.")
        )
    )
    return things


def _meeting(overview: Overview, period: str) -> GoingOn:
    meeting = overview.next_meeting
    if meeting is not None:
        text = tr("{meeting}, {day}: {how}", meeting=meeting.title, day=long_date(meeting.day),
                  how=_how(meeting, passed=(overview.days_left or 0) < 0))  # fmt: skip
        return GoingOn(text, tr("Gå till mötet"), f"meeting:{meeting.id}")
    if any(mark.target.startswith("meeting:") for mark in overview.wheel.marks):
        text = tr(
            "Alla möten {period} är hållna och utskickade. Nästa steg är att följa upp året.", period=period
        )
        return GoingOn(text, tr("Till uppföljningen"), "follow_up")
    text = tr(
        "Det finns inga möten för {period}. Lägg upp dem i årsplanen: programmet föreslår dagar.",
        period=period,
    )
    return GoingOn(text, tr("Till årsplanen"), f"plan:{period}")


def _how(meeting: MeetingRow, *, passed: bool) -> str:
    """Return what is to be done with a meeting next, and how."""
    step = next_step(meeting)
    if passed and step in (At.PLAN, At.AGENDA, At.CALL):
        return tr("dagen har passerat. Öppna mötet och skriv det som hölls, flytta det, eller ställ in det.")
    return {
        At.PLAN: tr("skriv tid och plats i steget Planera."),
        At.AGENDA: tr(
            "bygg dagordningen. Stående frågor, det som har burits över och uppdrag att redovisa kommer med."
        ),
        At.CALL: tr("skicka kallelsen i steget Kalla. Där skapas den, och mejlet till alla som kallas."),
        At.HOLD: tr("håll mötet i steget Genomför: anteckna punkt för punkt, och pricka av närvaron."),
        At.FINISH: tr("färdigställ anteckningarna. Programmet säger till om något saknas."),
        At.SEND: tr("skicka anteckningarna i steget Skicka, till alla i gruppen."),
    }[step]
