"""What a decision can do beyond its words: *Det här beslutet gäller …*, each as a form in place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.register_vocabulary import RoutineKind
from samverkan_desktop.rules.wording import capital, listed
from samverkan_desktop.services import (
    activity,
    agenda,
    agreement,
    commission,
    decision,
    follow_up,
    plan_changes,
    role,
    routine,
    work_group,
    year_plan,
)
from samverkan_desktop.services.decision import DecisionRow
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.pages.meetings import words
from samverkan_desktop.ui.pages.meetings.in_place import InPlaceForm, Values
from samverkan_desktop.ui.pages.meetings.state import MeetingState
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.vocabulary import CommissionStatus, DecisionKind, PlanStatus, Role
from samverkan_desktop.words import Words

Choices = list[tuple[object, str]]


@dataclass(frozen=True)
class Asked:
    """A decision that is to do something, and the meeting it was taken at.

    Args:
        work: the open archive.
        state: the meeting.
        decision: the decision.
    """

    work: Workspace
    state: MeetingState
    decision: DecisionRow

    @property
    def agreement_id(self) -> int:
        """The agreement of the group that meets."""
        return self.state.group.agreement_id


@dataclass(frozen=True)
class Effect:
    """One thing that a decision can do.

    Args:
        label: what the menu calls it.
        verb: what the button says.
        kind: the kind that the decision becomes.
        fields: what is asked for.
        carry_out: the use case.
        initial: what stands in the fields at first.
        aliases: fields of the use case that stand here under another name.
    """

    label: str
    verb: str
    kind: DecisionKind
    fields: Callable[[Asked], list[Field]]
    carry_out: Callable[[Asked, Values], object]
    initial: Callable[[Asked], Values] = lambda _asked: {}
    aliases: tuple[tuple[str, str], ...] = ()

    def form(self, asked: Asked) -> InPlaceForm:
        """Return the form that asks for it and carries it out."""

        def together(values: Values) -> None:
            work = asked.work
            with work.together("decision.take_effect", self.label):
                self.carry_out(asked, values)
                decision.change(work, asked.decision.id, kind=self.kind)

        return InPlaceForm(
            self.label,
            self.fields(asked),
            self.verb,
            together,
            initial=self.initial(asked),
            aliases=dict(self.aliases),
        )


def effects(words: Words | None = None, roles: Sequence[Role] = ()) -> tuple[Effect, ...]:
    """Return everything a decision can do, in the order of the menu.

    Args:
        words: the agreement's own; the usual ones where None.
        roles: the roles of the group that meets; the usual ones where there are none.
    """
    said = words or Words()
    named = list(roles) or [Role.CONVENOR, Role.SECRETARY]
    return (
        Effect(
            tr("Val av {roles}", roles=listed([said.role(each) for each in named])), tr("Utse"),
            DecisionKind.ELECTION, _election_fields, _elect, _election_initial, (("roles", named[-1].value),),
        ),
        Effect(
            tr("Årsplanen"), tr("Besluta årsplanen"), DecisionKind.PLAN,
            lambda asked: [
                _choice("plan_id", tr("Årsplan"), _plans(asked), tr("Inget utkast väntar på beslut."))
            ],
            lambda asked, v: year_plan.decide(asked.work, _given(v, "plan_id"), asked.decision.id),
            lambda asked: _first("plan_id", _plans(asked)),
        ),
        *_on_commissions(),
        Effect(
            tr("Rutin eller stödmaterial"), tr("Fastställ"), DecisionKind.ROUTINE,
            _routine_fields, _establish, lambda _asked: {"kind": RoutineKind.ROUTINE},
        ),
        Effect(
            tr("Gemensam aktivitet"), tr("Planera"), DecisionKind.ACTIVITY,
            lambda _asked: [Field("title", tr("Vad heter aktiviteten?")), Field("day", tr("Dag"), Kind.DATE)],
            lambda asked, v: activity.plan(
                asked.work, asked.agreement_id, v["title"], _given(v, "day"), decision_id=asked.decision.id
            ),
        ),
        Effect(
            tr("Hänvisning till annat avtal"), tr("Hänvisa"), DecisionKind.REFERRAL,
            lambda asked: [_choice("referred_agreement", tr("Regleras i"), _related(asked),
                                   tr("Avtalet nämner inga andra avtal."))],
            lambda asked, v: agenda.change_item(
                asked.work, asked.decision.item_id, referred_agreement=_given(v, "referred_agreement")
            ),
        ),
        Effect(
            tr("Uppföljningen av avtalet"), tr("Godkänn uppföljningen"), DecisionKind.FOLLOW_UP,
            lambda asked: [_choice("period", tr("År"), _periods(asked))],
            lambda asked, v: follow_up.approve(asked.work, _given(v, "period"), asked.decision.id),
            lambda asked: {"period": asked.state.meeting.period},
        ),
        Effect(
            tr("Avslut av arbetsgrupp"), tr("Avsluta"), DecisionKind.DECISION,
            lambda asked: [_choice("group_id", tr("Arbetsgrupp"), _work_groups(asked),
                                   tr("Ingen arbetsgrupp är i gång."))],
            lambda asked, v: work_group.close_work_group(
                asked.work, _given(v, "group_id"), asked.state.meeting.day
            ),
        ),
    )  # fmt: skip


def _on_commissions() -> tuple[Effect, ...]:
    return (
        Effect(
            tr("Godkännande av redovisat uppdrag"), tr("Godkänn"), DecisionKind.REPORT,
            lambda asked: [
                _choice("commission_id", tr("Uppdrag"), _commissions(asked, CommissionStatus.REPORTED),
                        tr("Inget uppdrag är redovisat och väntar på godkännande."))
            ],
            lambda asked, v: commission.approve(asked.work, _given(v, "commission_id"), asked.decision.id),
            lambda asked: _of_item(asked, CommissionStatus.REPORTED),
        ),
        Effect(
            tr("Ny redovisningstid"), tr("Ändra tiden"), DecisionKind.NEW_DATE, _new_date_fields, _new_date,
            lambda asked: _of_item(asked, CommissionStatus.ONGOING),
        ),
    )  # fmt: skip


def _given(values: Values, name: str) -> Any:  # noqa: ANN401  whatever its field gives
    value = values[name]
    if value is None or value == "":
        raise UserError(tr("Fyll i fältet."), field=name)
    return value


def _choice(name: str, label: str, choices: Choices, missing: str = "") -> Field:
    return Field(name, label, Kind.CHOICE, choices=choices, help="" if choices else missing)


def _first(name: str, choices: Choices) -> Values:
    return {name: choices[0][0]} if choices else {}


def _periods(asked: Asked) -> Choices:
    return [(label, label) for label in agreement.periods(asked.work, asked.agreement_id)]


def _election_fields(asked: Asked) -> list[Field]:
    choice = _terms(asked)
    labels: Choices = [(label, label) for label in choice.labels]
    fields = [_choice("period", choice.name, labels)] if labels else []
    for each in _roles_to_give(asked):
        seats: Choices = [(seat.id, words.seat(seat)) for seat in asked.state.group.seats]
        if not each.needed:
            seats = [(None, tr("ingen")), *seats]
        fields.append(_choice(each.role.value, capital(each.name), seats))
    return fields


def _roles_to_give(asked: Asked) -> list[role.RoleChoice]:
    """Return the roles that the group gives itself: the others the agreement ties to functions (S04)."""
    meeting = asked.state.meeting
    found = role.choices(asked.work, meeting.group_id, meeting.day)
    return [each for each in found if each.tied_to is None]


def _terms(asked: Asked) -> role.TermChoice:
    meeting = asked.state.meeting
    return role.term_choice(asked.work, meeting.group_id, meeting.day, coming=meeting.last)


def _election_initial(asked: Asked) -> Values:
    choice = _terms(asked)
    return {"period": choice.proposed} if choice.labels else {}


def _elect(asked: Asked, values: Values) -> None:
    holders = {
        each.role: int(str(_given(values, each.role.value)))
        for each in _roles_to_give(asked)
        if each.needed or values[each.role.value] is not None
    }
    period = str(_given(values, "period")) if "period" in values else ""
    group_id = asked.state.meeting.group_id
    role.assign_roles(asked.work, group_id, holders, period, decision_id=asked.decision.id)


def _plans(asked: Asked) -> Choices:
    labels = agreement.periods(asked.work, asked.agreement_id)
    own = asked.state.meeting.group_id
    found = (year_plan.plan_row(asked.work, own, label) for label in labels)
    named = ((plan, _changed(asked, plan)) for plan in found if plan)
    return [
        (p.id, tr("{plan}, ändrad efter beslutet", plan=_plan_name(p)) if changed else _plan_name(p))
        for p, changed in named
        if changed or p.status is PlanStatus.DRAFT
    ]


def _changed(asked: Asked, plan: year_plan.PlanRow) -> bool:
    """Return whether a plan is another than was decided, so that it can be decided anew."""
    return bool(plan_changes.since_decision(asked.work, plan.group_id, plan.period))


def _plan_name(plan: year_plan.PlanRow) -> str:
    return tr("{period}, {count} möten", period=plan.period, count=len(plan.days))


def _commissions(asked: Asked, status: CommissionStatus) -> Choices:
    return [(c.id, f"{c.number} {c.title}") for c in asked.state.commissions if c.status is status]


def _of_item(asked: Asked, status: CommissionStatus) -> Values:
    item = asked.state.item(asked.decision.item_id)
    choices = _commissions(asked, status)
    if item and item.commission_id in [identity for identity, _ in choices]:
        return {"commission_id": item.commission_id}
    return _first("commission_id", choices) if len(choices) == 1 else {}


def _new_date_fields(asked: Asked) -> list[Field]:
    choices = _commissions(asked, CommissionStatus.ONGOING)
    return [
        _choice("commission_id", tr("Uppdrag"), choices, tr("Inget uppdrag pågår.")),
        Field("due", tr("Ny redovisningsdag"), Kind.WHEN),
    ]


def _new_date(asked: Asked, values: Values) -> None:
    due = _given(values, "due")
    commission.new_date(asked.work, _given(values, "commission_id"), due, asked.decision.id)


def _routine_fields(_asked: Asked) -> list[Field]:
    kinds = ((RoutineKind.ROUTINE, tr("Rutin")), (RoutineKind.SUPPORT_MATERIAL, tr("Stödmaterial")))
    return [
        Field("kind", tr("Vad fastställs?"), Kind.CHOICE, choices=kinds),
        Field("title", tr("Namn")),
        Field("owner", tr("Ansvarig funktion")),
        Field("review_by", tr("Ses över senast"), Kind.DATE),
        Field("known_by", tr("Görs känd senast"), Kind.DATE, beside=True),
    ]


def _establish(asked: Asked, values: Values) -> None:
    routine.establish(asked.work, values.pop("title"), asked.decision.id, **values)


def _related(asked: Asked) -> Choices:
    return [(name, name) for name in agreement.head(asked.work, asked.agreement_id).related]


def _work_groups(asked: Asked) -> Choices:
    own = asked.state.group.id
    return [(g.id, g.name) for g in asked.state.groups if g.parent_id == own and not g.closed_on]
