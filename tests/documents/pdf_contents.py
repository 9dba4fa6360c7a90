"""Calls for the tests: to the last meeting, to an extra one, a crowded and a bare one; and a script."""

from dataclasses import replace
from datetime import date, time

from samverkan_desktop.documents.call import Call, CallItem
from samverkan_desktop.documents.running_script import RunningScript, ScriptItem

EDUCATION = "Bildningsförvaltningen"
SOCIAL = "Socialförvaltningen"
MUNICIPALITY = "Exempelkommunen"
AGREEMENT = f"Samverkansavtal mellan {EDUCATION} och {SOCIAL}"
GROUP = f"Styrgruppen för samverkan mellan {EDUCATION} och {SOCIAL}"
CONVENOR = "Kvalitetschef"

PRESCHOOL = "Utbildningschef förskola"
SCHOOL = "Utbildningschef grundskola och grundsärskola"
UPPER = "Utbildningschef gymnasiet och vuxenutbildningen"
IFO = "Avdelningschef Individ- och familjeomsorg"
DEVELOPER = "Verksamhetsutvecklare Individ- och familjeomsorg"
INDIVIDUAL_CASES = "Individärenden behandlas inte i styrgruppen."


def meeting_six() -> Call:
    """Return the call to the year's last meeting, with items of every kind."""
    return Call(
        organisation=MUNICIPALITY,
        parties=(EDUCATION, SOCIAL),
        agreement=AGREEMENT,
        group=GROUP,
        title="Kallelse till styrgruppsmöte för samverkan",
        occasion="möte 6 av 6, läsåret 2018/2019",
        issued=date(2019, 5, 21),
        day=date(2019, 5, 28),
        starts=time(13),
        ends=time(16),
        place="Sammanträdesrum Eken",
        called=(
            "Styrgruppens funktioner",
            f"Förvaltningschef {EDUCATION} (årlig uppföljning enligt avtalet)",
            f"Förvaltningschef {SOCIAL} (årlig uppföljning enligt avtalet)",
        ),
        initiative="",
        items=_last_agenda(),
        reminders=(
            INDIVIDUAL_CASES,
            "Vänligen meddela förhinder till sammankallande senast 2019-05-24.",
        ),
        sender="Kvalitetschef, sammankallande",
        uid="meeting-6-2018-2019@samverkan.example",
    )


def _last_agenda() -> tuple[CallItem, ...]:
    decision = "Beslut"
    return (
        CallItem("1", "Mötet öppnas", starts=time(13), ends=time(13, 5)),
        CallItem("2", "Godkännande av dagordning", starts=time(13, 5), ends=time(13, 10)),
        CallItem(
            "3",
            "Föregående minnesanteckningar",
            attachments=("Bilaga 1 Minnesanteckningar 2019-03-26",),
            starts=time(13, 10),
            ends=time(13, 15),
        ),
        CallItem(
            "4",
            "Uppföljning av beslut och uppdrag",
            "Information",
            DEVELOPER,
            attachments=("Bilaga 2 Balanslista",),
        ),
        CallItem(
            "5",
            "Uppföljning av samverkansavtalet läsåret 2018/2019",
            decision,
            DEVELOPER,
            time(13, 15),
            time(14),
            ("Bilaga 3 Uppföljningsrapport",),
            "Uppföljningen godkänns och läggs till handlingarna. Förbättringsområdena förs till "
            "mötesplanen för läsåret 2019/2020.",
        ),
        CallItem(
            "6",
            "Rutin: skolgång vid placering i familjehem och HVB",
            decision,
            "Enhetschef familjehem",
            time(14),
            time(14, 20),
            ("Bilaga 4 Förslag till rutin",),
            "Rutinen fastställs och ses över senast 2020-05-31.",
            "uppdrag U2",
        ),
        CallItem(
            "7",
            "Informationsutbyte och samtycke",
            decision,
            CONVENOR,
            time(14, 20),
            time(14, 40),
            ("Bilaga 5 Stödmaterial (skickas senare)",),
            origin="uppdrag U6",
        ),
        CallItem("8", "Gemensam utbildningsdag hösten 2019", decision, PRESCHOOL, origin="uppdrag U3"),
        CallItem(
            "9",
            "Återkoppling efter orosanmälan",
            decision,
            "Enhetschef mottagning",
            origin="lyft fråga, övergripande natur",
        ),
        CallItem("10", "Planering av läsåret 2019/2020", decision, CONVENOR),
        CallItem("11", "Val av sammankallande och sekreterare", decision),
        CallItem("12", "Övriga frågor"),
        CallItem("13", "Mötet avslutas"),
    )


def extra_meeting() -> Call:
    """Return the call to an extra meeting, by another than the convenor."""
    return replace(
        meeting_six(),
        title="Kallelse till extra styrgruppsmöte för samverkan",
        occasion="extra möte, läsåret 2018/2019",
        issued=date(2018, 11, 13),
        day=date(2018, 11, 15),
        starts=time(8, 30),
        ends=time(9, 30),
        called=(PRESCHOOL, SCHOOL, UPPER, CONVENOR, IFO, DEVELOPER),
        initiative=(
            f"{SCHOOL} kallar till extra möte. En fristående skola meddelade 2018-11-09 att den upphör "
            "vid årsskiftet; det berör samverkan enligt avtalet och kan inte vänta till 4 december."
        ),
        items=(
            CallItem("1", "Mötet öppnas"),
            CallItem("2", "Skäl till extra möte", "Information", SCHOOL),
            CallItem("3", "Konsekvenser på generell nivå", "Diskussion"),
            CallItem("4", "Samordning när en fristående skola läggs ned", "Beslut"),
            CallItem("5", "Mötet avslutas"),
        ),
        reminders=(INDIVIDUAL_CASES,),
        sender=SCHOOL,
        uid="extra-2018-11-15@samverkan.example",
    )


def crowded_call(items: int = 40) -> Call:
    """Return a call with many items, each with all that an item can have."""
    start = time(8, 30)
    return replace(
        meeting_six(),
        called=tuple(f"{UPPER} område {number}" for number in range(1, 26)),
        items=tuple(
            CallItem(
                str(number),
                f"Fråga {number}: gemensamt arbetssätt för skolnärvaro i grundskola och gymnasium",
                ("Information", "Diskussion", "Beslut")[number % 3],
                UPPER,
                start,
                time(16),
                (f"Bilaga {number} Underlag", f"Bilaga {number}b Underlag (delas ut på mötet)"),
                "Styrgruppen ställer sig bakom förslaget och återkommer till frågan.",
                "lyft fråga, principiellt intresse",
            )
            for number in range(1, items + 1)
        ),
    )


def bare_call() -> Call:
    """Return a call of which hardly anything is decided yet."""
    return replace(
        meeting_six(), starts=None, ends=None, place="", called=(), items=(), reminders=(), sender=""
    )


def script(items: int = 3) -> RunningScript:
    """Return a running script, by the number of its items; every third has one under it."""
    shown = []
    for number in range(1, items + 1):
        sub = number % 3 == 0
        place = f"{number - 1}.1" if sub else str(number)
        shown.append(
            ScriptItem(
                number=place,
                heading=f"Fråga {number} om {UPPER.lower()} och samordning av insatser för elever",
                kind="Beslut" if number % 2 else "Diskussion",
                floor=f"{DEVELOPER}, {UPPER}",
                starts=time(13 + number * 5 // 60, number * 5 % 60),
                ends=time(13 + (number + 1) * 5 // 60, (number + 1) * 5 % 60),
                minutes=5,
                proposal=f"Beslut {number} fattas." if number % 2 else "",
                origin="från mötet 2019-03-26" if sub else "",
                papers=(f"Bilaga {number} Underlag (delas ut på mötet)",) if sub else (),
                sub=sub,
            )
        )
    return RunningScript(
        agreement=AGREEMENT, group=GROUP, occasion="möte 6 av 6, läsåret 2018/2019", day=date(2019, 5, 28),
        starts=time(13), ends=time(15), place="Sammanträdesrum Eken", leader=CONVENOR, recorder=DEVELOPER,
        called=(PRESCHOOL, SCHOOL, UPPER, IFO, DEVELOPER), items=tuple(shown), minutes=items * 5,
        finish=time(15, 10), over=10,
    )  # fmt: skip
