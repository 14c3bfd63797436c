-- What is written to candidates and referees. Instants are seconds of UTC.

-- When and where an interview is.
ALTER TABLE application_step ADD COLUMN due_at TEXT;
ALTER TABLE application_step ADD COLUMN place TEXT;
ALTER TABLE application_step ADD COLUMN minutes BIGINT CHECK (minutes BETWEEN 0 AND 600);

-- A council's own words for a notice, from a day on.
CREATE TABLE message_template (
	authority TEXT NOT NULL CHECK (authority <> ''),
	id BIGINT NOT NULL CHECK (id >= 1),
	version BIGINT NOT NULL CHECK (version >= 1),
	ref TEXT NOT NULL CHECK (ref <> ''),
	from_day DATE NOT NULL,
	to_day DATE NOT NULL,
	notice TEXT NOT NULL,
	subject TEXT NOT NULL,
	words TEXT NOT NULL,
	by_itself TEXT CHECK (by_itself IN ('yes', 'no')),
	notify_id TEXT,
	--sqlite CHECK (date(from_day, '+0 days') IS from_day),
	--sqlite CHECK (date(to_day, '+0 days') IS to_day),
	CHECK (from_day <= to_day),
	--postgres EXCLUDE USING gist (hashtextextended(ref, 0) WITH =,
	--postgres   daterange(from_day, to_day, '[]') WITH &&, ref WITH =, authority WITH =),
	UNIQUE (authority, ref, from_day),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );
--sqlite CREATE TRIGGER message_template_overlap_added BEFORE INSERT ON message_template WHEN EXISTS
--sqlite   (SELECT 1 FROM message_template WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one message_template overlap'); END;
--sqlite CREATE TRIGGER message_template_overlap_altered BEFORE UPDATE ON message_template WHEN EXISTS
--sqlite   (SELECT 1 FROM message_template WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one message_template overlap'); END;

-- The outbox. What a message says is about a candidate, and goes with them: they are the ones to whom it belongs,
-- also where a referee reads it. `key` is what makes the same notice go once.
CREATE TABLE message (
	authority   TEXT   NOT NULL CHECK (authority <> ''),
	number      BIGINT NOT NULL CHECK (number >= 1),
	key         TEXT   NOT NULL CHECK (key <> ''),
	notice      TEXT   NOT NULL,
	candidate   TEXT   NOT NULL CHECK (candidate <> ''),
	application TEXT   NOT NULL CHECK (application <> ''),
	address     TEXT   NOT NULL,
	name        TEXT   NOT NULL,
	subject     TEXT   NOT NULL,
	words       TEXT   NOT NULL,
	places      TEXT   NOT NULL,             -- "name=value" a line: what GOV.UK Notify is given
	notify_id   TEXT   NOT NULL,
	calendar    TEXT   NOT NULL,             -- or ''
	method      TEXT   NOT NULL CHECK (method IN ('', 'REQUEST', 'CANCEL')),
	made_by     TEXT   NOT NULL,
	made_at     BIGINT NOT NULL,
	state       TEXT   NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'cancelled')),
	tries       BIGINT NOT NULL CHECK (tries >= 0),
	cut_short   BIGINT NOT NULL CHECK (cut_short >= 0),      -- how often the program ended while it was being sent
	next_at     BIGINT NOT NULL,             -- while it waits: not before; while it is being sent: taken as cut short after
	tried_at    BIGINT NOT NULL,             -- 0: never
	sent_at     BIGINT NOT NULL,             -- 0: not yet
	other_id    TEXT   NOT NULL,             -- the other side's
	said        TEXT   NOT NULL,             -- what came of the last try
	CHECK ((state = 'sent') = (sent_at > 0)),
	UNIQUE (authority, key),
	PRIMARY KEY (authority, number)
);
CREATE INDEX message_of_candidate ON message (authority, candidate, number);
CREATE INDEX message_by_state ON message (state, next_at, authority, number);
CREATE INDEX message_by_try ON message (tried_at);
