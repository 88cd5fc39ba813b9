-- What was read of reports that became copies.
DELETE FROM {table} WHERE report IN (SELECT report FROM undated);
