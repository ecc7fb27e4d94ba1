"""A decision as a person reads it: one file for each part, all of them from data to lines of text."""
