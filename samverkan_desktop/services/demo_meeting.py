"""Playing one meeting of an example year: its agenda, and what was noted, decided and given."""

from samverkan_desktop.services import (
    activity,
    activity_plan,
    agenda,
    agenda_builder,
    agenda_order,
    attachment,
    attendance,
    commission,
    decision,
    direction,
    follow_up,
    individual_cases,
    level_report,
    meeting,
    role,
    routine,
    work_group,
    year_plan,
)
from samverkan_desktop.services.demo_meeting_story import (
    DecisionStory,
    DirectionStory,
    ItemStory,
    LevelReportStory,
    MeetingStory,
)
from samverkan_desktop.services.demo_played import Played
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import AttachmentState, AttendanceStatus, ItemCategory, ItemKind, Role


def play_agenda(work: Workspace, made: Played, meeting_id: int, story: MeetingStory) -> None:
    """Build the agenda, and make it the story's: headings, order, what else is taken up."""
    agenda_builder.build(work, meeting_id)
    for number, item in enumerate(story.item, 1):
        known = _built(work, made, meeting_id, item)
        if known is None:
            known = agenda.add_item(
                work,
                meeting_id,
                item.heading,
                kind=item.kind or ItemKind.INFORMATION,
                category=item.category or ItemCategory.INFORMATION,
                presenter=item.presenter,
                minutes=item.minutes,
                proposal=item.proposal,
                position=number,
            )
        else:
            _adapt(work, known, item)
            agenda_order.move_item(work, known, number)
        if item.area:
            agenda.set_area(work, known, made.areas[item.area])
        if item.standing_topic:
            agenda.cover_topic(work, known, item.standing_topic)
        for title in item.attachments:
            attachment.attach(work, known, title, state=AttachmentState.ENCLOSED)
    wanted = len(story.item)
    for row in agenda.items(work, meeting_id)[wanted:]:
        agenda_order.remove_item(work, row.id)


def _built(work: Workspace, made: Played, meeting_id: int, item: ItemStory) -> int | None:
    for row in agenda.items(work, meeting_id):
        if item.topic is not None and row.topic is item.topic:
            return row.id
        if item.standing_topic and row.standing_topic == item.standing_topic:
            return row.id
        if item.commission and row.commission_id == made.commissions[item.commission]:
            return row.id
        if item.direction and row.matter_id == made.directions[item.direction]:
            return row.id
        if item.deviation and row.deviation_id == made.deviations[item.deviation]:
            return row.id
    return None


def _adapt(work: Workspace, item_id: int, item: ItemStory) -> None:
    values = {
        "heading": item.heading,
        "kind": item.kind,
        "category": item.category,
        "presenter": item.presenter,
        "minutes": item.minutes,
        "proposal": item.proposal,
    }
    changed = {name: value for name, value in values.items() if value}
    if changed:
        agenda.change_item(work, item_id, **changed)


def play_meeting(work: Workspace, made: Played, meeting_id: int, story: MeetingStory) -> None:
    """Hold the meeting: attendance, notes, decisions and what follows from them."""
    meeting.begin(work, meeting_id)
    rows = agenda.items(work, meeting_id)
    _attendance(work, made, meeting_id, story, [row.id for row in rows])
    if story.recorder:
        meeting.change(work, meeting_id, recorder_seat_id=made.seat(story.group, story.recorder))
    for row, item in zip(rows, story.item, strict=True):
        if item.notes:
            agenda.write_notes(work, row.id, item.notes.strip())
        if item.individual_case:
            agenda.change_item(work, row.id, individual_case=True)
        if item.consent_on is not None:
            individual_cases.note_consent(work, row.id, item.consent_on, item.consent_kept)
        if item.referred_agreement:
            agenda.change_item(work, row.id, referred_agreement=item.referred_agreement)
        if item.report is not None:
            commission.report(work, made.commissions[item.commission], row.id, kind=item.report)
        if item.reported is not None:
            _report_upwards(work, made, meeting_id, story.group, item.reported)
        for each in item.decision:
            decision_id = decision.take(work, row.id, each.text, kind=each.kind, responsible=each.responsible)
            _follow(work, made, story.group, decision_id, each)


def _report_upwards(
    work: Workspace, made: Played, meeting_id: int, group: str, story: LevelReportStory
) -> None:
    reporting, superior = made.group_id(story.by), made.group_id(group)
    level_report.report(work, reporting, superior, story.text, meeting_id=meeting_id)


def _attendance(
    work: Workspace, made: Played, meeting_id: int, story: MeetingStory, items: list[int]
) -> None:
    attendance.note_everyone_present(work, meeting_id)
    entries = {row.seat_id: row.id for row in attendance.rows(work, meeting_id)}
    for seat in story.excused:
        attendance.note(work, entries[made.seat(story.group, seat)], AttendanceStatus.EXCUSED)
    for seat in story.absent:
        attendance.note(work, entries[made.seat(story.group, seat)], AttendanceStatus.ABSENT)
    for seat, heads in (story.headcount or {}).items():
        attendance.set_headcount(work, entries[made.seat(story.group, seat)], heads)
    for seat, number in (story.from_item or {}).items():
        entry = entries[made.seat(story.group, seat)]
        attendance.note(work, entry, AttendanceStatus.PRESENT, from_item_id=items[number - 1])
    for seat, number in (story.to_item or {}).items():
        entry = entries[made.seat(story.group, seat)]
        attendance.note(work, entry, AttendanceStatus.PRESENT, to_item_id=items[number - 1])
    for guest in story.guests:
        attendance.invite(work, meeting_id, guest.function, guest.organisation, item_id=items[guest.item - 1])


def _follow(work: Workspace, made: Played, group: str, decision_id: int, story: DecisionStory) -> None:
    if story.roles is not None:
        holders = {
            Role.CONVENOR: made.seat(group, story.roles.convenor),
            Role.SECRETARY: made.seat(group, story.roles.secretary),
        }
        role.assign_roles(work, made.group_id(group), holders, story.roles.period, decision_id=decision_id)
    if story.plan:
        year_plan.decide(work, made.plans[group, story.plan], decision_id)
    if story.activity_plan:
        plan_id = made.activity_plans[group, story.activity_plan]
        activity_plan.adopt(work, plan_id, decision_id=decision_id)
    _give(work, made, decision_id, story)
    if story.new_date is not None:
        changed = made.commissions[story.new_date.commission]
        commission.new_date(work, changed, story.new_date.due, decision_id)
    if story.approves:
        commission.approve(work, made.commissions[story.approves], decision_id)
    if story.routine is not None:
        told = story.routine
        routine.establish(
            work,
            told.title,
            decision_id,
            kind=told.kind,
            owner=told.owner,
            review_by=told.review_by,
            known_by=told.known_by,
        )
    if story.activity is not None:
        planned = story.activity
        activity.plan(work, made.agreement_id, planned.title, planned.day, decision_id=decision_id)
    if story.direction is not None:
        _direct(work, made, group, decision_id, story.direction)
    if story.follow_up:
        follow_up.approve(work, story.follow_up, decision_id)


def _direct(work: Workspace, made: Played, group: str, decision_id: int, story: DirectionStory) -> None:
    superior, receiver = made.group_id(group), made.group_id(story.to)
    given = direction.give(work, superior, receiver, story.text, title=story.title, decision_id=decision_id)
    rows = direction.listing(work, made.agreement_id, group_id=receiver)
    made.directions[story.title] = next(row.matter_id or 0 for row in rows if row.id == given)


def _give(work: Workspace, made: Played, decision_id: int, story: DecisionStory) -> None:
    work_group_id = None
    if story.work_group is not None:
        told = story.work_group
        work_group_id = work_group.set_up_work_group(
            work,
            decision_id,
            told.name,
            told.need,
            [work_group.NewSeat(made.parties[each.party], each.function) for each in told.members],
            convenor=told.convenor,
            secretary=told.secretary,
        )
    if story.commission is not None:
        given = story.commission
        made.commissions[given.number] = commission.give(
            work,
            decision_id,
            given.title,
            responsible=given.responsible,
            how=given.how,
            due=given.due or given.due_words,
            interim=given.interim,
            work_group_id=work_group_id,
            number=given.number,
        )
