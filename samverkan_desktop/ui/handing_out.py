"""Writing documents away from the window's thread: it is asked what becomes of what was changed by hand."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.services.exported_file import ChangedByHand, Paper, WhenChanged, Written
from samverkan_desktop.services.wording import listed
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.preview_window import PreviewWindow
from samverkan_desktop.ui.tasks import Progress

Write = Callable[[Progress, WhenChanged], Written]


def hand_out(
    context: PageContext, write: Write, done: Callable[[Written], None], label: str, *, keeps: bool = True
) -> None:
    """Write documents; nothing is written before the user has said what becomes of a file changed by hand.

    Args:
        context: what the page is given.
        write: the use case.
        done: what to do with the files that were written.
        label: what the work is called while it goes on.
        keeps: whether the others can be written where one that was changed is kept; else nothing is.
    """

    def first(progress: Progress) -> Written | ChangedByHand:
        try:
            return write(progress, WhenChanged.ASK)
        except ChangedByHand as changed:
            return changed

    def decide(outcome: Written | ChangedByHand) -> None:
        if not isinstance(outcome, ChangedByHand):
            done(outcome)
        elif context.messages.ask(_question(outcome), tr("Lägg den nya bredvid"), tr("Behåll filen")):
            context.tasks.run(lambda progress: write(progress, WhenChanged.BESIDE), done, label)
        elif keeps:
            context.tasks.run(lambda progress: write(progress, WhenChanged.KEEP), done, label)

    context.tasks.run(first, decide, label)


def _question(changed: ChangedByHand) -> str:
    if len(changed.names) == 1:
        return tr(
            "{name} är ändrad för hand, eller inte skriven av programmet. Den skrivs aldrig över. "
            "Ska den nya versionen läggas bredvid?",
            name=changed.names[0],
        )
    return tr(
        "{names} är ändrade för hand, eller inte skrivna av programmet. De skrivs aldrig över. "
        "Ska de nya versionerna läggas bredvid?",
        names=listed(list(changed.names)),
    )


def said(written: Written) -> str:
    """Return in words which files there are now, and what became of those that were changed by hand."""
    names = ", ".join(file.name for file in written)
    lies = tr("{names} ligger i {folder}.", names=names, folder=written[0].parent)
    return " ".join((lies, *written.notices))


def look(context: PageContext, owner: QWidget, gather: Callable[[], Paper]) -> None:
    """Make a document and show it in a window of its own, from which it can be printed.

    Args:
        context: what the page is given.
        owner: a widget of the window it belongs to.
        gather: makes the document as PDF.
    """

    def show(paper: Paper) -> None:
        name = paper.name.removesuffix(".pdf")
        PreviewWindow(owner.window(), paper.data, name).show()

    context.tasks.run(lambda _progress: gather(), show, tr("Skapar förhandsgranskningen"))
