"""Which activity plan is shown: of the working year that is shown, and of one group."""

from collections.abc import Sequence
from dataclasses import dataclass

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import activity_plan, scope
from samverkan_desktop.services.activity_plan import ActivityPlanRow, PlannedActivityRow
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.widgets.facts import Fact


@dataclass(frozen=True)
class Seen:
    """What was read last.

    Args:
        group_id: the group whose plan is shown.
        group: its name.
        period: label of the working year.
        plan: its plan; None where the year has none.
        before: the same group's plan of the year before; None where there is none.
        others: the plans that other groups have that year.
    """

    group_id: int
    group: str
    period: str
    plan: ActivityPlanRow | None
    before: ActivityPlanRow | None
    others: tuple[ActivityPlanRow, ...]


class ShownPlan:
    """The plan of the group that is shown; where every group is, of one that has a plan, or is asked for one.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        self._context = context
        self._work = context.workspace
        self._asked: int | None = None
        self._seen: Seen | None = None

    def read(self, agreement_id: int) -> tuple[PlannedActivityRow, ...]:
        """Read the plan that is shown; returns its activities."""
        self._seen = self._look(agreement_id)
        return self._seen.plan.activities if self._seen and self._seen.plan else ()

    def _look(self, agreement_id: int) -> Seen | None:
        period, plans = self._context.period(), activity_plan.listing(self._work, agreement_id)
        own = next((each for each in scope.scopes(self._work) if each.id == agreement_id), None)
        if own is None or not own.groups:
            return None
        wanted = (
            self._context.scope.group_id,
            self._asked,
            *(plan.group_id for plan in plans if plan.period == period),
            *(plan.group_id for plan in reversed(plans)),
            *activity_plan.groups_asked(self._work, agreement_id),
        )
        names = dict(own.groups)
        group_id = next((each for each in wanted if each is not None and each in names), own.groups[0][0])
        years = ("", *own.periods)
        before = years[max(years.index(period) - 1, 0)] if period in years else ""
        mine = {plan.period: plan for plan in plans if plan.group_id == group_id}
        others = tuple(plan for plan in plans if plan.period == period and plan.group_id != group_id)
        return Seen(group_id, names[group_id], period, mine.get(period), mine.get(before), others)

    @property
    def seen(self) -> Seen:
        """What was read last.

        Raises:
            UserError: the agreement has no groups, and so no plans.
        """
        if self._seen is None:
            raise UserError(tr("Avtalet har inga grupper. Lägg upp den grupp som har planen först."))
        return self._seen

    @property
    def plan(self) -> ActivityPlanRow | None:
        """The plan that is shown; None where there is none."""
        return self._seen.plan if self._seen else None

    @property
    def before(self) -> ActivityPlanRow | None:
        """The same group's plan of the working year before; None where there is none."""
        return self._seen.before if self._seen else None

    def seek(self, kind: str, identity: int) -> int | None:
        """Show the plan of a target, ``activity_plan:7`` or ``planned_activity:3``; returns the activity."""
        agreement_id = self._context.agreement_id()
        plans = activity_plan.listing(self._work, agreement_id) if agreement_id is not None else ()
        for plan in plans:
            within = [each.id for each in plan.activities] if kind == "planned_activity" else [plan.id]
            if identity in within:
                self._asked = plan.group_id
                self._context.scope.choose_period(plan.period)
        return identity if kind == "planned_activity" else None

    def stands(self, _agreement_id: int) -> Sequence[Fact]:
        """Say which plan is shown, how it stands, and which other groups have one that year."""
        seen = self._seen
        if seen is None:
            return ()
        others = [
            Fact("", tr("Visa planen för {group}", group=plan.group), f"activity_plan:{plan.id}")
            for plan in seen.others
        ]
        return (_said(seen), *others)


def _said(seen: Seen) -> Fact:
    plan = seen.plan
    if plan is None:
        return Fact(
            "",
            tr(
                "{group} har ingen aktivitetsplan för {period}. Den läggs upp med sin första aktivitet.",
                group=seen.group,
                period=seen.period,
            ),
        )
    state = tr("utkast") if plan.adopted_on is None else tr("antagen {day}", day=plan.adopted_on)
    said = tr(
        "Aktivitetsplan {period}, {group}: {state}. {done} av {all} aktiviteter är klara.",
        period=plan.period,
        group=plan.group,
        state=state,
        done=plan.done,
        all=len(plan.activities),
    )
    if plan.decision_id is None:
        return Fact("", said)
    link = tr("Öppna beslut {number}", number=plan.decision)
    return Fact("", said, f"decision:{plan.decision_id}", link)
