-- From format 1, whose claims had no confidence. What was read then has none, until it is read again.
ALTER TABLE claims ADD COLUMN confidence DOUBLE;
