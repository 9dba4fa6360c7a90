"""How many of the schools are covered, in all and by category (ST09)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from samverkan_desktop.i18n import tr
from samverkan_desktop.register_vocabulary import Organiser, SchoolForm
from samverkan_desktop.rules.coverage import percent
from samverkan_desktop.rules.wording import capital, category_name, schools_name
from samverkan_desktop.services import area, coverage
from samverkan_desktop.services.coverage import CoverageRow
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import AreaKind


@dataclass(frozen=True)
class CoverageShare:
    """How many schools of a category are covered.

    Args:
        label: the category: ``Kommunala grundskolor``, ``Grundskolor``, ``Norr``, ``Alla skolor``.
        form: the form of school; None where the category is of every form.
        organiser: whose they are; None where it is everybody's.
        area_id: the area they lie in; None where it is every area, or none is said.
        covered: how many are covered.
        total: how many there are, 1 or more.
        percent: the share in whole per cent, rounded down.
    """

    label: str
    form: SchoolForm | None
    organiser: Organiser | None
    area_id: int | None
    covered: int
    total: int
    percent: int


@dataclass(frozen=True)
class CoverageShares:
    """The register counted on a day; a category without schools is left out.

    Args:
        on: the day.
        categories: by form and organiser.
        forms: by form alone.
        organisers: by organiser alone.
        areas: by part of the municipality, in the agreement's order, schools without one last.
        whole: all schools; None where the register is empty.
    """

    on: date
    categories: tuple[CoverageShare, ...]
    forms: tuple[CoverageShare, ...]
    organisers: tuple[CoverageShare, ...]
    areas: tuple[CoverageShare, ...]
    whole: CoverageShare | None


def shares(work: Workspace, agreement_id: int, on: date | None = None) -> CoverageShares:
    """Return how many schools of an agreement's register are covered.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        on: the day; today where None.
    """
    with work.read() as session:
        return shares_in(session, agreement_id, on or work.today)


def shares_in(session: Session, agreement_id: int, on: date) -> CoverageShares:
    """Return how many schools are covered as a session sees it."""
    rows = coverage.rows_in(session, agreement_id, on)
    places = [row for row in area.rows_in(session, agreement_id) if row.kind is AreaKind.PLACE]
    named = [(place.id, place.name) for place in places]
    here = {place.id for place in places}
    categories = [
        _share(rows, category_name(form, organiser), form=form, organiser=organiser)
        for form in SchoolForm
        for organiser in Organiser
    ]
    forms = [_share(rows, schools_name([form]), form=form) for form in SchoolForm]
    organisers = [
        _share(rows, category_name(None, organiser), organiser=organiser) for organiser in Organiser
    ]
    areas = [_share(rows, name, area_id=area_id) for area_id, name in named]
    elsewhere = _counted(rows, lambda row: row.area_id not in here, tr("utan område"))
    return CoverageShares(
        on,
        _there(categories),
        _there(forms),
        _there(organisers),
        _there([*areas, elsewhere] if named else []),
        _share(rows, tr("alla skolor")),
    )


def _there(found: Iterable[CoverageShare | None]) -> tuple[CoverageShare, ...]:
    return tuple(share for share in found if share is not None)


def _share(
    rows: Iterable[CoverageRow],
    label: str,
    *,
    form: SchoolForm | None = None,
    organiser: Organiser | None = None,
    area_id: int | None = None,
) -> CoverageShare | None:
    return _counted(
        rows,
        lambda row: (
            form in (None, row.form) and organiser in (None, row.organiser) and area_id in (None, row.area_id)
        ),
        label,
        form,
        organiser,
        area_id,
    )


def _counted(
    rows: Iterable[CoverageRow],
    counts: Callable[[CoverageRow], bool],
    label: str,
    form: SchoolForm | None = None,
    organiser: Organiser | None = None,
    area_id: int | None = None,
) -> CoverageShare | None:
    """Return a category counted; None where no school is in it."""
    own = [row for row in rows if counts(row)]
    if not own:
        return None
    covered = sum(row.covered for row in own)
    share = percent(covered, len(own))
    return CoverageShare(capital(label), form, organiser, area_id, covered, len(own), share)
