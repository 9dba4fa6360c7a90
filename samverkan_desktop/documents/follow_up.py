"""The yearly follow-up report (uppföljningsrapport), as content."""

from dataclasses import dataclass, field
from datetime import date

from samverkan_desktop.documents.follow_up_levels import Levels
from samverkan_desktop.documents.follow_up_plans import Plans
from samverkan_desktop.documents.follow_up_registers import Registers
from samverkan_desktop.documents.year_wheel import YearWheel


@dataclass(frozen=True)
class MeetingLine:
    """One meeting of the year.

    Args:
        number: ``1`` … for ordinary meetings, ``Extra`` for extra ones.
        day: when it was or is planned.
        kind: ``ordinarie``, ``extra``, ``ordinarie (sista, uppföljning)``.
        state: ``hållet``, ``planerat``, ``inställt``.
        present: seats that were represented; None for a meeting not held.
        called: seats that were called and not vacant.
        call_sent: day the call was sent; None where it was not.
        minutes_sent: day the minutes were sent; None where they were not.
        minutes_days: days from meeting to distribution; None where not sent.
        remark: ``initiativ: Utbildningschef grundskola …``; may be empty.
        target: the place in the window that shows it: ``meeting:3``; empty for none.
    """

    number: str
    day: date
    kind: str
    state: str
    present: int | None
    called: int
    call_sent: date | None
    minutes_sent: date | None
    minutes_days: int | None
    remark: str = ""
    target: str = ""


@dataclass(frozen=True)
class SeatAttendanceLine:
    """Attendance of one function at ordinary meetings of the year.

    Args:
        party: the party's name.
        function: the function's name.
        present: meetings it was represented at.
        possible: meetings it was called to.
        vacant: of those, the meetings at which the function had no holder: never an absence.
        partly: meetings it took part in for some items only.
        cells: one mark a meeting in the order of `GroupYear.meetings`: ``N``, ``F``, ``E`` (not
            present without excuse), ``V`` (vacant), ``D`` (in part), ``T`` (present, acting), ``R``
            (represented by a deputy), a number (so many of a collective seat), ``–`` (not called), empty
            (not held).
    """

    party: str
    function: str
    present: int
    possible: int
    vacant: int
    partly: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class DecisionLine:
    """One decision of the year: number, day, text, and the function that carries it out."""

    number: str
    day: date
    text: str
    responsible: str = ""


@dataclass(frozen=True)
class CommissionLine:
    """One commission with its outcome.

    Args:
        number: ``U2``.
        title: what it is.
        responsible: who carries it.
        how: how it is reported.
        due: the day it is due now.
        first_due: the day first decided, where a new date was decided; else None.
        reported: day of the final report; None while ongoing.
        outcome: ``redovisad i tid``, ``redovisad efter beslutad ny tid``, ``pågår``, ``försenad``.
        due_words: the time that holds as it was decided, where that is no day: ``första kvartalet 2010``.
        first_words: likewise the one first decided.
    """

    number: str
    title: str
    responsible: str
    how: str
    due: date
    first_due: date | None
    reported: date | None
    outcome: str
    due_words: str = ""
    first_words: str = ""

    @property
    def when(self) -> str:
        """The time that holds, as it was decided."""
        return self.due_words or self.due.isoformat()

    @property
    def first_when(self) -> str:
        """The time first decided, where a new one was decided; else empty."""
        return self.first_words or (self.first_due.isoformat() if self.first_due else "")


@dataclass(frozen=True)
class TaskLine:
    """One task: what, who, when it is to be done as it was said, and what has become of it."""

    text: str
    responsible: str
    when: str
    outcome: str


@dataclass(frozen=True)
class DeviationLine:
    """One deviation: number, day, from whom, where it arose, what, and what became of it."""

    number: str
    day: date
    reported_by: str
    arose_in: str
    description: str
    outcome: str


@dataclass(frozen=True)
class Count:
    """How many of something: for example deviations per operation."""

    label: str
    number: int


@dataclass(frozen=True)
class FindingLine:
    """One finding with the clause behind it.

    Args:
        status: one of the finding's statuses: ``fulfilled`` …
        status_label: the status in words: ``Uppfyllt``.
        clause: the clause's reference: ``T14``.
        source: the clause word for word.
        message: the finding in a sentence; a line for each where there are several.
    """

    status: str
    status_label: str
    clause: str
    source: str
    message: str


@dataclass(frozen=True)
class GroupYear:
    """The meetings of one group in a working year.

    Args:
        name: what it is called among the agreement's groups: ``Styrgruppen``.
        required: ordinary meetings demanded; None where the agreement does not say.
        held: ordinary meetings held.
        extra: extra meetings held.
        meetings: each meeting, in order of day.
        attendance: each function's attendance at ordinary meetings.
        roles: sentences: ``Sammankallande: Kvalitetschef (Bildningsförvaltningen)``.
    """

    name: str
    required: int | None
    held: int
    extra: int
    meetings: tuple[MeetingLine, ...]
    attendance: tuple[SeatAttendanceLine, ...]
    roles: tuple[str, ...]


@dataclass(frozen=True)
class FollowUp:
    """Everything that the follow-up report of one working year says.

    Args:
        organisation: the municipality, as in the letterhead.
        parties: the parties' names.
        agreement: title of the agreement.
        validity: ``läsåren 2018/2019–2020/2021``.
        purpose: the agreement's purpose, word for word (T02).
        group: full name of the group that follows it up; empty where there is none.
        year: ``läsåret 2018/2019``.
        issued: the day it is dated.
        summary: the year in sentences, a paragraph each, made from the facts.
        groups: the meetings of each group; first that of the group that follows it up.
        decisions: every decision of the year.
        commissions: every commission open or given in the year, with outcome.
        deviations: every deviation of the year.
        deviations_by_unit: documented deviations per reporting operation.
        escalated: how many were raised to the group.
        undocumented: how many are thought to be known but not documented; None where not judged.
        findings: every finding of the year, worst first.
        judgement: the group's own overall judgement, paragraphs; may be empty.
        improvements: improvement areas decided for the next year.
        decision: number of the decision by which it was approved; empty while a draft.
        wheel: the year drawn.
        plans: areas, activity plans, commitments, schools and indicators, where the agreement has them.
        levels: boards' matters, directions and reports between levels, where there are any.
        registers: standing topics, routines and joint activities, where the agreement has them.
        underreporting: what is said of deviations that were never reported, paragraphs; may be empty (B15).
        deviations_told: whether deviations are told of: not where the agreement asks for none and there are
            none.
        tasks: every task open or noted in the year, with what has become of it.
    """

    organisation: str
    parties: tuple[str, ...]
    agreement: str
    validity: str
    purpose: str
    group: str
    year: str
    issued: date
    summary: tuple[str, ...]
    groups: tuple[GroupYear, ...]
    decisions: tuple[DecisionLine, ...]
    commissions: tuple[CommissionLine, ...]
    deviations: tuple[DeviationLine, ...]
    deviations_by_unit: tuple[Count, ...]
    escalated: int
    undocumented: int | None
    findings: tuple[FindingLine, ...]
    judgement: tuple[str, ...]
    improvements: tuple[str, ...]
    decision: str
    wheel: YearWheel
    plans: Plans = field(default_factory=Plans)
    levels: Levels = field(default_factory=Levels)
    registers: Registers = field(default_factory=Registers)
    underreporting: tuple[str, ...] = ()
    deviations_told: bool = True
    tasks: tuple[TaskLine, ...] = ()

    def roles(self) -> tuple[str, ...]:
        """Return who had which role; told of each group, where there are several."""
        if len(self.groups) < 2:
            return tuple(line for group in self.groups for line in group.roles)
        return tuple(f"{group.name} – {line}" for group in self.groups for line in group.roles)
