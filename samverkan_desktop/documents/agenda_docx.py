"""The short agenda for print as a Word file: the fewer the items, the larger their letters."""

from samverkan_desktop.documents import docx_style
from samverkan_desktop.documents.call import Call, CallItem, when
from samverkan_desktop.documents.call_docx import margins, properties
from samverkan_desktop.documents.clean import clean
from samverkan_desktop.documents.docx_parts import write
from samverkan_desktop.documents.docx_table import Cell, Column, add_table, lines
from samverkan_desktop.documents.word_template import OWN, WordTemplate
from samverkan_desktop.i18n import clock_span, tr

#: So many items, each on two lines, fill a page in large letters; more are written as a table's usual text.
_MOST_LARGE = 14
_NUMBER, _ASIDE = 1.5, 4.4


def render(call: Call, template: WordTemplate = OWN) -> bytes:
    """Return the agenda as a .docx file."""
    call = clean(call)
    document = template.open()
    write(document, "Title", tr("Dagordning"))
    write(document, "Subtitle", call.group)
    place = f" · {call.place}" if call.place else ""
    said = when(call)
    write(document, docx_style.OCCASION, f"{said[:1].upper()}{said[1:]}{place}")
    if call.items:
        columns = (
            Column(tr("Nr"), _NUMBER),
            Column(tr("Ärende"), docx_style.PAGE.text_width - _NUMBER - _ASIDE),
            Column(tr("Typ och tid"), _ASIDE),
        )
        large = len(call.items) <= _MOST_LARGE
        add_table(document, tr("Dagordning"), columns, (_row(item, large=large) for item in call.items))
    else:
        write(document, docx_style.NORMAL, tr("Dagordningen är inte klar."))
    name = tr("Dagordning")
    return template.close(document, properties(call, name), margins(call, name))


def _row(item: CallItem, *, large: bool) -> list[Cell]:
    main = docx_style.AGENDA_ITEM
    aside = docx_style.AGENDA_NOTE if large else docx_style.CELL_NOTE
    beside = [part for part in (item.kind, clock_span(item.starts, item.ends)) if part]
    if not large:
        return [item.number, item.heading, lines(aside, " · ".join(beside))]
    matter = lines(main, item.heading) + lines(aside, item.presenter)
    return [lines(main, item.number), matter, lines(aside, *beside)]
