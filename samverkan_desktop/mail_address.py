"""Addresses for mail: one as it is typed, or a list that is pasted; what is wrong is said in one sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parseaddr

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr

#: A quoted name, an address in angle brackets, or whatever else is no separator: what a list is made of.
_ENTRY = re.compile(r'(?:"[^"\r\n]*"|<[^>\r\n]*>|[^",;<>\r\n]|[<>"])+')
#: The part before @ (RFC 5322 3.2.3, with what RFC 6531 adds), without quotes, which nobody's address has.
_LOCAL = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*")
_LABEL = re.compile(r"(?!-)[\w-]{1,63}(?<!-)")
#: How long the part before @, and the whole, may be in bytes (RFC 5321 4.5.3.1).
_LONGEST_LOCAL, _LONGEST = 64, 254


@dataclass(frozen=True)
class MailAddress:
    """Whom something is sent to.

    Args:
        address: ``fornamn.efternamn@kommun.se``.
        name: the recipient's name or function; may be empty.
    """

    address: str
    name: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether every mail server can take it: its part before @ is plain ASCII (else RFC 6531)."""
        return self.address.rpartition("@")[0].isascii()

    @property
    def wire(self) -> str:
        """The address as servers are told it: its domain in ASCII (RFC 5891)."""
        local, _, domain = self.address.rpartition("@")
        return f"{local}@{domain.encode('idna').decode('ascii')}"

    @property
    def key(self) -> str:
        """What is the same for addresses that reach the same recipient."""
        return self.wire.casefold()


def parse(text: str, field: str | None = None) -> MailAddress:
    """Return one address, with the name that may stand before it: ``Chef <chef@kommun.se>``.

    Args:
        text: what is typed.
        field: the field it is typed in, for the refusal.

    Raises:
        UserError: it has not the form of an address.
    """
    bare = text.strip().removeprefix("mailto:")
    name, address = parseaddr(bare) if "<" in bare else ("", bare)
    if not _is_address(address) or re.search(r"[\r\n\x00]", bare):
        shown = " ".join(text.split())
        raise UserError(
            tr("{text} är ingen e-postadress. Skriv den som namn@kommun.se.", text=shown or "–"), field=field
        )
    return MailAddress(address, " ".join(name.split()))


def parse_list(text: str, field: str | None = None) -> tuple[MailAddress, ...]:
    """Return the addresses of a list, pasted from anywhere; each once.

    They stand on lines of their own, or are parted by commas, semicolons or spaces.

    Raises:
        UserError: one of them has not the form of an address; names it.
    """
    found: dict[str, MailAddress] = {}
    for entry in _entries(text):
        one = parse(entry, field)
        found.setdefault(one.key, one)
    return tuple(found.values())


def _entries(text: str) -> Iterator[str]:
    for match in _ENTRY.finditer(text):
        entry = match[0].strip()
        bare = "<" not in entry and '"' not in entry
        # "a@b.se c@d.se": addresses with nothing but space between them.
        yield from entry.split() if bare and entry.count("@") > 1 else filter(None, (entry,))


def _is_address(address: str) -> bool:
    local, at, domain = address.rpartition("@")
    labels = domain.split(".")
    if not (at and _LOCAL.fullmatch(local) and len(labels) > 1 and all(map(_LABEL.fullmatch, labels))):
        return False
    try:
        wire = MailAddress(address).wire
    except UnicodeError:
        return False
    return len(local.encode()) <= _LONGEST_LOCAL and len(wire.encode()) <= _LONGEST
