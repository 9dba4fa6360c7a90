"""The coverage register: with which schools an agreement has been signed (ST08, ST09)."""

from datetime import date

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.register_vocabulary import Organiser, SchoolForm
from samverkan_desktop.rules.wording import capital, form_name, organiser_name
from samverkan_desktop.services import area, coverage, coverage_paste
from samverkan_desktop.services.coverage import CoverageRow, NewSchool
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.registers.coverage_bars import CoverageBars
from samverkan_desktop.ui.pages.registers.register import Choices, Doing, Register
from samverkan_desktop.ui.widgets.entry import Values, day_of
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.table_model import Column


def _columns() -> tuple[Column[CoverageRow], ...]:
    return (
        Column(tr("Skola"), lambda row: row.name, status=_status),
        Column(tr("Skolform"), lambda row: capital(form_name(row.form)), width=128),
        Column(tr("Huvudman"), lambda row: capital(organiser_name(row.organiser)), width=112),
        Column(tr("Område"), lambda row: row.area, width=144, optional=True),
        Column(tr("Överenskommelse"), _agreed, width=152),
    )


def _status(row: CoverageRow) -> str:
    return "fulfilled" if row.covered else "upcoming"


def _agreed(row: CoverageRow) -> str:
    if row.agreed_on is None:
        return tr("saknas")
    return f"{row.agreed_on}–{row.until or ''}"


def _fields() -> tuple[Field, ...]:
    forms = tuple((form, capital(form_name(form))) for form in SchoolForm)
    organisers = tuple((organiser, capital(organiser_name(organiser))) for organiser in Organiser)
    return (
        Field("name", tr("Skola")),
        Field("form", tr("Skolform"), Kind.CHOICE, choices=forms, placeholder=tr("välj")),
        Field("organiser", tr("Huvudman"), Kind.CHOICE, choices=organisers, placeholder=tr("välj")),
        Field("area_id", tr("Område"), Kind.CHOICE, placeholder=tr("inget")),
        Field("agreed_on", tr("Tecknad"), Kind.DATE),
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
        "until": row.until,
    }


def _signing(work: Workspace) -> Doing[CoverageRow]:
    return Doing(
        "sign",
        tr("Överenskommelsen är tecknad…"),
        (Field("day", tr("Dag"), Kind.DATE),),
        tr("Notera"),
        lambda row, values: coverage.sign(work, row.id, day_of(values, "day")),
        lambda _row: {"day": work.today},
        lambda row: not row.covered,
    )


def _pasting(work: Workspace) -> Doing[int]:
    lines = Field(
        "text",
        tr("En skola på varje rad"),
        Kind.MULTILINE,
        help=tr(
            "Skriv namn;skolform;huvudman;område;datum. Område och datum kan utelämnas. Rader kopierade ur "
            "ett kalkylblad går också bra."
        ),
        placeholder=tr("Björkskolan;grundskola;kommunal;Norr;2018-09-04"),
        lines=4,
    )
    return Doing(
        "paste",
        tr("Klistra in flera…"),
        (lines,),
        tr("Lägg till alla"),
        lambda agreement_id, values: coverage_paste.paste(work, agreement_id, str(values["text"])),
    )


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
        fields=(*_fields(), Field("until", tr("Upphör"), Kind.DATE, beside=True)),
        new_fields=_fields(),
        values=_values,
        add=lambda agreement_id, values: coverage.add(work, agreement_id, _school(values)),
        change=lambda row, name, value: coverage.change(work, row.id, **{name: value}),
        remove=lambda row: coverage.remove(work, row.id),
        add_title=tr("Lägg till en skola"),
        add_step=tr("Lägg till"),
        choices=areas,
        doings=(_signing(work), _ending(work)),
        whole=(_pasting(work),),
        group=lambda row: capital(form_name(row.form)),
        more=lambda: CoverageBars(context),
        spare=(1, 2, 3),
    )
