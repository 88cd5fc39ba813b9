-- No copy points to a copy.
UPDATE duplicates SET same_as = d.same_as
FROM duplicates d
WHERE duplicates.same_as = d.report AND duplicates.fingerprint = d.fingerprint;
