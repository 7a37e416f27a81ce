"""The coder's commands as pure functions: what a note holds now, and an action, give a Change."""
