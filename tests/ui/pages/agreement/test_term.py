"""The agreement's course in the window: signed, revised, prolonged, renegotiated, ended, saved."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from samverkan_desktop.register_vocabulary import EvaluationOutcome, Renegotiation
from samverkan_desktop.services import agreement, agreement_term, preset, renegotiation
from samverkan_desktop.ui.pages.agreement.page import AgreementPage
from tests.ui import hands
from tests.ui.conftest import Recorded
from tests.ui.pages.agreement.acts import card
from tests.ui.year import Year


@pytest.fixture
def page(played: Year, opened: Callable[[], AgreementPage]) -> AgreementPage:
    """Return the page at the agreement's course."""
    page = opened()
    page.tabs.setCurrentWidget(page.term)
    return page


def do(page: AgreementPage, begin: str, step: str, **values: object) -> None:
    """Unfold a step, fill it in and carry it out."""
    hands.press(page.term, begin)
    page.term.steps.entries[page.term.steps._opened].form.show_values(values)
    hands.press(page.term, step)


def told(page: AgreementPage) -> list[str]:
    """Return what the page tells of the agreement's course."""
    shown = (page.term.now, page.term.versions, page.term.history)
    return [label.text() for facts in shown for label in facts.findChildren(QLabel)]


def test_a_revision_is_begun_and_taken_back(page: AgreementPage, played: Year, recorded: Recorded):
    assert not page.term.withdraw.isVisible()
    do(page, "Revidera från…", "Revidera", since=date(2019, 7, 1), reason="Fler möten.")
    assert "Lydelse 2" in told(page)
    assert "från 2019-07-01. Fler möten." in told(page)
    assert page.reading.versions.version is None or page.reading.versions.version.number == 1
    page.tabs.setCurrentWidget(page.reading)
    assert page.reading.versions.isVisible()
    page.tabs.setCurrentWidget(page.term)
    hands.press(page, "Ta tillbaka revideringen")
    assert len(agreement_term.versions(played.work, 1)) == 1
    assert [undo for _, undo in recorded.said] == [True, True]


def test_what_is_wrong_is_told_at_its_field(page: AgreementPage, recorded: Recorded):
    do(page, "Revidera från…", "Revidera", since=date(2018, 1, 1), reason="Fler möten.")
    assert page.term.steps.entries["revise"].form.field("since").property("wrong")
    assert recorded.troubles == []


def test_a_prolongation_stands_in_the_history(page: AgreementPage, played: Year):
    day = played.work.today
    do(page, "Förläng…", "Förläng", ends=date(2024, 6, 30), day=day, reason="Beslut i nämnderna.")
    assert "till 2024-06-30" in told(page)
    assert "Förlängt från 2021-06-30 till 2024-06-30. Beslut i nämnderna." in told(page)
    assert "2023/2024" in page.head.term.text()


def test_a_request_is_noted_and_closed(page: AgreementPage, played: Year):
    day = played.work.today
    assert "close" not in page.term.steps._offered
    do(page, "Omförhandling begärd…", "Anteckna", party_id=2, day=day, reason="Delning.")
    assert "Socialförvaltningen begärde omförhandling. Delning." in told(page)
    do(page, "Avsluta omförhandlingen…", "Avsluta", outcome=Renegotiation.UNCHANGED, note="Eniga.")
    (row,) = renegotiation.listing(played.work, 1)
    assert (row.closed_on, row.outcome) == (day, Renegotiation.UNCHANGED)
    assert "Omförhandlingen avslutades: avtalet gäller oförändrat. Eniga." in told(page)
    assert "close" not in page.term.steps._offered


def test_an_ended_agreement_is_neither_prolonged_nor_revised(page: AgreementPage):
    do(page, "Avsluta avtalet…", "Avsluta", day=date(2019, 6, 30), reason="Slås ihop.")
    assert "Avslutas 2019-06-30. Slås ihop." in told(page)
    assert page.term.steps._offered == ("sign", "preset")


def test_the_way_to_sign_unfolds_what_is_asked(page: AgreementPage):
    page.open("sign")
    assert page.tabs.currentWidget() is page.term
    assert page.term.steps.entries["sign"].isVisible()


def test_a_signature_is_noted(page: AgreementPage, played: Year):
    do(page, "Underteckna…", "Anteckna", words="Åby den 1/2-19", day=date(2019, 2, 1))
    assert agreement.head(played.work, 1).signed == "Åby den 1/2-19"
    assert "Åby den 1/2-19" in page.head.term.text()


def test_an_agreement_is_saved_as_a_preset(
    page: AgreementPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, recorded: Recorded
):
    suggested: list[str] = []

    def ask(_parent: object, _title: str, path: str, _pattern: str) -> tuple[str, str]:
        suggested.append(Path(path).name)
        return str(tmp_path / "vår mall"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    do(page, "Spara som mall…", "Välj var…", name="Vår modell")
    assert suggested == ["var-modell.toml"]
    assert preset.read(tmp_path / "vår mall.toml").agreement.name == "Vår modell"
    assert recorded.said == [(f"Avtalet ligger som mall i {tmp_path / 'vår mall.toml'}.", False)]


@pytest.mark.parametrize(
    ("outcome", "step"),
    [
        (EvaluationOutcome.EXTENDED, "prolong"),
        (EvaluationOutcome.REVISED, "revise"),
        (EvaluationOutcome.ENDED, "end"),
    ],
)
def test_the_outcome_of_an_evaluation_leads_to_its_step(
    page: AgreementPage, played: Year, outcome: EvaluationOutcome, step: str
):
    card(page, "T25")
    panel = page.reading.obligations.evaluation
    assert panel is not None
    panel.end.show_values({"day": played.work.today, "outcome": outcome, "text": ""})
    hands.press(page, "Avsluta utvärderingen")
    assert page.tabs.currentWidget() is page.term
    assert page.term.steps._opened == step


@pytest.mark.journey
def test_its_course_is_painted(page: AgreementPage, played: Year):
    do(page, "Revidera från…", "Revidera", since=date(2019, 7, 1), reason="Fler möten behövs i styrgruppen.")
    day = played.work.today
    do(page, "Förläng…", "Förläng", ends=date(2024, 6, 30), day=day, reason="Beslut i båda nämnderna.")
    hands.press(page.term, "Omförhandling begärd…")
    hands.picture(page, "agreement-term")
    assert page.term.withdraw.isVisible()
