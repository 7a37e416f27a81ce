"""The coder: notes, suggestions and codes in a terminal, over the project layer alone."""
