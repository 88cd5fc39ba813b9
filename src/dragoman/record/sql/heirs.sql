-- For each report whose text changes, the copy that keeps the old reading.
SELECT r.report, min(d.report) AS heir
FROM reports r
JOIN incoming_ids i ON i.report = r.report AND i.fingerprint <> r.fingerprint
JOIN duplicates d ON d.same_as = r.report AND d.fingerprint = r.fingerprint
WHERE d.report NOT IN (SELECT report FROM incoming_ids)
GROUP BY r.report;
