-- What users bring: releases of published figures, and councils' own series.
--
-- Figures that came with the program are constants inside it, and are not here.
-- A file in this folder is never edited once it is released: each is recorded with its hash when it
-- is run, and a store whose steps were run with other text is refused.
--
-- Figures are whole millionths of the unit they are shown in. Days count from 1970-01-01. Instants
-- are seconds of UTC.

-- Which of these files have been run.
CREATE TABLE step (
	number INTEGER NOT NULL PRIMARY KEY CHECK (number >= 1),
	name   TEXT    NOT NULL,                -- "001-imports.sql"
	hash   TEXT    NOT NULL                 -- of the file's text, to notice an edit
);

-- One import of one file. Never erased: an import that was undone has its day of ending.
CREATE TABLE load (
	id        BIGINT NOT NULL PRIMARY KEY CHECK (id >= 1),
	kind      TEXT   NOT NULL CHECK (kind IN ('release', 'series')),
	file      TEXT   NOT NULL,              -- its name, as it was given
	sha256    TEXT   NOT NULL CHECK (length(sha256) = 64),
	about     TEXT   NOT NULL,              -- what it holds, in a few words
	loaded_at BIGINT NOT NULL,
	undone_at TEXT                          -- by the database's clock, UTC; NULL while it counts
);

-- The same bytes count once; after an undo they may be imported again.
CREATE UNIQUE INDEX load_once ON load (sha256) WHERE undone_at IS NULL;

-- A release, whole, in the project's own format (docs/methods/published-format.md).
CREATE TABLE kept_release (
	load_id BIGINT NOT NULL PRIMARY KEY REFERENCES load (id),
	text    TEXT   NOT NULL CHECK (length(text) > 0)
);

-- A measure of a council's own, as one file defines it.
CREATE TABLE own_measure (
	load_id BIGINT  NOT NULL REFERENCES load (id),
	number  INTEGER NOT NULL CHECK (number >= 0),   -- its place in that file
	name    TEXT    NOT NULL CHECK (length(name) > 0),
	title   TEXT    NOT NULL CHECK (length(title) > 0),
	unit    TEXT    NOT NULL,
	good    TEXT    NOT NULL CHECK (good IN ('up', 'down', 'neither')),
	part_of TEXT    NOT NULL,                       -- name of the whole; '' when it is no part
	PRIMARY KEY (load_id, number),
	UNIQUE (load_id, name)
);

-- One figure of one area on one day. Each number stands beside why it is absent: '' when it is
-- there, DfE's symbol, or 'none' when the file gave nothing.
CREATE TABLE own_point (
	area              TEXT    NOT NULL CHECK (length(area) > 0),    -- the area's slug
	load_id           BIGINT  NOT NULL,
	measure           INTEGER NOT NULL,
	day               INTEGER NOT NULL,
	whole_year        INTEGER NOT NULL CHECK (whole_year IN (0, 1)), -- the date was given as a year
	numerator_micro   BIGINT,
	numerator_why     TEXT    NOT NULL,
	denominator_micro BIGINT,
	denominator_why   TEXT    NOT NULL,
	value_micro       BIGINT,
	value_why         TEXT    NOT NULL,
	uncomputable      INTEGER NOT NULL CHECK (uncomputable IN (0, 1)), -- a rate without denominator
	places            INTEGER NOT NULL CHECK (places BETWEEN 0 AND 6),
	source            TEXT    NOT NULL CHECK (length(source) > 0),
	PRIMARY KEY (area, load_id, measure, day),
	FOREIGN KEY (load_id, measure) REFERENCES own_measure (load_id, number),
	CHECK ((numerator_micro IS NULL) = (numerator_why <> '')),
	CHECK ((denominator_micro IS NULL) = (denominator_why <> '')),
	CHECK ((value_micro IS NULL) = (value_why <> ''))
);
CREATE INDEX own_point_by_load ON own_point (load_id, measure, day, area);
