-- What the record holds, reports and the copies that point to them, by date; from $since until $until, which leave out what has none.
FROM (
    SELECT r.report, r.title, r.outlet, r.author, r.published, r.url, r.language, r.fingerprint, NULL AS same_as,
        (SELECT count(*) FROM claims c WHERE c.report = r.report) AS claims,
        (SELECT count(*) FROM statements s WHERE s.report = r.report) AS statements, r.file
    FROM reports r
    UNION ALL
    SELECT d.report, d.title, d.outlet, d.author, d.published, d.url, d.language, d.fingerprint, d.same_as, 0, 0, d.file
    FROM duplicates d
)
WHERE ($since::DATE IS NULL OR day_of(published) >= $since::DATE) AND ($until::DATE IS NULL OR day_of(published) <= $until::DATE)
ORDER BY published NULLS LAST, report;
