"""What the anonymiser finds, held against notes that people have labelled."""
