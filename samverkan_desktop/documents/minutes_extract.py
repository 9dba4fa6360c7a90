"""An extract of the record of a meeting (protokollsutdrag): one item, certified, as content (3.4)."""

from dataclasses import dataclass

from samverkan_desktop.documents import protocol_parts
from samverkan_desktop.documents.minutes import MinutedItem, Minutes
from samverkan_desktop.documents.minutes_parts import recorder_heading
from samverkan_desktop.documents.protocol_parts import LINE, front_of, item_heading, state
from samverkan_desktop.i18n import tr


@dataclass(frozen=True)
class MinutesExtract:
    """One item of a record, word for word as it stands there.

    Args:
        minutes: the record that it is taken from.
        item: the item; its ``paragraph`` says what it is called: ``§ 85``, ``Punkt 6``.
        page: on which page of the record it begins; empty where its pages are not numbered through the year.
    """

    minutes: Minutes
    item: MinutedItem
    page: str = ""


def name_of(extract: MinutesExtract) -> str:
    """Return what the extract is called: ``Protokollsutdrag``, ``Utdrag ur minnesanteckningar``."""
    if extract.minutes.front is not None:
        return tr("Protokollsutdrag")
    label = extract.minutes.label
    return tr("Utdrag ur {record}", record=label[:1].lower() + label[1:])


def title_of(extract: MinutesExtract) -> str:
    """Return the title of the file: what it is, of which day, and of what."""
    said = (name_of(extract), extract.minutes.day.isoformat(), item_heading(extract.item))
    return " ".join(said)


def kind_of(extract: MinutesExtract) -> str:
    """Return what kind of document it is, in the letterhead: ``PROTOKOLLSUTDRAG``, ``UTDRAG``."""
    return tr("PROTOKOLLSUTDRAG") if extract.minutes.front is not None else tr("UTDRAG")


def head_columns(extract: MinutesExtract) -> tuple[str, str, str, str]:
    """Return the names of the columns of the table above the item."""
    if extract.minutes.front is not None:
        return protocol_parts.head_columns()
    return tr("Grupp"), tr("Datum"), tr("Punkt"), tr("Beslut")


def head_rows(extract: MinutesExtract) -> list[tuple[str, str, str, str]]:
    """Return the rows of the table above the item: where it was dealt with, and by whom before."""
    minutes, item = extract.minutes, extract.item
    own = (minutes.group, minutes.day.isoformat())
    if minutes.front is None:
        numbers = [taken.number for taken in item.decisions]
        return [(*own, item.number, ", ".join(numbers) or "–")]
    before = item.matter.instances if item.matter else ()
    return [
        (*own, item.paragraph or "–", extract.page or "–"),
        *((one.organ, one.day.isoformat(), one.paragraph or "–", one.page or "–") for one in before),
    ]


def record_heading(extract: MinutesExtract) -> str:
    """Return what stands over who kept the record and attested it."""
    return tr("Om protokollet") if extract.minutes.front is not None else tr("Om anteckningarna")


def state_of(extract: MinutesExtract) -> str:
    """Return how far the record has come; empty where it is finished and nobody attests it."""
    minutes = extract.minutes
    if minutes.front is not None or minutes.draft:
        return state(minutes)
    return ""


def record_rows(extract: MinutesExtract) -> list[tuple[str, list[str]]]:
    """Return who kept the record, and who has attested it when: a label with its lines."""
    minutes = extract.minutes
    attested = [
        tr("{function}, justerat {day}", function=one.function, day=one.day) if one.day else one.function
        for one in minutes.approvers
    ]
    notice = front_of(minutes).notice.up_on
    return [
        (recorder_heading(minutes.label), [minutes.recorded_by]),
        (tr("Justerare"), attested or [minutes.approval]),
        (tr("Justeringen anslagen"), [str(notice or "")]),
        (tr("Bilagor"), list(extract.item.attachments)),
    ]


def certificate_rows() -> list[tuple[str, list[str]]]:
    """Return the lines of the certificate, to fill in and sign by hand (conventions 3.4)."""
    return [
        (tr("Ort och datum"), [LINE]),
        (tr("Underskrift"), [LINE]),
        (tr("Namnförtydligande"), [LINE]),
        (tr("Expedierat den"), [LINE]),
    ]
