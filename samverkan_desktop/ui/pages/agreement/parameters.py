"""The parameters of an obligation as a form: read from the kind's own type, named in Swedish."""

import re
from collections.abc import Mapping
from dataclasses import MISSING, fields, replace
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_type_hints

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.rules.registry import KINDS
from samverkan_desktop.rules.wording import capital, topic_name
from samverkan_desktop.ui.pages.agreement import sentences
from samverkan_desktop.ui.pages.agreement.setting import Setting
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.vocabulary import Role, Topic, WorkingYear
from samverkan_desktop.words import Words

_LABELS = {
    "agreements": mark("Andra avtal, ett på varje rad"),
    "at": mark("Vid vilket möte"),
    "boards": mark("Nämnder, en på varje rad"),
    "bound": mark("Hur antalet är menat"),
    "by": mark("Senast, dag och månad"),
    "count": mark("Antal möten"),
    "decided_at": mark("Beslutas vid"),
    "demands": mark("Vad som krävs"),
    "every": mark("Görs efter så många arbetsår"),
    "every_months": mark("Högst så många månader mellan möten"),
    "every_weeks": mark("Högst så många veckor mellan möten"),
    "forms": mark("Skolformer som räknas; alla om ingen väljs"),
    "horizons": mark("Resultat som ska anges"),
    "judgement": mark("Det som inte har rapporterats ska bedömas"),
    "linked": mark("Varje aktivitet ska följa av en strategi"),
    "organisers": mark("Huvudmän som räknas; alla om ingen väljs"),
    "per": mark("Räknas per"),
    "policy": mark("Får individärenden tas upp?"),
    "relative_to": mark("Intill en annan grupps möten"),
    "requires": mark("Vad som krävs"),
    "review": mark("Vad som ska göras"),
    "role": mark("Roll"),
    "roles": mark("Roller"),
    "seats": mark("Funktioner som har rollen"),
    "season": mark("När på året"),
    "share": mark("Så många procent ska omfattas"),
    "steps": mark("Steg som ska göras"),
    "subject": mark("Vad ärendet gäller"),
    "term": mark("Utses för"),
    "through": mark("Visas genom"),
    "topics": mark("Punkter som ska finnas"),
    "warn_months": mark("Påbörjas så många månader före utgången"),
    "what": mark("Vad det gäller"),
    "when": mark("Före eller efter dess möten"),
    "within_days": mark("Skickas inom så många dagar"),
    "words": mark("Avtalets ord, om det inte går att räkna"),
}
#: Parameters that mean something else in one kind than in the others.
_OWN_LABELS = {
    ("joint_activity", "count"): mark("Antal per arbetsår"),
    ("level_report", "count"): mark("Antal redovisningar"),
    ("meeting_frequency", "within_days"): mark("Inom så många dagar från dem"),
    ("meeting_report", "within_days"): mark("Redovisas inom så många dagar"),
    ("standing_topics", "topics"): mark("Stående frågor, en på varje rad"),
}
#: What a value is called; roles and topics have their names from the rules.
_VALUES = {
    "acted_on": mark("Åtgärdat"),
    "activity_plan": mark("Aktivitetsplan"),
    "adoption": mark("Antagande av avtal"),
    "after": mark("Efter"),
    "allowed": mark("Ja, utan villkor"),
    "analysed": mark("Analyserat"),
    "any": mark("När som helst"),
    "at_least": mark("Minst så många"),
    "autumn": mark("På hösten"),
    "ban": mark("Nej, aldrig"),
    "before": mark("Före"),
    "board_report": mark("Redovisning för nämnd"),
    "calendar_year": mark("Kalenderår"),
    "called": mark("Kallade till sista mötet, och bara dit"),
    "carried_out": mark("Genomfört"),
    "compulsory": mark("Grundskola"),
    "consent_note": mark("Ja, med anteckning om samtycke"),
    "decision": mark("Ett beslut"),
    "evaluation": mark("Utvärdering"),
    "election_period": mark("Mandatperiod"),
    "every_meeting": mark("Varje möte"),
    "every_party": mark("Funktioner från alla parter"),
    "exactly": mark("Så många"),
    "follow_up": mark("Uppföljning"),
    "followed_up": mark("Uppföljt"),
    "how": mark("Hur uppdraget ska redovisas"),
    "independent": mark("Fristående"),
    "joint_financing": mark("Gemensam finansiering"),
    "last_meeting": mark("Årets sista möte"),
    "level_report": mark("Redovisning för överordnad grupp"),
    "long": mark("På lång sikt"),
    "meeting": mark("Redovisning av ett möte"),
    "month": mark("Månad"),
    "municipal": mark("Kommunal"),
    "need": mark("Ett angivet behov"),
    "normally": mark("Normalt så många"),
    "other": mark("Annat"),
    "preschool": mark("Förskola"),
    "present": mark("Närvarande vid sista mötet"),
    "quarter": mark("Kvartal"),
    "responsible": mark("Vem som ansvarar"),
    "school_year": mark("Läsår"),
    "short": mark("På kort sikt"),
    "special": mark("Anpassad skola"),
    "spring": mark("På våren"),
    "term": mark("Termin"),
    "until_further_notice": mark("Tills vidare"),
    "upper_secondary": mark("Gymnasieskola"),
    "when": mark("När uppdraget ska redovisas"),
    "working_year": mark("Arbetsår"),
}


def value_name(value: StrEnum, words: Words | None = None) -> str:
    """Return what one of the values of a parameter is called, a role in the agreement's own words."""
    if isinstance(value, Role):
        return capital((words or Words()).role(value))
    if value is Topic.YEAR_PLAN:  # whichever kind of year it is
        return tr("Planering av kommande arbetsår")
    if isinstance(value, Topic):
        return topic_name(value, WorkingYear.SCHOOL_YEAR, words)
    return tr(_VALUES[value.value])


def declaration(kind: str, setting: Setting | None = None, group: str = "") -> tuple[Field, ...]:
    """Return the form of a kind of obligation; empty where it takes no parameters.

    Args:
        kind: name of the kind.
        setting: what can be chosen in the agreement; nothing where None.
        group: key of the group it concerns.
    """
    known = setting or Setting()
    made = []
    for name, wanted in _wanted(kind).items():
        field = _field(kind, name, wanted, known.words)
        if name == "seats":
            missing = "" if known.seats(group) else tr("Gruppen har inga platser än. Lägg till dem först.")
            field = replace(field, kind=Kind.CHECKS, choices=known.seats(group), help=missing)
        elif name == "by":
            field = replace(field, kind=Kind.YEAR_DAY)
        elif name == "relative_to":
            field = replace(field, kind=Kind.CHOICE, choices=known.others(group))
        made.append(field)
    return tuple(made)


def _wanted(kind: str) -> dict[str, Any]:
    return get_type_hints(KINDS[kind].parameters)


def _field(kind: str, name: str, wanted: Any, words: Words) -> Field:  # noqa: ANN401  a class or a typing construct
    own = (kind, name)
    label = tr(_OWN_LABELS[own]) if own in _OWN_LABELS else tr(_LABELS[name])
    several = get_args(wanted)
    if NoneType in several and _is_choice(wanted):
        choices = (("", tr("Anges inte")), *_choices(several[0], words))
        return Field(name, label, Kind.CHOICE, choices=choices)
    if name in KINDS[kind].ways:
        number = NoneType in several
        help_ = tr("Avtalet säger detta på ett av sätten; ett nytt ersätter det förra.")
        return Field(name, label, Kind.NUMBER if number else Kind.TEXT, help=help_)
    if NoneType in several:
        return Field(name, label, Kind.NUMBER, help=tr("0 betyder att avtalet inte anger någon gräns."))
    if several:
        return _list_field(name, label, several[0], words)
    if issubclass(wanted, StrEnum):
        return Field(name, label, Kind.CHOICE, choices=_choices(wanted, words))
    if wanted is bool:
        return Field(name, label, Kind.CHECK)
    return Field(name, label, Kind.NUMBER if wanted is int else Kind.TEXT)


def _list_field(name: str, label: str, member: type, words: Words) -> Field:
    if issubclass(member, StrEnum):
        return Field(name, label, Kind.CHECKS, choices=_choices(member, words))
    return Field(name, label, Kind.LINES)


def _choices(wanted: type[StrEnum], words: Words) -> tuple[tuple[str, str], ...]:
    return tuple((each.value, value_name(each, words)) for each in wanted)


def shown(kind: str, data: Mapping[str, Any]) -> dict[str, object]:
    """Return stored parameters as the form shows them: what is left out has its default."""
    defaults = {each.name: each.default for each in fields(KINDS[kind].parameters)}
    values = {}
    for name in _wanted(kind):
        value = data.get(name, defaults[name])
        values[name] = [str(each) for each in value] if isinstance(value, (list, tuple)) else value
        if value is None and _is_choice(_wanted(kind)[name]):
            values[name] = ""
    return {name: None if value is MISSING else value for name, value in values.items()}


def _is_choice(wanted: Any) -> bool:  # noqa: ANN401  a class or a typing construct
    first = (*get_args(wanted), wanted)[0]
    return isinstance(first, type) and issubclass(first, StrEnum)


def changed(kind: str, data: Mapping[str, Any], name: str, value: object) -> dict[str, Any]:
    """Return stored parameters with one changed, as the form gives it."""
    ways = KINDS[kind].ways
    if name in ways and value in (None, "", 0):
        return {**data, name: value}
    if name in ways:
        kept = {each: told for each, told in data.items() if each in ways[name]}
        return {**kept, name: value}
    result = {**data, name: value}
    if NoneType in get_args(_wanted(kind)[name]) and not value:
        del result[name]
    return result


def way(kind: str, data: Mapping[str, Any]) -> str:
    """Return the parameter that says in which of several ways an obligation is meant; empty without such."""
    return next((name for name in KINDS[kind].ways if name in data), next(iter(KINDS[kind].ways), ""))


def beside(kind: str, way: str) -> tuple[str, ...]:
    """Return the parameters that are asked for in one of a kind's ways: those that mean something there.

    How a number is meant (*minst*, *normalt*) is not asked where there is no number of meetings.
    """
    others = [name for name in KINDS[kind].ways[way] if name != "bound" or way == "count"]
    return (way, *others)


def placed(kind: str, field: Field) -> Field:
    """Return a field as it stands inside the kind's sentence: what can be chosen goes on from the words."""
    if field.kind is Kind.CHECK:
        field = replace(field, kind=Kind.CHOICE, choices=((True, ""), (False, "")))
    if field.kind is not Kind.CHOICE:
        return replace(field, help="")
    choices = tuple((value, _inside(kind, field.name, value, text)) for value, text in field.choices)
    return replace(field, choices=choices, help="")


def _inside(kind: str, name: str, value: object, text: str) -> str:
    found = sentences.VALUES.get((kind, name, str(value))) or sentences.VALUES.get((name, str(value)))
    if found:
        return tr(found)
    return text if name in ("group", "relative_to") else text[:1].lower() + text[1:]


#: What a new obligation of a kind says to begin with, where that is something else than the least it can.
_BEGUN: Mapping[str, Mapping[str, Any]] = {
    "agreement_term": {"warn_months": 12, "review": "Utvärdering"},
    "commission_brief": {"requires": ["how", "when"]},
    "follow_up_report": {"every": 2},
    "meeting_frequency": {"count": 4},
    "role_membership": {"roles": ["convenor", "secretary"]},
    "role_parties": {"roles": ["convenor", "secretary"]},
    "role_term": {"roles": ["convenor", "secretary"]},
    "work_group": {"requires": ["every_party"]},
}


def begun(kind: str, setting: Setting) -> dict[str, Any]:
    """Return what a new obligation says to begin with: what must be said, and what is likely."""
    own = _BEGUN.get(kind, {})
    known = {"boards": list(setting.boards), "agreements": list(setting.related)}
    result: dict[str, Any] = {}
    for each in fields(KINDS[kind].parameters):
        if each.name in own:
            result[each.name] = own[each.name]
        elif each.default is MISSING and each.name in known:
            result[each.name] = known[each.name]
        elif each.default is MISSING:
            result[each.name] = _least(_wanted(kind)[each.name])
    return result


def _least(wanted: Any) -> object:  # noqa: ANN401  a class or a typing construct
    if get_args(wanted):
        return []
    if issubclass(wanted, StrEnum):
        return next(iter(wanted)).value
    return 1 if wanted is int else ""


def in_another_way(kind: str, chosen: str, setting: Setting, group: str) -> dict[str, Any]:
    """Return what an obligation says to begin with when it is to be meant in another of its ways."""
    others = [value for value, _ in setting.others(group)]
    least = {"every_months": 3, "every_weeks": 4, "words": tr("flera gånger per år")}
    if chosen == "relative_to":
        return {chosen: others[0] if others else ""}
    return {chosen: least.get(chosen) or _BEGUN[kind][chosen]}


def at_its_field(error: UserError) -> UserError:
    """Return what is wrong with a parameter as it is said under its own field: without its name."""
    sentence = re.sub(rf"^{re.escape(error.field or '')}:?\s+", "", error.message, flags=re.IGNORECASE)
    return UserError(capital(sentence), field=error.field, rule=error.rule)
