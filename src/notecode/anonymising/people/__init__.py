"""A case's people: the forms of their names, whose a name is, and who is found by another's."""
