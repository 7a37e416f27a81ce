"""Codebooks in other programs' forms: tables, REFI-QDA, and pages to be read and printed."""
