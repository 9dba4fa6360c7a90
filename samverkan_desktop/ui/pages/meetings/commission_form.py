"""A commission given in place: who, what, how and when; and, where wanted, a work group for it (T21, T22)."""

from datetime import date

from samverkan_desktop import fuzzy_dates
from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.rules.wording import capital, listed
from samverkan_desktop.services import commission, decision, organisation, work_group
from samverkan_desktop.services.work_group import NewSeat
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.in_place import InPlaceForm, Values
from samverkan_desktop.ui.pages.meetings.state import MeetingState
from samverkan_desktop.ui.widgets.fields import ChoiceField, MultilineField
from samverkan_desktop.ui.widgets.form import Field, Form, Kind
from samverkan_desktop.vocabulary import DecisionKind, Role

_NONE, _NEW = "none", "new"


class CommissionForm(InPlaceForm):
    """Asks for a commission, and gives it; with its decision and its work group, all or nothing.

    Args:
        context: what the page is given.
        state: the meeting.
        item_id: the item under which it is given.
        title: what it is, as far as known.
        decision_id: the decision that gives it; None where the form takes one.
    """

    def __init__(
        self,
        context: PageContext,
        state: MeetingState,
        item_id: int,
        title: str,
        decision_id: int | None = None,
    ) -> None:
        self._context = context
        self._item_id = item_id
        self._decision_id = decision_id
        self._words = state.group.words
        self._parties = organisation.parties(context.workspace, state.group.agreement_id)
        groups = [each for each in state.groups if each.parent_id == state.group.id and not each.closed_on]
        choices = [(each.id, each.name) for each in groups]
        super().__init__(
            tr("Nytt uppdrag"),
            [
                Field("responsible", tr("Vem ansvarar?"), help=tr("Funktioner, skilda med semikolon.")),
                Field("title", tr("Vad gäller uppdraget?")),
                Field("how", tr("Hur ska det redovisas?"), placeholder=tr("Skriftlig rapport")),
                Field(
                    "due",
                    tr("När ska det redovisas?"),
                    Kind.WHEN,
                    help=tr("En dag, eller till exempel första kvartalet 2019."),
                ),
                Field(
                    "interim",
                    tr("Delredovisas"),
                    placeholder=tr("åååå-mm-dd"),
                    help=tr("En dag, eller flera med kommatecken."),
                    beside=True,
                ),
                Field("background", tr("Bakgrund"), help=tr("Behovet som uppdraget svarar mot.")),
                Field(
                    "work_group_id",
                    tr("Arbetsgrupp"),
                    Kind.CHOICE,
                    choices=[(_NONE, tr("Ingen")), *choices, (_NEW, tr("Utse en ny arbetsgrupp"))],
                ),
            ],
            tr("Ge uppdraget"),
            self._give,
            initial={"title": title, "work_group_id": _NONE},
            aliases={"members": self._members(-1), "roles": "secretary", "text": "title"},
        )
        self.group_form = Form(self._group_fields())
        self.group_form.hide()
        self.add_form(self.group_form)
        self.form.committed.connect(self._chosen)
        for index in range(len(self._parties)):
            field = self.group_form.field(self._members(index))
            if isinstance(field, MultilineField):
                field.textChanged.connect(self._offer_members)

    def _members(self, index: int) -> str:
        return f"members_{self._parties[index].id}" if self._parties else ""

    def _group_fields(self) -> list[Field]:
        return [
            Field("name", tr("Arbetsgruppens namn")),
            Field("need", tr("Vilket behov ska den möta?"), Kind.MULTILINE),
            *(
                Field(
                    f"members_{party.id}",
                    tr("Funktioner från {party}", party=party.name),
                    Kind.MULTILINE,
                    help=tr("En funktion på varje rad."),
                )
                for party in self._parties
            ),
            Field("convenor", capital(self._words.role(Role.CONVENOR)), Kind.CHOICE),
            Field("secretary", capital(self._words.role(Role.SECRETARY)), Kind.CHOICE, beside=True),
        ]

    def _chosen(self, name: str, value: object) -> None:
        if name == "work_group_id":
            self.group_form.setVisible(value == _NEW)

    def _seats(self) -> list[NewSeat]:
        seats = []
        for index, party in enumerate(self._parties):
            lines = str(self.group_form.value(self._members(index))).splitlines()
            seats += [NewSeat(party.id, line.strip()) for line in lines if line.strip()]
        return seats

    def _offer_members(self) -> None:
        names = {party.id: party.name for party in self._parties}
        seats = [(i, f"{seat.function}, {names[seat.party_id]}") for i, seat in enumerate(self._seats())]
        for name in ("convenor", "secretary"):
            field = self.group_form.field(name)
            if isinstance(field, ChoiceField):
                field.offer(seats)

    def _give(self, values: Values) -> None:
        work = self._context.workspace
        group_id = values["work_group_id"]
        with work.together("commission.give", tr("Uppdraget {title} gavs", title=values["title"])):
            decision_id = self._decision_id or self._decide(values)
            if group_id == _NEW:
                group_id = self._set_up(values, decision_id)
            commission.give(
                work,
                decision_id,
                values["title"],
                responsible=_responsible(values),
                how=values["how"],
                due=values["due"],
                interim=_days(str(values["interim"])),
                background=values["background"],
                work_group_id=group_id if isinstance(group_id, int) else None,
            )
            decision.change(work, decision_id, kind=DecisionKind.COMMISSION)

    def _decide(self, values: Values) -> int:
        # The fields are judged by the use case itself; the decision's words must only be there for it.
        who = _responsible(values).replace(";", ",") or "–"
        text = tr("{who} får i uppdrag: {title}", who=who, title=values["title"] or "–")
        return decision.take(
            self._context.workspace,
            self._item_id,
            text,
            kind=DecisionKind.COMMISSION,
            responsible=_responsible(values),
        )

    def _set_up(self, values: Values, decision_id: int) -> int:
        convenor, secretary = values["convenor"], values["secretary"]
        if convenor is None or secretary is None:
            missing = "convenor" if convenor is None else "secretary"
            roles = [self._words.role(role) for role in (Role.CONVENOR, Role.SECRETARY)]
            raise UserError(tr("Ange {roles} bland medlemmarna.", roles=listed(roles)), field=missing)
        return work_group.set_up_work_group(
            self._context.workspace,
            decision_id,
            values["name"],
            values["need"],
            self._seats(),
            convenor=convenor,
            secretary=secretary,
        )


def _responsible(values: Values) -> str:
    given = str(values["responsible"])
    if given or values["work_group_id"] != _NEW or not values.get("name"):
        return given
    return tr("Arbetsgruppen {name}", name=values["name"])


def _days(text: str) -> tuple[date, ...]:
    """Return the days written with commas between, in order.

    Raises:
        UserError: something there is no day.
    """
    try:
        meant = [fuzzy_dates.read(part) for part in text.replace(";", ",").split(",") if part.strip()]
    except ValueError:
        meant = None
    if meant is None or any(each.starts != each.ends for each in meant):
        raise UserError(tr("Skriv dagar som 2019-02-05, med kommatecken mellan."), field="interim")
    return tuple(sorted({each.starts for each in meant}))
