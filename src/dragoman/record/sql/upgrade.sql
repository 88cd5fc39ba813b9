-- From format 1, whose claims had no confidence. What was read then has none, until it is read again.
ALTER TABLE claims ADD COLUMN IF NOT EXISTS confidence DOUBLE;
-- From format 2, whose reports did not say which file they were taken from.
ALTER TABLE reports ADD COLUMN IF NOT EXISTS file VARCHAR;
ALTER TABLE duplicates ADD COLUMN IF NOT EXISTS file VARCHAR;
