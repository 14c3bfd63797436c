-- Lists that were brought: the files as they came, how they are read, what was mended in them, and
-- what somebody decided where lists differ.
--
-- Whether a list was applied is no column: it was, when a deed says so (002-records.sql), and it counts
-- until another deed takes that one back. So the list and the records cannot disagree about it.

CREATE TABLE list_load (
	authority   TEXT   NOT NULL CHECK (authority <> ''),
	number      BIGINT NOT NULL CHECK (number >= 1),
	list        TEXT   NOT NULL CHECK (list IN ('hr', 'finance', 'agency', 'team')),
	file        TEXT   NOT NULL,             -- its name, as it was given
	sha256      TEXT   NOT NULL CHECK (length(sha256) = 64),
	as_at       DATE   NOT NULL,             -- the day the list is of
	actor       TEXT   NOT NULL,             -- an account's ref
	staged_at   BIGINT NOT NULL,
	rejected_at BIGINT,                      -- somebody put it aside
	agreed_at   BIGINT,                      -- it was to be applied, and the records said the same
	profile     TEXT   NOT NULL,             -- how it is read (src/intake/profile.c)
	revision    BIGINT NOT NULL CHECK (revision >= 1),   -- of how it is read and what was mended
	about       TEXT   NOT NULL,             -- what it came to: '12 added, 3 changed'
	file_until  DATE   NOT NULL,             -- the last day on which the file itself is kept
	--sqlite CHECK (date(as_at) = as_at),
	--sqlite CHECK (date(file_until) = file_until),
	PRIMARY KEY (authority, number)
--sqlite ) WITHOUT ROWID;
--postgres );

-- The deed of a list is its number. A list is applied once, whoever tries it twice at one moment.
CREATE UNIQUE INDEX deed_of_list ON deed (authority, object)
	WHERE what = 'import' AND substr(object, 1, 5) = 'list ';

-- The file, as base64. Taken away when its time has come; the row above stays.
CREATE TABLE list_file (
	authority TEXT   NOT NULL,
	number    BIGINT NOT NULL,
	content   TEXT   NOT NULL,
	PRIMARY KEY (authority, number),
	FOREIGN KEY (authority, number) REFERENCES list_load (authority, number)
);

-- What a cell is to be read as, whatever the file says. Column 0: the whole line is left out.
CREATE TABLE list_mend (
	authority TEXT   NOT NULL,
	number    BIGINT NOT NULL,
	line      BIGINT NOT NULL CHECK (line >= 1),
	col       BIGINT NOT NULL CHECK (col >= 0),
	content   TEXT   NOT NULL,
	PRIMARY KEY (authority, number, line, col),
	FOREIGN KEY (authority, number) REFERENCES list_load (authority, number)
--sqlite ) WITHOUT ROWID;
--postgres );

-- How lists are read, remembered by name.
CREATE TABLE list_profile (
	authority TEXT   NOT NULL CHECK (authority <> ''),
	name      TEXT   NOT NULL CHECK (name <> ''),
	list      TEXT   NOT NULL CHECK (list IN ('hr', 'finance', 'agency', 'team')),
	content   TEXT   NOT NULL,
	actor     TEXT   NOT NULL,
	kept_at   BIGINT NOT NULL,
	PRIMARY KEY (authority, name)
--sqlite ) WITHOUT ROWID;
--postgres );

-- What was decided about one difference between lists. A later decision of the same one stands before it.
CREATE TABLE list_decision (
	authority  TEXT   NOT NULL CHECK (authority <> ''),
	number     BIGINT NOT NULL CHECK (number >= 1),
	subject    TEXT   NOT NULL CHECK (subject <> ''),    -- what differs: 'fte P-000012 N-000004'
	facts      TEXT   NOT NULL CHECK (facts <> ''),      -- of what each list says: a fingerprint
	side       TEXT   NOT NULL CHECK (side IN ('hr', 'finance', 'team', 'records', 'none')),
	said_by    TEXT   NOT NULL,                          -- who says so, in words
	why        TEXT   NOT NULL,
	until_day  DATE   NOT NULL,
	actor      TEXT   NOT NULL,
	decided_at BIGINT NOT NULL,
	--sqlite CHECK (date(until_day) = until_day),
	PRIMARY KEY (authority, number)
--sqlite ) WITHOUT ROWID;
--postgres );
CREATE INDEX list_decision_subject ON list_decision (authority, subject, number);
