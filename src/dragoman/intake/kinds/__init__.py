"""One file per kind of source; each yields what it finds and a failure for what it cannot read."""
