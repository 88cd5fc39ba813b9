-- The reading of a text goes over to another report that has the same text.
UPDATE {table} SET report = $heir WHERE report = $report;
