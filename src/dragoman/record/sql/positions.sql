-- What each of the asked actors demands, refuses, offers and threatens, by day.
SELECT p.report, p.claim, p.actor, p.name, p.position
FROM positions p
JOIN days d USING (report, claim)
JOIN claims c USING (report, claim)
WHERE list_contains($actors::VARCHAR[], p.actor)
  AND ($since::DATE IS NULL OR d.told_on >= $since::DATE)
  AND ($until::DATE IS NULL OR d.told_on <= $until::DATE)
  AND ($confidence::DOUBLE IS NULL OR c.confidence >= $confidence::DOUBLE)
ORDER BY list_position($actors::VARCHAR[], p.actor), list_position(['demands', 'refuses', 'offers', 'threatens'], p.position),
    d.told_on NULLS LAST, p.report, p.n;
