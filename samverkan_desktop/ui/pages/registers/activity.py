"""The register of joint activities: what is planned, and what has been held (B07, B16)."""

from samverkan_desktop.i18n import tr
from samverkan_desktop.services import activity
from samverkan_desktop.services.activity import ActivityRow
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.registers import choosing
from samverkan_desktop.ui.pages.registers.register import Choices, Doing, Register
from samverkan_desktop.ui.widgets.entry import Values, day_of
from samverkan_desktop.ui.widgets.facts import Fact
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.table_model import Column


def _standing(row: ActivityRow) -> str:
    return tr("hållen") if row.held else tr("planerad")


def _columns() -> tuple[Column[ActivityRow], ...]:
    return (
        Column(tr("Aktivitet"), lambda row: row.title, status=_status),
        Column(tr("Dag"), lambda row: str(row.day), width=112),
        Column(tr("Läge"), _standing, width=96),
        Column(tr("Enligt avtalet"), lambda row: row.answers_to, width=184, optional=True),
        Column(tr("Beslut"), lambda row: row.decision, width=112, optional=True),
    )


def _fields() -> tuple[Field, ...]:
    return (
        Field("title", tr("Vad aktiviteten heter")),
        Field("day", tr("Dag"), Kind.DATE),
        Field("answers_to", tr("Vilken i avtalet?"), Kind.CHOICE),
    )


def _status(row: ActivityRow) -> str:
    return "fulfilled" if row.held else "upcoming"


def _doings(work: Workspace) -> tuple[Doing[ActivityRow], ...]:
    return (
        Doing(
            "hold",
            tr("Den är hållen"),
            (),
            "",
            lambda row, _values: activity.hold(work, row.id),
            offered=lambda row: not row.held and row.day <= work.today,
        ),
        Doing(
            "take_back",
            tr("Den hölls inte"),
            (),
            "",
            lambda row, _values: activity.take_back(work, row.id),
            offered=lambda row: row.held,
        ),
    )


def _plan(work: Workspace, agreement_id: int, values: Values) -> None:
    decision_id, answers_to = values["decision_id"], values["answers_to"]
    activity.plan(
        work,
        agreement_id,
        str(values["title"]),
        day_of(values, "day"),
        answers_to=str(answers_to or ""),
        decision_id=decision_id if isinstance(decision_id, int) else None,
    )


def register(context: PageContext) -> Register[ActivityRow]:
    """Return the register."""
    work = context.workspace

    def choices(agreement_id: int) -> dict[str, Choices]:
        demanded = activity.demanded(work, agreement_id, work.today)
        said = [row.answers_to for row in activity.listing(work, agreement_id) if row.answers_to]
        return {
            "answers_to": [
                (None, tr("inte bestämt")),
                *((each, each) for each in dict.fromkeys((*demanded, *said))),
            ],
            "decision_id": choosing.decisions(work, agreement_id, tr("inget beslut")),
        }

    return Register(
        kind="activity",
        title=tr("Aktiviteter"),
        name=tr("aktiviteter"),
        about=tr("Gemensamma dagar och andra aktiviteter som parterna håller tillsammans."),
        empty=tr("Inga aktiviteter är planerade."),
        rules=frozenset({"R37"}),
        tables=frozenset({"activity", "decision"}),
        read=lambda agreement_id: activity.listing(work, agreement_id),
        identity=lambda row: row.id,
        heading=lambda row: row.title,
        columns=_columns(),
        fields=_fields(),
        values=lambda row: {"title": row.title, "day": row.day, "answers_to": row.answers_to or None},
        add=lambda agreement_id, values: _plan(work, agreement_id, values),
        change=lambda row, name, value: _change(work, row, name, value),
        remove=lambda row: activity.remove(work, row.id),
        add_title=tr("Planera en aktivitet"),
        add_step=tr("Planera"),
        new_fields=(*_fields(), Field("decision_id", tr("Beslutad genom"), Kind.CHOICE)),
        choices=choices,
        known=lambda row: (
            Fact("", _standing(row).capitalize(), status=_status(row)),
            Fact(tr("Beslutad genom"), row.decision, f"decision:{row.decision_id}"),
        ),
        doings=_doings(work),
        spare=(3, 4),
    )


def _change(work: Workspace, row: ActivityRow, name: str, value: object) -> None:
    told = day_of({name: value}, name) if name == "day" else value or ""
    activity.change(work, row.id, **{name: told})
