from dataclasses import replace

import pytest

from samverkan_desktop.documents import follow_up_pdf
from samverkan_desktop.documents.follow_up_plans import Plans
from samverkan_desktop.documents.pdf_style import MARGIN_BOTTOM, PAGE_HEIGHT
from tests.documents import follow_up_contents, plan_contents
from tests.documents.pdf_reading import bookmarks_of, stand_in_order, text_of
from tests.documents.test_follow_up_pdf import texts_by_page

ALL = plan_contents.plans()
EVERY_HEADING = [
    "Möten områdesvis",
    "Aktivitetsplan",
    "Åtaganden och förväntade resultat",
    "Skolor som omfattas",
    "Indikatorer",
]


def rendered(plans: Plans) -> bytes:
    return follow_up_pdf.render(replace(follow_up_contents.played_year(), plans=plans))


@pytest.fixture(scope="module")
def made() -> bytes:
    return rendered(ALL)


def headings(file: bytes) -> list[str]:
    return [heading.lstrip("0123456789 ") for level, heading, _ in bookmarks_of(file) if level == 1]


def test_each_register_has_a_section_of_its_own(made: bytes):
    assert [heading for heading in headings(made) if heading in EVERY_HEADING] == EVERY_HEADING


def test_an_agreement_without_registers_has_none_of_the_sections():
    assert not set(headings(rendered(Plans()))) & set(EVERY_HEADING)


def test_areas_stand_against_years_with_their_days_and_what_is_lacking(made: bytes):
    assert stand_in_order(
        text_of(made),
        "Varje område ska ha minst ett möte.",
        "Område", "2018", "2019",
        "Norra området", "2018-10-16", "2019-02-05", "2019-05-14",
        "Södra området", "2018-11-20", "saknas",
        "Västra området", "saknas", "2019-06-04, planerat",
        "Skärgården", "–", "2019-03-12",
    )  # fmt: skip


def test_activities_stand_with_their_strategy_and_outcome(made: bytes):
    assert stand_in_order(
        text_of(made),
        "Planen antogs 2018-09-04 genom beslut 2018/19-03. 2 av 4 aktiviteter är klara.",
        "Föräldrakurs", plan_contents.PREVENT, "2018-12-01", "Klar 2018-11-20",
        "Gemensam introduktion för nya chefer", "Försenad",
        "Fältverksamhet under skollov", "Verksamhetsutvecklare IFO", "–", "Återstår",
    )  # fmt: skip


def test_plans_of_several_groups_stand_under_their_names():
    two = (
        ALL.activity_plans[0],
        replace(ALL.activity_plans[0], group="Arbetsgruppen", activities=(), done=0),
    )
    outline = [heading for _, heading, _ in bookmarks_of(rendered(replace(ALL, activity_plans=two)))]
    assert {"Styrgruppen", "Arbetsgruppen"} <= set(outline)


def test_commitments_stand_with_a_column_for_each_step(made: bytes):
    assert stand_in_order(
        text_of(made),
        "Åtagande", "Senast", *plan_contents.STEPS,
        "Barnhälsoteam på varje familjecentral", "2019-01-31", "2018-12-04", "2019-05-28",
        "Gemensam rutin vid frånvaro", "–", "2019-02-05",
    )  # fmt: skip


def test_expected_results_say_who_expects_them(made: bytes):
    assert stand_in_order(
        text_of(made),
        "Förväntade resultat på kort sikt",
        "Fler barn möts tidigt (Socialnämnden, 2018-08-30).",
        "Förväntade resultat på lång sikt",
        "Färre barn placeras utanför hemmet.",
    )


@pytest.mark.parametrize(
    ("plans", "heading"),
    [
        (replace(ALL, expected=()), "Åtaganden"),
        (replace(ALL, commitments=(), steps=()), "Förväntade resultat"),
    ],
)
def test_the_heading_names_what_there_is(plans: Plans, heading: str):
    assert heading in headings(rendered(plans))


def test_schools_are_counted_by_category_with_the_whole_last_and_by_area(made: bytes):
    assert stand_in_order(
        text_of(made),
        "12 av 24 skolor omfattas av en överenskommelse 2019-06-30 (50 %).",
        "Kommunala grundskolor", "9", "12", "75 %",
        "Alla skolor", "12", "24", "50 %",
        "Per område",
        "Södra området", "5", "11", "45 %",
    )  # fmt: skip


def test_one_category_alone_is_its_own_whole():
    alone = replace(plan_contents.coverage(), categories=plan_contents.coverage().categories[:1], areas=())
    said = text_of(rendered(replace(ALL, coverage=alone)))
    assert "Alla skolor" not in said
    assert "Per område" not in said


def test_indicators_show_their_latest_value_and_the_years_before(made: bytes):
    assert stand_in_order(
        text_of(made),
        "Andel barn med gemensam plan",
        "Källa: socialtjänstens verksamhetssystem.",
        "71 %", "2018/2019",
        "mål 80",
    )  # fmt: skip
    assert stand_in_order(text_of(made), "Gemensamma utbildningsdagar", "12", "dagar, 2018/2019")
    assert stand_in_order(text_of(made), "Under utprövning.", "Inget värde har angetts.")


def test_crowded_plans_leave_no_heading_alone_and_no_page_half_empty():
    file = rendered(plan_contents.crowded_plans())
    alone = {heading for _, heading, _ in bookmarks_of(file)}
    pages = texts_by_page(file)
    for texts in pages:
        assert texts[-1][1] not in alone
    for texts in pages[:-1]:
        assert min(height for height, _ in texts if height > MARGIN_BOTTOM) < PAGE_HEIGHT * 0.45
