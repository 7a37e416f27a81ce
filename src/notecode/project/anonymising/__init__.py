"""Anonymising a study: its cases, the key and the vault, what is kept of each run."""
