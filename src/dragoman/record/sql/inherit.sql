-- The heir's own particulars over the reading it takes over, and the other copies of that text pointing to it.
UPDATE reports SET report = d.report, title = d.title, outlet = d.outlet, author = d.author, published = d.published, url = d.url, file = d.file
FROM duplicates d
WHERE reports.report = $report AND d.report = $heir;
UPDATE duplicates SET same_as = $heir
FROM duplicates d
WHERE duplicates.same_as = $report AND d.report = $heir AND duplicates.fingerprint = d.fingerprint;
DELETE FROM duplicates WHERE report = $heir;
