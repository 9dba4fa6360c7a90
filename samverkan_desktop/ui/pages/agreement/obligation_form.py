"""An obligation as a sentence to fill in: whom it concerns, how strongly it is demanded, and what."""

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.rules.registry import KINDS
from samverkan_desktop.services.agreement import ObligationRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.pages.agreement import parameters, sentences
from samverkan_desktop.ui.pages.agreement.setting import Setting, concern, concerned
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.sentence import SentenceForm
from samverkan_desktop.vocabulary import Grade, GroupKind

#: What is written of every obligation, beside its kind's parameters.
GROUP, GRADE, WAY = "group", "grade", "way"


@dataclass(frozen=True)
class Demand:
    """What an obligation says: its parameters as plain data, whom it concerns, and how strongly."""

    parameters: dict[str, Any]
    group_key: str = ""
    group_kind: GroupKind | None = None
    grade: Grade = Grade.MUST


def demand_of(row: ObligationRow) -> Demand:
    """Return what a stored obligation says."""
    return Demand(row.parameters, row.group_key, row.group_kind, row.grade)


def begun(kind: str, setting: Setting) -> Demand:
    """Return what a new obligation of a kind says to begin with."""
    demand = Demand(parameters.begun(kind, setting))
    if kind == "work_group":
        return replace(demand, group_kind=GroupKind.WORK_GROUP)
    about_a_group = "{group}" in sentences.template(kind, parameters.way(kind, demand.parameters))
    if about_a_group and setting.groups:
        return replace(demand, group_key=setting.groups[0].key)
    return demand


class ObligationForm(QWidget):
    """The sentence of one obligation.

    Args:
        kind: name of its kind.
        setting: what can be chosen in the agreement.
        demand: what it says.
    """

    #: What it is to say: a `Demand`.
    changed = Signal(object)

    def __init__(self, kind: str, setting: Setting, demand: Demand) -> None:
        super().__init__()
        self._kind = kind
        self._setting = setting
        self._demand = demand
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.NEAR)
        self._laid: tuple[object, ...] = ()
        self.form = self._lay_out()

    def show_demand(self, demand: Demand, setting: Setting) -> None:
        """Show what it says; what is being written is left alone."""
        self._setting, same = setting, demand == self._demand
        self._demand = demand
        if self._laid != self._layout():
            self._column.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = self._lay_out()
        elif not same:
            self.form.clear_errors()
            self.form.show_values(self._values())

    def show_error(self, error: UserError) -> bool:
        """Say at its field what is wrong; returns whether it concerns one of these."""
        if self.form.show_error(parameters.at_its_field(error)):
            return True
        self.form.show_values(self._values())
        return False

    def _layout(self) -> tuple[object, ...]:
        """Return what the fields depend on: where it changes they are made anew."""
        own = self._demand
        return (parameters.way(self._kind, own.parameters), own.group_key, own.group_kind, self._setting)

    def _lay_out(self) -> SentenceForm:
        self._laid = self._layout()
        own, way = self._demand, parameters.way(self._kind, self._demand.parameters)
        template = sentences.said(self._kind, way, self._setting.words)
        fields = [*self._own_fields(template), *self._parameter_fields(way)]
        placed = [parameters.placed(self._kind, field) for field in fields if f"{{{field.name}}}" in template]
        below = [field for field in fields if f"{{{field.name}}}" not in template]
        form = SentenceForm(template, placed, below)
        self._column.addWidget(form)
        form.show_values(self._values())
        form.committed.connect(self._committed)
        form.setAccessibleName(KINDS[self._kind].called(self._setting.words))
        self._demand = own
        return form

    def _own_fields(self, template: str) -> list[Field]:
        own = concern(self._demand.group_key, self._demand.group_kind)
        grades = tuple((grade, "") for grade in Grade)
        strength = Field(GRADE, tr("Hur starkt avtalet kräver det"), Kind.CHOICE, choices=grades)
        found = [strength if f"{{{GRADE}}}" in template else parameters.placed(self._kind, strength)]
        if f"{{{GROUP}}}" in template:
            choices = tuple(self._setting.concerns(own))
            found.insert(0, Field(GROUP, tr("Vilken grupp"), Kind.CHOICE, choices=choices))
        ways = KINDS[self._kind].ways
        if ways:
            names = tuple((way, tr(sentences.WAYS[way])) for way in ways)
            found.append(Field(WAY, tr("Avtalet säger"), Kind.CHOICE, choices=names))
        return found

    def _parameter_fields(self, way: str) -> list[Field]:
        declared = parameters.declaration(self._kind, self._setting, self._demand.group_key)
        if not way:
            return list(declared)
        said = parameters.beside(self._kind, way)
        return [
            replace(field, help="") if field.name == way else field
            for field in declared
            if field.name in said
        ]

    def _values(self) -> dict[str, object]:
        own = self._demand
        shown = parameters.shown(self._kind, own.parameters)
        way = parameters.way(self._kind, own.parameters)
        said = set(parameters.beside(self._kind, way) if way else shown)
        values = {name: value for name, value in shown.items() if name in said}
        values[GRADE] = own.grade
        if way:
            values[WAY] = way
        if f"{{{GROUP}}}" in sentences.template(self._kind, way):
            values[GROUP] = concern(own.group_key, own.group_kind)
        return values

    def _committed(self, name: str, value: object) -> None:
        own = self._demand
        if name == GROUP:
            key, kind = concerned(str(value))
            wanted = replace(own, group_key=key, group_kind=kind)
        elif name == GRADE:
            wanted = replace(own, grade=Grade(str(value)))
        elif name == WAY:
            data = parameters.in_another_way(self._kind, str(value), self._setting, own.group_key)
            wanted = replace(own, parameters=data)
        else:
            data = parameters.changed(self._kind, own.parameters, name, value)
            wanted = replace(own, parameters=data)
        if wanted != own:
            self.changed.emit(wanted)
