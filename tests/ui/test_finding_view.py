"""Where each finding is mended, and what the way there is called."""

from datetime import date

import pytest

from samverkan_desktop.rules.finding import Evidence, Finding, Status
from samverkan_desktop.ui import finding_view, navigation

MEETING = Evidence("meeting", 3, "möte 3", date(2018, 12, 4))
ITEM = Evidence("item", 8, "punkt 7, Övriga frågor")
COMMISSION = Evidence("commission", 2, "uppdrag U2, Rutin")
SEAT = Evidence("seat", 5, "Kvalitetschef")
DEVIATION = Evidence("deviation", 1, "avvikelse A1")
ROUTINE = Evidence("routine", 7, "rutin 3 (Skolfrånvaro)")
ACTIVITY = Evidence("activity", 2, "Gemensam dag")
MATTER = Evidence("board_matter", 4, "ärendet Rapport")
BOARD_REPORT = Evidence("board_report", 8, "Socialnämnden § 85")
DIRECTION = Evidence("direction", 1, "en styrning")
LEVEL_REPORT = Evidence("level_report", 5, "redovisning till 2+2-mötet")
GROUP = Evidence("group", 4, "Skolfrånvaro")

AREA = Evidence("area", 3, "Norr")
PLAN = Evidence("activity_plan", 7, "aktivitetsplan 2018/2019")
PLANNED = Evidence("planned_activity", 5, "aktivitet Kartläggning")
SCHOOL = Evidence("coverage", 9, "Björkskolan")
COMMITMENT = Evidence("commitment", 2, "åtagande Gemensam ingång")
INDICATOR = Evidence("indicator", 6, "indikator Skolfrånvaro")


def finding(rule: str, *evidence: Evidence, group_id: int | None = 1, period: str = "2018/2019") -> Finding:
    return Finding(
        rule, Status.BREACHED, "T14", "Avtalets ord.", "Styrgruppen", period, 6, 5, evidence, "Så är det.",
        group_id=group_id,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("found", "target", "step"),
    [
        (finding("R01"), "group:1", "Visa gruppen"),
        (finding("R53", group_id=None), "agreement:sign", "Underteckna"),
        (finding("R03"), "group:1", "Visa gruppen"),
        (finding("R04"), "plan:2018/2019", "Visa årsplanen"),
        (finding("R05", MEETING), "plan:2018/2019", "Visa årsplanen"),
        (finding("R06", MEETING), "meeting:3", "Öppna möte 3"),
        (finding("R06"), "plan:2018/2019", "Visa årsplanen"),
        (finding("R07", SEAT, MEETING), "meeting:3", "Öppna möte 3"),
        (finding("R08", COMMISSION), "commission:2", "Öppna uppdraget"),
        (finding("R09", COMMISSION, MEETING), "commission:2", "Öppna uppdraget"),
        (finding("R10", GROUP, SEAT), "group:4", "Visa gruppen"),
        (finding("R11", ITEM, MEETING), "item:8", "Öppna punkten"),
        (finding("R12", DEVIATION), "deviation:1", "Öppna avvikelsen"),
        (finding("R19", group_id=None), "agreement:T14", "Visa i avtalet"),
        (finding("R20"), "report:2018/2019", "Visa uppföljningen"),
        (finding("R20", group_id=None), "agreement:T14", "Visa i avtalet"),
        (finding("R21", MEETING, SEAT), "meeting:3", "Öppna möte 3"),
        (finding("R22", SEAT), "seat:5", "Visa platsen"),
        (finding("R23", DEVIATION, MEETING), "deviation:1", "Öppna avvikelsen"),
        (finding("R24", MEETING), "meeting:3", "Öppna möte 3"),
        (finding("R29", COMMISSION), "commission:2", "Öppna uppdraget"),
        (finding("R13", ROUTINE), "routine:7", "Öppna rutinen"),
        (finding("R16", MATTER), "board_matter:4", "Öppna ärendet"),
        (finding("R17", MATTER), "board_matter:4", "Öppna ärendet"),
        (finding("R35", ROUTINE), "routine:7", "Öppna rutinen"),
        (finding("R36", ROUTINE), "routine:7", "Öppna rutinen"),
        (finding("R37", ACTIVITY), "activity:2", "Öppna aktiviteten"),
        (finding("R37"), "registers:activity", "Öppna registret"),
        (finding("R45", MEETING), "registers:board_matter", "Öppna registret"),
        (finding("R46", MATTER), "board_matter:4", "Öppna ärendet"),
        (finding("R47", MATTER), "board_matter:4", "Öppna ärendet"),
        (finding("R48", LEVEL_REPORT), "level_report:5", "Öppna redovisningen"),
        (finding("R48"), "registers:level_report", "Öppna registret"),
        (finding("R49", DIRECTION), "direction:1", "Öppna styrningen"),
        (finding("R50", LEVEL_REPORT), "level_report:5", "Öppna redovisningen"),
        (finding("R50", BOARD_REPORT), "board_report:8", "Öppna ärendet"),
        (finding("R50", PLAN), "activity_plan:7", "Visa aktivitetsplanen"),
        (finding("R50"), "agreement:T14", "Visa i avtalet"),
        (finding("R15", AREA, MEETING), "area:3", "Öppna området"),
        (finding("R15"), "registers:area", "Öppna registret"),
        (finding("R18"), "activity_plan:2018/2019", "Visa aktivitetsplanen"),
        (finding("R18", PLAN), "activity_plan:7", "Visa aktivitetsplanen"),
        (finding("R18", PLAN, PLANNED), "planned_activity:5", "Öppna aktiviteten"),
        (finding("R25", SCHOOL), "registers:coverage", "Öppna registret"),
        (finding("R40", COMMITMENT), "commitment:2", "Öppna åtagandet"),
        (finding("R40"), "registers:commitment", "Öppna registret"),
        (finding("R41"), "registers:expected_result", "Öppna registret"),
        (finding("R42", INDICATOR), "indicator:6", "Öppna indikatorn"),
        (finding("R42"), "registers:indicator", "Öppna registret"),
    ],
)
def test_it_is_mended_where_the_thing_is(found: Finding, target: str, step: str):
    assert finding_view.target(found) == target
    assert finding_view.step(found) == step


@pytest.mark.parametrize("rule", [f"R{number:02d}" for number in range(1, 54)])
def test_every_target_is_a_place_in_the_window(rule: str):
    for found in (finding(rule, ITEM, MEETING, SEAT), finding(rule, group_id=None), finding(rule)):
        assert navigation.find(finding_view.target(found))
        assert finding_view.step(found)


def test_evidence_leads_to_the_thing_itself():
    found = finding("R20")
    cases = [
        (MEETING, "meeting:3"),
        (Evidence("role", 6, "sekreterare"), "role:6"),
        (Evidence("plan", 9, "mötesplan"), "plan:2018/2019"),
        (Evidence("report", 2, "uppföljning"), "report:2018/2019"),
        (Evidence("report", 2, "uppföljning", period="2017/2018"), "report:2017/2018"),
        (PLAN, "activity_plan:7"),
        (BOARD_REPORT, "board_report:8"),
        (LEVEL_REPORT, "level_report:5"),
        (Evidence("agreement", 1, "avtalet"), "agreement:T14"),
    ]
    assert [finding_view.evidence_target(each, found) for each, _ in cases] == [where for _, where in cases]


def test_evidence_is_told_with_its_day():
    assert finding_view.evidence_text(MEETING) == "Möte 3, 2018-12-04"
    assert finding_view.evidence_text(SEAT) == "Kvalitetschef"


def test_the_worst_of_several_is_the_most_severe():
    one, other = finding("R04"), Finding("R05", Status.UPCOMING, "T14", "", "", "", 1, 1, (), "")
    assert finding_view.worst((other, one)) is Status.BREACHED
    assert finding_view.worst(()) is None
