-- All rows of a table in a fixed order.
SELECT {columns} FROM {table} ORDER BY ALL;
