-- A person's own rights, and how long things are kept.
--
-- Instants are seconds of UTC. What a person asks of their own record is about that person: it goes
-- with the record, and comes with an export of their data.

-- Requests of people for their own data. A day is NULL until it has come.
CREATE TABLE data_request (
	authority TEXT   NOT NULL CHECK (authority <> ''),
	number    BIGINT NOT NULL CHECK (number >= 1),
	person    TEXT   NOT NULL CHECK (person <> ''),
	received  DATE   NOT NULL,
	asked     DATE,                         -- the person was asked what they mean: time stands still
	answered  DATE,
	extended  DATE,                         -- told that it takes two months more
	sent      DATE,
	opened_by TEXT   NOT NULL,
	opened_at BIGINT NOT NULL,
	--sqlite CHECK (date(received, '+0 days') IS received),
	--sqlite CHECK (date(asked, '+0 days') IS asked),
	--sqlite CHECK (date(answered, '+0 days') IS answered),
	--sqlite CHECK (date(extended, '+0 days') IS extended),
	--sqlite CHECK (date(sent, '+0 days') IS sent),
	CHECK (asked >= received),
	CHECK (answered >= asked),
	CHECK (extended >= received),
	CHECK (sent >= received),
	PRIMARY KEY (authority, number)
);
CREATE INDEX data_request_of_person ON data_request (authority, person, number);

-- Corrections that people propose of their own record: one value of one row.
CREATE TABLE correction (
	authority  TEXT   NOT NULL CHECK (authority <> ''),
	number     BIGINT NOT NULL CHECK (number >= 1),
	person     TEXT   NOT NULL CHECK (person <> ''),
	type       TEXT   NOT NULL,
	ref        TEXT   NOT NULL,
	row_id     BIGINT NOT NULL,
	field      TEXT   NOT NULL,
	is_now     TEXT   NOT NULL,             -- as it was when it was proposed
	ought      TEXT   NOT NULL,
	why        TEXT   NOT NULL,
	state      TEXT   NOT NULL CHECK (state IN ('waiting', 'accepted', 'refused', 'withdrawn')),
	asked_by   TEXT   NOT NULL,
	asked_at   BIGINT NOT NULL,
	decided_by TEXT   NOT NULL,             -- '' while it waits
	decided_at BIGINT NOT NULL,
	decision   TEXT   NOT NULL,             -- the reason given
	CHECK ((state = 'waiting') = (decided_by = '')),
	PRIMARY KEY (authority, number)
);
CREATE INDEX correction_of_person ON correction (authority, person, number);

-- Periods that a council set itself; what is not here has the program's. "machine" is the authority
-- of what belongs to the whole installation.
CREATE TABLE keep_period (
	authority TEXT   NOT NULL CHECK (authority <> ''),
	what      TEXT   NOT NULL,              -- a row of keep_rows (src/workforce/retention.c)
	period    TEXT   NOT NULL,              -- "6 years"
	set_by    TEXT   NOT NULL,
	set_at    BIGINT NOT NULL,
	PRIMARY KEY (authority, what)
);

-- While a hold stands, nothing it covers goes.
CREATE TABLE legal_hold (
	authority TEXT   NOT NULL CHECK (authority <> ''),
	number    BIGINT NOT NULL CHECK (number >= 1),
	person    TEXT   NOT NULL,              -- '': everybody
	why       TEXT   NOT NULL CHECK (why <> ''),
	set_by    TEXT   NOT NULL,
	set_at    BIGINT NOT NULL,
	ended_by  TEXT   NOT NULL,              -- '' while it stands
	ended_at  BIGINT NOT NULL,
	PRIMARY KEY (authority, number)
);

-- The last time that periods were applied.
CREATE TABLE keep_run (
	authority TEXT   NOT NULL PRIMARY KEY CHECK (authority <> ''),
	day       DATE   NOT NULL,
	at        BIGINT NOT NULL,
	actor     TEXT   NOT NULL
);

-- Whose record was emptied, so that an old copy that is put back is emptied again: no content.
CREATE TABLE erased_person (
	authority TEXT   NOT NULL CHECK (authority <> ''),
	hash      TEXT   NOT NULL CHECK (length(hash) = 64),
	day       DATE   NOT NULL,
	PRIMARY KEY (authority, hash)
);
