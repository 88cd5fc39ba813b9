-- What each of the asked actors demands, refuses, offers, accepts, concedes and threatens, by day; with its people, where they are asked.
WITH sides AS (
    SELECT DISTINCT report, actor AS side, actor FROM actors WHERE list_contains($actors::VARCHAR[], actor)
    UNION
    SELECT report, side, actor FROM people_of WHERE $people::BOOLEAN AND list_contains($actors::VARCHAR[], side)
)
SELECT p.report, p.claim, p.actor, p.name, p.position, s.side,
    coalesce((SELECT mode(a.name) FROM actors a WHERE a.actor = s.side), s.side) AS side_name
FROM positions p
JOIN sides s USING (report, actor)
JOIN days d USING (report, claim)
JOIN claims c USING (report, claim)
WHERE ($since::DATE IS NULL OR d.told_on >= $since::DATE)
  AND ($until::DATE IS NULL OR d.told_on <= $until::DATE)
  AND ($confidence::DOUBLE IS NULL OR c.confidence >= $confidence::DOUBLE)
QUALIFY row_number() OVER (PARTITION BY p.report, p.claim, s.side, p.position ORDER BY p.actor <> s.side, p.actor) = 1
ORDER BY list_position($actors::VARCHAR[], s.side),
    list_position(['demands', 'refuses', 'offers', 'accepts', 'concedes', 'threatens'], p.position),
    d.told_on NULLS LAST, p.report, p.n;
