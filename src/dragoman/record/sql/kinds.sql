-- The types and modes of the record's claims.
SELECT DISTINCT type FROM claims UNION SELECT DISTINCT unnest(mode) FROM claims;
