-- Statements of which the actor is a source, alone or with others.
SELECT DISTINCT s.report, s.statement, day_of(r.published) AS day, s.n
FROM statements s
JOIN reports r USING (report)
JOIN mentions m ON m.report = s.report AND (m.mention = s.source OR list_contains(s.co_sources, m.mention))
WHERE list_contains($actors::VARCHAR[], m.actor)
  AND ($since::DATE IS NULL OR day_of(r.published) >= $since::DATE)
  AND ($until::DATE IS NULL OR day_of(r.published) <= $until::DATE)
ORDER BY day NULLS LAST, s.report, s.n;
