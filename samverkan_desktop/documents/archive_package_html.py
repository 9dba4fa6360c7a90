"""The start page of an archive package: any browser shows it, without a network and without scripts."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import groupby
from urllib.parse import quote

from samverkan_desktop.clock import LOCAL_ZONE
from samverkan_desktop.documents.archive_package import (
    INDEX_CSV,
    INDEX_JSON,
    MANIFEST,
    ArchivePackage,
    PackagedFile,
)
from samverkan_desktop.i18n import current_language, tr

_STYLE = """
:root { color-scheme: light; }
body { font: 1rem/1.5 "Source Sans 3", "Segoe UI", Arial, sans-serif; color: #1e2427; background: #fff;
  margin: 0 auto; max-width: 75rem; padding: 1.5rem; }
h1 { font-size: 1.75rem; margin: 0 0 .25rem; }
h2 { font-size: 1.25rem; color: #1f5a7a; margin: 2rem 0 .5rem; }
h2, caption, thead { break-after: avoid; }
a { color: #1f5a7a; } a:focus { outline: 3px solid #1f5a7a; outline-offset: 2px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; margin: 1rem 0; }
dt { font-weight: 600; } dd { margin: 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; min-width: 45rem; table-layout: fixed; }
caption { text-align: left; padding-bottom: .25rem; color: #56626a; }
th, td { text-align: left; vertical-align: top; padding: .375rem .75rem .375rem 0;
  border-bottom: 1px solid #c5cfd5; }
thead th { border-bottom: 2px solid #1f5a7a; color: #1f5a7a; white-space: nowrap; }
tbody th { font-weight: 400; }
time { white-space: nowrap; } tr { break-inside: avoid; } .note { display: block; color: #56626a; }
th, td { overflow-wrap: anywhere; }
@media print { body { max-width: none; padding: 0; font-size: .8rem; } table { min-width: 0; }
  .wide { overflow: visible; } }
"""


def render(package: ArchivePackage) -> bytes:
    """Return the start page as an HTML file in UTF-8."""
    return ("\n".join(_page(package)) + "\n").encode()


def _page(package: ArchivePackage) -> Iterator[str]:
    title = f"{package.title} – {package.agreement}"
    yield "<!DOCTYPE html>"
    yield f'<html lang="{current_language()}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    # What titles and names say is shown and never run, whatever they hold.
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield f"<title>{_text(title)}</title>"
    yield f"<style>{_STYLE}</style>"
    yield "</head>"
    yield "<body>"
    yield f"<header><h1>{_text(package.title)}</h1>"
    yield f"<p>{_text(package.agreement)}</p></header>"
    yield "<main>"
    yield from _facts(package)
    yield from _files(package)
    yield from _left_out(package.left_out)
    yield from _about()
    yield "</main>"
    yield "</body>"
    yield "</html>"


def _facts(package: ArchivePackage) -> Iterator[str]:
    state = package.state.astimezone(LOCAL_ZONE) if package.state else None
    rows = (
        (tr("Kommun"), package.organisation),
        (tr("Parter"), ", ".join(package.parties)),
        (tr("Omfattar"), package.period or tr("hela avtalet")),
        (tr("Arkivet senast ändrat"), f"{state:%Y-%m-%d %H:%M}" if state else ""),
        (tr("Antal filer"), str(len(package.files))),
    )
    yield "<dl>"
    for label, value in rows:
        if value:
            yield f"<dt>{_text(label)}</dt><dd>{_text(value)}</dd>"
    yield "</dl>"


def _files(package: ArchivePackage) -> Iterator[str]:
    if not package.files:
        yield f"<p>{_text(tr('Inget dokument är färdigt än.'))}</p>"
    columns = [column for column in _columns() if any(column.of(file) for file in package.files)]
    for number, (kind, files) in enumerate(groupby(package.files, key=lambda file: file.kind_words), 1):
        yield f'<section aria-labelledby="slag-{number}"><h2 id="slag-{number}">{_text(kind)}</h2>'
        yield from _table(tuple(files), columns)
        yield "</section>"


@dataclass(frozen=True)
class _Column:
    """A column beside the document's name: its heading, its part of the width, and what stands in it."""

    heading: str
    percent: int
    of: Callable[[PackagedFile], str]


def _columns() -> tuple[_Column, ...]:
    return (
        _Column(tr("Datum"), 14, lambda file: _day(file.day)),
        _Column(tr("Grupp"), 13, lambda file: _text(file.group)),
        _Column(tr("Dnr"), 11, lambda file: _text(file.case_number)),
        _Column(tr("Format"), 13, lambda file: _text(f"{file.format}, {_size(file.size)}")),
        _Column(tr("Gallring"), 18, lambda file: _text(_retention(file))),
    )


def _table(files: Sequence[PackagedFile], columns: Sequence[_Column]) -> Iterator[str]:
    count = tr("1 fil") if len(files) == 1 else tr("{n} filer", n=len(files))
    yield f'<div class="wide"><table><caption>{_text(count)}</caption>'
    heads = [(tr("Dokument"), 0), *((column.heading, column.percent) for column in columns)]
    for _, percent in heads:
        yield f'<col style="width: {percent}%">' if percent else "<col>"
    cells = "".join(f'<th scope="col">{_text(heading)}</th>' for heading, _ in heads)
    yield f"<thead><tr>{cells}</tr></thead>"
    yield "<tbody>"
    for file in files:
        cells = "".join(f"<td>{column.of(file)}</td>" for column in columns)
        yield f"<tr>{_name(file)}{cells}</tr>"
    yield "</tbody></table></div>"


def _name(file: PackagedFile) -> str:
    notes = [tr("Filen hette {name}.", name=file.original_name)] if file.original_name else []
    notes += [file.note] if file.note else []
    notes += [tr("Skickad {day}.", day=file.sent_on)] if file.sent_on else []
    if file.as_sent is False:
        notes.append(tr("Gjord på nytt ur arkivet: inte tecken för tecken den fil som skickades."))
    said = "".join(f'<span class="note">{_text(note)}</span>' for note in notes)
    return f'<th scope="row"><a href="{quote(file.path)}">{_text(file.title)}</a>{said}</th>'


def _retention(file: PackagedFile) -> str:
    if file.disposable_from is None:
        return file.retention_words
    return tr("{words}, tidigast {day}", words=file.retention_words, day=file.disposable_from)


def _left_out(sentences: Sequence[str]) -> Iterator[str]:
    if not sentences:
        return
    yield f"<section><h2>{_text(tr('Inte med i paketet'))}</h2><ul>"
    for sentence in sentences:
        yield f"<li>{_text(sentence)}</li>"
    yield "</ul></section>"


def _about() -> Iterator[str]:
    told = (
        tr(
            "Dokumenten är PDF/A-2a, som är gjort för att bevaras, och PDF/UA-1, som kan läsas upp. "
            "Bilagorna är oförändrade."
        ),
        tr(
            "Varje fils kontrollsumma (SHA-256) står i {manifest}, enligt BagIt (RFC 8493).",
            manifest=MANIFEST,
        ),
        tr("Programmet gallrar ingenting. Det visar bara vad som får gallras, och från vilken dag."),
    )
    yield f"<section><h2>{_text(tr('Om paketet'))}</h2>"
    for sentence in told:
        yield f"<p>{_text(sentence)}</p>"
    yield f"<p>{_text(tr('Samma förteckning finns för kalkylprogram och för andra program:'))} "
    yield f'<a href="{INDEX_CSV}">{INDEX_CSV}</a>, <a href="{INDEX_JSON}">{INDEX_JSON}</a>.</p></section>'


def _text(content: str) -> str:
    """Return a text as it stands, without what no page may hold."""
    return escape("".join(letter if letter.isprintable() else " " for letter in content))


def _day(day: date | None) -> str:
    return f'<time datetime="{day}">{day}</time>' if day else ""


def _size(size: int) -> str:
    for unit, bytes_ in (("MB", 1 << 20), ("kB", 1 << 10)):
        if size >= bytes_:
            return f"{size / bytes_:.1f}".replace(".", ",").removesuffix(",0") + f"\u00a0{unit}"
    return f"{size}\u00a0byte"
