"""What is done with a routine: presented, made known, reviewed, renewed, withdrawn (S06, S07, ST18)."""

from datetime import date

from samverkan_desktop.i18n import tr
from samverkan_desktop.services import dissemination, routine_upkeep
from samverkan_desktop.services.routine import RoutineRow
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.pages.registers.register import Doing
from samverkan_desktop.ui.widgets.entry import Values, day_of
from samverkan_desktop.ui.widgets.form import Field, Kind


def doings(work: Workspace) -> tuple[Doing[RoutineRow], ...]:
    """Return what can be done with a routine."""
    return (_presenting(work), _making_known(work), _reviewing(work), _renewing(work), *_withdrawing(work))


def _day() -> Field:
    return Field("day", tr("Dag"), Kind.DATE)


def _in_use(row: RoutineRow) -> bool:
    return row.withdrawn_on is None


def _presenting(work: Workspace) -> Doing[RoutineRow]:
    return Doing(
        "present",
        tr("Presenterad…"),
        (_day(),),
        tr("Notera"),
        lambda row, values: routine_upkeep.present(work, row.id, day_of(values, "day")),
        lambda _row: {"day": work.today},
        lambda row: _in_use(row) and bool(row.due) and row.presented_on is None,
    )


def _making_known(work: Workspace) -> Doing[RoutineRow]:
    def carry_out(row: RoutineRow, values: Values) -> None:
        day, unit_id = day_of(values, "day"), values["unit_id"]
        if isinstance(unit_id, int):
            dissemination.make_known(work, row.id, unit_id, day)
        else:
            dissemination.make_known_everywhere(work, row.id, day)

    return Doing(
        "make_known",
        tr("Gjord känd…"),
        (Field("unit_id", tr("Var"), Kind.CHOICE), _day()),
        tr("Notera"),
        carry_out,
        lambda _row: {"unit_id": None, "day": work.today},
        _in_use,
    )


def _reviewing(work: Workspace) -> Doing[RoutineRow]:
    def carry_out(row: RoutineRow, values: Values) -> None:
        coming = values["next_review"]
        later = coming if isinstance(coming, date) else None
        routine_upkeep.review(work, row.id, day_of(values, "day"), later)

    return Doing(
        "review",
        tr("Sedd över…"),
        (_day(), Field("next_review", tr("Nästa gång senast"), Kind.DATE, beside=True)),
        tr("Notera"),
        carry_out,
        lambda _row: {"day": work.today},
        _in_use,
    )


def _renewing(work: Workspace) -> Doing[RoutineRow]:
    return Doing(
        "renew",
        tr("Ny version…"),
        (Field("version", tr("Vad versionen kallas"), placeholder="2"), _day()),
        tr("Notera"),
        lambda row, values: routine_upkeep.renew(work, row.id, str(values["version"]), day_of(values, "day")),
        lambda _row: {"day": work.today},
        _in_use,
    )


def _withdrawing(work: Workspace) -> tuple[Doing[RoutineRow], ...]:
    withdraw: Doing[RoutineRow] = Doing(
        "withdraw",
        tr("Upphör att gälla…"),
        (Field("day", tr("Gäller inte från"), Kind.DATE),),
        tr("Notera"),
        lambda row, values: routine_upkeep.withdraw(work, row.id, day_of(values, "day")),
        lambda _row: {"day": work.today},
        _in_use,
    )
    again: Doing[RoutineRow] = Doing(
        "apply_again",
        tr("Låt den gälla igen"),
        (),
        "",
        lambda row, _values: routine_upkeep.withdraw(work, row.id, None),
        offered=lambda row: not _in_use(row),
    )
    return withdraw, again
