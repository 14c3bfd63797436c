-- What the census asks and people and posts do not say.
--
-- How somebody became a social worker.
CREATE TABLE qualification (
	authority    TEXT   NOT NULL CHECK (authority <> ''),
	id           BIGINT NOT NULL CHECK (id >= 1),
	version      BIGINT NOT NULL CHECK (version >= 1),
	ref          TEXT   NOT NULL CHECK (ref <> ''),
	person       TEXT   NOT NULL,
	level        TEXT,
	step_up      TEXT   CHECK (step_up IN ('yes', 'no')),
	frontline    TEXT   CHECK (frontline IN ('yes', 'no')),
	institution  TEXT,
	qualified_on DATE,
	cfkss        TEXT,
	--sqlite CHECK (date(qualified_on, '+0 days') IS qualified_on),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- What somebody is paid: millionths of a pound, so that pence are exact.
CREATE TABLE pay (
	authority             TEXT   NOT NULL CHECK (authority <> ''),
	id                    BIGINT NOT NULL CHECK (id >= 1),
	version               BIGINT NOT NULL CHECK (version >= 1),
	ref                   TEXT   NOT NULL CHECK (ref <> ''),
	from_day              DATE   NOT NULL,
	to_day                DATE   NOT NULL,
	person                TEXT   NOT NULL,
	base_salary           BIGINT NOT NULL CHECK (base_salary BETWEEN 0 AND 1000000000000),
	recruitment_retention BIGINT CHECK (recruitment_retention BETWEEN 0 AND 1000000000000),
	other_payments        BIGINT CHECK (other_payments BETWEEN 0 AND 1000000000000),
	--sqlite CHECK (date(from_day, '+0 days') IS from_day),
	--sqlite CHECK (date(to_day, '+0 days') IS to_day),
	CHECK (from_day <= to_day),
	--postgres EXCLUDE USING gist (hashtextextended(ref, 0) WITH =,
	--postgres   daterange(from_day, to_day, '[]') WITH &&, ref WITH =, authority WITH =),
	UNIQUE (authority, ref, from_day),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );
--sqlite CREATE TRIGGER pay_overlap_added BEFORE INSERT ON pay WHEN EXISTS
--sqlite   (SELECT 1 FROM pay WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one pay overlap'); END;
--sqlite CREATE TRIGGER pay_overlap_altered BEFORE UPDATE ON pay WHEN EXISTS
--sqlite   (SELECT 1 FROM pay WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one pay overlap'); END;

-- What one year's census asks of the council itself.
CREATE TABLE census_year (
	authority          TEXT   NOT NULL CHECK (authority <> ''),
	id                 BIGINT NOT NULL CHECK (id >= 1),
	version            BIGINT NOT NULL CHECK (version >= 1),
	ref                TEXT   NOT NULL CHECK (ref <> ''),
	year               BIGINT NOT NULL CHECK (year BETWEEN 0 AND 2100),
	recruitment_bonus  TEXT,
	retention_bonus    TEXT,
	performance_award  TEXT,
	car_allowance      TEXT,
	relocation         TEXT,
	regional_weighting TEXT,
	registration_fee   TEXT,
	dbs_fee            TEXT,
	other_allowances   TEXT,
	vacancies          BIGINT CHECK (vacancies BETWEEN 0 AND 999000000),
	cover_fte          BIGINT CHECK (cover_fte BETWEEN 0 AND 999000000),
	cover_headcount    BIGINT CHECK (cover_headcount BETWEEN 0 AND 999),
	reason             TEXT,
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- A note on a query of a return, or a decision on a working rule. `person` is NULL when it is of the whole
-- return.
CREATE TABLE census_note (
	authority TEXT   NOT NULL CHECK (authority <> ''),
	id        BIGINT NOT NULL CHECK (id >= 1),
	version   BIGINT NOT NULL CHECK (version >= 1),
	ref       TEXT   NOT NULL CHECK (ref <> ''),
	person    TEXT,
	year      BIGINT NOT NULL CHECK (year BETWEEN 0 AND 2100),
	kind      TEXT   NOT NULL CHECK (kind IN ('query', 'decision')),
	subject   TEXT,
	record    TEXT,
	choice    TEXT,
	words     TEXT,
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );
