"""Windows: Simple MAPI, by which Outlook and other mail programs open a mail from another program.

The function is `MAPISendMailW`; what it is given is laid out as in the Windows header ``MAPI.h``.
"""

import ctypes
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from ctypes import POINTER, Structure, c_uint32, c_void_p, c_wchar_p
from pathlib import Path

from samverkan_desktop.documents.mail import Mail, folded
from samverkan_desktop.i18n import tr
from samverkan_desktop.mail_address import MailAddress
from samverkan_desktop.services.mail_ways import Opened, WayFailed

_TO, _COPY = 1, 2
#: Let the user log in where need be, and look at the mail before it goes: MAPI_LOGON_UI, MAPI_DIALOG.
FLAGS = 0x1 | 0x8
_SUCCESS, _USER_ABORT = 0, 1
#: Says to Outlook that no place in the text belongs to a file.
_NOWHERE = 0xFFFFFFFF


class FileDescription(Structure):
    """``MapiFileDescW``."""

    _fields_ = [
        ("reserved", c_uint32),
        ("flags", c_uint32),
        ("position", c_uint32),
        ("path", c_wchar_p),
        ("name", c_wchar_p),
        ("type", c_void_p),
    ]


class RecipientDescription(Structure):
    """``MapiRecipDescW``."""

    _fields_ = [
        ("reserved", c_uint32),
        ("kind", c_uint32),
        ("name", c_wchar_p),
        ("address", c_wchar_p),
        ("entry_size", c_uint32),
        ("entry", c_void_p),
    ]


class MessageDescription(Structure):
    """``MapiMessageW``."""

    _fields_ = [
        ("reserved", c_uint32),
        ("subject", c_wchar_p),
        ("text", c_wchar_p),
        ("message_type", c_wchar_p),
        ("received", c_wchar_p),
        ("conversation", c_wchar_p),
        ("flags", c_uint32),
        ("originator", POINTER(RecipientDescription)),
        ("recipient_count", c_uint32),
        ("recipients", POINTER(RecipientDescription)),
        ("file_count", c_uint32),
        ("files", POINTER(FileDescription)),
    ]


#: Sends a message, with flags, and returns a code.
Send = Callable[[MessageDescription, int], int]


def open_mail(mail: Mail, files: Sequence[Path], send: Send | None = None) -> Opened:
    """Open a mail in the user's mail program, and wait until the user has sent or closed it.

    Args:
        mail: the mail.
        files: where its enclosures lie.
        send: what hands it over; Windows' own where None.

    Raises:
        WayFailed: there is no mail program that takes it.
    """
    code = _in_a_thread_of_its_own(lambda: (send or _windows_send)(described(mail, files), FLAGS))
    if code == _SUCCESS:
        return Opened.SENT
    if code == _USER_ABORT:
        return Opened.LEFT
    raise WayFailed(reason(code))


def described(mail: Mail, files: Sequence[Path]) -> MessageDescription:
    """Return a mail as MAPI is given it."""
    people = [_recipient(each, _TO) for each in mail.to] + [_recipient(each, _COPY) for each in mail.copy]
    papers = [FileDescription(0, 0, _NOWHERE, str(path), path.name, None) for path in files]
    return MessageDescription(
        subject=folded(mail.subject),
        text=mail.body,
        recipient_count=len(people),
        recipients=(RecipientDescription * len(people))(*people),
        file_count=len(papers),
        files=(FileDescription * len(papers))(*papers),
    )


def _recipient(each: MailAddress, kind: int) -> RecipientDescription:
    return RecipientDescription(0, kind, folded(each.name) or each.wire, f"SMTP:{each.wire}", 0, None)


def reason(code: int) -> str:
    """Return what a code of MAPI's means, as the end of a sentence."""
    known = {
        3: tr("inloggningen i mejlprogrammet avbröts"),
        5: tr("datorns minne räckte inte"),
        9: tr("mejlprogrammet tar inte emot så många filer"),
        10: tr("mejlprogrammet tar inte emot så många mottagare"),
        11: tr("en fil kunde inte bifogas"),
        12: tr("en fil kunde inte bifogas"),
        18: tr("texten är för lång"),
        25: tr("mejlprogrammet tar inte emot en av adresserna"),
        26: tr("mejlprogrammet har ingen sådan koppling"),
    }
    return known.get(code) or tr("inget mejlprogram svarade (MAPI-kod {code})", code=code)


def _in_a_thread_of_its_own(call: Callable[[], int]) -> int:
    """Call where COM is made ready as mail programs want it, whatever else the calling thread has done."""
    answers: list[int] = []
    faults: list[BaseException] = []

    def run() -> None:
        try:
            with _single_threaded(), _same_folder():
                answers.append(call())
        except BaseException as error:  # noqa: BLE001  whatever it was, it is told in the thread that asked
            faults.append(error)

    thread = threading.Thread(target=run, name="mapi")
    thread.start()
    thread.join()
    if faults:
        raise faults[0]
    return answers[0]


@contextmanager
def _same_folder() -> Iterator[None]:
    """Come back to the working folder: some mail programs change it under one."""
    before = Path.cwd()
    try:
        yield
    finally:
        os.chdir(before)


@contextmanager
def _single_threaded() -> Iterator[None]:
    """Make COM ready in this thread: a single-threaded apartment, in which dialogs live."""
    if sys.platform != "win32":
        yield
        return
    apartment_threaded = 0x2
    ready = ctypes.windll.ole32.CoInitializeEx(None, apartment_threaded)
    try:
        yield
    finally:
        if ready >= 0:
            ctypes.windll.ole32.CoUninitialize()


def _windows_send(message: MessageDescription, flags: int) -> int:
    if sys.platform != "win32":
        raise WayFailed(tr("det finns bara på Windows"))
    try:
        send = ctypes.WinDLL("mapi32.dll").MAPISendMailW
    except (OSError, AttributeError) as error:
        raise WayFailed(tr("det finns inte på datorn")) from error
    send.argtypes = (ctypes.c_size_t, ctypes.c_size_t, POINTER(MessageDescription), c_uint32, c_uint32)
    send.restype = c_uint32
    return int(send(0, 0, ctypes.byref(message), flags, 0))
