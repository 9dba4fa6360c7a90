"""What a protokoll in the board's form says in every kind of file: head, front page, leaves, sections."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from samverkan_desktop.documents.minutes import MinutedItem, Minutes, PartyAttendees
from samverkan_desktop.documents.minutes_parts import attendance, attendee_line, decision_text
from samverkan_desktop.documents.protocol import EarlierInstance, InstanceMatter, ProtocolFront
from samverkan_desktop.i18n import clock_span, numbered, tr

#: A line to sign on, or to fill in by hand.
LINE = "_" * 34
_NO_MATTER = InstanceMatter()


@dataclass(frozen=True)
class Leaf:
    """What begins a page of its own, and what the table at the head of its pages says (B01, B02).

    Args:
        paragraph: of its one item, or of all of them for the front page; may be empty.
        instances: those that dealt with its item before.
        items: its items: one with a paragraph, or those without that stand between two of them; none for the
            front page.
    """

    paragraph: str = ""
    instances: tuple[EarlierInstance, ...] = ()
    items: tuple[MinutedItem, ...] = ()


def front_of(minutes: Minutes) -> ProtocolFront:
    """Return what a protokoll has beside minutes."""
    return minutes.front or ProtocolFront()


def leaves(minutes: Minutes) -> list[Leaf]:
    """Return the leaves of a protokoll, the front page first."""
    found = [Leaf(front_of(minutes).paragraphs)]
    for item in minutes.items:
        matter = item.matter or _NO_MATTER
        if item.paragraph or item.matter:
            found.append(Leaf(item.paragraph, matter.instances, (item,)))
        elif found[-1].items and not found[-1].paragraph and not found[-1].instances:
            found[-1] = Leaf(items=(*found[-1].items, item))
        else:
            found.append(Leaf(items=(item,)))
    return found


def head_columns() -> tuple[str, str, str, str]:
    """Return the names of the columns of the table at the head of each page."""
    return tr("Organ"), tr("Beslutsdatum"), tr("Paragraf"), tr("Sida")


def head_rows(minutes: Minutes, leaf: Leaf) -> list[tuple[str, str, str, str]]:
    """Return the rows of the table at the head of a leaf's pages; the first one's page is each page's own."""
    own = (minutes.group, minutes.day.isoformat(), leaf.paragraph or "–", "")
    before = [
        (one.organ, one.day.isoformat(), one.paragraph or "–", one.page or "–") for one in leaf.instances
    ]
    return [own, *before]


def state(minutes: Minutes) -> str:
    """Return how far a protokoll has come: a draft, not attested, or attested on a day."""
    if minutes.draft:
        return tr("UTKAST – arbetsmaterial")
    attested = front_of(minutes).attested_on
    if attested is None:
        return tr("Protokollet är inte justerat")
    return tr("Protokollet är justerat {day}", day=attested.isoformat())


def opening_rows(minutes: Minutes) -> list[tuple[str, list[str]]]:
    """Return what the front page says of where, when and who (conventions 3.3), a label with its lines."""
    groups = attendance(minutes)
    present, coopted = tr("Närvarande"), tr("Adjungerade")
    there = [_party_lines(parties) for heading, parties in groups if heading == present]
    guests = [_party_lines(parties) for heading, parties in groups if heading == coopted]
    away = [
        (heading, [line for line in _party_lines(parties) if line])
        for heading, parties in groups
        if heading not in (present, coopted)
    ]
    attestors = [
        f"{one.function} ({one.holder})" if one.holder else one.function for one in minutes.approvers
    ]
    place = ", ".join(part for part in (minutes.place, clock_span(minutes.starts, minutes.ends)) if part)
    return [
        (tr("Plats och tid"), [place or LINE]),
        (tr("Beslutande"), there[0] if there else [LINE]),
        (tr("Övriga närvarande"), guests[0] if guests else []),
        *away,
        (tr("Diarienummer"), [minutes.case_number]),
        (tr("Initiativ"), [minutes.initiative]),
        (tr("Utses att justera"), attestors or [minutes.approval or LINE]),
        (tr("Justeringens plats och tid"), [front_of(minutes).attestation or LINE]),
    ]


def _party_lines(parties: Iterable[PartyAttendees]) -> list[str]:
    lines = []
    for party in parties:
        if party.attendees:
            lines += [f"{party.party}:"] if party.party else []
            lines += [attendee_line(each) for each in party.attendees]
    return lines


def signature_rows(minutes: Minutes) -> list[tuple[str, list[str]]]:
    """Return the lines to sign: who kept the protokoll, who led the meeting, who attest it."""
    front = front_of(minutes)
    rows = [(one.task, [LINE, _held(one.function, one.holder)]) for one in front.signers]
    for one in minutes.approvers:
        signed = tr("justerat {day}", day=one.day) if one.day else ""
        who = ", ".join(part for part in (_held(one.function, one.holder), signed) if part)
        rows.append((tr("Justerare"), [LINE, who]))
    if not minutes.approvers:
        rows.append((tr("Justerare"), [LINE]))
    return [(label, [line for line in lines if line]) for label, lines in rows] + [
        (tr("Paragrafer"), [front.paragraphs])
    ]


def _held(function: str, holder: str) -> str:
    return f"{function} ({holder})" if holder else function


def notice_sentence(minutes: Minutes) -> str:
    """Return what the notice says: that the protokoll is attested, and that this is announced."""
    if front_of(minutes).attested_on is None:
        return tr("Protokollet är inte justerat. Anslaget sätts upp när det är justerat.")
    if front_of(minutes).notice.up_on is None:
        return tr("Protokollet är justerat. Justeringen tillkännages genom anslag.")
    return tr("Protokollet är justerat. Justeringen har tillkännagivits genom anslag.")


def notice_rows(minutes: Minutes) -> list[tuple[str, list[str]]]:
    """Return the notice, a label with its line: one to fill in by hand where nothing is noted."""
    notice = front_of(minutes).notice
    return [
        (tr("Organ"), [minutes.group]),
        (tr("Sammanträdesdatum"), [minutes.day.isoformat()]),
        (tr("Anslaget sätts upp"), [str(notice.up_on or LINE)]),
        (tr("Anslaget tas ned"), [str(notice.down_on or LINE)]),
        (tr("Protokollet förvaras"), [notice.kept_at or LINE]),
        (tr("Underskrift"), [LINE]),
        (tr("Utdragsbestyrkande"), [LINE]),
    ]


def item_heading(item: MinutedItem) -> str:
    """Return an item's heading with its paragraph, or its number where it has none."""
    return f"{item.paragraph} {item.heading}" if item.paragraph else numbered(item.number, item.heading)


def has_sections(item: MinutedItem) -> bool:
    """Say whether what was noted under an item stands under a heading of its own: it is a matter."""
    return bool(item.paragraph or item.matter)


def papers(item: MinutedItem) -> list[str]:
    """Return the lines under an item's heading: registry number, its numbered papers (B03, B04)."""
    matter = item.matter or _NO_MATTER
    lines = [tr("Diarienummer: {number}", number=matter.case_number)] if matter.case_number else []
    lines += [
        tr("Bilaga {number}: {title}", number=number, title=title)
        for number, title in enumerate(matter.enclosures, 1)
    ]
    return lines + list(item.attachments)


def before_decision(item: MinutedItem) -> Iterator[tuple[str, list[str]]]:
    """Yield the sections between the description and the decision: heading and paragraphs (section 1.2)."""
    matter = item.matter or _NO_MATTER
    if matter.earlier:
        yield tr("Tidigare beslut"), list(matter.earlier)
    stated = [*matter.statement.splitlines(), matter.negotiation]
    if any(line.strip() for line in stated):
        heading = tr("Förvaltningens yttrande") if matter.statement else tr("Förhandling")
        yield heading, [line for line in stated if line.strip()]
    for one in reversed(matter.instances):
        if one.text:
            yield _by_instance(one), [line for line in one.text.splitlines() if line.strip()]
    proposals = [taken.proposal for taken in item.decisions if taken.proposal]
    if proposals:
        yield tr("Förslag till beslut"), proposals


def _by_instance(one: EarlierInstance) -> str:
    if one.proposes:
        return tr("Förslag från {organ}", organ=one.organ)
    return tr("Beslut i {organ}", organ=one.organ)


def decided(item: MinutedItem) -> list[tuple[str, str]]:
    """Return an item's decisions, each with its number before it where that is not the item's own."""
    return [
        ("" if taken.number == item.paragraph else taken.number, decision_text(taken))
        for taken in item.decisions
    ]


def sent_to(item: MinutedItem) -> list[str]:
    """Return to whom an item's decisions are sent (B20), each once."""
    matter = item.matter or _NO_MATTER
    told = [each for taken in item.decisions for each in taken.distribution]
    return list(dict.fromkeys([*matter.distribution, *told]))
