"""Mentions by name: the directory's own and those it lacks, persons with their titles, and which of several namesakes is meant."""
