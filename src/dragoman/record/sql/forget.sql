-- What is known of these reports, before they are written again.
DELETE FROM {table} WHERE report IN (SELECT report FROM incoming_ids);
