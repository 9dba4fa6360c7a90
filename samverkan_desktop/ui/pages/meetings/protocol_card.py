"""What a protokoll in the board's form has beside its minutes: pages, attestation, notice; at Färdigställ."""

from dataclasses import asdict

from samverkan_desktop.i18n import tr
from samverkan_desktop.services import protocol
from samverkan_desktop.services.board_notice import LawDay
from samverkan_desktop.services.protocol import ProtocolRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.in_place import save
from samverkan_desktop.ui.pages.meetings.state import MeetingState
from samverkan_desktop.ui.widgets.facts import Fact, Facts
from samverkan_desktop.ui.widgets.form import Field, Form, Kind
from samverkan_desktop.ui.widgets.parts import Card

_FIELDS = (
    "first_page", "attestation_place", "attestation_day", "attestation_time", "notice_up_on",
    "notice_down_on", "kept_at",
)  # fmt: skip


def _fields() -> tuple[Field, ...]:
    return (
        Field(
            "first_page",
            tr("Första sidans nummer"),
            Kind.NUMBER,
            help=tr("0 betyder att sidorna går vidare från årets förra protokoll."),
        ),
        Field("attestation_place", tr("Justeringens plats"), placeholder=tr("Kommunhuset")),
        Field("attestation_day", tr("Justeringens dag"), Kind.DATE),
        Field("attestation_time", tr("Klockan"), Kind.TIME, beside=True),
        Field("notice_up_on", tr("Anslaget sattes upp"), Kind.DATE),
        Field("notice_down_on", tr("Anslaget togs ned"), Kind.DATE, beside=True),
        Field("kept_at", tr("Protokollet förvaras"), placeholder=tr("Kansliet")),
    )


class ProtocolCard(Card):
    """Fields that save themselves; hidden where the record has not the board's form.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__(tr("Protokollet"))
        self._context = context
        self._meeting_id = 0
        self.pages = theme.label("", wrap=True)
        self.form = Form(_fields())
        self.form.committed.connect(self._save)
        self.law = Facts(context.navigate)
        for widget in (self.pages, self.form, self.law):
            self.body.addWidget(widget)

    def show_state(self, state: MeetingState) -> None:
        """Show what is noted of a meeting's protokoll."""
        if state.meeting.id != self._meeting_id:
            self.form.clear_errors()
        self._meeting_id = state.meeting.id
        row = protocol.row(self._context.workspace, self._meeting_id)
        self.setVisible(row is not None)
        if row is None:
            return
        self.pages.setText(_pages(row))
        values = asdict(row)
        self.form.show_values({name: values[name] for name in _FIELDS})
        # The pages of a finished protokoll are printed.
        self.form.field("first_page").setEnabled(state.editable)
        self.law.show_facts((Fact(tr("När gruppen är en nämnd"), "\n".join(_law(day) for day in row.law)),))

    def _save(self, name: str, value: object) -> None:
        work, meeting_id = self._context.workspace, self._meeting_id
        stored = (value or None) if name == "first_page" else value
        save(self._context, self.form, lambda: protocol.change(work, meeting_id, **{name: stored}))


def _pages(row: ProtocolRow) -> str:
    if row.ends_on is None:
        return tr("Protokollet börjar på sida {first}.", first=row.begins_on)
    return tr("Sida {first} till {last}.", first=row.begins_on, last=row.ends_on)


def _law(day: LawDay) -> str:
    if day.done_on is None:
        return tr("{what} {day}.", what=day.label, day=day.day)
    return tr("{what} {day}. Gjordes {done}.", what=day.label, day=day.day, done=day.done_on)
