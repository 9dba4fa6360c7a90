from dataclasses import replace

import pytest

from samverkan_desktop.documents import follow_up_pdf
from samverkan_desktop.documents.follow_up import FollowUp, TaskLine
from samverkan_desktop.documents.follow_up_findings_pdf import status_mark
from samverkan_desktop.documents.pdf_style import MARGIN_BOTTOM, PAGE_HEIGHT
from samverkan_desktop.documents.year_wheel_pdf import drawing
from tests.documents import follow_up_contents as contents
from tests.documents.pdf_reading import bookmarks_of, reader, stand_in_order, text_of


@pytest.fixture(scope="module")
def played() -> bytes:
    return follow_up_pdf.render(contents.played_year())


@pytest.fixture(scope="module")
def empty() -> bytes:
    return follow_up_pdf.render(contents.empty_year())


def rendered(**changes: object) -> str:
    year: FollowUp = replace(contents.empty_year(), **changes)
    return text_of(follow_up_pdf.render(year))


def headings(file: bytes) -> list[str]:
    return [heading for level, heading, _ in bookmarks_of(file) if level == 1]


def test_summary_comes_first_and_the_year_after_it(played: bytes):
    assert stand_in_order(
        text_of(played),
        "UPPFÖLJNING",
        "Årlig uppföljning läsåret 2018/2019",
        "Godkänd genom beslut 2018/19-17.",
        "Sammanfattning",
        "Styrgruppen har hållit de sex möten",
        "Årshjul",
        "1 Avtalet",
        "2 Möten",
    )


def test_sections_are_numbered_without_gaps(played: bytes):
    assert headings(played) == [
        "Sammanfattning",
        "Årshjul",
        "1 Avtalet",
        "2 Möten",
        "3 Närvaro per funktion",
        "4 Beslut och uppdrag",
        "5 Rutiner och stödmaterial",
        "6 Avvikelser",
        "7 Gemensamma aktiviteter",
        "8 Läget mot avtalet",
        "9 Samlad bedömning",
        "10 Förbättringsområden",
    ]


def test_sections_without_anything_to_say_are_left_out(empty: bytes):
    assert headings(empty) == [
        "1 Avtalet",
        "2 Möten",
        "3 Beslut och uppdrag",
        "4 Avvikelser",
        "5 Samlad bedömning",
        "6 Förbättringsområden",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Utkast. Uppföljningen är inte godkänd än.",
        "Inga ordinarie möten har hållits.",
        "Inga beslut har fattats under året.",
        "Inga uppdrag har varit öppna under året.",
        "Inga avvikelser har dokumenterats.",
        "Gruppen har inte skrivit någon samlad bedömning.",
        "Inga förbättringsområden har beslutats.",
    ],
)
def test_empty_year_answers_what_a_reader_asks(empty: bytes, sentence: str):
    assert sentence in text_of(empty)


def test_meetings_show_presence_and_days_to_distribution(played: bytes):
    text = text_of(played)
    assert "6 ordinarie möten har hållits. Avtalet lägger fast 6 möten. Ett extra möte har hållits." in text
    assert stand_in_order(
        text, "3 2018-12-04", "Ordinarie", "Hållet", "5 av 6", "2018-11-27", "efter 14 dagar"
    )


def test_attendance_stands_by_party_with_marks_and_sum(played: bytes):
    text = text_of(played)
    assert stand_in_order(
        text,
        "3 Närvaro per funktion",
        "Bildningsförvaltningen",
        "Utbildningschef gymnasiet och vuxenutbildningen",
        "N N D N V T T",
        "5 av 6",
        "vakant 1",
        "Socialförvaltningen",
        contents.IFO,
        "N N N F N N N",
    )


def test_legend_explains_only_the_marks_that_occur(played: bytes):
    text = text_of(played)
    assert "V = funktionen vakant" in text
    assert "ej närvarande" not in text


def test_year_of_many_meetings_gets_its_matrix_in_pieces():
    text = text_of(follow_up_pdf.render(contents.crowded_year()))
    assert text.count("tom ruta = mötet är inte hållet") == 1
    assert stand_in_order(text, "Funktion 1 08-18", "Funktion 11 02-04")


def test_commission_shows_how_its_first_day_and_its_outcome(played: bytes):
    assert stand_in_order(
        text_of(played),
        "U2",
        "Rutin: skolgång vid placering",
        "2019-03-26",
        "först 2019-02-05",
        "Redovisad efter beslutad ny tid",
    )


def test_tasks_stand_under_the_commissions_with_what_became_of_them():
    line = TaskLine("Boka aulan", "Kvalitetschef", "mars 2019", "klar 2019-02-20")
    said = rendered(tasks=(line,))
    assert "Uppgifter" in said
    assert "Klar 2019-02-20" in said
    assert "Uppgifter" not in rendered()


def test_deviations_are_counted_by_operation_and_judged(played: bytes):
    text = text_of(played)
    assert (
        "6 avvikelser har dokumenterats. 3 har lyfts till gruppen. "
        "Uppskattningsvis 3 avvikelser är kända men inte dokumenterade." in text
    )
    assert stand_in_order(
        text, "per verksamhet", "Grundskola", "2", "Gymnasiet", "1", "A1", "hanterad 2018-10-05"
    )


@pytest.mark.parametrize(
    ("undocumented", "said"),
    [
        (None, "Det är inte bedömt om det finns avvikelser som inte har dokumenterats."),
        (0, "Alla kända avvikelser bedöms ha dokumenterats."),
        (1, "Uppskattningsvis en avvikelse är känd men inte dokumenterad."),
    ],
)
def test_judgement_of_what_is_not_documented_is_always_given(undocumented: int | None, said: str):
    assert said in rendered(undocumented=undocumented)


def test_findings_keep_their_order_and_quote_their_clauses(played: bytes):
    year = contents.played_year()
    expected = [part for line in year.findings for part in (line.status_label, line.clause, line.message)]
    text = text_of(played)
    assert stand_in_order(text, "8 Läget mot avtalet", "Brutet 1 · I riskzonen 1", *expected)
    for line in year.findings:
        assert f"”{line.source}”" in text


def test_several_findings_on_one_obligation_are_a_list():
    year = contents.played_year()
    line = replace(year.findings[0], message="Uppdrag U1 redovisades.\nUppdrag U2 redovisades.")
    assert "• Uppdrag U1 redovisades. • Uppdrag U2 redovisades." in rendered(findings=(line,))


def with_decisions(number: int) -> FollowUp:
    """Return a year with so many decisions, which moves all that stands below them."""
    year = contents.played_year()
    return replace(year, decisions=(year.decisions * number)[:number])


def texts_by_page(file: bytes) -> list[list[tuple[float, str]]]:
    """Return each page's texts in the order they are drawn, with how high above its foot they stand."""
    pages = []
    for page in reader(file).pages:
        texts: list[tuple[float, str]] = []

        def visit(text: str, cm: list[float], tm: list[float], *_: object, to: list = texts) -> None:
            if text.strip():
                to.append((tm[5] * cm[3] + cm[5], text.strip()))

        page.extract_text(visitor_text=visit)
        pages.append(texts)
    return pages


@pytest.mark.parametrize("decisions", [6, 10, 12, 18, 22])
def test_no_heading_is_the_last_on_its_page(decisions: int):
    file = follow_up_pdf.render(with_decisions(decisions))
    headings = {heading for _, heading, _ in bookmarks_of(file)}
    for texts in texts_by_page(file):
        assert texts[-1][1] not in headings


@pytest.mark.parametrize("decisions", [3, 9, 14, 20, 27])
def test_no_page_but_the_last_is_left_half_empty(decisions: int):
    for texts in texts_by_page(follow_up_pdf.render(with_decisions(decisions)))[:-1]:
        lowest = min(height for height, _ in texts if height > MARGIN_BOTTOM)
        assert lowest < PAGE_HEIGHT * 0.45


def test_each_status_has_a_mark_of_its_own():
    statuses = ("fulfilled", "breached", "at_risk", "upcoming", "not_due", "not_countable")
    forms = {
        tuple((type(part).__name__, getattr(part, "strokeDashArray", None) is None) for part in mark.contents)
        for mark in map(status_mark, statuses)
    }
    assert len(forms) == len(statuses)


def test_wheel_names_its_months_marks_and_shapes(played: bytes):
    first = reader(played).pages[0].extract_text()
    for part in ("juli", "maj", "Möte 6", "Översyn av rutin", "Hållet möte", "I dag, 1 mars", "2018/2019"):
        assert part in first


def test_wheel_of_a_crowded_year_fits_a_page():
    assert drawing(contents.crowded_wheel()).height < PAGE_HEIGHT * 0.75


def test_wheel_in_which_all_happens_in_one_month_fits_a_page():
    marks = tuple(replace(mark, day=contents.wheel().marks[0].day) for mark in contents.crowded_wheel().marks)
    assert drawing(replace(contents.crowded_wheel(), marks=marks * 3)).height < PAGE_HEIGHT * 0.75


def test_each_group_has_its_meetings_and_attendance_under_its_name():
    text = text_of(follow_up_pdf.render(contents.year_of_two_groups()))
    assert stand_in_order(
        text,
        "7 av 8", "fastlagda möten hållna",
        "Roller", "Styrgruppen – Sammankallande: Kvalitetschef", "Två plus två – Sammankallande: Ordförande",
        "2 Möten", "Styrgruppen", "6 ordinarie möten har hållits.",
        "Två plus två", "Ett ordinarie möte har hållits.",
        "3 Närvaro per funktion", "Styrgruppen", "Kvalitetschef",
        "Två plus två", "Ordförande i Bildningsnämnden",
    )  # fmt: skip


def test_an_agreement_without_groups_says_so():
    text = rendered(groups=(), group="")
    assert "Avtalet har inga grupper." in text
