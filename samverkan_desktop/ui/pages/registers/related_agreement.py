"""The register of other agreements beside this one, and of those it leaves questions to (T04, S14)."""

from typing import Any

from samverkan_desktop.i18n import tr, tr_as
from samverkan_desktop.services import related_agreement
from samverkan_desktop.services.related_agreement import RelatedAgreementRow
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.registers.register import Register
from samverkan_desktop.ui.widgets.entry import Values
from samverkan_desktop.ui.widgets.facts import Fact
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.table_model import Column


def _columns() -> tuple[Column[RelatedAgreementRow], ...]:
    return (
        Column(tr("Avtal"), lambda row: row.title),
        Column(tr_as("about", "Gäller"), lambda row: row.note, width=200, optional=True),
        Column(tr("Parter"), lambda row: row.parties, width=184, optional=True),
        Column(tr("Nivå"), lambda row: row.level, width=144, optional=True),
        Column(
            tr("Hänvisat"),
            lambda row: str(row.referrals) if row.referrals else "",
            width=96,
            right=True,
            sort=lambda row: row.referrals,
            optional=True,
        ),
    )


def _fields() -> tuple[Field, ...]:
    return (
        Field("title", tr("Vad avtalet heter")),
        Field("note", tr("Vad det gäller"), Kind.MULTILINE, lines=2),
        Field("parties", tr("Parter"), Kind.MULTILINE, lines=2),
        Field("level", tr("På vilken nivå"), placeholder=tr("ledningsnivå")),
        Field(
            "excluded",
            tr("Frågor som det reglerar hänvisas dit"),
            Kind.CHECK,
            help=tr("De lämnas utanför det här avtalet och tas inte upp på mötena."),
        ),
    )


def _values(row: RelatedAgreementRow) -> Values:
    return {
        "title": row.title,
        "note": row.note,
        "parties": row.parties,
        "level": row.level,
        "excluded": row.excluded,
    }


def _referrals(row: RelatedAgreementRow) -> str:
    if row.referrals == 1:
        return tr("en punkt på en dagordning")
    return tr("{n} punkter på dagordningar", n=row.referrals) if row.referrals else ""


def register(context: PageContext) -> Register[RelatedAgreementRow]:
    """Return the register."""
    work = context.workspace

    def add(agreement_id: int, values: Values) -> None:
        related_agreement.add(
            work,
            agreement_id,
            str(values["title"]),
            note=str(values["note"]),
            parties=str(values["parties"]),
            level=str(values["level"]),
            excluded=bool(values["excluded"]),
        )

    def change(row: RelatedAgreementRow, name: str, value: object) -> None:
        told: dict[str, Any] = {name: value}  # as the form gives it
        related_agreement.change(work, row.id, **told)

    return Register(
        kind="related_agreement",
        title=tr("Andra avtal"),
        name=tr("avtal"),
        about=tr("Avtal som gäller vid sidan av det här, och vilka frågor som hänvisas till dem."),
        empty=tr("Inga andra avtal är inlagda."),
        rules=frozenset({"R27"}),
        tables=frozenset({"related_agreement", "agenda_item"}),
        read=lambda agreement_id: related_agreement.listing(work, agreement_id),
        identity=lambda row: row.id,
        heading=lambda row: row.title,
        columns=_columns(),
        fields=_fields(),
        values=_values,
        add=add,
        change=change,
        remove=lambda row: related_agreement.remove(work, row.id),
        add_title=tr("Lägg till ett avtal"),
        add_step=tr("Lägg till"),
        known=lambda row: (Fact(tr("Hänvisat hit"), _referrals(row)),),
        group=lambda row: tr("Tar över frågor") if row.excluded else tr("Gäller bredvid"),
        spare=(1, 2, 3),
    )
