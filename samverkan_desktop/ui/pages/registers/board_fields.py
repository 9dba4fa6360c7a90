"""What is written of what an instance does with a matter (B01, B19, S11, ST07)."""

from samverkan_desktop.i18n import tr
from samverkan_desktop.register_vocabulary import BoardOutcome, Instance
from samverkan_desktop.services import board_words
from samverkan_desktop.ui.pages.registers.register import Choices
from samverkan_desktop.ui.widgets.form import Field, Kind


def outcomes() -> Choices:
    """Return what an instance can do with a matter, after nothing yet."""
    return [(None, tr("inget ännu")), *((each, board_words.outcome_name(each)) for each in BoardOutcome)]


def instances() -> Choices:
    """Return the instances."""
    return [(each, board_words.instance_name(each)) for each in Instance]


def dealt_with() -> tuple[Field, ...]:
    """Return where, when and with what outcome an instance dealt with a matter."""
    return (
        Field("instance", tr("Instans"), Kind.CHOICE, choices=instances()),
        Field("reported_on", tr("Dag"), Kind.DATE, help=tr("Tom tills det är gjort.")),
        Field("paragraph", tr("Paragraf"), placeholder="§ 60:1"),
        Field("page", tr("Sida"), placeholder="167", beside=True),
        Field("outcome", tr("Utfall"), Kind.CHOICE, choices=outcomes()),
        Field("text", tr("Förslag eller beslut, ordagrant"), Kind.MULTILINE, lines=2),
        Field("rider", tr("Tillägg"), Kind.MULTILINE, lines=1),
        Field("delegation", tr("Delegat, och punkt i delegationsordningen"), help=tr("Bara för en delegat.")),
    )


def made_public() -> tuple[Field, ...]:
    """Return what is noted of an instance's minutes afterwards."""
    return (
        Field("attested_on", tr("Justerat"), Kind.DATE),
        Field("distributed_on", tr("Skickat"), Kind.DATE, beside=True),
        Field("notice_up_on", tr("Anslaget uppe"), Kind.DATE),
        Field("notice_down_on", tr("Anslaget nere"), Kind.DATE, beside=True),
    )
