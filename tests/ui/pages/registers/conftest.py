"""What the tests of the registers share: the page on an agreement, with what is demanded written into it."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from samverkan_desktop.services import clause, obligation
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.pages.registers.page import RegistersPage
from tests.ui import year
from tests.ui.year import Shown, Year

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def begun(work: Workspace) -> Year:
    """Return a year in September 2018, with its agreement, plan and roles."""
    return year.begun(work)


@pytest.fixture
def page(begun: Year, given: Shown, shown: Show) -> RegistersPage:
    """Return the page of the registers, on the begun year."""
    made = RegistersPage(given.context)
    made.resize(1120, 680)
    given.bind(made)
    shown(made)
    return made


def demand(work: Workspace, kind: str, data: Mapping[str, Any] | None = None) -> None:
    """Write a clause into the agreement, and read an obligation out of it."""
    reference = clause.suggested_reference(work, 1)
    made = clause.add_clause(work, 1, reference, "", "Så ska det vara.")
    obligation.add_obligation(work, made, kind, data or {}, "styrgrupp")


def names(page: RegistersPage) -> list[str]:
    """Return what the first column of the register that is shown says."""
    model = page.view().table.view.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]
