"""Names of places in Britain and Ireland, and of those abroad that people come from."""
