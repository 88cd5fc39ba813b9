-- The ids, of what could not be read too, that are so or that a pattern such as news-* fits.
SELECT DISTINCT report
FROM (SELECT report FROM reports UNION ALL SELECT report FROM duplicates UNION ALL SELECT report FROM failures)
WHERE report = $pattern OR report GLOB $pattern
ORDER BY report;
