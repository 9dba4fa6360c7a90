"""What is stored in our own words, told in the language that a document is in.

Headings of an agenda, what a record is called and what stands after a name are stored, or frozen in finished
minutes, in the language they were written in. In a document in another language they are told anew where they
are word for word what the program itself says; what somebody has written stays as it is.
"""

import re
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

from samverkan_desktop.documents import minutes
from samverkan_desktop.i18n import SOURCE_LANGUAGE, catalogue, current_language, in_language, mark, tr
from samverkan_desktop.vocabulary import AgreementKind
from samverkan_desktop.words import words_of

T = TypeVar("T")

#: Where content that is gathered anew has words of ours that are stored.
_STORED = frozenset({"attachments", "heading", "proposal"})
#: Where minutes have words of ours, which are frozen when they are finished; elsewhere is what was written.
_FROZEN = frozenset(
    {
        "approval", "attachments", "chair_label", "convenor_label", "correction", "heading", "initiative",
        "label", "notes", "occasion", "origin", "proposal", "recorded_by", "reminders", "secretary_label",
        "supersedes", "when",
    }
)  # fmt: skip
#: What is made with values, the stricter before those that others would match.
_TEMPLATES = (
    mark("Godkännande av {previous}"),
    mark("Föregående {record}"),
    mark("Uppföljning av {agreement} {period}"),
    mark("Uppföljning av {agreement}"),
    mark("Utvärdering av {agreement}"),
    mark("Planering av {period}"),
    mark("Mötesplan {period}"),
    mark("Val av {roles} {period}"),
    mark("för mandatperioden {period}"),
    mark("Redovisning {number}: {title}"),
    mark("Delredovisning {number}: {title}"),
    mark("Lyft fråga {number}, {ground}"),
    mark("möte {number} av {of}, {year}"),
    mark("extra möte, {year}"),
    mark("läsåret {label}"),
    mark("året {label}"),
    mark("{text} (ordinarie)"),
    mark("Initiativ: {initiator}. Skäl: {reason}."),
    mark("lyft fråga, {ground}"),
    mark("från mötet {day}"),
    mark("inlämnat av {sender}"),
    mark("styrning från {sender}"),
    mark("fr.o.m. punkt {number}"),
    mark("t.o.m. punkt {number}"),
    mark("punkt {first}–{last}"),
    mark("punkt {number}"),
    mark("ersätter {number}"),
    mark("upphäver {number}"),
    mark("ersätter {function}"),
    mark("{function} (tillfällig)"),
    mark("{heads} personer"),
    mark("{heads} av {size}"),
    mark("Bilaga {number} {title}"),
    mark("delredovisning {days}, slutredovisning {final}"),
    mark("Godkända {day}, beslut {number}."),
    mark("Justerade {day}."),
)
#: What a value looks like where any words would be too much.
_SHAPES = {
    "number": r"\S*\d\S*", "first": r"[\d.]+", "last": r"[\d.]+", "heads": r"\d+", "size": r"\d+",
    "label": r"\d{4}(?:/\d{2,4})?", "day": r"\d{4}-\d{2}-\d{2}",
    "period": r"(?:läsåret|året|för mandatperioden)? ?\d{4}\S*",
}  # fmt: skip
#: Values that are words of ours themselves.
_OURS = frozenset({"agreement", "ground", "period", "previous", "record", "roles", "text", "year"})


def retold(content: T) -> T:
    """Return a content object with our own words in the language in use."""
    if current_language() == SOURCE_LANGUAGE:
        return content
    told: T = _retold(content)
    return told


def _retold(content: Any) -> Any:  # noqa: ANN401  a content object, or whatever it holds
    if isinstance(content, tuple):
        return tuple(_retold(each) for each in content)
    if not is_dataclass(content) or isinstance(content, type):
        return content
    places = _FROZEN if type(content).__module__ == minutes.__name__ else _STORED
    changed = {}
    for field in fields(content):
        before = getattr(content, field.name)
        ours = field.name in places and not (field.name == "notes" and isinstance(before, str))
        after = _in_our_words(before) if ours else _retold(before)
        if after is not before:
            changed[field.name] = after
    return replace(content, **changed) if changed else content


def _in_our_words(value: Any) -> Any:  # noqa: ANN401  a text, or whatever stands in its place
    if isinstance(value, str):
        return text(value)
    if isinstance(value, tuple) and all(isinstance(each, str) for each in value):
        return tuple(text(each) for each in value)
    return _retold(value)


def text(said: str) -> str:
    """Return a text in the language in use where it is one of ours, else as it is."""
    known = catalogue(current_language()).get(("", said))
    if known is not None and "{" not in said:
        return known
    for template in _TEMPLATES:
        if found := _pattern(template).fullmatch(said):
            return tr(template, **{name: _value(name, value) for name, value in found.groupdict().items()})
    return said


def _value(name: str, said: str) -> str:
    """Return what a name in a text stands for, in the language in use."""
    if name == "roles":
        roles = [text(role) for role in re.split(r", | och ", said)]
        return (
            tr("{first} och {last}", first=", ".join(roles[:-1]), last=roles[-1]) if roles[1:] else roles[0]
        )
    if name == "agreement":
        return _agreements().get(said, said)
    return text(said) if name in _OURS else said


def _agreements() -> dict[str, str]:
    """Return what an agreement that has no word of its own calls itself, by how Swedish says it."""
    usual = [words_of(kind, {}) for kind in AgreementKind]
    with in_language(SOURCE_LANGUAGE):
        swedish = [words.the_agreement for words in usual]
    return dict(zip(swedish, (words.the_agreement for words in usual), strict=True))


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """Return what a text made from a template looks like."""
    parts = re.split(r"{(\w+)}", template)
    return re.compile(
        "".join(
            f"(?P<{part}>{_SHAPES.get(part, '.+?')})" if place % 2 else re.escape(part)
            for place, part in enumerate(parts)
        )
    )
