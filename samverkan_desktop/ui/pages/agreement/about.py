"""What stands at the head of the agreement, and its own words, in forms that save themselves."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.services import agreement_writing
from samverkan_desktop.services.agreement import AgreementRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.widgets.beside import Beside
from samverkan_desktop.ui.widgets.form import Field, Form, Kind
from samverkan_desktop.ui.widgets.parts import Card, scrolling
from samverkan_desktop.vocabulary import AgreementKind, Word, WorkingYear

_KINDS = {
    AgreementKind.COLLABORATION_AGREEMENT: mark("Samverkansavtal"),
    AgreementKind.JOINT_AGREEMENT: mark("Samverkansöverenskommelse"),
    AgreementKind.COLLABORATION_PLAN: mark("Samverkansplan"),
    AgreementKind.GOAL_DOCUMENT: mark("Måldokument"),
    AgreementKind.GUIDELINES: mark("Riktlinjer"),
}
_YEARS = {WorkingYear.SCHOOL_YEAR: mark("läsår"), WorkingYear.CALENDAR_YEAR: mark("kalenderår")}
#: What another kind of year, or another first day, does.
_CONSEQUENCES = mark(
    "Ändras arbetsåret räknas alla möten om, även de som har varit, och åtagandena prövas mot de nya åren. "
    "Det går inte när beslut, årsplaner eller uppföljningar då skulle hamna i ett annat år."
)
#: Each word with what it is for and the program's own.
_WORDS = {
    Word.PARTY: (mark("En part"), mark("förvaltning")),
    Word.AGREEMENT: (mark("Avtalet"), mark("samverkansavtal")),
    Word.CONVENOR: (mark("Den som kallar"), mark("sammankallande")),
    Word.SECRETARY: (mark("Den som antecknar"), mark("sekreterare")),
    Word.CHAIR: (mark("Den som leder mötet"), mark("ordförande")),
    Word.RECORD: (mark("Anteckningarna"), mark("minnesanteckningar")),
    Word.OFFICIAL_REPORT: (mark("Skrivelsen till en nämnd"), mark("tjänsteskrivelse")),
}


def kind_choices() -> tuple[tuple[object, str], ...]:
    """Return what the parties can call their document."""
    return tuple((kind, tr(name)) for kind, name in _KINDS.items())


def year_choices() -> tuple[tuple[object, str], ...]:
    """Return the kinds of years that meetings can be counted in."""
    return tuple((year, tr(name)) for year, name in _YEARS.items())


class About(QWidget):
    """Title, purpose and the like on the left; the agreement's own words on the right.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._agreement: AgreementRow | None = None
        self.head = Form(
            (
                Field("title", tr("Avtalets namn")),
                Field("kind", tr("Vad det är"), Kind.CHOICE, choices=kind_choices()),
                Field("municipality", tr("Kommun"), beside=True),
                Field("purpose", tr("Syfte, ord för ord"), Kind.MULTILINE, lines=5),
                Field("working_year", tr("Möten räknas per"), Kind.CHOICE, choices=year_choices()),
                Field("year_starts", tr("Läsåret börjar"), Kind.YEAR_DAY, beside=True),
            )
        )
        self.head.committed.connect(self._change)
        self.words = Form(
            tuple(
                Field(word.value, tr(name), placeholder=tr(own), beside=bool(number % 2))
                for number, (word, (name, own)) in enumerate(_WORDS.items())
            )
        )
        self.words.committed.connect(self._say)
        first, second = Card(tr("Om avtalet")), Card(tr("Avtalets egna ord"))
        first.body.addWidget(self.head)
        first.body.addWidget(theme.label(tr(_CONSEQUENCES), "small", wrap=True))
        text = tr("Vad ni kallar saker i ert avtal. Lämna tomt för programmets eget ord, som står i grått.")
        second.body.addWidget(theme.label(text, "muted", wrap=True))
        second.body.addWidget(self.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolling(Beside((1, (first,)), (1, (second,)))))

    def show_agreement(self, agreement: AgreementRow) -> None:
        """Show an agreement's head and words; what is being written is left alone."""
        if self._agreement is None or self._agreement.id != agreement.id:
            self.head.clear_errors()
            self.words.clear_errors()
        self._agreement = agreement
        names = ("title", "kind", "municipality", "purpose", "working_year", "year_starts")
        self.head.show_values({name: getattr(agreement, name) for name in names})
        self.head.show_field("year_starts", shown=agreement.working_year is WorkingYear.SCHOOL_YEAR)
        self.words.show_values({word.value: agreement.words.get(word.value, "") for word in _WORDS})

    def _change(self, name: str, value: object) -> None:
        if self._agreement is not None and getattr(self._agreement, name) != value:
            own, given = self._agreement.id, {name: value}
            work = self._context.workspace
            self._try(lambda: agreement_writing.change_head(work, own, **given), self.head)  # type: ignore[arg-type]
            if name == "working_year":  # what was refused is not left standing as if it were chosen
                self.head.show_values({name: self._agreement.working_year})

    def _say(self, name: str, value: object) -> None:
        if self._agreement is not None:
            own, work = self._agreement.id, self._context.workspace
            self._try(lambda: agreement_writing.set_word(work, own, Word(name), str(value)), self.words)

    def _try(self, use_case: Callable[[], object], form: Form) -> None:
        try:
            use_case()
        except UserError as error:
            if not form.show_error(error):
                self._context.messages.trouble(error)
        except EnvironmentFault as error:
            self._context.messages.trouble(error)
