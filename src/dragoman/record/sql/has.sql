-- A row if a report with this id, or a text with this fingerprint, is recorded.
SELECT 1 FROM reports WHERE $key IN (report, fingerprint)
UNION ALL
SELECT 1 FROM duplicates WHERE report = $key
LIMIT 1;
