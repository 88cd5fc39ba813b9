-- Relations in which the actor stands on either side, stances before memberships and offices.
SELECT c.report, c.claim, d.day
FROM (SELECT DISTINCT report, claim FROM parties WHERE list_contains($actors::VARCHAR[], actor)) hits
JOIN claims c USING (report, claim)
JOIN days d USING (report, claim)
WHERE c.kind = 'relation' AND (len($types::VARCHAR[]) = 0 OR list_contains($types::VARCHAR[], c.type))
  AND ($confidence::DOUBLE IS NULL OR c.confidence >= $confidence::DOUBLE)
ORDER BY
    coalesce(list_position(['recognizes', 'designates', 'backs', 'opposes', 'allied_with', 'fights', 'governs', 'claims_territory',
        'holds_captive', 'influences', 'member_of', 'leads', 'holds_office'], c.type), 0),
    c.type, d.told_on NULLS LAST, c.report, c.n;
