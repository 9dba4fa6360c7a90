"""The year plan as one lays it up: proposed days to change, time and place, saved as a draft (T14, T15)."""

from datetime import date, time
from pathlib import Path

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.rules.weekday_pattern import Pattern
from samverkan_desktop.services import (
    agreement,
    area_plan,
    export,
    group,
    meeting_day,
    plan_changes,
    plan_proposal,
    year_plan,
)
from samverkan_desktop.services.exported_file import WhenChanged, Written
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.against_note import said
from samverkan_desktop.ui.pages.meetings.break_list import BreakList
from samverkan_desktop.ui.pages.meetings.files_written import FilesWritten
from samverkan_desktop.ui.pages.meetings.in_place import InPlaceForm, Values
from samverkan_desktop.ui.pages.meetings.plan_days import DayList
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.parts import line
from samverkan_desktop.vocabulary import DocumentKind, PlanStatus

_WEEKDAYS = (mark("mån"), mark("tis"), mark("ons"), mark("tors"), mark("fre"))
#: Which of the days of a month, and what it is called; 0 for every one.
_NTH = (
    (0, mark("Alla i månaden")),
    (1, mark("Den första i månaden")),
    (2, mark("Den andra i månaden")),
    (3, mark("Den tredje i månaden")),
    (4, mark("Den fjärde i månaden")),
    (-1, mark("Den sista i månaden")),
)
#: More meetings than this are not proposed for a year.
_MOST = 60


class PlanPanel(InPlaceForm):
    """A panel for a group's plan for a working year.

    Args:
        context: what the page is given.
        period: label of the working year to begin with.
    """

    def __init__(self, context: PageContext, period: str) -> None:
        self._context = context
        work = context.workspace
        own = context.agreement_id()
        self._groups = [each for each in group.groups(work, agreement_id=own) if not each.closed_on]
        labels = agreement.periods(work, own) if own is not None else ()
        known, shown = [each.id for each in self._groups], context.scope.group_id
        first = shown if shown in known else next(iter(known), None)
        super().__init__(
            tr("Lägg upp årsplan"),
            [
                Field("group_id", tr("Grupp"), Kind.CHOICE, choices=[(g.id, g.name) for g in self._groups]),
                Field("period", tr("År"), Kind.CHOICE, choices=[(x, x) for x in labels], beside=True),
                Field(
                    "weekdays",
                    tr("Veckodagar"),
                    Kind.CHECKS,
                    choices=[(number, tr(name)) for number, name in enumerate(_WEEKDAYS)],
                    help=tr("Utan val läggs mötena som förra året, eller spridda på tisdagar."),
                ),
                Field("nth", tr("Vilka av dem"), Kind.CHOICE, choices=[(n, tr(x)) for n, x in _NTH]),
                Field("count", tr("Antal nya möten"), Kind.NUMBER, beside=True),
                Field("starts", tr("Börjar"), Kind.TIME),
                Field("ends", tr("Slutar"), Kind.TIME, beside=True),
                Field("place", tr("Plats")),
            ],
            tr("Spara som utkast"),
            self._draft,
            initial={"group_id": first, "period": period, "nth": 0},
            note=tr("Förslagen kan ändras. Planen är ett utkast tills gruppen har beslutat den."),
        )
        self._published: tuple[int, str] | None = None
        self.days = DayList(self._against)
        self._days_error = theme.label("", "error", wrap=True)
        self._days_error.hide()
        self._state = theme.label("", "small", wrap=True)
        self.breaks = BreakList(context)
        self.breaks.changed.connect(self._look_again)
        self.files = FilesWritten(
            context, tr("Skapa kalenderfil…"), tr("Skapar kalenderfilen"), self._publish, "", "calendar-days"
        )
        at = self.body.indexOf(self.form) + 1
        parts = (self._state, self.files, line(), self.days, self._days_error, line(), self.breaks)
        for number, part in enumerate(parts):
            self.body.insertWidget(at + number, part)
        self.form.committed.connect(self._chosen)
        self._propose(anew=True)

    def _chosen(self, name: str, _value: object) -> None:
        if name in ("group_id", "period"):
            self._propose(anew=True)
        elif name in ("count", "weekdays", "nth"):
            self._propose(anew=False)
        elif name in ("starts", "ends"):
            self._look_again()

    def _look_again(self) -> None:
        """Propose other days where nobody has changed them; else say what speaks against those there are."""
        if self.days.touched:
            self.days.tell_again()
        else:
            self._propose(anew=False)

    def _year(self) -> tuple[int, str] | None:
        """Return the group and the working year that are chosen; None where there is none to choose."""
        group_id, period = self.form.value("group_id"), self.form.value("period")
        return (group_id, str(period)) if isinstance(group_id, int) and period is not None else None

    def _at(self) -> tuple[time | None, time | None]:
        starts, ends = self.form.value("starts"), self.form.value("ends")
        return (
            starts if isinstance(starts, time) else None,
            ends if isinstance(ends, time) else None,
        )

    def _against(self, day: date) -> str:
        year = self._year()
        return said(meeting_day.against(self._context.workspace, year[0], day, *self._at())) if year else ""

    def _propose(self, *, anew: bool) -> None:
        """Propose days; where it is done anew, as many as the agreement demands."""
        year, work = self._year(), self._context.workspace
        self._published = year  # read from a thread that may not ask the form
        self.breaks.show_year(self._context.agreement_id(), str(self.form.value("period") or ""))
        if year is None:
            self.days.propose((), None, 0)
            return
        if anew and not any(self.form.value(name) for name in ("starts", "ends", "place")):
            usual = plan_proposal.usual(work, year[0])
            self.form.show_values({"starts": usual.starts, "ends": usual.ends, "place": usual.place})
        plan, (starts, ends) = year_plan.plan_row(work, *year), self._at()
        count = None if anew else min(int(str(self.form.value("count"))), _MOST)
        days = plan_proposal.propose(
            work, *year, count=count, pattern=self._pattern(), starts=starts, ends=ends
        )
        required, already = area_plan.demanded(work, *year), len(plan.days) if plan else 0
        if anew and already:
            days = days[: max((required or 0) - already, 0)]
        self.form.show_values({"count": len(days)})
        self.days.propose(days, required, already)
        self._tell_state(plan)

    def _pattern(self) -> Pattern:
        weekdays, nth = self.form.value("weekdays"), self.form.value("nth")
        chosen = frozenset(weekdays) if isinstance(weekdays, list) else frozenset()
        return Pattern(chosen, nth if isinstance(nth, int) and nth else None)

    def _tell_state(self, plan: year_plan.PlanRow | None) -> None:
        """Say whether the plan is decided, and what has been changed since."""
        self.files.clear()
        self.files.setVisible(plan is not None)
        self._state.setVisible(plan is not None)
        if plan is None:
            return
        if plan.status is not PlanStatus.DECIDED:
            self._state.setText(tr("Planen är ett utkast med {count} möten.", count=len(plan.days)))
            return
        changes = plan_changes.since_decision(self._context.workspace, plan.group_id, plan.period)
        text = tr("Planen beslutades {day} ({number}).", day=plan.decided_on, number=plan.decision)
        if changes:
            text = "\n".join([text, tr("Den har ändrats efter beslutet:"), *changes])
        self._state.setText(text)

    def _publish(self, folder: Path, changed: WhenChanged) -> Written:
        group_id, period = self._published or (None, None)
        work, kind = self._context.workspace, DocumentKind.CALENDAR
        return export.export(work, kind, folder, group_id=group_id, period=period, changed=changed)

    def _draft(self, values: Values) -> None:
        self._days_error.hide()
        unread = [row for row in self.days.rows() if row.day() is None and row.field.text().strip()]
        if unread:
            unread[0].field.setFocus()
            raise UserError(tr("Rätta datumet som inte går att läsa."), field="days")
        if not self.days.days():
            raise UserError(tr("Lägg till minst ett datum."), field="days")
        if values["group_id"] is None:
            raise UserError(tr("Välj vilken grupp planen gäller."), field="group_id")
        for name in ("weekdays", "nth", "count"):
            values.pop(name)
        period = str(values.pop("period"))
        group_id = values.pop("group_id")
        name = next(each.name for each in self._groups if each.id == group_id)
        year_plan.draft(
            self._context.workspace,
            group_id,
            period,
            self.days.days(),
            area_ids=self.days.area_ids(),
            **values,
        )
        self._context.scope.choose_period(period)
        self._context.messages.say(
            tr("Årsplanen för {group} {period} sparades som utkast.", group=name, period=period), undo=True
        )

    def tell(self, error: UserError) -> bool:
        """Say under the days what is wrong with one of them."""
        if error.field != "days":
            return super().tell(error)
        self._days_error.setText(error.message)
        self._days_error.show()
        return True
