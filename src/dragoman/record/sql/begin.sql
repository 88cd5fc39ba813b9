-- A new record says its format.
INSERT OR REPLACE INTO meta VALUES ('format', $format);
