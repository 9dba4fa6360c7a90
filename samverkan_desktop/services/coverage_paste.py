"""Many schools at once, as lines pasted from a list: all of them are added, or none."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.register_vocabulary import Organiser, SchoolForm
from samverkan_desktop.rules.personal_identity_number import find
from samverkan_desktop.rules.wording import form_name, organiser_name
from samverkan_desktop.services import area, coverage, pasted
from samverkan_desktop.services.coverage import NewSchool
from samverkan_desktop.services.pasted import Fault
from samverkan_desktop.services.workspace import Workspace

#: name;form;organiser;area;date: the last two may be left out.
_LEAST, _MOST = 3, 5

#: Other words that lists use beside the program's own; in small letters.
_FORMS = {
    "grundsärskola": SchoolForm.SPECIAL,
    "gymnasiesärskola": SchoolForm.SPECIAL,
    "särskola": SchoolForm.SPECIAL,
    "anpassad grundskola": SchoolForm.SPECIAL,
    "anpassad gymnasieskola": SchoolForm.SPECIAL,
    "gymnasium": SchoolForm.UPPER_SECONDARY,
}
_ORGANISERS = {
    "kommun": Organiser.MUNICIPAL,
    "enskild": Organiser.INDEPENDENT,
    "friskola": Organiser.INDEPENDENT,
}


@dataclass(frozen=True)
class _Words:
    """What each word of a line stands for."""

    forms: Mapping[str, SchoolForm]
    organisers: Mapping[str, Organiser]
    areas: Mapping[str, int]
    today: date


def paste(work: Workspace, agreement_id: int, text: str) -> tuple[int, ...]:
    """Add the schools of a list, one a line: ``namn;skolform;huvudman;område;datum``.

    Area and date may be left out. The parts may also be apart by tabs, as they are when copied from a
    spreadsheet; empty lines and a line of headings are passed over.

    Args:
        work: the open archive.
        agreement_id: in whose register they are to stand.
        text: the lines.

    Returns:
        The identities of the schools, in the order of the lines.

    Raises:
        UserError: a line is not as it should be; says which, and what is wrong with it. Nothing is added.
    """
    with work.change("coverage.paste", tr("Skolor lades till från en lista")) as session:
        words = _Words(
            {**_FORMS, **{form_name(form).casefold(): form for form in SchoolForm}},
            {**_ORGANISERS, **{organiser_name(each).casefold(): each for each in Organiser}},
            {row.name.casefold(): row.id for row in area.rows_in(session, agreement_id)},
            work.today,
        )
        rows = coverage.rows_in(session, agreement_id, work.today)
        taken = {(row.name.casefold(), row.form) for row in rows}
        schools, faults = [], []
        for number, parts in pasted.lines(text, 1, ("skolform", "form")):
            try:
                school = _school(parts, words)
                if (school.name.casefold(), school.form) in taken:
                    raise Fault(tr("{name} finns redan med den skolformen", name=school.name))
            except Fault as fault:
                faults.append((number, str(fault)))
                continue
            taken.add((school.name.casefold(), school.form))
            schools.append(school)
        if faults:
            raise UserError(pasted.told(faults), field="text")
        if not schools:
            raise UserError(tr("Klistra in minst en rad: namn;skolform;huvudman;område;datum."), field="text")
        return tuple(coverage.add_in(session, agreement_id, schools, work.today))


def _school(parts: list[str], words: _Words) -> NewSchool:
    while len(parts) > _LEAST and not parts[-1]:
        parts = parts[:-1]
    if not _LEAST <= len(parts) <= _MOST:
        raise Fault(tr("skriv namn;skolform;huvudman;område;datum"))
    name, form, organiser, place, day = (*parts, "", "")[:_MOST]
    if not name:
        raise Fault(tr("namnet saknas"))
    if find(name):
        raise Fault(tr("namnet ser ut att innehålla ett personnummer"))
    return NewSchool(
        name,
        _form(form, words),
        _organiser(organiser, words),
        _area(place, words) if place else None,
        _day(day, words.today) if day else None,
    )


def _form(word: str, words: _Words) -> SchoolForm:
    found = words.forms.get(word.casefold())
    if found is None:
        allowed = ", ".join(map(form_name, SchoolForm))
        raise Fault(tr("skolformen {word} är okänd. Skriv någon av: {allowed}", word=word, allowed=allowed))
    return found


def _organiser(word: str, words: _Words) -> Organiser:
    found = words.organisers.get(word.casefold())
    if found is None:
        allowed = ", ".join(map(organiser_name, Organiser))
        raise Fault(tr("huvudmannen {word} är okänd. Skriv någon av: {allowed}", word=word, allowed=allowed))
    return found


def _area(word: str, words: _Words) -> int:
    found = words.areas.get(word.casefold())
    if found is None:
        raise Fault(tr("området {word} finns inte bland avtalets områden", word=word))
    return found


def _day(text: str, today: date) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise Fault(tr("datumet {text} går inte att läsa. Skriv det som 2018-09-04", text=text)) from error
    if day > today:
        raise Fault(tr("{day} ligger framåt i tiden", day=day))
    return day
