-- Why a report could not be read.
SELECT error FROM failures WHERE report = $report;
