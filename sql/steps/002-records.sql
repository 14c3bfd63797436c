-- Records of people and posts: a table for each row of record_types (src/workforce/types.c), and the
-- history of every change. docs/adding-a-record-type.md says how a table follows from the type's rows;
-- test/records_test.c holds each column of each table to them.
--
-- Every key begins with the authority whose record it is. FTE and decimals are whole millionths; what
-- is empty is NULL; a day that is still open is 9999-12-31. A required field is NOT NULL, but for the
-- text of a personal type, which retention may empty. Rows are put in and taken out, never updated.
--
-- No two rows of one thing hold on one day. PostgreSQL excludes them (a hash stands first, because
-- GiST is slow with texts; what it finds is compared in full), SQLite has a trigger. In the tables that
-- are written by the ten thousand, codes are compared one by one: SQLite makes a table of each IN of
-- three or more, for every row. A date of SQLite's is text that date() gives back unchanged when it has
-- reckoned with it.

--postgres CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Teams, services, directorates and the authority itself.
CREATE TABLE unit (
	authority TEXT   NOT NULL CHECK (authority <> ''),
	id        BIGINT NOT NULL CHECK (id >= 1),
	version   BIGINT NOT NULL CHECK (version >= 1),
	ref       TEXT   NOT NULL CHECK (ref <> ''),
	from_day  DATE   NOT NULL,
	to_day    DATE   NOT NULL,
	name      TEXT   NOT NULL,
	kind      TEXT   NOT NULL CHECK (kind IN ('authority', 'directorate', 'service', 'team', 'pool')),
	parent    TEXT,
	--sqlite CHECK (date(from_day, '+0 days') IS from_day),
	--sqlite CHECK (date(to_day, '+0 days') IS to_day),
	CHECK (from_day <= to_day),
	--postgres EXCLUDE USING gist (hashtextextended(ref, 0) WITH =,
	--postgres   daterange(from_day, to_day, '[]') WITH &&, ref WITH =, authority WITH =),
	UNIQUE (authority, ref, from_day),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );
--sqlite CREATE TRIGGER unit_overlap_added BEFORE INSERT ON unit WHEN EXISTS
--sqlite   (SELECT 1 FROM unit WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one unit overlap'); END;
--sqlite CREATE TRIGGER unit_overlap_altered BEFORE UPDATE ON unit WHEN EXISTS
--sqlite   (SELECT 1 FROM unit WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one unit overlap'); END;

-- The catalogue of roles, and what each counts as in the census.
CREATE TABLE role (
	authority   TEXT   NOT NULL CHECK (authority <> ''),
	id          BIGINT NOT NULL CHECK (id >= 1),
	version     BIGINT NOT NULL CHECK (version >= 1),
	ref         TEXT   NOT NULL CHECK (ref <> ''),
	from_day    DATE   NOT NULL,
	to_day      DATE   NOT NULL,
	title       TEXT   NOT NULL,
	family      TEXT   NOT NULL CHECK (family IN ('social_work', 'family_help', 'residential',
	                          'fostering', 'health', 'partner', 'support')),
	census_role TEXT   NOT NULL CHECK (census_role IN ('0', '1', '2', '3', '4', '5', '6')),
	registered  TEXT   NOT NULL CHECK (registered IN ('yes', 'no')),
	--sqlite CHECK (date(from_day, '+0 days') IS from_day),
	--sqlite CHECK (date(to_day, '+0 days') IS to_day),
	CHECK (from_day <= to_day),
	--postgres EXCLUDE USING gist (hashtextextended(ref, 0) WITH =,
	--postgres   daterange(from_day, to_day, '[]') WITH &&, ref WITH =, authority WITH =),
	UNIQUE (authority, ref, from_day),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );
--sqlite CREATE TRIGGER role_overlap_added BEFORE INSERT ON role WHEN EXISTS
--sqlite   (SELECT 1 FROM role WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one role overlap'); END;
--sqlite CREATE TRIGGER role_overlap_altered BEFORE UPDATE ON role WHEN EXISTS
--sqlite   (SELECT 1 FROM role WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one role overlap'); END;

-- Local job titles, and the role each means.
CREATE TABLE title (
	authority TEXT   NOT NULL CHECK (authority <> ''),
	id        BIGINT NOT NULL CHECK (id >= 1),
	version   BIGINT NOT NULL CHECK (version >= 1),
	ref       TEXT   NOT NULL CHECK (ref <> ''),
	from_day  DATE   NOT NULL,
	to_day    DATE   NOT NULL,
	title     TEXT   NOT NULL,
	role      TEXT   NOT NULL,
	source    TEXT,
	--sqlite CHECK (date(from_day, '+0 days') IS from_day),
	--sqlite CHECK (date(to_day, '+0 days') IS to_day),
	CHECK (from_day <= to_day),
	--postgres EXCLUDE USING gist (hashtextextended(ref, 0) WITH =,
	--postgres   daterange(from_day, to_day, '[]') WITH &&, ref WITH =, authority WITH =),
	UNIQUE (authority, ref, from_day),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );
--sqlite CREATE TRIGGER title_overlap_added BEFORE INSERT ON title WHEN EXISTS
--sqlite   (SELECT 1 FROM title WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one title overlap'); END;
--sqlite CREATE TRIGGER title_overlap_altered BEFORE UPDATE ON title WHEN EXISTS
--sqlite   (SELECT 1 FROM title WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one title overlap'); END;

-- Posts: seats that outlive the people in them.
CREATE TABLE post (
	authority   TEXT   NOT NULL CHECK (authority <> ''),
	id          BIGINT NOT NULL CHECK (id >= 1),
	version     BIGINT NOT NULL CHECK (version >= 1),
	ref         TEXT   NOT NULL CHECK (ref <> ''),
	from_day    DATE   NOT NULL,
	to_day      DATE   NOT NULL,
	title       TEXT   NOT NULL,
	unit        TEXT   NOT NULL,
	role        TEXT   NOT NULL,
	fte         BIGINT NOT NULL CHECK (fte BETWEEN 0 AND 50000000),
	status      TEXT   NOT NULL CHECK (status IN ('funded', 'frozen', 'proposed', 'over')),
	reports_to  TEXT,
	number      TEXT,
	cost_centre TEXT,
	--sqlite CHECK (date(from_day, '+0 days') IS from_day),
	--sqlite CHECK (date(to_day, '+0 days') IS to_day),
	CHECK (from_day <= to_day),
	--postgres EXCLUDE USING gist (hashtextextended(ref, 0) WITH =,
	--postgres   daterange(from_day, to_day, '[]') WITH &&, ref WITH =, authority WITH =),
	UNIQUE (authority, ref, from_day),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );
--sqlite CREATE TRIGGER post_overlap_added BEFORE INSERT ON post WHEN EXISTS
--sqlite   (SELECT 1 FROM post WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one post overlap'); END;
--sqlite CREATE TRIGGER post_overlap_altered BEFORE UPDATE ON post WHEN EXISTS
--sqlite   (SELECT 1 FROM post WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one post overlap'); END;

-- People who are or were in a post. Their names may go, and the row stay.
CREATE TABLE person (
	authority   TEXT   NOT NULL CHECK (authority <> ''),
	id          BIGINT NOT NULL CHECK (id >= 1),
	version     BIGINT NOT NULL CHECK (version >= 1),
	ref         TEXT   NOT NULL CHECK (ref <> ''),
	family_name TEXT,
	given_names TEXT,
	known_as    TEXT,
	payroll     TEXT,
	born        DATE,
	email       TEXT,
	merged_into TEXT,
	--sqlite CHECK (date(born, '+0 days') IS born),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- Registrations with Social Work England.
CREATE TABLE registration (
	authority TEXT   NOT NULL CHECK (authority <> ''),
	id        BIGINT NOT NULL CHECK (id >= 1),
	version   BIGINT NOT NULL CHECK (version >= 1),
	ref       TEXT   NOT NULL CHECK (ref <> ''),
	from_day  DATE   NOT NULL,
	to_day    DATE   NOT NULL,
	person    TEXT   NOT NULL,
	number    TEXT,
	--sqlite CHECK (date(from_day, '+0 days') IS from_day),
	--sqlite CHECK (date(to_day, '+0 days') IS to_day),
	CHECK (from_day <= to_day),
	--postgres EXCLUDE USING gist (hashtextextended(ref, 0) WITH =,
	--postgres   daterange(from_day, to_day, '[]') WITH &&, ref WITH =, authority WITH =),
	UNIQUE (authority, ref, from_day),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );
--sqlite CREATE TRIGGER registration_overlap_added BEFORE INSERT ON registration WHEN EXISTS
--sqlite   (SELECT 1 FROM registration WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one registration overlap'); END;
--sqlite CREATE TRIGGER registration_overlap_altered BEFORE UPDATE ON registration WHEN EXISTS
--sqlite   (SELECT 1 FROM registration WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one registration overlap'); END;

-- Time in post. Nobody is in one post twice at once.
CREATE TABLE spell (
	authority   TEXT   NOT NULL CHECK (authority <> ''),
	id          BIGINT NOT NULL CHECK (id >= 1),
	version     BIGINT NOT NULL CHECK (version >= 1),
	ref         TEXT   NOT NULL CHECK (ref <> ''),
	from_day    DATE   NOT NULL,
	to_day      DATE   NOT NULL,
	person      TEXT   NOT NULL,
	post        TEXT   NOT NULL,
	basis       TEXT   NOT NULL CHECK (basis = 'permanent' OR basis = 'fixed_term' OR basis = 'acting'
	                          OR basis = 'seconded_in' OR basis = 'partner' OR basis = 'agency'
	                          OR basis = 'cover'),
	fte         BIGINT NOT NULL CHECK (fte BETWEEN 0 AND 1000000),
	covers      TEXT,
	agency      TEXT,
	origin      TEXT   CHECK (origin = '10' OR (origin BETWEEN '1' AND '9' AND length(origin) = 1)),
	reason      TEXT   CHECK (reason = '10' OR (reason BETWEEN '1' AND '9' AND length(reason) = 1)),
	destination TEXT   CHECK (destination BETWEEN '1' AND '9' AND length(destination) = 1),
	--sqlite CHECK (date(from_day, '+0 days') IS from_day),
	--sqlite CHECK (date(to_day, '+0 days') IS to_day),
	CHECK (from_day <= to_day),
	--postgres EXCLUDE USING gist (hashtextextended(ref, 0) WITH =,
	--postgres   daterange(from_day, to_day, '[]') WITH &&, ref WITH =, authority WITH =),
	--postgres EXCLUDE USING gist (hashtextextended(post || ' ' || person, 0) WITH =,
	--postgres   daterange(from_day, to_day, '[]') WITH &&, person WITH =, post WITH =,
	--postgres   authority WITH =),
	UNIQUE (authority, ref, from_day),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );
--sqlite CREATE INDEX spell_in_post ON spell (authority, person, post, from_day);
--sqlite CREATE TRIGGER spell_overlap_added BEFORE INSERT ON spell WHEN EXISTS
--sqlite   (SELECT 1 FROM spell WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one spell overlap'); END;
--sqlite CREATE TRIGGER spell_overlap_altered BEFORE UPDATE ON spell WHEN EXISTS
--sqlite   (SELECT 1 FROM spell WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one spell overlap'); END;
--sqlite CREATE TRIGGER spell_twice_added BEFORE INSERT ON spell WHEN EXISTS
--sqlite   (SELECT 1 FROM spell WHERE authority = NEW.authority AND person = NEW.person AND post = NEW.post
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'somebody is in one post twice at once'); END;
--sqlite CREATE TRIGGER spell_twice_altered BEFORE UPDATE ON spell WHEN EXISTS
--sqlite   (SELECT 1 FROM spell WHERE authority = NEW.authority AND person = NEW.person AND post = NEW.post
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'somebody is in one post twice at once'); END;

-- Days away from work, by kind and never by reason.
CREATE TABLE absence (
	authority TEXT   NOT NULL CHECK (authority <> ''),
	id        BIGINT NOT NULL CHECK (id >= 1),
	version   BIGINT NOT NULL CHECK (version >= 1),
	ref       TEXT   NOT NULL CHECK (ref <> ''),
	from_day  DATE   NOT NULL,
	to_day    DATE   NOT NULL,
	person    TEXT   NOT NULL,
	kind      TEXT   NOT NULL CHECK (kind IN ('sickness', 'maternity', 'other')),
	days_lost BIGINT CHECK (days_lost BETWEEN 0 AND 3660000000),
	--sqlite CHECK (date(from_day, '+0 days') IS from_day),
	--sqlite CHECK (date(to_day, '+0 days') IS to_day),
	CHECK (from_day <= to_day),
	--postgres EXCLUDE USING gist (hashtextextended(ref, 0) WITH =,
	--postgres   daterange(from_day, to_day, '[]') WITH &&, ref WITH =, authority WITH =),
	UNIQUE (authority, ref, from_day),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );
--sqlite CREATE TRIGGER absence_overlap_added BEFORE INSERT ON absence WHEN EXISTS
--sqlite   (SELECT 1 FROM absence WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one absence overlap'); END;
--sqlite CREATE TRIGGER absence_overlap_altered BEFORE UPDATE ON absence WHEN EXISTS
--sqlite   (SELECT 1 FROM absence WHERE authority = NEW.authority AND ref = NEW.ref
--sqlite       AND id <> NEW.id AND from_day <= NEW.to_day AND to_day >= NEW.from_day)
--sqlite BEGIN SELECT RAISE(ABORT, 'two rows of one absence overlap'); END;

-- Cases held on a day.
CREATE TABLE caseload (
	authority TEXT   NOT NULL CHECK (authority <> ''),
	id        BIGINT NOT NULL CHECK (id >= 1),
	version   BIGINT NOT NULL CHECK (version >= 1),
	ref       TEXT   NOT NULL CHECK (ref <> ''),
	person    TEXT   NOT NULL,
	day       DATE   NOT NULL,
	cases     BIGINT NOT NULL CHECK (cases BETWEEN 0 AND 999),
	--sqlite CHECK (date(day, '+0 days') IS day),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- What a person said of themselves for equality monitoring: apart from everything else, in a table
-- that no reading of a council reads.
CREATE TABLE equality (
	authority   TEXT   NOT NULL CHECK (authority <> ''),
	id          BIGINT NOT NULL CHECK (id >= 1),
	version     BIGINT NOT NULL CHECK (version >= 1),
	ref         TEXT   NOT NULL CHECK (ref <> ''),
	person      TEXT   NOT NULL,
	sex         TEXT   CHECK (sex IN ('F', 'M', 'X')),
	ethnicity   TEXT,
	disability  TEXT,
	religion    TEXT,
	orientation TEXT,
	stopped_on  DATE,
	--sqlite CHECK (date(stopped_on, '+0 days') IS stopped_on),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- Posts asked for, changed or given up, with the reason and the decision.
CREATE TABLE establishment_change (
	authority  TEXT   NOT NULL CHECK (authority <> ''),
	id         BIGINT NOT NULL CHECK (id >= 1),
	version    BIGINT NOT NULL CHECK (version >= 1),
	ref        TEXT   NOT NULL CHECK (ref <> ''),
	wish       TEXT   NOT NULL CHECK (wish IN ('new', 'alter', 'close')),
	post       TEXT,
	title      TEXT,
	unit       TEXT   NOT NULL,
	role       TEXT,
	fte        BIGINT CHECK (fte BETWEEN 0 AND 50000000),
	starts_on  DATE   NOT NULL,
	reason     TEXT   NOT NULL,
	asked_by   TEXT,
	decision   TEXT   NOT NULL CHECK (decision IN ('waiting', 'approved', 'refused', 'withdrawn')),
	decided_by TEXT,
	decided_on DATE,
	--sqlite CHECK (date(starts_on, '+0 days') IS starts_on),
	--sqlite CHECK (date(decided_on, '+0 days') IS decided_on),
	UNIQUE (authority, ref),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );

-- One row an authority: the number of its last deed, and of the last row that was added. Numbers of
-- rows are never given twice, so the history never means another row than it did.
CREATE TABLE council (
	authority TEXT   NOT NULL PRIMARY KEY CHECK (authority <> ''),
	stamp     BIGINT NOT NULL CHECK (stamp >= 0),
	last_id   BIGINT NOT NULL CHECK (last_id >= 0)
);

-- Deeds: some changes of rows by one actor for one reason. A deed's hash is of its reason's hash and
-- its changes' hashes in order, and the audit's entry (its seq) commits to it. Hashes stay when what
-- they are of is erased; a salt goes with it, so that nobody can try out what it was.
CREATE TABLE deed (
	authority    TEXT   NOT NULL REFERENCES council (authority),
	number       BIGINT NOT NULL CHECK (number >= 1),
	seq          BIGINT NOT NULL UNIQUE,     -- its entry in the audit
	done_at      BIGINT NOT NULL,
	actor        TEXT   NOT NULL,            -- an account's ref
	what         TEXT   NOT NULL,
	object       TEXT   NOT NULL,            -- ids, never names
	undoes       BIGINT,                     -- the deed it takes back
	undone_by    BIGINT,                     -- the deed that has taken it back, while that stands
	change_count BIGINT NOT NULL CHECK (change_count >= 0),
	reason       TEXT   NOT NULL,
	reason_salt  TEXT,                       -- NULL: erased
	reason_hash  TEXT   NOT NULL CHECK (length(reason_hash) = 64),
	hash         TEXT   NOT NULL CHECK (length(hash) = 64),
	CHECK (reason_salt IS NOT NULL OR reason = ''),
	CHECK (undoes < number),
	CHECK (undone_by > number),
	FOREIGN KEY (authority, undoes) REFERENCES deed (authority, number),
	FOREIGN KEY (authority, undone_by) REFERENCES deed (authority, number),
	PRIMARY KEY (authority, number)
--sqlite ) WITHOUT ROWID;
--postgres );

-- What was before and after, a row a change. The values are lines of a field's name and its value, as
-- canonical text; '' before a row was added and after it was removed. (With rowids on SQLite: without
-- them it reads every change of an authority to find those of one ref.)
CREATE TABLE record_change (
	authority TEXT   NOT NULL,
	deed      BIGINT NOT NULL,
	n         BIGINT NOT NULL CHECK (n >= 1),
	type      TEXT   NOT NULL,
	kind      TEXT   NOT NULL CHECK (kind = 'add' OR kind = 'alter' OR kind = 'remove'),
	ref       TEXT   NOT NULL CHECK (ref <> ''),
	id        BIGINT NOT NULL CHECK (id >= 1),
	was       TEXT   NOT NULL,
	became    TEXT   NOT NULL,
	salt      TEXT,
	hash      TEXT   NOT NULL CHECK (length(hash) = 64),
	erased_by BIGINT,                        -- the deed that emptied it
	CHECK ((salt IS NULL) = (erased_by IS NOT NULL)),
	CHECK (erased_by IS NULL OR (was = '' AND became = '')),
	CHECK (erased_by >= deed),
	FOREIGN KEY (authority, deed) REFERENCES deed (authority, number)
		DEFERRABLE INITIALLY DEFERRED,       -- a deed is written last, when its hash is known
	PRIMARY KEY (authority, deed, n)
);
CREATE INDEX record_change_of_ref ON record_change (authority, type, ref, deed, n);

-- The same for equality records, which are apart in their history too.
CREATE TABLE equality_change (
	authority TEXT   NOT NULL,
	deed      BIGINT NOT NULL,
	n         BIGINT NOT NULL CHECK (n >= 1),
	type      TEXT   NOT NULL,
	kind      TEXT   NOT NULL CHECK (kind = 'add' OR kind = 'alter' OR kind = 'remove'),
	ref       TEXT   NOT NULL CHECK (ref <> ''),
	id        BIGINT NOT NULL CHECK (id >= 1),
	was       TEXT   NOT NULL,
	became    TEXT   NOT NULL,
	salt      TEXT,
	hash      TEXT   NOT NULL CHECK (length(hash) = 64),
	erased_by BIGINT,
	CHECK ((salt IS NULL) = (erased_by IS NOT NULL)),
	CHECK (erased_by IS NULL OR (was = '' AND became = '')),
	CHECK (erased_by >= deed),
	FOREIGN KEY (authority, deed) REFERENCES deed (authority, number)
		DEFERRABLE INITIALLY DEFERRED,
	PRIMARY KEY (authority, deed, n)
);
CREATE INDEX equality_change_of_ref ON equality_change (authority, type, ref, deed, n);
