"""Places: the gazetteer, mentions of places in a text, and which place a mention means."""
