"""An archive of the second revision brought up to the third."""

from pathlib import Path

import pytest
from sqlalchemy import select

from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.group import Group
from samverkan_desktop.vocabulary import Approval, Numbering, Supersession
from tests.storage import archives

ROWS = """
INSERT INTO agreement (id, key, kind, title, municipality, purpose, working_year, year_starts, starts,
    signed, adopted_on, evaluation_text, words) VALUES (1, 'a', 'collaboration_agreement', 'Avtalet', '', '',
    'school_year', '07-01', '2018-07-01', '', '2018-06-11', '', '{}');
INSERT INTO collaboration_group (id, agreement_id, key, kind, name, full_name, occasion, record, need,
    purpose, target, division, costs)
    VALUES (2, 1, 'g', 'steering_group', 'Gruppen', 'Gruppen', 'möte', 'Anteckningar', '', '', '', '', '');
INSERT INTO meeting (id, group_id, kind, status, day, place, scheduled_on, reason, case_number)
    VALUES (3, 2, 'ordinary', 'held', '2018-09-04', '', '2018-08-01', '', '');
INSERT INTO agenda_item (id, meeting_id, position, heading, category, kind, origin, presenter, proposal,
    notes, individual_case, referred_agreement, standing_topic, consent_kept)
    VALUES (4, 3, 1, 'Punkt', 'goal', 'decision', 'own', '', '', 'sagt', 0, '', '', '');
INSERT INTO decision (id, meeting_id, item_id, sequence, number, kind, text, responsible, superseded_by_id)
    VALUES (5, 3, 4, 1, '01', 'decision', 'Det gamla', '', 6);
INSERT INTO decision (id, meeting_id, item_id, sequence, number, kind, text, responsible)
    VALUES (6, 3, 4, 2, '02', 'decision', 'Det nya', '');
"""


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """Return an archive of the second revision, in which one decision has replaced another."""
    return archives.older(tmp_path, r0002=ROWS)


def test_a_group_goes_on_numbering_in_its_working_year(second: Path):
    store = archives.opened(second)
    with store.reading() as session:
        group = session.scalars(select(Group)).one()
        assert (group.numbering, group.number_start, group.sub_numbers) == (Numbering.WORKING_YEAR, 1, False)
        assert (group.number_prefix, group.approval) == ("", Approval.NONE)
    store.close()


def test_a_decision_that_was_superseded_was_replaced(second: Path):
    store = archives.opened(second)
    with store.reading() as session:
        old, new = session.scalars(select(Decision).order_by(Decision.id))
        assert (old.superseded_as, new.superseded_as) == (Supersession.REPLACED, None)
        assert new.distribution == []
    store.close()
