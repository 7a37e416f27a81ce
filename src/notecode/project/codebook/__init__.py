"""The living codebook: its file, its versions, what changed and what is to be looked at again."""
