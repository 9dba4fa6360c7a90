"""Standing topics, routines and joint activities for the tests: a few of each, and more than a page holds."""

from datetime import date

from samverkan_desktop.documents.follow_up_registers import (
    JointActivityLine,
    Registers,
    RoutineLine,
    TopicLine,
    TopicPart,
)

AUTUMN, SPRING = date(2016, 3, 15), date(2016, 10, 18)
LEFT = "Gemensamma utbildningsbehov har inte behandlats 2016."


def topics() -> TopicPart:
    return TopicPart(
        "Styrgruppen",
        (LEFT,),
        (
            TopicLine("uppföljning av samverkansöverenskommelsen", (AUTUMN, SPRING)),
            TopicLine("gemensamma problem", (AUTUMN,)),
            TopicLine("att rutiner och riktlinjer är aktuella", (SPRING,)),
            TopicLine("gemensamma utbildningsbehov", ()),
            TopicLine("avvikelser", (), (date(2016, 12, 6),)),
            TopicLine("brister", (SPRING,)),
            TopicLine("förbättringsområden", (SPRING,)),
        ),
    )


def routines() -> tuple[RoutineLine, ...]:
    return (
        RoutineLine(
            "Rutin",
            "1 Anmälan till socialtjänsten",
            "Enhetschef Barn",
            review_by=date(2017, 9, 1),
            reviewed_on=SPRING,
            known=3,
        ),
        RoutineLine(
            "Rutin",
            "2 Placerade barns skolgång",
            review_by=date(2016, 9, 1),
            known_by=date(2016, 12, 31),
            known=1,
            missing=("Barnenheten", "Ungdomsenheten"),
        ),
        RoutineLine("Rutin", "3 Återkoppling", known=0, missing=("Skolan", "Barnenheten", "Ungdomsenheten")),
        RoutineLine(
            "Stödmaterial",
            "Samtycke",
            due="första kvartalet 2016",
            presented_on=AUTUMN,
            version="2",
            updated_on=SPRING,
            known=3,
        ),
        RoutineLine(
            "Stödmaterial", "Skolfrånvaro", due="vt 2017", missing=("Skolan", "Barnenheten", "Ungdomsenheten")
        ),
    )


def registers() -> Registers:
    return Registers(
        topics=(topics(),),
        routines=routines(),
        dissemination=True,
        activities=(
            JointActivityLine("Utbildningsdag om återkoppling", AUTUMN, held=True),
            JointActivityLine("Uppföljningsdag", SPRING, held=False, decision="2016-03"),
        ),
        activity_findings=("Gemensam utbildningsdag hölls 2016-03-15.",),
    )


def crowded_registers() -> Registers:
    """Return registers with more of everything than a page holds."""
    long = "En gemensam rutin för hur skolan och socialtjänsten möter familjer med stora behov av stöd "
    units = tuple(f"Resursenheten för barn och unga i område {number}" for number in range(1, 15))
    return Registers(
        topics=tuple(
            TopicPart(
                f"Lokala uppdragsgruppen i område {group}",
                ("Alla stående frågor har behandlats 2016.",),
                tuple(
                    TopicLine(
                        f"uppföljning av hur fråga {number} hanteras i linjeorganisationen",
                        tuple(date(2016, month, 14) for month in range(1, 12)),
                    )
                    for number in range(1, 9)
                ),
            )
            for group in range(1, 4)
        ),
        routines=tuple(
            RoutineLine(
                "Rutin",
                f"{number} {long}",
                "Verksamhetschef för resurs- och stödverksamheten",
                "2016-12",
                AUTUMN,
                review_by=SPRING,
                reviewed_on=AUTUMN,
                known=2,
                missing=units,
            )
            for number in range(1, 21)
        ),
        dissemination=True,
        activities=tuple(
            JointActivityLine(f"Dag {number} om {long}", SPRING, held=True) for number in range(40)
        ),
    )
