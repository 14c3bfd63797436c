-- What a post's FTE was taken to be from its holders, while nobody has said it; NULL or another number
-- than its FTE: it was said.
ALTER TABLE post ADD COLUMN fte_taken BIGINT CHECK (fte_taken BETWEEN 0 AND 50000000);
