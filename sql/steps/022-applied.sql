-- What lists of applications call things; candidates who are not one; terms of recruitment.

-- What another system calls a column, or a word in one, and what it is here.
CREATE TABLE list_word (
	authority TEXT NOT NULL CHECK (authority <> ''),
	id BIGINT NOT NULL CHECK (id >= 1),
	version BIGINT NOT NULL CHECK (version >= 1),
	ref TEXT NOT NULL CHECK (ref <> ''),
	from_day DATE NOT NULL,
	to_day DATE NOT NULL,
	system TEXT NOT NULL,
	"column" TEXT NOT NULL,
	said TEXT NOT NULL,
	means TEXT,
	sure TEXT NOT NULL,
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
--sqlite CREATE TRIGGER list_word_overlap_added BEFORE INSERT ON list_word WHEN EXISTS
--sqlite   (SELECT 1 FROM list_word WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one word of a list overlap'); END;
--sqlite CREATE TRIGGER list_word_overlap_altered BEFORE UPDATE ON list_word WHEN EXISTS
--sqlite   (SELECT 1 FROM list_word WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one word of a list overlap'); END;

-- Two candidates that were looked at side by side, and are two people.
CREATE TABLE candidate_apart (
	authority TEXT NOT NULL CHECK (authority <> ''),
	id BIGINT NOT NULL CHECK (id >= 1),
	version BIGINT NOT NULL CHECK (version >= 1),
	ref TEXT NOT NULL CHECK (ref <> ''),
	candidate TEXT NOT NULL,
	other TEXT NOT NULL,
	said_on DATE NOT NULL,
	--sqlite CHECK (date(said_on, '+0 days') IS said_on),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- How long something of recruitment may take, as the council has it.
CREATE TABLE hiring_term (
	authority TEXT NOT NULL CHECK (authority <> ''),
	id BIGINT NOT NULL CHECK (id >= 1),
	version BIGINT NOT NULL CHECK (version >= 1),
	ref TEXT NOT NULL CHECK (ref <> ''),
	from_day DATE NOT NULL,
	to_day DATE NOT NULL,
	what TEXT NOT NULL,
	days BIGINT NOT NULL CHECK (days >= 0),
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
--sqlite CREATE TRIGGER hiring_term_overlap_added BEFORE INSERT ON hiring_term WHEN EXISTS
--sqlite   (SELECT 1 FROM hiring_term WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one term of recruitment overlap'); END;
--sqlite CREATE TRIGGER hiring_term_overlap_altered BEFORE UPDATE ON hiring_term WHEN EXISTS
--sqlite   (SELECT 1 FROM hiring_term WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one term of recruitment overlap'); END;
