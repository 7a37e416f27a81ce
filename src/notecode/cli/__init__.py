"""The command line: one file per command; each parses, calls the project, and prints."""

from notecode.cli.start import main

__all__ = ["main"]
