"""A reviewer's decisions, and the way from one anonymised text of a note to the next."""
