-- Actors that a name may mean: by id (0), by name (1), by the words with which reports mention them (2); the best rank only.
WITH candidates AS (
    SELECT actor, 0 AS rank FROM actors WHERE actor = lower(trim($name))
    UNION ALL
    SELECT actor, 1 FROM actors WHERE looked_up(name) = looked_up($name)
    UNION ALL
    SELECT actor, 2 FROM mentions WHERE actor IS NOT NULL AND looked_up(words) = looked_up($name)
), ranked AS (
    SELECT actor, min(rank) AS rank, count(*) AS times FROM candidates GROUP BY actor
)
SELECT r.actor, r.rank, (SELECT mode(name) FROM actors a WHERE a.actor = r.actor) AS name
FROM ranked r
WHERE r.rank = (SELECT min(rank) FROM ranked)
ORDER BY r.times DESC, r.actor;
