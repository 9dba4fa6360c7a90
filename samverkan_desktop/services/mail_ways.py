"""Opening a finished mail in the user's own mail program: the ways there are, and the next when one fails."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from pathlib import Path

from samverkan_desktop.documents.mail import Mail
from samverkan_desktop.errors import EnvironmentFault
from samverkan_desktop.i18n import mark, tr


class Opened(StrEnum):
    """How far a mail came with a mail program."""

    #: It stands there, for the user to send.
    SHOWN = "shown"
    #: The program says that the user sent it.
    SENT = "sent"
    #: The program says that the user closed it.
    LEFT = "left"


class WayFailed(Exception):
    """A way that does not work here, or not for this mail.

    Args:
        reason: why, as the end of a sentence in Swedish.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


#: Opens a mail whose enclosures lie in a folder.
Open = Callable[[Mail, Sequence[Path]], Opened]


@dataclass(frozen=True)
class Way:
    """One way to a mail program.

    Args:
        name: what it is called, in Swedish; shown through `tr`.
        where: the module with its ``open_mail``, imported when it is first used.
    """

    name: str
    where: str

    def open(self, mail: Mail, files: Sequence[Path]) -> Opened:
        """Open a mail with these enclosures.

        Raises:
            WayFailed: it did not work; nothing was opened.
        """
        opens: Open = import_module(f"samverkan_desktop.services.{self.where}").open_mail
        return opens(mail, files)


_DRAFT = Way(mark("ett utkast"), "mail_draft")
_WAYS = {
    "win32": (Way(mark("Windows mejlkoppling"), "mail_mapi"), _DRAFT),
    "darwin": (Way(mark("Mail"), "mail_apple"), _DRAFT),
}
#: Elsewhere: a desktop's own portal first, since it hands enclosures over whatever the mail program is.
_ELSEWHERE = (Way(mark("skrivbordets mejlportal"), "mail_portal"), Way(mark("xdg-email"), "mail_xdg"), _DRAFT)


@dataclass(frozen=True)
class Handed:
    """That a mail was handed to a mail program.

    Args:
        opened: how far it came.
        notices: a sentence on each way that did not work.
    """

    opened: Opened
    notices: tuple[str, ...] = ()


def ways(platform: str = sys.platform) -> tuple[Way, ...]:
    """Return the ways to try on a computer, in order."""
    return _WAYS.get(platform, _ELSEWHERE)


def open_mail(mail: Mail, files: Sequence[Path], tried: Sequence[Way]) -> Handed:
    """Open a mail in a mail program by the first way that works.

    Args:
        mail: the mail.
        files: where its enclosures lie.
        tried: the ways, in order.

    Raises:
        EnvironmentFault: none works.
    """
    notices: list[str] = []
    for number, way in enumerate(tried):
        try:
            return Handed(way.open(mail, files), tuple(notices))
        except WayFailed as failed:
            following = tr(tried[number + 1].name) if number + 1 < len(tried) else ""
            if following:
                notices.append(_sentence(tr(way.name), failed.reason, following))
            else:
                raise EnvironmentFault(_nothing(failed.reason, files)) from failed
    raise AssertionError("there is always a way to try")


def _sentence(name: str, reason: str, following: str) -> str:
    return tr(
        "Det gick inte med {name}: {reason}. I stället öppnades {following}.",
        name=name,
        reason=reason,
        following=following,
    )


def _nothing(reason: str, files: Sequence[Path]) -> str:
    if not files:
        return tr("Inget mejlprogram kunde öppnas: {reason}.", reason=reason)
    return tr(
        "Inget mejlprogram kunde öppnas: {reason}. Filerna ligger i {folder}.",
        reason=reason,
        folder=files[0].parent,
    )
