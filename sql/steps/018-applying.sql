-- The public form: what a round says to the world, what applicants answer to each criterion, and applications that
-- somebody is still writing. Drafts are no records: they have no history, and go whole.

ALTER TABLE hiring_round ADD COLUMN pay TEXT;
ALTER TABLE hiring_round ADD COLUMN contact TEXT;
ALTER TABLE application ADD COLUMN referrer TEXT;
ALTER TABLE application ADD COLUMN interest TEXT;

-- What somebody wrote to one criterion.
CREATE TABLE application_answer (
	authority TEXT NOT NULL CHECK (authority <> ''),
	id BIGINT NOT NULL CHECK (id >= 1),
	version BIGINT NOT NULL CHECK (version >= 1),
	ref TEXT NOT NULL CHECK (ref <> ''),
	application TEXT NOT NULL,
	criterion TEXT NOT NULL,
	words TEXT,
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- One that is being written. Once it was sent nothing of what was typed is left here: only where it went.
CREATE TABLE application_draft (
	number      BIGINT NOT NULL PRIMARY KEY CHECK (number >= 1),
	authority   TEXT   NOT NULL CHECK (authority <> ''),
	round       TEXT   NOT NULL CHECK (round <> ''),
	began_at    BIGINT NOT NULL,
	changed_at  BIGINT NOT NULL,
	removed_at  BIGINT NOT NULL,
	hour        BIGINT NOT NULL,            -- of the last saving, and how many there were in it
	saves       BIGINT NOT NULL,
	application TEXT   NOT NULL             -- its ref; '': not sent
);
CREATE INDEX application_draft_by_end ON application_draft (removed_at);
CREATE INDEX application_draft_by_authority ON application_draft (authority);

-- What opens it: a browser's cookie, or the code to come back with. Hashes of random ones.
CREATE TABLE application_draft_key (
	hash  TEXT   NOT NULL PRIMARY KEY CHECK (length(hash) = 64),
	draft BIGINT NOT NULL REFERENCES application_draft (number),
	kind  TEXT   NOT NULL CHECK (kind IN ('browser', 'code'))
);
CREATE INDEX application_draft_key_by_draft ON application_draft_key (draft);

-- What was typed, as it was typed.
CREATE TABLE application_draft_text (
	draft BIGINT NOT NULL REFERENCES application_draft (number),
	name  TEXT   NOT NULL CHECK (name <> ''),
	value TEXT   NOT NULL,
	PRIMARY KEY (draft, name)
);
