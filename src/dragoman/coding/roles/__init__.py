"""Who fills the roles of a claim: from slots to mentions, and who stands near an event without a part in it."""
