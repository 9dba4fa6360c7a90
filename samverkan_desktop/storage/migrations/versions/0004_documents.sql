CREATE TABLE activity (
	agreement_id INTEGER NOT NULL,
	title TEXT NOT NULL,
	day DATE NOT NULL,
	held BOOLEAN NOT NULL,
	decision_id INTEGER,
	demand TEXT NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_activity_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id),
	CONSTRAINT fk_activity_decision_id_decision FOREIGN KEY(decision_id) REFERENCES decision (id)
);

CREATE INDEX ix_activity_agreement_id ON activity (agreement_id);

CREATE TABLE activity_plan (
	group_id INTEGER NOT NULL,
	period TEXT NOT NULL,
	adopted_on DATE,
	decision_id INTEGER,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_activity_plan_group_id_collaboration_group FOREIGN KEY(group_id) REFERENCES collaboration_group (id),
	CONSTRAINT fk_activity_plan_decision_id_decision FOREIGN KEY(decision_id) REFERENCES decision (id)
);

CREATE INDEX ix_activity_plan_group_id ON activity_plan (group_id);

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
	standing_topic TEXT NOT NULL,
	area_id INTEGER,
	consent_on DATE,
	consent_kept TEXT NOT NULL,
	commission_id INTEGER,
	deviation_id INTEGER,
	matter_id INTEGER,
	board_matter_id INTEGER,
	parent_id INTEGER,
	carried_from_id INTEGER,
	carries_over BOOLEAN NOT NULL,
	used_minutes INTEGER,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_agenda_item_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id),
	CONSTRAINT fk_agenda_item_area_id_area FOREIGN KEY(area_id) REFERENCES area (id),
	CONSTRAINT fk_agenda_item_commission_id_commission FOREIGN KEY(commission_id) REFERENCES commission (id),
	CONSTRAINT fk_agenda_item_deviation_id_deviation FOREIGN KEY(deviation_id) REFERENCES deviation (id),
	CONSTRAINT fk_agenda_item_matter_id_matter FOREIGN KEY(matter_id) REFERENCES matter (id),
	CONSTRAINT fk_agenda_item_board_matter_id_board_matter FOREIGN KEY(board_matter_id) REFERENCES board_matter (id),
	CONSTRAINT fk_agenda_item_parent_id_agenda_item FOREIGN KEY(parent_id) REFERENCES agenda_item (id),
	CONSTRAINT fk_agenda_item_carried_from_id_agenda_item FOREIGN KEY(carried_from_id) REFERENCES agenda_item (id)
);

CREATE INDEX ix_agenda_item_meeting_id ON agenda_item (meeting_id);

CREATE TABLE agenda_template (
	group_id INTEGER NOT NULL,
	name TEXT NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_agenda_template_group_id_collaboration_group FOREIGN KEY(group_id) REFERENCES collaboration_group (id)
);

CREATE INDEX ix_agenda_template_group_id ON agenda_template (group_id);

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
	words JSON NOT NULL,
	ended_on DATE,
	evaluation_begun_on DATE,
	evaluated_on DATE,
	evaluation_outcome VARCHAR(32),
	evaluation_text TEXT NOT NULL,
	file_pattern TEXT NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
);

CREATE TABLE agreement_event (
	agreement_id INTEGER NOT NULL,
	kind VARCHAR(32) NOT NULL,
	day DATE NOT NULL,
	reason TEXT NOT NULL,
	ends_before DATE,
	ends_after DATE,
	evaluation_begun_on DATE,
	evaluated_on DATE,
	evaluation_outcome VARCHAR(32),
	evaluation_text TEXT NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_agreement_event_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id)
);

CREATE INDEX ix_agreement_event_agreement_id ON agreement_event (agreement_id);

CREATE TABLE agreement_version (
	agreement_id INTEGER NOT NULL,
	number INTEGER NOT NULL,
	since DATE NOT NULL,
	reason TEXT NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_agreement_version_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id)
);

CREATE INDEX ix_agreement_version_agreement_id ON agreement_version (agreement_id);

CREATE TABLE area (
	agreement_id INTEGER NOT NULL,
	kind VARCHAR(32) NOT NULL,
	"key" TEXT NOT NULL,
	position INTEGER NOT NULL,
	name TEXT NOT NULL,
	note TEXT NOT NULL,
	documented BOOLEAN NOT NULL,
	policy VARCHAR(32),
	since DATE,
	until DATE,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_area_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id)
);

CREATE INDEX ix_area_agreement_id ON area (agreement_id);

CREATE TABLE attachment (
	item_id INTEGER,
	matter_id INTEGER,
	title TEXT NOT NULL,
	state VARCHAR(32) NOT NULL,
	file_name TEXT NOT NULL,
	sha256 TEXT NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_attachment_item_id_agenda_item FOREIGN KEY(item_id) REFERENCES agenda_item (id),
	CONSTRAINT fk_attachment_matter_id_matter FOREIGN KEY(matter_id) REFERENCES matter (id)
);

CREATE INDEX ix_attachment_item_id ON attachment (item_id);

CREATE INDEX ix_attachment_matter_id ON attachment (matter_id);

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
	headcount INTEGER,
	note TEXT NOT NULL,
	substitute TEXT NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_attendance_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id),
	CONSTRAINT fk_attendance_seat_id_seat FOREIGN KEY(seat_id) REFERENCES seat (id),
	CONSTRAINT fk_attendance_from_item_id_agenda_item FOREIGN KEY(from_item_id) REFERENCES agenda_item (id),
	CONSTRAINT fk_attendance_to_item_id_agenda_item FOREIGN KEY(to_item_id) REFERENCES agenda_item (id)
);

CREATE INDEX ix_attendance_meeting_id ON attendance (meeting_id);

CREATE TABLE board_matter (
	agreement_id INTEGER NOT NULL,
	subject VARCHAR(32) NOT NULL,
	title TEXT NOT NULL,
	period TEXT NOT NULL,
	case_number TEXT NOT NULL,
	statement TEXT NOT NULL,
	clauses JSON NOT NULL,
	enclosures JSON NOT NULL,
	distribution JSON NOT NULL,
	answers TEXT NOT NULL,
	earlier JSON NOT NULL,
	opened_on DATE NOT NULL,
	negotiation VARCHAR(32),
	negotiated_on DATE,
	negotiated_with TEXT NOT NULL,
	negotiated_agreed BOOLEAN,
	planning_meeting_id INTEGER,
	decision_id INTEGER,
	meeting_id INTEGER,
	signing_by TEXT NOT NULL,
	signed_on DATE,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_board_matter_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id),
	CONSTRAINT fk_board_matter_planning_meeting_id_meeting FOREIGN KEY(planning_meeting_id) REFERENCES meeting (id),
	CONSTRAINT fk_board_matter_decision_id_decision FOREIGN KEY(decision_id) REFERENCES decision (id),
	CONSTRAINT fk_board_matter_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id)
);

CREATE INDEX ix_board_matter_agreement_id ON board_matter (agreement_id);

CREATE TABLE board_report (
	matter_id INTEGER NOT NULL,
	board TEXT NOT NULL,
	instance VARCHAR(32) NOT NULL,
	clause INTEGER,
	reported_on DATE,
	paragraph TEXT NOT NULL,
	page TEXT NOT NULL,
	outcome VARCHAR(32),
	text TEXT NOT NULL,
	delegation TEXT NOT NULL,
	rider TEXT NOT NULL,
	attested_on DATE,
	notice_up_on DATE,
	notice_down_on DATE,
	distributed_on DATE,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_board_report_matter_id_board_matter FOREIGN KEY(matter_id) REFERENCES board_matter (id)
);

CREATE INDEX ix_board_report_matter_id ON board_report (matter_id);

CREATE TABLE clause (
	agreement_id INTEGER NOT NULL,
	version_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	reference TEXT NOT NULL,
	heading TEXT NOT NULL,
	text TEXT NOT NULL,
	locked BOOLEAN NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_clause_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id),
	CONSTRAINT fk_clause_version_id_agreement_version FOREIGN KEY(version_id) REFERENCES agreement_version (id)
);

CREATE INDEX ix_clause_agreement_id ON clause (agreement_id);

CREATE INDEX ix_clause_version_id ON clause (version_id);

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
	purpose TEXT NOT NULL,
	target TEXT NOT NULL,
	division TEXT NOT NULL,
	costs TEXT NOT NULL,
	created_on DATE,
	closed_on DATE,
	numbering VARCHAR(32) NOT NULL,
	number_prefix TEXT NOT NULL,
	number_start INTEGER NOT NULL,
	sub_numbers BOOLEAN NOT NULL,
	approval VARCHAR(32) NOT NULL,
	record_form VARCHAR(32) NOT NULL,
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
	commitment_id INTEGER,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_commission_group_id_collaboration_group FOREIGN KEY(group_id) REFERENCES collaboration_group (id),
	CONSTRAINT fk_commission_decision_id_decision FOREIGN KEY(decision_id) REFERENCES decision (id),
	CONSTRAINT fk_commission_work_group_id_collaboration_group FOREIGN KEY(work_group_id) REFERENCES collaboration_group (id),
	CONSTRAINT fk_commission_approval_decision_id_decision FOREIGN KEY(approval_decision_id) REFERENCES decision (id),
	CONSTRAINT fk_commission_commitment_id_commitment FOREIGN KEY(commitment_id) REFERENCES commitment (id)
);

CREATE INDEX ix_commission_commitment_id ON commission (commitment_id);

CREATE INDEX ix_commission_group_id ON commission (group_id);

CREATE TABLE commission_due (
	commission_id INTEGER NOT NULL,
	kind VARCHAR(32) NOT NULL,
	due DATE NOT NULL,
	words TEXT NOT NULL,
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

CREATE TABLE commitment (
	agreement_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	title TEXT NOT NULL,
	strategy_id INTEGER,
	responsible TEXT NOT NULL,
	due DATE,
	carried_out_on DATE,
	followed_up_on DATE,
	analysed_on DATE,
	acted_on DATE,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_commitment_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id),
	CONSTRAINT fk_commitment_strategy_id_strategy FOREIGN KEY(strategy_id) REFERENCES strategy (id)
);

CREATE INDEX ix_commitment_agreement_id ON commitment (agreement_id);

CREATE TABLE coverage_entry (
	agreement_id INTEGER NOT NULL,
	name TEXT NOT NULL,
	form VARCHAR(32) NOT NULL,
	organiser VARCHAR(32) NOT NULL,
	area_id INTEGER,
	agreed_on DATE,
	until DATE,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_coverage_entry_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id),
	CONSTRAINT fk_coverage_entry_area_id_area FOREIGN KEY(area_id) REFERENCES area (id)
);

CREATE INDEX ix_coverage_entry_agreement_id ON coverage_entry (agreement_id);

CREATE TABLE decision (
	meeting_id INTEGER NOT NULL,
	item_id INTEGER NOT NULL,
	sequence INTEGER NOT NULL,
	number TEXT NOT NULL,
	kind VARCHAR(32) NOT NULL,
	text TEXT NOT NULL,
	responsible TEXT NOT NULL,
	superseded_by_id INTEGER,
	superseded_as VARCHAR(32),
	proposal TEXT NOT NULL,
	due DATE,
	due_words TEXT NOT NULL,
	distribution JSON NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_decision_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id),
	CONSTRAINT fk_decision_item_id_agenda_item FOREIGN KEY(item_id) REFERENCES agenda_item (id),
	CONSTRAINT fk_decision_superseded_by_id_decision FOREIGN KEY(superseded_by_id) REFERENCES decision (id)
);

CREATE INDEX ix_decision_item_id ON decision (item_id);

CREATE INDEX ix_decision_meeting_id ON decision (meeting_id);

CREATE TABLE delivery (
	distribution_id INTEGER NOT NULL,
	function TEXT NOT NULL,
	address TEXT NOT NULL,
	receipt VARCHAR(32) NOT NULL,
	outcome VARCHAR(32) NOT NULL,
	detail TEXT NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_delivery_distribution_id_distribution FOREIGN KEY(distribution_id) REFERENCES distribution (id)
);

CREATE INDEX ix_delivery_distribution_id ON delivery (distribution_id);

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

CREATE TABLE direction (
	superior_id INTEGER NOT NULL,
	group_id INTEGER NOT NULL,
	given_on DATE NOT NULL,
	text TEXT NOT NULL,
	decision_id INTEGER,
	matter_id INTEGER,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_direction_superior_id_collaboration_group FOREIGN KEY(superior_id) REFERENCES collaboration_group (id),
	CONSTRAINT fk_direction_group_id_collaboration_group FOREIGN KEY(group_id) REFERENCES collaboration_group (id),
	CONSTRAINT fk_direction_decision_id_decision FOREIGN KEY(decision_id) REFERENCES decision (id),
	CONSTRAINT fk_direction_matter_id_matter FOREIGN KEY(matter_id) REFERENCES matter (id)
);

CREATE INDEX ix_direction_group_id ON direction (group_id);

CREATE INDEX ix_direction_superior_id ON direction (superior_id);

CREATE TABLE dissemination (
	routine_id INTEGER NOT NULL,
	unit_id INTEGER NOT NULL,
	made_known_on DATE NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_dissemination_routine_id_routine FOREIGN KEY(routine_id) REFERENCES routine (id),
	CONSTRAINT fk_dissemination_unit_id_unit FOREIGN KEY(unit_id) REFERENCES unit (id)
);

CREATE INDEX ix_dissemination_routine_id ON dissemination (routine_id);

CREATE TABLE distribution (
	meeting_id INTEGER NOT NULL,
	document VARCHAR(32) NOT NULL,
	sent_at DATETIME NOT NULL,
	sender TEXT NOT NULL,
	recipients JSON NOT NULL,
	file_name TEXT NOT NULL,
	sha256 TEXT NOT NULL,
	way VARCHAR(32) NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_distribution_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id)
);

CREATE INDEX ix_distribution_meeting_id ON distribution (meeting_id);

CREATE TABLE expected_result (
	agreement_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	horizon VARCHAR(32) NOT NULL,
	text TEXT NOT NULL,
	board TEXT NOT NULL,
	stated_on DATE,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_expected_result_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id)
);

CREATE INDEX ix_expected_result_agreement_id ON expected_result (agreement_id);

CREATE TABLE exported_file (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	path TEXT NOT NULL,
	sha256 TEXT NOT NULL,
	written_at DATETIME NOT NULL,
	document VARCHAR(32) NOT NULL,
	format TEXT NOT NULL,
	agreement_id INTEGER,
	subject JSON NOT NULL,
	content TEXT NOT NULL,
	entry_id INTEGER NOT NULL
);

CREATE INDEX ix_exported_file_agreement_id ON exported_file (agreement_id);

CREATE INDEX ix_exported_file_path ON exported_file (path);

CREATE TABLE follow_up (
	agreement_id INTEGER NOT NULL,
	period TEXT NOT NULL,
	judgement TEXT NOT NULL,
	undocumented INTEGER,
	underreporting TEXT NOT NULL,
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

CREATE TABLE group_superior (
	group_id INTEGER NOT NULL,
	superior_id INTEGER NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_group_superior_group_id_collaboration_group FOREIGN KEY(group_id) REFERENCES collaboration_group (id),
	CONSTRAINT fk_group_superior_superior_id_collaboration_group FOREIGN KEY(superior_id) REFERENCES collaboration_group (id)
);

CREATE INDEX ix_group_superior_group_id ON group_superior (group_id);

CREATE INDEX ix_group_superior_superior_id ON group_superior (superior_id);

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

CREATE TABLE indicator (
	agreement_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	name TEXT NOT NULL,
	definition TEXT NOT NULL,
	unit TEXT NOT NULL,
	source TEXT NOT NULL,
	target DOUBLE,
	on_trial BOOLEAN NOT NULL,
	since DATE,
	until DATE,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_indicator_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id)
);

CREATE INDEX ix_indicator_agreement_id ON indicator (agreement_id);

CREATE TABLE item_opening (
	id INTEGER NOT NULL,
	meeting_id INTEGER NOT NULL,
	item_id INTEGER,
	at DATETIME NOT NULL,
	CONSTRAINT pk_item_opening PRIMARY KEY (id)
);

CREATE INDEX ix_item_opening_meeting_id ON item_opening (meeting_id);

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
	author TEXT NOT NULL,
	undone BOOLEAN NOT NULL,
	discarded BOOLEAN NOT NULL
);

CREATE TABLE legal_reference (
	agreement_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	title TEXT NOT NULL,
	repealed_on DATE,
	replaced_by TEXT NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_legal_reference_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id)
);

CREATE INDEX ix_legal_reference_agreement_id ON legal_reference (agreement_id);

CREATE TABLE level_report (
	group_id INTEGER NOT NULL,
	superior_id INTEGER NOT NULL,
	reported_on DATE NOT NULL,
	text TEXT NOT NULL,
	meeting_id INTEGER,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_level_report_group_id_collaboration_group FOREIGN KEY(group_id) REFERENCES collaboration_group (id),
	CONSTRAINT fk_level_report_superior_id_collaboration_group FOREIGN KEY(superior_id) REFERENCES collaboration_group (id),
	CONSTRAINT fk_level_report_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id)
);

CREATE INDEX ix_level_report_group_id ON level_report (group_id);

CREATE INDEX ix_level_report_superior_id ON level_report (superior_id);

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

CREATE TABLE measurement (
	indicator_id INTEGER NOT NULL,
	period TEXT NOT NULL,
	value DOUBLE NOT NULL,
	measured_on DATE NOT NULL,
	note TEXT NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_measurement_indicator_id_indicator FOREIGN KEY(indicator_id) REFERENCES indicator (id)
);

CREATE INDEX ix_measurement_indicator_id ON measurement (indicator_id);

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
	area_id INTEGER,
	begun_at DATETIME,
	closed_at DATETIME,
	calendar_uid TEXT NOT NULL,
	calendar_sequence INTEGER NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_meeting_group_id_collaboration_group FOREIGN KEY(group_id) REFERENCES collaboration_group (id),
	CONSTRAINT fk_meeting_initiator_seat_id_seat FOREIGN KEY(initiator_seat_id) REFERENCES seat (id),
	CONSTRAINT fk_meeting_leader_seat_id_seat FOREIGN KEY(leader_seat_id) REFERENCES seat (id),
	CONSTRAINT fk_meeting_recorder_seat_id_seat FOREIGN KEY(recorder_seat_id) REFERENCES seat (id),
	CONSTRAINT fk_meeting_area_id_area FOREIGN KEY(area_id) REFERENCES area (id)
);

CREATE INDEX ix_meeting_group_id ON meeting (group_id);

CREATE TABLE minutes_approval (
	meeting_id INTEGER NOT NULL,
	seat_id INTEGER NOT NULL,
	name TEXT NOT NULL,
	approved_on DATE,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_minutes_approval_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id),
	CONSTRAINT fk_minutes_approval_seat_id_seat FOREIGN KEY(seat_id) REFERENCES seat (id)
);

CREATE INDEX ix_minutes_approval_meeting_id ON minutes_approval (meeting_id);

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
	grade VARCHAR(32) NOT NULL,
	parameters JSON NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_obligation_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id),
	CONSTRAINT fk_obligation_clause_id_clause FOREIGN KEY(clause_id) REFERENCES clause (id)
);

CREATE INDEX ix_obligation_agreement_id ON obligation (agreement_id);

CREATE TABLE official_report (
	board_matter_id INTEGER NOT NULL,
	handler TEXT NOT NULL,
	contact TEXT NOT NULL,
	dated DATE,
	summary TEXT NOT NULL,
	preparation TEXT NOT NULL,
	background TEXT NOT NULL,
	analysis TEXT NOT NULL,
	conclusion TEXT NOT NULL,
	basis JSON NOT NULL,
	children TEXT NOT NULL,
	signatories JSON NOT NULL,
	proposal_last BOOLEAN NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_official_report_board_matter_id_board_matter FOREIGN KEY(board_matter_id) REFERENCES board_matter (id)
);

CREATE INDEX ix_official_report_board_matter_id ON official_report (board_matter_id);

CREATE TABLE official_report_variant (
	board_matter_id INTEGER NOT NULL,
	board TEXT NOT NULL,
	case_number TEXT NOT NULL,
	clauses JSON NOT NULL,
	left_out BOOLEAN NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_official_report_variant_board_matter_id_board_matter FOREIGN KEY(board_matter_id) REFERENCES board_matter (id)
);

CREATE INDEX ix_official_report_variant_board_matter_id ON official_report_variant (board_matter_id);

CREATE TABLE party (
	agreement_id INTEGER NOT NULL,
	"key" TEXT NOT NULL,
	position INTEGER NOT NULL,
	name TEXT NOT NULL,
	kind VARCHAR(32) NOT NULL,
	signs BOOLEAN NOT NULL,
	board TEXT NOT NULL,
	signatory TEXT NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_party_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id)
);

CREATE INDEX ix_party_agreement_id ON party (agreement_id);

CREATE TABLE phrase (
	"key" TEXT NOT NULL,
	text TEXT NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
);

CREATE TABLE planned_activity (
	plan_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	title TEXT NOT NULL,
	strategy_id INTEGER,
	responsible TEXT NOT NULL,
	due DATE,
	done_on DATE,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_planned_activity_plan_id_activity_plan FOREIGN KEY(plan_id) REFERENCES activity_plan (id),
	CONSTRAINT fk_planned_activity_strategy_id_strategy FOREIGN KEY(strategy_id) REFERENCES strategy (id)
);

CREATE INDEX ix_planned_activity_plan_id ON planned_activity (plan_id);

CREATE TABLE protocol (
	meeting_id INTEGER NOT NULL,
	first_page INTEGER,
	attestation_place TEXT NOT NULL,
	attestation_day DATE,
	attestation_time TIME,
	notice_up_on DATE,
	notice_down_on DATE,
	kept_at TEXT NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_protocol_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id)
);

CREATE INDEX ix_protocol_meeting_id ON protocol (meeting_id);

CREATE TABLE related_agreement (
	agreement_id INTEGER NOT NULL,
	title TEXT NOT NULL,
	note TEXT NOT NULL,
	parties TEXT NOT NULL,
	level TEXT NOT NULL,
	excluded BOOLEAN NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_related_agreement_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id)
);

CREATE INDEX ix_related_agreement_agreement_id ON related_agreement (agreement_id);

CREATE TABLE renegotiation_request (
	agreement_id INTEGER NOT NULL,
	party_id INTEGER NOT NULL,
	requested_on DATE NOT NULL,
	reason TEXT NOT NULL,
	closed_on DATE,
	outcome VARCHAR(32),
	note TEXT NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_renegotiation_request_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id),
	CONSTRAINT fk_renegotiation_request_party_id_party FOREIGN KEY(party_id) REFERENCES party (id)
);

CREATE INDEX ix_renegotiation_request_agreement_id ON renegotiation_request (agreement_id);

CREATE TABLE retention (
	agreement_id INTEGER NOT NULL,
	kind VARCHAR(32) NOT NULL,
	rule VARCHAR(32) NOT NULL,
	years INTEGER,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_retention_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id)
);

CREATE INDEX ix_retention_agreement_id ON retention (agreement_id);

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
	number INTEGER,
	title TEXT NOT NULL,
	owner TEXT NOT NULL,
	area_id INTEGER,
	decision_id INTEGER,
	due DATE,
	due_words TEXT NOT NULL,
	presented_on DATE,
	version TEXT NOT NULL,
	updated_on DATE,
	review_by DATE,
	reviewed_on DATE,
	known_by DATE,
	made_known_on DATE,
	withdrawn_on DATE,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_routine_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id),
	CONSTRAINT fk_routine_area_id_area FOREIGN KEY(area_id) REFERENCES area (id),
	CONSTRAINT fk_routine_decision_id_decision FOREIGN KEY(decision_id) REFERENCES decision (id)
);

CREATE INDEX ix_routine_agreement_id ON routine (agreement_id);

CREATE TABLE routine_step (
	routine_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	activity TEXT NOT NULL,
	responsible TEXT NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_routine_step_routine_id_routine FOREIGN KEY(routine_id) REFERENCES routine (id)
);

CREATE INDEX ix_routine_step_routine_id ON routine_step (routine_id);

CREATE TABLE school_break (
	agreement_id INTEGER NOT NULL,
	title TEXT NOT NULL,
	starts DATE NOT NULL,
	ends DATE NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_school_break_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id)
);

CREATE INDEX ix_school_break_agreement_id ON school_break (agreement_id);

CREATE TABLE seat (
	group_id INTEGER NOT NULL,
	party_id INTEGER NOT NULL,
	"key" TEXT NOT NULL,
	position INTEGER NOT NULL,
	function TEXT NOT NULL,
	short_name TEXT NOT NULL,
	attendance VARCHAR(32) NOT NULL,
	grade VARCHAR(32) NOT NULL,
	collective BOOLEAN NOT NULL,
	size INTEGER,
	deputy_for_id INTEGER,
	ex_officio TEXT NOT NULL,
	receipt VARCHAR(32),
	since DATE,
	until DATE,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_seat_group_id_collaboration_group FOREIGN KEY(group_id) REFERENCES collaboration_group (id),
	CONSTRAINT fk_seat_party_id_party FOREIGN KEY(party_id) REFERENCES party (id),
	CONSTRAINT fk_seat_deputy_for_id_seat FOREIGN KEY(deputy_for_id) REFERENCES seat (id)
);

CREATE INDEX ix_seat_group_id ON seat (group_id);

CREATE TABLE skipped_item (
	meeting_id INTEGER NOT NULL,
	origin VARCHAR(32) NOT NULL,
	source TEXT NOT NULL,
	heading TEXT NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_skipped_item_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id)
);

CREATE INDEX ix_skipped_item_meeting_id ON skipped_item (meeting_id);

CREATE TABLE strategy (
	agreement_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	title TEXT NOT NULL,
	text TEXT NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_strategy_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id)
);

CREATE INDEX ix_strategy_agreement_id ON strategy (agreement_id);

CREATE TABLE task (
	item_id INTEGER NOT NULL,
	text TEXT NOT NULL,
	responsible TEXT NOT NULL,
	due DATE,
	due_words TEXT NOT NULL,
	done_on DATE,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_task_item_id_agenda_item FOREIGN KEY(item_id) REFERENCES agenda_item (id)
);

CREATE INDEX ix_task_item_id ON task (item_id);

CREATE TABLE template_item (
	template_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	sub BOOLEAN NOT NULL,
	heading TEXT NOT NULL,
	category VARCHAR(32) NOT NULL,
	kind VARCHAR(32) NOT NULL,
	presenter TEXT NOT NULL,
	minutes INTEGER,
	proposal TEXT NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_template_item_template_id_agenda_template FOREIGN KEY(template_id) REFERENCES agenda_template (id)
);

CREATE INDEX ix_template_item_template_id ON template_item (template_id);

CREATE TABLE unit (
	party_id INTEGER NOT NULL,
	name TEXT NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_unit_party_id_party FOREIGN KEY(party_id) REFERENCES party (id)
);

CREATE INDEX ix_unit_party_id ON unit (party_id);

CREATE TABLE waiver (
	meeting_id INTEGER NOT NULL,
	"check" TEXT NOT NULL,
	place TEXT NOT NULL,
	reason TEXT NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_waiver_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id)
);

CREATE INDEX ix_waiver_meeting_id ON waiver (meeting_id);

CREATE TABLE word_template (
	agreement_id INTEGER NOT NULL,
	document VARCHAR(32),
	file_name TEXT NOT NULL,
	sha256 TEXT NOT NULL,
	since DATE NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	CONSTRAINT fk_word_template_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id)
);

CREATE INDEX ix_word_template_agreement_id ON word_template (agreement_id);

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
