-- The reports that could not be read, in the order of trying.
SELECT report, error FROM failures ORDER BY failed_at, report;
