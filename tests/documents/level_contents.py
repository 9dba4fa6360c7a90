"""Boards' matters, directions and reports for tests of the follow-up report; nobody's in particular."""

from datetime import date

from samverkan_desktop.documents.follow_up_levels import (
    DirectionLine,
    InstanceLine,
    LevelReportLine,
    Levels,
    MatterPart,
    ReportedMeeting,
)

RIDER = "att skolorna hörs innan riktlinjerna antas på nytt"
CLAUSES = ("Nämnden antar riktlinjerna.", "Förvaltningen får i uppdrag att återkomma med stödmaterial.")


def report_on_cooperation() -> MatterPart:
    """Return a matter that went from a committee to the board."""
    return MatterPart(
        "Rapport om fortsatt arbete",
        ("Uppföljning av avtalet", "dnr 05.155 60", "tidigare beslut 2005-09-25, § 100; 2005-12-15, § 135"),
        (),
        ("Förhandlingar enligt § 11 MBL har hållits 2019-05-08.",),
        (
            InstanceLine(
                "Barn- och utbildningsnämnden, arbetsutskott 2019-05-10 § 60:1 s. 101",
                "Föreslår",
                text="Arbetsutskottet föreslår nämnden besluta enligt förvaltningens förslag.",
            ),
            InstanceLine(
                "Barn- och utbildningsnämnden 2019-05-24 § 85 s. 167",
                "Lägger till handlingarna",
                text="Rapporten läggs med godkännande till handlingarna.",
                sent=date(2019, 6, 3),
            ),
        ),
    )


def guidelines() -> MatterPart:
    """Return a matter whose clauses two boards decide on apart."""
    return MatterPart(
        "Riktlinjer för samverkan",
        ("Antagande av avtalet",),
        CLAUSES,
        ("Gemensam planering: Styrgruppen 2019-02-05.", "Direktören har i uppdrag att underteckna."),
        (
            InstanceLine("Utbildningsnämnden 2019-03-12 § 12", "Godkänner", (1, 2), sent=date(2019, 3, 20)),
            InstanceLine("Socialnämnden 2019-03-14 § 31", "Återremitterar", (2,), rider=RIDER),
            InstanceLine("Socialnämnden", ""),
        ),
    )


def levels() -> Levels:
    """Return a year in which every part has something to say."""
    return Levels(
        matters=(report_on_cooperation(), guidelines()),
        reported=(
            ReportedMeeting("Styrgruppen 2018-09-04", "Stadsdelsnämnden 2018-10-02 § 9"),
            ReportedMeeting("Styrgruppen 2018-10-16", ""),
        ),
        directions=(
            DirectionLine(
                date(2018, 9, 20), "2+2-mötet", "Styrgruppen", "Se över vägen in till stöd.",
                "togs upp 2018-10-16",
            ),
            DirectionLine(date(2019, 5, 2), "2+2-mötet", "Styrgruppen", "Ta fram en tidplan.", "väntar"),
        ),
        reports=(
            LevelReportLine(date(2019, 1, 15), "Styrgruppen", "2+2-mötet", "Läget i arbetet."),
        ),
    )  # fmt: skip
