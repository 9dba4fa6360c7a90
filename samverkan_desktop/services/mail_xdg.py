"""Linux without a portal: ``xdg-email``, which hands a mail to the mail program that the desktop has."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from samverkan_desktop.documents.mail import Mail, folded
from samverkan_desktop.i18n import tr
from samverkan_desktop.services.mail_ways import Opened, WayFailed

_PROGRAM = "xdg-email"
#: How long it may take to start a mail program, in seconds.
_PATIENCE = 30
#: What it makes of a mail is one address (mailto:), which some programs cut or refuse when it is longer.
_LONGEST = 2000


def open_mail(mail: Mail, files: Sequence[Path]) -> Opened:
    """Open a mail in the desktop's mail program.

    Raises:
        WayFailed: there is no such command or no mail program, or the mail is too long for it.
    """
    command = arguments(mail, files)
    if sum(len(each.encode()) for each in command) > _LONGEST:
        raise WayFailed(tr("mejlet har för många mottagare eller för lång text för det"))
    try:
        done = subprocess.run(command, timeout=_PATIENCE, check=False, capture_output=True)  # noqa: S603
    except subprocess.TimeoutExpired:
        return Opened.SHOWN  # some mail programs live as long as the command
    except OSError as error:
        raise WayFailed(tr("kommandot finns inte på datorn")) from error
    if done.returncode:
        raise WayFailed(tr("datorn har inget mejlprogram som svarar"))
    return Opened.SHOWN


def arguments(mail: Mail, files: Sequence[Path]) -> list[str]:
    """Return the command; an address begins with no hyphen, so that none is taken for an option."""
    command = [_PROGRAM, "--utf8", "--subject", folded(mail.subject), "--body", mail.body]
    for each in mail.copy:
        command += ["--cc", each.wire]
    for path in files:
        command += ["--attach", str(path)]
    return [*command, *(each.wire for each in mail.to if not each.wire.startswith("-"))]
