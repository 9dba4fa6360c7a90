"""Content for Word documents, made up: no person, and no municipality but an invented one."""

from dataclasses import replace
from datetime import date, time

from samverkan_desktop.documents.commission import CommissionBrief
from samverkan_desktop.documents.minutes import (
    Attendee,
    MinutedCommission,
    MinutedDecision,
    MinutedItem,
    MinutedTask,
    Minutes,
    PartyAttendees,
)

EDUCATION, SOCIAL = "Bildningsförvaltningen", "Socialförvaltningen"
PRESCHOOL = "Utbildningschef förskola"
SCHOOL = "Utbildningschef grundskola och grundsärskola"
UPPER = "Utbildningschef gymnasiet och vuxenutbildningen"
QUALITY = "Kvalitetschef"
FAMILY = "Avdelningschef Individ- och familjeomsorg"
DEVELOPER = "Verksamhetsutvecklare Individ- och familjeomsorg"
HEALTH = "Chef elevhälsan"
GROUP = "Styrgruppen för samverkan mellan Bildningsförvaltningen och Socialförvaltningen"
AGREEMENT = "Samverkansavtal mellan Bildningsförvaltningen och Socialförvaltningen 2018–2021"


def lines(*noted: str) -> str:
    return "\n".join(noted)


def party(name: str, *attendees: str | Attendee) -> PartyAttendees:
    made = (Attendee(one) if isinstance(one, str) else one for one in attendees)
    return PartyAttendees(name, tuple(made))


def third_meeting() -> Minutes:
    """The third meeting of a year: a question raised, three decisions, two commissions."""
    return Minutes(
        organisation="Ekköpings kommun",
        parties=(EDUCATION, SOCIAL),
        agreement=AGREEMENT,
        label="Minnesanteckningar",
        group=GROUP,
        occasion="möte 3 av 6, läsåret 2018/2019 (ordinarie)",
        day=date(2018, 12, 4),
        starts=time(13),
        ends=time(15),
        place="Sammanträdesrum Eken",
        case_number="BIN 2018/114",
        initiative="",
        present=(
            party(EDUCATION, PRESCHOOL, SCHOOL, UPPER, Attendee(QUALITY, notes=("sammankallande",))),
            party(SOCIAL, Attendee(DEVELOPER, notes=("sekreterare",))),
        ),
        absent=(party(SOCIAL, Attendee(FAMILY, notes=("anmält förhinder",))),),
        vacant=(),
        coopted=(Attendee(HEALTH, notes=("punkt 5",)),),
        convenor=QUALITY,
        secretary=DEVELOPER,
        items=_third_items(),
        recorded_by=DEVELOPER,
        distribution=("Styrgruppens ledamöter", "Förvaltningscheferna", "Diariet, Bildningsförvaltningen"),
        attachments=("Bilaga 1 Delredovisning U1", "Bilaga 2 Checklista U4"),
        next_meeting=date(2019, 2, 5),
    )


def _third_items() -> tuple[MinutedItem, ...]:
    reviewed = (
        "Minnesanteckningarna från 2018-10-16 och från det extra mötet 2018-11-15 gicks igenom "
        "och lades till handlingarna."
    )
    return (
        MinutedItem(
            "1",
            "Mötet öppnas",
            notes=lines(
                "Sammankallande hälsade alla välkomna.",
            ),
        ),
        MinutedItem(
            "2",
            "Godkännande av dagordning",
            notes=lines(
                "Dagordningen godkändes.",
            ),
        ),
        MinutedItem(
            "3",
            "Föregående minnesanteckningar",
            notes=lines(
                reviewed,
            ),
        ),
        MinutedItem(
            "4",
            "Uppföljning av beslut och uppdrag",
            notes=lines(
                "Balanslistan gicks igenom. Läget i de uppdrag som pågår:",
                "- U1 delredovisas under punkt 5.",
                "- U2 pågår; arbetsgruppen har haft två möten.",
                "- U4 redovisas under punkt 7.",
            ),
        ),
        MinutedItem(
            "5",
            "Delredovisning av U1 Kartläggning av problematisk skolfrånvaro",
            presenter=HEALTH,
            notes=lines(
                (
                    "Chef elevhälsan föredrog punkten med stöd i delredovisningen. Kartläggningen omfattar "
                    "årskurs 4–9 och visar att skolorna följer upp frånvaro på olika sätt."
                ),
                "Slutrapporten lämnas till mötet 2019-03-26.",
            ),
            attachments=("Bilaga 1 Delredovisning U1",),
        ),
        _raised_item(),
        MinutedItem(
            "7",
            "Redovisning av U4 Samordning när en fristående skola läggs ned",
            presenter=SCHOOL,
            notes=lines(
                "Utbildningschef grundskola redogjorde för samordningen och checklistan.",
            ),
            decisions=(
                MinutedDecision("2018/19-09", "Redovisningen läggs med godkännande till handlingarna."),
            ),
            attachments=("Bilaga 2 Checklista U4",),
        ),
        _training_item(),
        MinutedItem(
            "9",
            "Övriga frågor",
            notes=lines(
                "Inga övriga frågor anmäldes.",
            ),
        ),
        MinutedItem(
            "10",
            "Nästa möte",
            notes=lines(
                "Nästa möte hålls 2019-02-05.",
            ),
        ),
    )


def _raised_item() -> MinutedItem:
    return MinutedItem(
        "6",
        "Övergång förskola–förskoleklass",
        origin="lyft fråga, övergripande natur",
        notes=lines(
            (
                "Förskolechef har genom närmsta chef lyft att det är oklart vem som kallar till gemensamt "
                "möte. Styrgruppen konstaterar att frågan gäller fler enheter."
            ),
        ),
        decisions=(
            MinutedDecision(
                "2018/19-08",
                "Utbildningschef förskola, Utbildningschef grundskola och Avdelningschef IFO får i uppdrag "
                "att ta fram en gemensam mötesstruktur.",
            ),
        ),
        commissions=(
            MinutedCommission(
                "U5",
                "Mötesstruktur övergång förskola–förskoleklass",
                f"{PRESCHOOL}, {SCHOOL}, {FAMILY}",
                "Skriftligt förslag, högst två sidor",
                "Styrgruppens möte 2019-03-26",
            ),
        ),
    )


def _training_item() -> MinutedItem:
    return MinutedItem(
        "8",
        "Gemensam utbildningsdag hösten 2019",
        notes=lines(
            "Styrgruppen ser behov av en gemensam utbildningsdag om samtycke och sekretess.",
        ),
        decisions=(
            MinutedDecision(
                "2018/19-10",
                "Ett program för en gemensam utbildningsdag tas fram.",
                proposal="Två utbildningsdagar hålls under hösten.",
                when="första kvartalet 2019",
                distribution=(PRESCHOOL, SCHOOL),
                supersedes=("ersätter 2018/19-03",),
            ),
        ),
        tasks=(MinutedTask("Boka aulan till utbildningsdagen.", SCHOOL, "2019-03-01"),),
        commissions=(
            MinutedCommission(
                "U3",
                "Program för gemensam utbildningsdag hösten 2019",
                "Arbetsgrupp kompetensutveckling",
                "Programförslag med kostnadsfördelning",
                "Styrgruppens möte 2019-05-28",
            ),
        ),
    )


def extra_meeting() -> Minutes:
    """A short extra meeting, unfinished: somebody came late, a seat is vacant, one is acting."""
    return replace(
        third_meeting(),
        occasion="extra möte, läsåret 2018/2019",
        day=date(2018, 11, 15),
        starts=time(8, 30),
        ends=None,
        place="",
        case_number="",
        initiative=(
            "Utbildningschef grundskola och grundsärskola kallade till mötet: en fristående skola "
            "meddelade 2018-11-09 att den upphör vid årsskiftet."
        ),
        present=(
            party(EDUCATION, SCHOOL, Attendee(QUALITY, "Kim Exempel", ("sammankallande", "tf"))),
            party(SOCIAL, Attendee(FAMILY, notes=("fr.o.m. punkt 3",))),
        ),
        absent=(
            party(EDUCATION, Attendee(PRESCHOOL, notes=("anmält förhinder",))),
            party(SOCIAL, DEVELOPER),
        ),
        vacant=(party(EDUCATION, UPPER),),
        coopted=(),
        items=(
            MinutedItem("1", "Mötet öppnas"),
            MinutedItem(
                "2",
                "Skäl till extra möte",
                notes=lines(
                    "Frågan berör samverkan enligt avtalet och kan inte vänta till nästa möte.",
                ),
            ),
        ),
        recorded_by=f"{FAMILY} (tillfällig)",
        distribution=(),
        attachments=(),
        next_meeting=None,
        draft=True,
    )


def crowded_meeting() -> Minutes:
    """A meeting of 25 seats and 40 items, with long names of functions and much decided."""
    education = tuple(
        Attendee(f"{UPPER}, område {n}", notes=("tf",) if n % 5 == 0 else ()) for n in range(1, 14)
    )
    social = tuple(Attendee(f"{DEVELOPER}, enhet {n}") for n in range(1, 13))
    return replace(
        third_meeting(),
        present=(PartyAttendees(EDUCATION, education), PartyAttendees(SOCIAL, social)),
        items=tuple(_crowded_item(n) for n in range(1, 41)),
        attachments=tuple(f"Bilaga {n} Underlag till punkt {n * 4}" for n in range(1, 11)),
        correction="1: datum för redovisning av U5 under punkt 6 är rättat till 2019-03-26.",
    )


def _crowded_item(n: int) -> MinutedItem:
    text = "Frågan föredrogs och diskuterades utifrån underlaget, med synpunkter från båda förvaltningarna. "
    decisions = (MinutedDecision(f"2018/19-{n:02}", f"Styrgruppen ställer sig bakom förslag {n}. {text}"),)
    commission = MinutedCommission(
        f"U{n}",
        "Gemensam rutin för överlämning av ansvar mellan verksamheterna i övergångar",
        f"{UPPER}, {FAMILY}",
        "Skriftlig rapport med föredragning och förslag till beslut",
        f"Delredovisning 2019-02-05, slutredovisning 2019-{3 + n % 3:02}-26",
    )
    return MinutedItem(
        str(n),
        f"Ärende {n} om samordning av insatser för barn och unga i behov av stöd från båda förvaltningarna",
        origin="lyft fråga, principiellt intresse" if n % 7 == 0 else "",
        presenter=UPPER if n % 3 == 0 else "",
        notes=lines(text * 2, "- en första punkt att bevaka", f"- {text * 2}"),
        decisions=decisions if n % 2 == 0 else (),
        commissions=(commission,) if n % 4 == 0 else (),
        attachments=(f"Bilaga {n // 4} Underlag till punkt {n}",) if n % 4 == 0 else (),
    )


def brief() -> CommissionBrief:
    """The brief of a commission with a work group from both parties."""
    return CommissionBrief(
        organisation="Ekköpings kommun",
        agreement=AGREEMENT,
        number="U1",
        title="Kartläggning av problematisk skolfrånvaro i årskurs 4–9",
        given_by=GROUP,
        given_on=date(2018, 9, 4),
        decision="2018/19-03",
        background=(
            "Båda förvaltningarna möter elever med problematisk skolfrånvaro, men en samlad bild saknas.\n"
            "Kartläggningen ska visa hur skolorna följer upp frånvaro och när socialtjänsten kontaktas."
        ),
        responsible=("Arbetsgrupp skolfrånvaro",),
        members=(
            f"{HEALTH} ({EDUCATION})",
            f"Rektor grundskola ({EDUCATION})",
            f"Enhetschef Barn och unga ({SOCIAL})",
            f"Förebyggande socialsekreterare ({SOCIAL})",
        ),
        convenor=HEALTH,
        secretary="Enhetschef Barn och unga",
        how="Skriftlig rapport med föredragning",
        when="Delredovisning 2018-12-04, slutredovisning 2019-03-26",
        status="Pågår. Delredovisad 2018-12-04.",
    )
