"""Making an archive package on the agreement's page, and checking one."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices

from samverkan_desktop.i18n import tr
from samverkan_desktop.services import agreement as agreements
from samverkan_desktop.services import period
from samverkan_desktop.services.agreement import AgreementRow
from samverkan_desktop.ui import folders, theme
from samverkan_desktop.ui.package_check import ask_and_check
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.tasks import Progress
from samverkan_desktop.ui.widgets.form import Field, Form, Kind
from samverkan_desktop.ui.widgets.parts import Card, button

if TYPE_CHECKING:
    from samverkan_desktop.services.archive_package import Made
    from samverkan_desktop.services.archive_package_check import Checked


class PackagePart(Card):
    """A year or the whole agreement, a folder or a zip file; under it what came of it.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__(tr("Arkivpaket"))
        self._context = context
        self._agreement_id: int | None = None
        self._folder: Path | None = None
        self.choose_folder: Callable[[], Path | None] = self._ask
        self.open_folder: Callable[[Path], object] = _open
        told = tr(
            "Allt som är färdigt, som PDF/A med bilagor, förteckning och startsida. Paketet går att läsa "
            "utan programmet och att kontrollera många år senare. Inget tas bort ur arkivet."
        )
        self.form = Form(
            (
                Field("period", tr("Omfattar"), Kind.CHOICE),
                Field("as_zip", tr("Sparas som"), Kind.CHOICE, choices=_forms(), beside=True),
            )
        )
        self.form.show_values({"as_zip": False})
        self.make = button(tr("Gör arkivpaket…"), self.start, "primary", "library")
        self.result = theme.label("", wrap=True)
        self.result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.show_folder = button(tr("Öppna mapp"), self._show_folder, "", "folder-open")
        self.check = button(tr("Kontrollera ett arkivpaket…"), self._check, "", "check")
        self.body.addWidget(theme.label(told, "muted", wrap=True))
        self.body.addWidget(self.form)
        for widget in (self.make, self.result, self.show_folder, self.check):
            self.body.addWidget(widget, 0, Qt.AlignmentFlag(0) if widget is self.result else _LEFT)
        self._say()

    def show_agreement(self, agreement: AgreementRow) -> None:
        """Offer the years of an agreement; the one that is shown is chosen first."""
        labels = agreements.periods(self._context.workspace, agreement.id)
        self.form.offer("period", [*((label, label) for label in labels), ("", tr("hela avtalet"))])
        if agreement.id != self._agreement_id:
            shown = self._context.period()
            chosen = (
                shown if shown in labels else period.to_show(self._context.workspace, agreement.id, labels)
            )
            self.form.show_values({"period": chosen})
            self._say()
        self._agreement_id = agreement.id

    def start(self) -> None:
        """Ask for a folder, and make the package there in the background."""
        folder = self.choose_folder()
        if folder is None or self._agreement_id is None:
            return
        work, own = self._context.workspace, self._agreement_id
        year = str(self.form.value("period") or "") or None
        as_zip = bool(self.form.value("as_zip"))

        def make(progress: Progress) -> "Made":
            from samverkan_desktop.services import archive_package

            return archive_package.make(work, own, folder, period=year, as_zip=as_zip, progress=progress.step)

        self._context.tasks.run(make, self._made, tr("Gör arkivpaketet"))

    def _made(self, made: "Made") -> None:
        self._folder = made.path.parent
        self._say(tr("{name} ligger i {folder}.", name=made.path.name, folder=made.path.parent), *made.told)
        self._context.messages.say(tr("Arkivpaketet {name} är gjort.", name=made.path.name))

    def _check(self) -> None:
        ask_and_check(self, self._context.tasks, self._checked)

    def _checked(self, path: Path, found: "Checked") -> None:
        self._folder = path.parent
        head = [found.sentence] if found.faults else []
        self._say(f"{path.name}:", *head, *found.told)
        self._context.messages.say(found.sentence)

    def _say(self, *sentences: str) -> None:
        self.result.setText("\n".join(sentences))
        for widget in (self.result, self.show_folder):
            widget.setVisible(bool(sentences))

    def _show_folder(self) -> None:
        if self._folder is not None:
            self.open_folder(self._folder)

    def _ask(self) -> Path | None:
        return folders.ask_for_folder(self, tr("Välj mapp för arkivpaketet"))


_LEFT = Qt.AlignmentFlag.AlignLeft


def _forms() -> tuple[tuple[object, str], ...]:
    return ((False, tr("mapp")), (True, tr("zip-fil")))


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
