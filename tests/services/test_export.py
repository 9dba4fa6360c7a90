from datetime import date
from pathlib import Path

import pytest

from samverkan_desktop.services import agenda_builder, commission, meeting
from samverkan_desktop.services.export import export
from samverkan_desktop.services.recipients import seats_of
from samverkan_desktop.vocabulary import DocumentKind
from tests.services.year import DAYS, PERIOD, Year, refused

NOTHING = "Det finns inget av det slaget att skriva ut för 2018/2019."


def names(files: tuple[Path, ...]) -> list[str]:
    return [file.name for file in files]


def test_only_meetings_with_an_agenda_have_one_to_print(held: Year):
    written = export(held.work, DocumentKind.AGENDA, held.folder / "ut")
    assert names(written) == ["2018-09-04-dagordning-styrgrupp.pdf"]


def test_the_meetings_of_a_year_are_one_calendar_file(held: Year):
    written = export(held.work, DocumentKind.CALENDAR, held.folder / "ut")
    assert names(written) == ["arsplan-2018-2019.ics"]
    assert written[0].read_bytes().count(b"BEGIN:VEVENT") == 6


def test_a_year_without_meetings_has_no_calendar_file(adopted: Year):
    with refused(adopted, NOTHING):
        export(adopted.work, DocumentKind.CALENDAR, adopted.folder / "ut")


def test_a_cancelled_meeting_is_cancelled_in_calendars(held: Year):
    cancelled = held.meeting(6)
    meeting.cancel(held.work, cancelled, "Samordnas med nästa.")
    (plan,) = export(held.work, DocumentKind.CALENDAR, held.folder / "ut")
    assert plan.read_bytes().count(b"STATUS:CANCELLED") == 1
    (alone,) = export(held.work, DocumentKind.CALENDAR, held.folder / "ut", meeting_id=cancelled)
    assert b"METHOD:CANCEL" in alone.read_bytes()
    assert b"Samordnas med" in alone.read_bytes()
    with refused(held, NOTHING):
        export(held.work, DocumentKind.CALL, held.folder / "ut", meeting_id=cancelled)


def test_minutes_asked_for_by_meeting_are_written_as_a_draft(planned: Year):
    agenda_builder.build(planned.work, planned.meeting(1))
    with refused(planned, NOTHING):
        export(planned.work, DocumentKind.MINUTES, planned.folder / "ut")
    written = export(planned.work, DocumentKind.MINUTES, planned.folder / "ut", meeting_id=planned.meeting(1))
    assert names(written) == ["2018-09-04-minnesanteckningar-styrgrupp.docx"]


def test_one_commissions_brief(held: Year):
    held.give(1, title="Kartläggning av frånvaro")
    second = held.give(1, title="Rutin")
    written = export(held.work, DocumentKind.COMMISSION, held.folder / "ut", commission_id=second)
    assert names(written) == ["uppdrag-u2-rutin.docx"]
    assert len(commission.listing(held.work)) == 2


def test_a_commission_that_is_not_there_has_no_brief(held: Year):
    with refused(held, NOTHING):
        export(held.work, DocumentKind.COMMISSION, held.folder / "ut", commission_id=99)


def test_progress_is_told_and_may_stop_it(held: Year):
    for number in (2, 3):
        agenda_builder.build(held.work, held.meeting(number))
    told: list[tuple[int, int]] = []
    export(held.work, DocumentKind.CALL, held.folder / "ut", progress=lambda n, of, _: told.append((n, of)))
    assert told == [(n, 3) for n in range(4)]

    def stop(number: int, of: int, name: str) -> None:
        if number == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(held.work, DocumentKind.CALL, held.folder / "avbrutet", progress=stop)
    assert not (held.folder / "avbrutet").exists()


@pytest.mark.parametrize(
    ("day", "label"),
    [
        (date(2017, 1, 1), PERIOD),
        (date(2018, 6, 30), PERIOD),
        (date(2020, 1, 1), "2019/2020"),
        (date(2026, 1, 1), "2020/2021"),
    ],
)
def test_the_year_where_none_is_said(adopted: Year, day: date, label: str):
    adopted.at(day)
    written = export(adopted.work, DocumentKind.FOLLOW_UP, adopted.folder / "ut")
    assert names(written) == [f"uppfoljning-{label.replace('/', '-')}.pdf"]


def test_after_the_agreement_the_year_is_that_of_the_last_meeting_held(held: Year):
    held.at(date(2026, 1, 1))
    written = export(held.work, DocumentKind.FOLLOW_UP, held.folder / "ut")
    assert names(written) == ["uppfoljning-2018-2019.pdf"]


def test_documents_go_to_those_who_are_called(held: Year):
    from samverkan_desktop.models.meeting import Meeting

    with held.work.read() as session:
        for number, count in ((1, 6), (6, 8)):
            assert len(seats_of(session, session.get_one(Meeting, held.meeting(number)))) == count
    assert DAYS[0] < DAYS[-1]


@pytest.mark.parametrize("file_format", ["pdf", "docx", "xlsx", "csv"])
def test_lists_are_written_as_what_is_asked_for(held: Year, file_format: str):
    for kind, name in (
        (DocumentKind.DECISIONS, "beslut-2018-2019"),
        (DocumentKind.OPEN_ITEMS, "balanslista-2018-09-04"),
    ):
        written = export(held.work, kind, held.folder / "ut", file_format=file_format)
        assert names(written) == [f"{name}.{file_format}"]


def test_a_document_that_is_never_such_a_file_is_refused(held: Year):
    with refused(held, "Dokumentet finns inte som csv. Välj bland docx, pdf.", field="file_format"):
        export(held.work, DocumentKind.MINUTES, held.folder / "ut", file_format="csv")
