-- Reports without a date whose text stands in one with a date, too: they become copies of it.
CREATE OR REPLACE TEMP TABLE undated AS
SELECT old.report, min(new.report) AS same_as
FROM reports old
JOIN reports new ON new.fingerprint = old.fingerprint AND new.published IS NOT NULL
WHERE old.published IS NULL AND list_contains($fingerprints::VARCHAR[], old.fingerprint)
GROUP BY old.report;
INSERT INTO duplicates BY NAME
SELECT r.report, u.same_as, r.title, r.outlet, r.author, r.published, r.url, r.language, r.file, r.fingerprint
FROM reports r JOIN undated u USING (report);
