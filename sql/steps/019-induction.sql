-- What waits for a step of the induction; why one was not needed for somebody; reviews of probation.
ALTER TABLE induction_step ADD COLUMN needed TEXT;
ALTER TABLE induction_step ADD COLUMN kind TEXT;
ALTER TABLE induction ADD COLUMN needed TEXT;
ALTER TABLE induction ADD COLUMN not_needed_why TEXT;

-- One review of somebody's probation: due, held, what came of it.
CREATE TABLE probation_review (
	authority TEXT NOT NULL CHECK (authority <> ''),
	id BIGINT NOT NULL CHECK (id >= 1),
	version BIGINT NOT NULL CHECK (version >= 1),
	ref TEXT NOT NULL CHECK (ref <> ''),
	person TEXT NOT NULL,
	spell TEXT NOT NULL,
	due_on DATE NOT NULL,
	held_on DATE,
	held_by TEXT,
	outcome TEXT,
	extended_to DATE,
	why TEXT,
	--sqlite CHECK (date(due_on, '+0 days') IS due_on),
	--sqlite CHECK (date(held_on, '+0 days') IS held_on),
	--sqlite CHECK (date(extended_to, '+0 days') IS extended_to),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );
