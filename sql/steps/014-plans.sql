-- Planning: over-establishment tickets, and what a council assumes for its forecasts.
-- Numbers and money are millionths. Codes are left to the program, since the lists may grow.

-- A post over establishment: asked for, decided, opened, absorbed, closed.
CREATE TABLE ticket (
	authority    TEXT   NOT NULL CHECK (authority <> ''),
	id           BIGINT NOT NULL CHECK (id >= 1),
	version      BIGINT NOT NULL CHECK (version >= 1),
	ref          TEXT   NOT NULL CHECK (ref <> ''),
	role         TEXT   NOT NULL,
	unit         TEXT   NOT NULL,
	proposal     TEXT,
	reason       TEXT   NOT NULL,
	why          TEXT   NOT NULL,
	starts_on    DATE   NOT NULL,
	expires_on   DATE   NOT NULL,
	cost_year    BIGINT CHECK (cost_year BETWEEN 0 AND 1000000000000),
	asked_by     TEXT,
	asked_on     DATE,
	withdrawn_on DATE,
	decision     TEXT,
	decided_by   TEXT,
	decided_on   DATE,
	decision_why TEXT,
	post         TEXT,
	absorbed_how TEXT,
	absorbed_on  DATE,
	closed_on    DATE,
	closed_why   TEXT,
	closed_note  TEXT,
	--sqlite CHECK (date(starts_on, '+0 days') IS starts_on),
	--sqlite CHECK (date(expires_on, '+0 days') IS expires_on),
	--sqlite CHECK (date(asked_on, '+0 days') IS asked_on),
	--sqlite CHECK (date(withdrawn_on, '+0 days') IS withdrawn_on),
	--sqlite CHECK (date(decided_on, '+0 days') IS decided_on),
	--sqlite CHECK (date(absorbed_on, '+0 days') IS absorbed_on),
	--sqlite CHECK (date(closed_on, '+0 days') IS closed_on),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- A number that forecasts and plans take, as the council has it.
CREATE TABLE assumption (
	authority TEXT   NOT NULL CHECK (authority <> ''),
	id        BIGINT NOT NULL CHECK (id >= 1),
	version   BIGINT NOT NULL CHECK (version >= 1),
	ref       TEXT   NOT NULL CHECK (ref <> ''),
	from_day  DATE   NOT NULL,
	to_day    DATE   NOT NULL,
	what      TEXT   NOT NULL,
	role      TEXT,
	value     BIGINT NOT NULL CHECK (value BETWEEN 0 AND 1000000000000),
	low       BIGINT CHECK (low BETWEEN 0 AND 1000000000000),
	high      BIGINT CHECK (high BETWEEN 0 AND 1000000000000),
	source    TEXT   NOT NULL,
	grade     TEXT   NOT NULL,
	set_by    TEXT   NOT NULL,
	note      TEXT,
	--sqlite CHECK (date(from_day, '+0 days') IS from_day),
	--sqlite CHECK (date(to_day, '+0 days') IS to_day),
	CHECK (from_day <= to_day),
	--postgres EXCLUDE USING gist (hashtextextended(ref, 0) WITH =,
	--postgres   daterange(from_day, to_day, '[]') WITH &&, ref WITH =, authority WITH =),
	UNIQUE (authority, ref, from_day),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );
--sqlite CREATE TRIGGER assumption_overlap_added BEFORE INSERT ON assumption WHEN EXISTS
--sqlite   (SELECT 1 FROM assumption WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one assumption overlap'); END;
--sqlite CREATE TRIGGER assumption_overlap_altered BEFORE UPDATE ON assumption WHEN EXISTS
--sqlite   (SELECT 1 FROM assumption WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one assumption overlap'); END;
