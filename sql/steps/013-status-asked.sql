-- What a change of a post may ask for besides: that it be frozen, or be funded again.
ALTER TABLE establishment_change ADD COLUMN status TEXT CHECK (status IN ('funded', 'frozen'));
