-- Why a report could not be read, in place of what was noted before.
INSERT OR REPLACE INTO failures (report, error) VALUES (?, ?);
