"""One recogniser a file, each a small Presidio recogniser for one kind of British identifier.

Importing this package imports nothing heavy; ``engine`` imports the recognisers when a project
is anonymised.
"""
