"""Every kind of obligation, in one table: adding a kind is one new module and one line here."""

from typing import Any

from samverkan_desktop.rules import meeting_frequency
from samverkan_desktop.rules.obligation import RuleKind

KINDS: dict[str, RuleKind[Any]] = {kind.name: kind for kind in (meeting_frequency.KIND,)}
