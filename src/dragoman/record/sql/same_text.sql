-- Reports with one of these texts.
SELECT fingerprint, report, published FROM reports WHERE list_contains($fingerprints::VARCHAR[], fingerprint) ORDER BY recorded_at, report;
