-- What is left of a message once its candidate has gone: that one of a kind was written and sent, and when. `key` stays
-- until the file of it in a folder of letters was looked for and taken away.
CREATE TABLE message_gone (
	authority   TEXT   NOT NULL CHECK (authority <> ''),
	number      BIGINT NOT NULL CHECK (number >= 1),
	notice      TEXT   NOT NULL,
	application TEXT   NOT NULL CHECK (application <> ''),
	key         TEXT   NOT NULL,
	made_at     BIGINT NOT NULL,
	sent_at     BIGINT NOT NULL,             -- 0: it was not sent
	PRIMARY KEY (authority, number)
);
CREATE INDEX message_gone_by_key ON message_gone (key);
