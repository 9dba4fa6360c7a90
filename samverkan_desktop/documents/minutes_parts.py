"""What minutes say in every kind of file: who was there, a decision's lines, what came of the meeting."""

from collections.abc import Sequence

from samverkan_desktop.documents.minutes import (
    Attendee,
    MinutedDecision,
    MinutedItem,
    Minutes,
    PartyAttendees,
)
from samverkan_desktop.i18n import tr, tr_as
from samverkan_desktop.words import definite


def attendance(minutes: Minutes) -> list[tuple[str, tuple[PartyAttendees, ...]]]:
    """Return those present, away, vacant and co-opted, each under its heading; no empty heading."""
    excused, absent = _parted(minutes.absent)
    groups = (
        (tr("Närvarande"), minutes.present),
        (tr("Anmält förhinder"), tuple(excused)),
        (tr("Ej närvarande"), tuple(absent)),
        (tr("Vakant"), minutes.vacant),
        (tr("Adjungerade"), (PartyAttendees("", minutes.coopted),)),
    )
    return [(heading, parties) for heading, parties in groups if any(p.attendees for p in parties)]


def attendee_line(attendee: Attendee) -> str:
    """Return a function with its holder and what is noted of them: ``Rektor (Kim Exempel), tf``."""
    held = f"{attendee.function} ({attendee.holder})" if attendee.holder else attendee.function
    return ", ".join((held, *attendee.notes))


def _parted(absent: Sequence[PartyAttendees]) -> tuple[list[PartyAttendees], list[PartyAttendees]]:
    """Part those who sent word from those who did not; the heading then says it, not each line."""
    word = tr("anmält förhinder").casefold()
    excused, others = [], []
    for party in absent:
        sent_word, silent = [], []
        for attendee in party.attendees:
            notes = tuple(note for note in attendee.notes if note.casefold() != word)
            if notes == attendee.notes:
                silent.append(attendee)
            else:
                sent_word.append(Attendee(attendee.function, attendee.holder, notes))
        excused.append(PartyAttendees(party.party, tuple(sent_word)))
        others.append(PartyAttendees(party.party, tuple(silent)))
    return excused, others


def items_heading(label: str) -> str:
    """Return what stands over the items of a record: notes have notes, a protokoll has its matters."""
    return tr_as("notes", "Anteckningar") if _are_notes(label) else tr("Ärenden")


def recorder_heading(label: str) -> str:
    """Return what stands over who took the notes: ``Vid anteckningarna``, ``Vid protokollet``."""
    if _are_notes(label):
        return tr("Vid anteckningarna")
    return tr("Vid {record}", record=definite(label[:1].lower() + label[1:]))


def _are_notes(label: str) -> bool:
    return label.casefold().endswith(("anteckningar", tr("anteckningar"), tr("minnesanteckningar")))


def approval_lines(minutes: Minutes) -> tuple[str, ...]:
    """Return what stands under *Justering*: a line to sign for each function, or by whom it was, and when."""
    lines = [minutes.approval] if minutes.approval else []
    for each in minutes.approvers:
        held = f"{each.function} ({each.holder})" if each.holder else each.function
        signed = tr("justerat {day}", day=each.day) if each.day else f"{'_' * 30}  {tr('Datum')}: {'_' * 12}"
        lines.append(f"{held}: {signed}")
    return tuple(lines)


def decision_lines(decision: MinutedDecision) -> list[tuple[str, str]]:
    """Return a decision's lines, each with the words that lead it in (conventions 3.1, 3.5)."""
    lines = [(tr("Förslag till beslut:"), decision.proposal)] if decision.proposal else []
    lead = tr("Beslut {nummer}:", nummer=decision.number) if decision.number else tr("Beslut:")
    lines.append((lead, decision_text(decision)))
    if decision.distribution:
        lines.append((tr("Beslut sänds till:"), "; ".join(decision.distribution)))
    return lines


def decision_text(decision: MinutedDecision) -> str:
    """Return a decision's words, with who carries it out, by when, and what it does to earlier ones."""
    text = decision.text
    if decision.responsible:
        text += " " + tr("Ansvarig: {responsible}.", responsible=decision.responsible)
    if decision.when:
        text += " " + tr("Senast: {when}.", when=decision.when)
    for earlier in decision.supersedes:
        text += " " + tr("Beslutet {supersedes}.", supersedes=earlier)
    return text


def outcome(items: Sequence[MinutedItem]) -> list[tuple[str, str, str, str]]:
    """Return what came of the meeting, a row each: number, what, who and when."""
    rows = []
    for item in items:
        rows += [(taken.number, taken.text, taken.responsible, taken.when) for taken in item.decisions]
        rows += [(given.number, given.title, given.who, given.when) for given in item.commissions]
        rows += [("", task.text, task.who, task.when) for task in item.tasks]
    return rows
