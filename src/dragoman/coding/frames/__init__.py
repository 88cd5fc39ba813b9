"""The lexicon's frames on a tree: the slots of a predicate, which frames hold, and the drafts of claims that they make."""
