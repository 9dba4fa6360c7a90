"""A meeting's document in the other language, for whoever does not read that of the window."""

from collections.abc import Callable
from pathlib import Path

from samverkan_desktop.services.export import export
from samverkan_desktop.services.exported_file import WhenChanged, Written
from samverkan_desktop.ui.hand_out import other_language
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.files_written import FilesWritten
from samverkan_desktop.vocabulary import DocumentKind


class InOtherLanguage(FilesWritten):
    """Writes a document of a meeting, as the kind of file that it usually is.

    Args:
        context: what the page is given.
        verb: what the button says.
        label: what the work is called while it goes on.
        kind: the document.
        meeting: returns the meeting that is shown.
    """

    def __init__(
        self, context: PageContext, verb: str, label: str, kind: DocumentKind, meeting: Callable[[], int]
    ) -> None:
        language = other_language()

        def write(folder: Path, changed: WhenChanged) -> Written:
            work = context.workspace
            return export(work, kind, folder, meeting_id=meeting(), language=language, changed=changed)

        super().__init__(context, verb, label, write, "quiet", "download")
