"""Content for protokoll in the board's form, made up: the matter of 2007 in an invented municipality."""

from dataclasses import replace
from datetime import date, time

from samverkan_desktop.documents.minutes import (
    Approver,
    Attendee,
    MinutedDecision,
    MinutedItem,
    Minutes,
    PartyAttendees,
)
from samverkan_desktop.documents.protocol import (
    EarlierInstance,
    InstanceMatter,
    Notice,
    ProtocolFront,
    Signer,
)
from tests.documents import contents
from tests.documents.contents import lines

BOARD = "Barn- och utbildningsnämnden"
COMMITTEE = "Barn- och utbildningsnämnden, arbetsutskott"
CHAIR, SECRETARY = "Ordförande i nämnden", "Nämndsekreterare"


def matter() -> InstanceMatter:
    """The matter of section 1.2: prepared by a committee, negotiated, sent to three."""
    return InstanceMatter(
        case_number="05.155 60",
        instances=(
            EarlierInstance(
                COMMITTEE,
                date(2007, 5, 10),
                "§ 60:1",
                proposes=True,
                text="Arbetsutskottet föreslår nämnden besluta enligt förvaltningens förslag.",
            ),
        ),
        earlier=(f"{BOARD} 2005-09-25, § 100", f"{BOARD} 2005-12-15, § 135"),
        enclosures=("3 beskrivningar av samverkan",),
        statement="Rapporten läggs med godkännande till handlingarna.",
        negotiation="Förhandlingar enligt § 11 MBL har hållits 2007-05-08.",
        distribution=("Socialnämnden", "Skolchef", "Chef kansliet"),
    )


def reported_item() -> MinutedItem:
    """The item that takes the matter up."""
    return MinutedItem(
        "2",
        "Samverkan mellan skola och socialförvaltning kring barn i behov av särskilt stöd, "
        "rapport om fortsatt arbete",
        presenter="Skolchef",
        notes=lines(
            "Två gemensamma utbildningsdagar har hållits, 2006-03-28 och 2006-10-03.",
            "",
            "Uppföljningen visar att de möten som är fastlagda i måldokumentet har hållits, **bilaga 1** "
            "till denna paragraf.",
        ),
        decisions=(MinutedDecision("§ 85", "Rapporten läggs med godkännande till handlingarna."),),
        paragraph="§ 85",
        matter=matter(),
    )


def protocol() -> Minutes:
    """A protokoll of three paragraphs, attested and announced; its pages go on from 165."""
    return replace(
        contents.third_meeting(),
        parties=("Barn- och utbildningsförvaltningen", "Socialförvaltningen"),
        agreement="Måldokument för samverkan 2006",
        label="Protokoll",
        group=BOARD,
        occasion="möte 3 av 6, året 2007 (ordinarie)",
        day=date(2007, 5, 24),
        starts=time(13),
        ends=time(16, 30),
        place="Kommunhuset, sal Åäö",
        case_number="",
        present=(
            PartyAttendees(
                "Barn- och utbildningsförvaltningen",
                (Attendee(CHAIR, "Kim Exempel", ("ordförande",)), Attendee("Ledamot", "Åsa Prov")),
            ),
        ),
        absent=(
            PartyAttendees(
                "Socialförvaltningen", (Attendee("Ledamot, ersättare", notes=("anmält förhinder",)),)
            ),
        ),
        coopted=(Attendee("Skolchef", notes=("§ 85",)), Attendee(SECRETARY)),
        items=(
            MinutedItem("1", "Mötet öppnas", notes="Ordföranden hälsade alla välkomna."),
            reported_item(),
            MinutedItem(
                "3",
                "Gemensam utbildningsdag",
                notes="En årlig, gemensam dag bör hållas varje höst.",
                decisions=(
                    MinutedDecision(
                        "§ 86:1", "Dagen hålls i oktober.", "Skolchef", "Dagen hålls i september."
                    ),
                    MinutedDecision("§ 86:2", "Kostnaden delas lika.", distribution=("Socialnämnden",)),
                ),
                paragraph="§ 86",
            ),
            MinutedItem("4", "Nästa möte"),
            MinutedItem("5", "Mötet avslutas"),
        ),
        attachments=(),
        next_meeting=date(2007, 6, 14),
        approvers=(Approver("Ledamot", "Åsa Prov", "2007-06-01"),),
        front=ProtocolFront(
            paragraphs="§§ 85–86",
            first_page=166,
            last_page=170,
            signers=(Signer("Sekreterare", SECRETARY), Signer("Ordförande", CHAIR, "Kim Exempel")),
            attestation="Kommunhuset 2007-06-01 kl. 15.00",
            attested_on=date(2007, 6, 1),
            notice=Notice(date(2007, 6, 1), date(2007, 6, 25), "Kansliet"),
        ),
    )


def unattested_protocol() -> Minutes:
    """The same before anybody has attested it, when nobody is chosen to."""
    made = protocol()
    front = ProtocolFront(paragraphs="§§ 85–86", signers=made.front.signers if made.front else ())
    return replace(made, approvers=(), front=front)


def bare_protocol() -> Minutes:
    """A draft of a protokoll of which nothing is noted."""
    empty = dict.fromkeys(("present", "absent", "vacant", "coopted", "items", "attachments", "approvers"), ())
    return replace(
        protocol(),
        **empty,
        **dict.fromkeys(("place", "recorded_by", "convenor", "secretary", "chair"), ""),
        starts=None,
        ends=None,
        next_meeting=None,
        draft=True,
        front=ProtocolFront(),
    )


def crowded_protocol() -> Minutes:
    """25 seats, 40 items of which one is four pages long, long names of functions, four that attest."""
    crowded = contents.crowded_meeting()
    items = [_with_paragraph(item, place) for place, item in enumerate(crowded.items, 1)]
    long = "\n\n".join(
        f"{n}. stycket. " + "Frågan föredrogs och diskuterades utförligt. " * 14 for n in range(1, 19)
    )
    items[1] = replace(items[1], notes=long, matter=matter())
    return replace(
        crowded,
        label="Protokoll",
        items=tuple(items),
        approvers=tuple(
            Approver(f"{contents.UPPER}, område {n}", "Åsa Prov-Exempelsson") for n in range(1, 5)
        ),
        front=ProtocolFront(
            paragraphs="§§ 101–120",
            first_page=201,
            last_page=260,
            signers=(Signer("Sekreterare", contents.DEVELOPER), Signer("Ordförande", contents.UPPER)),
            attestation="Kommunledningskontoret, sammanträdesrum Eken 2018-12-14 kl. 16.30",
        ),
    )


def _with_paragraph(item: MinutedItem, place: int) -> MinutedItem:
    return replace(item, paragraph=f"§ {100 + place // 2}") if item.decisions else item
