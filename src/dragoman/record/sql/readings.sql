-- A table's rows of some reports.
SELECT {columns} FROM {table} WHERE report IN (SELECT unnest($ids::VARCHAR[]));
