-- Persons whose name ends with the last word of another's: "Chilufya Banda" and "Banda".
WITH asked AS (
    SELECT string_split(looked_up(name), ' ')[-1] AS family
    FROM actors
    WHERE list_contains($actors::VARCHAR[], actor) AND kind = 'person' AND is_named(name)
)
SELECT actor, mode(name) AS name, mode(country) AS country
FROM actors
WHERE kind = 'person' AND is_named(name) AND string_split(looked_up(name), ' ')[-1] IN (SELECT family FROM asked)
GROUP BY actor
ORDER BY actor;
