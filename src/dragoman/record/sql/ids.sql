-- Every report that was read.
SELECT report FROM reports ORDER BY report;
