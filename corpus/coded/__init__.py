"""Hand-coded, synthetic notes for measuring what the rules suggest."""
