"""Who: the directory of actors, and the mentions of them in a report."""
