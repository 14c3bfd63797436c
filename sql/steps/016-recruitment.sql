-- Recruitment: seats, campaigns, rounds, candidates and their applications, scores, checks, induction.
-- Numbers and money are millionths. Codes are left to the program, since the lists may grow.

-- A seat to be filled: asked for, looked at, decided.
CREATE TABLE requisition (
	authority TEXT NOT NULL CHECK (authority <> ''),
	id BIGINT NOT NULL CHECK (id >= 1),
	version BIGINT NOT NULL CHECK (version >= 1),
	ref TEXT NOT NULL CHECK (ref <> ''),
	post TEXT,
	ticket TEXT,
	unit TEXT NOT NULL,
	role TEXT NOT NULL,
	band TEXT,
	why TEXT NOT NULL,
	wanted_by DATE,
	redeployment TEXT,
	transfers TEXT,
	looked_on DATE,
	asked_by TEXT,
	asked_on DATE,
	withdrawn_on DATE,
	decision TEXT,
	decided_by TEXT,
	decided_on DATE,
	decision_why TEXT,
	round TEXT,
	advertised_on DATE,
	--sqlite CHECK (date(wanted_by, '+0 days') IS wanted_by),
	--sqlite CHECK (date(looked_on, '+0 days') IS looked_on),
	--sqlite CHECK (date(asked_on, '+0 days') IS asked_on),
	--sqlite CHECK (date(withdrawn_on, '+0 days') IS withdrawn_on),
	--sqlite CHECK (date(decided_on, '+0 days') IS decided_on),
	--sqlite CHECK (date(advertised_on, '+0 days') IS advertised_on),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- What is said to the world, and what came of it.
CREATE TABLE campaign (
	authority TEXT NOT NULL CHECK (authority <> ''),
	id BIGINT NOT NULL CHECK (id >= 1),
	version BIGINT NOT NULL CHECK (version >= 1),
	ref TEXT NOT NULL CHECK (ref <> ''),
	name TEXT NOT NULL,
	theme TEXT,
	supplier TEXT,
	band TEXT,
	role TEXT,
	wanted BIGINT CHECK (wanted BETWEEN 0 AND 1000),
	starts_on DATE NOT NULL,
	ends_on DATE,
	goal TEXT,
	closed_on DATE,
	closed_by TEXT,
	achieved TEXT,
	lessons TEXT,
	again TEXT,
	--sqlite CHECK (date(starts_on, '+0 days') IS starts_on),
	--sqlite CHECK (date(ends_on, '+0 days') IS ends_on),
	--sqlite CHECK (date(closed_on, '+0 days') IS closed_on),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- One channel of a campaign.
CREATE TABLE campaign_line (
	authority TEXT NOT NULL CHECK (authority <> ''),
	id BIGINT NOT NULL CHECK (id >= 1),
	version BIGINT NOT NULL CHECK (version >= 1),
	ref TEXT NOT NULL CHECK (ref <> ''),
	campaign TEXT NOT NULL,
	channel TEXT NOT NULL,
	theme TEXT,
	supplier TEXT,
	starts_on DATE NOT NULL,
	ends_on DATE,
	spend BIGINT CHECK (spend BETWEEN 0 AND 10000000000000),
	asset TEXT,
	reached BIGINT CHECK (reached BETWEEN 0 AND 100000000),
	contacts BIGINT CHECK (contacts BETWEEN 0 AND 1000000),
	note TEXT,
	--sqlite CHECK (date(starts_on, '+0 days') IS starts_on),
	--sqlite CHECK (date(ends_on, '+0 days') IS ends_on),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- Days, one panel, several seats; or an open advert.
CREATE TABLE hiring_round (
	authority TEXT NOT NULL CHECK (authority <> ''),
	id BIGINT NOT NULL CHECK (id >= 1),
	version BIGINT NOT NULL CHECK (version >= 1),
	ref TEXT NOT NULL CHECK (ref <> ''),
	number BIGINT CHECK (number BETWEEN 0 AND 1000),
	name TEXT NOT NULL,
	campaign TEXT,
	opens_on DATE NOT NULL,
	closes_on DATE,
	shortlist_by DATE,
	assess_on DATE,
	decide_by DATE,
	advert TEXT,
	anonymous TEXT NOT NULL,
	"public" TEXT NOT NULL,
	closed_on DATE,
	lessons TEXT,
	--sqlite CHECK (date(opens_on, '+0 days') IS opens_on),
	--sqlite CHECK (date(closes_on, '+0 days') IS closes_on),
	--sqlite CHECK (date(shortlist_by, '+0 days') IS shortlist_by),
	--sqlite CHECK (date(assess_on, '+0 days') IS assess_on),
	--sqlite CHECK (date(decide_by, '+0 days') IS decide_by),
	--sqlite CHECK (date(closed_on, '+0 days') IS closed_on),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- Who assesses in a round.
CREATE TABLE panel_member (
	authority TEXT NOT NULL CHECK (authority <> ''),
	id BIGINT NOT NULL CHECK (id >= 1),
	version BIGINT NOT NULL CHECK (version >= 1),
	ref TEXT NOT NULL CHECK (ref <> ''),
	round TEXT NOT NULL,
	name TEXT NOT NULL,
	colleague TEXT,
	account TEXT,
	part TEXT NOT NULL,
	trained_on DATE,
	left_on DATE,
	--sqlite CHECK (date(trained_on, '+0 days') IS trained_on),
	--sqlite CHECK (date(left_on, '+0 days') IS left_on),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- What applicants of a round are scored on.
CREATE TABLE criterion (
	authority TEXT NOT NULL CHECK (authority <> ''),
	id BIGINT NOT NULL CHECK (id >= 1),
	version BIGINT NOT NULL CHECK (version >= 1),
	ref TEXT NOT NULL CHECK (ref <> ''),
	round TEXT NOT NULL,
	role TEXT,
	part TEXT NOT NULL,
	name TEXT NOT NULL,
	most BIGINT NOT NULL CHECK (most BETWEEN 0 AND 100),
	needed BIGINT CHECK (needed BETWEEN 0 AND 100),
	place BIGINT CHECK (place BETWEEN 0 AND 100),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- One person over all their applications. Texts may have to be emptied.
CREATE TABLE candidate (
	authority TEXT NOT NULL CHECK (authority <> ''),
	id BIGINT NOT NULL CHECK (id >= 1),
	version BIGINT NOT NULL CHECK (version >= 1),
	ref TEXT NOT NULL CHECK (ref <> ''),
	given_names TEXT,
	family_name TEXT,
	email TEXT,
	phone TEXT,
	swe_number TEXT,
	local_link TEXT,
	colleague TEXT,
	keep_in_touch TEXT,
	remove_on DATE,
	removed_on DATE,
	sponsor_needed TEXT,
	adjustments TEXT,
	same_as TEXT,
	--sqlite CHECK (date(remove_on, '+0 days') IS remove_on),
	--sqlite CHECK (date(removed_on, '+0 days') IS removed_on),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- Kept apart from whoever chooses.
CREATE TABLE candidate_equality (
	authority TEXT NOT NULL CHECK (authority <> ''),
	id BIGINT NOT NULL CHECK (id >= 1),
	version BIGINT NOT NULL CHECK (version >= 1),
	ref TEXT NOT NULL CHECK (ref <> ''),
	application TEXT NOT NULL,
	ethnicity TEXT,
	sex TEXT,
	disability TEXT,
	age_band TEXT,
	religion TEXT,
	orientation TEXT,
	answered_on DATE NOT NULL,
	--sqlite CHECK (date(answered_on, '+0 days') IS answered_on),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- A candidate in a round, and the seat it led to.
CREATE TABLE application (
	authority TEXT NOT NULL CHECK (authority <> ''),
	id BIGINT NOT NULL CHECK (id >= 1),
	version BIGINT NOT NULL CHECK (version >= 1),
	ref TEXT NOT NULL CHECK (ref <> ''),
	candidate TEXT NOT NULL,
	round TEXT NOT NULL,
	role TEXT NOT NULL,
	band TEXT NOT NULL,
	received_on DATE NOT NULL,
	channel TEXT,
	line TEXT,
	referred_by TEXT,
	inside TEXT,
	statement TEXT,
	experience TEXT,
	qualified_on DATE,
	notice_weeks BIGINT CHECK (notice_weeks BETWEEN 0 AND 52),
	requisition TEXT,
	fte BIGINT CHECK (fte BETWEEN 0 AND 1000000),
	starts_on DATE,
	spell TEXT,
	probation_on DATE,
	feedback_on DATE,
	brought_as TEXT,
	--sqlite CHECK (date(received_on, '+0 days') IS received_on),
	--sqlite CHECK (date(qualified_on, '+0 days') IS qualified_on),
	--sqlite CHECK (date(starts_on, '+0 days') IS starts_on),
	--sqlite CHECK (date(probation_on, '+0 days') IS probation_on),
	--sqlite CHECK (date(feedback_on, '+0 days') IS feedback_on),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- One step of an application, on a day.
CREATE TABLE application_step (
	authority TEXT NOT NULL CHECK (authority <> ''),
	id BIGINT NOT NULL CHECK (id >= 1),
	version BIGINT NOT NULL CHECK (version >= 1),
	ref TEXT NOT NULL CHECK (ref <> ''),
	application TEXT NOT NULL,
	move TEXT NOT NULL,
	held_on DATE NOT NULL,
	turn BIGINT NOT NULL CHECK (turn BETWEEN 0 AND 1000),
	reason TEXT,
	note TEXT,
	due_on DATE,
	made_by TEXT,
	--sqlite CHECK (date(held_on, '+0 days') IS held_on),
	--sqlite CHECK (date(due_on, '+0 days') IS due_on),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- One assessor's, or what both agreed on.
CREATE TABLE score (
	authority TEXT NOT NULL CHECK (authority <> ''),
	id BIGINT NOT NULL CHECK (id >= 1),
	version BIGINT NOT NULL CHECK (version >= 1),
	ref TEXT NOT NULL CHECK (ref <> ''),
	application TEXT NOT NULL,
	criterion TEXT NOT NULL,
	assessor TEXT,
	score BIGINT NOT NULL CHECK (score BETWEEN 0 AND 100),
	note TEXT,
	scored_on DATE NOT NULL,
	handed_in TEXT NOT NULL,
	--sqlite CHECK (date(scored_on, '+0 days') IS scored_on),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- A check before somebody starts: days and states, never what it says.
CREATE TABLE vetting (
	authority TEXT NOT NULL CHECK (authority <> ''),
	id BIGINT NOT NULL CHECK (id >= 1),
	version BIGINT NOT NULL CHECK (version >= 1),
	ref TEXT NOT NULL CHECK (ref <> ''),
	application TEXT NOT NULL,
	kind TEXT NOT NULL,
	state TEXT NOT NULL,
	not_needed_why TEXT,
	owner TEXT,
	due_on DATE,
	requested_on DATE,
	chased_on DATE,
	received_on DATE,
	cleared_on DATE,
	expires_on DATE,
	seen_by TEXT,
	level TEXT,
	number TEXT,
	referee TEXT,
	referee_email TEXT,
	covers_from DATE,
	covers_to DATE,
	last_employer TEXT,
	--sqlite CHECK (date(due_on, '+0 days') IS due_on),
	--sqlite CHECK (date(requested_on, '+0 days') IS requested_on),
	--sqlite CHECK (date(chased_on, '+0 days') IS chased_on),
	--sqlite CHECK (date(received_on, '+0 days') IS received_on),
	--sqlite CHECK (date(cleared_on, '+0 days') IS cleared_on),
	--sqlite CHECK (date(expires_on, '+0 days') IS expires_on),
	--sqlite CHECK (date(covers_from, '+0 days') IS covers_from),
	--sqlite CHECK (date(covers_to, '+0 days') IS covers_to),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- What is done for whoever starts in a role.
CREATE TABLE induction_step (
	authority TEXT NOT NULL CHECK (authority <> ''),
	id BIGINT NOT NULL CHECK (id >= 1),
	version BIGINT NOT NULL CHECK (version >= 1),
	ref TEXT NOT NULL CHECK (ref <> ''),
	from_day DATE NOT NULL,
	to_day DATE NOT NULL,
	role TEXT,
	name TEXT NOT NULL,
	due_days BIGINT NOT NULL CHECK (due_days BETWEEN 0 AND 730),
	owner TEXT,
	source TEXT,
	--sqlite CHECK (date(from_day, '+0 days') IS from_day),
	--sqlite CHECK (date(to_day, '+0 days') IS to_day),
	CHECK (from_day <= to_day),
	--postgres EXCLUDE USING gist (hashtextextended(ref, 0) WITH =,
	--postgres   daterange(from_day, to_day, '[]') WITH &&, ref WITH =, authority WITH =),
	UNIQUE (authority, ref, from_day),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );
--sqlite CREATE TRIGGER induction_step_overlap_added BEFORE INSERT ON induction_step WHEN EXISTS
--sqlite   (SELECT 1 FROM induction_step WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one induction_step overlap'); END;
--sqlite CREATE TRIGGER induction_step_overlap_altered BEFORE UPDATE ON induction_step WHEN EXISTS
--sqlite   (SELECT 1 FROM induction_step WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one induction_step overlap'); END;

-- That it was done for one person, or is due.
CREATE TABLE induction (
	authority TEXT NOT NULL CHECK (authority <> ''),
	id BIGINT NOT NULL CHECK (id >= 1),
	version BIGINT NOT NULL CHECK (version >= 1),
	ref TEXT NOT NULL CHECK (ref <> ''),
	person TEXT NOT NULL,
	spell TEXT NOT NULL,
	name TEXT,
	owner TEXT,
	due_on DATE NOT NULL,
	done_on DATE,
	done_by TEXT,
	--sqlite CHECK (date(due_on, '+0 days') IS due_on),
	--sqlite CHECK (date(done_on, '+0 days') IS done_on),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );
