-- What the record holds, reports and the copies that point to them, by date.
SELECT r.report, r.title, r.outlet, r.author, r.published, r.url, r.language, r.fingerprint, NULL AS same_as,
    (SELECT count(*) FROM claims c WHERE c.report = r.report) AS claims,
    (SELECT count(*) FROM statements s WHERE s.report = r.report) AS statements, r.file
FROM reports r
UNION ALL
SELECT d.report, d.title, d.outlet, d.author, d.published, d.url, d.language, d.fingerprint, d.same_as, 0, 0, d.file
FROM duplicates d
ORDER BY published NULLS LAST, report;
