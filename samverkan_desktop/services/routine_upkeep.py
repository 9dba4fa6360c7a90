"""What is done with routines and support material: presented, reviewed, renewed, withdrawn (S07, ST18)."""

from datetime import date

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.routine import Routine
from samverkan_desktop.services.privacy import demand, refuse, refuse_future
from samverkan_desktop.services.routine import decided_on, free_number
from samverkan_desktop.services.workspace import Workspace


def review(work: Workspace, routine_id: int, day: date, next_review: date | None) -> None:
    """Note that a routine has been reviewed, and when it is next to be.

    Raises:
        UserError: the day is to come, or the next review is not after it.
    """
    refuse_future(work.today, day=day)
    if next_review is not None and next_review <= day:
        raise UserError(tr("Nästa översyn ska ligga efter den här. Välj en senare dag."), field="next_review")
    with work.change("routine_upkeep.review", tr("En rutin sågs över")) as session:
        routine = session.get_one(Routine, routine_id)
        routine.reviewed_on = day
        routine.review_by = next_review


def present(work: Workspace, routine_id: int, day: date | None) -> None:
    """Note that a routine or support material has been presented, and so is there (ST18).

    Args:
        work: the open archive.
        routine_id: the routine.
        day: the day; None where it has not been presented after all.

    Raises:
        UserError: the day is to come, or before the decision that established it.
    """
    if day is not None:
        refuse_future(work.today, day=day)
    with work.change("routine_upkeep.present", tr("En rutin presenterades")) as session:
        routine = session.get_one(Routine, routine_id)
        decided = decided_on(session, routine)
        if day is not None and decided is not None and day < decided:
            raise UserError(
                tr("Dagen ligger före beslutet {day}. Välj en senare dag.", day=decided), field="day"
            )
        routine.presented_on = day


def renew(work: Workspace, routine_id: int, version: str, day: date) -> None:
    """Note a new version of a routine or support material (ST18).

    Args:
        work: the open archive.
        routine_id: the routine.
        version: what the version is called: ``2``, ``2.1``.
        day: its day.

    Raises:
        UserError: the version is missing or the one there is, the day is to come, or before that of the
            version there is, or the text holds a personal identity number.
    """
    demand(tr("Ange vad versionen kallas, till exempel 2."), version=version)
    refuse(version=version)
    refuse_future(work.today, day=day)
    with work.change("routine_upkeep.renew", tr("En rutin fick en ny version")) as session:
        routine = session.get_one(Routine, routine_id)
        if routine.version == version.strip():
            raise UserError(
                tr("Version {version} finns redan. Ange nästa.", version=routine.version), field="version"
            )
        before = max((each for each in (routine.updated_on, routine.presented_on) if each), default=None)
        if before is not None and day < before:
            raise UserError(
                tr("Dagen ligger före den tidigare versionen {day}. Välj en senare dag.", day=before),
                field="day",
            )
        routine.version = version.strip()
        routine.updated_on = day


def withdraw(work: Workspace, routine_id: int, day: date | None) -> None:
    """Note from which day a routine no longer applies; None lets it apply again.

    Raises:
        UserError: its number has been given to another one since.
    """
    with work.change("routine_upkeep.withdraw", tr("En rutin upphörde")) as session:
        routine = session.get_one(Routine, routine_id)
        routine.withdrawn_on = day
        if day is None and routine.number is not None:
            free_number(session, routine, routine.number)
