"""The directory: states, groups and people by every name they go by, and who held which office when; read, checked and looked up."""
