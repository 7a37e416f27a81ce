"""Words of notes: plain English or not, how they are spelt, and what speaks for a name in them."""
