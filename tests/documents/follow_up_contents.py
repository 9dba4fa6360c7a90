"""Follow-ups and year wheels for the tests: the played year, a crowded one and an almost empty one."""

from dataclasses import replace
from datetime import date, time, timedelta

from samverkan_desktop.documents.follow_up import (
    CommissionLine,
    Count,
    DecisionLine,
    DeviationLine,
    FindingLine,
    FollowUp,
    GroupYear,
    MeetingLine,
    SeatAttendanceLine,
)
from samverkan_desktop.documents.follow_up_registers import JointActivityLine, Registers, RoutineLine
from samverkan_desktop.documents.year_plan import PlannedMeeting, YearPlan
from samverkan_desktop.documents.year_wheel import Mark, MarkKind, YearWheel
from tests.documents.pdf_contents import (
    AGREEMENT,
    CONVENOR,
    DEVELOPER,
    EDUCATION,
    GROUP,
    IFO,
    MUNICIPALITY,
    PRESCHOOL,
    SCHOOL,
    SOCIAL,
    UPPER,
)

_MEETINGS = (
    ("1", date(2018, 9, 4), "ordinarie", 6, 6, date(2018, 8, 28), date(2018, 9, 11), ""),
    ("2", date(2018, 10, 16), "ordinarie", 5, 6, date(2018, 10, 9), date(2018, 10, 23), ""),
    (
        "Extra",
        date(2018, 11, 15),
        "extra",
        5,
        6,
        date(2018, 11, 13),
        date(2018, 11, 16),
        f"Initiativ: {SCHOOL}. En fristående skola upphör vid årsskiftet.",
    ),
    ("3", date(2018, 12, 4), "ordinarie", 5, 6, date(2018, 11, 27), date(2018, 12, 18), ""),
    (
        "4",
        date(2019, 2, 5),
        "ordinarie",
        4,
        5,
        date(2019, 1, 29),
        date(2019, 2, 12),
        f"Vid anteckningarna: {IFO} (tillfällig).",
    ),
    ("5", date(2019, 3, 26), "ordinarie", 6, 6, date(2019, 3, 19), date(2019, 4, 2), ""),
    (
        "6",
        date(2019, 5, 28),
        "ordinarie (sista, uppföljning)",
        8,
        8,
        date(2019, 5, 21),
        date(2019, 6, 4),
        "",
    ),
)

_ATTENDANCE = (
    (EDUCATION, PRESCHOOL, 6, 6, 0, 1, "N N F N N D N"),
    (EDUCATION, SCHOOL, 5, 6, 0, 0, "N F N N N N N"),
    (EDUCATION, UPPER, 5, 6, 1, 0, "N N D N V T T"),
    (EDUCATION, CONVENOR, 6, 6, 0, 0, "N N N N N N N"),
    (EDUCATION, "Förvaltningschef", 1, 1, 0, 0, "– – – – – – N"),
    (SOCIAL, IFO, 5, 6, 0, 0, "N N N F N N N"),
    (SOCIAL, DEVELOPER, 5, 6, 0, 0, "N N N N F N N"),
    (SOCIAL, "Förvaltningschef", 1, 1, 0, 0, "– – – – – – N"),
)

_DECISIONS = (
    ("01", date(2018, 9, 4), "Val av sammankallande och sekreterare för läsåret 2018/2019.", ""),
    ("02", date(2018, 9, 4), "Mötesplanen för läsåret 2018/2019 fastställs.", ""),
    ("03", date(2018, 9, 4), "Uppdrag U1: kartläggning av problematisk skolfrånvaro.", "AG Skolfrånvaro"),
    (
        "04",
        date(2018, 9, 4),
        "Brister i samverkan tas om hand av närmsta chef och lyfts vid behov.",
        CONVENOR,
    ),
    (
        "05",
        date(2018, 10, 16),
        "Uppdrag U2: rutin för placerade barns skolgång.",
        "AG Placerade barns skolgång",
    ),
    ("06", date(2018, 10, 16), "Frågan regleras i den lokala överenskommelsen och hänvisas dit.", ""),
    ("07", date(2018, 11, 15), "Uppdrag U4: samordning när en fristående skola läggs ned.", SCHOOL),
    (
        "08",
        date(2018, 12, 4),
        "Uppdrag U5: gemensam mötesstruktur vid övergång till förskoleklass.",
        PRESCHOOL,
    ),
    ("11", date(2019, 2, 5), "Ny redovisningstid för U2 beslutas till 2019-03-26.", ""),
    ("17", date(2019, 5, 28), "Uppföljningen av samverkansavtalet godkänns.", ""),
    ("18", date(2019, 5, 28), "Rutinen fastställs och ses över senast 2020-05-31.", "Enhetschef familjehem"),
    ("22", date(2019, 5, 28), "Mötesplanen för läsåret 2019/2020 fastställs.", IFO),
)

_IN_TIME = "redovisad i tid"


def _commissions() -> tuple[CommissionLine, ...]:
    march, december, may = date(2019, 3, 26), date(2018, 12, 4), date(2019, 5, 28)
    return (
        CommissionLine(
            "U1",
            "Kartläggning av problematisk skolfrånvaro åk 4–9",
            "AG Skolfrånvaro",
            "Skriftlig rapport och föredragning",
            march,
            None,
            march,
            _IN_TIME,
        ),
        CommissionLine(
            "U2",
            "Rutin: skolgång vid placering i familjehem och HVB",
            "AG Placerade barns skolgång",
            "Förslag till rutin med ansvarig funktion per steg",
            march,
            date(2019, 2, 5),
            march,
            "redovisad efter beslutad ny tid",
        ),
        CommissionLine(
            "U3",
            "Program för gemensam utbildningsdag hösten 2019",
            "AG Kompetensutveckling",
            "Programförslag och kostnadsfördelning",
            may,
            None,
            may,
            _IN_TIME,
        ),
        CommissionLine(
            "U4",
            "Samordning när en fristående skola läggs ned",
            f"{SCHOOL}, {IFO}",
            "Muntlig redovisning och checklista",
            december,
            None,
            december,
            _IN_TIME,
        ),
        CommissionLine(
            "U5",
            "Mötesstruktur vid övergång förskola–förskoleklass",
            f"{PRESCHOOL}, {SCHOOL}, {IFO}",
            "Skriftligt förslag, högst två sidor",
            march,
            None,
            march,
            _IN_TIME,
        ),
        CommissionLine(
            "U6",
            "Informationsutbyte och samtycke",
            f"{CONVENOR}, {IFO}",
            "Stödmaterial och föredragning",
            may,
            None,
            may,
            _IN_TIME,
        ),
        CommissionLine(
            "U7",
            "Återkoppling till anmälare efter orosanmälan",
            f"{IFO}, {SCHOOL}",
            "Skriftlig nulägesbeskrivning med förslag",
            date(2019, 10, 15),
            None,
            None,
            "pågår",
        ),
    )


_DEVIATIONS = (
    (
        "A1",
        date(2018, 9, 24),
        "Grundskola",
        "IFO mottagning",
        "Återkoppling efter orosanmälan uteblev.",
        "hanterad 2018-10-05",
    ),
    (
        "A2",
        date(2018, 11, 6),
        "Förskola",
        "Förskola/grundskola",
        "Oklart vem som kallar till gemensamt möte vid övergång.",
        "lyft 2018-11-20, övergripande natur",
    ),
    (
        "A3",
        date(2018, 12, 12),
        "IFO",
        "Grundskola",
        "Skolan deltog inte i inplanerat samverkansmöte.",
        "hanterad 2019-01-14",
    ),
    (
        "A4",
        date(2019, 1, 17),
        "Gymnasiet",
        "IFO/gymnasiet",
        "Olika uppfattning om vilka uppgifter som får lämnas utan samtycke.",
        "lyft 2019-01-24, principiellt intresse",
    ),
    (
        "A5",
        date(2019, 3, 4),
        "IFO",
        "Grundskola",
        "Skolplacering dröjde vid ny familjehemsplacering.",
        "hanterad 2019-03-20",
    ),
    (
        "A6",
        date(2019, 4, 29),
        "Grundskola",
        "IFO mottagning",
        "Återkoppling uteblev (återkommande, jfr A1).",
        "lyft 2019-05-06, övergripande natur",
    ),
)

SIX_MEETINGS = "Styrgruppen har sex möte per läsår enligt en planering som görs för ett år i sänder."

_FINDINGS = (
    FindingLine(
        "breached",
        "Brutet",
        "T20",
        "Sekreterare ansvarar för att skriva minnesanteckningar och skicka ut till styrgruppen.",
        "Minnesanteckningarna från 2018-12-04 skickades ut efter 14 dagar; gruppens gräns är 7 dagar.",
    ),
    FindingLine(
        "at_risk",
        "I riskzonen",
        "T22",
        "Styrgruppens uppdrag ska formuleras skriftligt och innehålla hur och när uppdraget ska redovisas "
        "för styrgruppen.",
        "Uppdrag U7 ska redovisas 2019-10-15 och saknas på dagordningen för det mötet.",
    ),
    FindingLine(
        "upcoming",
        "Kommande",
        "T25",
        "Utvärdering av samverkansavtalet och eventuell revidering ska ske vid utgången av "
        "läsåret 2020/2021.",
        "Utvärderingen ska vara gjord senast 2021-06-30.",
    ),
    FindingLine("fulfilled", "Uppfyllt", "T14", SIX_MEETINGS, "6 av 6 fastlagda möten har hållits."),
    FindingLine(
        "fulfilled",
        "Uppfyllt",
        "T17",
        "Styrgruppen ska inom sig utse en sammankallande samt en sekreterare och ett uppdrag ska vara i "
        "vardera förvaltningen.",
        f"Sammankallande finns i {EDUCATION} och sekreterare i {SOCIAL}.",
    ),
    FindingLine(
        "not_due",
        "Inte aktuellt än",
        "T26",
        "Utvärdering redovisas för Bildningsnämnden och Socialnämnden.",
        "Utvärderingen är inte påbörjad och behöver inte redovisas än.",
    ),
    FindingLine(
        "not_countable",
        "Kan inte räknas",
        "T03",
        "Varje förvaltning ansvar för sitt uppdrag och sin verksamhet.",
        "Programmet kan inte pröva detta; gruppen bedömer själv.",
    ),
)


def wheel(today: date | None = date(2019, 3, 1)) -> YearWheel:
    """Return a year of six meetings and an extra one, with all that happens beside them."""
    marks = [
        Mark(day, MarkKind.EXTRA if number == "Extra" else MarkKind.HELD, _meeting_name(number))
        for number, day, *_ in _MEETINGS
    ]
    marks += [Mark(line.due, MarkKind.COMMISSION, line.number) for line in _commissions()[:6]]
    marks += [
        Mark(date(2019, 5, 28), MarkKind.FOLLOW_UP, "Uppföljning av avtalet"),
        Mark(date(2019, 5, 31), MarkKind.REVIEW, "Översyn av rutin"),
    ]
    return YearWheel("2018/2019", date(2018, 7, 1), date(2019, 6, 30), tuple(marks), today)


def _meeting_name(number: str) -> str:
    return "Extra möte" if number == "Extra" else f"Möte {number}"


def crowded_wheel() -> YearWheel:
    """Return a year in which something of each kind happens all the time."""
    kinds = tuple(MarkKind)
    marks = tuple(
        Mark(
            date(2018, 7, 20) + timedelta(days=step * 9),
            kinds[step % len(kinds)],
            f"{step + 1} Gemensam genomgång av rutiner för skolnärvaro",
        )
        for step in range(36)
    )
    return YearWheel("2018/2019", date(2018, 7, 1), date(2019, 6, 30), marks, date(2018, 12, 24))


def steering_group() -> GroupYear:
    """Return the played year of the steering group."""
    return GroupYear(
        name="Styrgruppen",
        required=6,
        held=6,
        extra=1,
        meetings=tuple(_meeting(*line) for line in _MEETINGS),
        attendance=tuple(
            SeatAttendanceLine(*line[:-1], cells=tuple(line[-1].split())) for line in _ATTENDANCE
        ),
        roles=(
            f"Sammankallande: {CONVENOR} ({EDUCATION})",
            f"Sekreterare: {DEVELOPER} ({SOCIAL})",
        ),
    )


def second_group() -> GroupYear:
    """Return the year of another group of the same agreement, with one meeting held and one to come."""
    line = steering_group().meetings[0]
    planned = replace(
        line, number="2", day=date(2019, 5, 14), state="planerat", present=None, minutes_sent=None
    )
    return GroupYear(
        name="Två plus två",
        required=2,
        held=1,
        extra=0,
        meetings=(line, replace(planned, minutes_days=None, call_sent=None)),
        attendance=(SeatAttendanceLine(EDUCATION, "Ordförande i Bildningsnämnden", 1, 1, 0, 0, ("N", "")),),
        roles=(f"Sammankallande: Ordförande i Bildningsnämnden ({EDUCATION})",),
    )


def year_of_two_groups() -> FollowUp:
    """Return the follow-up of an agreement with two groups that meet."""
    return replace(played_year(), groups=(steering_group(), second_group()))


def played_year() -> FollowUp:
    """Return the follow-up of the played year."""
    return FollowUp(
        organisation=MUNICIPALITY,
        parties=(EDUCATION, SOCIAL),
        agreement=AGREEMENT,
        validity="läsåren 2018/2019–2020/2021",
        purpose="Samverkansavtalets syfte är att ge en tydlig struktur för samverkan.",
        group=GROUP,
        year="läsåret 2018/2019",
        issued=date(2019, 5, 28),
        summary=(
            (
                "Styrgruppen har hållit de sex möten som är fastlagda i avtalet samt ett extra möte. Båda "
                "förvaltningarna har varit företrädda vid samtliga möten. Förvaltningscheferna deltog vid "
                "sista mötet."
            ),
            (
                "Av sju uppdrag är sex slutredovisade, ett av dem efter beslutad ny tid; ett redovisas "
                "2019-10-15. En rutin har fastställts och ett stödmaterial tagits fram. Sex avvikelser har "
                "dokumenterats, varav tre lyfts till styrgruppen; alla avvikelser bedöms inte ha "
                "dokumenterats."
            ),
        ),
        groups=(steering_group(),),
        decisions=tuple(
            DecisionLine(f"2018/19-{number}", day, said, who) for number, day, said, who in _DECISIONS
        ),
        commissions=_commissions(),
        deviations=tuple(DeviationLine(*line) for line in _DEVIATIONS),
        deviations_by_unit=(
            Count("Grundskola", 2),
            Count("IFO", 2),
            Count("Förskola", 1),
            Count("Gymnasiet", 1),
        ),
        escalated=3,
        undocumented=3,
        findings=_FINDINGS,
        judgement=(
            (
                "Samverkan fungerar i huvudsak som avtalet förutsätter. Återkopplingen efter orosanmälan är "
                "den fråga som oftast återkommer."
            ),
        ),
        improvements=(
            "Återkoppling efter orosanmälan",
            "Att avvikelser dokumenteras",
            "Att minnesanteckningar skickas ut inom sju dagar",
        ),
        decision="2018/19-17",
        wheel=wheel(),
        registers=Registers(
            routines=(
                RoutineLine(
                    "Rutin",
                    "Skolgång vid placering i familjehem",
                    "Enhetschef familjehem",
                    "2018/19-18",
                    date(2019, 5, 28),
                    review_by=date(2020, 5, 31),
                ),
                RoutineLine(
                    "Stödmaterial",
                    "Informationsutbyte och samtycke",
                    decision="2018/19-19",
                    decided_on=date(2019, 5, 28),
                    known_by=date(2019, 9, 30),
                ),
            ),
            activities=(
                JointActivityLine(
                    "Gemensam utbildningsdag om problematisk skolfrånvaro", date(2019, 10, 22), held=False
                ),
            ),
        ),
    )


def _meeting(
    number: str, day: date, kind: str, present: int, called: int, call: date, minutes: date, remark: str
) -> MeetingLine:
    return MeetingLine(
        number, day, kind, "hållet", present, called, call, minutes, (minutes - day).days, remark
    )


def empty_year() -> FollowUp:
    """Return the follow-up of a year of which nothing is known but the agreement."""
    return replace(
        played_year(),
        summary=(),
        groups=(GroupYear("Styrgruppen", None, 0, 0, (), (), ()),),
        decisions=(),
        commissions=(),
        deviations=(),
        deviations_by_unit=(),
        escalated=0,
        undocumented=None,
        registers=Registers(),
        findings=(),
        judgement=(),
        improvements=(),
        decision="",
        wheel=replace(wheel(None), marks=()),
    )


def crowded_year() -> FollowUp:
    """Return the follow-up of a year with more of everything than a page holds."""
    year = played_year()
    planned = tuple(
        MeetingLine(
            str(number),
            date(2018, 8, 1) + timedelta(days=17 * number),
            "ordinarie",
            "planerat",
            None,
            25,
            None,
            None,
            None,
        )
        for number in range(1, 17)
    )
    long_text = "En gemensam struktur tas fram och görs känd på alla enheter. " * 8
    group = replace(
        year.groups[0],
        required=16,
        meetings=planned,
        attendance=tuple(
            SeatAttendanceLine(
                EDUCATION if number < 15 else SOCIAL,
                f"{UPPER} område {number}",
                9,
                16,
                2,
                1,
                (*tuple("NFEVDT–NNNNNNN"), "", ""),
            )
            for number in range(25)
        ),
    )
    return replace(
        year,
        groups=(group,),
        decisions=tuple(
            DecisionLine(f"2018/19-{number:02}", date(2018, 9, 4), long_text, UPPER) for number in range(40)
        ),
        deviations=tuple(DeviationLine(*line) for line in _DEVIATIONS * 8),
        findings=_FINDINGS * 4,
        wheel=crowded_wheel(),
    )


def year_plan() -> YearPlan:
    """A year of six meetings, planned by a group that has decided it."""
    meetings = tuple(
        PlannedMeeting(line.number, "", line.day, time(13), time(15), "Sammanträdesrum Eken", "hållet")
        for line in played_year().groups[0].meetings
    )
    return YearPlan(
        MUNICIPALITY, (EDUCATION, SOCIAL), AGREEMENT, GROUP, "Årsplan 2018/2019", date(2018, 9, 4),
        ("Styrgruppen: beslutad 2018-09-04, 2018/19-02.",), wheel(), meetings,
    )  # fmt: skip
