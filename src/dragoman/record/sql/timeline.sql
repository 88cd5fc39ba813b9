-- Claims in which every one of the asked actors plays a part, by day. $asked: one list of actor ids for each name asked for.
WITH asked AS (
    SELECT nth, unnest(ids) AS actor
    FROM (SELECT unnest($asked::VARCHAR[][]) AS ids, generate_subscripts($asked::VARCHAR[][], 1) AS nth)
), hits AS (
    SELECT p.report, p.claim
    FROM parties p JOIN asked USING (actor)
    GROUP BY ALL
    HAVING count(DISTINCT asked.nth) = len($asked::VARCHAR[][])
)
SELECT c.report, c.claim, d.day
FROM hits
JOIN claims c USING (report, claim)
JOIN days d USING (report, claim)
WHERE (len($types::VARCHAR[]) = 0 AND c.kind = 'event' OR list_contains($types::VARCHAR[], c.type))
  AND ($since::DATE IS NULL OR CASE WHEN d.undated THEN d.told_on ELSE coalesce(d.until, 'infinity'::DATE) END >= $since::DATE)
  AND ($until::DATE IS NULL OR CASE WHEN d.undated THEN d.told_on ELSE coalesce(d.since, '-infinity'::DATE) END <= $until::DATE)
ORDER BY d.day NULLS LAST, d.told_on NULLS LAST, c.report, c.n;
