-- What sources say of reports now, where they say anything.
UPDATE {table}
SET
    outlet = coalesce(i.outlet, {table}.outlet),
    author = coalesce(i.author, {table}.author),
    url = coalesce(i.url, {table}.url),
    file = coalesce(i.file, {table}.file)
FROM incoming i
WHERE i.report = {table}.report;
