-- Named actors of the record by how many reports speak of them, with the first mention of the latest such report in its text.
WITH named AS (
    SELECT actor, mode(name) AS name, mode(kind) AS kind, mode(country) AS country, mode(sector) AS sector
    FROM actors
    WHERE regexp_matches(name, '^\P{Ll}')
    GROUP BY actor
), told AS (
    SELECT m.actor, count(DISTINCT m.report) AS reports, count(*) AS mentions, coalesce(arg_max(m.report, r.published), max(m.report)) AS latest
    FROM mentions m
    JOIN reports r USING (report)
    WHERE m.actor IS NOT NULL
    GROUP BY m.actor
)
SELECT
    n.actor, n.name, n.kind, n.country, n.sector, t.reports, t.mentions, t.latest,
    (SELECT r.text FROM reports r WHERE r.report = t.latest) AS text,
    (SELECT min(m.start) FROM mentions m WHERE m.report = t.latest AND m.actor = n.actor) AS start
FROM named n
JOIN told t USING (actor)
ORDER BY t.reports DESC, t.mentions DESC, n.actor;
