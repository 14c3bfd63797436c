-- Who did what: one chain of entries for the store, that is only ever added to.
--
-- hash = BLAKE2b-256 of the one before and the columns of the row; commitment = the same of salt and
-- payload (store/audit.h says how they are put together). The payload and its salt may be erased,
-- and the chain can still be checked.

CREATE TABLE audit_entry (
	seq        BIGINT NOT NULL PRIMARY KEY CHECK (seq >= 1),
	at         BIGINT NOT NULL,             -- seconds of UTC
	actor      TEXT   NOT NULL CHECK (length(actor) > 0),
	action     TEXT   NOT NULL CHECK (length(action) > 0),
	authority  TEXT   NOT NULL,             -- '' when it is about none
	object     TEXT   NOT NULL,             -- ids, never names
	commitment TEXT   NOT NULL CHECK (length(commitment) = 64),
	hash       TEXT   NOT NULL CHECK (length(hash) = 64)
);
CREATE INDEX audit_entry_by_authority ON audit_entry (authority, seq);
CREATE INDEX audit_entry_by_actor ON audit_entry (actor, seq);
CREATE INDEX audit_entry_by_object ON audit_entry (object, seq);

-- No row: it was erased.
CREATE TABLE audit_payload (
	seq     BIGINT NOT NULL PRIMARY KEY REFERENCES audit_entry (seq),
	salt    TEXT   NOT NULL CHECK (length(salt) = 32),
	payload TEXT   NOT NULL
);

--sqlite CREATE TRIGGER audit_entry_is_added BEFORE INSERT ON audit_entry
--sqlite WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit_entry)
--sqlite BEGIN SELECT RAISE(ABORT, 'an entry of the audit comes after the last'); END;
--sqlite CREATE TRIGGER audit_entry_stays BEFORE DELETE ON audit_entry
--sqlite BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
--sqlite CREATE TRIGGER audit_entry_is_kept BEFORE UPDATE ON audit_entry
--sqlite BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
--sqlite CREATE TRIGGER audit_payload_is_added BEFORE INSERT ON audit_payload
--sqlite WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) FROM audit_entry)
--sqlite   OR EXISTS (SELECT 1 FROM audit_payload WHERE seq = NEW.seq)
--sqlite BEGIN SELECT RAISE(ABORT, 'a payload of the audit comes with its entry'); END;
--sqlite CREATE TRIGGER audit_payload_is_kept BEFORE UPDATE ON audit_payload
--sqlite BEGIN SELECT RAISE(ABORT, 'a payload of the audit is only erased'); END;

--postgres CREATE FUNCTION audit_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
--postgres BEGIN RAISE EXCEPTION 'the audit is only added to, and its payloads only erased'; END $$;
--postgres CREATE FUNCTION audit_entry_is_added() RETURNS trigger LANGUAGE plpgsql AS $$
--postgres BEGIN
--postgres 	IF NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit_entry) THEN
--postgres 		RAISE EXCEPTION 'an entry of the audit comes after the last';
--postgres 	END IF;
--postgres 	RETURN NEW;
--postgres END $$;
--postgres CREATE FUNCTION audit_payload_is_added() RETURNS trigger LANGUAGE plpgsql AS $$
--postgres BEGIN
--postgres 	IF NEW.seq <> (SELECT coalesce(max(seq), 0) FROM audit_entry) THEN
--postgres 		RAISE EXCEPTION 'a payload of the audit comes with its entry';
--postgres 	END IF;
--postgres 	RETURN NEW;
--postgres END $$;
--postgres CREATE TRIGGER audit_entry_is_added BEFORE INSERT ON audit_entry
--postgres 	FOR EACH ROW EXECUTE FUNCTION audit_entry_is_added();
--postgres CREATE TRIGGER audit_entry_is_kept BEFORE UPDATE OR DELETE ON audit_entry
--postgres 	FOR EACH ROW EXECUTE FUNCTION audit_refuses();
--postgres CREATE TRIGGER audit_entry_stays BEFORE TRUNCATE ON audit_entry
--postgres 	FOR EACH STATEMENT EXECUTE FUNCTION audit_refuses();
--postgres CREATE TRIGGER audit_payload_is_added BEFORE INSERT ON audit_payload
--postgres 	FOR EACH ROW EXECUTE FUNCTION audit_payload_is_added();
--postgres CREATE TRIGGER audit_payload_is_kept BEFORE UPDATE ON audit_payload
--postgres 	FOR EACH ROW EXECUTE FUNCTION audit_refuses();
--postgres CREATE TRIGGER audit_payload_stays BEFORE TRUNCATE ON audit_payload
--postgres 	FOR EACH STATEMENT EXECUTE FUNCTION audit_refuses();
