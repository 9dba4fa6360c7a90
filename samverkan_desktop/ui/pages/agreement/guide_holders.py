"""The question of the guide that is answered with a list: pasted, shown as it was read, corrected, noted."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import holders_paste
from samverkan_desktop.services.group import SeatRow
from samverkan_desktop.services.holders_paste import PastedHolder
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.accessible import announce
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.widgets.address_field import AddressField
from samverkan_desktop.ui.widgets.fields import ChoiceField, DateField, MultilineField, TextField
from samverkan_desktop.ui.widgets.flow import Flow
from samverkan_desktop.ui.widgets.parts import button, mark_wrong, reveal


class _Row:
    """The fields of one row as it was read, and what is wrong with it."""

    def __init__(self, number: int, read: PastedHolder, seats: Sequence[SeatRow]) -> None:
        self._function = read.function
        self.name, self.email, self.seat = TextField(), AddressField(), ChoiceField()
        self.fault = theme.label(read.fault, "error", wrap=True)
        self.fault.setHidden(not read.fault)
        unplaced = read.function if read.seat_id is None else ""
        self.written = theme.label(tr("I listan står: {function}", function=unplaced), "small", wrap=True)
        self.written.setHidden(not unplaced)
        self.name.set_value(read.name)
        self.email.setText(read.email)
        self.email.setCursorPosition(0)
        self.seat.offer([(None, tr("Hoppa över raden")), *((each.id, _name(each, seats)) for each in seats)])
        self.seat.set_value(read.seat_id)
        self.seat.setMinimumContentsLength(16)
        self.name.setAccessibleName(tr("Namn, rad {number}", number=number))
        self.email.setAccessibleName(tr("E-post, rad {number}", number=number))
        self.seat.setAccessibleName(tr("Plats, rad {number}", number=number))
        self.name.setAccessibleDescription(read.fault)

    def read(self) -> PastedHolder:
        """Return the row as it stands now."""
        seat_id = self.seat.value()
        return PastedHolder(
            str(self.name.value()),
            self.email.text().strip(),
            self._function,
            seat_id if isinstance(seat_id, int) else None,
        )

    def say(self, fault: str) -> None:
        """Say what is wrong with it; nothing where it is empty."""
        self.fault.setText(fault)
        self.fault.setHidden(not fault)
        for field in (self.name, self.email):
            mark_wrong(field, fault)


def _name(seat: SeatRow, seats: Sequence[SeatRow]) -> str:
    """Return a seat as one chooses it: its function, with its party where another has one of the same."""
    alone = [each.function for each in seats].count(seat.function) == 1
    return seat.function if alone else f"{seat.function}, {seat.party}"


class HoldersAnswer(QWidget):
    """A list to paste, and its rows with the seats they seem to be of.

    Args:
        context: what the page is given.
        seats: the seats to choose among.
    """

    #: The rows were noted.
    done = Signal()
    #: The question was passed over.
    left = Signal()

    def __init__(self, context: PageContext, seats: Sequence[SeatRow]) -> None:
        super().__init__()
        self._context = context
        self._seats = tuple(seats)
        self.rows: list[_Row] = []
        self.text = MultilineField(lines=4)
        self.text.setAccessibleName(tr("Lista med innehavare"))
        self.text.setPlaceholderText(
            tr(
                "Förnamn Efternamn <fornamn.efternamn@kommun.se>; …\n"
                "Kvalitetschef;Förnamn Efternamn;fornamn.efternamn@kommun.se"
            )
        )
        self.trouble = theme.label("", "error", wrap=True)
        self.trouble.hide()
        self.since = DateField()
        self.since.setAccessibleName(tr("Innehavare från och med"))
        self.since.set_value(context.workspace.today)
        self.told = theme.label("", "strong", wrap=True)
        self._grid_place = QVBoxLayout()
        self._grid = QWidget()
        self._preview = QWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.NEAR)
        column.addWidget(theme.label(_held(self._seats), "muted", wrap=True))
        column.addWidget(self.text)
        help_ = tr(
            "En person per rad, eller namn och adresser efter varandra som i mejlprogrammets adressrad. "
            "Rader ur ett kalkylblad får ha funktion, namn och adress i vilken ordning som helst. "
            "Skriv tf före namnet för en tillförordnad, och vakant där ingen innehar funktionen."
        )
        column.addWidget(theme.label(help_, "small", wrap=True))
        column.addWidget(self.trouble)
        bar = QWidget()
        row = Flow(bar)
        self.reading = button(tr("Läs listan"), self.read, "primary")
        row.addWidget(self.reading)
        row.addWidget(button(tr("Hoppa över"), self.left.emit))
        column.addWidget(bar)
        inside = QVBoxLayout(self._preview)
        inside.setContentsMargins(0, theme.NEAR, 0, 0)
        inside.setSpacing(theme.NEAR)
        inside.addWidget(self.told)
        inside.addLayout(self._grid_place)
        label = theme.label(tr("Innehavare från och med"), "strong")
        label.setBuddy(self.since)
        inside.addWidget(label)
        inside.addWidget(self.since, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(button(tr("Spara innehavarna"), self.note, "primary"), 0, Qt.AlignmentFlag.AlignLeft)
        self._preview.hide()
        column.addWidget(self._preview)

    def read(self) -> None:
        """Read the list, and show how."""
        self._say("")
        try:
            read = holders_paste.read(self.text.toPlainText(), self._seats)
        except UserError as error:
            self._say(error.message)
            self.text.setFocus()
            return
        self._show(read)
        placed = sum(each.seat_id is not None for each in read)
        said = tr("{n} av {m} rader fick en plats. Rätta det som blev fel.", n=placed, m=len(read))
        self.told.setText(said)
        announce(self, said)
        self.rows[0].name.setFocus()
        reveal(self._preview)

    def _show(self, read: Sequence[PastedHolder]) -> None:
        self._grid_place.removeWidget(self._grid)
        self._grid.hide()
        self._grid.deleteLater()
        self._grid = QWidget()
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.NEAR)
        for place, heading in enumerate((tr("Namn"), tr("E-post"), tr("Plats"))):
            grid.addWidget(theme.label(heading, "small"), 0, place)
            grid.setColumnStretch(place, 1)
        self.rows = []
        for number, each in enumerate(read, 1):
            row = _Row(number, each, self._seats)
            fields: tuple[QWidget, ...] = (row.name, row.email, row.seat)
            for place, field in enumerate(fields):
                grid.addWidget(field, 3 * number, place)
            grid.addWidget(row.written, 3 * number + 1, 2)
            grid.addWidget(row.fault, 3 * number + 2, 0, 1, 3)
            self.rows.append(row)
        self._grid_place.addWidget(self._grid)
        self._preview.show()

    def note(self) -> None:
        """Note the holders, or say at which row what is wrong."""
        self._say("")
        for row in self.rows:
            row.say("")
        since = self.since.value()
        try:
            if not isinstance(since, date):
                raise UserError(tr("Skriv från vilken dag de innehar funktionerna."), field="since")
            holders_paste.note(self._context.workspace, [row.read() for row in self.rows], since)
        except UserError as error:
            self._tell(error)
        except EnvironmentFault as error:
            self._context.messages.trouble(error)
        else:
            self.done.emit()

    def _tell(self, error: UserError) -> None:
        kind, _, number = (error.field or "").partition("-")
        if kind == "row":
            row = self.rows[int(number)]
            row.say(error.message)
            row.name.setFocus()
            reveal(row.fault)
        else:
            self._say(error.message)
            reveal(self.trouble)

    def _say(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.setHidden(not text)
        if text:
            announce(self, text)


def _held(seats: Sequence[SeatRow]) -> str:
    """Return which seats nothing is said of yet."""
    missing = [each.function for each in seats if each.state is None]
    if not missing:
        return tr("Alla {n} platser är ifyllda. En ny lista ersätter dem den gäller.", n=len(seats))
    return tr(
        "{n} av {m} platser är ifyllda. Kvar: {functions}.",
        n=len(seats) - len(missing),
        m=len(seats),
        functions=", ".join(missing),
    )
