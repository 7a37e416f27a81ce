"""The coder's screen."""
