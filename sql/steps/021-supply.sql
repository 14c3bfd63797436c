-- Pipelines and practice educators: routes, partners, cohorts, learners and their steps, placements, educators.
-- Money and parts are millionths. Codes are left to the program, since the lists may grow.

-- A way into social work, from a day on. Odds are parts of one.
CREATE TABLE route (
	authority TEXT NOT NULL CHECK (authority <> ''),
	id BIGINT NOT NULL CHECK (id >= 1),
	version BIGINT NOT NULL CHECK (version >= 1),
	ref TEXT NOT NULL CHECK (ref <> ''),
	from_day DATE NOT NULL,
	to_day DATE NOT NULL,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	months BIGINT CHECK (months BETWEEN 0 AND 120),
	placement_days BIGINT CHECK (placement_days BETWEEN 0 AND 400),
	year_cost BIGINT CHECK (year_cost BETWEEN 0 AND 1000000000000),
	bursary BIGINT CHECK (bursary BETWEEN 0 AND 1000000000000),
	funding_rule TEXT,
	funding_until DATE,
	completes BIGINT CHECK (completes BETWEEN 0 AND 1000000),
	completes_low BIGINT CHECK (completes_low BETWEEN 0 AND 1000000),
	completes_high BIGINT CHECK (completes_high BETWEEN 0 AND 1000000),
	completes_grade TEXT,
	completes_source TEXT,
	takes_post BIGINT CHECK (takes_post BETWEEN 0 AND 1000000),
	takes_post_low BIGINT CHECK (takes_post_low BETWEEN 0 AND 1000000),
	takes_post_high BIGINT CHECK (takes_post_high BETWEEN 0 AND 1000000),
	takes_post_grade TEXT,
	takes_post_source TEXT,
	source TEXT,
	--sqlite CHECK (date(from_day, '+0 days') IS from_day),
	--sqlite CHECK (date(to_day, '+0 days') IS to_day),
	--sqlite CHECK (date(funding_until, '+0 days') IS funding_until),
	CHECK (from_day <= to_day),
	--postgres EXCLUDE USING gist (hashtextextended(ref, 0) WITH =,
	--postgres   daterange(from_day, to_day, '[]') WITH &&, ref WITH =, authority WITH =),
	UNIQUE (authority, ref, from_day),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );
--sqlite CREATE TRIGGER route_overlap_added BEFORE INSERT ON route WHEN EXISTS
--sqlite   (SELECT 1 FROM route WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one route overlap'); END;
--sqlite CREATE TRIGGER route_overlap_altered BEFORE UPDATE ON route WHEN EXISTS
--sqlite   (SELECT 1 FROM route WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one route overlap'); END;

-- Whom learners come from.
CREATE TABLE partner (
	authority TEXT NOT NULL CHECK (authority <> ''),
	id BIGINT NOT NULL CHECK (id >= 1),
	version BIGINT NOT NULL CHECK (version >= 1),
	ref TEXT NOT NULL CHECK (ref <> ''),
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	since DATE,
	until DATE,
	note TEXT,
	--sqlite CHECK (date(since, '+0 days') IS since),
	--sqlite CHECK (date(until, '+0 days') IS until),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- One intake of a route.
CREATE TABLE cohort (
	authority TEXT NOT NULL CHECK (authority <> ''),
	id BIGINT NOT NULL CHECK (id >= 1),
	version BIGINT NOT NULL CHECK (version >= 1),
	ref TEXT NOT NULL CHECK (ref <> ''),
	route TEXT NOT NULL,
	partner TEXT,
	name TEXT NOT NULL,
	starts_on DATE NOT NULL,
	expected_on DATE,
	places BIGINT CHECK (places BETWEEN 0 AND 200),
	unit TEXT,
	backfill BIGINT CHECK (backfill BETWEEN 0 AND 10000000000000),
	tie_in_months BIGINT CHECK (tie_in_months BETWEEN 0 AND 120),
	completes BIGINT CHECK (completes BETWEEN 0 AND 1000000),
	completes_low BIGINT CHECK (completes_low BETWEEN 0 AND 1000000),
	completes_high BIGINT CHECK (completes_high BETWEEN 0 AND 1000000),
	completes_grade TEXT,
	completes_source TEXT,
	takes_post BIGINT CHECK (takes_post BETWEEN 0 AND 1000000),
	takes_post_low BIGINT CHECK (takes_post_low BETWEEN 0 AND 1000000),
	takes_post_high BIGINT CHECK (takes_post_high BETWEEN 0 AND 1000000),
	takes_post_grade TEXT,
	takes_post_source TEXT,
	note TEXT,
	--sqlite CHECK (date(starts_on, '+0 days') IS starts_on),
	--sqlite CHECK (date(expected_on, '+0 days') IS expected_on),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- Somebody in a cohort. Texts may have to be emptied.
CREATE TABLE learner (
	authority TEXT NOT NULL CHECK (authority <> ''),
	id BIGINT NOT NULL CHECK (id >= 1),
	version BIGINT NOT NULL CHECK (version >= 1),
	ref TEXT NOT NULL CHECK (ref <> ''),
	cohort TEXT NOT NULL,
	unit TEXT,
	given_names TEXT,
	family_name TEXT,
	colleague TEXT,
	candidate TEXT,
	educator TEXT,
	known_on DATE NOT NULL,
	expected_on DATE,
	tie_in_until DATE,
	local_link TEXT,
	registered_on DATE,
	certificate_until DATE,
	visa_until DATE,
	arrives_on DATE,
	post_offered TEXT,
	spell TEXT,
	keep_in_touch TEXT,
	remove_on DATE,
	removed_on DATE,
	note TEXT,
	--sqlite CHECK (date(known_on, '+0 days') IS known_on),
	--sqlite CHECK (date(expected_on, '+0 days') IS expected_on),
	--sqlite CHECK (date(tie_in_until, '+0 days') IS tie_in_until),
	--sqlite CHECK (date(registered_on, '+0 days') IS registered_on),
	--sqlite CHECK (date(certificate_until, '+0 days') IS certificate_until),
	--sqlite CHECK (date(visa_until, '+0 days') IS visa_until),
	--sqlite CHECK (date(arrives_on, '+0 days') IS arrives_on),
	--sqlite CHECK (date(remove_on, '+0 days') IS remove_on),
	--sqlite CHECK (date(removed_on, '+0 days') IS removed_on),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- One step of a learner, on a day.
CREATE TABLE learner_step (
	authority TEXT NOT NULL CHECK (authority <> ''),
	id BIGINT NOT NULL CHECK (id >= 1),
	version BIGINT NOT NULL CHECK (version >= 1),
	ref TEXT NOT NULL CHECK (ref <> ''),
	learner TEXT NOT NULL,
	move TEXT NOT NULL,
	held_on DATE NOT NULL,
	turn BIGINT NOT NULL CHECK (turn BETWEEN 0 AND 1000),
	reason TEXT,
	note TEXT,
	made_by TEXT,
	--sqlite CHECK (date(held_on, '+0 days') IS held_on),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- A learner's days in a unit.
CREATE TABLE placement (
	authority TEXT NOT NULL CHECK (authority <> ''),
	id BIGINT NOT NULL CHECK (id >= 1),
	version BIGINT NOT NULL CHECK (version >= 1),
	ref TEXT NOT NULL CHECK (ref <> ''),
	learner TEXT NOT NULL,
	unit TEXT NOT NULL,
	educator TEXT,
	kind TEXT NOT NULL,
	starts_on DATE NOT NULL,
	ends_on DATE NOT NULL,
	days BIGINT CHECK (days BETWEEN 0 AND 400),
	outcome TEXT,
	--sqlite CHECK (date(starts_on, '+0 days') IS starts_on),
	--sqlite CHECK (date(ends_on, '+0 days') IS ends_on),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- A practice educator's days.
CREATE TABLE educator (
	authority TEXT NOT NULL CHECK (authority <> ''),
	id BIGINT NOT NULL CHECK (id >= 1),
	version BIGINT NOT NULL CHECK (version >= 1),
	ref TEXT NOT NULL CHECK (ref <> ''),
	person TEXT NOT NULL,
	agreed_by TEXT,
	agreed_on DATE,
	enrolled_1 DATE,
	awarded_1 DATE,
	enrolled_2 DATE,
	awarded_2 DATE,
	refreshed_on DATE,
	students BIGINT CHECK (students BETWEEN 0 AND 10),
	stopped_on DATE,
	--sqlite CHECK (date(agreed_on, '+0 days') IS agreed_on),
	--sqlite CHECK (date(enrolled_1, '+0 days') IS enrolled_1),
	--sqlite CHECK (date(awarded_1, '+0 days') IS awarded_1),
	--sqlite CHECK (date(enrolled_2, '+0 days') IS enrolled_2),
	--sqlite CHECK (date(awarded_2, '+0 days') IS awarded_2),
	--sqlite CHECK (date(refreshed_on, '+0 days') IS refreshed_on),
	--sqlite CHECK (date(stopped_on, '+0 days') IS stopped_on),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- The number in a rule on practice educators, from a day on.
CREATE TABLE educator_rule (
	authority TEXT NOT NULL CHECK (authority <> ''),
	id BIGINT NOT NULL CHECK (id >= 1),
	version BIGINT NOT NULL CHECK (version >= 1),
	ref TEXT NOT NULL CHECK (ref <> ''),
	from_day DATE NOT NULL,
	to_day DATE NOT NULL,
	rule TEXT NOT NULL,
	number BIGINT NOT NULL CHECK (number BETWEEN 0 AND 1000),
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
--sqlite CREATE TRIGGER educator_rule_overlap_added BEFORE INSERT ON educator_rule WHEN EXISTS
--sqlite   (SELECT 1 FROM educator_rule WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one educator_rule overlap'); END;
--sqlite CREATE TRIGGER educator_rule_overlap_altered BEFORE UPDATE ON educator_rule WHEN EXISTS
--sqlite   (SELECT 1 FROM educator_rule WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one educator_rule overlap'); END;

-- Who came to a round by a pipeline.
ALTER TABLE application ADD COLUMN learner TEXT;
