"""Word files are what Word would open, by Microsoft's own Open XML SDK, where the machine has it."""

import os
import subprocess
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pytest

from samverkan_desktop.documents import (
    agenda_docx,
    call_docx,
    commission_docx,
    follow_up_docx,
    listing_docx,
    minutes_docx,
    municipal_template,
    protocol_docx,
)
from samverkan_desktop.documents.word_template import OWN, WordTemplate
from tests.documents import contents, protocol_contents
from tests.documents.test_call_docx import CALLS
from tests.documents.test_follow_up_docx import YEARS
from tests.documents.test_listing import CROWDED
from tests.documents.test_minutes_docx import MEETINGS, bare_meeting
from tests.documents.test_municipal_template import TEMPLATES

VALIDATOR = os.environ.get("SAMVERKAN_WORD_VALIDATOR", "")

Render = Callable[[WordTemplate], bytes]


def _each(
    kind: str, render: Callable[..., bytes], contents: Mapping[str, Callable[[], object]]
) -> dict[str, Render]:
    """A kind of file of each content, by names."""
    return {f"{kind}-{name}": partial(_of, render, make) for name, make in contents.items()}


def _of(render: Callable[..., bytes], make: Callable[[], object], template: WordTemplate) -> bytes:
    return render(make(), template)


#: Every kind of Word file: crowded, as usual, and with as little as it can have.
FILES: dict[str, Render] = {
    **_each("minutes", minutes_docx.render, {**MEETINGS, "bare": bare_meeting}),
    **_each("call", call_docx.render, CALLS),
    **_each("agenda", agenda_docx.render, CALLS),
    **_each("report", follow_up_docx.render, YEARS),
    "protocol": lambda t: protocol_docx.render(protocol_contents.protocol(), t),
    "protocol-crowded": lambda t: protocol_docx.render(protocol_contents.crowded_protocol(), t),
    "protocol-bare": lambda t: protocol_docx.render(protocol_contents.bare_protocol(), t),
    "brief": lambda t: commission_docx.render(contents.brief(), t),
    "list": lambda t: listing_docx.render(CROWDED, t),
}
SHEETS: dict[str, Callable[[], bytes] | None] = {"own": None, **TEMPLATES}


@pytest.mark.skipif(not VALIDATOR, reason="SAMVERKAN_WORD_VALIDATOR names no validator")
@pytest.mark.parametrize("sheet", SHEETS)
def test_every_kind_of_file_is_valid_on_its_own_sheet_and_in_templates(sheet: str, tmp_path: Path):
    make = SHEETS[sheet]
    template = OWN if make is None else municipal_template.read("mall.docx", make())
    faults = []
    for name, render in FILES.items():
        path = tmp_path / f"{name}.docx"
        path.write_bytes(render(template))
        result = subprocess.run([VALIDATOR, path], capture_output=True, text=True, check=False)
        if result.returncode:
            faults.append(f"{name}: {result.stdout}{result.stderr}")
    assert not faults, "\n".join(faults)
