"""The index of an archive package: for programs as JSON, for spreadsheets as CSV."""

import json
from dataclasses import asdict
from datetime import date

from samverkan_desktop.documents import listing_csv
from samverkan_desktop.documents.archive_package import FORMAT, VERSION, ArchivePackage, PackagedFile
from samverkan_desktop.documents.clean import clean
from samverkan_desktop.documents.listing import Column, Listing, Value
from samverkan_desktop.i18n import tr


def as_json(package: ArchivePackage) -> bytes:
    """Return the index as JSON: UTF-8, keys in a fixed order, days as ``2018-09-04``."""
    package = clean(package)
    plain = {
        "format": FORMAT,
        "version": VERSION,
        "organisation": package.organisation,
        "parties": package.parties,
        "agreement": {"key": package.key, "title": package.agreement},
        "period": package.period or None,
        "state": package.state.isoformat() if package.state else None,
        "files": [_plain(file) for file in package.files],
        "left_out": package.left_out,
    }
    return (json.dumps(plain, ensure_ascii=False, indent=2) + "\n").encode()


def _plain(file: PackagedFile) -> dict[str, object]:
    return {
        name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(file).items()
    }


def as_csv(package: ArchivePackage) -> bytes:
    """Return the index as a CSV file, as Swedish spreadsheets read it."""
    columns = (
        tr("Handlingsslag"), tr("Titel"), tr("Arbetsår"), tr("Grupp"), tr("Dnr"), tr("Mötesdatum"),
        tr("Färdig"), tr("Skickad"), tr("Gallring"), tr("Får gallras från"), tr("Fil"),
        tr("Ursprungligt filnamn"), tr("Format"), tr("Byte"), "SHA-256", tr("Som skickad"),
        tr("Anmärkning"),
    )  # fmt: skip
    return listing_csv.render(
        Listing(
            organisation=package.organisation,
            parties=package.parties,
            agreement=package.agreement,
            name=package.title,
            title=package.title,
            group="",
            issued=package.state.date() if package.state else date.min,
            columns=tuple(Column(heading, 1) for heading in columns),
            rows=tuple(_row(file) for file in package.files),
            nothing="",
        )
    )


def _row(file: PackagedFile) -> tuple[Value, ...]:
    sent = {True: tr("ja"), False: tr("nej"), None: ""}[file.as_sent]
    return (
        file.kind_words, file.title, file.period, file.group, file.case_number, file.meeting_on or "",
        file.finished_on or "", file.sent_on or "", file.retention_words, file.disposable_from or "",
        file.path, file.original_name, file.format, str(file.size), file.sha256, sent, file.note,
    )  # fmt: skip
