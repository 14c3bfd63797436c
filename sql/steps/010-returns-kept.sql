-- Returns as they were sent: the file itself, its fingerprint, who sent it when, and what was found and noted
-- at that moment. A correction is a later version of the same year's; nothing is ever written over.

CREATE TABLE return_kept (
	authority TEXT   NOT NULL CHECK (authority <> ''),
	kind      TEXT   NOT NULL CHECK (kind <> ''),        -- 'census'
	year      BIGINT NOT NULL CHECK (year BETWEEN 2000 AND 2200),
	version   BIGINT NOT NULL CHECK (version >= 1),
	file      TEXT   NOT NULL,
	sha256    TEXT   NOT NULL CHECK (length(sha256) = 64),
	sent_on   DATE   NOT NULL,
	actor     TEXT   NOT NULL,                           -- an account's ref
	kept_at   BIGINT NOT NULL,
	why       TEXT   NOT NULL,                           -- what this version puts right; empty for a first
	errors    BIGINT NOT NULL CHECK (errors >= 0),
	queries   BIGINT NOT NULL CHECK (queries >= 0),
	workers   BIGINT NOT NULL CHECK (workers >= 0),
	--sqlite CHECK (date(sent_on) = sent_on),
	PRIMARY KEY (authority, kind, year, version)
--sqlite ) WITHOUT ROWID;
--postgres );

-- What goes when its time has come: the file, as base64, and what was found and noted about single people, as CSV.
CREATE TABLE return_file (
	authority TEXT   NOT NULL,
	kind      TEXT   NOT NULL,
	year      BIGINT NOT NULL,
	version   BIGINT NOT NULL,
	content   TEXT   NOT NULL,
	findings  TEXT   NOT NULL,
	notes     TEXT   NOT NULL,
	PRIMARY KEY (authority, kind, year, version),
	FOREIGN KEY (authority, kind, year, version) REFERENCES return_kept (authority, kind, year, version)
);
