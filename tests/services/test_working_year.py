"""Dividing an agreement's time in another way, and what stops it."""

from datetime import date

from samverkan_desktop.services import agenda, agreement, agreement_writing, decision, meeting
from samverkan_desktop.vocabulary import WorkingYear
from tests.services.year import Year, refused


def test_the_kind_of_year_is_changed_while_nothing_is_kept(adopted: Year):
    agreement_writing.change_head(adopted.work, 1, working_year=WorkingYear.CALENDAR_YEAR)
    row = agreement.head(adopted.work, 1)
    assert (row.working_year, row.year_starts) == (WorkingYear.CALENDAR_YEAR, "01-01")
    assert agreement.periods(adopted.work, 1) == ("2018", "2019", "2020", "2021")
    adopted.work.undo()
    assert agreement.head(adopted.work, 1).working_year is WorkingYear.SCHOOL_YEAR


def test_a_plan_of_a_year_holds_it(planned: Year):
    sentence = "Här finns en årsplan för 2018/2019."
    with refused(planned, sentence, field="working_year"):
        agreement_writing.change_head(planned.work, 1, working_year=WorkingYear.CALENDAR_YEAR)


def test_a_meeting_of_the_plan_stays_in_its_year(planned: Year):
    sentence = "Mötet 2018-09-04 skulle hamna i ett annat arbetsår, men det ligger i årsplanen för 2018/2019."
    with refused(planned, sentence, field="year_starts"):
        agreement_writing.change_head(planned.work, 1, year_starts="10-01")
    agreement_writing.change_head(planned.work, 1, year_starts="08-15")
    assert agreement.head(planned.work, 1).year_starts == "08-15"


def test_numbered_decisions_hold_the_year(adopted: Year):
    day = date(2018, 9, 4)
    adopted.at(day)
    made = meeting.schedule(adopted.work, adopted.group_id, day)
    item = agenda.add_item(adopted.work, made, "En fråga")
    meeting.begin(adopted.work, made)
    agreement_writing.change_head(adopted.work, 1, year_starts="10-01")
    agreement_writing.change_head(adopted.work, 1, year_starts="07-01")
    decision.take(adopted.work, item, "Ett beslut.")
    with refused(adopted, "dess beslut är numrerade i 2018/2019", field="working_year"):
        agreement_writing.change_head(adopted.work, 1, working_year=WorkingYear.CALENDAR_YEAR)
