-- A row if there is any table.
SELECT 1 FROM duckdb_tables() LIMIT 1;
