CREATE TABLE activity (
	agreement_id INTEGER NOT NULL,
	title TEXT NOT NULL,
	day DATE NOT NULL,
	held BOOLEAN NOT NULL,
	decision_id INTEGER,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_activity_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id),
	CONSTRAINT fk_activity_decision_id_decision FOREIGN KEY(decision_id) REFERENCES decision (id)
);

CREATE INDEX ix_activity_agreement_id ON activity (agreement_id);

CREATE TABLE agenda_item (
	meeting_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	heading TEXT NOT NULL,
	topic VARCHAR(32),
	category VARCHAR(32) NOT NULL,
	kind VARCHAR(32) NOT NULL,
	origin VARCHAR(32) NOT NULL,
	presenter TEXT NOT NULL,
	minutes INTEGER,
	proposal TEXT NOT NULL,
	notes TEXT NOT NULL,
	individual_case BOOLEAN NOT NULL,
	referred_agreement TEXT NOT NULL,
	commission_id INTEGER,
	deviation_id INTEGER,
	matter_id INTEGER,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_agenda_item_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id),
	CONSTRAINT fk_agenda_item_commission_id_commission FOREIGN KEY(commission_id) REFERENCES commission (id),
	CONSTRAINT fk_agenda_item_deviation_id_deviation FOREIGN KEY(deviation_id) REFERENCES deviation (id),
	CONSTRAINT fk_agenda_item_matter_id_matter FOREIGN KEY(matter_id) REFERENCES matter (id)
);

CREATE INDEX ix_agenda_item_meeting_id ON agenda_item (meeting_id);

CREATE TABLE agreement (
	"key" TEXT NOT NULL,
	kind VARCHAR(32) NOT NULL,
	title TEXT NOT NULL,
	municipality TEXT NOT NULL,
	purpose TEXT NOT NULL,
	working_year VARCHAR(32) NOT NULL,
	year_starts TEXT NOT NULL,
	starts DATE NOT NULL,
	ends DATE,
	signed TEXT NOT NULL,
	signed_on DATE,
	adopted_on DATE NOT NULL,
	evaluation_begun_on DATE,
	evaluated_on DATE,
	evaluation_outcome VARCHAR(32),
	evaluation_text TEXT NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
);

CREATE TABLE attachment (
	item_id INTEGER NOT NULL,
	title TEXT NOT NULL,
	state VARCHAR(32) NOT NULL,
	file_name TEXT NOT NULL,
	sha256 TEXT NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_attachment_item_id_agenda_item FOREIGN KEY(item_id) REFERENCES agenda_item (id)
);

CREATE INDEX ix_attachment_item_id ON attachment (item_id);

CREATE TABLE attachment_content (
	sha256 TEXT NOT NULL,
	content BLOB NOT NULL,
	CONSTRAINT pk_attachment_content PRIMARY KEY (sha256)
);

CREATE TABLE attendance (
	meeting_id INTEGER NOT NULL,
	seat_id INTEGER,
	function TEXT NOT NULL,
	organisation TEXT NOT NULL,
	status VARCHAR(32),
	from_item_id INTEGER,
	to_item_id INTEGER,
	note TEXT NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_attendance_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id),
	CONSTRAINT fk_attendance_seat_id_seat FOREIGN KEY(seat_id) REFERENCES seat (id),
	CONSTRAINT fk_attendance_from_item_id_agenda_item FOREIGN KEY(from_item_id) REFERENCES agenda_item (id),
	CONSTRAINT fk_attendance_to_item_id_agenda_item FOREIGN KEY(to_item_id) REFERENCES agenda_item (id)
);

CREATE INDEX ix_attendance_meeting_id ON attendance (meeting_id);

CREATE TABLE board_report (
	agreement_id INTEGER NOT NULL,
	board TEXT NOT NULL,
	subject TEXT NOT NULL,
	period TEXT NOT NULL,
	reported_on DATE,
	paragraph TEXT NOT NULL,
	distributed_on DATE,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_board_report_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id)
);

CREATE INDEX ix_board_report_agreement_id ON board_report (agreement_id);

CREATE TABLE clause (
	agreement_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	reference TEXT NOT NULL,
	heading TEXT NOT NULL,
	text TEXT NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_clause_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id)
);

CREATE INDEX ix_clause_agreement_id ON clause (agreement_id);

CREATE TABLE collaboration_group (
	agreement_id INTEGER NOT NULL,
	"key" TEXT NOT NULL,
	kind VARCHAR(32) NOT NULL,
	name TEXT NOT NULL,
	full_name TEXT NOT NULL,
	occasion TEXT NOT NULL,
	record TEXT NOT NULL,
	parent_id INTEGER,
	decision_id INTEGER,
	need TEXT NOT NULL,
	created_on DATE,
	closed_on DATE,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_collaboration_group_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id),
	CONSTRAINT fk_collaboration_group_parent_id_collaboration_group FOREIGN KEY(parent_id) REFERENCES collaboration_group (id),
	CONSTRAINT fk_collaboration_group_decision_id_decision FOREIGN KEY(decision_id) REFERENCES decision (id)
);

CREATE INDEX ix_collaboration_group_agreement_id ON collaboration_group (agreement_id);

CREATE TABLE commission (
	group_id INTEGER NOT NULL,
	decision_id INTEGER NOT NULL,
	sequence INTEGER NOT NULL,
	number TEXT NOT NULL,
	title TEXT NOT NULL,
	background TEXT NOT NULL,
	how TEXT NOT NULL,
	responsible TEXT NOT NULL,
	work_group_id INTEGER,
	status VARCHAR(32) NOT NULL,
	approval_decision_id INTEGER,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_commission_group_id_collaboration_group FOREIGN KEY(group_id) REFERENCES collaboration_group (id),
	CONSTRAINT fk_commission_decision_id_decision FOREIGN KEY(decision_id) REFERENCES decision (id),
	CONSTRAINT fk_commission_work_group_id_collaboration_group FOREIGN KEY(work_group_id) REFERENCES collaboration_group (id),
	CONSTRAINT fk_commission_approval_decision_id_decision FOREIGN KEY(approval_decision_id) REFERENCES decision (id)
);

CREATE INDEX ix_commission_group_id ON commission (group_id);

CREATE TABLE commission_due (
	commission_id INTEGER NOT NULL,
	kind VARCHAR(32) NOT NULL,
	due DATE NOT NULL,
	decision_id INTEGER NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_commission_due_commission_id_commission FOREIGN KEY(commission_id) REFERENCES commission (id),
	CONSTRAINT fk_commission_due_decision_id_decision FOREIGN KEY(decision_id) REFERENCES decision (id)
);

CREATE INDEX ix_commission_due_commission_id ON commission_due (commission_id);

CREATE TABLE commission_report (
	commission_id INTEGER NOT NULL,
	kind VARCHAR(32) NOT NULL,
	meeting_id INTEGER NOT NULL,
	item_id INTEGER,
	note TEXT NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_commission_report_commission_id_commission FOREIGN KEY(commission_id) REFERENCES commission (id),
	CONSTRAINT fk_commission_report_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id),
	CONSTRAINT fk_commission_report_item_id_agenda_item FOREIGN KEY(item_id) REFERENCES agenda_item (id)
);

CREATE INDEX ix_commission_report_commission_id ON commission_report (commission_id);

CREATE TABLE decision (
	meeting_id INTEGER NOT NULL,
	item_id INTEGER NOT NULL,
	sequence INTEGER NOT NULL,
	number TEXT NOT NULL,
	kind VARCHAR(32) NOT NULL,
	text TEXT NOT NULL,
	responsible TEXT NOT NULL,
	superseded_by_id INTEGER,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_decision_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id),
	CONSTRAINT fk_decision_item_id_agenda_item FOREIGN KEY(item_id) REFERENCES agenda_item (id),
	CONSTRAINT fk_decision_superseded_by_id_decision FOREIGN KEY(superseded_by_id) REFERENCES decision (id)
);

CREATE INDEX ix_decision_item_id ON decision (item_id);

CREATE INDEX ix_decision_meeting_id ON decision (meeting_id);

CREATE TABLE deviation (
	agreement_id INTEGER NOT NULL,
	sequence INTEGER NOT NULL,
	number TEXT NOT NULL,
	reported_on DATE NOT NULL,
	reported_by TEXT NOT NULL,
	arose_in TEXT NOT NULL,
	line_manager TEXT NOT NULL,
	description TEXT NOT NULL,
	handled_on DATE,
	handling TEXT NOT NULL,
	escalated_on DATE,
	ground VARCHAR(32),
	group_id INTEGER,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_deviation_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id),
	CONSTRAINT fk_deviation_group_id_collaboration_group FOREIGN KEY(group_id) REFERENCES collaboration_group (id)
);

CREATE INDEX ix_deviation_agreement_id ON deviation (agreement_id);

CREATE TABLE distribution (
	meeting_id INTEGER NOT NULL,
	document VARCHAR(32) NOT NULL,
	sent_at DATETIME NOT NULL,
	sender TEXT NOT NULL,
	recipients JSON NOT NULL,
	file_name TEXT NOT NULL,
	sha256 TEXT NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_distribution_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id)
);

CREATE INDEX ix_distribution_meeting_id ON distribution (meeting_id);

CREATE TABLE follow_up (
	agreement_id INTEGER NOT NULL,
	period TEXT NOT NULL,
	judgement TEXT NOT NULL,
	undocumented INTEGER,
	improvements JSON NOT NULL,
	approved_on DATE,
	meeting_id INTEGER,
	decision_id INTEGER,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_follow_up_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id),
	CONSTRAINT fk_follow_up_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id),
	CONSTRAINT fk_follow_up_decision_id_decision FOREIGN KEY(decision_id) REFERENCES decision (id)
);

CREATE INDEX ix_follow_up_agreement_id ON follow_up (agreement_id);

CREATE TABLE holding (
	seat_id INTEGER NOT NULL,
	state VARCHAR(32) NOT NULL,
	name TEXT NOT NULL,
	email TEXT NOT NULL,
	since DATE NOT NULL,
	until DATE,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_holding_seat_id_seat FOREIGN KEY(seat_id) REFERENCES seat (id)
);

CREATE INDEX ix_holding_seat_id ON holding (seat_id);

CREATE TABLE journal_change (
	id INTEGER NOT NULL,
	entry_id INTEGER NOT NULL,
	table_name TEXT NOT NULL,
	row_id INTEGER NOT NULL,
	"before" JSON,
	"after" JSON,
	CONSTRAINT pk_journal_change PRIMARY KEY (id),
	CONSTRAINT fk_journal_change_entry_id_journal_entry FOREIGN KEY(entry_id) REFERENCES journal_entry (id)
);

CREATE INDEX ix_journal_change_entry_id ON journal_change (entry_id);

CREATE TABLE journal_entry (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	at DATETIME NOT NULL,
	use_case TEXT NOT NULL,
	label TEXT NOT NULL,
	merge_key TEXT NOT NULL,
	undone BOOLEAN NOT NULL,
	discarded BOOLEAN NOT NULL
);

CREATE TABLE matter (
	group_id INTEGER NOT NULL,
	received_on DATE NOT NULL,
	sender TEXT NOT NULL,
	title TEXT NOT NULL,
	text TEXT NOT NULL,
	kind VARCHAR(32) NOT NULL,
	declined TEXT NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_matter_group_id_collaboration_group FOREIGN KEY(group_id) REFERENCES collaboration_group (id)
);

CREATE INDEX ix_matter_group_id ON matter (group_id);

CREATE TABLE meeting (
	group_id INTEGER NOT NULL,
	kind VARCHAR(32) NOT NULL,
	status VARCHAR(32) NOT NULL,
	day DATE NOT NULL,
	starts TIME,
	ends TIME,
	place TEXT NOT NULL,
	scheduled_on DATE NOT NULL,
	initiator_seat_id INTEGER,
	reason TEXT NOT NULL,
	leader_seat_id INTEGER,
	recorder_seat_id INTEGER,
	case_number TEXT NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_meeting_group_id_collaboration_group FOREIGN KEY(group_id) REFERENCES collaboration_group (id),
	CONSTRAINT fk_meeting_initiator_seat_id_seat FOREIGN KEY(initiator_seat_id) REFERENCES seat (id),
	CONSTRAINT fk_meeting_leader_seat_id_seat FOREIGN KEY(leader_seat_id) REFERENCES seat (id),
	CONSTRAINT fk_meeting_recorder_seat_id_seat FOREIGN KEY(recorder_seat_id) REFERENCES seat (id)
);

CREATE INDEX ix_meeting_group_id ON meeting (group_id);

CREATE TABLE minutes_version (
	meeting_id INTEGER NOT NULL,
	number INTEGER NOT NULL,
	finished_at DATETIME NOT NULL,
	reason TEXT NOT NULL,
	content JSON NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_minutes_version_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id)
);

CREATE INDEX ix_minutes_version_meeting_id ON minutes_version (meeting_id);

CREATE TABLE obligation (
	agreement_id INTEGER NOT NULL,
	clause_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	kind TEXT NOT NULL,
	group_key TEXT NOT NULL,
	group_kind VARCHAR(32),
	parameters JSON NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_obligation_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id),
	CONSTRAINT fk_obligation_clause_id_clause FOREIGN KEY(clause_id) REFERENCES clause (id)
);

CREATE INDEX ix_obligation_agreement_id ON obligation (agreement_id);

CREATE TABLE party (
	agreement_id INTEGER NOT NULL,
	"key" TEXT NOT NULL,
	position INTEGER NOT NULL,
	name TEXT NOT NULL,
	board TEXT NOT NULL,
	signatory TEXT NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_party_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id)
);

CREATE INDEX ix_party_agreement_id ON party (agreement_id);

CREATE TABLE related_agreement (
	agreement_id INTEGER NOT NULL,
	title TEXT NOT NULL,
	note TEXT NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_related_agreement_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id)
);

CREATE INDEX ix_related_agreement_agreement_id ON related_agreement (agreement_id);

CREATE TABLE role_term (
	group_id INTEGER NOT NULL,
	role VARCHAR(32) NOT NULL,
	seat_id INTEGER NOT NULL,
	since DATE NOT NULL,
	until DATE,
	decision_id INTEGER,
	decided_on DATE,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_role_term_group_id_collaboration_group FOREIGN KEY(group_id) REFERENCES collaboration_group (id),
	CONSTRAINT fk_role_term_seat_id_seat FOREIGN KEY(seat_id) REFERENCES seat (id),
	CONSTRAINT fk_role_term_decision_id_decision FOREIGN KEY(decision_id) REFERENCES decision (id)
);

CREATE INDEX ix_role_term_group_id ON role_term (group_id);

CREATE TABLE routine (
	agreement_id INTEGER NOT NULL,
	kind VARCHAR(32) NOT NULL,
	title TEXT NOT NULL,
	owner TEXT NOT NULL,
	decision_id INTEGER,
	review_by DATE,
	reviewed_on DATE,
	known_by DATE,
	made_known_on DATE,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_routine_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id),
	CONSTRAINT fk_routine_decision_id_decision FOREIGN KEY(decision_id) REFERENCES decision (id)
);

CREATE INDEX ix_routine_agreement_id ON routine (agreement_id);

CREATE TABLE seat (
	group_id INTEGER NOT NULL,
	party_id INTEGER NOT NULL,
	"key" TEXT NOT NULL,
	position INTEGER NOT NULL,
	function TEXT NOT NULL,
	short_name TEXT NOT NULL,
	attendance VARCHAR(32) NOT NULL,
	grade VARCHAR(32) NOT NULL,
	since DATE,
	until DATE,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_seat_group_id_collaboration_group FOREIGN KEY(group_id) REFERENCES collaboration_group (id),
	CONSTRAINT fk_seat_party_id_party FOREIGN KEY(party_id) REFERENCES party (id)
);

CREATE INDEX ix_seat_group_id ON seat (group_id);

CREATE TABLE unit (
	party_id INTEGER NOT NULL,
	name TEXT NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_unit_party_id_party FOREIGN KEY(party_id) REFERENCES party (id)
);

CREATE INDEX ix_unit_party_id ON unit (party_id);

CREATE TABLE year_plan (
	group_id INTEGER NOT NULL,
	period TEXT NOT NULL,
	status VARCHAR(32) NOT NULL,
	drafted_on DATE NOT NULL,
	decided_on DATE,
	meeting_id INTEGER,
	decision_id INTEGER,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_year_plan_group_id_collaboration_group FOREIGN KEY(group_id) REFERENCES collaboration_group (id),
	CONSTRAINT fk_year_plan_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id),
	CONSTRAINT fk_year_plan_decision_id_decision FOREIGN KEY(decision_id) REFERENCES decision (id)
);

CREATE INDEX ix_year_plan_group_id ON year_plan (group_id)
