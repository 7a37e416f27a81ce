"""What leaves the project, past the last gate."""
