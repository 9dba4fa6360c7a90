"""Where an agreement begins: a template, a file, or nothing; in an empty archive and beside another."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from samverkan_desktop.services import agreement, party
from samverkan_desktop.ui.pages.agreement.page import AgreementPage
from samverkan_desktop.vocabulary import AgreementKind
from tests.ui import hands
from tests.ui.conftest import Recorded
from tests.ui.year import Shown, Year


def test_an_archive_without_an_agreement_takes_one_in_place(opened: Callable[[], AgreementPage]):
    page = opened()
    assert not page.new.isVisible()
    assert not page.beginning.back.isVisible()
    hands.press(page, "Använd Trelleborgsmodellen")
    assert page.guide.isVisible()
    hands.press(page.guide, "Fortsätt senare")
    assert page.head.name.isVisible()
    assert page.reading.clauses.clauses.rowCount() > 20


def test_a_file_that_is_wrong_is_told_with_its_line(
    opened: Callable[[], AgreementPage], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file = tmp_path / "eget.toml"
    file.write_text('format = 1\n[agreement]\nkey = "eget\n', encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    page = opened()
    hands.press(page, "Välj en avtalsfil…")
    assert "eget.toml, rad 3" in page.beginning.trouble.text()
    assert page.beginning.trouble.isVisible()


def test_an_agreement_is_begun_from_nothing(
    opened: Callable[[], AgreementPage], given: Shown, recorded: Recorded
):
    page = opened()
    page.beginning.nothing.form.show_values(
        {
            "title": "Avtal i Åby",
            "starts": date(2018, 7, 1),
            "parties": ["Skolan; Skolnämnden", "Socialtjänsten"],
            "purpose": "Att samverka.",
        }
    )
    hands.press(page, "Skapa avtalet")
    assert recorded.troubles == []
    assert page.head.name.text() == "Avtal i Åby"
    assert "Utkast, inte undertecknat" in page.head.term.text()
    row = agreement.listing(given.context.workspace)[0]
    assert (row.kind, row.ends, row.purpose) == (
        AgreementKind.COLLABORATION_AGREEMENT, None, "Att samverka.",
    )  # fmt: skip
    assert [(each.name, each.board) for each in party.details(given.context.workspace, row.id)] == [
        ("Skolan", "Skolnämnden"), ("Socialtjänsten", ""),
    ]  # fmt: skip


def test_who_comes_to_write_an_agreement_stands_in_its_first_field(opened: Callable[[], AgreementPage]):
    page = opened()
    page.open("new")
    assert page.beginning.nothing.form.field("title").hasFocus()


def test_what_is_missing_is_told_at_its_field(opened: Callable[[], AgreementPage], recorded: Recorded):
    page = opened()
    form = page.beginning.nothing.form
    hands.press(page, "Skapa avtalet")
    assert form.field("starts").property("wrong")
    form.show_values({"starts": date(2018, 7, 1)})
    hands.press(page, "Skapa avtalet")
    assert form.field("title").property("wrong")
    assert recorded.troubles == []


def test_another_agreement_is_begun_beside_the_one_there_is(page: AgreementPage, played: Year, given: Shown):
    hands.press(page, "Nytt avtal…")
    assert page.beginning.back.isVisible()
    hands.press(page, "Tillbaka till avtalet")
    assert page.head.name.isVisible()
    hands.press(page, "Nytt avtal…")
    hands.press(page, "Använd Trelleborgsmodellen")
    assert page.beginning.trouble.text().endswith("finns redan i arkivet.")
    hands.press(page, "Använd Solnamodellen")
    assert given.context.agreement_id() == 2
    assert "Samverkansöverenskommelse" in page.head.name.text()


def test_a_link_to_a_clause_leaves_what_was_begun(page: AgreementPage):
    hands.press(page, "Nytt avtal…")
    page.open("T14")
    current = page.reading.clauses.current()
    assert current is not None
    assert current.reference == "T14"
    assert page.head.name.isVisible()


@pytest.mark.journey
def test_the_beginning_is_painted(opened: Callable[[], AgreementPage]):
    page = opened()
    page.beginning._choose("finns-inte.toml")
    hands.picture(page, "agreement-none")
    assert page.beginning.trouble.isVisible()
