"""The page of the agreement: how it reads, whom it binds, its course, and what it calls things."""

from PySide6.QtWidgets import QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.register_vocabulary import EvaluationOutcome
from samverkan_desktop.services import adoption, agreement_writing, check, period
from samverkan_desktop.services import agreement as agreements
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.exported_files import ExportedFiles
from samverkan_desktop.ui.finding_view import SIGN
from samverkan_desktop.ui.page import Page, PageContext
from samverkan_desktop.ui.pages.agreement.about import About
from samverkan_desktop.ui.pages.agreement.beginning import Beginning, parties_of, span_of
from samverkan_desktop.ui.pages.agreement.documents import Documents
from samverkan_desktop.ui.pages.agreement.guide import Guide
from samverkan_desktop.ui.pages.agreement.head import AgreementHead
from samverkan_desktop.ui.pages.agreement.keeping import Keeping
from samverkan_desktop.ui.pages.agreement.organisation import Organisation
from samverkan_desktop.ui.pages.agreement.reading import Reading
from samverkan_desktop.ui.pages.agreement.term import Term
from samverkan_desktop.ui.widgets.entry import Values
from samverkan_desktop.ui.widgets.parts import button
from samverkan_desktop.vocabulary import AgreementKind, WorkingYear

#: What one can begin here, by the end of a target: any agreement, one from nothing, the guide of one.
_BEGIN, _NEW, _GUIDE, _ADOPTED = "begin", "new", "guide", "adopted"
#: Where it is said how its documents look, how they are kept, and which were handed out, as targets.
_DOCUMENTS, _ARCHIVE, _WRITTEN = "documents", "archive", "written"


class AgreementPage(Page):
    """The agreement, word for word, what the program follows up in it, and everything it is made of."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, tr("Avtal"))
        #: What is shown instead of the agreement: nothing, the ways to begin one, or the guide.
        self._instead: QWidget | None = None
        self.head = AgreementHead()
        self.reading = Reading(context)
        self.reading.effects.evaluated.connect(self._lead)
        self.organisation = Organisation(context)
        self.term = Term(context)
        self.about = About(context)
        self.documents = Documents(context)
        self.keeping = Keeping(context)
        self.written = ExportedFiles(context)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(tr("Flikar"))
        for widget, text in (
            (self.reading, tr("Stycken och åtaganden")),
            (self.organisation, tr("Parter och grupper")),
            (self.term, tr("Giltighet och ändringar")),
            (self.about, tr("Namn, syfte och ord")),
            (self.documents, tr("Dokument")),
            (self.keeping, tr("Arkiv och gallring")),
            (self.written, tr("Utskrivet")),
        ):
            if inside := widget.layout():
                inside.setContentsMargins(0, theme.NEAR + theme.GRID, 0, 0)
            self.tabs.addTab(widget, text)
        self.tabs.currentChanged.connect(lambda _number: self._show())
        self.beginning = Beginning(adoption.presets(), self._adopt, self._create, context.messages)
        self.beginning.left.connect(self._leave)
        self.guide = Guide(context)
        self.guide.left.connect(self._leave)
        self._stack = QStackedWidget()
        self._whole = self._lay_out()
        for shown in (self._whole, self.beginning, self.guide):
            self._stack.addWidget(shown)
        self.body.addWidget(self._stack)
        self.new = button(tr("Nytt avtal…"), self.begin, icon="plus")
        self.add_action_widget(self.new)
        self.add_command(tr("Utskrivna filer"), lambda: self.open(_WRITTEN), icon="file-text")
        self.add_command(tr("Dokumentmallar"), lambda: self.open(_DOCUMENTS), icon="file-text")
        self.add_command(tr("Fortsätt guiden"), lambda: self.open(_GUIDE), icon="play")

    def _lay_out(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.NEAR)
        column.addWidget(self.head)
        column.addWidget(self.tabs, 1)
        return whole

    def refresh(self) -> None:
        """Read the agreement and every finding on it."""
        if self.context.agreement_id() is None:
            self._instead = None
            if self._stack.currentWidget() is not self.beginning:
                self.beginning.begin(leaves=False)
        self._show()

    def _show(self) -> None:
        """Read what is shown."""
        own = self.context.agreement_id()
        shown = self.beginning if own is None else self._instead or self._whole
        self._stack.setCurrentWidget(shown)
        self.new.setVisible(shown is self._whole)
        if shown is self.guide:
            self.guide.read()
        if own is None or shown is not self._whole:
            return
        agreement = agreements.head(self.context.workspace, own)
        self.head.show_agreement(agreement)
        tab = self.tabs.currentWidget()
        if tab is self.reading:
            found = check.findings(self.context.workspace, agreement_id=own)
            self.reading.show_agreement(agreement, found)
        elif tab is self.organisation:
            self.organisation.read()
        elif tab is self.term:
            self.term.show_agreement(agreement)
        elif tab is self.documents:
            self.documents.show_agreement(agreement)
        elif tab is self.keeping:
            self.keeping.show_agreement(agreement)
        elif tab is self.written:
            self.written.look(own)
        else:
            self.about.show_agreement(agreement)

    def open(self, target: str) -> None:
        """Show a clause (``T14``, ``clause:3``), or an obligation with its clause; or go to a step.

        ``begin`` begins another agreement, ``new`` one from nothing; ``guide`` goes on with its guide, and
        ``adopted`` begins it; ``sign`` notes that it is signed; ``documents`` shows what is said of its
        documents, ``archive`` how they are kept, ``written`` which were handed out.
        """
        if target in (_BEGIN, _NEW):
            self.begin()
            if target == _NEW:
                self.beginning.write()
            return
        own = self.context.agreement_id()
        if target in (_GUIDE, _ADOPTED) and own is not None:
            self._lead_on(own, anew=target == _ADOPTED)
            return
        self._leave()
        tabs = {_DOCUMENTS: self.documents, _ARCHIVE: self.keeping, _WRITTEN: self.written}
        if target in tabs:
            self.tabs.setCurrentWidget(tabs[target])
            return
        if target == SIGN:
            self.tabs.setCurrentWidget(self.term)
            self.term.steps.begin(SIGN)
            return
        self.tabs.setCurrentWidget(self.reading)
        self.reading.open(target)

    def begin(self) -> None:
        """Begin another agreement."""
        self._instead = self.beginning
        self.beginning.begin(leaves=self.context.agreement_id() is not None)
        self._show()

    def begin_again(self) -> None:
        """Show the agreement itself to who asks for the page while its guide is shown."""
        if self._instead is self.guide:
            self._leave()

    def _leave(self) -> None:
        self._instead = None
        self._show()

    def _lead_on(self, own: int, *, anew: bool) -> None:
        self._instead = self.guide
        self.guide.begin(own, anew=anew)
        self._show()

    def _lead(self, outcome: EvaluationOutcome) -> None:
        self.tabs.setCurrentWidget(self.term)
        self.term.lead(outcome)

    def _adopt(self, source: str) -> None:
        own = adoption.adopt(self.context.workspace, source)
        self._turn_to(own)
        self._lead_on(own, anew=True)

    def _create(self, values: Values) -> None:
        starts, ends = span_of(values)
        self._turn_to(
            agreement_writing.create(
                self.context.workspace,
                str(values["title"]),
                AgreementKind(str(values["kind"])),
                str(values["municipality"]),
                starts,
                ends,
                WorkingYear(str(values["working_year"])),
                parties_of(values),
                str(values["purpose"]),
            )
        )

    def _turn_to(self, own: int) -> None:
        """Show an agreement that was just begun."""
        work = self.context.workspace
        self._instead = None
        self.tabs.setCurrentWidget(self.reading)
        self.context.scope.show(own, period.to_show(work, own, agreements.periods(work, own)))
        self._show()
