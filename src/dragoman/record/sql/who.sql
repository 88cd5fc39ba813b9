-- Actors that a name may mean: by id (0), by name (1), by the words with which reports mention them, as they are written (2) or in
-- another case (3), by the last word of a person's name (4) or by another word of it (5); the best rank only.
WITH candidates AS (
    SELECT actor, 0 AS rank FROM actors WHERE actor = if(contains($name, '-'), lower(trim($name)), trim($name))
    UNION ALL
    SELECT actor, 1 FROM actors WHERE looked_up(name) = looked_up($name)
    UNION ALL
    SELECT actor, if(words = trim($name), 2, 3) FROM mentions WHERE actor IS NOT NULL AND looked_up(words) = looked_up($name)
    UNION ALL
    SELECT actor, if(ends_with(looked_up(name), ' ' || looked_up($name)), 4, 5) FROM actors
    WHERE kind = 'person' AND is_named(name) AND contains(' ' || looked_up(name) || ' ', ' ' || looked_up($name) || ' ')
), ranked AS (
    SELECT actor, min(rank) AS rank FROM candidates GROUP BY actor
), best AS (
    SELECT r.actor, r.rank, count(*) AS times
    FROM ranked r JOIN candidates c USING (actor, rank)
    WHERE r.rank = (SELECT min(rank) FROM ranked)
    GROUP BY ALL
)
SELECT b.actor, b.rank, (SELECT mode(name) FROM actors a WHERE a.actor = b.actor) AS name, b.times
FROM best b
ORDER BY b.times DESC, b.actor;
