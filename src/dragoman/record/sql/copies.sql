-- Reports that repeat the text of another, by that other.
SELECT same_as, list(report ORDER BY report) FROM duplicates GROUP BY same_as;
