"""One coder at work: what the coder's screen and ``notecode code`` call."""
