"""What the codes say together: co-occurrence, timelines, frameworks, words, outcomes."""
