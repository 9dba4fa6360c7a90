"""Writing an agreement: beginning one from nothing, and changing its head and its words."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import Agreement, AgreementVersion
from samverkan_desktop.models.organisation import Party
from samverkan_desktop.periods import is_year_start
from samverkan_desktop.services.keys import free_key
from samverkan_desktop.services.privacy import demand, refuse
from samverkan_desktop.services.working_year import USUAL_START, divide
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import AgreementKind, Word, WorkingYear


def create(
    work: Workspace,
    title: str,
    kind: AgreementKind,
    municipality: str,
    starts: date,
    ends: date | None,
    working_year: WorkingYear,
    parties: Sequence[tuple[str, str]] = (),
    purpose: str = "",
) -> int:
    """Begin an agreement from nothing: a head and its parties, for clauses to be written in.

    Args:
        work: the open archive.
        title: what it is called.
        kind: what the parties call their document.
        municipality: the municipality; may be empty.
        starts: the first day it is in force.
        ends: its last day; None where it is valid until further notice.
        working_year: how it divides time.
        parties: the name of each party and of the board it serves, which may be empty.
        purpose: what it is for, word for word; may be empty.

    Returns:
        The agreement's identity.

    Raises:
        UserError: the title or a party's name is missing, it ends before it starts, two parties have one
            name, or a text holds a personal identity number.
    """
    demand(tr("Skriv vad avtalet heter."), title=title)
    refuse(title=title, municipality=municipality, purpose=purpose)
    if ends is not None and ends < starts:
        raise UserError(tr("Avtalet slutar innan det börjar. Ändra någon av dagarna."), field="ends")
    _look_through(parties)
    with work.change("agreement_writing.create", tr("Avtalet {title} skapades", title=title)) as session:
        agreement = Agreement(
            key=free_key(title, session.scalars(select(Agreement.key))),
            kind=kind,
            title=title.strip(),
            municipality=municipality.strip(),
            purpose=purpose.strip(),
            working_year=working_year,
            year_starts=USUAL_START[working_year],
            starts=starts,
            ends=ends,
            adopted_on=work.today,
        )
        session.add(agreement)
        session.flush()
        session.add(AgreementVersion(agreement_id=agreement.id, number=1, since=starts))
        _add_parties(session, agreement.id, parties)
        return agreement.id


def _look_through(parties: Sequence[tuple[str, str]]) -> None:
    for name, board in parties:
        demand(tr("Skriv vad varje part heter."), parties=name)
        refuse(parties=f"{name} {board}")
    names = [name.strip().casefold() for name, _ in parties]
    if len(set(names)) < len(names):
        raise UserError(tr("Två parter heter likadant. Skriv varje part en gång."), field="parties")


def _add_parties(session: Session, agreement_id: int, parties: Sequence[tuple[str, str]]) -> None:
    keys: list[str] = []
    for position, (name, board) in enumerate(parties, 1):
        keys.append(free_key(name, keys))
        session.add(
            Party(
                agreement_id=agreement_id,
                key=keys[-1],
                position=position,
                name=name.strip(),
                board=board.strip(),
            )
        )


def change_head(
    work: Workspace,
    agreement_id: int,
    *,
    title: str | None = None,
    kind: AgreementKind | None = None,
    municipality: str | None = None,
    purpose: str | None = None,
    working_year: WorkingYear | None = None,
    year_starts: str | None = None,
) -> None:
    """Change what stands at the head of an agreement; what is None is left as it is.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        title: what it is called.
        kind: what the parties call their document.
        municipality: the municipality; may be empty.
        purpose: what it is for, word for word; may be empty.
        working_year: how it divides time, also in the years that have been.
        year_starts: the first day of its school years, as ``MM-DD``.

    Raises:
        UserError: the title is empty, the day cannot begin every year, what is kept for a year would not fit
            any more, or a text holds a personal identity number.
    """
    texts = {"title": title, "municipality": municipality, "purpose": purpose}
    given = {name: text.strip() for name, text in texts.items() if text is not None}
    refuse(**given)
    if title is not None:
        demand(tr("Skriv vad avtalet heter."), title=title)
    if year_starts is not None and not is_year_start(year_starts):
        raise UserError(tr("Skriv månad och dag som 07-01, högst den 28:e i månaden."), field="year_starts")
    with work.change("agreement_writing.change_head", tr("Avtalets huvud ändrades")) as session:
        agreement = session.get_one(Agreement, agreement_id)
        for name, text in given.items():
            setattr(agreement, name, text)
        agreement.kind = kind or agreement.kind
        divide(session, agreement, working_year, year_starts)


def set_word(work: Workspace, agreement_id: int, word: Word, text: str) -> None:
    """Say what the agreement calls a party, a role or a record; empty for the program's own word.

    Raises:
        UserError: the text holds a personal identity number; the field is the word.
    """
    refuse(**{word.value: text})
    with work.change("agreement_writing.set_word", tr("Avtalets ord ändrades")) as session:
        agreement = session.get_one(Agreement, agreement_id)
        others = {name: said for name, said in agreement.words.items() if name != word}
        agreement.words = {**others, word.value: text.strip()} if text.strip() else others


def newest_version(session: Session, agreement_id: int) -> AgreementVersion:
    """Return the version that is written in: the newest, also where it is not in force yet."""
    chosen = select(AgreementVersion).where(AgreementVersion.agreement_id == agreement_id)
    return session.scalars(chosen.order_by(AgreementVersion.number.desc()).limit(1)).one()
