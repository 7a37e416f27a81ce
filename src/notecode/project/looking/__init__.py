"""Looking closer at what was coded: passages, words, time, saturation, outcomes."""
