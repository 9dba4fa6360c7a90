"""What is pasted into notes, cleaned: words, lists and tables of whatever it comes from, and nothing else."""

import re
import unicodedata
from collections.abc import Iterable

from samverkan_desktop.prose_blocks import Block, Gathering, Paragraph, in_order, said_by, table_of
from samverkan_desktop.prose_runs import Run
from samverkan_desktop.ui.widgets.html_reading import Reading

_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
#: What cannot be shown or kept: control characters, halves of signs, what is no sign at all.
_UNFIT = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffc\ufffe\uffff]")
_BULLET = re.compile("[-–•·▪o◦*][ \t\u00a0]+(?=.)")
_NUMBER = re.compile(r"([1-9][0-9]{0,2})[.)][ \t\u00a0]+(?=.)")


def cleaned(text: str) -> str:
    """Return a text without what cannot be kept, its lines ended and its letters put together in one way."""
    return unicodedata.normalize("NFC", _UNFIT.sub("", _LINE_END.sub("\n", text)))


def from_text(text: str) -> tuple[Block, ...]:
    """Return the blocks of plain text: tables of lines with tabs, lists of lines with bullets or numbers."""
    lines = cleaned(text).split("\n")
    said = [line for line in lines if line.strip()]
    widths = {line.count("\t") for line in said}
    if len(said) > 1 and len(widths) == 1 and widths != {0} and not any(map(_is_line_of_list, said)):
        rows = [tuple((Run(cell),) for cell in line.split("\t")) for line in said]
        return in_order([table_of(rows)])
    gathering = Gathering()
    for line in said:
        _add(gathering, line)
    return in_order(gathering.done())


def _is_line_of_list(line: str) -> bool:
    return bool(_BULLET.match(line.strip()) or _NUMBER.match(line.strip()))


def _add(gathering: Gathering, line: str) -> None:
    text = line.strip()
    nested = line.startswith(("\t", "  "))
    if found := _NUMBER.match(text):
        run = Run(text[found.end() :])
        gathering.add_line((run,), numbered=True, nested=nested, number=int(found[1]))
    elif (found := _BULLET.match(text)) and (text[0] not in "o*" or "\t" in found[0]):
        gathering.add_line((Run(text[found.end() :]),), numbered=False, nested=nested)
    else:
        gathering.add(Paragraph((Run(text),)))


def from_html(html: str) -> tuple[Block, ...]:
    """Return the blocks of what was copied in Word, Excel, Outlook or a web page."""
    reading = Reading()
    reading.feed(cleaned(html))
    reading.close()
    return in_order(reading.done())


def letters(blocks: Iterable[Block]) -> int:
    """Return how many letters blocks have."""
    return sum(len(said) for block in blocks for said in said_by(block))
