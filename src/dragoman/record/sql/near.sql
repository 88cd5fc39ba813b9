-- Names that look like one that nobody bears, best first.
SELECT name
FROM (SELECT name, count(*) AS times FROM actors GROUP BY name)
WHERE contains(looked_up(name), looked_up($name)) OR jaro_winkler_similarity(looked_up(name), looked_up($name)) > 0.8
ORDER BY contains(looked_up(name), looked_up($name)) DESC, jaro_winkler_similarity(looked_up(name), looked_up($name)) DESC, times DESC, name
LIMIT 5;
