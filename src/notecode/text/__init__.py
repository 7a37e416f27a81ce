"""Text on a grid and in units: pure functions from text to spans, with no language model."""
