"""The register of routines and support material, and where they have been made known (S06, S07, ST18)."""

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import mark, sort_key, tr
from samverkan_desktop.register_vocabulary import RoutineKind
from samverkan_desktop.services import dissemination, routine
from samverkan_desktop.services.routine import RoutineRow
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.registers import choosing
from samverkan_desktop.ui.pages.registers.register import Choices, Register
from samverkan_desktop.ui.pages.registers.routine_doings import doings
from samverkan_desktop.ui.pages.registers.routine_matrix import RoutineMatrix
from samverkan_desktop.ui.pages.registers.routine_steps import RoutineSteps
from samverkan_desktop.ui.widgets.entry import Values
from samverkan_desktop.ui.widgets.facts import Fact
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.table_model import Column

_KINDS = {RoutineKind.ROUTINE: mark("Rutin"), RoutineKind.SUPPORT_MATERIAL: mark("Stödmaterial")}
_GROUPS = {RoutineKind.ROUTINE: mark("Rutiner"), RoutineKind.SUPPORT_MATERIAL: mark("Stödmaterial")}


def _columns() -> tuple[Column[RoutineRow], ...]:
    return (
        Column(tr("Rutin"), lambda row: row.name, sort=lambda row: (row.number or 1000, sort_key(row.title))),
        Column(tr("Ansvarig"), lambda row: row.owner, width=224, optional=True),
        Column(tr("Område"), lambda row: row.area, width=136, optional=True),
        Column(tr("Ska finnas"), lambda row: row.due, width=152, optional=True),
        Column(tr("Version"), lambda row: row.version, width=80, optional=True),
        Column(tr("Ses över"), lambda row: str(row.review_by or ""), width=112, optional=True),
        Column(tr("Upphörde"), lambda row: str(row.withdrawn_on or ""), width=112, optional=True),
    )


def _fields() -> tuple[Field, ...]:
    return (
        Field("title", tr("Vad den heter")),
        Field(
            "kind", tr("Slag"), Kind.CHOICE, choices=tuple((kind, tr(name)) for kind, name in _KINDS.items())
        ),
        Field("number", tr("Nummer"), Kind.NUMBER, help=tr("0 är inget nummer.")),
        Field("owner", tr("Ansvarig funktion")),
        Field("area_id", tr("Samverkansområde"), Kind.CHOICE, placeholder=tr("inget")),
        Field(
            "due",
            tr("Ska finnas"),
            placeholder=tr("första kvartalet 2010"),
            help=tr("En dag eller en tid i ord. Lämna tomt om den redan finns."),
        ),
        Field("review_by", tr("Ses över senast"), Kind.DATE),
        Field("known_by", tr("Känd överallt senast"), Kind.DATE, beside=True),
    )


def _values(row: RoutineRow) -> Values:
    return {
        "title": row.title,
        "kind": row.kind,
        "number": row.number or 0,
        "owner": row.owner,
        "area_id": row.area_id,
        "due": row.due,
        "review_by": row.review_by,
        "known_by": row.known_by,
    }


def _add(work: Workspace, agreement_id: int, values: Values) -> None:
    told = dict(values)
    title, kind, decision_id = str(told.pop("title")), told.pop("kind"), told.pop("decision_id")
    if not isinstance(kind, RoutineKind):
        raise UserError(tr("Välj om det är en rutin eller stödmaterial."), field="kind")
    told["number"] = told["number"] or None
    if isinstance(decision_id, int):
        routine.establish(work, title, decision_id, kind=kind, **told)
    else:
        routine.add(work, agreement_id, title, kind=kind, **told)


def _change(work: Workspace, row: RoutineRow, name: str, value: object) -> None:
    routine.change(work, row.id, **{name: value or None if name == "number" else value})


def _known(row: RoutineRow) -> tuple[Fact, ...]:
    decided = tr("Beslut {number}, {day}", number=row.decision, day=row.decided_on) if row.decision else ""
    version = ", ".join(str(each) for each in (row.version, row.updated_on) if each)
    return (
        Fact(tr("Fastställd genom"), decided, f"decision:{row.decision_id}"),
        Fact(tr("Presenterad"), str(row.presented_on or "")),
        Fact(tr("Version"), version),
        Fact(tr("Senast översedd"), str(row.reviewed_on or "")),
        Fact(tr("Gjord känd"), _where(row)),
        Fact(tr("Gäller inte från"), str(row.withdrawn_on or "")),
    )


def _where(row: RoutineRow) -> str:
    if row.made_known_on is not None:
        return tr("överallt {day}", day=row.made_known_on)
    if row.known == 1:
        return tr("i en verksamhet")
    return tr("i {n} verksamheter", n=row.known) if row.known else ""


def _group(row: RoutineRow) -> str:
    return tr("Upphörda") if row.withdrawn_on else tr(_GROUPS[row.kind])


def register(context: PageContext) -> Register[RoutineRow]:
    """Return the register."""
    work = context.workspace

    def choices(agreement_id: int) -> dict[str, Choices]:
        units = dissemination.matrix(work, agreement_id).units
        return {
            "decision_id": choosing.decisions(work, agreement_id, tr("avtalet självt")),
            "area_id": choosing.fields(work, agreement_id),
            "unit_id": [(None, tr("alla verksamheter")), *((unit.id, unit.name) for unit in units)],
        }

    return Register(
        kind="routine",
        title=tr("Rutiner"),
        name=tr("rutiner"),
        about=tr("Rutiner och stödmaterial: vem som ansvarar, när de ses över och var de är kända."),
        empty=tr("Inga rutiner är inlagda."),
        rules=frozenset({"R13", "R35", "R36"}),
        tables=frozenset({"routine", "routine_step", "dissemination", "unit", "area", "decision"}),
        read=lambda agreement_id: routine.listing(work, agreement_id),
        identity=lambda row: row.id,
        heading=lambda row: row.name,
        columns=_columns(),
        fields=_fields(),
        values=_values,
        add=lambda agreement_id, values: _add(work, agreement_id, values),
        change=lambda row, name, value: _change(work, row, name, value),
        remove=lambda row: routine.remove(work, row.id),
        add_title=tr("Lägg till en rutin"),
        add_step=tr("Lägg till"),
        begin=lambda: {"kind": RoutineKind.ROUTINE},
        new_fields=(*_fields(), Field("decision_id", tr("Fastställd genom"), Kind.CHOICE)),
        choices=choices,
        known=_known,
        part=lambda: RoutineSteps(context),
        doings=doings(work),
        group=_group,
        more=lambda: RoutineMatrix(context),
        spare=(1, 5, 3, 4, 2),
    )
