-- Ids that look like one that is not there, best first.
SELECT report
FROM (SELECT report FROM reports UNION ALL SELECT report FROM duplicates)
WHERE contains(lower(report), lower($report)) OR jaro_winkler_similarity(lower(report), lower($report)) > 0.8
ORDER BY jaro_winkler_similarity(lower(report), lower($report)) DESC, report
LIMIT 5;
