"""What stands in the place of an identifier: tags, surrogate names, moved days."""
