"""The registers, in the order in which they are listed."""

from collections.abc import Callable
from typing import Any

from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.registers import (
    activity,
    area,
    board_matter,
    commitment,
    coverage,
    direction,
    expected_result,
    indicator,
    legal_reference,
    level_report,
    planned_activity,
    related_agreement,
    routine,
    strategy,
)
from samverkan_desktop.ui.pages.registers.register import Register

REGISTERS: tuple[Callable[[PageContext], Register[Any]], ...] = (
    strategy.register,
    planned_activity.register,
    commitment.register,
    expected_result.register,
    indicator.register,
    area.register,
    coverage.register,
    routine.register,
    activity.register,
    board_matter.register,
    direction.register,
    level_report.register,
    related_agreement.register,
    legal_reference.register,
)
