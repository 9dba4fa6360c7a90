"""The way that is there everywhere: a draft as a file, opened with whatever the computer opens such with."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from samverkan_desktop.documents import mail_eml
from samverkan_desktop.documents.mail import Mail
from samverkan_desktop.errors import EnvironmentFault
from samverkan_desktop.files import write_atomically
from samverkan_desktop.i18n import tr
from samverkan_desktop.services.mail_ways import Opened, WayFailed

#: How long the computer may take to find out what opens a file, in seconds.
_PATIENCE = 20


def open_mail(mail: Mail, files: Sequence[Path]) -> Opened:
    """Write a draft beside the enclosures, which it also holds, and open it.

    Raises:
        WayFailed: it cannot be written, or nothing opens it.
    """
    draft = files[0].with_suffix(".eml")
    try:
        write_atomically(draft, mail_eml.render(mail))
    except EnvironmentFault as fault:
        raise WayFailed(fault.message.rstrip(".")) from fault
    open_file(draft)
    return Opened.SHOWN


def open_file(path: Path) -> None:
    """Open a file with whatever program the computer opens such with.

    Raises:
        WayFailed: there is none.
    """
    unopened = WayFailed(tr("inget program är valt för mejlutkast (.eml)"))
    if sys.platform == "win32":
        try:
            os.startfile(path)  # noqa: S606  a file of our own, which the system finds a program for
        except OSError as error:
            raise unopened from error
        return
    opener = "open" if sys.platform == "darwin" else "xdg-open"
    try:
        done = subprocess.run([opener, str(path)], timeout=_PATIENCE, check=False, capture_output=True)  # noqa: S603
    except subprocess.TimeoutExpired:
        return  # some openers live as long as the program they opened
    except OSError as error:
        raise unopened from error
    if done.returncode:
        raise unopened
