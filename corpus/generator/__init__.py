"""Writes the SYNTHETIC sample export: invented people, invented notes, exact gold.

Run it from the root of the project with ``python -m corpus.generator``. It needs the standard
library alone and is not part of the installed package.
"""
