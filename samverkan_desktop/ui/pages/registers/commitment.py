"""The register of commitments: carried out, followed up, analysed and acted on (L04)."""

from collections.abc import Sequence
from datetime import date

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import mark, tr, tr_as
from samverkan_desktop.register_vocabulary import CommitmentStep
from samverkan_desktop.rules.wording import capital, step_done
from samverkan_desktop.services import commitment
from samverkan_desktop.services.commitment import CommitmentRow, StepRow
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.registers import choosing
from samverkan_desktop.ui.pages.registers.commitment_steps import CommitmentSteps
from samverkan_desktop.ui.pages.registers.register import Doing, Register
from samverkan_desktop.ui.widgets.entry import Values, day_of
from samverkan_desktop.ui.widgets.facts import Fact
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.table_model import Column

_NOTE = {
    CommitmentStep.CARRIED_OUT: mark("Genomfört…"),
    CommitmentStep.FOLLOWED_UP: mark("Uppföljt…"),
    CommitmentStep.ANALYSED: mark("Analyserat…"),
    CommitmentStep.ACTED_ON: mark("Åtgärdat…"),
}


def _done(row: CommitmentRow) -> Sequence[StepRow]:
    return [each for each in row.steps if each.done_on is not None]


def _columns() -> tuple[Column[CommitmentRow], ...]:
    return (
        Column(tr("Åtagande"), lambda row: row.title, status=_status),
        Column(tr("Strategi"), lambda row: row.strategy, width=160, optional=True),
        Column(tr("Ansvarig"), lambda row: row.responsible, width=120, optional=True),
        Column(tr("Senast"), lambda row: str(row.due or ""), width=104, optional=True),
        Column(
            tr_as("several", "Steg"),
            lambda row: tr("{done} av {all}", done=len(_done(row)), all=len(row.steps)),
            width=80,
            sort=lambda row: len(_done(row)),
        ),
    )


def _status(row: CommitmentRow) -> str:
    if row.next_step is None:
        return "fulfilled"
    return "at_risk" if row.late else "upcoming"


def _state(row: CommitmentRow) -> str:
    if row.next_step is None:
        return tr("Klara")
    if row.late:
        return tr("Försenade")
    return tr("Påbörjade") if _done(row) else tr("Inte påbörjade")


def _fields() -> tuple[Field, ...]:
    return (
        Field("title", tr("Åtagande")),
        Field("strategy_id", tr("Följer av strategin"), Kind.CHOICE, placeholder=tr("ingen")),
        Field("responsible", tr("Ansvarig funktion")),
        Field("due", tr("Genomfört senast"), Kind.DATE),
    )


def _noting(work: Workspace, step: CommitmentStep) -> Doing[CommitmentRow]:
    return Doing(
        step.value,
        tr(_NOTE[step]),
        (Field("day", tr("Dag"), Kind.DATE),),
        tr("Notera"),
        lambda row, values: commitment.note_step(work, row.id, step, day_of(values, "day")),
        lambda _row: {"day": work.today},
        lambda row: row.next_step is step,
    )


def _correcting(work: Workspace) -> Doing[CommitmentRow]:
    def correct(row: CommitmentRow, values: Values) -> None:
        step, day = values["step"], values["day"]
        if not isinstance(step, CommitmentStep):
            raise UserError(tr("Välj vilket steg."), field="step")
        if isinstance(day, date):
            commitment.note_step(work, row.id, step, day)
        else:
            commitment.clear_step(work, row.id, step)

    def begin(row: CommitmentRow) -> Values:
        last = _done(row)[-1]
        return {"step": last.step, "day": last.done_on}

    steps = tuple((step, capital(step_done(step))) for step in CommitmentStep)
    fields = (
        Field("step", tr("Steg"), Kind.CHOICE, choices=steps),
        Field("day", tr("Dag"), Kind.DATE, help=tr("Lämna tomt för att ta tillbaka steget.")),
    )
    return Doing(
        "correct",
        tr("Rätta eller ta tillbaka ett steg…"),
        fields,
        tr("Rätta"),
        correct,
        begin,
        lambda row: bool(_done(row)),
    )


def _known(row: CommitmentRow) -> tuple[Fact, ...]:
    return tuple(
        Fact("" if place else tr("Uppdrag"), f"{number} {title}", f"commission:{identity}")
        for place, (identity, number, title) in enumerate(row.commissions)
    )


def register(context: PageContext) -> Register[CommitmentRow]:
    """Return the register."""
    work = context.workspace

    def add(agreement_id: int, values: Values) -> None:
        strategy_id, due = values["strategy_id"], values["due"]
        commitment.add(
            work,
            agreement_id,
            str(values["title"]),
            strategy_id=strategy_id if isinstance(strategy_id, int) else None,
            responsible=str(values["responsible"]),
            due=due if isinstance(due, date) else None,
        )

    return Register(
        kind="commitment",
        title=tr("Åtaganden"),
        name=tr("åtaganden"),
        about=tr("Det parterna har lovat: varje åtagande genomförs, följs upp, analyseras och åtgärdas."),
        empty=tr("Inga åtaganden är inlagda."),
        rules=frozenset({"R40"}),
        tables=frozenset({"commitment", "strategy", "commission"}),
        read=lambda agreement_id: commitment.listing(work, agreement_id),
        identity=lambda row: row.id,
        heading=lambda row: row.title,
        columns=_columns(),
        fields=_fields(),
        values=lambda row: {
            "title": row.title,
            "strategy_id": row.strategy_id,
            "responsible": row.responsible,
            "due": row.due,
        },
        add=add,
        change=lambda row, name, value: commitment.change(work, row.id, **{name: value}),
        remove=lambda row: commitment.remove(work, row.id),
        add_title=tr("Lägg till ett åtagande"),
        add_step=tr("Lägg till"),
        choices=lambda agreement_id: {"strategy_id": choosing.strategies(work, agreement_id)},
        part=CommitmentSteps,
        known=_known,
        doings=(*(_noting(work, step) for step in CommitmentStep), _correcting(work)),
        move=lambda row, steps: commitment.move(work, row.id, row.position + steps),
        group=_state,
        spare=(3, 2, 1),
    )
