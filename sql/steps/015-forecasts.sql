-- Forecasts as they were kept: the recipe that each is made again from, and what came of it, as text. Nothing is
-- ever written over, and nothing in it is a person: see docs/decisions/029-forecasts-and-small-numbers.md.
CREATE TABLE forecast_kept (
	authority     TEXT   NOT NULL CHECK (authority <> ''),
	id            BIGINT NOT NULL CHECK (id >= 1),
	name          TEXT   NOT NULL CHECK (name <> ''),
	basis         TEXT   NOT NULL CHECK (basis IN ('published', 'own')),
	as_at         DATE   NOT NULL,                       -- the last day that its figures know
	months        BIGINT NOT NULL CHECK (months >= 1),
	actor         TEXT   NOT NULL,                       -- an account's ref
	kept_at       BIGINT NOT NULL,
	program       TEXT   NOT NULL,                       -- its version
	title         TEXT   NOT NULL,                       -- what it said, in a sentence
	recipe        TEXT   NOT NULL,
	recipe_sha256 TEXT   NOT NULL CHECK (length(recipe_sha256) = 64),
	result        TEXT   NOT NULL,
	result_sha256 TEXT   NOT NULL CHECK (length(result_sha256) = 64),
	--sqlite CHECK (date(as_at) = as_at),
	PRIMARY KEY (authority, id)
--sqlite ) WITHOUT ROWID;
--postgres );
