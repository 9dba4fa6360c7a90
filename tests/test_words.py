import pytest

from samverkan_desktop.i18n import in_language
from samverkan_desktop.vocabulary import AgreementKind, Role
from samverkan_desktop.words import Words, words_of


def test_without_words_of_its_own_the_usual_ones_are_said():
    usual = Words()
    assert [usual.role(role) for role in Role] == ["sammankallande", "sekreterare", "ordförande"]
    assert (usual.party, usual.parties, usual.another_party) == (
        "förvaltning",
        "förvaltningar",
        "en annan förvaltning",
    )
    assert (usual.record, usual.the_record, usual.the_agreement) == (
        "minnesanteckningar",
        "minnesanteckningarna",
        "samverkansavtalet",
    )
    assert usual.the_role(Role.SECRETARY) == "sekreteraren"
    assert [usual.whoever_calls(role) for role in (Role.CONVENOR, Role.CHAIR)] == [
        "sammankallande",
        "ordföranden",
    ]


def test_its_own_words_take_their_place():
    own = Words({"convenor": "sammanställande", "record": "protokoll"})
    assert own.role(Role.CONVENOR) == "sammanställande"
    assert (own.record, own.the_record) == ("protokoll", "protokollet")
    assert own.role(Role.SECRETARY) == "sekreterare"


@pytest.mark.parametrize(
    ("party", "parties", "another"),
    [
        ("sektor", "sektorer", "en annan sektor"),
        ("nämnd", "nämnder", "en annan nämnd"),
        ("bolag", "bolag", "ett annat bolag"),
        ("stadsdel", "stadsdelar", "en annan stadsdel"),
        ("skola", "skolor", "en annan skola"),
        ("part, parten, parter", "parter", "en annan part"),
        ("kontor, kontoret, kontor", "kontor", "ett annat kontor"),
    ],
)
def test_a_partys_word_is_bent(party: str, parties: str, another: str):
    own = Words({"party": party})
    assert (own.parties, own.another_party) == (parties, another)


@pytest.mark.parametrize(
    ("kind", "own", "said"),
    [
        (AgreementKind.COLLABORATION_AGREEMENT, {}, "samverkansavtalet"),
        (AgreementKind.JOINT_AGREEMENT, {}, "samverkansöverenskommelsen"),
        (AgreementKind.COLLABORATION_PLAN, {}, "samverkansplanen"),
        (AgreementKind.GOAL_DOCUMENT, {}, "måldokumentet"),
        (AgreementKind.GUIDELINES, {}, "riktlinjerna"),
        (AgreementKind.JOINT_AGREEMENT, {"agreement": "överenskommelse"}, "överenskommelsen"),
    ],
)
def test_an_agreement_is_called_what_it_is(kind: AgreementKind, own: dict[str, str], said: str):
    assert words_of(kind, own).the_agreement == said


def test_in_english_the_usual_words_are_english_and_known_by_an_article():
    with in_language("en"):
        usual = Words()
        assert [usual.role(role) for role in Role] == ["convenor", "secretary", "chair"]
        assert [usual.the_role(role) for role in Role] == ["the convenor", "the secretary", "the chair"]
        assert usual.whoever_calls(Role.CONVENOR) == "the convenor"
        assert (usual.party, usual.parties) == ("administration", "administrations")
        assert usual.another_party == "another administration"
        assert (usual.record, usual.the_record) == ("minutes", "the minutes")
        assert words_of(AgreementKind.COLLABORATION_PLAN, {}).the_agreement == "the collaboration plan"


def test_in_english_an_agreement_keeps_its_own_words():
    own = Words({"party": "stadsdel", "record": "protokoll", "agreement": "överenskommelse"})
    with in_language("en"):
        assert (own.party, own.parties, own.another_party) == ("stadsdel", "stadsdelar", "another stadsdel")
        assert (own.the_record, own.the_agreement) == ("the protokoll", "the överenskommelse")


def test_in_english_a_word_that_is_the_programs_own_is_translated_even_if_the_agreement_states_it():
    with in_language("en"):
        assert Words({"agreement": "samverkansplan"}).the_agreement == "the collaboration plan"
