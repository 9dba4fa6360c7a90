"""Phrases that are written with a few letters after ``#``: the field's, the user's own, and functions."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.clock import LOCAL_ZONE
from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.models.phrase import Phrase
from samverkan_desktop.rules.wording import capital
from samverkan_desktop.services import own_words
from samverkan_desktop.services.group import SeatRow, seat_rows
from samverkan_desktop.services.meeting import rows_in
from samverkan_desktop.services.privacy import demand, refuse
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import MeetingKind, MeetingStatus, Role
from samverkan_desktop.words import Words

#: The sign that opens the list while one writes.
SIGN = "#"
#: Longer than this is no key: it would not be quicker to write.
_LONGEST = 40


@dataclass(frozen=True)
class PhraseRow:
    """A phrase of the user's own: ``key`` is what one writes after ``#`` to get its ``text``."""

    id: int
    key: str
    text: str


@dataclass(frozen=True)
class Offered:
    """What can be written by a key: a phrase, or the function of a role or a seat.

    ``phrase_id`` is set for the user's own. Where ``text`` ends in a blank, one writes on after it.
    """

    key: str
    text: str
    phrase_id: int | None = None


def add(work: Workspace, key: str, text: str) -> int:
    """Add a phrase of the user's own; one of the program's with the same key gives way to it.

    Args:
        work: the open archive.
        key: what one writes after ``#``: letters, digits and hyphens, at most 40.
        text: what it becomes.

    Returns:
        The phrase's identity.

    Raises:
        UserError: key or text is missing, the key cannot be written so or is another phrase's, or a text
            holds a personal identity number.
    """
    written = _checked(key, text)
    with work.change("phrase.add", tr("Frasen #{key} lades till", key=written)) as session:
        _check_free(session, written)
        phrase = Phrase(key=written, text=text.strip())
        session.add(phrase)
        session.flush()
        return phrase.id


def change(work: Workspace, phrase_id: int, key: str, text: str) -> None:
    """Change the key and the text of a phrase of the user's own.

    Raises:
        UserError: as for `add`.
    """
    written = _checked(key, text)
    with work.change("phrase.change", tr("Frasen #{key} ändrades", key=written)) as session:
        _check_free(session, written, besides=phrase_id)
        phrase = session.get_one(Phrase, phrase_id)
        phrase.key, phrase.text = written, text.strip()


def remove(work: Workspace, phrase_id: int) -> None:
    """Take a phrase of the user's own away; what was written with it stays."""
    with work.change("phrase.remove", tr("En fras togs bort")) as session:
        session.delete(session.get_one(Phrase, phrase_id))


def listing(work: Workspace) -> tuple[PhraseRow, ...]:
    """Return the user's own phrases, by their keys."""
    with work.read() as session:
        return _own(session)


def _own(session: Session) -> tuple[PhraseRow, ...]:
    rows = [PhraseRow(each.id, each.key, each.text) for each in session.scalars(select(Phrase))]
    return tuple(sorted(rows, key=lambda row: row.key.casefold()))


def _checked(key: str, text: str) -> str:
    demand(tr("Skriv vad frasen ska kallas."), key=key)
    demand(tr("Skriv vad frasen ska bli."), text=text)
    refuse(key=key, text=text)
    written = key.strip().removeprefix(SIGN)
    if len(written) > _LONGEST or not written.replace("-", "").isalnum():
        raise UserError(
            tr(
                "Kalla frasen något av bokstäver, siffror och bindestreck, högst {most} tecken.",
                most=_LONGEST,
            ),
            field="key",
        )
    return written


def _check_free(session: Session, key: str, besides: int | None = None) -> None:
    if any(row.key.casefold() == key.casefold() and row.id != besides for row in _own(session)):
        raise UserError(tr("Det finns redan en fras som heter #{key}.", key=key), field="key")


def offered(work: Workspace, meeting_id: int) -> tuple[Offered, ...]:
    """Return what can be written with ``#`` in the notes of a meeting, in the agreement's own words.

    Args:
        work: the open archive.
        meeting_id: the meeting, whose day says who has which role, and whose group which seats there are.

    Returns:
        The user's own phrases, then those of the program, then roles and seats, which become the
        function (T07), never whoever holds it.
    """
    with work.read() as session:
        meeting = session.get_one(Meeting, meeting_id)
        words = own_words.of_group(session, meeting.group_id)
        seats = seat_rows(session, meeting.group_id, meeting.day)
        own = tuple(Offered(row.key, row.text, row.id) for row in _own(session))
        coming = _coming(session, meeting)
    now = f"{work.clock.now().astimezone(LOCAL_ZONE):%H.%M}"
    taken = {each.key.casefold() for each in own}
    given = (*_phrases(words, now, coming), *_functions(words, seats))
    return (*own, *(each for each in given if each.key.casefold() not in taken))


def _coming(session: Session, meeting: Meeting) -> str:
    days = [
        row.day
        for row in rows_in(session, group_id=meeting.group_id)
        if row.day > meeting.day
        and row.kind is MeetingKind.ORDINARY
        and row.status is not MeetingStatus.CANCELLED
    ]
    return str(days[0]) if days else ""


def _phrases(words: Words, now: str, coming: str) -> tuple[Offered, ...]:
    """Return the phrases of the field, found in real notes; ``coming`` is the day of the next meeting."""
    record, convenor = words.record, capital(words.the_role(Role.CONVENOR))
    following = tr("Nästa möte hålls {day}.", day=coming) if coming else tr("Nästa möte hålls ")
    said = (
        (tr("öppnas"), tr("{convenor} hälsade alla välkomna och öppnade mötet.", convenor=convenor)),
        (tr("presentation"), tr("En presentationsrunda följde.")),
        (tr("dagordningen"), tr("Dagordningen godkändes.")),
        (tr("dagordningen-tillägg"), tr("Dagordningen godkändes med tillägg under Övriga frågor.")),
        (
            tr("föregående"),
            tr("Föregående {record} gicks igenom, godkändes och lades till handlingarna.", record=record),
        ),
        (tr("synpunkter"), tr("Inga synpunkter framfördes.")),
        (tr("informerade"), tr("informerade om läget när det gäller ")),
        (tr("diskussion"), tr("En diskussion följde om ")),
        (tr("återkommer"), tr("Frågan tas upp igen vid nästa möte.")),
        (tr("handlingarna"), tr("Rapporten läggs till handlingarna.")),
        (tr("godkännande"), tr("Rapporten läggs med godkännande till handlingarna.")),
        (tr("information"), tr("Informationen antecknas.")),
        (tr("enligt-förslaget"), tr("Gruppen beslutar enligt förslaget.")),
        (tr("bordläggs"), tr("Frågan bordläggs till nästa möte.")),
        (tr("återremitteras"), tr("Frågan återremitteras med tillägget att ")),
        (tr("uppdrag"), tr("får i uppdrag att återkomma med förslag till ")),
        (tr("hänvisas"), tr("Frågan hänvisas till närmaste chef i den verksamhet där bristen uppstått.")),
        (tr("ajourneras"), tr("Mötet ajourneras kl. {time}.", time=now)),
        (tr("återupptas"), tr("Mötet återupptas kl. {time}.", time=now)),
        (tr("nästa-möte"), following),
        (
            tr("avslutas"),
            tr("{convenor} tackade och avslutade mötet kl. {time}.", convenor=convenor, time=now),
        ),
    )
    return tuple(Offered(key, text) for key, text in said)


def _functions(words: Words, seats: Sequence[SeatRow]) -> tuple[Offered, ...]:
    roles = [(words.role(role), seat.function) for seat in seats for role in seat.roles]
    named = [(seat.short_name or seat.function, seat.function) for seat in seats]
    return tuple(Offered(key, function) for key, function in (*roles, *named))


def matching(phrases: Sequence[Offered], written: str) -> tuple[Offered, ...]:
    """Return those that what is written after ``#`` may mean: keys that begin so first, then any other.

    Args:
        phrases: what can be written.
        written: what stands after the sign so far; may be empty.
    """
    sought = written.casefold()
    keys = [(each, each.key.casefold()) for each in phrases]
    begin = [each for each, key in keys if key.startswith(sought)]
    inside = [each for each, key in keys if sought in key and not key.startswith(sought)]
    told = [each for each, key in keys if sought and sought not in key and sought in each.text.casefold()]
    return (*begin, *inside, *told)
