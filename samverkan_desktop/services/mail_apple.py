"""Mac: a new message in Mail, by a script that is given what the message holds as arguments."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from samverkan_desktop.documents.mail import Mail, folded
from samverkan_desktop.i18n import tr
from samverkan_desktop.services.mail_ways import Opened, WayFailed

#: How long Mail may take to start, and the user to let this program steer it, in seconds.
_PATIENCE = 120
#: Reads: subject, body, how many of To, of Cc and of files, and then these.
_SCRIPT = """
on run given
    set {toCount, copyCount, fileCount} to items 3 thru 5 of given
    set place to 6
    set {toWhom, copied, papers} to {{}, {}, {}}
    repeat (toCount as integer) times
        set end of toWhom to item place of given
        set place to place + 1
    end repeat
    repeat (copyCount as integer) times
        set end of copied to item place of given
        set place to place + 1
    end repeat
    repeat (fileCount as integer) times
        set end of papers to (POSIX file (item place of given)) as alias
        set place to place + 1
    end repeat
    set {heading, letter} to items 1 thru 2 of given
    tell application "Mail"
        set made to make new outgoing message with properties {subject:heading, content:letter, visible:true}
        repeat with who in toWhom
            set who to contents of who
            tell made to make new to recipient at end of to recipients with properties {address:who}
        end repeat
        repeat with who in copied
            set who to contents of who
            tell made to make new cc recipient at end of cc recipients with properties {address:who}
        end repeat
        repeat with paper in papers
            set paper to contents of paper
            tell content of made
                make new attachment with properties {file name:paper} at after last paragraph
            end tell
        end repeat
        activate
    end tell
end run
"""


def open_mail(mail: Mail, files: Sequence[Path]) -> Opened:
    """Open a mail in Mail.

    Raises:
        WayFailed: Mail is not there, or may not be steered.
    """
    command = ["osascript", "-", *arguments(mail, files)]
    try:
        done = subprocess.run(  # noqa: S603  the script is ours, what it is given are arguments
            command, input=_SCRIPT.encode("ascii"), timeout=_PATIENCE, check=False, capture_output=True
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise WayFailed(tr("Mail svarar inte")) from error
    if done.returncode:
        raise WayFailed(tr("Samverkan får inte styra Mail (Systeminställningar, Integritet, Automatisering)"))
    return Opened.SHOWN


def arguments(mail: Mail, files: Sequence[Path]) -> list[str]:
    """Return what the script is given."""
    to, copy = [each.wire for each in mail.to], [each.wire for each in mail.copy]
    counts = [str(len(each)) for each in (to, copy, files)]
    return [folded(mail.subject), mail.body, *counts, *to, *copy, *(str(path) for path in files)]
