"""What can be done with the agreement as a whole: a button each, with a small form that unfolds."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.register_vocabulary import Renegotiation
from samverkan_desktop.rules.wording import capital, renegotiation_name
from samverkan_desktop.services import agreement_term, party, renegotiation
from samverkan_desktop.services.agreement import AgreementRow
from samverkan_desktop.services.renegotiation import RequestRow
from samverkan_desktop.services.wording import slug
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui import folders
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.registers.register import Doing
from samverkan_desktop.ui.widgets.entry import Entry, Steps, Values, day_of
from samverkan_desktop.ui.widgets.form import Field, Kind

Step = Doing[AgreementRow]
_DAY = timedelta(days=1)
#: How long the name is that is suggested for a file.
_NAME = 60


class TermSteps(Steps):
    """Sign, revise, prolong, renegotiate, end, save as a preset.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._agreement: AgreementRow | None = None
        self.entries: dict[str, Entry] = {}
        work, say = context.workspace, partial(context.messages.say, undo=True)
        self._doings: tuple[Step, ...] = (
            _sign(work),
            _revise(work, say),
            _prolong(work, say),
            _request(work),
            _close(work),
            _end(work, say),
            _save(context, self),
        )
        for doing in self._doings:
            self._add(doing)

    def _add(self, doing: Step) -> None:
        def carry_out(values: Values) -> None:
            doing.carry_out(self._own(), values)

        entry = Entry(doing.fields, doing.step, carry_out, self._context.messages, tr("Avbryt"))
        self.entries[doing.key] = entry
        self.add(doing.key, doing.text, entry, lambda: doing.begin(self._own()))

    def _own(self) -> AgreementRow:
        if self._agreement is None:
            raise LookupError("no agreement is shown")
        return self._agreement

    def show_agreement(self, agreement: AgreementRow) -> None:
        """Offer what can be done with an agreement now."""
        if self._agreement is None or self._agreement.id != agreement.id:
            self.offer()
        self._agreement = agreement
        work = self._context.workspace
        parties = [(row.id, row.name) for row in party.details(work, agreement.id)]
        self.entries["request"].form.offer("party_id", parties)
        asked = [(row.id, f"{row.party}, {row.requested_on}") for row in _open(work, agreement)]
        self.entries["close"].form.offer("request_id", asked)
        self.offer(*(doing.key for doing in self._doings if doing.offered(agreement)))

    def begin(self, key: str) -> None:
        """Unfold a step, where it is offered."""
        if key in self._offered:
            self.unfold(key)


def _goes_on(agreement: AgreementRow) -> bool:
    return agreement.ended_on is None


def _open(work: Workspace, agreement: AgreementRow) -> list[RequestRow]:
    return [row for row in renegotiation.listing(work, agreement.id) if row.closed_on is None]


def _reason() -> Field:
    return Field("reason", tr("Skäl"), Kind.MULTILINE, lines=2)


def _sign(work: Workspace) -> Step:
    return Doing(
        "sign",
        tr("Underteckna…"),
        (
            Field("words", tr("Ort och dag som de är skrivna"), placeholder=tr("Trelleborg den 18/5-18")),
            Field("day", tr("Dagen då den sista parten undertecknade"), Kind.DATE),
        ),
        tr("Anteckna"),
        lambda own, given: agreement_term.sign(work, own.id, str(given["words"]), day_of(given, "day")),
        lambda own: {"words": own.signed, "day": own.signed_on},
    )


def _revise(work: Workspace, say: "partial[None]") -> Step:
    def carry_out(own: AgreementRow, given: Values) -> None:
        since = day_of(given, "since")
        agreement_term.revise(work, own.id, since, str(given["reason"]))
        say(tr("Den nya lydelsen gäller från {day}. Skriv om den bland styckena.", day=since))

    help_ = tr(
        "Styckena kopieras till en ny lydelse som du skriver om. Det som händer före dagen prövas mot den "
        "gamla, och ett arbetsår mot den som gällde när det började."
    )
    return Doing(
        "revise",
        tr("Revidera från…"),
        (Field("since", tr("Den nya lydelsen gäller från"), Kind.DATE, help=help_), _reason()),
        tr("Revidera"),
        carry_out,
        lambda _own: {"since": work.today + _DAY},
        _goes_on,
    )


def _prolong(work: Workspace, say: "partial[None]") -> Step:
    def carry_out(own: AgreementRow, given: Values) -> None:
        ends, day = given["ends"], day_of(given, "day")
        last = ends if isinstance(ends, date) else None
        agreement_term.prolong(work, own.id, last, day, str(given["reason"]))
        say(tr("Avtalet förlängdes."))

    return Doing(
        "prolong",
        tr("Förläng…"),
        (
            Field("ends", tr("Ny sista dag"), Kind.DATE, help=tr("Tomt betyder tills vidare.")),
            Field("day", tr("Beslutades"), Kind.DATE),
            _reason(),
        ),
        tr("Förläng"),
        carry_out,
        lambda _own: {"day": work.today},
        lambda own: _goes_on(own) and own.ends is not None,
    )


def _request(work: Workspace) -> Step:
    def carry_out(own: AgreementRow, given: Values) -> None:
        party_id = given["party_id"]
        if not isinstance(party_id, int):
            raise UserError(tr("Välj vilken part som begär omförhandling."), field="party_id")
        renegotiation.request(work, own.id, party_id, day_of(given, "day"), str(given["reason"]))

    return Doing(
        "request",
        tr("Omförhandling begärd…"),
        (
            Field("party_id", tr("Part som begär det"), Kind.CHOICE, placeholder=tr("välj")),
            Field("day", tr("Begärdes"), Kind.DATE),
            Field("reason", tr("Vad som har förändrats"), Kind.MULTILINE, lines=2),
        ),
        tr("Anteckna"),
        carry_out,
        lambda _own: {"day": work.today},
        _goes_on,
    )


def _close(work: Workspace) -> Step:
    def carry_out(_own: AgreementRow, given: Values) -> None:
        request_id, outcome = given["request_id"], given["outcome"]
        if not isinstance(request_id, int):
            raise UserError(tr("Välj vilken begäran det gäller."), field="request_id")
        if not isinstance(outcome, Renegotiation):
            raise UserError(tr("Välj vad omförhandlingen ledde till."), field="outcome")
        renegotiation.close(work, request_id, day_of(given, "day"), outcome, str(given["note"]))

    outcomes = tuple((each, capital(renegotiation_name(each))) for each in Renegotiation)
    return Doing(
        "close",
        tr("Avsluta omförhandlingen…"),
        (
            Field("request_id", tr("Begäran"), Kind.CHOICE),
            Field("day", tr("Avslutades"), Kind.DATE),
            Field("outcome", tr("Vad det ledde till"), Kind.CHOICE, choices=outcomes, placeholder=tr("välj")),
            Field("note", tr("Anteckning"), Kind.MULTILINE, lines=2),
        ),
        tr("Avsluta"),
        carry_out,
        lambda own: {"request_id": _open(work, own)[0].id, "day": work.today},
        lambda own: bool(_open(work, own)),
    )


def _end(work: Workspace, say: "partial[None]") -> Step:
    def carry_out(own: AgreementRow, given: Values) -> None:
        day = day_of(given, "day")
        agreement_term.end(work, own.id, day, str(given["reason"]))
        say(tr("Avtalet avslutas {day}.", day=day))

    return Doing(
        "end",
        tr("Avsluta avtalet…"),
        (Field("day", tr("Avtalets sista dag"), Kind.DATE), _reason()),
        tr("Avsluta"),
        carry_out,
        offered=_goes_on,
    )


def _save(context: PageContext, parent: QWidget) -> Step:
    def carry_out(own: AgreementRow, given: Values) -> None:
        from samverkan_desktop.services import preset_writer  # only now: its library is slow to import

        name = str(given["name"])
        suggested = f"{slug(name)[:_NAME] or 'mall'}{preset_writer.SUFFIX}"
        path = folders.ask_where_to_save(parent, tr("Spara som mall"), suggested, tr("Avtalsfiler (*.toml)"))
        if path is None:
            return
        path = path if path.suffix else path.with_suffix(preset_writer.SUFFIX)
        preset_writer.save(context.workspace, own.id, path, name)
        context.messages.say(tr("Avtalet ligger som mall i {path}.", path=path))

    help_ = tr(
        "Avtalet sparas som en fil att läsa, ändra och ge till en kollega: stycken, åtaganden, parter, "
        "grupper och platser, men inget av det som har hänt."
    )
    return Doing(
        "preset",
        tr("Spara som mall…"),
        (Field("name", tr("Mallens namn"), help=help_),),
        tr("Välj var…"),
        carry_out,
        lambda own: {"name": own.title},
    )
