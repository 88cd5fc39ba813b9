-- Names that look like one that nobody bears, as a whole or in one of their words, best first.
WITH names AS (
    SELECT name, count(*) AS times FROM actors WHERE is_named(name) GROUP BY name
), likened AS (
    SELECT name, times,
        contains(looked_up(name), looked_up($name)) AND length(looked_up($name)) > 3 AS within,
        greatest(
            jaro_winkler_similarity(looked_up(name), looked_up($name)),
            list_max(list_transform(string_split(looked_up(name), ' '), lambda x: jaro_winkler_similarity(x, looked_up($name)))) - 0.05
        ) AS alike
    FROM names
)
SELECT name FROM likened
WHERE within OR alike > 0.8
ORDER BY within DESC, alike DESC, times DESC, name
LIMIT 5;
