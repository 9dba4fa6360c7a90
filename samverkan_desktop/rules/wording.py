"""What the rules call statuses, roles and topics when they speak Swedish."""

from collections.abc import Sequence
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.register_vocabulary import (
    CommitmentStep,
    Horizon,
    Organiser,
    Renegotiation,
    SchoolForm,
)
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.vocabulary import Grade, GroupKind, Role, Topic, WorkingYear
from samverkan_desktop.words import Words

_STATUSES = {
    Status.BREACHED: mark("Inte uppfyllt"),
    Status.AT_RISK: mark("I farozonen"),
    Status.UPCOMING: mark("Kommande"),
    Status.FULFILLED: mark("Uppfyllt"),
    Status.NOT_DUE: mark("Inte aktuellt än"),
    Status.NOT_COUNTABLE: mark("Går inte att räkna"),
}

_TOPICS = {
    Topic.OPENING: mark("Mötet öppnas"),
    Topic.APPROVE_AGENDA: mark("Godkännande av dagordning"),
    Topic.PREVIOUS_NOTES: mark("Föregående {record}"),
    Topic.OPEN_ITEMS: mark("Uppföljning av beslut och uppdrag"),
    Topic.REASON_FOR_EXTRA: mark("Skäl till extra möte"),
    Topic.ROLES: mark("Val av {convenor} och {secretary}"),
    Topic.YEAR_PLAN: mark("Planering av kommande {year}"),
    Topic.FOLLOW_UP: mark("Uppföljning av {agreement}"),
    Topic.OTHER_BUSINESS: mark("Övriga frågor"),
    Topic.NEXT_MEETING: mark("Nästa möte"),
    Topic.CLOSING: mark("Mötet avslutas"),
}

_EVERY_GROUP = {
    GroupKind.STEERING_GROUP: mark("varje styrgrupp"),
    GroupKind.WORK_GROUP: mark("varje arbetsgrupp"),
    GroupKind.REFERENCE_GROUP: mark("varje referensgrupp"),
    GroupKind.LOCAL_TASK_GROUP: mark("varje lokal uppdragsgrupp"),
    GroupKind.TWO_PLUS_TWO: mark("varje 2+2-grupp"),
    GroupKind.AREA_MEETINGS: mark("varje grupp för områdesvisa möten"),
    GroupKind.OFFICIALS: mark("varje tjänstemannagrupp"),
}

_RENEGOTIATIONS = {
    Renegotiation.REVISED: mark("avtalet reviderades"),
    Renegotiation.UNCHANGED: mark("avtalet gäller oförändrat"),
    Renegotiation.WITHDRAWN: mark("begäran drogs tillbaka"),
    Renegotiation.ENDED: mark("avtalet avslutades"),
}

_YEARS = {
    WorkingYear.SCHOOL_YEAR: mark("läsår"),
    WorkingYear.CALENDAR_YEAR: mark("kalenderår"),
}

_DONE = {
    CommitmentStep.CARRIED_OUT: mark("genomfört"),
    CommitmentStep.FOLLOWED_UP: mark("uppföljt"),
    CommitmentStep.ANALYSED: mark("analyserat"),
    CommitmentStep.ACTED_ON: mark("åtgärdat"),
}

_TO_DO = {
    CommitmentStep.CARRIED_OUT: mark("genomföra"),
    CommitmentStep.FOLLOWED_UP: mark("följa upp"),
    CommitmentStep.ANALYSED: mark("analysera"),
    CommitmentStep.ACTED_ON: mark("åtgärda"),
}

_HORIZONS = {Horizon.SHORT: mark("på kort sikt"), Horizon.LONG: mark("på lång sikt")}

_FORMS = {
    SchoolForm.PRESCHOOL: mark("förskola"),
    SchoolForm.COMPULSORY: mark("grundskola"),
    SchoolForm.SPECIAL: mark("anpassad skola"),
    SchoolForm.UPPER_SECONDARY: mark("gymnasieskola"),
}

_SCHOOLS = {
    SchoolForm.PRESCHOOL: mark("förskolor"),
    SchoolForm.COMPULSORY: mark("grundskolor"),
    SchoolForm.SPECIAL: mark("anpassade skolor"),
    SchoolForm.UPPER_SECONDARY: mark("gymnasieskolor"),
}

_WHOSE = {Organiser.MUNICIPAL: mark("kommunala"), Organiser.INDEPENDENT: mark("fristående")}

_SHALL = {Grade.MUST: mark("ska"), Grade.NORMALLY: mark("ska normalt"), Grade.SHOULD: mark("bör")}
_SHOULD_HAVE = {
    Grade.MUST: mark("skulle"),
    Grade.NORMALLY: mark("skulle normalt"),
    Grade.SHOULD: mark("borde"),
}

_ORGANISERS = {Organiser.MUNICIPAL: mark("kommunal"), Organiser.INDEPENDENT: mark("fristående")}


def status_name(status: Status) -> str:
    """Return how an obligation stands, in words: ``Uppfyllt``."""
    return tr(_STATUSES[status])


def role_name(role: Role) -> str:
    """Return what a role is usually called, where no agreement is at hand: ``sammankallande``."""
    return Words().role(role)


def every_group(kind: GroupKind) -> str:
    """Return every group of a kind in words: ``varje arbetsgrupp``."""
    return tr(_EVERY_GROUP[kind])


def renegotiation_name(outcome: Renegotiation) -> str:
    """Return what a request to renegotiate led to, in words: ``avtalet reviderades``."""
    return tr(_RENEGOTIATIONS[outcome])


def topic_name(topic: Topic, year: WorkingYear, words: Words | None = None) -> str:
    """Return the heading a topic goes by in a message: ``Uppföljning av samverkansavtalet``."""
    words = words or Words()
    return tr(
        _TOPICS[topic],
        year=tr(_YEARS[year]),
        record=words.record,
        convenor=words.role(Role.CONVENOR),
        secretary=words.role(Role.SECRETARY),
        agreement=words.the_agreement,
    )


def step_done(step: CommitmentStep) -> str:
    """Return what a commitment is when a step is done: ``genomfört``."""
    return tr(_DONE[step])


def step_to_do(step: CommitmentStep) -> str:
    """Return what remains to do of a commitment: ``genomföra``."""
    return tr(_TO_DO[step])


def horizon_name(horizon: Horizon) -> str:
    """Return when a result is expected: ``på kort sikt``."""
    return tr(_HORIZONS[horizon])


def form_name(form: SchoolForm) -> str:
    """Return what a form of school is called: ``grundskola``."""
    return tr(_FORMS[form])


def schools_name(forms: Sequence[SchoolForm], number: int = 2) -> str:
    """Return what so many schools of one form are called together, ``grundskolor``; of several ``skolor``."""
    if number == 1:
        return tr(_FORMS[forms[0]]) if len(forms) == 1 else tr("skola")
    return tr(_SCHOOLS[forms[0]]) if len(forms) == 1 else tr("skolor")


def organiser_name(organiser: Organiser) -> str:
    """Return whose a school is: ``fristående``."""
    return tr(_ORGANISERS[organiser])


def category_name(form: SchoolForm | None, organiser: Organiser) -> str:
    """Return what an organiser's schools are called, of one form or of all: ``kommunala grundskolor``."""
    schools = schools_name([form] if form else [])
    return tr("{whose} {schools}", whose=tr(_WHOSE[organiser]), schools=schools)


def capital(text: str) -> str:
    """Return a text with its first letter made large, the others left as they are."""
    return text[:1].upper() + text[1:]


def listed(words: Sequence[str]) -> str:
    """Return words in a row: ``möte 2, möte 3 och möte 5``."""
    if len(words) < 2:
        return "".join(words)
    return tr("{first} och {last}", first=", ".join(words[:-1]), last=words[-1])


def shall(grade: Grade) -> str:
    """Return the word for what is to be done, as strongly as it is demanded: ``ska``, ``bör``."""
    return tr(_SHALL[grade])


def should_have(grade: Grade) -> str:
    """Return the word for what was to be done, as strongly as it is demanded: ``skulle``, ``borde``."""
    return tr(_SHOULD_HAVE[grade])


def noun(number: int, one: str, several: str) -> str:
    """Return a noun as it is said of so many: ``möte`` of one, ``möten`` of none or several.

    Args:
        number: how many.
        one: the noun in the singular, marked for translation.
        several: the noun in the plural, likewise.
    """
    return tr(one) if number == 1 else tr(several)


def span(since: date, until: date) -> str:
    """Return a stretch of days: ``2019-01-01–2019-02-28``."""
    return f"{since}" if since == until else f"{since}–{until}"
