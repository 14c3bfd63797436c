-- Panels and scoring: when a member scores, until when they are trained, what they declared; how much a criterion counts, and
-- where and when an exercise is held; when feedback is due.
ALTER TABLE panel_member ADD COLUMN scores_at TEXT;
ALTER TABLE panel_member ADD COLUMN trained_until DATE;
ALTER TABLE panel_member ADD COLUMN declared_on DATE;
ALTER TABLE criterion ADD COLUMN weight BIGINT CHECK (weight BETWEEN 0 AND 20);
ALTER TABLE criterion ADD COLUMN held_on DATE;
ALTER TABLE criterion ADD COLUMN held_at TEXT;
ALTER TABLE hiring_round ADD COLUMN feedback_days BIGINT CHECK (feedback_days BETWEEN 0 AND 365);

-- What a panel member has to do with a candidate.
CREATE TABLE panel_interest (
	authority TEXT NOT NULL CHECK (authority <> ''),
	id BIGINT NOT NULL CHECK (id >= 1),
	version BIGINT NOT NULL CHECK (version >= 1),
	ref TEXT NOT NULL CHECK (ref <> ''),
	member TEXT NOT NULL,
	candidate TEXT NOT NULL,
	what TEXT NOT NULL,
	declared_on DATE NOT NULL,
	note TEXT,
	--sqlite CHECK (date(declared_on, '+0 days') IS declared_on),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );
