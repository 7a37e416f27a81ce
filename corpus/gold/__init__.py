"""Hand-labelled, synthetic notes for measuring what the anonymiser finds and what it keeps."""
