"""What an exchange file says that no schema can judge: obligations, finished minutes, an agreement's head."""

from collections.abc import Iterator

from cattrs.errors import BaseValidationError

from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import Agreement, StoredObligation
from samverkan_desktop.models.attachment import AttachmentContent
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import MinutesVersion
from samverkan_desktop.periods import is_year_start
from samverkan_desktop.rules import parameters, personal_identity_number
from samverkan_desktop.rules.registry import KINDS
from samverkan_desktop.services import minutes
from samverkan_desktop.services.exchange_references import name_of
from samverkan_desktop.services.exchange_text import Place, Source
from samverkan_desktop.storage.exchange import Content
from samverkan_desktop.vocabulary import Word


def check(source: Source, content: Content) -> None:
    """Refuse a file with what no rule, page or document could make sense of.

    Raises:
        UserError: there is such; names the place.
    """
    _check_agreements(source, content)
    _check_obligations(source, content)
    _check_minutes(source, content)


def _check_agreements(source: Source, content: Content) -> None:
    name = name_of(Agreement)
    for place, row in enumerate(content[name]):
        if not is_year_start(row["year_starts"]):
            source.refuse((name, place, "year_starts"), tr("årets första dag skrivs som 07-01"))
        if row.get("ends") is not None and row["ends"] < row["starts"]:
            source.refuse((name, place, "ends"), tr("avtalet slutar innan det börjar"))
        for word, own in row.get("words", {}).items():
            if word not in set(Word):
                allowed = ", ".join(Word)
                source.refuse(
                    (name, place, "words", word),
                    tr("ordet finns inte; tillåtna är {allowed}", allowed=allowed),
                )
            if not isinstance(own, str):
                source.refuse((name, place, "words", word), tr("ordet ska vara text"))


def _check_obligations(source: Source, content: Content) -> None:
    groups = {(row["agreement_id"], row["key"]) for row in content[name_of(Group)]}
    name = name_of(StoredObligation)
    for place, row in enumerate(content[name]):
        if row["kind"] not in KINDS:
            allowed = ", ".join(sorted(KINDS))
            source.refuse(
                (name, place, "kind"), tr("slaget finns inte; tillåtna är {allowed}", allowed=allowed)
            )
        if row.get("group_key") and (row["agreement_id"], row["group_key"]) not in groups:
            source.refuse((name, place, "group_key"), tr("avtalet har ingen grupp med den nyckeln"))
        try:
            parameters.parse(row["kind"], row["parameters"])
        except BaseValidationError as error:
            key, sentence = parameters.complaints(error)[0]
            inner: Place = (key,) if key in row["parameters"] else ()
            source.refuse((name, place, "parameters", *inner), sentence)


def _check_minutes(source: Source, content: Content) -> None:
    name = name_of(MinutesVersion)
    for place, row in enumerate(content[name]):
        if not minutes.is_readable(row["content"]):
            source.refuse((name, place, "content"), tr("de färdiga anteckningarna går inte att läsa"))


def identity_numbers(content: Content) -> Iterator[Place]:
    """Yield each text that seems to hold a personal identity number (R11)."""
    find = personal_identity_number.find
    for name, rows in content.items():
        if name == name_of(AttachmentContent):
            continue
        for place, row in enumerate(rows):
            for column, value in row.items():
                if isinstance(value, str):
                    if find(value):
                        yield name, place, column
                elif isinstance(value, dict | list) and any(find(text) for text in _texts(value)):
                    yield name, place, column


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)
