-- The number of the format in which a record was written.
SELECT try_cast(value AS INTEGER) FROM meta WHERE key = 'format';
