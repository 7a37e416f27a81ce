"""The screen in which a sample is labelled by hand."""
