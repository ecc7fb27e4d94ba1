"""Japanese as morphemes, and what a word of it can be written as."""
