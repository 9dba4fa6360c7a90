"""The coverage register: with which schools an agreement has been signed (ST08, ST09)."""

from datetime import date

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.services import area, coverage
from samverkan_desktop.services.coverage import CoverageRow, NewSchool
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.registers.register import Choices, Doing, Register
from samverkan_desktop.ui.widgets.entry import Values, day_of
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.table_model import Column
from samverkan_desktop.vocabulary import Organiser, SchoolForm

_FORMS = {
    SchoolForm.PRESCHOOL: mark("Förskola"),
    SchoolForm.COMPULSORY: mark("Grundskola"),
    SchoolForm.SPECIAL: mark("Anpassad grund- och gymnasieskola"),
    SchoolForm.UPPER_SECONDARY: mark("Gymnasieskola"),
}
_ORGANISERS = {Organiser.MUNICIPAL: mark("Kommunal"), Organiser.INDEPENDENT: mark("Fristående")}


def _columns() -> tuple[Column[CoverageRow], ...]:
    return (
        Column(tr("Skola"), lambda row: row.name, status=_status),
        Column(tr("Skolform"), lambda row: tr(_FORMS[row.form]), width=128),
        Column(tr("Huvudman"), lambda row: tr(_ORGANISERS[row.organiser]), width=112),
        Column(tr("Område"), lambda row: row.area, width=144, optional=True),
        Column(tr("Överenskommelse"), _agreed, width=136),
    )


def _status(row: CoverageRow) -> str:
    return "fulfilled" if row.covered else "upcoming"


def _agreed(row: CoverageRow) -> str:
    if row.agreed_on is None:
        return tr("saknas")
    return f"{row.agreed_on}–{row.until or ''}"


def _fields() -> tuple[Field, ...]:
    forms = tuple((form, tr(name)) for form, name in _FORMS.items())
    organisers = tuple((organiser, tr(name)) for organiser, name in _ORGANISERS.items())
    return (
        Field("name", tr("Skola")),
        Field("form", tr("Skolform"), Kind.CHOICE, choices=forms, placeholder=tr("välj")),
        Field("organiser", tr("Huvudman"), Kind.CHOICE, choices=organisers, placeholder=tr("välj")),
        Field("area_id", tr("Område"), Kind.CHOICE, placeholder=tr("inget")),
        Field("agreed_on", tr("Överenskommelse sedan"), Kind.DATE),
    )


def _school(values: Values) -> NewSchool:
    form, organiser = values["form"], values["organiser"]
    if not isinstance(form, SchoolForm):
        raise UserError(tr("Välj skolform."), field="form")
    if not isinstance(organiser, Organiser):
        raise UserError(tr("Välj huvudman."), field="organiser")
    area_id, day = values["area_id"], values["agreed_on"]
    return NewSchool(
        str(values["name"]),
        form,
        organiser,
        area_id if isinstance(area_id, int) else None,
        day if isinstance(day, date) else None,
    )


def _values(row: CoverageRow) -> Values:
    return {
        "name": row.name,
        "form": row.form,
        "organiser": row.organiser,
        "area_id": row.area_id,
        "agreed_on": row.agreed_on,
    }


def _ending(work: Workspace) -> Doing[CoverageRow]:
    return Doing(
        "end",
        tr("Avsluta överenskommelsen…"),
        (Field("day", tr("Sista dag"), Kind.DATE),),
        tr("Avsluta"),
        lambda row, values: coverage.end(work, row.id, day_of(values, "day")),
        lambda _row: {"day": work.today},
        lambda row: row.covered and row.until is None,
    )


def register(context: PageContext) -> Register[CoverageRow]:
    """Return the register."""
    work = context.workspace

    def areas(agreement_id: int) -> dict[str, Choices]:
        known = [(row.id, row.name) for row in area.listing(work, agreement_id)]
        return {"area_id": [(None, tr("inget")), *known]}

    return Register(
        kind="coverage",
        title=tr("Täckning"),
        name=tr("skolor"),
        about=tr("Vilka skolor som har en överenskommelse, och vilka som saknar en."),
        empty=tr("Inga skolor är inlagda."),
        rules=frozenset({"R25"}),
        tables=frozenset({"coverage_entry", "area"}),
        read=lambda agreement_id: coverage.listing(work, agreement_id),
        identity=lambda row: row.id,
        heading=lambda row: row.name,
        columns=_columns(),
        fields=_fields(),
        values=_values,
        add=lambda agreement_id, values: coverage.add(work, agreement_id, _school(values)),
        change=lambda row, name, value: coverage.change(work, row.id, **{name: value}),
        remove=lambda row: coverage.remove(work, row.id),
        add_title=tr("Lägg till en skola"),
        add_step=tr("Lägg till"),
        choices=areas,
        doings=(_ending(work),),
        group=lambda row: tr(_FORMS[row.form]),
        spare=(2, 3),
    )
