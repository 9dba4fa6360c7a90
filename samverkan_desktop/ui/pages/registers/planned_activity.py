"""The activity plan of a group and a working year: what is to be done, by whom and when (L08)."""

from collections.abc import Callable, Sequence
from datetime import date

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import activity_plan, planned_activity
from samverkan_desktop.services.activity_plan import ActivityPlanRow, PlannedActivityRow
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.registers import choosing
from samverkan_desktop.ui.pages.registers.register import Doing, Register
from samverkan_desktop.ui.pages.registers.shown_plan import ShownPlan
from samverkan_desktop.ui.widgets.entry import Values, day_of
from samverkan_desktop.ui.widgets.facts import Fact
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.table_model import Column


def _columns() -> tuple[Column[PlannedActivityRow], ...]:
    return (
        Column(tr("Aktivitet"), lambda row: row.title, status=_status),
        Column(tr("Strategi"), lambda row: row.strategy, width=160, optional=True),
        Column(tr("Ansvarig"), lambda row: row.responsible, width=120, optional=True),
        Column(tr("Tid"), _time, width=120, sort=lambda row: str(row.done_on or row.due or "9")),
    )


def _status(row: PlannedActivityRow) -> str:
    if row.done_on is not None:
        return "fulfilled"
    return "at_risk" if row.late else "upcoming"


def _state(row: PlannedActivityRow) -> str:
    if row.done_on is not None:
        return tr("Klara")
    return tr("Försenade") if row.late else tr("Kvar")


def _time(row: PlannedActivityRow) -> str:
    if row.done_on is not None:
        return tr("klar {day}", day=row.done_on)
    return str(row.due or "")


def _fields() -> tuple[Field, ...]:
    return (
        Field("title", tr("Aktivitet")),
        Field("strategy_id", tr("Följer av strategin"), Kind.CHOICE, placeholder=tr("ingen")),
        Field("responsible", tr("Ansvarig funktion")),
        Field("due", tr("Senast"), Kind.DATE),
    )


def _known(row: PlannedActivityRow) -> Sequence[Fact]:
    if row.done_on is not None:
        return (Fact("", tr("Klar {day}", day=row.done_on), status="fulfilled"),)
    if row.late and row.due is not None:
        return (Fact("", tr("Skulle vara klar {day}", day=row.due), status="at_risk"),)
    return ()


def _row_doings(work: Workspace) -> tuple[Doing[PlannedActivityRow], ...]:
    return (
        Doing(
            "finish",
            tr("Klar…"),
            (Field("day", tr("Dag"), Kind.DATE),),
            tr("Notera"),
            lambda row, values: planned_activity.finish(work, row.id, day_of(values, "day")),
            lambda _row: {"day": work.today},
            lambda row: row.done_on is None,
        ),
        Doing(
            "reopen",
            tr("Inte klar"),
            (),
            "",
            lambda row, _values: planned_activity.reopen(work, row.id),
            offered=lambda row: row.done_on is not None,
        ),
    )


def _plan(shown: ShownPlan) -> ActivityPlanRow:
    if shown.plan is None:
        raise UserError(tr("Lägg till planens första aktivitet först."))
    return shown.plan


def _is_draft(plan: ActivityPlanRow | None) -> bool:
    return plan is not None and plan.adopted_on is None


def _is_unfinished(plan: ActivityPlanRow | None) -> bool:
    return plan is not None and plan.done < len(plan.activities)


def _adopting(work: Workspace, shown: ShownPlan) -> Doing[int]:
    def adopt(values: Values) -> None:
        decision_id, day = values["decision_id"], values["day"]
        activity_plan.adopt(
            work,
            _plan(shown).id,
            decision_id=decision_id if isinstance(decision_id, int) else None,
            day=day if isinstance(day, date) else None,
        )

    fields = (
        Field("decision_id", tr("Genom beslut"), Kind.CHOICE),
        Field("day", tr("Dag"), Kind.DATE, help=tr("Behövs där beslutet inte finns i arkivet.")),
    )
    return Doing(
        "adopt",
        tr("Anta planen…"),
        fields,
        tr("Anta"),
        lambda _agreement_id, values: adopt(values),
        offered=lambda _agreement_id: _is_draft(shown.plan) and bool(_plan(shown).activities),
    )


def _act(key: str, text: str, act: Callable[[], object], offered: Callable[[], bool]) -> Doing[int]:
    """Return what is done at once with the plan that is shown."""
    return Doing(
        key, text, (), "", lambda _agreement_id, _values: act(), offered=lambda _agreement_id: offered()
    )


def _plan_doings(work: Workspace, shown: ShownPlan) -> tuple[Doing[int], ...]:
    def fetch() -> None:
        if shown.before is not None:
            activity_plan.carry_over(work, shown.before.id)

    return (
        _adopting(work, shown),
        _act(
            "fetch",
            tr("Hämta det som inte blev klart året innan"),
            fetch,
            lambda: shown.plan is None and _is_unfinished(shown.before),
        ),
        _act(
            "carry_over",
            tr("För över det som inte är klart till nästa år"),
            lambda: activity_plan.carry_over(work, _plan(shown).id),
            lambda: _is_unfinished(shown.plan),
        ),
        _act(
            "withdraw",
            tr("Gör planen till utkast igen"),
            lambda: activity_plan.withdraw(work, _plan(shown).id),
            lambda: shown.plan is not None and not _is_draft(shown.plan),
        ),
        _act(
            "remove",
            tr("Ta bort planen"),
            lambda: activity_plan.remove(work, _plan(shown).id),
            lambda: _is_draft(shown.plan),
        ),
    )


def register(context: PageContext) -> Register[PlannedActivityRow]:
    """Return the register: the activities of the plan that is shown."""
    work = context.workspace
    shown = ShownPlan(context)

    def add(_agreement_id: int, values: Values) -> None:
        strategy_id, due = values["strategy_id"], values["due"]
        with work.together("planned_activity.add", tr("En aktivitet lades till i planen")):
            plan, seen = shown.plan, shown.seen
            planned_activity.add(
                work,
                plan.id if plan else activity_plan.draft(work, seen.group_id, seen.period),
                str(values["title"]),
                strategy_id=strategy_id if isinstance(strategy_id, int) else None,
                responsible=str(values["responsible"]),
                due=due if isinstance(due, date) else None,
            )

    return Register(
        kind="planned_activity",
        also=("activity_plan",),
        title=tr("Aktivitetsplan"),
        name=tr("aktiviteter"),
        about=tr("Vad gruppen ska göra under året: varje aktivitet följer av en strategi."),
        empty=tr("Planen har inga aktiviteter."),
        rules=frozenset({"R18"}),
        tables=frozenset({"activity_plan", "planned_activity", "strategy"}),
        read=shown.read,
        seek=shown.seek,
        identity=lambda row: row.id,
        heading=lambda row: row.title,
        columns=_columns(),
        fields=_fields(),
        values=lambda row: {
            "title": row.title,
            "strategy_id": row.strategy_id,
            "responsible": row.responsible,
            "due": row.due,
        },
        add=add,
        change=lambda row, name, value: planned_activity.change(work, row.id, **{name: value}),
        remove=lambda row: planned_activity.remove(work, row.id),
        add_title=tr("Lägg till en aktivitet"),
        add_step=tr("Lägg till"),
        choices=lambda agreement_id: {
            "strategy_id": choosing.strategies(work, agreement_id),
            "decision_id": choosing.decisions(work, agreement_id, tr("inget, ange dagen")),
        },
        known=_known,
        doings=_row_doings(work),
        move=lambda row, steps: planned_activity.move(work, row.id, row.position + steps),
        whole=_plan_doings(work, shown),
        stands=shown.stands,
        group=_state,
        spare=(2, 1),
    )
