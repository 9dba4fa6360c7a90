"""What an agreement calls its roles, its parties, its record and itself: its own words, bent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from samverkan_desktop.i18n import SOURCE_LANGUAGE, current_language, mark, tr
from samverkan_desktop.vocabulary import AgreementKind, Role, Word

#: What is usually said: the word itself, the word of one that is known, and the word of several.
_USUAL = {
    Word.PARTY: (mark("förvaltning"), "förvaltningen", mark("förvaltningar")),
    Word.CONVENOR: (mark("sammankallande"), "sammankallande", "sammankallande"),
    Word.SECRETARY: (mark("sekreterare"), "sekreteraren", "sekreterare"),
    Word.CHAIR: (mark("ordförande"), "ordföranden", "ordförande"),
    Word.RECORD: (mark("minnesanteckningar"), "minnesanteckningarna", "minnesanteckningar"),
    Word.AGREEMENT: (mark("samverkansavtal"), "samverkansavtalet", "samverkansavtal"),
    Word.OFFICIAL_REPORT: (mark("tjänsteskrivelse"), "tjänsteskrivelsen", "tjänsteskrivelser"),
}

#: Where the form of one that is known stands, and that of several.
_KNOWN, _SEVERAL = 1, 2

_KINDS = {
    AgreementKind.COLLABORATION_AGREEMENT: mark("samverkansavtal"),
    AgreementKind.JOINT_AGREEMENT: mark("samverkansöverenskommelse"),
    AgreementKind.COLLABORATION_PLAN: mark("samverkansplan"),
    AgreementKind.GOAL_DOCUMENT: mark("måldokument"),
    AgreementKind.GUIDELINES: mark("riktlinjer"),
}

#: Endings of words of which one says "ett", and that are alike when there are several.
_NEUTER = ("avtal", "blad", "bolag", "dokument", "förbund", "företag", "organ", "program", "protokoll")
_PLURAL = ("ar", "or", "er")
_AR = ("ning", "del")


@dataclass(frozen=True)
class Words:
    """The words of one agreement; where it has none of its own, those that are usual.

    Args:
        own: the agreement's own words, by the names of `Word`. One that bends in an unusual way is written
            with its forms: ``stadsdel, stadsdelen, stadsdelar``.
    """

    own: Mapping[str, str] = field(default_factory=dict)

    def role(self, role: Role) -> str:
        """Return what a role is called: ``sammankallande``."""
        return self._form(Word(role.value), 0)

    def the_role(self, role: Role) -> str:
        """Return whoever has a role: ``sekreteraren``."""
        return self._form(Word(role.value), 1)

    def whoever_calls(self, role: Role) -> str:
        """Return whom one answers a call to: ``sammankallande``, ``ordföranden``, ``the convenor``."""
        bare = role is Role.CONVENOR and current_language() == SOURCE_LANGUAGE
        return self.role(role) if bare else self.the_role(role)

    @property
    def party(self) -> str:
        """What a party is called: ``förvaltning``."""
        return self._form(Word.PARTY, 0)

    @property
    def parties(self) -> str:
        """What several parties are called: ``förvaltningar``."""
        return self._form(Word.PARTY, 2)

    @property
    def another_party(self) -> str:
        """One party more: ``en annan förvaltning``."""
        if self._form(Word.PARTY, 1).endswith("et"):
            return tr("ett annat {party}", party=self.party)
        return tr("en annan {party}", party=self.party)

    @property
    def record(self) -> str:
        """What the record of a meeting is called: ``minnesanteckningar``."""
        return self._form(Word.RECORD, 0)

    @property
    def the_record(self) -> str:
        """The record of one meeting: ``minnesanteckningarna``."""
        return self._form(Word.RECORD, 1)

    @property
    def the_agreement(self) -> str:
        """What the agreement calls itself: ``samverkansavtalet``."""
        return self._form(Word.AGREEMENT, 1)

    @property
    def official_report(self) -> str:
        """What the officials' letter to a board is called: ``tjänsteskrivelse``, ``tjänsteutlåtande``."""
        return self._form(Word.OFFICIAL_REPORT, 0)

    def _form(self, word: Word, place: int) -> str:
        own = self.own.get(word.value)
        said = [form.strip() for form in own.split(",") if form.strip()] if own else ()
        if current_language() != SOURCE_LANGUAGE:
            return _in_english(word, place, said)
        if not said:
            return _USUAL[word][place]
        if place < len(said):
            return said[place]
        return said[0] if place == 0 else (definite(said[0]) if place == 1 else _several(said[0]))


def words_of(kind: AgreementKind, own: Mapping[str, str]) -> Words:
    """Return the words of an agreement, which calls itself by its kind where it has no word of its own."""
    if kind is AgreementKind.COLLABORATION_AGREEMENT:
        return Words(dict(own))
    return Words({Word.AGREEMENT.value: _KINDS[kind], **own})


def _in_english(word: Word, place: int, said: Sequence[str]) -> str:
    """Return a form of a word in English, where an article does what an ending does in Swedish.

    A word that is no more than what the program itself says is translated; an agreement's own word stays as
    it is, bent only where it is one of several.
    """
    usual = _USUAL[word]
    if said and said[0] not in (usual[0], *_KINDS.values()):
        own = said[2] if len(said) > _SEVERAL else _several(said[0])
        return own if place == _SEVERAL else definite(said[0]) if place == _KNOWN else said[0]
    known = said[0] if said else usual[0]
    if place == _SEVERAL:
        return tr(usual[_SEVERAL])
    return definite(tr(known)) if place == _KNOWN else tr(known)


def definite(word: str) -> str:
    """Return a word as one says it of something known: ``planen``, ``riktlinjerna``, ``the plan``."""
    if current_language() != SOURCE_LANGUAGE:
        return tr("den {word}", word=word)
    if word.endswith(_NEUTER):
        return f"{word}et"
    if word.endswith(_PLURAL):
        return f"{word}na"
    return f"{word}n" if word.endswith(("a", "e")) else f"{word}en"


def _several(word: str) -> str:
    """Return a word as one says it of several: ``nämnder``, ``sektorer``."""
    if word.endswith(_NEUTER):
        return word
    if word.endswith("a"):
        return f"{word[:-1]}or"
    if word.endswith("e"):
        return f"{word[:-1]}ar"
    return f"{word}ar" if word.endswith(_AR) else f"{word}er"
