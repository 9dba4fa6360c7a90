"""The groups of the agreement, to be written: what they are called, what for, and whom they answer to."""

from datetime import date

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import mark, tr, tr_as
from samverkan_desktop.services import group_writing, hierarchy
from samverkan_desktop.services.group_writing import GroupDetails
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.agreement.numbering_part import NumberingPart
from samverkan_desktop.ui.pages.registers.register import Choices, Doing, Register
from samverkan_desktop.ui.widgets.entry import Values, day_of
from samverkan_desktop.ui.widgets.facts import Fact
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.table_model import Column
from samverkan_desktop.vocabulary import Approval, GroupKind, RecordForm

KINDS = {
    GroupKind.STEERING_GROUP: mark("Styrgrupp"),
    GroupKind.WORK_GROUP: mark("Arbetsgrupp"),
    GroupKind.REFERENCE_GROUP: mark("Referensgrupp"),
    GroupKind.LOCAL_TASK_GROUP: mark("Lokal uppdragsgrupp"),
    GroupKind.TWO_PLUS_TWO: mark("2+2-grupp"),
    GroupKind.AREA_MEETINGS: mark("Områdesvisa möten"),
    GroupKind.OFFICIALS: mark("Tjänstemannagrupp"),
}
_WORDS = ("full_name", "occasion", "record", "purpose", "target", "division", "costs", "approval",
          "record_form")  # fmt: skip
_SUPERIORS = "superior_ids"


def _columns() -> tuple[Column[GroupDetails], ...]:
    return (
        Column(tr("Grupp"), lambda row: row.name),
        Column(tr("Slag"), lambda row: tr(KINDS[row.kind]), width=152),
        Column(tr("Anteckningarna kallas"), lambda row: row.record, width=176, optional=True),
        Column(tr("Avslutad"), lambda row: str(row.closed_on or ""), width=104, optional=True),
    )


def _new_fields() -> tuple[Field, ...]:
    kinds = tuple((kind, tr(name)) for kind, name in KINDS.items())
    return (
        Field("kind", tr("Slag"), Kind.CHOICE, choices=kinds, placeholder=tr("välj")),
        Field("name", tr("Grupp"), placeholder=tr("Styrgruppen")),
        Field(
            "since",
            tr("Finns från"),
            Kind.DATE,
            help=tr("Tomt betyder från avtalets början. Inga möten krävs före dagen."),
        ),
        Field("purpose", tr_as("remit", "Uppdrag"), Kind.MULTILINE, lines=2),
    )


def _fields() -> tuple[Field, ...]:
    kinds = tuple((kind, tr(name)) for kind, name in KINDS.items())
    return (
        Field("name", tr("Grupp")),
        Field("kind", tr("Slag"), Kind.CHOICE, choices=kinds),
        Field("full_name", tr("Namn i handlingar")),
        Field("occasion", tr("Mötet kallas"), placeholder=tr("styrgruppsmöte")),
        Field("record", tr("Anteckningarna kallas"), placeholder=tr("Minnesanteckningar"), beside=True),
        Field(_SUPERIORS, tr("Svarar inför"), Kind.CHECKS),
        Field("purpose", tr_as("remit", "Uppdrag"), Kind.MULTILINE, lines=2),
        Field("target", tr("Målgrupp")),
        Field("division", tr("Fördelning av arbetet"), Kind.MULTILINE, lines=2),
        Field("costs", tr("Vem som bär kostnaderna"), placeholder=tr("varje part sina egna")),
        Field("approval", tr("Anteckningarna godkänns"), Kind.CHOICE, choices=_approvals()),
        Field(
            "record_form",
            tr("Anteckningarnas form"),
            Kind.CHOICE,
            choices=_forms(),
            help=tr("Nämndens form har framsida, sidnummer genom året och plats för justering och anslag."),
        ),
    )


def _approvals() -> tuple[tuple[Approval, str], ...]:
    return (
        (Approval.NONE, tr("inte särskilt")),
        (Approval.NEXT_MEETING, tr("vid nästa möte")),
        (Approval.NAMED, tr("av utsedda justerare")),
    )


def _forms() -> tuple[tuple[RecordForm, str], ...]:
    return (
        (RecordForm.NOTES, tr("anteckningar")),
        (RecordForm.PROTOCOL, tr("protokoll i nämndens form")),
    )


def _add(work: Workspace, agreement_id: int, values: Values) -> None:
    kind, since = values["kind"], values["since"]
    if not isinstance(kind, GroupKind):
        raise UserError(tr("Välj vilket slags grupp det är."), field="kind")
    group_writing.add(
        work,
        agreement_id,
        kind,
        str(values["name"]),
        since=since if isinstance(since, date) else None,
        purpose=str(values["purpose"]),
    )


def _change(work: Workspace, row: GroupDetails, name: str, value: object) -> None:
    if name == _SUPERIORS:
        hierarchy.set_superiors(
            work, row.id, [int(str(each)) for each in value] if isinstance(value, list) else []
        )
    else:
        group_writing.change(work, row.id, **{name: value})


def _known(row: GroupDetails) -> tuple[Fact, ...]:
    return (
        Fact(tr("Finns från"), str(row.created_on or "")),
        Fact(tr("Avslutad"), str(row.closed_on or "")),
        Fact(
            "", tr("Gruppen utsågs genom beslut och hör inte till avtalet självt.") if row.by_decision else ""
        ),
    )


def register(context: PageContext) -> Register[GroupDetails]:
    """Return the groups as a register."""
    work = context.workspace
    superiors: dict[int, tuple[int, ...]] = {}
    shown: list[GroupDetails] = []

    def read(agreement_id: int) -> tuple[GroupDetails, ...]:
        with work.read() as session:
            superiors.clear()
            superiors.update(hierarchy.superiors_in(session, agreement_id))
        shown[:] = group_writing.details(work, agreement_id)
        return tuple(shown)

    def above(own: GroupDetails) -> dict[str, Choices]:
        kept = superiors.get(own.id, ())
        others = [row for row in shown if row.id != own.id]
        return {_SUPERIORS: [(row.id, row.name) for row in others if row.closed_on is None or row.id in kept]}

    def values(row: GroupDetails) -> Values:
        written = {name: getattr(row, name) for name in ("name", "kind", *_WORDS)}
        return {**written, _SUPERIORS: list(superiors.get(row.id, ()))}

    close = Doing[GroupDetails](
        "close",
        tr("Avsluta gruppen…"),
        (Field("day", tr("Sista dag"), Kind.DATE),),
        tr("Avsluta"),
        lambda row, given: group_writing.close(work, row.id, day_of(given, "day")),
        lambda _row: {"day": work.today},
        lambda row: row.closed_on is None,
    )
    return Register(
        kind="agreement_group",
        title=tr("Grupper"),
        name=tr("grupper"),
        about=tr("De grupper som avtalet talar om, vad de kallar sina möten och vem de svarar inför."),
        empty=tr("Avtalet har inga grupper än."),
        rules=frozenset(),
        tables=frozenset({"collaboration_group", "group_superior", "decision", "meeting"}),
        read=read,
        identity=lambda row: row.id,
        heading=lambda row: row.name,
        columns=_columns(),
        fields=_fields(),
        values=values,
        new_fields=_new_fields(),
        add=lambda agreement_id, given: _add(work, agreement_id, given),
        change=lambda row, name, value: _change(work, row, name, value),
        remove=lambda row: group_writing.remove(work, row.id),
        add_title=tr("Lägg till en grupp"),
        add_step=tr("Lägg till"),
        row_choices=above,
        known=_known,
        part=lambda: NumberingPart(context),
        doings=(close,),
        spare=(2, 3),
    )
