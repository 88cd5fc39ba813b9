-- Claims in which every one of the asked actors plays a part (none asked: all claims), by day.
-- $asked: one list of actor ids for each name asked for. $types: of these types or modes; none: events.
WITH asked AS (
    SELECT nth, unnest(ids) AS actor
    FROM (SELECT unnest($asked::VARCHAR[][]) AS ids, generate_subscripts($asked::VARCHAR[][], 1) AS nth)
), hits AS (
    SELECT p.report, p.claim
    FROM parties p JOIN asked USING (actor)
    GROUP BY ALL
    HAVING count(DISTINCT asked.nth) = len($asked::VARCHAR[][])
    UNION ALL
    SELECT report, claim FROM claims WHERE len($asked::VARCHAR[][]) = 0
)
SELECT c.report, c.claim, d.day
FROM hits
JOIN claims c USING (report, claim)
JOIN days d USING (report, claim)
WHERE (len($types::VARCHAR[]) = 0 AND c.kind = 'event' OR list_has_any($types::VARCHAR[], list_append(c.mode, c.type)))
  AND ($since::DATE IS NULL OR CASE WHEN d.undated THEN d.told_on ELSE coalesce(d.until, 'infinity'::DATE) END >= $since::DATE)
  AND ($until::DATE IS NULL OR CASE WHEN d.undated THEN d.told_on ELSE coalesce(d.since, '-infinity'::DATE) END <= $until::DATE)
  AND ($confidence::DOUBLE IS NULL OR c.confidence >= $confidence::DOUBLE)
  AND (len($polarity::VARCHAR[]) = 0 OR list_contains($polarity::VARCHAR[], c.polarity))
  AND (len($certainty::VARCHAR[]) = 0 OR list_contains($certainty::VARCHAR[], c.certainty))
  AND (len($tense::VARCHAR[]) = 0 OR list_contains($tense::VARCHAR[], c.tense))
  AND (NOT $known OR (c.report, c.claim) IN (SELECT (report, claim) FROM parties WHERE actor IS NOT NULL))
ORDER BY d.day NULLS LAST, d.undated, d.told_on NULLS LAST, c.report, c.n;
