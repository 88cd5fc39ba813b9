-- Statements by the day on which they were made, else their report's: of the asked actors, alone or with others (none asked: of
-- anybody), in whose words every one of $about stands.
SELECT s.report, s.statement, s.day, s.n
FROM sayings s
WHERE (len($actors::VARCHAR[]) = 0 OR EXISTS (
    FROM mentions m
    JOIN statements t ON t.report = m.report AND (m.mention = t.source OR list_contains(t.co_sources, m.mention))
    WHERE t.report = s.report AND t.statement = s.statement AND list_contains($actors::VARCHAR[], m.actor)))
  AND ($since::DATE IS NULL OR s.day >= $since::DATE)
  AND ($until::DATE IS NULL OR s.day <= $until::DATE)
  AND len(list_filter($about::VARCHAR[], lambda x: NOT contains(looked_up(s.words), looked_up(x)))) = 0
ORDER BY s.day NULLS LAST, s.told_on NULLS LAST, s.report, s.n;
