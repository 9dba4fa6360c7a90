"""The page of the yearly follow-up: the same content as the report, and what is written in it."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from samverkan_desktop.documents.follow_up import FollowUp
from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import agreement, decision, follow_up, official_report
from samverkan_desktop.services.follow_up import FollowUpRow
from samverkan_desktop.services.renderers import FileFormat
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.hand_out import in_other_language, other_language
from samverkan_desktop.ui.page import Page, PageContext
from samverkan_desktop.ui.pages.follow_up.deviations import DeviationsCard
from samverkan_desktop.ui.pages.follow_up.findings import FindingsCard
from samverkan_desktop.ui.pages.follow_up.groups import GroupCards
from samverkan_desktop.ui.pages.follow_up.outcomes import CommissionsCard, LinesCard
from samverkan_desktop.ui.pages.follow_up.own_words import ApprovalCard, OwnWordsCard
from samverkan_desktop.ui.pages.follow_up.report import ReportFile
from samverkan_desktop.ui.widgets.beside import Beside
from samverkan_desktop.ui.widgets.parts import EmptyState, MenuButton, button, scrolling


class FollowUpPage(Page):
    """The year, as the group follows it up."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, tr("Uppföljning"))
        self._row: FollowUpRow | None = None
        self.report = ReportFile(context)
        self.make = button(
            tr("Skapa uppföljningsrapport (PDF)…"), self.report.ask, "primary", icon="download"
        )
        self.others = MenuButton(tr("Andra sätt"))
        self.letter = button(tr("Skriv till nämnd…"), self._write_to_boards, icon="file-text")
        self.letter.setToolTip(tr("Påbörja en skrivelse om uppföljningen bland nämndärendena"))
        self.add_command(tr("Skriv till nämnd…"), self._write_to_boards, icon="file-text")
        said, other = tr("Skapa den {language}…", language=in_other_language()), other_language()
        ways = (
            (tr("Förhandsgranska…"), self.report.look),
            (tr("Skapa uppföljningsrapporten som Word-fil…"), partial(self.report.ask, FileFormat.WORD)),
            (said, partial(self.report.ask, FileFormat.PDF, other)),
        )
        self.others.offer(ways)
        for text, done in ways:
            self.add_command(f"{self.make.text().strip()}: {text}", done, icon="download")
        for each in (self.others, self.make):
            self.add_action_widget(each)
        self.summary = LinesCard(tr("Sammanfattning"))
        self.approval = ApprovalCard()
        self.approval.approved.connect(self._approve)
        self.words = OwnWordsCard()
        self.words.written.connect(self._write)
        self.groups = GroupCards(context.navigate)
        self.commissions = CommissionsCard()
        self.deviations = DeviationsCard()
        self.deviations.estimated.connect(self._estimate)
        self.roles = LinesCard(tr("Roller"))
        self.topics = LinesCard(tr("Stående frågor"))
        self.more = LinesCard(tr("Rutiner och gemensamma aktiviteter"))
        self.findings = FindingsCard(context.navigate)
        self._stack = QStackedWidget()
        self._stack.addWidget(scrolling(self._lay_out()))
        text, step = tr("Arkivet har inget avtal än."), tr("Lägg in avtalet")
        self._stack.addWidget(EmptyState(text, step, lambda: context.navigate("agreement")))
        self.body.addWidget(self.report)
        self.body.addWidget(self._stack, 1)

    def _lay_out(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, theme.NEAR, 0)
        column.setSpacing(theme.APART)
        self.approval.body.addWidget(self.letter, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Beside((1, (self.summary, self.approval)), (1, (self.words,))))
        for counted in (self.groups, self.commissions, self.deviations):
            column.addWidget(counted)
        for told in (self.roles, self.topics, self.more, self.findings):
            column.addWidget(told)
        column.addStretch(1)
        return whole

    def refresh(self) -> None:
        """Read the year's follow-up."""
        work, period, own = self.context.workspace, self.context.period(), self.context.agreement_id()
        known = own is not None
        self._stack.setCurrentIndex(0 if known else 1)
        for each in (self.others, self.letter, self.make):
            each.setEnabled(known)
        if own is None:
            return
        self._row = follow_up.row(work, own, period)
        self.words.show_row(self._row)
        self.approval.show_row(self._row, decision.log(work, period, agreement_id=own))
        self._show(follow_up.content(work, own, period, self.context.scope.group_id))

    def _show(self, content: FollowUp) -> None:
        self.set_title(tr("Uppföljning av {year}", year=content.year))
        self.summary.show_lines(content.summary)
        self.groups.show_groups(content.groups)
        self.roles.show_lines(content.roles())
        told = content.registers
        self.topics.show_lines(tuple(said for part in told.topics for said in part.findings))
        routines = tuple(line.sentence for line in told.routines)
        activities = tuple(line.sentence for line in told.activities)
        self.more.show_lines((*routines, *activities, *told.activity_findings))
        self.deviations.setVisible(content.deviations_told)
        for card in (self.commissions, self.deviations, self.findings):
            card.show_content(content)

    def open(self, target: str) -> None:
        """Show the follow-up of a working year: ``report:2018/2019``."""
        label = target.partition(":")[2]
        own = self.context.agreement_id()
        if own is not None and label in agreement.periods(self.context.workspace, own):
            self.context.scope.choose_period(label)

    def _write_to_boards(self) -> None:
        """Begin a letter on the follow-up, and go to the matter that it is of."""
        own, work = self.context.agreement_id(), self.context.workspace
        if own is None:
            return
        try:
            matter_id = official_report.from_follow_up(
                work, own, self.context.period(), self.context.scope.group_id
            )
        except (UserError, EnvironmentFault) as error:
            self.context.messages.trouble(error)
            return
        self.context.navigate(f"board_matter:{matter_id}")

    def _estimate(self, number: int | None) -> None:
        if self._row:
            self._write(replace(self._row, undocumented=number))

    def _write(self, row: FollowUpRow) -> None:
        work = self.context.workspace
        try:
            follow_up.write(
                work,
                row.agreement_id,
                row.period,
                judgement=row.judgement,
                undocumented=row.undocumented,
                improvements=row.improvements,
                underreporting=row.underreporting,
            )
        except UserError as error:
            if not self.words.show_error(error):
                self.context.messages.trouble(error)
        except EnvironmentFault as error:
            self.context.messages.trouble(error)

    def _approve(self, decision_id: int) -> None:
        period = self.context.period()
        self.attempt(lambda: follow_up.approve(self.context.workspace, period, decision_id))
