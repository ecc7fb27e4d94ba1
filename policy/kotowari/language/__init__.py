"""The rule language: text to syntax, and back."""
