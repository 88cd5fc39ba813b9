-- Every report that need not be read again: its own text's fingerprint, or that of the text it repeats.
SELECT report, fingerprint, published, outlet, author, url, file, NULL AS same_as FROM reports
UNION ALL
SELECT report, fingerprint, published, outlet, author, url, file, same_as FROM duplicates;
