"""The register of reports upwards: what groups have told those they answer to (L01, L03)."""

from datetime import date

from samverkan_desktop.i18n import tr
from samverkan_desktop.services import level_report
from samverkan_desktop.services.level_report import LevelReportRow
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.registers import choosing
from samverkan_desktop.ui.pages.registers.direction import way
from samverkan_desktop.ui.pages.registers.register import Choices, Register
from samverkan_desktop.ui.widgets.entry import Values, day_of
from samverkan_desktop.ui.widgets.facts import Fact
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.table_model import Column


def _columns() -> tuple[Column[LevelReportRow], ...]:
    return (
        Column(tr("Redovisat"), lambda row: " ".join(row.text.split())),
        Column(tr("Från"), lambda row: row.group, width=160),
        Column(tr("Till"), lambda row: row.superior, width=160),
        Column(tr("Dag"), lambda row: str(row.reported_on), width=112),
    )


def _fields() -> tuple[Field, ...]:
    return (
        Field("text", tr("Vad som redovisades"), Kind.MULTILINE),
        Field("meeting_id", tr("På mötet"), Kind.CHOICE),
        Field("reported_on", tr("Dag"), Kind.DATE),
    )


def _report(work: Workspace, agreement_id: int, values: Values) -> None:
    superior_id, group_id = way(work, agreement_id, values["superior_id"])
    day, meeting_id = values["reported_on"], values["meeting_id"]
    level_report.report(
        work,
        group_id,
        superior_id,
        str(values["text"]),
        reported_on=day if isinstance(day, date) else None,
        meeting_id=meeting_id if isinstance(meeting_id, int) else None,
    )


def _change(work: Workspace, row: LevelReportRow, name: str, value: object) -> None:
    told = day_of({name: value}, name) if name == "reported_on" else value
    level_report.change(work, row.id, **{name: told})


def register(context: PageContext) -> Register[LevelReportRow]:
    """Return the register."""
    work = context.workspace

    def choices(agreement_id: int) -> dict[str, Choices]:
        return {
            "superior_id": choosing.ways(work, agreement_id, up=True),
            "meeting_id": choosing.meetings(work, agreement_id),
        }

    return Register(
        kind="level_report",
        title=tr("Redovisningar uppåt"),
        name=tr("redovisningar"),
        about=tr("Vad grupper har redovisat för dem de svarar inför."),
        empty=tr("Inget är redovisat uppåt."),
        rules=frozenset({"R48", "R50"}),
        tables=frozenset({"level_report", "group", "meeting"}),
        read=lambda agreement_id: level_report.listing(work, agreement_id),
        identity=lambda row: row.id,
        heading=lambda row: tr("{group} till {superior}", group=row.group, superior=row.superior),
        columns=_columns(),
        fields=_fields(),
        values=lambda row: {"text": row.text, "reported_on": row.reported_on, "meeting_id": row.meeting_id},
        add=lambda agreement_id, values: _report(work, agreement_id, values),
        change=lambda row, name, value: _change(work, row, name, value),
        remove=lambda row: level_report.remove(work, row.id),
        add_title=tr("Anteckna en redovisning"),
        add_step=tr("Anteckna"),
        new_fields=(
            Field("superior_id", tr("Från och till"), Kind.CHOICE, placeholder=tr("välj")),
            *_fields(),
        ),
        choices=choices,
        known=lambda row: (Fact(tr("På mötet"), str(row.meeting_day or ""), f"meeting:{row.meeting_id}"),),
        group=lambda row: row.group,
        spare=(2, 1),
    )
