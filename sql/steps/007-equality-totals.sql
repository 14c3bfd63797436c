-- Totals for equality monitoring as they were released: once a quarter, and never again otherwise, so
-- that two askings do not tell what changed between. `members` is who stood in which cell, by a salted
-- hash and never by a number or name; it is there to see that the next release does not, held against
-- this one, single anybody out, and goes after its term.
CREATE TABLE equality_total (
	authority TEXT   NOT NULL CHECK (authority <> ''),
	attribute TEXT   NOT NULL,
	day       DATE   NOT NULL,              -- the end of the quarter
	told_of   DATE   NOT NULL,              -- the day the figures are of: an earlier one when they are carried
	cells     TEXT   NOT NULL,              -- levels by categories, with the totals: a number, or c
	salt      TEXT   NOT NULL CHECK (length(salt) = 32),
	members   TEXT   NOT NULL,              -- lines of a hash, a level and a category; '' when they are gone
	made_at   BIGINT NOT NULL,
	--sqlite CHECK (date(day, '+0 days') IS day),
	--sqlite CHECK (date(told_of, '+0 days') IS told_of),
	CHECK (told_of <= day),
	PRIMARY KEY (authority, attribute, day)
);
