"""Mentions by a noun that refers to nobody before: groups without a name, bodies of states, people who are only counted."""
