"""Panels for one more meeting: an ordinary one, or an extra one with who calls it and why (T16)."""

from datetime import date

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import group, meeting
from samverkan_desktop.services.group import GroupRow
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings import words
from samverkan_desktop.ui.pages.meetings.against_note import AgainstNote
from samverkan_desktop.ui.pages.meetings.in_place import InPlaceForm, Values
from samverkan_desktop.ui.widgets.fields import ChoiceField
from samverkan_desktop.ui.widgets.form import Field, Kind


def _when_and_where() -> list[Field]:
    return [
        Field("day", tr("Dag"), Kind.DATE),
        Field("starts", tr("Börjar"), Kind.TIME, beside=True),
        Field("ends", tr("Slutar"), Kind.TIME, beside=True),
        Field("place", tr("Plats")),
    ]


def _group_field(groups: list[GroupRow]) -> Field:
    return Field("group_id", tr("Grupp"), Kind.CHOICE, choices=[(each.id, each.name) for each in groups])


def _open_groups(context: PageContext) -> list[GroupRow]:
    every = group.groups(context.workspace, agreement_id=context.agreement_id())
    return [each for each in every if not each.closed_on]


def _first_group(context: PageContext, groups: list[GroupRow]) -> int | None:
    """Return the group that is shown in the window; the first where every group is."""
    known = [each.id for each in groups]
    shown = context.scope.group_id
    return shown if shown in known else next(iter(known), None)


def _watch(panel: InPlaceForm, context: PageContext) -> None:
    """Say under a panel's fields what speaks against the day, as soon as it is there."""
    note = AgainstNote()
    note.follow(context.workspace, panel.form)
    panel.body.insertWidget(panel.body.indexOf(panel.form) + 1, note)


class NewMeetingPanel(InPlaceForm):
    """A panel for one more ordinary meeting."""

    def __init__(self, context: PageContext) -> None:
        self._context = context
        groups = _open_groups(context)
        super().__init__(
            tr("Nytt möte"),
            [_group_field(groups), *_when_and_where()],
            tr("Lägg in mötet"),
            self._schedule,
            initial={"group_id": _first_group(context, groups)},
            note=tr("Ett ordinarie möte utöver de planerade."),
        )
        _watch(self, context)

    def _schedule(self, values: Values) -> None:
        group_id, day = values.pop("group_id"), _given(values.pop("day"))
        made = meeting.schedule(self._context.workspace, group_id, day, **values)
        self._context.navigate(f"meeting:{made}")


class ExtraMeetingPanel(InPlaceForm):
    """A panel for an extra meeting: any function of the group may call it (T16, R21)."""

    def __init__(self, context: PageContext) -> None:
        self._context = context
        self._groups = _open_groups(context)
        chosen = _first_group(context, self._groups)
        first = next((each for each in self._groups if each.id == chosen), None)
        super().__init__(
            tr("Extra möte"),
            [
                _group_field(self._groups),
                Field("initiator_seat_id", tr("Funktion som kallar"), Kind.CHOICE, choices=_seats(first)),
                Field(
                    "reason",
                    tr("Vad har inträffat?"),
                    Kind.MULTILINE,
                    help=tr("Vad som är oförutsett och hur det rör samverkan enligt avtalet."),
                ),
                *_when_and_where(),
            ],
            tr("Lägg in extra möte"),
            self._schedule,
            initial={"group_id": first.id if first else None},
            note=tr("Vem som helst av gruppens funktioner kan kalla till extra möte."),
        )
        self.form.committed.connect(self._chosen)
        _watch(self, context)

    def _chosen(self, name: str, value: object) -> None:
        seats = self.form.field("initiator_seat_id")
        if name == "group_id" and isinstance(seats, ChoiceField):
            seats.offer(_seats(next((each for each in self._groups if each.id == value), None)))

    def _schedule(self, values: Values) -> None:
        group_id, day = values.pop("group_id"), values.pop("day")
        # A day that is missing is told after who calls and why, which come first in the form.
        if values["initiator_seat_id"] is not None and values["reason"]:
            day = _given(day)
        made = meeting.schedule_extra(self._context.workspace, group_id, day, **values)
        self._context.navigate(f"meeting:{made}")


def _given(day: object) -> date:
    if not isinstance(day, date):
        raise UserError(tr("Ange vilken dag mötet hålls."), field="day")
    return day


def _seats(row: GroupRow | None) -> list[tuple[object, str]]:
    return [(seat.id, words.seat(seat)) for seat in row.seats] if row else []
