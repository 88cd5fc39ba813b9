-- The report under which a report's text is recorded.
SELECT report FROM reports WHERE report = $report
UNION ALL
SELECT same_as FROM duplicates WHERE report = $report;
