#!/usr/bin/env python3
"""Write the JSON Schema of the exchange file anew from the models.

Run it in the virtual environment whenever a stored class or a word of the vocabulary has changed, and commit
what it wrote.
"""

import json
import sys

from samverkan_desktop import paths
from samverkan_desktop.storage import exchange_schema


def main() -> int:
    """Write the schema; returns the exit code."""
    target = paths.resource("exchange", "samverkan.schema.json")
    target.parent.mkdir(exist_ok=True)
    text = json.dumps(exchange_schema.schema(), ensure_ascii=False, indent=2)
    target.write_text(text + "\n", encoding="utf-8", newline="\n")
    print(target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
