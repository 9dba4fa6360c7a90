from dataclasses import replace
from datetime import date

import pytest

from samverkan_desktop.documents import follow_up_pdf
from samverkan_desktop.documents.follow_up_registers import Registers
from tests.documents import follow_up_contents, register_contents
from tests.documents.pdf_reading import bookmarks_of, stand_in_order, text_of

FIRST = date(2016, 1, 2)
ALL = register_contents.registers()


@pytest.fixture(scope="module")
def told() -> str:
    return text_of(rendered(ALL))


def rendered(registers: Registers, **changes: object) -> bytes:
    year = replace(follow_up_contents.played_year(), registers=registers, **changes)
    return follow_up_pdf.render(year)


def headings(file: bytes) -> list[str]:
    return [heading.split(" ", 1)[-1] for level, heading, _ in bookmarks_of(file) if level == 1]


def test_topics_stand_with_the_days_they_were_taken_up(told: str):
    assert stand_in_order(
        told,
        "Stående frågor",
        register_contents.LEFT,
        "Uppföljning av samverkansöverenskommelsen",
        "2016-03-15, 2016-10-18",
        "Gemensamma utbildningsbehov",
        "–",
        "Avvikelser",
        "på dagordningen 2016-12-06",
        "Förbättringsområden",
    )


def test_topics_of_several_groups_stand_under_their_names():
    two = (register_contents.topics(), replace(register_contents.topics(), group="Barngruppen"))
    outline = [heading for _, heading, _ in bookmarks_of(rendered(replace(ALL, topics=two)))]
    assert "Styrgruppen" in outline
    assert "Barngruppen" in outline


def test_a_routine_tells_of_its_review_and_where_it_is_known(told: str):
    assert stand_in_order(
        told,
        "Rutiner och stödmaterial",
        "1 Anmälan till socialtjänsten",
        "Rutin · Enhetschef Barn",
        "senast 2017-09-01",
        "sågs över 2016-10-18",
        "3 av 3",
        "2 Placerade barns skolgång",
        "Inte känd i Barnenheten, Ungdomsenheten.",
        "senast 2016-09-01",
        "1 av 3",
        "alla senast 2016-12-31",
        "3 Återkoppling",
        "0 av 3",
    )


def test_support_material_tells_of_its_time_and_its_version(told: str):
    assert "Presenterades 2016-03-15, version 2 2016-10-18" in told
    assert "Inte presenterat, tid: vt 2017 – –" in told


def test_where_routines_are_known_is_left_out_where_nobody_asks():
    text = text_of(rendered(replace(ALL, dissemination=False)))
    assert "Känd i verksamheter" not in text
    assert "1 av 3" not in text


def test_what_is_known_of_no_routine_has_no_column():
    bare = tuple(replace(line, review_by=None, reviewed_on=None) for line in ALL.routines[:3])
    text = text_of(rendered(Registers(routines=bare)))
    assert stand_in_order(text, "Rutin eller stödmaterial", "1 Anmälan till socialtjänsten")
    assert "Översyn Känd" not in text
    assert "Rutin eller stödmaterial Läge" not in text


def test_joint_activities_stand_after_what_is_demanded_of_them(told: str):
    assert stand_in_order(
        told,
        "Gemensamma aktiviteter",
        "Gemensam utbildningsdag hölls 2016-03-15.",
        "2016-03-15",
        "Utbildningsdag om återkoppling",
        "Hölls",
        "Uppföljningsdag",
        "Planerad",
        "2016-03",
    )


def test_what_is_demanded_and_not_done_is_told_all_the_same():
    text = text_of(rendered(Registers(activity_findings=("Gemensam dag har inte hållits 2016.",))))
    assert stand_in_order(text, "Gemensamma aktiviteter", "Gemensam dag har inte hållits 2016.")


def test_what_was_never_reported_is_told_in_words():
    text = text_of(rendered(ALL, undocumented=None, underreporting=("Behovet är större än så.",)))
    assert stand_in_order(
        text, "6 avvikelser har dokumenterats.", "Behovet är större än så.", "per verksamhet"
    )
    assert "Det är inte bedömt" not in text


@pytest.mark.parametrize(
    "absent", ["Stående frågor", "Rutiner och stödmaterial", "Gemensamma aktiviteter", "Avvikelser"]
)
def test_what_an_agreement_does_not_have_is_not_printed(absent: str):
    file = rendered(
        Registers(), deviations=(), deviations_by_unit=(), undocumented=None, deviations_told=False
    )
    assert absent not in headings(file)
    assert "avvikelser" not in text_of(file).split("Årshjul", 1)[0].split("beslut", 1)[1].split("Samm", 1)[0]


def test_much_of_everything_runs_over_pages():
    text = text_of(rendered(register_contents.crowded_registers()))
    assert stand_in_order(text, "Lokala uppdragsgruppen i område 3", "20 En gemensam rutin", "Dag 39")


def test_a_routine_in_a_sentence_leaves_out_what_is_not_known():
    first, second, *_ = register_contents.routines()
    assert first.sentence == (
        "Rutin: 1 Anmälan till socialtjänsten, sågs över 2016-10-18, ses över senast 2017-09-01, "
        "känt i 3 av 3 verksamheter."
    )
    bare = replace(
        second, review_by=None, known_by=None, known=0, due="ht 2017", decision="2016-1", decided_on=FIRST
    )
    assert (
        bare.sentence
        == "Rutin: 2 Placerade barns skolgång, beslut 2016-1 2016-01-02, inte presenterat, tid: ht 2017."
    )
