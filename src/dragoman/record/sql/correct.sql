-- What a source says of a report now, where it says anything.
UPDATE {table}
SET outlet = coalesce($outlet, outlet), author = coalesce($author, author), url = coalesce($url, url), file = coalesce($file, file)
WHERE report = $report;
