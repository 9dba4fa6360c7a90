"""Keyrings for tests: none of them is the computer's own."""

from collections.abc import Iterator
from contextlib import contextmanager

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError


class Memory(KeyringBackend):
    """Keeps what it is given as long as the test lasts."""

    priority = 5  # type: ignore[assignment]  keyring declares it a property of the class

    def __init__(self) -> None:
        super().__init__()
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.entries.pop((service, username), None) is None:
            raise PasswordDeleteError


class Plain(Memory):
    """Keeps what it is given in the clear, as keyring's own measure tells."""

    priority = 0.5  # type: ignore[assignment]  keyring declares it a property of the class


class Locked(Memory):
    """Is locked, and the user does not unlock it."""

    def get_password(self, *_given: str) -> str | None:
        raise KeyringLocked

    def set_password(self, *_given: str) -> None:
        raise KeyringLocked


@contextmanager
def ring(backend: KeyringBackend) -> Iterator[KeyringBackend]:
    """Let a keyring be the computer's inside the block."""
    before = keyring.get_keyring()
    keyring.set_keyring(backend)
    try:
        yield backend
    finally:
        keyring.set_keyring(before)
