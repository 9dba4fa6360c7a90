"""The coverage register: with which schools an agreement has been signed, and with which not (ST08, ST09)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import sort_key, tr
from samverkan_desktop.models.coverage import CoverageEntry
from samverkan_desktop.models.organisation import Area
from samverkan_desktop.register_vocabulary import Organiser, SchoolForm
from samverkan_desktop.rules.coverage import is_covered
from samverkan_desktop.services.privacy import demand, refuse, refuse_future
from samverkan_desktop.services.values import looked_through, set_values
from samverkan_desktop.services.workspace import Workspace


@dataclass(frozen=True)
class CoverageRow:
    """A school, and whether an agreement with it holds.

    Args:
        id: identity.
        agreement_id: in which agreement's register it stands.
        name: what it is called.
        form: its form.
        organiser: whose it is.
        area_id: the part of the municipality it lies in (ST15); None where not said.
        area: that area's name; may be empty.
        agreed_on: the day an agreement with it was signed; None where there is none.
        until: that agreement's last day; None where it is valid until further notice.
        covered: whether an agreement with it holds on the day asked for.
    """

    id: int
    agreement_id: int
    name: str
    form: SchoolForm
    organiser: Organiser
    area_id: int | None
    area: str
    agreed_on: date | None
    until: date | None
    covered: bool


@dataclass(frozen=True)
class NewSchool:
    """A school to be added; see `CoverageRow` for what its fields mean."""

    name: str
    form: SchoolForm
    organiser: Organiser
    area_id: int | None = None
    agreed_on: date | None = None


def listing(work: Workspace, agreement_id: int, on: date | None = None) -> tuple[CoverageRow, ...]:
    """Return the schools of an agreement's register, by form, organiser and name.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        on: the day on which they are covered or not; today where None.
    """
    with work.read() as session:
        return rows_in(session, agreement_id, on or work.today)


def rows_in(session: Session, agreement_id: int, on: date) -> tuple[CoverageRow, ...]:
    """Return the schools of an agreement's register as a session sees them."""
    found = session.execute(
        select(CoverageEntry, Area.name)
        .outerjoin(Area, Area.id == CoverageEntry.area_id)
        .where(CoverageEntry.agreement_id == agreement_id)
    )
    rows = [
        CoverageRow(
            each.id, agreement_id, each.name, each.form, each.organiser, each.area_id, area or "",
            each.agreed_on, each.until, is_covered(each.agreed_on, each.until, on),
        )
        for each, area in found
    ]  # fmt: skip
    return tuple(sorted(rows, key=_in_order))


def _in_order(row: CoverageRow) -> tuple[object, ...]:
    forms, organisers = list(SchoolForm), list(Organiser)
    return forms.index(row.form), organisers.index(row.organiser), sort_key(row.name), row.id


def add(work: Workspace, agreement_id: int, school: NewSchool) -> int:
    """Add a school to the register; returns its identity.

    Raises:
        UserError: the name is missing, the school is there already, the area is another agreement's, the day
            is to come, or the name holds a personal identity number.
    """
    with work.change("coverage.add", tr("Skolan {name} lades till", name=school.name.strip())) as session:
        return add_in(session, agreement_id, [school], work.today)[0]


def add_in(session: Session, agreement_id: int, schools: Sequence[NewSchool], today: date) -> list[int]:
    """Add schools in the course of a use case; refuses as `add` does, at the first that cannot be."""
    entries = []
    for school in schools:
        refuse(name=school.name)
        entry = CoverageEntry(
            agreement_id=agreement_id,
            name=school.name.strip(),
            form=school.form,
            organiser=school.organiser,
            area_id=school.area_id,
            agreed_on=school.agreed_on,
        )
        session.add(entry)
        session.flush()
        _check(session, entry, today)
        entries.append(entry)
    return [entry.id for entry in entries]


def change(work: Workspace, entry_id: int, **values: object) -> None:
    """Change a school; what is not given is left as it is.

    Args:
        work: the open archive.
        entry_id: the school.
        values: ``name``, ``form``, ``organiser``, ``area_id``, ``agreed_on``, ``until``: those to change.

    Raises:
        UserError: as for `add`; or the last day is before the first, or there is none to end.
    """
    given = looked_through(values, {"name", "form", "organiser", "area_id", "agreed_on", "until"})
    key = f"coverage:{entry_id}:{','.join(sorted(values))}"
    with work.change("coverage.change", tr("En skola ändrades"), merge_key=key) as session:
        entry = session.get_one(CoverageEntry, entry_id)
        set_values(entry, given)
        session.flush()
        _check(session, entry, work.today)


def _check(session: Session, entry: CoverageEntry, today: date) -> None:
    demand(tr("Ange vad skolan heter."), name=entry.name)
    chosen = select(CoverageEntry.name).where(
        CoverageEntry.agreement_id == entry.agreement_id,
        CoverageEntry.form == entry.form,
        CoverageEntry.id != entry.id,
    )
    if entry.name.casefold() in {name.casefold() for name in session.scalars(chosen)}:
        raise UserError(
            tr("{name} finns redan i registret med den skolformen.", name=entry.name), field="name"
        )
    if entry.area_id is not None and session.get_one(Area, entry.area_id).agreement_id != entry.agreement_id:
        raise UserError(tr("Välj ett område som hör till avtalet."), field="area_id")
    if entry.agreed_on is not None:
        refuse_future(today, agreed_on=entry.agreed_on)
    if entry.until is not None:
        if entry.agreed_on is None:
            raise UserError(tr("Ange vilken dag överenskommelsen tecknades."), field="agreed_on")
        if entry.until < entry.agreed_on:
            raise UserError(
                tr("Överenskommelsen tecknades {day} och kan inte upphöra innan dess.", day=entry.agreed_on),
                field="until",
            )


def sign(work: Workspace, entry_id: int, day: date) -> None:
    """Note the day an agreement with a school was signed; it is valid until further notice.

    Raises:
        UserError: the day is to come.
    """
    refuse_future(work.today, day=day)
    with work.change("coverage.sign", tr("En överenskommelse tecknades")) as session:
        entry = session.get_one(CoverageEntry, entry_id)
        entry.agreed_on, entry.until = day, None


def end(work: Workspace, entry_id: int, day: date) -> None:
    """Note the last day of an agreement with a school.

    Raises:
        UserError: there is no agreement with it, or the day is before it was signed.
    """
    with work.change("coverage.end", tr("En överenskommelse upphörde")) as session:
        entry = session.get_one(CoverageEntry, entry_id)
        if entry.agreed_on is None:
            raise UserError(tr("{name} har ingen överenskommelse att avsluta.", name=entry.name))
        if day < entry.agreed_on:
            raise UserError(
                tr("Överenskommelsen tecknades {day} och kan inte upphöra innan dess.", day=entry.agreed_on),
                field="day",
            )
        entry.until = day


def remove(work: Workspace, entry_id: int) -> None:
    """Take a school out of the register: it was entered by mistake, or is no more."""
    with work.change("coverage.remove", tr("En skola togs bort")) as session:
        session.delete(session.get_one(CoverageEntry, entry_id))
