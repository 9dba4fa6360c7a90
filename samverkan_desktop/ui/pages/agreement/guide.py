"""The guide after an agreement is adopted: a question at a time, each optional, left and taken up at will."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.services import guide
from samverkan_desktop.services.guide import GuideState, Question
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.agreement.guide_answers import answer, asked, title, why
from samverkan_desktop.ui.pages.agreement.guide_holders import HoldersAnswer
from samverkan_desktop.ui.pages.meetings.against_note import AgainstNote
from samverkan_desktop.ui.widgets.entry import Entry
from samverkan_desktop.ui.widgets.fields import ChoiceField
from samverkan_desktop.ui.widgets.flow import Flow
from samverkan_desktop.ui.widgets.parts import Card, EmptyState, button, scrolling
from samverkan_desktop.ui.widgets.stepper import Step, Stepper, StepState

#: What is asked of one group.
_OF_GROUP = (Question.FUNCTIONS, Question.HOLDERS)
#: What must be there before a question can be asked.
_BEFORE = {
    Question.FUNCTIONS: Question.PARTIES,
    Question.HOLDERS: Question.FUNCTIONS,
    Question.MEETING: Question.FUNCTIONS,
}


class Guide(QWidget):
    """The questions with their steps, and what to do when they are answered.

    Args:
        context: what the page is given.
    """

    #: The user goes on with something else.
    left = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._agreement_id = 0
        self._shown: tuple[object, ...] = ()
        #: The question that is asked; None where all have been gone through.
        self.question: Question | None = Question.MUNICIPALITY
        self.panel: QWidget | None = None
        self.answer: Entry | HoldersAnswer | None = None
        self.stepper = Stepper()
        self.stepper.chosen.connect(lambda key: self.ask(Question(key)))
        self.group = ChoiceField()
        self.group.setAccessibleName(tr("Grupp"))
        self.group.setMinimumContentsLength(24)
        self.group.committed.connect(lambda _group_id: self.read())
        self._place = QVBoxLayout()
        self._lay_out()

    def _lay_out(self) -> None:
        text = tr(
            "Varje svar är frivilligt, sparas för sig och går att ångra. Gå härifrån när du vill: "
            "guiden står kvar på översikten tills det första mötet är hållet."
        )
        top = QHBoxLayout()
        top.setSpacing(theme.APART)
        top.addWidget(theme.label(text, "muted", wrap=True), 1)
        top.addWidget(
            button(tr("Fortsätt senare"), self.left.emit, icon="chevron-right"), 0, Qt.AlignmentFlag.AlignTop
        )
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.NEAR, 0)
        column.setSpacing(theme.APART)
        column.addLayout(top)
        column.addWidget(self.stepper)
        column.addWidget(self.group, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._place)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside))

    def begin(self, agreement_id: int, *, anew: bool) -> None:
        """Begin with an agreement.

        Args:
            agreement_id: the agreement.
            anew: whether it was just adopted: then every question is gone through, what the template
                answers too; else the first that has no answer is asked.
        """
        self._agreement_id = agreement_id
        self._shown = ()
        known = guide.state(self._context.workspace, agreement_id)
        self.group.offer([(each.id, each.name) for each in known.groups])
        self.group.set_value(known.group.id if known.group else None)
        self.ask(Question.MUNICIPALITY if anew else known.next)

    def ask(self, question: Question | None) -> None:
        """Ask a question; None tells what comes after them."""
        self.question = question
        self._shown = ()
        self.read()

    def read(self) -> None:
        """Read what is answered; what is being written stays where the same is asked as before."""
        wanted = self.group.value()
        known = guide.state(
            self._context.workspace, self._agreement_id, wanted if isinstance(wanted, int) else None
        )
        self.group.offer([(each.id, each.name) for each in known.groups])
        self.group.set_value(known.group.id if known.group else None)
        self.group.setVisible(self.question in _OF_GROUP and len(known.groups) > 1)
        self.stepper.show_steps(self._steps(known))
        own = known.group.id if known.group else None
        shown = (self.question, known.municipality, known.parties, own, known.seats, known.meetings)
        if shown != self._shown:
            self._shown = shown
            self._put(self._after(known) if self.question is None else self._panel(self.question, known))

    def _steps(self, known: GuideState) -> list[Step]:
        result = []
        for each in Question:
            done = each in known.answered
            state = StepState.DONE if done else StepState.TODO
            here = StepState.CURRENT if each is self.question else state
            result.append(Step(each.value, title(each), here, asked(each), done))
        return result

    def _put(self, panel: QWidget) -> None:
        if self.panel is not None:
            self._place.removeWidget(self.panel)
            self.panel.hide()
            self.panel.deleteLater()
        self.panel = panel
        self._place.addWidget(panel)
        panel.show()  # at once, so that the keyboard can be put in it
        if isinstance(self.answer, HoldersAnswer):
            self.answer.text.setFocus()
        elif self.answer is not None:
            self.answer.go_on()

    def _panel(self, question: Question, known: GuideState) -> QWidget:
        card = Card(asked(question))
        card.body.addWidget(theme.label(why(question), wrap=True))
        self.answer = None
        before = _BEFORE.get(question)
        if before is not None and before not in known.answered:
            text = tr("Svara först på frågan om {question}.", question=title(before).lower())
            card.body.addWidget(EmptyState(text, title(before), lambda: self.ask(before)))
            return card
        if question is Question.HOLDERS:
            self.answer = HoldersAnswer(self._context, known.seats)
        else:
            self.answer = answer(question, self._context, self._agreement_id, known)
        if question is Question.MEETING and known.meetings:
            said = tr("Gruppen har {n} möten inlagda. Ett till läggs bredvid dem.", n=known.meetings)
            card.body.addWidget(theme.label(said, "muted", wrap=True))
        card.body.addWidget(self.answer)
        if question is Question.MEETING and isinstance(self.answer, Entry):
            note = AgainstNote()
            note.follow(self._context.workspace, self.answer.form)
            card.body.addWidget(note)
        self.answer.done.connect(lambda: self._answered(question))
        self.answer.left.connect(lambda: self.ask(_following(question)))
        return card

    def _answered(self, question: Question) -> None:
        self._context.messages.say(tr("Svaret är sparat."), undo=True)
        self.ask(_following(question))

    def _after(self, known: GuideState) -> QWidget:
        """Return what is told when every question has been gone through."""
        self.answer = None
        left = [title(each).lower() for each in Question if each not in known.answered]
        card = Card(tr("Det var alla frågor"))
        text = tr("Allt är besvarat. Nu kan årets möten läggas upp.")
        if left:
            text = tr("Kvar att svara på: {left}. Det går att göra när som helst.", left=", ".join(left))
        card.body.addWidget(theme.label(text, wrap=True))
        bar = QWidget()
        row = Flow(bar)
        navigate, period = self._context.navigate, self._context.period()
        plan = tr("Lägg upp årsplanen")
        row.addWidget(button(plan, lambda: navigate(f"plan:{period}"), "primary", "calendar-days"))
        row.addWidget(button(tr("Till översikten"), lambda: navigate("overview"), icon="layout-dashboard"))
        row.addWidget(button(tr("Läs avtalet"), self.left.emit, icon="scroll-text"))
        card.body.addWidget(bar)
        return card


def _following(question: Question) -> Question | None:
    every = list(Question)
    return next(iter(every[every.index(question) + 1 :]), None)
