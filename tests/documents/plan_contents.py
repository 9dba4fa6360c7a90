"""Plans and measures for the follow-up report's tests: a bit of everything, and more than a page holds."""

from dataclasses import replace
from datetime import date, timedelta

from samverkan_desktop.documents.follow_up_plans import (
    ActivityLine,
    ActivityPlanPart,
    AreaCell,
    AreaTable,
    CommitmentLine,
    CoverageLine,
    CoverageTable,
    ExpectedLine,
    IndicatorPart,
    Plans,
    Point,
)

STEPS = ("Genomfört", "Uppföljt", "Analyserat", "Åtgärdat")
PREVENT, SPREAD = "Utökat förebyggande och främjande arbete", "Informations- och kunskapsspridning"


def cell(*held: date, planned: tuple[date, ...] = (), status: str = "fulfilled") -> AreaCell:
    return AreaCell(held, planned, status)


def area_table() -> AreaTable:
    return AreaTable(
        ("2018", "2019"),
        (
            ("Norra området", (cell(date(2018, 10, 16)), cell(date(2019, 2, 5), date(2019, 5, 14)))),
            ("Södra området", (cell(date(2018, 11, 20)), cell(status="at_risk"))),
            (
                "Västra området",
                (cell(status="breached"), cell(planned=(date(2019, 6, 4),), status="upcoming")),
            ),
            ("Skärgården", (cell(status=""), cell(date(2019, 3, 12)))),
        ),
        "Varje område ska ha minst ett möte.",
    )


def activity_plan() -> ActivityPlanPart:
    return ActivityPlanPart(
        "Styrgruppen",
        "Planen antogs 2018-09-04 genom beslut 2018/19-03. 2 av 4 aktiviteter är klara.",
        (
            ActivityLine("Föräldrakurs", PREVENT, "Enhetschef IFO", date(2018, 12, 1), "klar 2018-11-20"),
            ActivityLine("Film om orosanmälan", SPREAD, "Kvalitetschef", date(2019, 3, 1), "klar 2019-02-11"),
            ActivityLine("Gemensam introduktion för nya chefer", SPREAD, "", date(2019, 5, 1), "försenad"),
            ActivityLine("Fältverksamhet under skollov", "", "Verksamhetsutvecklare IFO", None, "återstår"),
        ),
        2,
    )  # fmt: skip


def commitments() -> tuple[CommitmentLine, ...]:
    return (
        CommitmentLine(
            "Barnhälsoteam på varje familjecentral", PREVENT, "Verksamhetschef elevhälsan", date(2019, 1, 31),
            (date(2018, 12, 4), date(2019, 2, 5), date(2019, 3, 26), date(2019, 5, 28)),
        ),
        CommitmentLine(
            "Gemensam rutin vid frånvaro", "", "Enhetschef IFO", None, (date(2019, 2, 5), None, None, None)
        ),
        CommitmentLine("Utbildning om barnkonventionen", SPREAD, "", date(2019, 6, 1), (None,) * 4),
    )  # fmt: skip


def coverage() -> CoverageTable:
    return CoverageTable(
        date(2019, 6, 30),
        (
            CoverageLine("Kommunala grundskolor", 9, 12, 75),
            CoverageLine("Fristående grundskolor", 0, 6, 0),
            CoverageLine("Kommunala gymnasieskolor", 3, 3, 100),
            CoverageLine("Fristående gymnasieskolor", 0, 3, 0),
        ),
        (CoverageLine("Norra området", 7, 13, 53), CoverageLine("Södra området", 5, 11, 45)),
        CoverageLine("Alla skolor", 12, 24, 50),
    )


def indicator(*values: float | None, target: float | None = 80.0) -> IndicatorPart:
    years = [f"{year}/{year + 1}" for year in range(2019 - len(values), 2019)]
    return IndicatorPart(
        "Andel barn med gemensam plan",
        "Barn som både skolan och socialtjänsten arbetar med och som har en samordnad individuell plan. "
        "Källa: socialtjänstens verksamhetssystem.",
        "",
        "%",
        target,
        "" if target is None else f"{target:g}",
        tuple(
            Point(year, value, "" if value is None else f"{value:g}".replace(".", ","))
            for year, value in zip(years, values, strict=True)
        ),
    )


def plans() -> Plans:
    """Return what a plan with a bit of everything has to say."""
    trial = replace(indicator(), name="Dagar till första gemensamma möte", standing="Under utprövning.")
    return Plans(
        areas=area_table(),
        activity_plans=(activity_plan(),),
        steps=STEPS,
        commitments=commitments(),
        expected=(
            ("på kort sikt", (ExpectedLine("Fler barn möts tidigt.", "Socialnämnden, 2018-08-30"),)),
            ("på lång sikt", (ExpectedLine("Färre barn placeras utanför hemmet.", ""),)),
        ),
        coverage=coverage(),
        indicators=(
            indicator(58.0, None, 64.5, 72.5, 71.0),
            replace(indicator(12.0, target=None), name="Gemensamma utbildningsdagar", unit="dagar", about=""),
            trial,
        ),
    )  # fmt: skip


def crowded_plans() -> Plans:
    """Return plans with more of everything than a page holds."""
    made, table = plans(), area_table()
    days = tuple(date(2019, 1, 8) + timedelta(days=30 * month) for month in range(6))
    busy = (cell(*days), cell(*days), cell(*days), cell(planned=days, status="upcoming"))
    long = "Gemensam introduktion för nya chefer och medarbetare i båda förvaltningarna"
    schools = tuple(CoverageLine(f"Område {n}", n % 7, 7, (n % 7) * 100 // 7) for n in range(30))
    return replace(
        made,
        areas=replace(
            table,
            years=("2016", "2017", "2018", "2019"),
            lines=tuple((f"Område {n}", busy) for n in range(14)),
        ),
        activity_plans=tuple(
            ActivityPlanPart(
                f"Grupp {n}", "Planen är ett utkast. 0 av 20 aktiviteter är klara.",
                tuple(ActivityLine(long, SPREAD, long, date(2019, 5, 1), "försenad") for _ in range(20)),
                0,
            )
            for n in range(2)
        ),
        commitments=commitments() * 12,
        coverage=replace(coverage(), areas=schools),
        indicators=tuple(
            replace(indicator(*[50.0 + (n * year) % 17 for year in range(12)]), name=f"Indikator {n}")
            for n in range(9)
        ),
    )  # fmt: skip
