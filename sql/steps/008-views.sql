-- What somebody asked of a list, by name, so that it is found again: one's own, or the council's.
--
-- A view is an address and nothing more: what it shows is worked out for whoever looks, by what they may
-- read. A name to search for may stand in it, so an account's own views are nobody else's to list.
CREATE TABLE list_view (
	authority TEXT   NOT NULL CHECK (authority <> ''),
	number    BIGINT NOT NULL CHECK (number > 0),
	owner     TEXT   NOT NULL,              -- an account; '': shared with the council
	type      TEXT   NOT NULL CHECK (type <> ''),
	name      TEXT   NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
	made_by   TEXT   NOT NULL CHECK (made_by <> ''),
	made_at   BIGINT NOT NULL,
	query     TEXT   NOT NULL,
	unit      TEXT   NOT NULL,
	day       TEXT   NOT NULL,              -- '2025-09-30', or '': the day it is looked at
	shows     TEXT   NOT NULL,
	sort      TEXT   NOT NULL,
	columns   TEXT   NOT NULL,              -- names of fields after one another with commas; '': all
	PRIMARY KEY (authority, number),
	UNIQUE (authority, type, owner, name)
);
