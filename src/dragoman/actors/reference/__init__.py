"""Mentions that mean somebody by what was said before: pronouns, descriptions, appositions, and those for whom a speaker speaks."""
