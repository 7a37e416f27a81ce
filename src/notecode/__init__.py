"""notecode: identifiable case-management notes in, per-agency code frequencies out."""

__version__ = "0.1.0"
