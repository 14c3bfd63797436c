-- Who may sign in, with what, and what they are trusted with.
--
-- Passwords are Argon2id; secrets of sessions, tokens, links and browsers are kept as BLAKE2b-256 of
-- random ones, so a copy of these tables lets nobody in. Instants are seconds of UTC. An account is
-- disabled, never taken out, so that the audit's actors are always known.

CREATE TABLE account (
	ref           TEXT    NOT NULL PRIMARY KEY CHECK (length(ref) >= 8 AND substr(ref, 1, 2) = 'A-'),
	email         TEXT    UNIQUE CHECK (length(email) BETWEEN 3 AND 254),  -- lower case; NULL until set
	name          TEXT    NOT NULL,
	person        TEXT    NOT NULL,         -- a person's ref there, or ''
	person_of     TEXT    NOT NULL,         -- an authority's slug, or ''
	active        INTEGER NOT NULL CHECK (active IN (0, 1)),
	demonstration INTEGER NOT NULL CHECK (demonstration IN (0, 1)),
	password_hash TEXT,
	totp_key      TEXT,                     -- hexadecimal
	totp_used     BIGINT  NOT NULL,         -- the last step a code was used of
	created_at    BIGINT  NOT NULL,
	last_seen_at  BIGINT  NOT NULL,         -- 0: never
	CHECK ((person = '') = (person_of = '')),
	CHECK (demonstration = 0 OR (password_hash IS NULL AND totp_key IS NULL))
);

-- A duty within a scope, from one day to another, both included; open ones end on 9999-12-31.
CREATE TABLE account_grant (
	account   TEXT    NOT NULL REFERENCES account (ref),
	number    INTEGER NOT NULL CHECK (number BETWEEN 1 AND 16),
	duty      TEXT    NOT NULL CHECK (length(duty) > 0),
	scope     TEXT    NOT NULL CHECK (scope IN ('self', 'unit', 'authority', 'region')),
	authority TEXT    NOT NULL CHECK (length(authority) > 0),
	unit      TEXT    NOT NULL,
	from_day  DATE    NOT NULL,
	to_day    DATE    NOT NULL,
	PRIMARY KEY (account, number),
	--sqlite CHECK (date(from_day) = from_day),
	--sqlite CHECK (date(to_day) = to_day),
	CHECK (from_day <= to_day),
	CHECK ((scope = 'unit') = (unit <> ''))
);

-- Good once.
CREATE TABLE account_link (
	secret_hash TEXT   NOT NULL PRIMARY KEY CHECK (length(secret_hash) = 64),
	account     TEXT   NOT NULL REFERENCES account (ref),
	purpose     TEXT   NOT NULL CHECK (purpose IN ('first', 'invitation', 'password')),
	ends_at     BIGINT NOT NULL
);
CREATE INDEX account_link_by_account ON account_link (account);

CREATE TABLE account_session (
	secret_hash TEXT   NOT NULL PRIMARY KEY CHECK (length(secret_hash) = 64),
	account     TEXT   NOT NULL REFERENCES account (ref),
	form_token  TEXT   NOT NULL CHECK (length(form_token) = 64),
	began_at    BIGINT NOT NULL,
	ends_at     BIGINT NOT NULL
);
CREATE INDEX account_session_by_account ON account_session (account);

CREATE TABLE account_token (
	ref         TEXT    NOT NULL PRIMARY KEY CHECK (substr(ref, 1, 2) = 'T-'),
	account     TEXT    NOT NULL REFERENCES account (ref),
	title       TEXT    NOT NULL CHECK (length(title) > 0),
	secret_hash TEXT    NOT NULL UNIQUE CHECK (length(secret_hash) = 64),
	made_at     BIGINT  NOT NULL,
	ends_at     BIGINT  NOT NULL,
	used_at     BIGINT  NOT NULL,           -- 0: never; not finer than an hour
	ended       INTEGER NOT NULL CHECK (ended IN (0, 1))
);
CREATE INDEX account_token_by_account ON account_token (account);

-- Browsers that a person has signed in with: whoever guesses from elsewhere cannot keep them out.
CREATE TABLE account_browser (
	secret_hash TEXT   NOT NULL PRIMARY KEY CHECK (length(secret_hash) = 64),
	account     TEXT   NOT NULL REFERENCES account (ref),
	seen_at     BIGINT NOT NULL
);
CREATE INDEX account_browser_by_account ON account_browser (account);

-- Sign-ins that failed, so that guessing is slow. The key is a hash: people type passwords where an
-- e-mail address belongs.
CREATE TABLE account_failure (
	key     TEXT   NOT NULL CHECK (length(key) = 64),
	number  BIGINT NOT NULL,                -- two may fail in one second
	at      BIGINT NOT NULL,
	PRIMARY KEY (key, number)
);
CREATE INDEX account_failure_by_time ON account_failure (at);
