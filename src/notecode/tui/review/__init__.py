"""The screen in which what was masked is reviewed."""
