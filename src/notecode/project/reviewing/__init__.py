"""Reviewing what was masked, note by note, and signing it off."""
