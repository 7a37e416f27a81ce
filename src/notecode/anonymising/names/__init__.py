"""Names: lists and what they sound like, how people are named, and when a word is a name."""
