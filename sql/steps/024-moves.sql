-- Who asked to move, or whose post ends: whereto, and what came of it.
CREATE TABLE move_wish (
	authority TEXT NOT NULL CHECK (authority <> ''),
	id BIGINT NOT NULL CHECK (id >= 1),
	version BIGINT NOT NULL CHECK (version >= 1),
	ref TEXT NOT NULL CHECK (ref <> ''),
	person TEXT NOT NULL,
	kind TEXT NOT NULL,
	asked_on DATE NOT NULL,
	role TEXT,
	unit TEXT,
	ends_on DATE,
	requisition TEXT,
	outcome TEXT,
	outcome_on DATE,
	--sqlite CHECK (date(asked_on, '+0 days') IS asked_on),
	--sqlite CHECK (date(ends_on, '+0 days') IS ends_on),
	--sqlite CHECK (date(outcome_on, '+0 days') IS outcome_on),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- What is not needed of an induction was said on a day, by somebody.
ALTER TABLE induction ADD COLUMN not_needed_on DATE;
ALTER TABLE induction ADD COLUMN not_needed_by TEXT;
