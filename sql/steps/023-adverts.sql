-- What a round says to applicants of the job itself: what it is, where, and how it is worked.

ALTER TABLE hiring_round ADD COLUMN title TEXT;
ALTER TABLE hiring_round ADD COLUMN place TEXT;
ALTER TABLE hiring_round ADD COLUMN worked TEXT;
