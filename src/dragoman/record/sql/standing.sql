-- Relations in which the actor stands on either side, stances before memberships and offices.
SELECT c.report, c.claim, d.day
FROM (SELECT DISTINCT report, claim FROM parties WHERE list_contains($actors::VARCHAR[], actor)) hits
JOIN claims c USING (report, claim)
JOIN days d USING (report, claim)
WHERE c.kind = 'relation' AND (len($types::VARCHAR[]) = 0 OR list_contains($types::VARCHAR[], c.type))
  AND ($since::DATE IS NULL OR CASE WHEN d.undated THEN d.told_on ELSE coalesce(d.until, 'infinity'::DATE) END >= $since::DATE)
  AND ($until::DATE IS NULL OR CASE WHEN d.undated THEN d.told_on ELSE coalesce(d.since, '-infinity'::DATE) END <= $until::DATE)
  AND ($confidence::DOUBLE IS NULL OR c.confidence >= $confidence::DOUBLE)
  AND (len($polarity::VARCHAR[]) = 0 OR list_contains($polarity::VARCHAR[], c.polarity))
  AND (len($certainty::VARCHAR[]) = 0 OR list_contains($certainty::VARCHAR[], c.certainty))
  AND (len($tense::VARCHAR[]) = 0 OR list_contains($tense::VARCHAR[], c.tense))
  AND (NOT $known OR (c.report, c.claim) IN (SELECT (report, claim) FROM parties WHERE actor IS NOT NULL))
ORDER BY
    coalesce(list_position(['recognizes', 'designates', 'backs', 'opposes', 'allied_with', 'fights', 'governs', 'claims_territory',
        'holds_captive', 'influences', 'member_of', 'leads', 'holds_office'], c.type), 0),
    c.type, d.told_on NULLS LAST, c.report, c.n;
