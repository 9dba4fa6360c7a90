"""Golden files: what a document or the rules said when somebody last looked at it and found it good.

To renew them after a change that is meant, look at the document itself, then run the tests once
with ``SAMVERKAN_RENEW_GOLDEN=1`` and read the difference before it is committed.
"""

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def expected(name: str, actual: str, folder: Path = FOLDER) -> str:
    """What the golden file says; where it is to be renewed, what the document says now."""
    path = folder / name
    if os.environ.get("SAMVERKAN_RENEW_GOLDEN"):
        path.write_text(actual, encoding="utf-8", newline="\n")
    return path.read_text(encoding="utf-8")
