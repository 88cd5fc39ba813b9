-- A new record says its format.
INSERT INTO meta VALUES ('format', $format);
