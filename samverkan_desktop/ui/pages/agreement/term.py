"""The course of the agreement: how long it is in force, what has been done with it, and what can be done."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.register_vocabulary import AgreementChange, EvaluationOutcome
from samverkan_desktop.rules.wording import renegotiation_name
from samverkan_desktop.services import agreement_term, renegotiation
from samverkan_desktop.services.agreement import AgreementRow
from samverkan_desktop.services.agreement_term import EventRow, VersionRow
from samverkan_desktop.services.renegotiation import RequestRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.agreement.evaluation import outcome_name
from samverkan_desktop.ui.pages.agreement.term_steps import TermSteps
from samverkan_desktop.ui.widgets.beside import Beside
from samverkan_desktop.ui.widgets.facts import Fact, Facts
from samverkan_desktop.ui.widgets.parts import Card, button, scrolling

#: Which step an evaluation's outcome leads to (T25).
_LEADS = {
    EvaluationOutcome.EXTENDED: "prolong",
    EvaluationOutcome.REVISED: "revise",
    EvaluationOutcome.ENDED: "end",
}


class Term(QWidget):
    """The agreement's validity, its versions and history on the left; what can be done on the right.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._version: VersionRow | None = None
        self.now = Facts(context.navigate)
        self.versions = Facts(context.navigate)
        self.withdraw = button(tr("Ta tillbaka revideringen"), self._withdraw, "quiet", "undo-2")
        self.history = Facts(context.navigate)
        self._nothing = theme.label(tr("Inget är gjort med avtalet sedan det lades in."), "muted", wrap=True)
        self.steps = TermSteps(context)
        cards: list[QWidget] = []
        for title, widgets in (
            (tr("Giltighet"), (self.now,)),
            (tr("Lydelser"), (self.versions, self.withdraw)),
            (tr("Vad som har hänt"), (self._nothing, self.history)),
        ):
            card = Card(title)
            for widget in widgets:
                card.body.addWidget(widget)
            cards.append(card)
        doing = Card(tr("Vad vill du göra?"))
        doing.body.addWidget(self.steps)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolling(Beside((1, tuple(cards)), (1, (doing,)))))

    def show_agreement(self, agreement: AgreementRow) -> None:
        """Read how an agreement stands and what has been done with it."""
        work = self._context.workspace
        versions = agreement_term.versions(work, agreement.id)
        requests = renegotiation.listing(work, agreement.id)
        self.now.show_facts(_now(agreement))
        self.versions.show_facts([_version(row) for row in reversed(versions)])
        self._version = versions[-1]
        can_withdraw = len(versions) > 1 and self._version.since > work.today
        self.withdraw.setVisible(can_withdraw)
        history = _history(agreement_term.events(work, agreement.id), requests)
        self.history.show_facts(history)
        self.history.setVisible(bool(history))
        self._nothing.setVisible(not history)
        self.steps.show_agreement(agreement)

    def lead(self, outcome: EvaluationOutcome) -> None:
        """Unfold the step that an evaluation's outcome leads to."""
        self.steps.begin(_LEADS[outcome])

    def _withdraw(self) -> None:
        if self._version is None:
            return
        try:
            agreement_term.withdraw(self._context.workspace, self._version.id)
        except (UserError, EnvironmentFault) as error:
            self._context.messages.trouble(error)
        else:
            self._context.messages.say(tr("Revideringen togs tillbaka."), undo=True)


def _now(agreement: AgreementRow) -> list[Fact]:
    last = agreement.ends and tr("till {day}", day=agreement.ends)
    signed = ", ".join(filter(None, (agreement.signed, str(agreement.signed_on or ""))))
    return [
        Fact(tr("Gäller"), tr("från {day}", day=agreement.starts)),
        Fact("", last or tr("tills vidare")),
        Fact(tr("Avslutat i förtid"), str(agreement.ended_on or "")),
        Fact(tr("Undertecknat"), signed if agreement.signed_on else ""),
        Fact(tr("Undertecknat"), "" if agreement.signed_on else tr("Nej, det är ett utkast.")),
    ]


def _version(row: VersionRow) -> Fact:
    span = (
        tr("{since}–{until}", since=row.since, until=row.until)
        if row.until
        else tr("från {since}", since=row.since)
    )
    name = tr("Lydelse {number}", number=row.number)
    label = tr("{name}, gäller nu", name=name) if row.in_force else name
    return Fact(label, f"{span}. {row.reason}".strip() if row.reason else span)


def _history(events: tuple[EventRow, ...], requests: tuple[RequestRow, ...]) -> list[Fact]:
    """Return what has been done with an agreement, newest first."""
    told = [*((each.day, _event(each)) for each in events), *_asked(requests)]
    return [Fact(str(day), text) for day, text in sorted(told, key=lambda each: each[0], reverse=True)]


def _event(event: EventRow) -> str:
    reason = f" {event.reason}" if event.reason else ""
    match event.kind:
        case AgreementChange.PROLONGED:
            last = str(event.ends_after) if event.ends_after else tr("tills vidare")
            text = tr("Förlängt från {before} till {after}.", before=event.ends_before, after=last) + reason
        case AgreementChange.ENDED:
            text = tr("Avslutas {day}.", day=event.ends_after) + reason
        case AgreementChange.REVISED:
            text = tr("Reviderat.") + reason
        case _:
            text = tr("Omförhandlat.") + reason
    if event.evaluation_outcome:
        outcome = outcome_name(event.evaluation_outcome)
        text += " " + tr("Utvärderat {day}: {outcome}.", day=event.evaluated_on, outcome=outcome)
    return " ".join(filter(None, (text, event.evaluation_text)))


def _asked(requests: tuple[RequestRow, ...]) -> Iterator[tuple[date, str]]:
    for each in requests:
        yield (
            each.requested_on,
            tr("{party} begärde omförhandling. {reason}", party=each.party, reason=each.reason),
        )
        if each.closed_on and each.outcome:
            outcome = renegotiation_name(each.outcome)
            text = tr("Omförhandlingen avslutades: {outcome}.", outcome=outcome)
            yield each.closed_on, f"{text} {each.note}".strip()
