"""The mail server's password: in the system's keyring, and never in a file of ours."""

from typing import TYPE_CHECKING

from samverkan_desktop.errors import EnvironmentFault
from samverkan_desktop.i18n import tr
from samverkan_desktop.services.mail_server import MailServer

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

#: A keyring that keeps what it is given in the clear has a lower priority than this (keyring's own measure).
_SAFE = 1


def _keyring() -> "KeyringBackend | None":
    """Return the system's keyring; None where there is none, or only one that hides nothing."""
    import keyring

    found = keyring.get_keyring()
    return found if found.priority >= _SAFE else None


def can_be_kept() -> bool:
    """Tell whether the computer has a keyring."""
    return _keyring() is not None


def missing_keyring() -> str:
    """Return what is said where there is none."""
    return tr(
        "Datorn har ingen nyckelring där lösenordet kan sparas. Det frågas efter första gången du skickar, "
        "och glöms när programmet stängs."
    )


def _entry(server: MailServer) -> tuple[str, str]:
    return f"Samverkan {server.host}:{server.port}", server.user


def kept(server: MailServer) -> str:
    """Return the password that is kept for a server; empty where none is, or the keyring is locked."""
    from keyring.errors import KeyringError

    ring = _keyring()
    if ring is None or not server.user:
        return ""
    try:
        return ring.get_password(*_entry(server)) or ""
    except KeyringError:
        return ""


def keep(server: MailServer, password: str) -> None:
    """Keep a password for a server; an empty one forgets it.

    Raises:
        EnvironmentFault: there is no keyring, or it did not take it.
    """
    from keyring.errors import KeyringError, PasswordDeleteError

    ring = _keyring()
    if ring is None:
        raise EnvironmentFault(missing_keyring())
    try:
        if password:
            ring.set_password(*_entry(server), password)
            return
        ring.delete_password(*_entry(server))
    except PasswordDeleteError:  # there was none to forget
        return
    except KeyringError as error:
        raise EnvironmentFault(
            tr("Nyckelringen tog inte emot lösenordet. Lås upp den och försök igen.")
        ) from error
