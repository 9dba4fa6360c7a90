"""An archive of the third revision brought up to the fourth."""

from pathlib import Path

import pytest
from sqlalchemy import select

from samverkan_desktop.models.distribution import Distribution
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.vocabulary import RecordForm, SendingWay
from tests.storage import archives
from tests.storage.test_third_revision import ROWS

SENT = """
INSERT INTO distribution (id, meeting_id, document, sent_at, sender, recipients, file_name, sha256)
    VALUES (1, 3, 'call', '2018-08-28 10:00:00', '', '[]', 'kallelse.pdf', 'ab');
INSERT INTO distribution (id, meeting_id, document, sent_at, sender, recipients, file_name, sha256)
    VALUES (2, 3, 'minutes', '2018-09-10 10:00:00', '', '[]', '', '');
"""


@pytest.fixture
def third(tmp_path: Path) -> Path:
    """Return an archive of the third revision, of which a call was sent, and minutes elsewhere."""
    return archives.older(tmp_path, r0002=ROWS, r0003=SENT)


def test_what_was_sent_went_as_files_or_without_the_program(third: Path):
    store = archives.opened(third)
    with store.reading() as session:
        ways = session.scalars(select(Distribution.way).order_by(Distribution.id)).all()
        assert ways == [SendingWay.FILES, SendingWay.ELSEWHERE]
    store.close()


def test_a_meeting_is_known_to_calendars_as_it_was(third: Path):
    store = archives.opened(third)
    with store.reading() as session:
        meeting = session.scalars(select(Meeting)).one()
        assert (meeting.calendar_uid, meeting.calendar_sequence) == ("", 0)
    store.close()


def test_a_group_goes_on_keeping_notes(third: Path):
    store = archives.opened(third)
    with store.reading() as session:
        assert session.scalars(select(Group.record_form)).all() == [RecordForm.NOTES]
    store.close()
