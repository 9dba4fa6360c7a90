"""Content of every kind of document with one text in every place, however bad."""

import dataclasses
from collections.abc import Callable
from datetime import UTC, datetime
from enum import Enum
from typing import TypeVar

from samverkan_desktop.documents import (
    agenda_docx,
    agenda_pdf,
    calendar_ics,
    call_docx,
    call_pdf,
    commission_docx,
    commission_pdf,
    follow_up_docx,
    follow_up_pdf,
    listing_csv,
    listing_docx,
    listing_pdf,
    listing_xlsx,
    mail_eml,
    minutes_docx,
    minutes_extract_docx,
    minutes_extract_pdf,
    minutes_pdf,
    protocol_docx,
    protocol_pdf,
    running_script_pdf,
    year_plan_pdf,
)
from samverkan_desktop.documents.mail import Mail
from samverkan_desktop.documents.minutes_extract import MinutesExtract
from tests.documents import contents, level_contents, plan_contents, register_contents
from tests.documents import follow_up_contents as years
from tests.documents import pdf_contents as calls
from tests.documents import protocol_contents as protocols
from tests.documents.test_listing import CROWDED

T = TypeVar("T")
_AT = datetime(2018, 9, 4, 12, tzinfo=UTC)

#: What people paste, and what files of other programs hold.
TEXTS = {
    "control": "a\x00b\x01c\x0bd\x0ce\x1b[2Jf\x7fg\x85h\ufffei\uffffj",
    "halves": "a\ud83db\udc00c",
    "turning": "ab\u202ecd\u2066ef\u200bgh\u2028ij\u2029kl",
    "unknown": "👩‍👩‍👧 中文 عربى ไทย ﬁ ①",
    "ends": "a\tb\r\nc\rd",
    "markup": "</para><b>&amp;<!--]]>{x}%s\\N{BULLET}",
    "formula": '=HYPERLINK("http://x";"y")',
    "letters": "Ett namn som är långt " * 7,
}


def spoiled(content: T, text: str) -> T:
    """Return content in which every text is another."""
    return _spoiled(content, text)  # type: ignore[return-value]  of the same class


def _spoiled(value: object, text: str) -> object:
    if isinstance(value, str) and not isinstance(value, Enum):
        return text
    if isinstance(value, tuple):
        return tuple(_spoiled(each, text) for each in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        own = [field.name for field in dataclasses.fields(value) if field.init]
        return dataclasses.replace(value, **{name: _spoiled(getattr(value, name), text) for name in own})
    return value


def _year() -> object:
    """Return a follow-up that has something under every heading, once."""
    year = dataclasses.replace(
        years.played_year(),
        plans=plan_contents.plans(),
        levels=level_contents.levels(),
        registers=register_contents.registers(),
    )
    return dataclasses.replace(year, decisions=year.decisions[:1], deviations=year.deviations[:1])


_LIST = dataclasses.replace(CROWDED, rows=CROWDED.rows[:2])
_MINUTES = dataclasses.replace(contents.third_meeting(), items=contents.third_meeting().items[:5])

_EXTRACT = MinutesExtract(protocols.protocol(), protocols.reported_item(), "169")

#: Each kind of file: how it is made, and content for it.
KINDS: dict[str, tuple[Callable[..., bytes], object]] = {
    "call.pdf": (call_pdf.render, calls.meeting_six()),
    "call.docx": (call_docx.render, calls.meeting_six()),
    "agenda.pdf": (agenda_pdf.render, calls.meeting_six()),
    "agenda.docx": (agenda_docx.render, calls.meeting_six()),
    "script.pdf": (running_script_pdf.render, calls.script()),
    "minutes.pdf": (minutes_pdf.render, _MINUTES),
    "minutes.docx": (minutes_docx.render, _MINUTES),
    "brief.pdf": (commission_pdf.render, contents.brief()),
    "brief.docx": (commission_docx.render, contents.brief()),
    "follow-up.pdf": (follow_up_pdf.render, _year()),
    "follow-up.docx": (follow_up_docx.render, _year()),
    "protocol.pdf": (protocol_pdf.render, protocols.protocol()),
    "protocol.docx": (protocol_docx.render, protocols.protocol()),
    "extract.pdf": (minutes_extract_pdf.render, _EXTRACT),
    "extract.docx": (minutes_extract_docx.render, _EXTRACT),
    "plan.pdf": (year_plan_pdf.render, years.year_plan()),
    "list.pdf": (listing_pdf.render, _LIST),
    "list.docx": (listing_docx.render, _LIST),
    "list.xlsx": (listing_xlsx.render, _LIST),
    "list.csv": (listing_csv.render, _LIST),
    "meeting.ics": (lambda call: calendar_ics.render((call,), _AT), calls.meeting_six()),
    "mail.eml": (mail_eml.render, Mail("Ämne", "Text", (), (("a.txt", b"x"),))),
}


def made(kind: str, text: str) -> bytes:
    """Return a file of a kind in which every text is this one."""
    render, content = KINDS[kind]
    return render(spoiled(content, text))
