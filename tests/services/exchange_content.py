"""Content for exchange files: every kind of thing with random rows, as the schema lets them be."""

import base64
import hashlib
import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from samverkan_desktop.clock import FixedClock
from samverkan_desktop.services import archive, exchange
from samverkan_desktop.services.exchange import Exchanged
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.storage import exchange_schema
from samverkan_desktop.storage.exchange import VERSION, kinds

Row = dict[str, Any]
Document = dict[str, Any]

HEAD = {"format": "samverkan-exchange", "version": VERSION}
NOW = datetime(2019, 6, 30, 10, tzinfo=UTC)
SCHEMA = exchange_schema.schema()

#: Finished minutes, as short as they can be.
MINUTES = {
    **dict.fromkeys(
        ("organisation", "agreement", "label", "group", "occasion", "place", "case_number", "initiative",
         "convenor", "secretary", "recorded_by"),
        "ö",
    ),
    **{
        key: []
        for key in (
            "parties", "present", "absent", "vacant", "coopted", "items", "distribution", "attachments",
        )
    },
    "day": "2018-09-04",
    "starts": "13:00:00",
    "ends": None,
}  # fmt: skip

_TEXTS = st.text(max_size=30) | st.sampled_from(
    ["å ä ö Å Ä Ö", "👩🏽‍🏫🇸🇪", "\x00\x01\t\n\r\x1f\x7f\u2028\ufeff", '"\\/</script>', "lång " * 2000]
)
_DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31)).map(date.isoformat)
_INSTANTS = st.integers(-3 * 10**16, 3 * 10**16).map(
    lambda microseconds: (NOW + timedelta(microseconds=microseconds)).isoformat()
)
_WHOLE = st.integers(-exchange_schema.LARGEST, exchange_schema.LARGEST)
_NUMBERS = st.floats(allow_nan=False, allow_infinity=False)


def _values(wanted: dict[str, Any]) -> st.SearchStrategy[object]:
    """Return what gives values that a column's schema allows."""
    types = wanted["type"] if isinstance(wanted["type"], list) else [wanted["type"]]
    if "null" in types:
        return st.none() | _values({**wanted, "type": types[0]})
    if "enum" in wanted:
        return st.sampled_from([word for word in wanted["enum"] if word is not None])
    if "pattern" in wanted:
        times = st.times().map(lambda time: time.isoformat())
        return {"date": _DAYS, "date-time": _INSTANTS}.get(wanted.get("format", ""), times)
    plain: dict[str, st.SearchStrategy[object]] = {
        "string": _TEXTS,
        "integer": _WHOLE,
        "number": _NUMBERS,
        "boolean": st.booleans(),
        "array": st.lists(_TEXTS, max_size=3),
        "object": st.just({}),
    }
    return plain[types[0]]


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Give a file with one agreement and one to three things of every other kind."""
    ids: dict[str, list[int]] = {}
    for kind in kinds():
        count = 1 if kind.name == "agreements" else draw(st.integers(1, 3))
        found = st.lists(st.integers(1, 10**6), min_size=count, max_size=count, unique=True)
        ids[kind.name] = sorted(draw(found))
    lists = {kind.name: [] for kind in kinds()}
    for kind in kinds():
        wanted = SCHEMA["$defs"][kind.name]["properties"]
        for place, identity in enumerate(ids[kind.name]):
            row: Row = {}
            for name, column in wanted.items():
                referred = kind.references.get(name)
                # What refers to its own kind refers to what came before, so that nothing goes in a circle.
                targets = ids[kind.name][:place] if referred == kind.name else ids.get(referred or "", [])
                if name == "id":
                    row[name] = identity
                elif referred and not (targets and draw(st.booleans())) and "null" in column["type"]:
                    row[name] = None
                elif referred:
                    row[name] = draw(st.sampled_from(targets))
                else:
                    row[name] = draw(_values(column))
            lists[kind.name].append(row)
    _make_sense(draw, lists)
    return {**HEAD, **lists}


def _make_sense(draw: st.DrawFn, lists: dict[str, list[Row]]) -> None:
    """Give what the schema leaves open values that mean something."""
    for agreement in lists["agreements"]:
        agreement |= {"year_starts": "07-01", "starts": "2018-07-01", "ends": None}
        agreement["words"] = {"record": draw(_TEXTS)}
    for name in ("agreements", "parties", "areas", "groups", "seats", "phrases"):
        for row in lists[name]:
            row["key"] = f"{draw(st.text(max_size=5))}-{row['id']}"
    for obligation in lists["obligations"]:
        obligation |= {"kind": "vacancy", "parameters": {}, "group_key": lists["groups"][0]["key"]}
    for meeting in lists["meetings"]:  # one without is given its own on its way out
        meeting["calendar_uid"] = f"{draw(_TEXTS)}-{meeting['id']}"
    for version in lists["minutes_versions"]:
        version["content"] = {**MINUTES, "label": draw(_TEXTS), "distribution": draw(st.lists(_TEXTS))}
    lists["group_superiors"] = [
        row for row in lists["group_superiors"] if row["group_id"] > row["superior_id"]
    ]
    keeping = [*lists["attachments"], *lists["word_templates"]]
    papers = sorted({draw(st.binary(max_size=20)) for _ in keeping})
    lists["attachment_contents"] = sorted((paper(data) for data in papers), key=lambda row: row["sha256"])
    for place, each in enumerate(keeping):
        each["sha256"] = lists["attachment_contents"][place % len(papers)]["sha256"]


def paper(data: bytes) -> Row:
    """Return the bytes of a paper as they stand in a file."""
    return {"sha256": hashlib.sha256(data).hexdigest(), "content": base64.b64encode(data).decode()}


def agreement(identity: int = 1, key: str = "avtal", **more: object) -> Row:
    """Return an agreement with nothing but what it must have."""
    return {
        "id": identity,
        "key": key,
        "kind": "collaboration_agreement",
        "title": f"Avtalet {key}",
        "municipality": "Kommunen",
        "purpose": "Att samverka",
        "working_year": "school_year",
        "year_starts": "07-01",
        "starts": "2018-07-01",
        "adopted_on": "2018-06-01",
        **more,
    }


def group(identity: int, agreement_id: int = 1, **more: object) -> Row:
    """Return a group with nothing but what it must have."""
    return {
        "id": identity,
        "agreement_id": agreement_id,
        "key": f"grupp-{identity}",
        "kind": "steering_group",
        "name": f"Grupp {identity}",
        "full_name": f"Grupp {identity}",
        "occasion": "möte",
        "record": "Minnesanteckningar",
        **more,
    }


def meeting(identity: int, group_id: int, **more: object) -> Row:
    """Return a meeting with nothing but what it must have."""
    return {
        "id": identity,
        "group_id": group_id,
        "kind": "ordinary",
        "status": "planned",
        "day": "2018-09-04",
        "scheduled_on": "2018-08-20",
        **more,
    }


def file(folder: Path, lists: Document, name: str = "arkiv.json") -> Path:
    """Write an exchange file that holds some lists."""
    path = folder / name
    path.write_text(json.dumps({**HEAD, **lists}, ensure_ascii=False, indent=2), encoding="utf-8")
    return path


def opened(folder: Path, name: str = "nytt.samverkan") -> Workspace:
    """Make an archive and open it."""
    path = folder / name
    archive.create_archive(path)
    return archive.open_archive(path, FixedClock(NOW), keep_backups=False)


def taken_in(work: Workspace, path: Path) -> Exchanged:
    """Read a file into an archive."""
    return exchange.bring_in(work, exchange.read(path))


def dumped(work: Workspace, folder: Path, name: str = "ut.json") -> bytes:
    """Return the bytes of an archive's exchange file."""
    exchange.dump(work, folder / name)
    return (folder / name).read_bytes()


def without_ids(document: Document, skip: int = 0) -> Document:
    """Return a file's lists with each id, and each reference to one, as a place in its list.

    Args:
        document: the file.
        skip: how many of its agreements to leave out, from the first.
    """
    lists = {kind.name: document[kind.name] for kind in kinds()}
    lists["agreements"] = lists["agreements"][skip:]
    places = {name: {row.get("id"): place for place, row in enumerate(rows)} for name, rows in lists.items()}
    return {
        kind.name: [
            {
                column: places[kind.references[column]].get(value) if column in kind.references else value
                for column, value in row.items()
                if column != "id"
            }
            for row in lists[kind.name]
        ]
        for kind in kinds()
    }
