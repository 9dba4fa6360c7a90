"""The table of pages: what stands in the sidebar, and where each place in the window is found."""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from samverkan_desktop.i18n import mark_as, tr_as

if TYPE_CHECKING:
    from samverkan_desktop.ui.page import Page


@dataclass(frozen=True)
class Place:
    """One page of the window.

    Args:
        key: what it is called in a target: ``decisions``.
        title: what it is called in the sidebar, in Swedish; shown through `title`.
        icon: name of its icon.
        where: module and class that make it, imported when first shown.
        opens: the kinds of things that it shows one by one: ``decision`` of ``decision:7``.
        listed: whether it stands in the sidebar.
    """

    key: str
    title: str
    icon: str
    where: str
    opens: tuple[str, ...] = ()
    listed: bool = True


_PAGES = "samverkan_desktop.ui.pages"

PLACES = (
    Place(
        "overview",
        mark_as("page", "Översikt"),
        "layout-dashboard",
        f"{_PAGES}.overview.page:OverviewPage",
        ("finding",),
    ),
    Place(
        "meetings",
        mark_as("page", "Möten"),
        "calendar-days",
        f"{_PAGES}.meetings.page:MeetingsPage",
        ("meeting", "item", "plan"),
    ),
    Place(
        "decisions", mark_as("page", "Beslut"), "gavel", f"{_PAGES}.decisions:DecisionsPage", ("decision",)
    ),
    Place(
        "commissions",
        mark_as("page", "Uppdrag"),
        "clipboard-list",
        f"{_PAGES}.commissions.page:CommissionsPage",
        ("commission", "task"),
    ),
    Place(
        "deviations",
        mark_as("page", "Avvikelser"),
        "triangle-alert",
        f"{_PAGES}.deviations.page:DeviationsPage",
        ("deviation", "matter"),
    ),
    Place(
        "follow_up",
        mark_as("page", "Uppföljning"),
        "chart-no-axes-column",
        f"{_PAGES}.follow_up.page:FollowUpPage",
        ("report",),
    ),
    Place(
        "agreement",
        mark_as("page", "Avtal"),
        "scroll-text",
        f"{_PAGES}.agreement.page:AgreementPage",
        ("obligation", "clause"),
    ),
    Place(
        "registers",
        mark_as("page", "Register"),
        "library",
        f"{_PAGES}.registers.page:RegistersPage",
        (
            "area",
            "coverage",
            "indicator",
            "activity_plan",
            "planned_activity",
            "strategy",
            "commitment",
            "expected_result",
            "routine",
            "activity",
            "board_matter",
            "board_report",
            "direction",
            "level_report",
            "related_agreement",
            "legal_reference",
        ),
    ),
    Place(
        "persons",
        mark_as("page", "Personer"),
        "users",
        f"{_PAGES}.persons.page:PersonsPage",
        ("seat", "role", "group", "person"),
    ),
    Place(
        "settings",
        mark_as("page", "Inställningar"),
        "sliders-horizontal",
        f"{_PAGES}.settings.page:SettingsPage",
        listed=False,
    ),
)
#: Those that stand in the sidebar, in order.
LISTED = tuple(place for place in PLACES if place.listed)


def title(place: Place) -> str:
    """Return what a page is called in the language in use."""
    return tr_as("page", place.title)


def find(target: str) -> tuple[Place, str]:
    """Return the page of a target and what to open there.

    ``"meeting:3"`` opens ``"meeting:3"`` on the meetings page; ``"agreement:T14"`` opens ``"T14"`` on
    its own page; ``"decisions"`` opens nothing in particular. What stands after ``@`` says whose it is.

    Raises:
        KeyError: no page shows such a thing.
    """
    target = target.partition("@")[0]
    kind, _, identity = target.partition(":")
    for place in PLACES:
        if kind == place.key:
            return place, identity
        if kind in place.opens:
            return place, target
    raise KeyError(target)


def page_class(place: Place) -> type["Page"]:
    """Import a page and return its class."""
    module, _, name = place.where.partition(":")
    found: type[Page] = getattr(import_module(module), name)
    return found
