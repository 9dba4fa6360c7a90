"""The register of areas: parts of the municipality, and fields of collaboration (B11, S12, L11, ST12)."""

from datetime import date

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import mark, tr, tr_as
from samverkan_desktop.services import area
from samverkan_desktop.services.area import AreaRow
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.registers.area_matrix import AreaMatrixView
from samverkan_desktop.ui.pages.registers.register import Register
from samverkan_desktop.ui.widgets.entry import Values
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.table_model import Column
from samverkan_desktop.vocabulary import AreaKind, Policy

_KINDS = {AreaKind.PLACE: mark("Del av kommunen"), AreaKind.FIELD: mark("Samverkansområde")}
_POLICIES = {
    None: mark("Som i gruppen"),
    Policy.BAN: mark("Nej, aldrig"),
    Policy.CONSENT_NOTE: mark("Ja, med anteckning om samtycke"),
    Policy.ALLOWED: mark("Ja, utan villkor"),
}


def _columns() -> tuple[Column[AreaRow], ...]:
    return (
        Column(tr("Område"), lambda row: row.name),
        Column(tr("Slag"), lambda row: tr(_KINDS[row.kind]), width=152),
        Column(tr_as("about", "Gäller"), lambda row: row.note, width=200, optional=True),
        Column(tr("Tid"), _span, width=152, optional=True),
        Column(
            tr("Möten"),
            lambda row: str(row.meetings) if row.meetings else "",
            width=80,
            right=True,
            sort=lambda row: row.meetings,
        ),
    )


def _span(row: AreaRow) -> str:
    if row.since is None and row.until is None:
        return ""
    return f"{row.since or ''}–{row.until or ''}"


def _fields() -> tuple[Field, ...]:
    kinds = tuple((kind, tr(name)) for kind, name in _KINDS.items())
    policies = tuple((policy, tr(name)) for policy, name in _POLICIES.items())
    return (
        Field("name", tr("Område")),
        Field("kind", tr("Slag"), Kind.CHOICE, choices=kinds, placeholder=tr("välj")),
        Field(
            "note",
            tr_as("about", "Gäller"),
            Kind.MULTILINE,
            lines=2,
            help=tr("Vilka det gäller och vilka forum som finns."),
        ),
        Field("documented", tr("Samarbetet ska dokumenteras"), Kind.CHECK),
        Field("policy", tr("Får individärenden tas upp?"), Kind.CHOICE, choices=policies),
        Field("since", tr("Första dag"), Kind.DATE),
    )


def register(context: PageContext) -> Register[AreaRow]:
    """Return the register."""
    work = context.workspace

    def add(agreement_id: int, values: Values) -> None:
        kind, policy, since = values["kind"], values["policy"], values["since"]
        if not isinstance(kind, AreaKind):
            raise UserError(tr("Välj vilket slags område det är."), field="kind")
        area.add(
            work,
            agreement_id,
            kind,
            str(values["name"]),
            note=str(values["note"]),
            documented=bool(values["documented"]),
            policy=policy if isinstance(policy, Policy) else None,
            since=since if isinstance(since, date) else None,
        )

    return Register(
        kind="area",
        title=tr("Områden"),
        name=tr("områden"),
        about=tr("Delar av kommunen som har egna möten, och områden som ni samverkar inom."),
        empty=tr("Inga områden är inlagda."),
        rules=frozenset({"R15"}),
        tables=frozenset({"area", "meeting"}),
        read=lambda agreement_id: area.listing(work, agreement_id),
        identity=lambda row: row.id,
        heading=lambda row: row.name,
        columns=_columns(),
        fields=(*_fields(), Field("until", tr("Sista dag"), Kind.DATE, beside=True)),
        new_fields=_fields(),
        values=lambda row: {
            "name": row.name,
            "kind": row.kind,
            "note": row.note,
            "documented": row.documented,
            "policy": row.policy,
            "since": row.since,
            "until": row.until,
        },
        add=add,
        change=lambda row, name, value: area.change(work, row.id, **{name: value}),
        remove=lambda row: area.remove(work, row.id),
        add_title=tr("Lägg till ett område"),
        add_step=tr("Lägg till"),
        move=lambda row, steps: area.move(work, row.id, row.position + steps),
        group=lambda row: tr(_KINDS[row.kind]),
        more=lambda: AreaMatrixView(context),
        spare=(1, 3, 2),
    )
