-- Agency use: what was asked for and decided, assignments with what their checks rest on, talk of permanent
-- posts; and the lists a council keeps for it: caps, numbers in the rules, job titles, items, costs, quarters.
-- Money is millionths of a pound. Codes are left to the program, since the guidance may grow them.

-- Agency for a post, or longer.
CREATE TABLE agency_request (
	authority    TEXT   NOT NULL CHECK (authority <> ''),
	id           BIGINT NOT NULL CHECK (id >= 1),
	version      BIGINT NOT NULL CHECK (version >= 1),
	ref          TEXT   NOT NULL CHECK (ref <> ''),
	post         TEXT   NOT NULL,
	unit         TEXT   NOT NULL,
	reason       TEXT   NOT NULL,
	why          TEXT   NOT NULL,
	options      TEXT,
	job_type     TEXT   NOT NULL,
	starts_on    DATE   NOT NULL,
	planned_end  DATE   NOT NULL,
	hours        BIGINT CHECK (hours BETWEEN 0 AND 60000000),
	extends      TEXT,
	asked_by     TEXT,
	asked_on     DATE,
	withdrawn_on DATE,
	--sqlite CHECK (date(starts_on, '+0 days') IS starts_on),
	--sqlite CHECK (date(planned_end, '+0 days') IS planned_end),
	--sqlite CHECK (date(asked_on, '+0 days') IS asked_on),
	--sqlite CHECK (date(withdrawn_on, '+0 days') IS withdrawn_on),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- What was decided of it; who signed a rate off.
CREATE TABLE agency_decision (
	authority  TEXT   NOT NULL CHECK (authority <> ''),
	id         BIGINT NOT NULL CHECK (id >= 1),
	version    BIGINT NOT NULL CHECK (version >= 1),
	ref        TEXT   NOT NULL CHECK (ref <> ''),
	unit       TEXT   NOT NULL,
	request    TEXT,
	assignment TEXT,
	decision   TEXT   NOT NULL,
	held_on    DATE   NOT NULL,
	made_by    TEXT,
	signed_by  TEXT,
	reason     TEXT,
	--sqlite CHECK (date(held_on, '+0 days') IS held_on),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- An agency worker in a post.
CREATE TABLE assignment (
	authority        TEXT   NOT NULL CHECK (authority <> ''),
	id               BIGINT NOT NULL CHECK (id >= 1),
	version          BIGINT NOT NULL CHECK (version >= 1),
	ref              TEXT   NOT NULL CHECK (ref <> ''),
	person           TEXT   NOT NULL,
	spell            TEXT   NOT NULL,
	request          TEXT,
	job_type         TEXT   NOT NULL,
	agency           TEXT,
	pay_rate         BIGINT CHECK (pay_rate BETWEEN 0 AND 1000000000),
	employer_ni      BIGINT CHECK (employer_ni BETWEEN 0 AND 1000000000),
	levy             BIGINT CHECK (levy BETWEEN 0 AND 1000000000),
	holiday_pay      BIGINT CHECK (holiday_pay BETWEEN 0 AND 1000000000),
	charge           BIGINT CHECK (charge BETWEEN 0 AND 1000000000),
	hours            BIGINT CHECK (hours BETWEEN 0 AND 60000000),
	starts_on        DATE   NOT NULL,
	planned_end      DATE   NOT NULL,
	ended_on         DATE,
	ending           TEXT,
	notice_days      BIGINT CHECK (notice_days BETWEEN 0 AND 365),
	project          TEXT,
	workers_approved TEXT   CHECK (workers_approved IN ('yes', 'no')),
	costs_split      TEXT   CHECK (costs_split IN ('yes', 'no')),
	council_controls TEXT   CHECK (council_controls IN ('yes', 'no')),
	--sqlite CHECK (date(starts_on, '+0 days') IS starts_on),
	--sqlite CHECK (date(planned_end, '+0 days') IS planned_end),
	--sqlite CHECK (date(ended_on, '+0 days') IS ended_on),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- What the statutory checks of an assignment rest on.
CREATE TABLE assignment_evidence (
	authority       TEXT   NOT NULL CHECK (authority <> ''),
	id              BIGINT NOT NULL CHECK (id >= 1),
	version         BIGINT NOT NULL CHECK (version >= 1),
	ref             TEXT   NOT NULL CHECK (ref <> ''),
	person          TEXT   NOT NULL,
	assignment      TEXT   NOT NULL,
	qualified_on    DATE,
	direct_months   BIGINT CHECK (direct_months BETWEEN 0 AND 720),
	experience_seen TEXT,
	left_post       TEXT   CHECK (left_post IN ('yes', 'no')),
	last_council    TEXT,
	last_region     TEXT,
	last_day        DATE,
	exception       TEXT,
	reference_count BIGINT CHECK (reference_count BETWEEN 0 AND 20),
	references_on   DATE,
	--sqlite CHECK (date(qualified_on, '+0 days') IS qualified_on),
	--sqlite CHECK (date(last_day, '+0 days') IS last_day),
	--sqlite CHECK (date(references_on, '+0 days') IS references_on),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- Talk of a permanent post.
CREATE TABLE conversion (
	authority  TEXT   NOT NULL CHECK (authority <> ''),
	id         BIGINT NOT NULL CHECK (id >= 1),
	version    BIGINT NOT NULL CHECK (version >= 1),
	ref        TEXT   NOT NULL CHECK (ref <> ''),
	person     TEXT   NOT NULL,
	assignment TEXT   NOT NULL,
	held_on    DATE   NOT NULL,
	outcome    TEXT   NOT NULL,
	reason     TEXT,
	fee        BIGINT CHECK (fee BETWEEN 0 AND 100000000000),
	made_by    TEXT,
	--sqlite CHECK (date(held_on, '+0 days') IS held_on),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- Caps by region and type of job.
CREATE TABLE agency_cap (
	authority TEXT   NOT NULL CHECK (authority <> ''),
	id        BIGINT NOT NULL CHECK (id >= 1),
	version   BIGINT NOT NULL CHECK (version >= 1),
	ref       TEXT   NOT NULL CHECK (ref <> ''),
	from_day  DATE   NOT NULL,
	to_day    DATE   NOT NULL,
	region    TEXT   NOT NULL,
	job_type  TEXT   NOT NULL,
	cap       BIGINT NOT NULL CHECK (cap BETWEEN 0 AND 1000000000),
	parts     TEXT   NOT NULL,
	source    TEXT,
	--sqlite CHECK (date(from_day, '+0 days') IS from_day),
	--sqlite CHECK (date(to_day, '+0 days') IS to_day),
	CHECK (from_day <= to_day),
	--postgres EXCLUDE USING gist (hashtextextended(ref, 0) WITH =,
	--postgres   daterange(from_day, to_day, '[]') WITH &&, ref WITH =, authority WITH =),
	UNIQUE (authority, ref, from_day),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );
--sqlite CREATE TRIGGER agency_cap_overlap_added BEFORE INSERT ON agency_cap WHEN EXISTS
--sqlite   (SELECT 1 FROM agency_cap WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one agency cap overlap'); END;
--sqlite CREATE TRIGGER agency_cap_overlap_altered BEFORE UPDATE ON agency_cap WHEN EXISTS
--sqlite   (SELECT 1 FROM agency_cap WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one agency cap overlap'); END;

-- Numbers in the rules, where they are not the usual ones.
CREATE TABLE agency_rule (
	authority TEXT   NOT NULL CHECK (authority <> ''),
	id        BIGINT NOT NULL CHECK (id >= 1),
	version   BIGINT NOT NULL CHECK (version >= 1),
	ref       TEXT   NOT NULL CHECK (ref <> ''),
	from_day  DATE   NOT NULL,
	to_day    DATE   NOT NULL,
	rule      TEXT   NOT NULL,
	number    BIGINT NOT NULL CHECK (number BETWEEN 0 AND 1000),
	source    TEXT,
	--sqlite CHECK (date(from_day, '+0 days') IS from_day),
	--sqlite CHECK (date(to_day, '+0 days') IS to_day),
	CHECK (from_day <= to_day),
	--postgres EXCLUDE USING gist (hashtextextended(ref, 0) WITH =,
	--postgres   daterange(from_day, to_day, '[]') WITH &&, ref WITH =, authority WITH =),
	UNIQUE (authority, ref, from_day),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );
--sqlite CREATE TRIGGER agency_rule_overlap_added BEFORE INSERT ON agency_rule WHEN EXISTS
--sqlite   (SELECT 1 FROM agency_rule WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one agency rule overlap'); END;
--sqlite CREATE TRIGGER agency_rule_overlap_altered BEFORE UPDATE ON agency_rule WHEN EXISTS
--sqlite   (SELECT 1 FROM agency_rule WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one agency rule overlap'); END;

-- Local job titles, and the type of job of each.
CREATE TABLE agency_title (
	authority TEXT   NOT NULL CHECK (authority <> ''),
	id        BIGINT NOT NULL CHECK (id >= 1),
	version   BIGINT NOT NULL CHECK (version >= 1),
	ref       TEXT   NOT NULL CHECK (ref <> ''),
	from_day  DATE   NOT NULL,
	to_day    DATE   NOT NULL,
	title     TEXT   NOT NULL,
	job_type  TEXT   NOT NULL,
	source    TEXT,
	--sqlite CHECK (date(from_day, '+0 days') IS from_day),
	--sqlite CHECK (date(to_day, '+0 days') IS to_day),
	CHECK (from_day <= to_day),
	--postgres EXCLUDE USING gist (hashtextextended(ref, 0) WITH =,
	--postgres   daterange(from_day, to_day, '[]') WITH &&, ref WITH =, authority WITH =),
	UNIQUE (authority, ref, from_day),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );
--sqlite CREATE TRIGGER agency_title_overlap_added BEFORE INSERT ON agency_title WHEN EXISTS
--sqlite   (SELECT 1 FROM agency_title WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one agency job title overlap'); END;
--sqlite CREATE TRIGGER agency_title_overlap_altered BEFORE UPDATE ON agency_title WHEN EXISTS
--sqlite   (SELECT 1 FROM agency_title WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one agency job title overlap'); END;

-- What the return calls our items.
CREATE TABLE agency_item (
	authority     TEXT   NOT NULL CHECK (authority <> ''),
	id            BIGINT NOT NULL CHECK (id >= 1),
	version       BIGINT NOT NULL CHECK (version >= 1),
	ref           TEXT   NOT NULL CHECK (ref <> ''),
	from_day      DATE   NOT NULL,
	to_day        DATE   NOT NULL,
	item          TEXT   NOT NULL,
	official_name TEXT   NOT NULL,
	official_code TEXT,
	source        TEXT,
	--sqlite CHECK (date(from_day, '+0 days') IS from_day),
	--sqlite CHECK (date(to_day, '+0 days') IS to_day),
	CHECK (from_day <= to_day),
	--postgres EXCLUDE USING gist (hashtextextended(ref, 0) WITH =,
	--postgres   daterange(from_day, to_day, '[]') WITH &&, ref WITH =, authority WITH =),
	UNIQUE (authority, ref, from_day),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );
--sqlite CREATE TRIGGER agency_item_overlap_added BEFORE INSERT ON agency_item WHEN EXISTS
--sqlite   (SELECT 1 FROM agency_item WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one item overlap'); END;
--sqlite CREATE TRIGGER agency_item_overlap_altered BEFORE UPDATE ON agency_item WHEN EXISTS
--sqlite   (SELECT 1 FROM agency_item WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one item overlap'); END;

-- All agency social workers of a month.
CREATE TABLE agency_cost (
	authority TEXT   NOT NULL CHECK (authority <> ''),
	id        BIGINT NOT NULL CHECK (id >= 1),
	version   BIGINT NOT NULL CHECK (version >= 1),
	ref       TEXT   NOT NULL CHECK (ref <> ''),
	month     DATE   NOT NULL,
	cost      BIGINT NOT NULL CHECK (cost BETWEEN 0 AND 100000000000000),
	source    TEXT,
	--sqlite CHECK (date(month, '+0 days') IS month),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- A quarter's return.
CREATE TABLE agency_quarter (
	authority TEXT   NOT NULL CHECK (authority <> ''),
	id        BIGINT NOT NULL CHECK (id >= 1),
	version   BIGINT NOT NULL CHECK (version >= 1),
	ref       TEXT   NOT NULL CHECK (ref <> ''),
	quarter   TEXT   NOT NULL,
	agencies  TEXT,
	sent_on   DATE,
	sent_by   TEXT,
	--sqlite CHECK (date(sent_on, '+0 days') IS sent_on),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- How far a rule was kept in a quarter.
CREATE TABLE agency_compliance (
	authority   TEXT   NOT NULL CHECK (authority <> ''),
	id          BIGINT NOT NULL CHECK (id >= 1),
	version     BIGINT NOT NULL CHECK (version >= 1),
	ref         TEXT   NOT NULL CHECK (ref <> ''),
	quarter     TEXT   NOT NULL,
	rule        TEXT   NOT NULL,
	degree      TEXT   NOT NULL,
	explanation TEXT,
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );
