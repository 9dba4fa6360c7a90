"""The agreement's page, shown on a played year or on an archive without an agreement."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from samverkan_desktop.ui.pages.agreement.page import AgreementPage
from tests.ui.year import Shown, Year

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def opened(given: Shown, shown: Show) -> Callable[[], AgreementPage]:
    """Return what opens the page."""

    def open_it() -> AgreementPage:
        page = AgreementPage(given.context)
        page.resize(1174, 708)
        given.bind(page)
        shown(page)
        return page

    return open_it


@pytest.fixture
def page(played: Year, opened: Callable[[], AgreementPage]) -> AgreementPage:
    """Return the page of a played year."""
    return opened()
