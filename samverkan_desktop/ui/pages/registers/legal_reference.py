"""The register of laws and documents that the agreement cites, and of what has taken their place (S23)."""

from samverkan_desktop.i18n import tr
from samverkan_desktop.services import legal_reference
from samverkan_desktop.services.legal_reference import LegalReferenceRow
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.registers.register import Doing, Register
from samverkan_desktop.ui.widgets.entry import Values, day_of
from samverkan_desktop.ui.widgets.facts import Fact
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.table_model import Column


def _status(row: LegalReferenceRow) -> str:
    if row.outdated:
        return "at_risk"
    return "upcoming" if row.repealed_on else "fulfilled"


def _columns() -> tuple[Column[LegalReferenceRow], ...]:
    return (
        Column(tr("Lag eller dokument"), lambda row: row.title, sort=lambda row: row.number, status=_status),
        Column(tr("Läge"), lambda row: row.standing, width=256),
    )


def _doings(work: Workspace) -> tuple[Doing[LegalReferenceRow], ...]:
    return (
        Doing(
            "update",
            tr("Uppdatera hänvisningen"),
            (),
            "",
            lambda row, _values: legal_reference.update(work, row.id),
            offered=lambda row: bool(row.replaced_by),
        ),
        Doing(
            "repeal",
            tr("Upphävd…"),
            (
                Field("day", tr("Gäller inte från"), Kind.DATE),
                Field("replaced_by", tr("Ersatt av"), help=tr("Lämna tomt om inget har ersatt den.")),
            ),
            tr("Notera"),
            lambda row, values: _repeal(work, row, values),
            lambda row: {"day": row.repealed_on or work.today, "replaced_by": row.replaced_by},
        ),
        Doing(
            "apply_again",
            tr("Den gäller ändå"),
            (),
            "",
            lambda row, _values: legal_reference.mark_repealed(work, row.id, None),
            offered=lambda row: row.repealed_on is not None,
        ),
    )


def _repeal(work: Workspace, row: LegalReferenceRow, values: Values) -> None:
    legal_reference.mark_repealed(work, row.id, day_of(values, "day"), str(values["replaced_by"]))


def _to_update(work: Workspace, agreement_id: int) -> tuple[Fact, ...]:
    """Return the references to update: what is cited no longer applies."""
    rows = legal_reference.to_update(work, agreement_id)
    label = tr("Att uppdatera när avtalet revideras")
    return tuple(
        Fact(
            "" if number else label,
            f"{row.title}: {row.standing}",
            f"legal_reference:{row.id}",
            tr("Visa hänvisningen"),
        )
        for number, row in enumerate(rows)
    )


def register(context: PageContext) -> Register[LegalReferenceRow]:
    """Return the register."""
    work = context.workspace
    return Register(
        kind="legal_reference",
        title=tr("Hänvisningar"),
        name=tr("hänvisningar"),
        about=tr("Lagar och styrdokument som avtalet hänvisar till, och om de fortfarande gäller."),
        empty=tr("Avtalet hänvisar inte till någon lag eller något dokument."),
        rules=frozenset(),
        tables=frozenset({"legal_reference"}),
        read=lambda agreement_id: legal_reference.listing(work, agreement_id),
        identity=lambda row: row.id,
        heading=lambda row: row.title,
        columns=_columns(),
        fields=(Field("title", tr("Lag eller dokument"), placeholder=tr("Socialtjänstlagen (2001:453)")),),
        values=lambda row: {"title": row.title},
        add=lambda agreement_id, values: legal_reference.add(work, agreement_id, str(values["title"])),
        change=lambda row, _name, value: legal_reference.change(work, row.id, str(value)),
        remove=lambda row: legal_reference.remove(work, row.id),
        add_title=tr("Lägg till en hänvisning"),
        add_step=tr("Lägg till"),
        known=lambda row: (
            Fact("", tr("Gäller inte") if row.outdated else tr("Gäller"), status=_status(row)),
            Fact("", row.standing if row.repealed_on else ""),
        ),
        doings=_doings(work),
        move=lambda row, places: legal_reference.move(work, row.id, row.number + places),
        stands=lambda agreement_id: _to_update(work, agreement_id),
    )
