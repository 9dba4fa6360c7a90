"""Handing out what a page shows: a kind of file is chosen, then a folder, and the file is made meanwhile."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypedDict

from samverkan_desktop.i18n import LANGUAGES, current_language, tr
from samverkan_desktop.services import renderers
from samverkan_desktop.services.exported_file import Paper, WhenChanged, Written
from samverkan_desktop.services.renderers import FileFormat
from samverkan_desktop.ui import folders
from samverkan_desktop.ui.handing_out import hand_out, look, said
from samverkan_desktop.ui.page import Page, PageContext
from samverkan_desktop.ui.tasks import Progress
from samverkan_desktop.ui.widgets.parts import MenuButton
from samverkan_desktop.vocabulary import DocumentKind


class Of(TypedDict, total=False):
    """What a document is of, by the names that `export.export` has for it."""

    agreement_id: int | None
    group_id: int | None
    period: str | None
    item_id: int | None
    matter_id: int | None


def other_language() -> str:
    """Return the language that documents can be had in besides the one in use."""
    return next(code for code in LANGUAGES if code != current_language())


def in_other_language() -> str:
    """Return how it is said that a document is in the other language: ``på engelska``."""
    return tr("på engelska") if other_language() == "en" else tr("på svenska")


class HandOut(MenuButton):
    """A button with the kinds of file that a document of the agreement, group and year shown can be.

    Args:
        context: what the page is given.
        kind: the document.
        text: what the button says.
        of: what it is a document of where that is not what is shown: the arguments of `export.export` that
            say so, by name; None where there is nothing now.
    """

    def __init__(
        self,
        context: PageContext,
        kind: DocumentKind,
        text: str,
        of: Callable[[], Of | None] | None = None,
    ) -> None:
        super().__init__(text)
        self._of = of
        self._context = context
        self._kind = kind
        self._name = text
        self.choose_folder: Callable[[], Path | None] = self._ask
        kinds = [(label, partial(self.make, *wanted)) for label, wanted in self.choices()]
        self.offer([(tr("Förhandsgranska…"), self.look), None, *kinds] if self._can_be_seen else kinds)

    @property
    def _can_be_seen(self) -> bool:
        return FileFormat.PDF in renderers.formats(self._kind)

    def choices(self) -> list[tuple[str, tuple[FileFormat, str]]]:
        """Return the kinds of file in each language, that in use first, each with its name: ``Word-fil…``."""
        names = {
            FileFormat.PDF: tr("PDF-fil"),
            FileFormat.WORD: tr("Word-fil"),
            FileFormat.EXCEL: tr("Excel-fil"),
            FileFormat.CSV: tr("CSV-fil"),
            FileFormat.CALENDAR: tr("Kalenderfil"),
        }
        formats = renderers.formats(self._kind)
        own = [(f"{names[wanted]}…", (wanted, current_language())) for wanted in formats]
        other, in_other = other_language(), in_other_language()
        return own + [(f"{names[wanted]} {in_other}…", (wanted, other)) for wanted in formats]

    def put_on(self, page: Page) -> None:
        """Put the button at the right of a page's heading, and each kind of file among its commands."""
        page.add_action_widget(self)
        self.put_among(page)

    def put_among(self, page: Page) -> None:
        """Put each kind of file among a page's commands, and looking at it first."""
        if self._can_be_seen:
            page.add_command(f"{self._name}: {tr('Förhandsgranska…')}", self.look, icon="printer")
        for label, wanted in self.choices():
            page.add_command(f"{self._name}: {label}", partial(self.make, *wanted), icon="download")

    def make(self, wanted: FileFormat, language: str | None = None) -> None:
        """Ask for a folder, and make the file there; in the language in use where none is named."""
        asked = self._asked()
        folder = self.choose_folder() if asked is not None else None
        if folder is None or asked is None:
            return
        work, kind = self._context.workspace, self._kind

        def write(progress: Progress, changed: WhenChanged) -> Written:
            from samverkan_desktop.services.export import export

            return export(
                work,
                kind,
                folder,
                **asked,
                file_format=wanted,
                language=language,
                progress=progress.step,
                changed=changed,
            )

        hand_out(self._context, write, self._told, self._name)

    def look(self) -> None:
        """Show the document as it would be made, and let it be printed."""
        asked = self._asked()
        if asked is None:
            return
        work, kind = self._context.workspace, self._kind

        def gather() -> Paper:
            from samverkan_desktop.services.export import preview

            return preview(work, kind, **asked)

        look(self._context, self, gather)

    def _asked(self) -> Of | None:
        """Return what the document is to be of; None where there is nothing."""
        if self._of is not None:
            return self._of()
        scope = self._context.scope
        if scope.agreement_id is None:
            return None
        return Of(agreement_id=scope.agreement_id, group_id=scope.group_id, period=scope.period)

    def _told(self, files: Written) -> None:
        self._context.messages.say(said(files))

    def _ask(self) -> Path | None:
        return folders.ask_for_folder(self, tr("Välj mapp"))
